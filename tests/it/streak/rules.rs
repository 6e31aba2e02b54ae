//! What S1 to S11 leave open, and what the table does not reach: changes of schedule, as needed, risk.

use soleus::domain::history::Pause;
use soleus::domain::schedule::{Rhythm, Schedule};
use soleus::domain::streak::{Dated, Entry, Grace, Record, State, Streak, Unit, streak};

use super::made::{at, day, on, once};

/// The streak of days typed in, seen in the evening of `today`.
fn of(schedules: &[(&str, Schedule)], kept: &[&str], today: &str) -> Streak {
    streak(&record(schedules, kept), at(&format!("{today}T20:00:00+01:00")))
}

fn record(schedules: &[(&str, Schedule)], kept: &[&str]) -> Record {
    let entry = |kept: &&str| Entry { id: (*kept).to_owned(), at: None, day: day(kept), counts: true };
    let dated = |(from, schedule): &(&str, Schedule)| Dated { from: Some(day(from)), ..Dated::always(*schedule) };
    Record {
        entries: kept.iter().map(entry).collect(),
        pauses: Vec::new(),
        schedules: schedules.iter().map(dated).collect(),
        grace: Grace::default(),
        rollover: soleus::domain::day::ROLLOVER,
    }
}

const WEEKLY: Schedule = once(Rhythm::per_week(3));
const EVERY_2: Schedule = once(Rhythm::EveryDays(2));
const EVERY_3: Schedule = once(Rhythm::EveryDays(3));
const EVERY_4: Schedule = once(Rhythm::EveryDays(4));
const NEEDED: Schedule = once(Rhythm::AsNeeded);

#[test]
fn streak_of_another_kind_begins_anew_and_longest_is_kept_per_unit() {
    let plans = [("2026-10-01", Schedule::DAILY), ("2026-11-09", WEEKLY), ("2026-11-23", Schedule::DAILY)];
    let daily = ["2026-11-06", "2026-11-07", "2026-11-08"];
    let weekly = ["2026-11-10", "2026-11-12", "2026-11-14"];
    let both: Vec<&str> = daily.into_iter().chain(weekly).collect();

    let before = of(&plans, &daily, "2026-11-08");
    assert_eq!((before.current, before.longest, before.unit), (3, 3, Unit::Days));
    let after = of(&plans, &daily, "2026-11-09");
    assert_eq!((after.current, after.longest, after.unit, after.today), (0, 0, Unit::Weeks, State::Open));
    let weeks = of(&plans, &both, "2026-11-15");
    assert_eq!((weeks.current, weeks.longest, weeks.today), (1, 1, State::Met));
    assert_eq!(weeks.states[&day("2026-11-09")], State::Met);
    assert_eq!(weeks.states[&day("2026-11-08")], State::Met, "days before the change are still shown");
    let again = of(&plans, &both, "2026-11-23");
    assert_eq!((again.current, again.longest, again.unit), (0, 3, Unit::Days), "the longest run of days");
}

#[test]
fn streak_weeks_are_cut_where_the_kind_changes() {
    // From Thursday the 12th: four days, quota ceil(3 * 4 / 7) = 2, keyed by its first day.
    let plans = [("2026-10-01", Schedule::DAILY), ("2026-11-12", WEEKLY), ("2026-11-18", Schedule::DAILY)];
    let got = of(&plans, &["2026-11-11", "2026-11-12", "2026-11-15", "2026-11-17"], "2026-11-18");
    assert_eq!(got.states[&day("2026-11-11")], State::Met);
    assert_eq!(got.states[&day("2026-11-12")], State::Met);
    assert_eq!(got.states[&day("2026-11-16")], State::Met, "two days, quota ceil(3 * 2 / 7) = 1");
    assert_eq!((got.current, got.longest, got.unit), (0, 1, Unit::Days));
    let late = of(&plans, &["2026-11-12", "2026-11-15", "2026-11-18"], "2026-11-18");
    assert_eq!(late.states[&day("2026-11-16")], State::Missed, "the 18th is of another stretch");
}

#[test]
fn streak_goes_on_when_only_the_number_changes() {
    let twice = once(Rhythm::per_week(2));
    let plans = [("2026-10-01", WEEKLY), ("2026-11-16", twice)];
    let got = of(&plans, &["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-17", "2026-11-18"], "2026-11-18");
    assert_eq!((got.current, got.longest), (2, 2));

    // Four days of 3 a week and three of 7: ceil((12 + 21) / 7) = 5.
    let plans = [("2026-10-01", WEEKLY), ("2026-11-20", once(Rhythm::per_week(7)))];
    let four = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"];
    assert_eq!(of(&plans, &four, "2026-11-22").today, State::Open);
    let five: Vec<&str> = four.into_iter().chain(["2026-11-20"]).collect();
    assert_eq!(of(&plans, &five, "2026-11-22").today, State::Met);
}

