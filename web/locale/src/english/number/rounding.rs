//! Rounds decimal numbers in each of the nine ways that `roundingMode` knows.

use std::cmp::Ordering;

use super::decimal::Decimal;

/// The ways; the first is the usual one.
pub(crate) const MODES: [&str; 9] = [
    "halfExpand",
    "ceil",
    "floor",
    "expand",
    "trunc",
    "halfCeil",
    "halfFloor",
    "halfTrunc",
    "halfEven",
];

/// Rounds to a multiple of `increment` at a power of ten.
pub(crate) fn round(number: &Decimal, place: i32, increment: u32, mode: &str) -> Decimal {
    let unit = number.scaled(-place);
    if increment == 1 {
        return round_integer(&unit, mode).scaled(place);
    }
    let (quotient, has_rest, half) = divide(&unit, increment);
    let up = goes_up(unit.is_negative, has_rest, half, quotient % 2 == 1, mode);
    let multiple = (quotient + u128::from(up)) * u128::from(increment);
    let mut rounded = Decimal::parse(&multiple.to_string()).unwrap_or_else(|| unit.clone());
    rounded.is_negative = unit.is_negative;
    rounded.scaled(place)
}

fn round_integer(number: &Decimal, mode: &str) -> Decimal {
    let kept = usize::try_from(number.point).unwrap_or(0);
    if number.digits.len() <= kept {
        return number.clone();
    }
    let half = match number.point {
        0.. => number.digits[kept]
            .cmp(&5)
            .then(match number.digits.len() > kept + 1 {
                true => Ordering::Greater,
                false => Ordering::Equal,
            }),
        _ => Ordering::Less,
    };
    let is_odd = kept > 0 && number.digits[kept - 1] % 2 == 1;
    let mut digits = number.digits[..kept].to_vec();
    let mut point = number.point.max(0);
    if goes_up(number.is_negative, true, half, is_odd, mode) {
        let nines = digits.iter().rev().take_while(|digit| **digit == 9).count();
        digits.truncate(digits.len() - nines);
        match digits.last_mut() {
            Some(last) => *last += 1,
            None => {
                digits.push(1);
                point += 1;
            }
        }
    }
    Decimal {
        is_negative: number.is_negative,
        digits,
        point,
    }
    .trimmed()
}

/// Whether the rest takes the number away from zero. `half` compares it with one half.
fn goes_up(is_negative: bool, has_rest: bool, half: Ordering, is_odd: bool, mode: &str) -> bool {
    let at_half = |goes_up: bool| half == Ordering::Greater || (half == Ordering::Equal && goes_up);
    has_rest
        && match mode {
            "ceil" => !is_negative,
            "floor" => is_negative,
            "expand" => true,
            "trunc" => false,
            "halfCeil" => at_half(!is_negative),
            "halfFloor" => at_half(is_negative),
            "halfTrunc" => at_half(false),
            "halfEven" => at_half(is_odd),
            _ => at_half(true),
        }
}

/// Divides what is before the point, and compares the rest with one half of the divisor.
fn divide(number: &Decimal, divisor: u32) -> (u128, bool, Ordering) {
    let (integer, fraction) = number.split();
    let integer: u128 = integer.parse().unwrap_or(u128::MAX / 2);
    let divisor = u128::from(divisor);
    let rest = integer % divisor;
    let rounds = (rest * 2).cmp(&divisor);
    let half = match rounds {
        Ordering::Equal if !fraction.is_empty() => Ordering::Greater,
        // One half of an odd divisor has a fraction itself.
        Ordering::Less if rest * 2 + 1 == divisor => fraction.as_str().cmp("5"),
        other => other,
    };
    (integer / divisor, rest > 0 || !fraction.is_empty(), half)
}
