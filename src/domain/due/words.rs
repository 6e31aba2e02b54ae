//! What is due, in words: `due now`, `1 of 2 today, next after 15:00`, `done today, next on Monday`.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use crate::domain::due::{Due, DueState, Excuse, Next};

/// What is due as the home screen says it: no capital, no full stop.
pub fn words(due: &Due) -> String {
    if let (DueState::Begins, Some(next)) = (due.state, due.next) {
        return format!("begins{}", day_words(next.day, due.today));
    }
    let counted = format!("{} of {} today", due.done_today, due.times);
    let several = due.times > 1;
    let state = match due.state {
        DueState::Now if several => format!("{counted}, due now"),
        DueState::Now => "due now".to_owned(),
        DueState::Later(_) | DueState::DoneToday if several => counted,
        DueState::Later(_) | DueState::Begins => String::new(),
        DueState::DoneToday => "done today".to_owned(),
        DueState::Wanted => "not due, one more is welcome this week".to_owned(),
        DueState::RestDay => "rest day".to_owned(),
        DueState::Excused(Excuse::RestAdvised) => "rest advised today".to_owned(),
        DueState::Excused(Excuse::Paused) => "paused".to_owned(),
        DueState::AsNeeded if due.done_today > 0 => format!("as needed, {} today", due.done_today),
        DueState::AsNeeded => "as needed".to_owned(),
    };
    let next = due.next.map(|next| next_words(next, due.today));
    let parts: Vec<String> = [Some(state), next].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// `next after 15:00`, `next tomorrow`, `next on Monday after 09:30`, `next on 6 December`.
fn next_words(next: Next, today: NaiveDate) -> String {
    // A gap that ends between midnight and the rollover is told by the date on the clock.
    let date = next.after.filter(|_| next.day > today).map_or(next.day, |end| end.date_naive());
    let day = day_words(date, today);
    // Rounded up to the minute: what is said to be over is over.
    let whole = next.after.and_then(|end| end.checked_add_signed(TimeDelta::seconds(59)));
    let after = whole.map_or_else(String::new, |end| format!(" after {}", end.format("%H:%M")));
    format!("next{day}{after}")
}

/// ` tomorrow`, ` on Monday`, ` on 6 December`; nothing for today.
fn day_words(date: NaiveDate, today: NaiveDate) -> String {
    match date.signed_duration_since(today).num_days() {
        ..=0 => String::new(),
        1 => " tomorrow".to_owned(),
        2..=6 => format!(" on {}", date.format("%A")),
        _ if date.year() == today.year() => format!(" on {}", date.format("%-d %B")),
        _ => format!(" on {}", date.format("%-d %B %Y")),
    }
}
