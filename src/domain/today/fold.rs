//! The home screen's facts, folded from programs and history for a moment.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, Timelike as _};

use crate::domain::consent;
use crate::domain::day;
use crate::domain::due::{DueState, due, schedule_now, words};
use crate::domain::exercise::{Affected, Side};
use crate::domain::following;
use crate::domain::history::{History, SessionLog};
use crate::domain::plan::{Bout, Plan};
use crate::domain::program::{PainQuestion, Program};
use crate::domain::progress::{self, Seen};
use crate::domain::runs;
use crate::domain::session::{SetRecord, When};
use crate::domain::streak::{Rules, State, Streak, Unit, score, streak};
use crate::domain::text::{Clean, Id};
use crate::domain::today::briefing::briefing;
use crate::domain::today::{Briefing, Morning, Row, StreakLine, Today, Unfinished};

impl Today {
    /// Everything for the home screen at `now`, in the offset of the runner's clock. Problems are left empty.
    pub fn of<'a>(
        programs: impl IntoIterator<Item = &'a Program>,
        history: &History,
        rules: &Rules,
        now: DateTime<FixedOffset>,
    ) -> Self {
        let programs: Vec<&Program> = programs.into_iter().collect();
        let schedules = programs.iter().map(|p| (p.id.clone(), schedule_now(p, history))).collect::<BTreeMap<Id, _>>();
        let headline = progress::headline(history, &schedules, rules, now);
        // Most programs were never trained, and looking through years for each of them would be a wait.
        let trained: BTreeSet<&Id> = history.sessions.iter().map(|log| &log.start.program.id).collect();
        let bare = history.without_sessions(day::logical_day(now, rules.rollover));
        let known = |program: &Program| if trained.contains(&program.id) { history } else { &bare };
        let mut rows: Vec<(Rank, Row)> = programs.iter().map(|p| row(p, known(p), rules, now)).collect();
        rows.sort_by_key(|(rank, _)| *rank);
        Self {
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            streak: StreakLine::of(&headline),
            unfinished: unfinished(&programs, history, rules, now),
            morning: morning(&programs, history, rules, now),
            day: progress::today(history, now, rules.rollover),
            runs: runs::week_words(&history.runs, progress::today(history, now, rules.rollover)),
            problems: Vec::new(),
        }
    }
}

impl StreakLine {
    /// A streak in words.
    pub fn of(streak: &Streak) -> Self {
        Self {
            current: streak.current,
            longest: streak.longest,
            unit: match streak.unit {
                Unit::Days => "day",
                Unit::Weeks => "week",
                Unit::Periods => "period",
            },
            today: match streak.today {
                State::Met => "met",
                State::Open | State::Missed => "open",
                State::Rest => "rest",
                State::Excused | State::Forgiven => "excused",
            },
            at_risk: streak.at_risk,
            habit: score(&streak.states).filter(|_| streak.unit == Unit::Days),
        }
    }
}

/// Where a row stands: followed and due, followed, the others; each in the order of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Due,
    Followed,
    Other,
}

fn row(program: &Program, history: &History, rules: &Rules, now: DateTime<FixedOffset>) -> (Rank, Row) {
    let followed = progress::follows(history, &program.id) && following::stopped(history, &program.id).is_none();
    let enrolled = consent::enrolment(history, program).map(|enrolment| enrolment.affected);
    let due = due(program, history, rules, now);
    let schedule = schedule_now(program, history);
    let is_due = due.state == DueState::Now;
    let record = progress::record(history, &program.id, schedule, rules, now);
    let own = (!record.entries.is_empty()).then(|| StreakLine::of(&streak(&record, now)));
    // Before the side is known one side is shown, as most have it.
    let affected = enrolled.unwrap_or(Affected::Left);
    let briefing = briefing(program, &Seen { history, rules, now }, affected, None);
    let mut row = Row {
        id: program.id.clone(),
        title: program.title.clone(),
        summary: program.summary.clone(),
        length: Duration::ZERO,
        exercises: 0,
        equipment: program.equipment.clone(),
        due: is_due && followed,
        when: if followed { words(&due) } else { crate::domain::prescription::schedule(&schedule) },
        streak: own,
        enrolled,
        briefing: Briefing::first(affected),
    };
    row.brief(program, briefing);
    let rank = if is_due && followed {
        Rank::Due
    } else if followed {
        Rank::Followed
    } else {
        Rank::Other
    };
    (rank, row)
}

