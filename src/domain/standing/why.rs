//! Why the next session is what it is: the stage, the variant, every climbed dose and the sessions that led to it, and
//! what the pain so far says. In words, a line each.

use chrono::NaiveDate;

use crate::domain::advice::{Advice, advice};
use crate::domain::exercise::{Affected, Exercise};
use crate::domain::history::{Choice, Chosen};
use crate::domain::plan::{Item, Plan, choose};
use crate::domain::prescription::{and_list, count, lower_first, short_dose};
use crate::domain::program::{Phase, Program};
use crate::domain::progress::Seen;
use crate::domain::session::SessionResult;
use crate::domain::standing::stint::{Part, Sat, stint};
use crate::domain::standing::{Occasion, begun, choices, occasion};
use crate::domain::today::stage;

/// The sessions of a list that are named; of more the number is told.
const NAMED: usize = 7;

/// The state of a program, a line each; lines that belong to the one before begin with two blanks.
pub fn why(program: &Program, seen: &Seen<'_>, affected: Affected) -> Vec<String> {
    let occasion = occasion(program, seen, affected, None);
    let today = seen.today();
    let sat = stint(program, seen.history, &occasion.standing, today);
    let mut lines = in_stage(program, seen, &occasion, &sat);
    lines.extend(variant(program, &occasion));
    lines.extend(climbed(program, seen, &occasion, &sat));
    lines.extend(advice(program, seen, &occasion).as_ref().map(Advice::sentence));
    lines
}

/// The stage, since when, by what, and what leads on.
fn in_stage(program: &Program, seen: &Seen<'_>, occasion: &Occasion, sat: &[Sat<'_>]) -> Vec<String> {
    let standing = &occasion.standing;
    let Some(phase) = program.phases.get(standing.phase) else { return Vec::new() };
    let Some(words) = stage(program, standing, seen.today()) else {
        let sessions = count(u32::try_from(sat.len()).unwrap_or(u32::MAX), "session");
        return vec![format!("one stage; {sessions} so far")];
    };
    let mut lines = vec![words];
    let chosen = begun(program, seen.history).choice;
    match (chosen, standing.since) {
        (Some(choice), _) => lines.push(format!("  chosen on {}", date(choice.day))),
        (None, Some(since)) => lines.push(format!("  since the first session on {}", date(since))),
        (None, None) => lines.push("  it begins with the first session".to_owned()),
    }
    lines.push(format!("  {} completed in it", sessions_of(sat.iter().filter(|sat| completed(sat)))));
    let next = program.phases.get(standing.phase + 1);
    lines.push(match next.and_then(|next| next.title.as_ref()) {
        Some(title) => format!("  on to \"{title}\" {}", leads_on(phase, standing.since, sat)),
        None => "  it is the last stage".to_owned(),
    });
    lines
}

/// What leads to the next stage, and how far that is.
fn leads_on(phase: &Phase, since: Option<NaiveDate>, sat: &[Sat<'_>]) -> String {
    let mut rules = Vec::new();
    if let Some(advance) = phase.advance_when {
        let low = |sat: &&Sat<'_>| {
            completed(sat) && advance.pain_at_most.is_none_or(|most| sat.pain.is_some_and(|pain| pain <= most))
        };
        let run = sat.iter().rev().take_while(low).count();
        let pain = advance.pain_at_most.map(|most| format!(" with pain of {most} or less")).unwrap_or_default();
        let sessions = count(advance.sessions, "completed session");
        rules.push(format!("after {sessions} in a row{pain} ({run} so far)"));
    }
    if let Some(weeks) = phase.weeks {
        let over = since.map(|since| crate::domain::day::after(since, u64::from(weeks) * 7));
        let over = over.map(|day| format!(", over on {}", date(day))).unwrap_or_default();
        rules.push(format!("after {}{over}", count(weeks, "week")));
    }
    if rules.is_empty() { "when you choose it".to_owned() } else { and_list(&rules) }
}

fn variant(program: &Program, occasion: &Occasion) -> Option<String> {
    let chosen = occasion.standing.variant.as_ref()?;
    let variant = program.variants.iter().find(|variant| &variant.id == chosen)?;
    Some(format!("variant: {}", lower_first(&variant.title)))
}

