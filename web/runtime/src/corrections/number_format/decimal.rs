//! Decimal digits of a number, rounded as JavaScript rounds: a number in the middle between two goes up. Rust's own
//! formatting is exact as well, but takes the even digit then.

/// A number that lies in the middle between two texts of at most 101 digits has at most so many digits after the point:
/// a fraction of n binary digits is at least 2^-n, so its first digit stands at most 0.302 n places behind the point.
const FRACTION_IN_THE_MIDDLE: usize = 145;

/// Writes a number with so many digits after the point.
pub(super) fn fixed(number: f64, places: usize) -> String {
    let exact = fraction_digits(number);
    if exact != places + 1 {
        return format!("{number:.places$}");
    }
    // The last digit of a fraction is always 5 if nothing is left out: the number lies in the middle.
    let mut digits = format!("{number:.exact$}");
    digits.pop();
    incremented(digits.trim_end_matches('.'))
}

/// Returns so many digits of a number, and the power of ten that the first of them stands for.
pub(super) fn significant(number: f64, count: usize) -> (String, i32) {
    if number == 0.0 {
        return ("0".repeat(count), 0);
    }
    let exact = fraction_digits(number);
    if exact > FRACTION_IN_THE_MIDDLE {
        let text = format!("{number:.*e}", count - 1);
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        return (digits.replace('.', ""), exponent.parse().unwrap_or_default());
    }
    let text = format!("{number:.exact$}");
    let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let all = format!("{integer}{fraction}");
    let digits = all.trim_start_matches('0');
    let exponent = integer.len() as i32 - 1 - (all.len() - digits.len()) as i32;
    match digits.as_bytes().get(count) {
        None => (format!("{digits:0<count$}"), exponent),
        Some(..b'5') => (digits[..count].to_owned(), exponent),
        Some(_) => {
            let rounded = incremented(&digits[..count]);
            // 999 becomes 1000.
            let carried = rounded.len() > count;
            (rounded[..count].to_owned(), exponent + i32::from(carried))
        }
    }
}

/// Returns how many decimal digits a number has after the point. It has as many binary ones.
fn fraction_digits(number: f64) -> usize {
    const FRACTION_BITS: u32 = f64::MANTISSA_DIGITS - 1;
    let bits = number.to_bits();
    let fraction = bits & ((1 << FRACTION_BITS) - 1);
    let biased = (bits >> FRACTION_BITS) as i32;
    let (mantissa, biased) = match biased {
        0 => (fraction, 1),
        _ => (fraction | 1 << FRACTION_BITS, biased),
    };
    if mantissa == 0 {
        return 0;
    }
    let exponent = biased - 1023 - FRACTION_BITS as i32 + mantissa.trailing_zeros() as i32;
    usize::try_from(-exponent).unwrap_or_default()
}

/// Adds one to the last digit.
fn incremented(digits: &str) -> String {
    let mut digits = digits.to_owned().into_bytes();
    for digit in digits.iter_mut().rev() {
        match digit {
            b'9' => *digit = b'0',
            b'0'..=b'8' => {
                *digit += 1;
                return String::from_utf8_lossy(&digits).into_owned();
            }
            _ => {}
        }
    }
    format!("1{}", String::from_utf8_lossy(&digits))
}
