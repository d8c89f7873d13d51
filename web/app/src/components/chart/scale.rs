//! [`Scale`]: numbers to places on the screen, and the round numbers that an axis shows.

/// How many round numbers an axis has, about.
const TICKS: f64 = 5.0;

/// A range of numbers on a range of places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
    step: f64,
}

impl Scale {
    /// From the lowest number to the highest.
    pub(super) fn exact(low: f64, high: f64, start: f64, end: f64) -> Self {
        let (low, high) = if low == high {
            (low - 0.5, high + 0.5)
        } else {
            (low, high)
        };
        Self {
            low,
            high,
            start,
            end,
            step: round_step(low, high),
        }
    }

    /// From a round number below to a round number above.
    pub(super) fn rounded(low: f64, high: f64, start: f64, end: f64) -> Self {
        let exact = Self::exact(low, high, start, end);
        let step = exact.step;
        let rounded = Self {
            low: (exact.low / step).floor() * step,
            high: (exact.high / step).ceil() * step,
            ..exact
        };
        // Numbers at the end of their range cannot be rounded.
        if rounded.low.is_finite() && rounded.high.is_finite() {
            rounded
        } else {
            exact
        }
    }

    /// The place of a number. Halves, so that nothing overflows.
    pub(super) fn at(&self, number: f64) -> f64 {
        let range = self.high / 2.0 - self.low / 2.0;
        let part = (number / 2.0 - self.low / 2.0) / range;
        self.start + part * (self.end - self.start)
    }

    /// The round numbers in the range.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let first = (self.low / self.step).ceil();
        let last = (self.high / self.step + 1e-9).floor();
        let count = (last - first).clamp(0.0, 3.0 * TICKS) as usize;
        // Minus zero is zero.
        (0..=count)
            .map(|index| (first + index as f64) * self.step + 0.0)
            .collect()
    }
}

/// 1, 2 or 5 times a power of ten.
fn round_step(low: f64, high: f64) -> f64 {
    let rough = high / TICKS - low / TICKS;
    let power = 10_f64.powf(rough.log10().floor());
    let step = match rough / power {
        factor if factor <= 1.0 => power,
        factor if factor <= 2.0 => 2.0 * power,
        factor if factor <= 5.0 => 5.0 * power,
        _ => 10.0 * power,
    };
    if step.is_finite() && step > 0.0 {
        step
    } else {
        f64::MIN_POSITIVE.max(rough)
    }
}

/// A number as an axis shows it: without the noise of its last digits, large ones in thousands and millions.
pub(super) fn number(number: f64) -> String {
    let size = number.abs();
    if size != 0.0 && !(1e-4..1e12).contains(&size) {
        return format!("{number:.3e}");
    }
    for (unit, name) in [(1e9, "G"), (1e6, "M"), (1e4, "k")] {
        if size >= unit {
            let divisor = if name == "k" { 1e3 } else { unit };
            return format!("{}{name}", plain(number / divisor));
        }
    }
    plain(number)
}

fn plain(number: f64) -> String {
    let text = format!("{number:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: f64, high: f64, expected: &[&str]) {
        let ticks = Scale::rounded(low, high, 0.0, 100.0).ticks();
        let ticks: Vec<String> = ticks.into_iter().map(number).collect();
        assert_eq!(ticks, expected);
    }

    #[test]
    fn an_axis_shows_round_numbers() {
        check(0.0, 8.0, &["0", "2", "4", "6", "8"]);
        check(-1.0, 5.0, &["-2", "0", "2", "4", "6"]);
        check(0.1, 0.35, &["0.1", "0.15", "0.2", "0.25", "0.3", "0.35"]);
        check(0.0, 1_234_567.0, &["0", "500k", "1M", "1.5M"]);
        check(7.0, 7.0, &["6.4", "6.6", "6.8", "7", "7.2", "7.4", "7.6"]);
    }

    #[test]
    fn the_ends_of_the_range_are_the_ends_of_the_axis_however_large() {
        let scale = Scale::rounded(f64::MIN, f64::MAX, 0.0, 100.0);
        assert_eq!(scale.at(f64::MIN), 0.0);
        assert_eq!(scale.at(f64::MAX), 100.0);
        assert!(scale.ticks().len() < 20);
        let tiny = Scale::rounded(0.0, f64::MIN_POSITIVE, 0.0, 100.0);
        assert!(tiny.at(f64::MIN_POSITIVE).is_finite());
    }
}
