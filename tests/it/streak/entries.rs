//! How the history becomes entries, schedules and days of rest, and the pain of a session.

use soleus::domain::day::ROLLOVER;
use soleus::domain::history::{History, Pause, SessionLog};
use soleus::domain::program::PainQuestion;
use soleus::domain::progress::{lines, pain_that_counts, record, today};
use soleus::domain::schedule::{Rhythm, Schedule};
use soleus::domain::session::{Happened, SetResult, When};
use soleus::domain::streak::Rules;

use super::made::{at, day, id, line, manual, on, once, plan, rated, session, set, unfinished};

const WEEKLY: Schedule = once(Rhythm::per_week(3));
const EVERY_3: Schedule = once(Rhythm::EveryDays(3));
const NEEDED: Schedule = once(Rhythm::AsNeeded);

fn kept(history: &History, now: &str) -> Vec<bool> {
    let record = record(history, &id("knee"), Schedule::DAILY, &Rules::default(), at(now));
    record.entries.iter().map(|entry| entry.counts).collect()
}

fn only(sessions: Vec<SessionLog>) -> History {
    History { sessions, ..History::default() }
}

#[test]
fn streak_entries_of_sessions_that_were_cut_off() {
    let mut short = unfinished("knee", "2026-11-16T09:00:00+01:00");
    let history = only(vec![unfinished("knee", "2026-11-16T08:00:00+01:00"), short.clone()]);
    // Its last line was written at 08:30: one of two sets, so half of it.
    assert_eq!(kept(&history, "2026-11-16T14:30:00+01:00"), [false, false], "may still be resumed");
    assert_eq!(kept(&history, "2026-11-16T14:30:01+01:00"), [true, false]);
    short.lines.clear();
    assert_eq!(kept(&only(vec![short]), "2026-11-17T14:30:00+01:00"), [false]);

    let mut rehearsal = session("knee", "2026-11-16T08:00:00+01:00");
    rehearsal.start.rehearsal = true;
    rehearsal.start.day = day("2026-11-17");
    let history = only(vec![rehearsal, session("hip", "2026-11-16T08:00:00+01:00")]);
    assert!(kept(&history, "2026-11-17T20:00:00+01:00").is_empty());
    assert_eq!(today(&history, at("2026-11-16T20:00:00+01:00"), ROLLOVER), day("2026-11-16"));
}

#[test]
fn streak_entries_of_a_session_that_another_goes_on_with() {
    let first = unfinished("knee", "2026-11-16T08:00:00+01:00");
    let mut second = unfinished("knee", "2026-11-16T08:40:00+01:00");
    second.start.continues = Some(first.start.session.clone());
    second.lines = vec![line(Happened::Set(set("drop", 2, SetResult::Early)))];
    let mut history = only(vec![first, second]);
    assert_eq!(kept(&history, "2026-11-17T08:00:00+01:00"), [false, true], "one session, with the sets of both");
    assert_eq!(lines(&history, &history.sessions[1]).len(), 2);
    history.sessions[0].start.continues = Some(history.sessions[1].start.session.clone());
    assert_eq!(lines(&history, &history.sessions[1]).len(), 2, "a circle has an end");
}

#[test]
fn streak_schedules_come_from_the_history_first() {
    let mut history = only(vec![]);
    let rules = Rules::default();
    let now = at("2026-11-16T20:00:00+01:00");
    let of = |history: &History| {
        let record = record(history, &id("knee"), WEEKLY, &rules, now);
        record.schedules.iter().map(|dated| (dated.from, dated.schedule)).collect::<Vec<_>>()
    };
    assert_eq!(of(&history), [(None, WEEKLY)]);
    history.plans.push(plan("hip", "2026-11-02", EVERY_3));
    let mut later = plan("knee", "2026-11-09", on("mon"));
    later.at = at("2026-11-10T08:00:00Z");
    history.plans.extend([later, plan("knee", "2026-11-09", EVERY_3), plan("knee", "2026-11-02", NEEDED)]);
    let expected = [(Some(day("2026-11-02")), NEEDED), (Some(day("2026-11-09")), on("mon"))];
    assert_eq!(of(&history), expected);
    history.plans.reverse();
    assert_eq!(of(&history), expected, "whatever the order");
    history.manual.push(manual("knee", "2026-11-10"));
    assert_eq!(kept(&history, "2026-11-17T08:00:00+01:00"), [true]);
}

#[test]
fn streak_rest_days_of_a_session_that_was_cut_off() {
    let mut hurt = unfinished("knee", "2026-11-16T08:00:00+01:00");
    hurt.lines.push(line(Happened::Rate(rated(When::During, 7))));
    let pauses =
        |now: &str| record(&only(vec![hurt.clone()]), &id("knee"), Schedule::DAILY, &Rules::default(), at(now)).pauses;
    assert!(pauses("2026-11-16T10:00:00+01:00").is_empty());
    let rest = Pause { from: day("2026-11-17"), to: day("2026-11-17"), ..Pause::default() };
    assert_eq!(pauses("2026-11-17T10:00:00+01:00"), [rest]);
}

#[test]
fn streak_pain_that_counts_is_the_worst_and_unknown_where_asked_and_not_given() {
    use PainQuestion::{After, Before, MorningStiffness, NextMorning};
    let mut log = session("knee", "2026-11-16T08:00:00+01:00");
    let asked_for = |log: &SessionLog, asked: &[PainQuestion]| pain_that_counts(&only(vec![log.clone()]), log, asked);
    assert_eq!(asked_for(&log, &[]), None);
    log.lines.push(line(Happened::Rate(rated(When::Before, 6))));
    log.lines.push(line(Happened::Rate(rated(When::During, 4))));
    assert_eq!(asked_for(&log, &[]), Some(4), "before counts only where it is asked");
    assert_eq!(asked_for(&log, &[Before, MorningStiffness]), Some(6));
    assert_eq!(asked_for(&log, &[After]), None);
    log.lines.push(line(Happened::Rate(rated(When::After, 5))));
    assert_eq!(asked_for(&log, &[After]), Some(5));
    assert_eq!(asked_for(&log, &[After, NextMorning]), None);

    // The morning's answer stands at the day's last session, and holds for the first one too.
    let mut evening = session("knee", "2026-11-16T18:00:00+01:00");
    evening.later.push(rated(When::NextMorning, 7));
    let mut history = only(vec![log, evening]);
    let pain = |asked: &[PainQuestion]| pain_that_counts(&history, &history.sessions[0], asked);
    assert_eq!(pain(&[After, NextMorning]), Some(7));
    assert_eq!(pain(&[After]), Some(5));
    history.sessions[1].later.push(rated(When::After, 9));
    let pain = pain_that_counts(&history, &history.sessions[0], &[After, NextMorning]);
    assert_eq!(pain, Some(7), "how the evening went is not the morning session's");
}
