//! All followed programs together.

use std::collections::BTreeMap;

use soleus::domain::day::ROLLOVER;
use soleus::domain::history::{DatedPlan, History, Manual, Pause};
use soleus::domain::progress::headline;
use soleus::domain::schedule::{Rhythm, Schedule};
use soleus::domain::session::Finish;
use soleus::domain::streak::{Grace, Need, Record, Rules, State, Streak, Unit, streak};

use super::cases::cases;
use super::made::{at, day, enrolment, finish, id, midnight, on, once, plan, session};

const NO_GRACE: Rules = Rules { grace: Grace { allow: 0, window: 7 }, need: Need::Any, rollover: ROLLOVER };

/// The history that a record could come from.
fn history_of(record: &Record) -> History {
    let mut history = History { pauses: record.pauses.clone(), ..History::default() };
    for entry in &record.entries {
        let Some(at) = entry.at else {
            let typed = Manual {
                id: entry.id.clone(),
                program: id("knee"),
                day: entry.day,
                counts: entry.counts,
                fraction: 1.0,
                pain: None,
                at: midnight(entry.day),
            };
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

const WEEKLY: Schedule = once(Rhythm::per_week(3));
const TWO_TO_THREE: Schedule = once(Rhythm::PerWeek { least: 2, most: 3 });
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
        (
            "a week: what is wanted keeps the day, more is a bonus",
            vec![("a", TWO_TO_THREE, &[9, 10, 12, 13])],
            "mm-m-",
            3,
        ),
        ("a week: what is wanted is never missed", vec![("a", TWO_TO_THREE, &[9, 10])], "mm-----", 2),
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
    history.pauses.push(Pause { from: day("2026-11-14"), to: day("2026-11-15"), ..Pause::default() });
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

#[test]
fn streak_headline_asks_nothing_of_a_slot_with_a_pause() {
    let (mut history, schedules) = made(&[("a", EVERY_3, &[9, 15])]);
    history.pauses.push(Pause { from: day("2026-11-12"), to: day("2026-11-12"), ..Pause::default() });
    let got = headline(&history, &schedules, &NO_GRACE, evening(15));
    assert_eq!((letters(&got, 9..=15), got.current), ("m--e--m".to_owned(), 2));
}

#[test]
fn streak_headline_goes_on_when_the_kind_of_schedule_changes() {
    let of = |kept: &[u32], schedule, today| {
        let (mut history, schedules) = made(&[("a", schedule, kept)]);
        history.plans.extend([plan("a", "2026-11-01", Schedule::DAILY), plan("a", "2026-11-11", schedule)]);
        letters(&headline(&history, &schedules, &NO_GRACE, evening(today)), 9..=today)
    };
    // Slots from the change on, then from the first kept day after it: 12-14, 15-17.
    assert_eq!(of(&[9, 10], EVERY_3, 15), "mm--x--");
    assert_eq!(of(&[9, 10, 12], EVERY_3, 16), "mm-m----");
    assert_eq!(of(&[9, 10, 12], EVERY_3, 17), "mm-m----o");
    // Wednesday to Sunday: quota 3; from Friday on: quota 2.
    assert_eq!(of(&[9, 10], WEEKLY, 15), "mm--xxo");
    assert_eq!(of(&[9, 10, 13], WEEKLY, 15), "mm--m-o");
    assert_eq!(of(&[9, 10], on("wed thu"), 12), "mmxo");
}
