//! JavaScript's numbers as integers: which can be told apart, and how one is shown.

/// `Number.MAX_SAFE_INTEGER`: beyond it a double stands for several integers.
pub(super) const MAX_SAFE: i64 = (1 << 53) - 1;

/// The integer that the number is, when it is one and no other integer is the same number.
pub(super) fn safe_integer(number: f64) -> Option<i64> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "this is the largest integer that is not rounded"
    )]
    let is_safe = number.trunc() == number && number.abs() <= MAX_SAFE as f64;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is in range and has no fraction"
    )]
    is_safe.then_some(number as i64)
}

/// The integers that a Rust type of this name is read from.
pub(super) fn range(rust_type: &str) -> Option<(i64, i64)> {
    Some(match rust_type {
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" | "i128" | "isize" => (-MAX_SAFE, MAX_SAFE),
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" | "u128" | "usize" => (0, MAX_SAFE),
        _ => return None,
    })
}

/// The number as JavaScript shows it, nearly: very large ones differ by a sign.
pub(super) fn shown(number: f64) -> String {
    if number.is_infinite() {
        return if number > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
    }
    if number.abs() >= 1e21 {
        return format!("{number:e}");
    }
    number.to_string()
}
