//! Two versions of a program, whole.

use crate::domain::difference::became;
use crate::domain::difference::exercises;
use crate::domain::prescription::{advancing, dated, going_back, lower_first, schedule};
use crate::domain::program::{PainQuestion, Phase, Program, Session};
use crate::domain::text::Clean;

/// What changed from one version of a program to another, in words, in the order of the new one.
pub fn programs(old: &Program, new: &Program) -> Vec<String> {
    let mut changes = Vec::new();
    let mut compare = |of: &str, before: String, after: String| {
        if before != after {
            changes.push(became(of, &before, &after));
        }
    };
    compare("due: ", schedule(&old.schedule), schedule(&new.schedule));
    let gap = |program: &Program| program.gap.map_or_else(|| "none".to_owned(), dated);
    compare("time between sessions: ", gap(old), gap(new));
    let limit = |program: &Program| program.pain.limit.to_string();
    compare("pain limit: ", limit(old), limit(new));
    compare("pain is asked: ", asked(old), asked(new));
    let lighten = |program: &Program| program.pain.lighten_over.to_string();
    compare("a lighter session is offered over a pain of ", lighten(old), lighten(new));
    let week = |program: &Program| {
        program.lighter_week.map_or_else(|| "never".to_owned(), |every| format!("every {every} weeks"))
    };
    compare("a lighter week: ", week(old), week(new));
    changes.extend(listed("not for you if", &old.not_for, &new.not_for));
    changes.extend(listed("stop if", &old.stop_if, &new.stop_if));
    let variants = |program: &Program| program.variants.iter().map(|v| v.id.to_string()).collect::<Vec<_>>();
    let (before, after) = (variants(old), variants(new));
    changes.extend(after.iter().filter(|id| !before.contains(id)).map(|id| format!("variant {id} is new")));
    changes.extend(before.iter().filter(|id| !after.contains(id)).map(|id| format!("variant {id} was taken out")));
    changes.extend(phases(old, new));
    changes
}

/// When pain and stiffness are asked, in words.
fn asked(program: &Program) -> String {
    let word = |question: &PainQuestion| match question {
        PainQuestion::Before => "before",
        PainQuestion::After => "after",
        PainQuestion::NextMorning => "the next morning",
        PainQuestion::MorningStiffness => "for morning stiffness",
    };
    let words: Vec<&str> = program.pain.ask.iter().map(word).collect();
    if words.is_empty() { "never".to_owned() } else { words.join(", ") }
}

/// Lines that were added to a list of warnings, and lines that were taken out.
fn listed(title: &str, old: &[Clean], new: &[Clean]) -> Vec<String> {
    let added = new.iter().filter(|line| !old.contains(line)).map(|line| format!("{title}, new: {line}"));
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("{title}, taken out: {line}"));
    added.chain(gone).collect()
}

/// Pairs of two lists, by title, else by place where no title tells better; what has no counterpart comes alone.
fn paired<'a, T>(
    old: &'a [T],
    new: &'a [T],
    title: impl Fn(&T) -> Option<&Clean>,
) -> Vec<(Option<usize>, Option<&'a T>, Option<&'a T>)> {
    let titled =
        |list: &'a [T], wanted: &T| list.iter().position(|item| title(item).is_some() && title(item) == title(wanted));
    let mut taken = vec![false; old.len()];
    let mut pairs = Vec::new();
    for (at, item) in new.iter().enumerate() {
        let by_place = old.get(at).filter(|before| titled(new, before).is_none() && titled(old, item).is_none());
        let found =
            titled(old, item).or_else(|| by_place.map(|_| at)).filter(|found| taken.get(*found) == Some(&false));
        if let Some(taken) = found.and_then(|found| taken.get_mut(found)) {
            *taken = true;
        }
        pairs.push((found, found.and_then(|found| old.get(found)), Some(item)));
    }
    let gone = old.iter().enumerate().zip(taken).filter(|(_, taken)| !taken);
    pairs.extend(gone.map(|((at, item), _)| (Some(at), Some(item), None)));
    pairs
}

/// Whether those that stay come in another order.
fn moved<T>(pairs: &[(Option<usize>, Option<&T>, Option<&T>)]) -> bool {
    let places: Vec<usize> = pairs.iter().filter(|(_, _, new)| new.is_some()).filter_map(|(at, ..)| *at).collect();
    !places.is_sorted()
}

fn phases(old: &Program, new: &Program) -> Vec<String> {
    let pairs = paired(&old.phases, &new.phases, |phase| phase.title.as_ref());
    let several = old.phases.len().max(new.phases.len()) > 1;
    let mut changes = Vec::new();
    for (at, (_, before, after)) in pairs.iter().enumerate() {
        let title = after.or(*before).and_then(|phase| phase.title.as_ref());
        let title = title.map_or_else(|| (at + 1).to_string(), ToString::to_string);
        match (before, after) {
            (Some(before), Some(after)) => {
                let place = if several { format!("stage {title}: ") } else { String::new() };
                changes.extend(phase(before, after).into_iter().map(|change| format!("{place}{change}")));
            }
            (None, Some(_)) => changes.push(format!("stage {title} is new")),
            (Some(_), None) => changes.push(format!("stage {title} was taken out")),
            (None, None) => {}
        }
    }
    if moved(&pairs) {
        changes.push("the stages come in another order".to_owned());
    }
    changes
}

fn phase(old: &Phase, new: &Phase) -> Vec<String> {
    let mut changes = Vec::new();
    let next =
        |phase: &Phase| advancing(phase).map_or_else(|| "never offered".to_owned(), |when| format!("offered {when}"));
    if next(old) != next(new) {
        changes.push(became("the next stage: ", &next(old), &next(new)));
    }
    let back =
        |phase: &Phase| going_back(phase).map_or_else(|| "never offered".to_owned(), |when| format!("offered {when}"));
    if back(old) != back(new) {
        changes.push(became("the stage before: ", &back(old), &back(new)));
    }
    let due = |phase: &Phase| phase.schedule.as_ref().map_or_else(|| "as the program".to_owned(), schedule);
    if due(old) != due(new) {
        changes.push(became("due: ", &due(old), &due(new)));
    }
    changes.extend(listed("to begin it", &old.entry, &new.entry));
    changes.extend(listed("to skip it", &old.skip_if, &new.skip_if));
    let pairs = paired(&old.sessions, &new.sessions, |session: &Session| session.title.as_ref());
    let several = old.sessions.len().max(new.sessions.len()) > 1;
    for (at, (_, before, after)) in pairs.iter().enumerate() {
        let title = after.or(*before).and_then(|session| session.title.as_ref());
        let title = title.map_or_else(|| (at + 1).to_string(), |title| lower_first(title));
        match (before, after) {
            (Some(before), Some(after)) => {
                let place = if several { format!("session {title}: ") } else { String::new() };
                changes.extend(session(before, after).into_iter().map(|change| format!("{place}{change}")));
            }
            (None, Some(_)) => changes.push(format!("session {title} is new")),
            (Some(_), None) => changes.push(format!("session {title} was taken out")),
            (None, None) => {}
        }
    }
    if moved(&pairs) {
        changes.push("the sessions come in another order".to_owned());
    }
    changes
}

fn session(old: &Session, new: &Session) -> Vec<String> {
    let mut changes = Vec::new();
    let due = |session: &Session| session.schedule.as_ref().map_or_else(|| "in turn".to_owned(), schedule);
    if due(old) != due(new) {
        changes.push(became("due: ", &due(old), &due(new)));
    }
    changes.extend(exercises::lists(&old.exercises, &new.exercises));
    changes
}
