//! What is due, and the words for it.

use soleus::domain::due::{Due, DueState, Excuse, due, words};
use soleus::domain::history::{History, Pause};
use soleus::domain::schedule::{Rhythm, Schedule};
use soleus::domain::session::{Finish, Happened, SetResult};
use soleus::domain::streak::Rules;

use super::made::{at, day, finish, line, manual, on, once, plan, program, session, set, unfinished};

/// What is due with these sessions of half an hour each, the last word of each moment its hour (+01:00).
fn of(schedule: Schedule, gap_hours: u64, sessions: &[&str], now: &str) -> Due {
    due(&program(schedule, gap_hours), &history(sessions), &Rules::default(), moment(now))
}

fn moment(text: &str) -> chrono::DateTime<chrono::FixedOffset> {
    at(&format!("2026-11-{}:00+01:00", text.replace(' ', "T")))
}

fn history(sessions: &[&str]) -> History {
    let sessions = sessions.iter().map(|text| session("knee", &moment(text).to_rfc3339())).collect();
    History { sessions, ..History::default() }
}

#[test]
fn streak_due_of_a_range_of_times_a_week() {
    let two_to_three = once(Rhythm::PerWeek { least: 2, most: 3 });
    let welcome = "not due, one more is welcome this week, next on Monday";
    let table: &[(u64, &[&str], &str, &str)] = &[
        (0, &["16 08:00"], "17 09:00", "due now"),
        (0, &["16 08:00", "17 08:00"], "17 09:00", "done today, next on Monday"),
        (0, &["16 08:00", "17 08:00"], "18 09:00", welcome),
        (0, &["16 08:00", "17 08:00", "18 08:00"], "19 09:00", "rest day, next on Monday"),
        (40, &["16 08:00", "18 08:00"], "19 09:00", "rest day, next on Monday"),
    ];
    for (gap, sessions, now, expected) in table {
        assert_eq!(words(&of(two_to_three, *gap, sessions, now)), *expected, "{sessions:?} at {now}");
    }
}

#[test]
fn streak_due_in_words() {
    let daily = Schedule::DAILY;
    let twice = Schedule { times: 2, ..daily };
    let weekly = once(Rhythm::per_week(3));
    let every = once(Rhythm::EveryDays(3));
    let needed = once(Rhythm::AsNeeded);
    // Monday is the 16th.
    let table: &[(Schedule, u64, &[&str], &str, &str)] = &[
        (daily, 0, &[], "16 09:00", "due now"),
        (daily, 0, &["15 08:00"], "16 09:00", "due now"),
        (daily, 0, &["16 08:00"], "16 09:00", "done today, next tomorrow"),
        (daily, 0, &["16 08:00"], "17 03:59", "done today, next tomorrow"),
        (daily, 0, &["16 08:00"], "17 04:00", "due now"),
        (daily, 0, &["16 01:00"], "16 09:00", "due now"),
        // The gap runs from the end, half an hour after the start.
        (twice, 6, &[], "16 09:00", "0 of 2 today, due now"),
        (twice, 6, &["16 08:30"], "16 09:00", "1 of 2 today, next after 15:00"),
        (twice, 6, &["16 08:30"], "16 14:59", "1 of 2 today, next after 15:00"),
        (twice, 6, &["16 08:30"], "16 15:00", "1 of 2 today, due now"),
        (twice, 6, &["16 08:30", "16 15:00"], "16 16:00", "2 of 2 today, next tomorrow"),
        (twice, 6, &["16 19:00"], "16 20:00", "1 of 2 today, next after 01:30"),
        (twice, 6, &["16 23:00"], "16 23:40", "1 of 2 today, next tomorrow after 05:30"),
        (twice, 6, &["16 08:00", "16 23:00"], "16 23:40", "2 of 2 today, next tomorrow after 05:30"),
        (daily, 40, &["16 17:00"], "17 09:00", "next tomorrow after 09:30"),
        (daily, 40, &["16 17:00"], "18 09:00", "next after 09:30"),
        (daily, 60, &["16 17:00"], "16 18:00", "done today, next on Thursday after 05:30"),
        (on("mon wed fri"), 0, &["16 08:00"], "16 09:00", "done today, next on Wednesday"),
        (on("mon wed fri"), 0, &["16 08:00"], "17 09:00", "rest day, next tomorrow"),
        (on("mon wed fri"), 0, &["16 08:00", "17 08:00"], "17 09:00", "done today, next tomorrow"),
        (on("mon"), 0, &["16 08:00"], "16 09:00", "done today, next on 23 November"),
        (on("mon"), 0, &["16 08:00"], "17 09:00", "rest day, next on Monday"),
        // Every day's gap of 40 h reaches over the Wednesday that follows a late Monday.
        (on("mon tue"), 40, &["16 20:00"], "17 09:00", "rest day, next on Monday"),
        (weekly, 0, &[], "20 09:00", "due now"),
        (weekly, 0, &["09 08:00", "16 08:00"], "16 09:00", "done today, next tomorrow"),
        (weekly, 0, &["09 08:00", "16 08:00"], "17 09:00", "due now"),
        (weekly, 0, &["09 08:00", "16 08:00", "17 08:00", "18 08:00"], "18 09:00", "done today, next on Monday"),
        (weekly, 0, &["09 08:00", "16 08:00", "17 08:00", "18 08:00"], "19 09:00", "rest day, next on Monday"),
        (weekly, 40, &["09 08:00", "16 08:00"], "16 09:00", "done today, next on Wednesday after 00:30"),
        // Slots 16-18, 19-21.
        (every, 0, &[], "16 09:00", "due now"),
        (every, 0, &["16 08:00"], "16 09:00", "done today, next on Thursday"),
        (every, 0, &["16 08:00"], "18 09:00", "rest day, next tomorrow"),
        (every, 0, &["16 08:00"], "21 09:00", "due now"),
        (every, 0, &["16 08:00", "21 08:00"], "22 03:00", "done today, next tomorrow"),
        (every, 40, &["16 08:00", "21 20:00"], "22 09:00", "next tomorrow after 12:30"),
        (needed, 0, &[], "16 09:00", "as needed"),
        (needed, 0, &["16 08:00"], "16 09:00", "as needed, 1 today"),
        (needed, 6, &["16 08:00"], "16 09:00", "as needed, 1 today, next after 14:30"),
    ];
    for (schedule, gap, sessions, now, expected) in table {
        let got = of(*schedule, *gap, sessions, now);
        assert_eq!(words(&got), *expected, "{schedule:?}, gap {gap} h, {sessions:?} at {now}: {got:?}");
    }
}

