//! The standard's date format, written with more freedom: any number of digits in the fraction of a second, an offset
//! without a colon, `t` and `z` in lower case.

/// Returns the text as the standard has it, if it differs from that in these ways only.
pub(super) fn standard_form(text: &str) -> Option<String> {
    let (date, rest) = text.split_once(['T', 't'])?;
    let is_date = !date.is_empty() && date.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+'));
    let end = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(end);
    let time = match time.split_once('.') {
        Some((seconds, fraction)) if is_digits(fraction) => format!("{seconds}.{fraction:0<3.3}"),
        Some(_) => return None,
        None => time.to_owned(),
    };
    let zone = match zone.len() {
        5 if is_digits(&zone[1..]) => format!("{}:{}", &zone[..3], &zone[3..]),
        _ => zone.to_ascii_uppercase(),
    };
    let standard = format!("{date}T{time}{zone}");
    (is_date && standard != text).then_some(standard)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
