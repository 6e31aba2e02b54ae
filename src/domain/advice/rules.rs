//! The rules, each on its own: nothing, or what it advises with the numbers that led to it.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::advice::days::{Days, Trained};
use crate::domain::advice::{AWAY, Advice, Call, LIGHTER_WEEK};
use crate::domain::day;
use crate::domain::due::schedule_now;
use crate::domain::history::{Choice, Chosen, Offered};
use crate::domain::prescription::count;
use crate::domain::program::Program;
use crate::domain::progress::{Seen, rest_days, sessions_done};
use crate::domain::schedule::Rhythm;
use crate::domain::standing::Occasion;

/// Days over the limit without getting better after which someone should look at it (clinical-facts.md 3.1: two weeks).
const NO_BETTER: i64 = 14;
/// Minutes of morning stiffness above which a doctor should look at it (3.1: over 30 to 45; the later end, D).
const STIFF: u8 = 45;
/// So much longer than before is a rise, in minutes (4.2).
const LONGER: i16 = 15;
/// So much worse than usual is a bad morning, in points (4.2).
const WORSE: i16 = 2;
/// Days away after which a stage is begun one earlier (4.2).
const LONG_AWAY: i64 = 14;
/// The week that is looked back on, in days.
const WEEK: u64 = 7;

/// All that fire.
pub(super) fn all(
    program: &Program,
    seen: &Seen<'_>,
    occasion: &Occasion,
    days: &Days,
) -> impl Iterator<Item = Advice> {
    let today = seen.today();
    let found = [
        // Of two that advise the same the one that stands later is told.
        quiet(days),
        missed_third(program, seen, today),
        amber_week(program, days, today),
        worse_morning(days),
        lighter_week(program, seen, days, today),
        amber(program, days),
        away(program, occasion, days, today),
        longer_stiffness(days),
        two_worse_mornings(days),
        over_limit(program, days),
        stiff(days),
        no_better(program, days),
    ];
    found.into_iter().flatten()
}

fn said(call: Call, rule: &'static str, why: String) -> Advice {
    Advice { call, rule, why }
}

/// Nothing speaks against going on, or nothing is known.
fn quiet(days: &Days) -> Option<Advice> {
    let why = match days.last()?.last {
        Some(pain) => format!("pain of {pain} in the last session"),
        None => "how much the last session hurt is not known; nothing is offered that would need it".to_owned(),
    };
    Some(said(Call::GoOn, "quiet", why))
}

/// Pain over the limit once: a step back and a day of rest (4.2, "step back").
fn over_limit(program: &Program, days: &Days) -> Option<Advice> {
    let limit = program.pain.limit;
    let pain = days.last()?.last.filter(|pain| *pain > limit)?;
    let why = format!("pain of {pain} in the last session, over this program's limit of {limit}");
    Some(said(Call::EaseBack, "over-limit", why))
}

/// Pain that is not over the limit, but enough to take less (4.2, "lighten").
fn amber(program: &Program, days: &Days) -> Option<Advice> {
    let (over, limit) = (program.pain.lighten_over, program.pain.limit);
    let pain = days.last()?.last.filter(|pain| (over + 1..=limit).contains(pain))?;
    let why = format!("pain of {pain} in the last session, more than {over} and within the limit of {limit}");
    Some(said(Call::Lighten, "amber", why))
}

/// A week that its author made lighter (4.2, "deload"). Who turned it down once this week is not asked again in it.
fn lighter_week(program: &Program, seen: &Seen<'_>, days: &Days, today: NaiveDate) -> Option<Advice> {
    let every = program.lighter_week?;
    let first = days.0.first()?.day;
    let over = u32::try_from(today.signed_duration_since(first).num_days() / 7).ok()?;
    let (week, begins) = (over + 1, day::after(first, u64::from(over) * 7));
    let declined = |choice: &Choice| {
        choice.program == program.id && choice.day >= begins && choice.what == Chosen::NotNow(Offered::Lighter)
    };
    let open = week.is_multiple_of(every) && !seen.history.choices.iter().any(declined);
    let why = format!("this is week {week}, and every {every} weeks there is a lighter one, as its author wrote");
    open.then(|| said(Call::Lighten, LIGHTER_WEEK, why))
}

/// Such pain on any day of the last week (4.2, "stay").
fn amber_week(program: &Program, days: &Days, today: NaiveDate) -> Option<Advice> {
    let since = day::before(today, WEEK);
    let over = program.pain.lighten_over;
    let amber = |trained: &&Trained| trained.day >= since && trained.worst.is_some_and(|pain| pain > over);
    let trained = days.0.iter().rev().find(amber)?;
    let (pain, on) = (trained.worst?, trained.day.format("%A"));
    Some(said(Call::Repeat, "amber-week", format!("pain of {pain} on {on}, more than {over} within the last week")))
}