/// Every exercise with a range: where it stands, and what led there.
fn climbed(program: &Program, seen: &Seen<'_>, occasion: &Occasion, sat: &[Sat<'_>]) -> Vec<String> {
    let standing = &occasion.standing;
    let session = program.phases.get(standing.phase).and_then(|phase| phase.sessions.get(occasion.session));
    let plan = Plan::of(program, &Occasion { on: None, ..occasion.clone() });
    let items: Vec<&Item> = plan.iter().flat_map(|plan| &plan.items).collect();
    let ranges = session.into_iter().flat_map(|session| choose::resolved(session, standing));
    let mut lines = Vec::new();
    for exercise in ranges.filter(|exercise| exercise.top_level() > 0) {
        let Some(item) = items.iter().find(|item| item.planned == exercise.id) else { continue };
        let (level, top) = (item.level, exercise.top_level());
        let dose = short_dose(&item.exercise);
        lines.push(format!("{}: {dose}, step {level} of {top}", lower_first(&exercise.name)));
        let decisions: Vec<&Choice> = decisions(program, seen, exercise);
        for (n, choice) in decisions.iter().enumerate() {
            let before = n.checked_sub(1).and_then(|n| decisions.get(n));
            let within = |sat: &&Sat<'_>| {
                sat.log.start.at < choice.at && before.is_none_or(|before| sat.log.start.at >= before.at)
            };
            let led = sat.iter().filter(within).filter(|sat| sat.part(&exercise.id) == Part::Done);
            let was = decisions.iter().take(n).rev().find_map(|other| other.what.level_of(&exercise.id));
            let what = match &choice.what {
                Chosen::Level { level, .. } if *level < was.unwrap_or(0) => format!("taken back to step {level}"),
                Chosen::Level { level, .. } => format!("step {level} taken"),
                Chosen::Phase { .. } | Chosen::Variant(_) | Chosen::Lighter | Chosen::NotNow(_) => {
                    "left as it was".to_owned()
                }
            };
            let led = named(led);
            lines.push(format!("  {what} on {}{led}", date(choice.day)));
        }
        lines.extend(exercise.progress.filter(|_| level < top).map(|progress| {
            let since = decisions.last().map(|choice| choice.at);
            let counted = sat.iter().filter(|sat| since.is_none_or(|since| sat.log.start.at >= since));
            let low = |sat: &&Sat<'_>| {
                completed(sat)
                    && sat.part(&exercise.id) == Part::Done
                    && sat.pain.is_some_and(|pain| pain <= progress.pain_at_most)
            };
            let run = counted.rev().take_while(low).count();
            let sessions = count(progress.every, "session");
            let most = progress.pain_at_most;
            format!("  the next step after {sessions} with pain of {most} or less in a row ({run} so far)")
        }));
    }
    lines
}

/// The decisions about the level of an exercise in their order.
fn decisions<'a>(program: &Program, seen: &Seen<'a>, exercise: &Exercise) -> Vec<&'a Choice> {
    use crate::domain::history::Offered;
    let about = |choice: &&Choice| match &choice.what {
        Chosen::Level { exercise: of, .. } | Chosen::NotNow(Offered::Level { exercise: of, .. }) => of == &exercise.id,
        Chosen::Phase { .. } | Chosen::Variant(_) | Chosen::Lighter | Chosen::NotNow(_) => false,
    };
    let mut decisions: Vec<&Choice> = choices(seen.history, program).filter(about).collect();
    decisions.sort_by_key(|choice| choice.at);
    decisions
}

fn completed(sat: &Sat<'_>) -> bool {
    sat.result == SessionResult::Completed
}

/// `: 3 sessions led to it, 16 November (pain 2), 17 November (pain 3) and 18 November (pain unknown)`.
fn named<'a>(sat: impl Iterator<Item = &'a Sat<'a>>) -> String {
    let sat: Vec<&Sat<'_>> = sat.collect();
    let number = count(u32::try_from(sat.len()).unwrap_or(u32::MAX), "session");
    let pain = |sat: &Sat<'_>| sat.pain.map_or_else(|| "unknown".to_owned(), |pain| pain.to_string());
    let one = |sat: &&Sat<'_>| format!("{} (pain {})", date(sat.log.start.day), pain(sat));
    match sat.len() {
        0 => String::new(),
        n if n <= NAMED => format!("; {number} led to it: {}", and_list(&sat.iter().map(one).collect::<Vec<_>>())),
        n => {
            let last: Vec<String> = sat.iter().skip(n - NAMED).map(one).collect();
            format!("; {number} led to it, the last {NAMED}: {}", and_list(&last))
        }
    }
}

fn sessions_of<'a>(sat: impl Iterator<Item = &'a Sat<'a>>) -> String {
    count(u32::try_from(sat.count()).unwrap_or(u32::MAX), "session")
}

/// `16 November`.
fn date(day: NaiveDate) -> String {
    day.format("%-d %B").to_string()
}