#[test]
fn streak_of_a_range_of_days_goes_by_its_low_end() {
    let two_to_three = once(Rhythm::PerWeek { least: 2, most: 3 });
    let plans = [("2026-10-01", two_to_three)];
    // Weeks from the 2nd, the 9th and the 16th: three days, two, one.
    let days = ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-10", "2026-11-12", "2026-11-17"];
    let got = of(&plans, &days, "2026-11-25");
    let states = ["2026-11-02", "2026-11-09", "2026-11-16"].map(|monday| got.states[&day(monday)]);
    assert_eq!(states, [State::Met, State::Met, State::Missed]);
    assert_eq!((got.current, got.longest, got.unit), (0, 2, Unit::Weeks));
}

#[test]
fn streak_slots_are_laid_anew_when_their_length_changes() {
    let plans = [("2026-10-01", EVERY_2), ("2026-11-13", EVERY_4)];
    // Slots 10-11, 12 (cut short, excused), 13-16, 17-20.
    let got = of(&plans, &["2026-11-10", "2026-11-16", "2026-11-17"], "2026-11-18");
    assert_eq!((got.current, got.longest, got.unit), (3, 3, Unit::Periods));
    assert_eq!(got.states[&day("2026-11-12")], State::Excused);
    assert_eq!(got.states[&day("2026-11-13")], State::Met);
    assert_eq!(got.states[&day("2026-11-17")], State::Met);
    assert_eq!(got.states.len(), 4);
}

#[test]
fn streak_as_needed_is_rest_and_keeps_a_run_of_days() {
    let only = of(&[("2026-10-01", NEEDED)], &["2026-11-16", "2026-11-17"], "2026-11-18");
    assert_eq!((only.current, only.longest, only.unit, only.today), (0, 0, Unit::Days, State::Rest));
    let plans = [("2026-10-01", Schedule::DAILY), ("2026-11-12", NEEDED)];
    let then = of(&plans, &["2026-11-10", "2026-11-11"], "2026-11-21");
    assert_eq!((then.current, then.longest, then.today), (2, 2, State::Rest));
}

#[test]
fn streak_schedules_of_the_future_wait_and_the_first_holds_from_always() {
    let plans = [("2026-11-12", on("mon wed fri")), ("2026-11-30", WEEKLY)];
    let got = of(&plans, &["2026-11-09", "2026-11-11", "2026-11-13"], "2026-11-13");
    assert_eq!((got.current, got.unit), (3, Unit::Days));
    let twice = [("2026-11-01", WEEKLY), ("2026-11-01", Schedule::DAILY)];
    assert_eq!(of(&twice, &["2026-11-13"], "2026-11-13").unit, Unit::Days, "of two for one day the later holds");
    assert_eq!(of(&[], &["2026-11-12", "2026-11-13"], "2026-11-13").current, 2, "none at all is daily");
}

#[test]
fn streak_at_risk_when_missing_today_would_end_it() {
    let daily = [("2026-10-01", Schedule::DAILY)];
    assert!(!of(&daily, &["2026-11-20"], "2026-11-21").at_risk, "the first miss is forgiven");
    assert!(of(&daily, &["2026-11-19"], "2026-11-21").at_risk, "the second is not");
    assert!(!of(&daily, &["2026-11-10"], "2026-11-21").at_risk, "nothing to lose");

    let week = ["2026-11-09", "2026-11-10", "2026-11-11"];
    let weekly = [("2026-10-01", WEEKLY)];
    assert!(!of(&weekly, &week, "2026-11-19").at_risk, "Friday, Saturday, Sunday are left");
    assert!(of(&weekly, &week, "2026-11-20").at_risk);
    assert!(of(&weekly, &week, "2026-11-22").at_risk);
    assert!(!of(&weekly, &["2026-11-02", "2026-11-13"], "2026-11-22").at_risk, "no week to lose");
    let today_too: Vec<&str> = week.into_iter().chain(["2026-11-20"]).collect();
    assert!(!of(&weekly, &today_too, "2026-11-20").at_risk);
    let too_late: Vec<&str> = week.into_iter().chain(["2026-11-22"]).collect();
    assert!(!of(&weekly, &too_late, "2026-11-22").at_risk, "today is done already");

    let every = [("2026-10-01", EVERY_3)];
    assert!(!of(&every, &["2026-11-16"], "2026-11-20").at_risk);
    assert!(of(&every, &["2026-11-16"], "2026-11-21").at_risk, "the last day of the slot 19-21");
    assert!(!of(&every, &["2026-11-10"], "2026-11-21").at_risk, "no slot to lose");
}

