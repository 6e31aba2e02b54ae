//! Single values as JSON has them: words of the domain, dates, moments, lengths, ids. All of them are checked here.

use std::time::Duration;

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, Utc};

use super::Bad;
use crate::domain::exercise::{Affected, Side};
use crate::domain::session::{SessionResult, SetResult, SkipReason, When};
use crate::domain::text::Id;

/// A session that goes on for longer than this is an error of typing.
const LONGEST_MS: u64 = 366 * 24 * 3600 * 1000;

/// The value that has this word.
fn meaning<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str, found: &str, bad: Bad) -> Result<T, Bad> {
    all.iter().copied().find(|value| word(*value) == found).ok_or(bad)
}

pub(super) fn side(found: &str) -> Result<Side, Bad> {
    meaning(&[Side::Left, Side::Right], Side::word, found, "`side` is neither left nor right")
}

/// A number of at most a million as whole thousandths.
pub(super) fn thousandths(found: f64) -> Result<u32, Bad> {
    let rounded = (found * 1_000.0).round();
    if !(0.0..=1e9).contains(&rounded) {
        return Err("`measure` is not from 0 to 1,000,000");
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 0 and 1e9")]
    Ok(rounded as u32)
}

pub(super) fn affected(found: &str) -> Result<Affected, Bad> {
    let all = [Affected::Left, Affected::Right, Affected::Both, Affected::Neither];
    meaning(&all, Affected::word, found, "`affected` is no side")
}

pub(super) const fn when_word(when: When) -> &'static str {
    match when {
        When::Before => "before",
        When::During => "during",
        When::After => "after",
        When::NextMorning => "next-morning",
    }
}

pub(super) fn when(found: &str) -> Result<When, Bad> {
    meaning(&[When::Before, When::During, When::After, When::NextMorning], when_word, found, "`when` is not known")
}

pub(super) const fn result_word(result: SessionResult) -> &'static str {
    match result {
        SessionResult::Completed => "completed",
        SessionResult::Partial => "partial",
        SessionResult::Short => "short",
        SessionResult::StoppedPain => "stopped_pain",
    }
}

pub(super) fn result(found: &str) -> Result<SessionResult, Bad> {
    let all = [SessionResult::Completed, SessionResult::Partial, SessionResult::Short, SessionResult::StoppedPain];
    meaning(&all, result_word, found, "`result` is not known")
}

pub(super) const fn set_word(result: SetResult) -> &'static str {
    match result {
        SetResult::Done => "done",
        SetResult::Early => "early",
        SetResult::Skipped(_) => "skipped",
        SetResult::StoppedPain => "stopped_pain",
    }
}

pub(super) fn set_result(found: &str, why: Option<SkipReason>) -> Result<SetResult, Bad> {
    let all = [SetResult::Done, SetResult::Early, SetResult::Skipped(why), SetResult::StoppedPain];
    meaning(&all, set_word, found, "`result` is not known")
}

pub(super) const fn skip_word(reason: SkipReason) -> &'static str {
    match reason {
        SkipReason::Pain => "pain",
        SkipReason::Tired => "tired",
        SkipReason::NoTime => "no-time",
        SkipReason::NoEquipment => "no-equipment",
    }
}

pub(super) fn skip(found: &str) -> Result<SkipReason, Bad> {
    let all = [SkipReason::Pain, SkipReason::Tired, SkipReason::NoTime, SkipReason::NoEquipment];
    meaning(&all, skip_word, found, "`why` is not known")
}

/// `at` and `off`: the moment in UTC, and the offset of the runner's clock.
pub(super) fn moment_words(at: DateTime<FixedOffset>) -> (String, String) {
    (at.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::Millis, true), at.offset().to_string())
}

pub(super) fn moment(at: &str, off: Option<&str>) -> Result<DateTime<FixedOffset>, Bad> {
    let read = DateTime::parse_from_rfc3339(at).ok().filter(|at| (1..=9998).contains(&at.year()));
    let at = read.ok_or("`at` is no date and time")?;
    let Some(off) = off else { return Ok(at) };
    let off: FixedOffset = off.parse().ok().ok_or("`off` is no offset")?;
    Ok(at.with_timezone(&off))
}

pub(super) fn day(found: &str) -> Result<NaiveDate, Bad> {
    let day = NaiveDate::parse_from_str(found, "%Y-%m-%d").ok();
    day.filter(|day| (1..=9998).contains(&day.year())).ok_or("a day is no date")
}

pub(super) fn rollover_word(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

pub(super) fn rollover(found: Option<&str>) -> Result<NaiveTime, Bad> {
    NaiveTime::parse_from_str(found.unwrap_or("04:00"), "%H:%M").ok().ok_or("`roll` is no time of day")
}

pub(super) fn millis(length: Duration) -> u64 {
    u64::try_from(length.as_millis()).unwrap_or(LONGEST_MS).min(LONGEST_MS)
}

pub(super) fn length(millis: u64) -> Result<Duration, Bad> {
    if millis <= LONGEST_MS { Ok(Duration::from_millis(millis)) } else { Err("a length of time is over a year") }
}

/// A number from a small scale.
pub(super) fn score(found: Option<u8>, most: u8) -> Result<Option<u8>, Bad> {
    if found.is_some_and(|score| score > most) { Err("a score is out of range") } else { Ok(found) }
}

pub(super) fn fraction(found: f64) -> Result<f64, Bad> {
    if (0.0..=1.0).contains(&found) { Ok(found) } else { Err("`fraction` is not from 0 to 1") }
}

/// The id of an exercise or a program.
pub(super) fn id(found: &str) -> Result<Id, Bad> {
    Id::new(found).ok_or("an id holds more than a to z, 0 to 9 and -")
}

/// The id of a session or an entry, as it comes.
pub(super) fn identity(found: String) -> Result<String, Bad> {
    let fits = (1..=64).contains(&found.len()) && found.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if fits { Ok(found) } else { Err("an id holds more than letters, digits and -") }
}
