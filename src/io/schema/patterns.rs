//! Patterns for values that stand in texts. They take every form that the guide names, and refuse what is plainly
//! something else: which numbers make sense is for `soleus check` to say. `(?i)` (letters of any case) is known to
//! Tombi, Taplo and Even Better TOML; doubling every letter instead would make their messages unreadable.

macro_rules! number {
    () => {
        r"(\d+[.,]?\d*|[.,]\d+)"
    };
}

macro_rules! unit {
    () => {
        "(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)"
    };
}

macro_rules! phase {
    () => {
        concat!(r"[^\d,]+(", number!(), r"\s*[a-z]+\s*)+")
    };
}

macro_rules! day {
    () => {
        "(mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    };
}

/// An id.
pub(super) const ID: &str = "^[a-z0-9-]{1,64}$";
/// A text in which something is to be seen.
pub(super) const VISIBLE: &str = r"\S";
/// A whole number.
pub(super) const WHOLE: &str = r"^\s*\d+\s*$";
/// A count, or a range of two.
pub(super) const COUNT: &str = r"(?i)^\s*\d+\s*((to|[-–—])\s*\d+\s*)?$";
/// The same, or as many as possible.
pub(super) const REPS: &str = r"(?i)^\s*(max|\d+\s*((to|[-–—])\s*\d+)?)\s*$";
/// A length of time.
pub(super) const DURATION: &str = concat!(r"(?i)^\s*(", number!(), r"\s*", unit!(), r"\s*)+$");
/// A length of time, or two with something between; the low end of a range may leave its unit to the high one.
pub(super) const DURATIONS: &str = concat!(
    r"(?i)^\s*((",
    number!(),
    r"\s*",
    unit!(),
    r"?\s*)+(to|[-–—])\s*)?(",
    number!(),
    r"\s*",
    unit!(),
    r"\s*)+$"
);
/// Phases of one or two words and a time; four numbers; or the runner's own pace.
pub(super) const TEMPO: &str =
    concat!(r"(?i)^\s*(own\s+pace|\d+([-–/ .,]+\d+){3}|", phase!(), "(,", phase!(), r")*)\s*$");
/// Days or a rhythm, and how often a day.
pub(super) const SCHEDULE: &str = concat!(
    r"(?i)^\s*(daily|every\s+day|weekdays|as\s+needed|every\s+(other|second|\d+)\s+days?|",
    r"(once|twice)\s+(a|per)\s+week|\d+\s+(times?|days)\s+(a|per)\s+week|",
    day!(),
    r"([\s,]+(and\s+)?",
    day!(),
    r")*)[\s,]*(,\s*(\d+\s+times?\s+(a|per)\s+day|twice\s+a\s+day)\s*)?$"
);
/// A day in quotes.
pub(super) const DATE: &str = r"^\d{4}-\d{2}-\d{2}$";
/// A BCP 47 tag.
pub(super) const LANGUAGE: &str = "(?i)^[a-z]{2,3}(-[a-z0-9]{1,8})*$";
/// A number with a unit, or without one.
pub(super) const STEP: &str = concat!(r"^\s*", number!(), r"\s*\S*\s*$");
