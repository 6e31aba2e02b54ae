//! All followed programs together, and how the history becomes entries.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use soleus::domain::history::{DatedPlan, History, Manual, Pause, SessionLog};
use soleus::domain::program::PainQuestion;
use soleus::domain::progress::{headline, lines, pain_that_counts, record, today};
use soleus::domain::schedule::{Rhythm, Schedule};
use soleus::domain::session::{Finish, Happened, SetResult, When};
use soleus::domain::streak::{Grace, Record, Rules, State, Streak, Unit, streak};

use super::cases::cases;
use super::made::{at, day, enrolment, finish, id, line, manual, on, once, plan, rated, session, set, unfinished};

const NO_GRACE: Rules =
    Rules { grace: Grace { allow: 0, window: 7 }, need: soleus::domain::streak::Need::Any, rollover: FOUR };
const FOUR: NaiveTime = soleus::domain::day::ROLLOVER;

/// The history that a record could come from.
fn history_of(record: &Record) -> History {
    let mut history = History { pauses: record.pauses.clone(), ..History::default() };
    for entry in &record.entries {
        let Some(at) = entry.at else {
            let typed = Manual { id: entry.id.clone(), program: id("knee"), day: entry.day, counts: entry.counts };
            history.manual.push(typed);
            continue;
        };
        let mut log = session("knee", &at.to_rfc3339());
        log.start.session.clone_from(&entry.id);
        log.start.day = entry.day;
        log.finish = Some(finish(entry.counts));
        history.sessions.push(log);
    }
    let early = day("2000-01-01");
    let plans = record.schedules.iter().map(|dated| DatedPlan {
        at: at("2026-01-01T08:00:00Z"),
        program: id("knee"),
        from: dated.from.unwrap_or(early),
        schedule: dated.schedule,
    });
    history.plans.extend(plans);
    history
}

#[test]
fn streak_headline_of_one_program_of_days_is_its_own() {
    let mut compared = 0;
    for case in cases() {
        let record = case.record();
        let own = streak(&record, case.now());
        if own.unit != Unit::Days {
            continue;
        }
        let need = record.schedules.first().map_or_else(Default::default, |dated| dated.need);
        let rules = Rules { grace: record.grace, need, rollover: record.rollover };
        let schedules = BTreeMap::from([(id("knee"), Schedule::DAILY)]);
        let mut history = history_of(&record);
        assert_eq!(headline(&history, &schedules, &rules, case.now()), own, "{}", case.name);
        history.enrolments.push(enrolment("knee", "2026-01-01T08:00:00Z"));
        assert_eq!(headline(&history, &schedules, &rules, case.now()), own, "{}, enrolled", case.name);
        compared += 1;
    }
    assert_eq!(compared, 43);
}

/// A program, its schedule, and the mornings on which it was trained.
type Trained<'a> = (&'a str, Schedule, &'a [u32]);

