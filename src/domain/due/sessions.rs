//! Sessions of a stage that have schedules of their own: each is due by its own, and the stage by all of them.

use chrono::Weekday;

use crate::domain::due::{Due, DueState, one};
use crate::domain::history::Manual;
use crate::domain::program::{Program, Session};
use crate::domain::progress::{self, Seen};
use crate::domain::schedule::{Rhythm, Schedule, Weekdays};
use crate::domain::streak::Dated;

/// The schedules of the sessions of a stage, where all have one of their own.
fn own(program: &Program, phase: usize) -> Option<Vec<Schedule>> {
    let sessions = program.phases.get(phase).map(|phase| phase.sessions.as_slice()).unwrap_or_default();
    let own: Vec<Schedule> = sessions.iter().filter_map(|Session { schedule, .. }| *schedule).collect();
    (!own.is_empty() && own.len() == sessions.len()).then_some(own)
}

/// What is due of each session of a stage, in order; empty where they have no schedules of their own.
///
/// A session of another stage with the same number counts as this one's: who went on to the next stage after the
/// morning's session has the evening's before them. Of sessions that were typed in later, the first of a day counts as
/// the first session, the second as the second.
pub(crate) fn each(program: &Program, phase: usize, seen: &Seen<'_>) -> Vec<Due> {
    let own = own(program, phase).unwrap_or_default();
    let due = |(turn, schedule): (usize, &Schedule)| {
        let mut record = progress::record(seen.history, &program.id, *schedule, seen.rules, seen.now);
        record.schedules = vec![Dated { need: seen.rules.need, ..Dated::always(*schedule) }];
        let typed = typed_as(program, seen, turn, own.len());
        record.entries.retain(|entry| match entry.at {
            Some(_) => seen.history.of(&program.id).any(|log| log.start.session == entry.id && log.start.turn == turn),
            None => typed.contains(&entry.id.as_str()),
        });
        one(program, &record, *schedule, seen)
    };
    own.iter().enumerate().map(due).collect()
}

/// The sessions typed in later that count as the one with this number, by their ids.
fn typed_as<'a>(program: &Program, seen: &Seen<'a>, turn: usize, sessions: usize) -> Vec<&'a str> {
    let mut typed: Vec<&Manual> = seen.history.manual.iter().filter(|manual| manual.program == program.id).collect();
    typed.sort_by_key(|manual| (manual.day, &manual.id));
    let of_a_day = typed.chunk_by(|a, b| a.day == b.day);
    let place = |n: usize| n % sessions.max(1);
    of_a_day
        .flat_map(|day| day.iter().enumerate())
        .filter(|(n, _)| place(*n) == turn)
        .map(|(_, m)| m.id.as_str())
        .collect()
}

/// What is due of a stage by what is due of its sessions: the first of all that counts for today.
pub(super) fn together(dues: &[Due]) -> Option<Due> {
    let first = dues.first()?;
    let of = |wanted: fn(DueState) -> bool| dues.iter().filter(move |due| wanted(due.state));
    let now = of(|state| state == DueState::Now).next();
    let later = of(|state| matches!(state, DueState::Later(_))).next();
    let wanted = of(|state| state == DueState::Wanted).next();
    let done = of(|state| state == DueState::DoneToday).next();
    let excused = of(|state| matches!(state, DueState::Excused(_))).next();
    let rest = of(|state| state == DueState::RestDay).next();
    let state = now.or(later).or(wanted).or(done).or(excused).or(rest).unwrap_or(first).state;
    // Sessions that are for today: to be done, or done.
    let today = |due: &&Due| {
        matches!(due.state, DueState::Now | DueState::Later(_) | DueState::DoneToday) || due.done_today > 0
    };
    let times: u32 = dues.iter().filter(today).map(|due| due.times).sum();
    let done_today = dues.iter().map(|due| due.done_today).sum();
    let next = dues.iter().filter_map(|due| due.next).min_by_key(|next| (next.day, next.after));
    let next = if state == DueState::Now { None } else { next };
    Some(Due { state, done_today, times: times.max(1), next, today: first.today })
}

/// When a stage is due as a whole: what the streak is reckoned from. Where its sessions have schedules of their own, a
/// day is due that is due for any of them, so many times as sessions are on the day that has fewest. Of sessions without
/// fixed days the schedule never asks for more than the one that asks most: a day may serve several of them.
pub fn schedule(program: &Program, phase: usize) -> Schedule {
    let Some(own) = own(program, phase) else { return program.schedule_of(phase) };
    let on = |day: Weekday| -> u32 {
        let holds = |s: &&Schedule| matches!(s.rhythm, Rhythm::Days(days) if days.holds(day));
        own.iter().filter(holds).map(|schedule| schedule.times).sum()
    };
    let days = Weekdays::ALL.days().filter(|day| on(*day) > 0);
    let days = days.fold(Weekdays::default(), Weekdays::with);
    if !days.is_empty() {
        let times = days.days().map(on).min().unwrap_or(1);
        return Schedule { rhythm: Rhythm::Days(days), times };
    }
    let weekly = own.iter().filter_map(|schedule| match schedule.rhythm {
        Rhythm::PerWeek { least, most } => Some((least, most)),
        Rhythm::Days(_) | Rhythm::EveryDays(_) | Rhythm::AsNeeded => None,
    });
    let slots = own.iter().filter_map(|schedule| match schedule.rhythm {
        Rhythm::EveryDays(n) => Some(n),
        Rhythm::Days(_) | Rhythm::PerWeek { .. } | Rhythm::AsNeeded => None,
    });
    let rhythm = weekly
        .max()
        .map(|(least, most)| Rhythm::PerWeek { least, most })
        .or_else(|| slots.min().map(Rhythm::EveryDays));
    Schedule { rhythm: rhythm.unwrap_or(Rhythm::AsNeeded), times: 1 }
}