/// The last morning was worse than usual (3.2: repeat the easier dose).
fn worse_morning(days: &Days) -> Option<Advice> {
    let (trained, worse) = days.mornings().next()?;
    let worse = worse.filter(|worse| *worse > 0)?;
    let morning = trained.morning?;
    let why = format!("the morning after the last session hurt {morning}, {worse} more than usual");
    Some(said(Call::Repeat, "worse-morning", why))
}

/// Two mornings in a row worse by 2 (4.2, "step back").
fn two_worse_mornings(days: &Days) -> Option<Advice> {
    let mut last = days.mornings();
    let worse = [last.next()?, last.next()?].map(|(_, worse)| worse.filter(|worse| *worse >= WORSE));
    let [Some(second), Some(first)] = worse else { return None };
    let why = format!("the last two mornings hurt {first} and {second} more than usual");
    Some(said(Call::EaseBack, "two-worse-mornings", why))
}

/// Stiffness longer by 15 minutes on two days running (4.2, "step back").
fn longer_stiffness(days: &Days) -> Option<Advice> {
    let mut last = days.0.iter().rev().map(|trained| trained.stiff);
    let [second, first, usual] = [last.next()??, last.next()??, last.next()??];
    let longer = |minutes: u8| i16::from(minutes) - i16::from(usual) >= LONGER;
    let why = format!("morning stiffness of {first} and {second} minutes on two days running, after {usual} before");
    (longer(first) && longer(second)).then(|| said(Call::EaseBack, "longer-stiffness", why))
}

/// Two weeks or more away: one stage earlier (4.2, "missed sessions"). Nothing is said of what was not done.
fn away(program: &Program, occasion: &Occasion, days: &Days, today: NaiveDate) -> Option<Advice> {
    let away = today.signed_duration_since(days.last()?.day).num_days();
    let back = occasion.standing.phase > 0 && program.phases.len() > 1;
    let call = if back { Call::EaseBack } else { Call::Lighten };
    // A decision made since then is the answer: a stage that was just gone back to has its own first day.
    let begun = occasion.standing.since.is_some_and(|since| since > days.last().map_or(since, |last| last.day));
    let why = format!("welcome back after {away} days; tendons and muscles like a gentler start");
    (away >= LONG_AWAY && !begun).then(|| said(call, AWAY, why))
}

/// A third of the last week's sessions or more were not done (4.2, "stay").
fn missed_third(program: &Program, seen: &Seen<'_>, today: NaiveDate) -> Option<Advice> {
    let from = day::before(today, WEEK);
    let last = day::before(today, 1);
    let began = seen.history.of(&program.id).map(|log| log.start.day).min()?;
    if began > from {
        return None;
    }
    let schedule = schedule_now(program, seen.history);
    let excused = rest_days(seen.history, &program.id, seen.now);
    let paused = |on: NaiveDate| seen.history.pauses.iter().any(|pause| (pause.from..=pause.to).contains(&on));
    let free = day::span(from, last).filter(|on| excused.contains(on) || paused(*on)).count();
    let due = match schedule.rhythm {
        Rhythm::AsNeeded => return None,
        // A week with a pause in it is no week to judge.
        Rhythm::PerWeek { .. } | Rhythm::EveryDays(_) if free > 0 => return None,
        Rhythm::PerWeek { least, .. } => least,
        Rhythm::EveryDays(length) => 7_u32.checked_div(length)?,
        Rhythm::Days(days) => {
            let asked = |on: &NaiveDate| days.holds(on.weekday()) && !excused.contains(on) && !paused(*on);
            u32::try_from(day::span(from, last).filter(asked).count()).ok()?
        }
    };
    let due = due.saturating_mul(schedule.times.max(1));
    let done = sessions_done(seen, &program.id, from, last).min(due);
    let missed = due - done;
    let why = format!("{done} of {} in the last seven days", count(due, "session"));
    (due > 0 && missed > 0 && missed.saturating_mul(3) >= due).then(|| said(Call::Repeat, "missed-third", why))
}

/// Over the limit in every session for two weeks (3.1: no better after two weeks of self-care).
fn no_better(program: &Program, days: &Days) -> Option<Advice> {
    let limit = program.pain.limit;
    let over = |trained: &&Trained| trained.worst.is_some_and(|pain| pain > limit);
    let first = days.0.iter().rev().take_while(over).last()?;
    let length = days.last()?.day.signed_duration_since(first.day).num_days();
    let since = first.day.format("%-d %B");
    let why = format!("pain over the limit of {limit} in every session since {since}, no better after two weeks");
    (length >= NO_BETTER).then(|| said(Call::SeeSomeone, "no-better", why))
}

/// Stiffness over 45 minutes (3.1).
fn stiff(days: &Days) -> Option<Advice> {
    let minutes = days.last()?.stiff.filter(|minutes| *minutes > STIFF)?;
    let why = format!("morning stiffness of {minutes} minutes; more than {STIFF} is a sign to have looked at");
    Some(said(Call::SeeSomeone, "stiff", why))
}