#[test]
fn streak_pauses_shorten_what_is_left_of_a_week() {
    let mut record = record(&[("2026-10-01", WEEKLY)], &["2026-11-09", "2026-11-10", "2026-11-11"]);
    record.pauses.push(Pause { from: day("2026-11-21"), to: day("2026-11-22"), ..Pause::default() });
    // Five days available: quota ceil(15 / 7) = 3, to be met from Wednesday to Friday.
    assert!(!streak(&record, at("2026-11-17T20:00:00+01:00")).at_risk);
    assert!(streak(&record, at("2026-11-18T20:00:00+01:00")).at_risk);
}

#[test]
fn streak_slots_stand_where_their_anchor_says() {
    for (anchor, slots) in [("2026-11-09", ["2026-11-09", "2026-11-12"]), ("2026-11-20", ["2026-11-08", "2026-11-11"])]
    {
        let mut record = record(&[("2026-10-01", EVERY_3)], &["2026-11-10", "2026-11-12"]);
        record.schedules[0].anchor = Some(day(anchor));
        let got = streak(&record, at("2026-11-13T20:00:00+01:00"));
        assert_eq!(got.states.keys().copied().collect::<Vec<_>>(), slots.map(day), "from {anchor}");
        assert_eq!((got.current, got.today), (2, State::Met));
    }
    // An anchor before the schedule: its first slot, the 10th alone, is cut short and excused.
    let plans = [("2026-10-01", EVERY_2), ("2026-11-11", EVERY_3)];
    let mut record = record(&plans, &["2026-11-09", "2026-11-13"]);
    record.schedules[1].anchor = Some(day("2026-11-09"));
    let got = streak(&record, at("2026-11-13T20:00:00+01:00"));
    assert_eq!((got.states[&day("2026-11-11")], got.current), (State::Excused, 2));
}

#[test]
fn streak_grace_comes_back_after_the_window() {
    // Missed on the 12th and the 19th: seven days apart, so no seven consecutive days hold both.
    let kept: Vec<String> = (10..=21).filter(|n| ![12, 19].contains(n)).map(|n| format!("2026-11-{n}")).collect();
    let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
    assert_eq!(of(&[], &kept, "2026-11-21").current, 10);
}

#[test]
fn streak_date_line_takes_a_day_strictly_between() {
    let entry = |id: &str, when: &str, counts| {
        let at = at(when);
        Entry { id: id.to_owned(), at: Some(at), day: at.date_naive(), counts }
    };
    let of = |second: &str, third: &str| {
        let entries = vec![
            entry("a", "2026-11-12T18:00:00+00:00", true),
            entry("b", "2026-11-13T18:00:00+00:00", false),
            entry("c", second, false),
            entry("d", third, true),
        ];
        let record = Record { entries, grace: Grace { allow: 0, window: 7 }, ..record(&[], &[]) };
        streak(&record, at("2026-11-16T20:00:00+12:00"))
    };
    // The 13th and the 15th were trained too little: both ends of the jump are ordinary misses.
    let got = of("2026-11-15T12:00:00+12:00", "2026-11-16T12:00:00+12:00");
    let states = ["2026-11-13", "2026-11-14", "2026-11-15"].map(|on| got.states[&day(on)]);
    assert_eq!(states, [State::Missed, State::Excused, State::Missed], "twelve hours are enough");
    let got = of("2026-11-15T12:00:00+11:45", "2026-11-16T12:00:00+11:45");
    assert_eq!(got.states[&day("2026-11-14")], State::Missed, "less than twelve are not");
    let got = of("2026-11-14T12:00:00+12:00", "2026-11-16T12:00:00+12:00");
    assert_eq!(got.states[&day("2026-11-14")], State::Missed, "no day between");
}

#[test]
fn streak_of_two_entries_at_one_instant_does_not_depend_on_their_order() {
    let entry = |id: &str, when: &str| {
        let at = at(when);
        Entry { id: id.to_owned(), at: Some(at), day: at.date_naive(), counts: false }
    };
    let mut record = record(&[], &["2026-11-10"]);
    record.grace.allow = 0;
    record.entries.push(entry("b", "2026-11-12T10:00:00+12:00"));
    record.entries.push(entry("a", "2026-11-11T22:00:00+00:00"));
    record.entries.push(entry("c", "2026-11-14T10:00:00+12:00"));
    let now = at("2026-11-17T20:00:00+12:00");
    let forwards = streak(&record, now);
    record.entries.reverse();
    assert_eq!(streak(&record, now), forwards);
    assert_eq!(forwards.states[&day("2026-11-12")], State::Missed, "the clock was in the east on the 12th already");
}

#[test]
fn streak_of_a_typing_error_in_the_year_ends_soon() {
    let got = of(&[], &["0206-11-20", "2026-11-20", "2026-11-21"], "2026-11-21");
    assert_eq!((got.current, got.longest, got.states.len()), (2, 2, 2));
}