/// Programs with their schedules and the mornings on which each was trained, without grace, on the evening of a day.
fn of(programs: &[Trained<'_>], today: u32) -> Streak {
    let (history, schedules) = made(programs);
    headline(&history, &schedules, &NO_GRACE, evening(today))
}

fn made(programs: &[Trained<'_>]) -> (History, BTreeMap<soleus::domain::text::Id, Schedule>) {
    let mut history = History::default();
    for (name, _, days) in programs {
        history.enrolments.push(enrolment(name, "2026-10-01T08:00:00+01:00"));
        history.sessions.extend(days.iter().map(|day| session(name, &format!("2026-11-{day:02}T08:00:00+01:00"))));
    }
    (history, programs.iter().map(|(name, schedule, _)| (id(name), *schedule)).collect())
}

fn evening(day: u32) -> chrono::DateTime<chrono::FixedOffset> {
    at(&format!("2026-11-{day:02}T20:00:00+01:00"))
}

/// The states of November days as letters: met, missed, excused, rest, open.
fn letters(streak: &Streak, days: std::ops::RangeInclusive<u32>) -> String {
    let letter = |n| match streak.states.get(&day(&format!("2026-11-{n:02}"))) {
        Some(State::Met) => 'm',
        Some(State::Missed) => 'x',
        Some(State::Forgiven) => 'f',
        Some(State::Excused) => 'e',
        Some(State::Rest) => '-',
        Some(State::Open) => 'o',
        None => '.',
    };
    days.map(letter).collect()
}

const WEEKLY: Schedule = once(Rhythm::PerWeek(3));
const EVERY_3: Schedule = once(Rhythm::EveryDays(3));
const NEEDED: Schedule = once(Rhythm::AsNeeded);

#[test]
fn streak_headline_takes_all_programs_together() {
    // Monday is the 9th and the 16th.
    let mwf = || on("mon wed fri");
    let tue = || on("tue");
    let table: Vec<(&str, Vec<Trained<'_>>, &str, u32)> = vec![
        ("nothing done", vec![("a", Schedule::DAILY, &[])], ".......", 0),
        (
            "either keeps the day",
            vec![("a", Schedule::DAILY, &[9, 11]), ("b", Schedule::DAILY, &[10, 12])],
            "mmmmxxo",
            0,
        ),
        ("each on its days", vec![("a", mwf(), &[9, 11, 13]), ("b", tue(), &[10])], "mmm-m--", 4),
        (
            "a session on another's day is a bonus",
            vec![("a", mwf(), &[9, 11, 12, 13]), ("b", tue(), &[10])],
            "mmm-m--",
            4,
        ),
        (
            "due only from its own first session",
            vec![("a", mwf(), &[9, 11, 13]), ("b", on("tue thu"), &[12])],
            "m-mmm--",
            4,
        ),
        ("a week: any day until the quota", vec![("a", WEEKLY, &[9, 10, 13, 14])], "mm--m--", 3),
        ("a week: due when nothing is left over", vec![("a", WEEKLY, &[9, 14])], "m----mo", 2),
        ("a slot: due on its last day", vec![("a", EVERY_3, &[9, 13])], "m---m--", 2),
        ("a slot missed", vec![("a", EVERY_3, &[9])], "m----x-", 0),
        ("a slot's second session is a bonus", vec![("a", EVERY_3, &[9, 10, 14])], "m----m-", 2),
        ("as needed asks and keeps nothing", vec![("a", NEEDED, &[9, 10]), ("b", mwf(), &[9, 11, 13])], "m-m-m--", 3),
    ];
    for (name, programs, expected, current) in table {
        let got = of(&programs, 15);
        let shown = letters(&got, 9..=15);
        assert!(shown.starts_with(expected), "{name}: {shown}");
        assert_eq!(got.current, current, "{name}: {shown}");
        assert_eq!(got.unit, Unit::Days);
    }
}

#[test]
fn streak_headline_week_asks_at_the_end() {
    // One of three is done by Saturday: two days are left for two, the Saturday is due, then the Sunday.
    assert_eq!(letters(&of(&[("a", WEEKLY, &[9])], 16), 9..=16), "m----xx-");
    assert_eq!(letters(&of(&[("a", WEEKLY, &[9, 14])], 15), 9..=15), "m----mo");
    assert_eq!(letters(&of(&[("a", WEEKLY, &[9, 14, 15])], 15), 9..=15), "m----mm");
    // A pause at the end of the week: quota ceil(3 * 5 / 7) = 3, to be met by Friday.
    let (mut history, schedules) = made(&[("a", WEEKLY, &[9])]);
    history.pauses.push(Pause { from: day("2026-11-14"), to: day("2026-11-15"), why: None });
    let got = headline(&history, &schedules, &NO_GRACE, evening(16));
    assert_eq!(letters(&got, 9..=16), "m--xxee-");
}

#[test]
fn streak_headline_excuses_the_days_of_advised_rest() {
    let (mut history, schedules) = made(&[("a", Schedule::DAILY, &[9, 10, 12]), ("b", on("tue fri"), &[])]);
    history.sessions[1].finish = Some(Finish { rest_advised: Some(day("2026-11-11")), ..finish(true) });
    let got = headline(&history, &schedules, &NO_GRACE, evening(12));
    assert_eq!((letters(&got, 9..=12), got.current), ("mmem".to_owned(), 3));
    // Another program that is due on that day still asks for it, once it was begun.
    history.sessions.push(session("b", "2026-11-10T09:00:00+01:00"));
    let tue_wed = BTreeMap::from([(id("a"), Schedule::DAILY), (id("b"), on("tue wed"))]);
    assert_eq!(letters(&headline(&history, &tue_wed, &NO_GRACE, evening(12)), 9..=12), "mmxm");
}

#[test]
fn streak_headline_sets_programs_aside() {
    let tuesdays: &[u32] = &[10, 17, 24];
    let left = |today| letters(&of(&[("a", Schedule::DAILY, &[8, 9]), ("b", on("tue"), tuesdays)], today), 8..=today);
    assert_eq!(left(23), "mmmxxxxxxmxxxxxo", "fourteen days away, today counted: still asked for");
    assert_eq!(left(24), "mmm------m------m", "fifteen: set aside, as if it had been said at once");
    let back = of(&[("a", Schedule::DAILY, &[8, 9, 26]), ("b", on("tue"), tuesdays)], 27);
    assert_eq!(letters(&back, 23..=27), "-m-mo", "taken up again");
    let alone = of(&[("a", Schedule::DAILY, &[8, 9])], 30);
    assert_eq!(letters(&alone, 8..=12), "mmxxx", "nothing to go on to: missed");
}

#[test]
fn streak_headline_asks_nothing_of_a_program_that_is_gone() {
    let (history, mut schedules) = made(&[("a", Schedule::DAILY, &[9, 10]), ("b", on("fri"), &[13])]);
    schedules.remove(&id("a"));
    let got = headline(&history, &schedules, &NO_GRACE, evening(15));
    assert_eq!((letters(&got, 9..=15), got.current), ("mm--m--".to_owned(), 3));
    assert_eq!(headline(&History::default(), &schedules, &NO_GRACE, evening(15)).today, State::Open);
}

#[test]
fn streak_headline_of_an_enrolled_program_is_open_today() {
    let got = of(&[("a", on("mon"), &[9]), ("b", on("thu"), &[])], 12);
    assert_eq!((letters(&got, 9..=12), got.at_risk), ("m--o".to_owned(), true));
    assert_eq!(of(&[("b", on("thu"), &[])], 12).today, State::Open);
    assert_eq!(of(&[("b", on("thu"), &[])], 13).today, State::Rest);
}

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
    assert_eq!(today(&history, at("2026-11-16T20:00:00+01:00"), FOUR), day("2026-11-16"));
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
    let now = evening(16);
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
    let rest = Pause { from: day("2026-11-17"), to: day("2026-11-17"), why: None };
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
    let history = only(vec![log, evening]);
    let pain = |asked: &[PainQuestion]| pain_that_counts(&history, &history.sessions[0], asked);
    assert_eq!(pain(&[After, NextMorning]), Some(7));
    assert_eq!(pain(&[After]), Some(5));
}
