//! Why the streak is what it is: the ledger day by day, with the rule for each, and the last safe day.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::day;
use crate::domain::history::History;
use crate::domain::prescription::{and_list, count};
use crate::domain::progress::{followed, headline, rest_days};
use crate::domain::schedule::Schedule;
use crate::domain::streak::{Rules, State};
use crate::domain::text::Id;

/// How far the last safe day is looked for: past any week, slot or usual pause.
const HORIZON: u64 = 62;

/// One day of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub day: NaiveDate,
    /// How it stands.
    pub state: State,
    /// The rule that says so, in words: `missed, and forgiven: 1 in any 7 days is (S8)`.
    pub why: String,
}

/// The days that were judged, the last first.
pub fn ledger(
    history: &History,
    schedules: &BTreeMap<Id, Schedule>,
    rules: &Rules,
    now: DateTime<FixedOffset>,
) -> Vec<Day> {
    let streak = headline(history, schedules, rules, now);
    let of = |(day, state): (&NaiveDate, &State)| Day {
        day: *day,
        state: *state,
        why: because(history, rules, now, *day, *state),
    };
    streak.states.iter().rev().map(of).collect()
}

/// The last day on which training still keeps the run; none where nothing would end it within two months, or where
/// there is no run.
pub fn last_safe_day(
    history: &History,
    schedules: &BTreeMap<Id, Schedule>,
    rules: &Rules,
    now: DateTime<FixedOffset>,
) -> Option<NaiveDate> {
    let run = headline(history, schedules, rules, now).current;
    let today = super::today(history, now, rules.rollover);
    (1..=HORIZON).filter(|_| run > 0).find_map(|ahead| {
        let later = now.checked_add_days(chrono::Days::new(ahead))?;
        let ended = headline(history, schedules, rules, later).current < run;
        ended.then(|| day::after(today, ahead - 1))
    })
}

fn because(history: &History, rules: &Rules, now: DateTime<FixedOffset>, day: NaiveDate, state: State) -> String {
    match state {
        State::Met => done(history, day),
        State::Missed => "missed; a new run begins with the next session (S9)".to_owned(),
        State::Forgiven => {
            let (allow, window) = (rules.grace.allow, rules.grace.window);
            format!("missed, and forgiven: {allow} in any {window} days is (S8)")
        }
        State::Excused => excused(history, now, day),
        State::Rest => match trained(history, day).len() {
            0 => "nothing was due (S6)".to_owned(),
            _ => format!("nothing was due; {} (S6)", done(history, day)),
        },
        State::Open => "today, and still open (S5)".to_owned(),
    }
}

/// The titles of what was trained on a day and counts.
fn trained(history: &History, day: NaiveDate) -> Vec<String> {
    let sessions = history.sessions.iter().filter(|log| {
        !log.start.rehearsal && log.start.day == day && log.finish.as_ref().is_none_or(|finish| finish.counts)
    });
    let typed = history.manual.iter().filter(|manual| manual.day == day && manual.counts);
    let typed = typed.map(|manual| format!("{} (typed in later)", manual.program));
    sessions.map(|log| log.start.program.title.to_string()).chain(typed).collect()
}

fn done(history: &History, day: NaiveDate) -> String {
    let titles = trained(history, day);
    let number = count(u32::try_from(titles.len()).unwrap_or(u32::MAX), "session");
    let mut named: Vec<String> = titles;
    named.dedup();
    if named.is_empty() { "done".to_owned() } else { format!("{number}: {}", and_list(&named)) }
}

fn excused(history: &History, now: DateTime<FixedOffset>, day: NaiveDate) -> String {
    let pause = history.pauses.iter().find(|pause| (pause.from..=pause.to).contains(&day));
    if let Some(pause) = pause {
        let why = pause.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        return format!("paused{why} (S6)");
    }
    if followed(history).iter().any(|program| rest_days(history, program, now).contains(&day)) {
        return "rest was advised after pain over the limit (S6)".to_owned();
    }
    "lost on the way over the date line (S7)".to_owned()
}
