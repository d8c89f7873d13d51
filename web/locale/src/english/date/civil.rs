//! [`Civil`]: a time on the calendar and the clock, in the Gregorian calendar of all ages.

const DAY: i64 = 86_400_000;
/// Days of 400 years.
const ERA: i64 = 146_097;

/// A local date and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Civil {
    /// Year 0 is the one before 1.
    pub(crate) year: i64,
    /// From 1 on.
    pub(crate) month: usize,
    pub(crate) day: i64,
    /// 0 is Sunday.
    pub(crate) weekday: usize,
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
    pub(crate) millisecond: i64,
}

impl Civil {
    /// Takes milliseconds apart that are counted from 1970 on the local clock.
    pub(crate) fn of(local: i64) -> Self {
        let (days, time) = (local.div_euclid(DAY), local.rem_euclid(DAY));
        // Counted from March of the year 0, so that the leap day is the last of its year.
        let days_from_march = days + 719_468;
        let era = days_from_march.div_euclid(ERA);
        let day_of_era = days_from_march.rem_euclid(ERA);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / (ERA - 1)) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        Self {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month: month as usize,
            day: day_of_year - (153 * month_from_march + 2) / 5 + 1,
            weekday: (days + 4).rem_euclid(7) as usize,
            hour: time / 3_600_000,
            minute: time / 60_000 % 60,
            second: time / 1000 % 60,
            millisecond: time % 1000,
        }
    }
}
