//! When a program is due.

use chrono::Weekday;

/// How often a program is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// On which days.
    pub rhythm: Rhythm,
    /// Sessions on a due day, 1 or more.
    pub times: u32,
}

impl Schedule {
    /// Once every day: the built-in schedule.
    pub const DAILY: Self = Self { rhythm: Rhythm::Days(Weekdays::ALL), times: 1 };
}

/// On which days a program is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// On these days of the week.
    Days(Weekdays),
    /// Any so many different days of a week, Monday to Sunday; 1 to 7, the least not over the most.
    PerWeek {
        /// Due until so many are done: what the streak and the averages go by.
        least: u32,
        /// Wanted until so many are done: a day more than the least keeps the day and is never missed.
        most: u32,
    },
    /// One day in every slot of so many days, 2 or more, counted from the first completed session.
    EveryDays(u32),
    /// When it is needed: never due, never breaks a streak.
    AsNeeded,
}

impl Rhythm {
    /// Exactly so many days of a week.
    pub const fn per_week(days: u32) -> Self {
        Self::PerWeek { least: days, most: days }
    }
}

/// A set of days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Weekdays(u8);

impl Weekdays {
    /// All seven.
    pub const ALL: Self = Self(0x7f);
    /// Monday to Friday.
    pub const WORKDAYS: Self = Self(0x1f);

    /// The set with this day in it.
    #[must_use]
    pub const fn with(self, day: Weekday) -> Self {
        Self(self.0 | 1 << day.num_days_from_monday())
    }

    /// Whether the day is in it.
    pub const fn holds(self, day: Weekday) -> bool {
        self.0 & 1 << day.num_days_from_monday() != 0
    }

    /// The days in it, Monday first.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        (0..7_u8).filter_map(|n| Weekday::try_from(n).ok()).filter(move |day| self.holds(*day))
    }

    /// Whether no day is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}
