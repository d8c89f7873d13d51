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
