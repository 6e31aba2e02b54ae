//! Every case of `streak-cases.toml`, through the one function that the program uses.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime, Weekday};
use serde::Deserialize;
use soleus::domain::day::logical_day;
use soleus::domain::history::Pause;
use soleus::domain::schedule::{Rhythm, Schedule, Weekdays};
use soleus::domain::streak::{Dated, Entry, Grace, Need, Record, State, Unit, streak};

type At = DateTime<FixedOffset>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: u32,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) name: String,
    #[expect(dead_code, reason = "told to the reader of the table")]
    why: String,
    now: String,
    #[serde(default = "four")]
    rollover: String,
    #[serde(default)]
    sessions: Vec<String>,
    #[serde(default)]
    short: Vec<String>,
    #[serde(default)]
    manual: Vec<String>,
    #[serde(default)]
    entries: Vec<OddEntry>,
    #[serde(default)]
    void: Vec<String>,
    #[serde(default)]
    pauses: Vec<Span>,
    #[serde(default)]
    schedule: Vec<Plan>,
    #[serde(default)]
    grace: Option<Forgiven>,
    expect: Expect,
}

fn four() -> String {
    "04:00".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OddEntry {
    id: String,
    at: String,
    day: Option<String>,
    counts: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Span {
    from: String,
    to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forgiven {
    allow: u32,
    window: u32,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
enum Plan {
    Days { from: Option<String>, days: Option<Vec<String>>, times: Option<u32>, need: Option<String> },
    Week { from: Option<String>, per_week: u32 },
    Every { from: Option<String>, every: u32, start: Option<String> },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    current: u32,
    longest: u32,
    unit: String,
    today: String,
    at_risk: Option<bool>,
    #[serde(default)]
    future: usize,
    #[serde(default)]
    states: BTreeMap<String, String>,
}

pub(super) fn cases() -> Vec<Case> {
    let file: File = toml::from_str(include_str!("../../scenarios/streak-cases.toml")).unwrap();
    assert_eq!(file.schema, 1);
    assert_eq!(file.case.len(), 52, "cases of reliability.md that the table holds");
    file.case
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plan(plan: &Plan) -> Dated {
    let dated = |from: &Option<String>, rhythm, times| Dated {
        from: from.as_deref().map(day),
        ..Dated::always(Schedule { rhythm, times })
    };
    match plan {
        Plan::Days { from, days, times, need } => {
            let days = days.as_ref().map_or(Weekdays::ALL, |days| {
                days.iter().fold(Weekdays::default(), |set, day| set.with(day.parse::<Weekday>().unwrap()))
            });
            let need = need.as_deref().map_or(Need::Any, |need| named(need, &[("any", Need::Any), ("all", Need::All)]));
            Dated { need, ..dated(from, Rhythm::Days(days), times.unwrap_or(1)) }
        }
        Plan::Week { from, per_week } => dated(from, Rhythm::per_week(*per_week), 1),
        Plan::Every { from, every, start } => {
            Dated { anchor: start.as_deref().map(day), ..dated(from, Rhythm::EveryDays(*every), 1) }
        }
    }
}

impl Case {
    pub(super) fn now(&self) -> At {
        self.now.parse().unwrap()
    }

    pub(super) fn record(&self) -> Record {
        let rollover: NaiveTime = self.rollover.parse().unwrap();
        let timed = |id: String, at: &str, counts| {
            let at: At = at.parse().unwrap();
            Entry { id, at: Some(at), day: logical_day(at, rollover), counts }
        };
        let lists = [("session", &self.sessions, true), ("short", &self.short, false)];
        let mut entries: Vec<Entry> = lists
            .iter()
            .flat_map(|(kind, list, counts)| {
                list.iter().enumerate().map(move |(n, at)| timed(format!("{kind} {n}"), at, *counts))
            })
            .collect();
        entries.extend(self.manual.iter().enumerate().map(|(n, text)| Entry {
            id: format!("manual {n}"),
            at: None,
            day: day(text),
            counts: true,
        }));
        entries.extend(self.entries.iter().map(|odd| {
            let entry = timed(odd.id.clone(), &odd.at, odd.counts.unwrap_or(true));
            Entry { day: odd.day.as_deref().map_or(entry.day, day), ..entry }
        }));
        entries.retain(|entry| !self.void.contains(&entry.id));
        Record {
            entries,
            pauses: self
                .pauses
                .iter()
                .map(|span| Pause { from: day(&span.from), to: day(&span.to), ..Pause::default() })
                .collect(),
            schedules: self.schedule.iter().map(plan).collect(),
            grace: self
                .grace
                .as_ref()
                .map_or_else(Grace::default, |grace| Grace { allow: grace.allow, window: grace.window }),
            rollover,
        }
    }
}

/// What a word of the table means.
fn named<T: Copy>(word: &str, meanings: &[(&str, T)]) -> T {
    meanings.iter().find(|(name, _)| *name == word).unwrap().1
}

const UNITS: [(&str, Unit); 3] = [("days", Unit::Days), ("weeks", Unit::Weeks), ("periods", Unit::Periods)];

const STATES: [(&str, State); 6] = [
    ("met", State::Met),
    ("missed", State::Missed),
    ("forgiven", State::Forgiven),
    ("excused", State::Excused),
    ("rest", State::Rest),
    ("open", State::Open),
];

#[test]
fn streak_cases_all_hold() {
    for case in cases() {
        let (name, expect) = (&case.name, &case.expect);
        let got = streak(&case.record(), case.now());
        assert_eq!((got.current, got.longest), (expect.current, expect.longest), "{name}: {got:?}");
        assert_eq!(
            (got.unit, got.today),
            (named(&expect.unit, &UNITS), named(&expect.today, &STATES)),
            "{name}: {got:?}"
        );
        assert_eq!(got.future, expect.future, "{name}");
        assert_eq!(got.at_risk, expect.at_risk.unwrap_or(got.at_risk), "{name}");
        for (on, word) in &expect.states {
            assert_eq!(got.states.get(&day(on)), Some(&named(word, &STATES)), "{name}: {on} of {got:?}");
        }
    }
}

#[test]
fn streak_states_of_past_days_stand_wherever_the_runner_looks_from() {
    for case in cases() {
        let (record, here) = (case.record(), case.now());
        let home = streak(&record, here);
        // Later in the evening of a day that is over in every zone: only the offset of `now` differs.
        for quarter_hours in -48..=56 {
            let there = here.with_timezone(&FixedOffset::east_opt(quarter_hours * 900).unwrap());
            let away = streak(&record, there);
            // The day shown may differ by one each way; weeks and slots that are over hold.
            let sure = logical_day(here, record.rollover).min(logical_day(there, record.rollover)) - Duration::days(1);
            let over = match home.unit {
                Unit::Days => sure,
                Unit::Weeks | Unit::Periods => sure - Duration::days(7),
            };
            let past = |states: &BTreeMap<NaiveDate, State>| -> Vec<_> {
                states.range(..=over).map(|(day, state)| (*day, *state)).collect()
            };
            assert_eq!(past(&home.states), past(&away.states), "{} seen from {there}", case.name);
        }
    }
}

#[test]
fn streak_never_depends_on_the_order_of_entries() {
    for case in cases() {
        let mut record = case.record();
        let expected = streak(&record, case.now());
        record.entries.reverse();
        assert_eq!(streak(&record, case.now()), expected, "{}, backwards", case.name);
        for _ in 0..record.entries.len() {
            record.entries.rotate_left(1);
            record.pauses.reverse();
            assert_eq!(streak(&record, case.now()), expected, "{}, turned", case.name);
        }
    }
}