/// The last session, where this device wrote it, it has no end, and its day is not over or it is not long ago.
fn unfinished(
    programs: &[&Program],
    history: &History,
    rules: &Rules,
    now: DateTime<FixedOffset>,
) -> Option<Unfinished> {
    let today = progress::today(history, now, rules.rollover);
    let log = history.sessions.iter().filter(|log| !log.start.rehearsal).max_by_key(|log| log.start.at)?;
    let silent = now.signed_duration_since(progress::ended(log)).to_std().unwrap_or_default();
    // A session before the day turned over can be gone on with behind it, as long as nothing has judged it.
    if log.finish.is_some() || !log.ours || (log.start.day != today && silent > progress::CUT_OFF) {
        return None;
    }
    let start = &log.start;
    let at = start.at.with_timezone(now.offset());
    Some(Unfinished {
        session: start.session.clone(),
        program: start.program.id.clone(),
        title: start.program.title.clone(),
        began: {
            let day = if at.date_naive() == now.date_naive() { "today" } else { "yesterday" };
            format!("{day} at {:02}:{:02}", at.hour(), at.minute())
        },
        place: resumable(programs, history, log).map(|(plan, records)| place(&plan, &records)),
    })
}

/// The plan and the records with which a session that was cut off goes on; none where its plan is another by now.
pub fn resumable(programs: &[&Program], history: &History, log: &SessionLog) -> Option<(Plan, Vec<SetRecord>)> {
    let program = programs.iter().find(|program| program.id == log.start.program.id)?;
    let plan = Plan::again(program, &log.start)?;
    let records = crate::domain::outcome::set_records(progress::lines(history, log)).cloned().collect();
    (plan.fingerprint() == log.start.program.hash).then_some((plan, records))
}

fn place(plan: &Plan, records: &[SetRecord]) -> String {
    let done = |bout: &Bout| {
        let planned = plan.items.get(bout.item).map(|item| &item.planned);
        records.iter().any(|r| Some(&r.exercise) == planned && r.set == bout.set && r.side == bout.side)
    };
    let bouts = plan.bouts();
    let Some((bout, item)) =
        bouts.iter().find(|bout| !done(bout)).and_then(|bout| Some((bout, plan.items.get(bout.item)?)))
    else {
        return "all sets are done".to_owned();
    };
    let side = bout.side.map(|side: Side| format!(", {}", side.word())).unwrap_or_default();
    format!("{}, set {} of {}{side}", item.exercise.name, bout.set, item.sets(bout.side))
}

/// The questions about yesterday, where its sessions ask any and they were not answered. They are asked once for all
/// programs that were trained then: the answer is of the body, not of a program.
fn morning(programs: &[&Program], history: &History, rules: &Rules, now: DateTime<FixedOffset>) -> Option<Morning> {
    let today = progress::today(history, now, rules.rollover);
    let over = history.sessions.iter().filter(|log| !log.start.rehearsal && log.finish.is_some());
    let mut last: BTreeMap<&Id, &SessionLog> = BTreeMap::new();
    for log in over.filter(|log| log.start.day.succ_opt() == Some(today)) {
        let known = last.entry(&log.start.program.id).or_insert(log);
        *known = if log.start.at > known.start.at { log } else { known };
    }
    let asked =
        |question: &&PainQuestion| matches!(question, PainQuestion::NextMorning | PainQuestion::MorningStiffness);
    let answered = |log: &SessionLog| {
        let day = history.of(&log.start.program.id).filter(|other| other.start.day == log.start.day);
        day.flat_map(|other| &other.later).any(|rating| rating.when == When::NextMorning)
    };
    let open = |log: &&SessionLog| {
        let program = programs.iter().find(|program| program.id == log.start.program.id)?;
        let asks = program.pain.ask.iter().any(|question| asked(&question));
        (asks && !answered(log)).then_some(*program)
    };
    let mut open: Vec<(&SessionLog, &Program)> =
        last.into_values().filter_map(|log| Some((log, open(&log)?))).collect();
    open.sort_by_key(|(log, _)| std::cmp::Reverse(log.start.at));
    let (_, first) = open.first()?;
    let mut ask: Vec<PainQuestion> =
        open.iter().flat_map(|(_, program)| program.pain.ask.iter().filter(asked).copied()).collect();
    ask.sort_unstable();
    ask.dedup();
    let titles: Vec<String> = open.iter().map(|(log, _)| log.start.program.title.to_string()).collect();
    Some(Morning {
        sessions: open.iter().map(|(log, _)| log.start.session.clone()).collect(),
        title: Clean::text(&crate::domain::prescription::and_list(&titles)),
        // Of several programs the places may differ: then none is named.
        place: following::placed(first, history).pain.place.filter(|place| {
            open.iter().all(|(_, program)| following::placed(program, history).pain.place.as_ref() == Some(place))
        }),
        ask,
    })
}