#[test]
fn streak_due_states_hold_what_the_words_say() {
    let later = of(Schedule { times: 2, ..Schedule::DAILY }, 6, &["16 08:30"], "16 09:00");
    assert_eq!(later.state, DueState::Later(moment("16 15:00")));
    assert_eq!((later.done_today, later.times, later.today), (1, 2, day("2026-11-16")));
    let next = later.next.unwrap();
    assert_eq!((next.day, next.after), (day("2026-11-16"), Some(moment("16 15:00"))));
    assert_eq!(of(Schedule::DAILY, 0, &[], "16 09:00").next, None);
}

#[test]
fn streak_due_on_days_off() {
    let program = program(Schedule::DAILY, 0);
    let mut history = history(&["16 08:00"]);
    let rules = Rules::default();
    history.sessions[0].finish = Some(Finish { rest_advised: Some(day("2026-11-17")), ..finish(true) });
    let rest = due(&program, &history, &rules, moment("17 09:00"));
    assert_eq!(rest.state, DueState::Excused(Excuse::RestAdvised));
    assert_eq!(words(&rest), "rest advised today, next tomorrow");
    history.pauses.push(Pause { from: day("2026-11-18"), to: day("2026-12-05"), ..Pause::default() });
    assert_eq!(words(&due(&program, &history, &rules, moment("18 09:00"))), "paused, next on 6 December");
    history.pauses.push(Pause { from: day("2026-12-06"), to: day("2027-01-05"), ..Pause::default() });
    assert_eq!(words(&due(&program, &history, &rules, moment("18 09:00"))), "paused, next on 6 January 2027");
    history.pauses.push(Pause { from: day("2026-11-18"), to: day("2226-11-18"), ..Pause::default() });
    assert_eq!(words(&due(&program, &history, &rules, moment("18 09:00"))), "paused");
    history.manual.push(manual("knee", "2026-11-18"));
    assert_eq!(words(&due(&program, &history, &rules, moment("18 09:00"))), "done today");
}

#[test]
fn streak_due_gap_counts_what_loaded_the_tendon() {
    let program = program(Schedule::DAILY, 6);
    let rules = Rules::default();
    let now = moment("16 09:00");
    let mut short = session("knee", "2026-11-16T08:00:00+01:00");
    short.finish = Some(finish(false));
    let mut history = History { sessions: vec![short.clone()], ..History::default() };
    assert_eq!(words(&due(&program, &history, &rules, now)), "next after 14:30");
    history.sessions[0] = unfinished("knee", "2026-11-16T08:00:00+01:00");
    assert_eq!(words(&due(&program, &history, &rules, now)), "next after 14:30");
    short.lines = vec![line(Happened::Set(set("drop", 1, SetResult::Skipped(None))))];
    history.sessions[0] = short;
    assert_eq!(words(&due(&program, &history, &rules, now)), "due now");
    history.sessions[0] = session("knee", "2031-11-16T08:00:00+01:00");
    assert_eq!(words(&due(&program, &history, &rules, now)), "due now", "a clock five years ahead");
    // Seconds are rounded up, and the moment is told in the runner's zone.
    let twice = soleus::domain::program::Program { schedule: Schedule { times: 2, ..Schedule::DAILY }, ..program };
    history.sessions[0] = session("knee", "2026-11-16T07:00:01+00:00");
    assert_eq!(words(&due(&twice, &history, &rules, now)), "1 of 2 today, next after 14:31");
}

#[test]
fn streak_due_when_today_is_ahead_of_the_clock() {
    // Trained in the far east on the 21st, then flown west: it is the 21st still, though the clock says the 20th.
    let program = program(Schedule { times: 2, ..Schedule::DAILY }, 6);
    let history = History { sessions: vec![session("knee", "2026-11-21T14:00:00+13:00")], ..History::default() };
    let got = due(&program, &history, &Rules::default(), at("2026-11-20T19:00:00-08:00"));
    assert_eq!((words(&got).as_str(), got.today), ("1 of 2 today, next after 23:30", day("2026-11-21")));
}

#[test]
fn streak_due_follows_the_file_where_the_history_lags() {
    let mut history = history(&["16 08:00"]);
    history.plans.push(plan("knee", "2026-11-01", Schedule::DAILY));
    let friday = program(on("fri"), 0);
    let got = due(&friday, &history, &Rules::default(), moment("17 09:00"));
    assert_eq!(words(&got), "rest day, next on Friday");
    let weekly = program(once(Rhythm::per_week(2)), 0);
    assert_eq!(words(&due(&weekly, &history, &Rules::default(), moment("17 09:00"))), "due now");
    history.plans.push(plan("knee", "2026-11-30", on("fri")));
    assert_eq!(words(&due(&friday, &history, &Rules::default(), moment("17 09:00"))), "rest day, next on Friday");
}
