//! From a pile of lines to the history: what is void goes, what was amended changes, what belongs together is joined.
//!
//! The result depends on the set of lines only (promise P5): everything is decided by ids and moments.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::line::Sum;
use super::numbered::Numbered;
use super::read::{Group, Kept, Oddity, Pile, Place, Problem};
use super::shape::{Entry, Piece, Said};
use crate::domain::history::{Amended, History, SessionLog};
use crate::domain::session::{Happened, Line, Rating, Start, When};

/// A session with the label of its device and the ids that were joined into it.
struct Whole {
    log: SessionLog,
    ids: Vec<String>,
}

/// Makes the history of a pile; the problems are those of sessions that cannot be placed.
pub(super) fn history(data: &Path, pile: Pile, device: Option<&str>) -> (History, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut wholes = BTreeMap::new();
    let ghosts = ghosts(&pile);
    for (id, Group { pieces, files }) in pile.sessions {
        match whole(&id, pieces, device).filter(|_| !ghosts.contains(&id)) {
            Some(whole) => drop(wholes.insert(id, whole)),
            None => problems.extend(headless(data, &files)),
        }
    }
    let mut entries: Vec<Entry> = pile.changes.into_values().map(|kept| kept.value).collect();
    entries.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    let void = voided(&entries);
    entries.retain(|entry| !void.contains(entry.id.as_str()));

    let mut wholes = join(wholes);
    wholes.retain(|_, whole| !whole.ids.iter().any(|id| void.contains(id.as_str())));
    let by_id: BTreeMap<String, String> =
        wholes.iter().flat_map(|(last, whole)| whole.ids.iter().map(|id| (id.clone(), last.clone()))).collect();

    let said = entries.iter().filter_map(Entry::can_be_taken_back).collect();
    let mut history = History { said, ..History::default() };
    for Entry { said, .. } in entries {
        match said {
            Said::Enrol(enrolment) => history.enrolments.push(enrolment),
            Said::Plan(plan) => history.plans.push(plan),
            Said::Choose(choice) => history.choices.push(choice),
            Said::Pause(pause) => history.pauses.push(pause),
            Said::Manual(manual) => history.manual.push(manual),
            Said::Stop(stop) => history.stops.push(stop),
            Said::Run(run) => history.runs.push(run),
            Said::Void { .. } => {}
            Said::Later { of, rating } => {
                if let Some(whole) = by_id.get(&of).and_then(|id| wholes.get_mut(id)) {
                    whole.log.later.push(rating);
                }
            }
            Said::Amend { of, set } => {
                if let Some(whole) = by_id.get(&of).and_then(|id| wholes.get_mut(id)) {
                    amend(&mut whole.log, &set);
                }
                for manual in history.manual.iter_mut().filter(|manual| manual.id == of) {
                    manual.day = set.day.unwrap_or(manual.day);
                    manual.counts = set.counts.unwrap_or(manual.counts);
                    manual.pain = set.pain_after.or(manual.pain);
                }
            }
        }
    }
    history.sessions = wholes.into_values().map(|whole| whole.log).collect();
    history.sessions.sort_by(|a, b| (a.start.at, &a.start.session).cmp(&(b.start.at, &b.start.session)));
    (history, problems)
}

/// The session of a group; nothing where neither head nor finish says when it was.
pub(super) fn whole_of(id: &str, group: &Group, device: Option<&str>) -> Option<SessionLog> {
    whole(id, group.pieces.clone(), device).map(|whole| whole.log)
}

fn whole(id: &str, pieces: Numbered<Kept<Piece>>, device: Option<&str>) -> Option<Whole> {
    let (mut head, mut repeated) = (None::<(Start, String)>, None);
    let (mut lines, mut finish, mut last) = (Vec::with_capacity(pieces.len()), None, Duration::ZERO);
    for (_, Kept { value, .. }) in pieces {
        match value {
            Piece::Start(start, label) => head = head.or(Some((*start, label))),
            Piece::Event(line, again) => {
                last = last.max(line.at);
                repeated = again.or(repeated);
                match line.what {
                    Happened::Finish(end) => finish = Some(end),
                    _ => lines.push(line),
                }
            }
        }
    }
    let (start, label) = head.or_else(|| repeated.map(|again| (again.start, again.device)))?;
    let ours = device.is_some_and(|device| device == label);
    let log = SessionLog { start, lines, later: Vec::new(), finish, last, ours };
    Some(Whole { log, ids: vec![id.to_owned()] })
}

/// A session whose head is damaged and that has no end.
fn headless(data: &Path, files: &BTreeSet<PathBuf>) -> Vec<Problem> {
    let what = "lines that belong to no session: its id or its first line is damaged";
    let report = |path: &PathBuf| Place { data, path, line: None }.problem(Oddity::Damaged, what);
    files.iter().map(report).collect()
}

/// Sessions that are none: one line that is not as it was written, between the lines of another session. Its id is what
/// was damaged.
fn ghosts(pile: &Pile) -> BTreeSet<String> {
    let is_alone = |group: &Group| group.pieces.len() == 1 && group.pieces.values().all(|kept| kept.sum == Sum::Wrong);
    let mut ghosts: BTreeMap<&String, &Group> = pile.sessions.iter().filter(|(_, group)| is_alone(group)).collect();
    if !ghosts.is_empty() {
        let mut crowds: BTreeMap<&PathBuf, usize> = BTreeMap::new();
        for file in pile.sessions.values().flat_map(|group| &group.files) {
            *crowds.entry(file).or_default() += 1;
        }
        ghosts.retain(|_, group| group.files.iter().any(|file| crowds.get(file).is_some_and(|sessions| *sessions > 1)));
    }
    ghosts.into_keys().cloned().collect()
}

/// Which ids are void. A void may be void itself, by a later one: the latest are decided first.
fn voided(entries: &[Entry]) -> BTreeSet<String> {
    let mut void = BTreeSet::new();
    for entry in entries.iter().rev() {
        if let Said::Void { of } = &entry.said
            && !void.contains(&entry.id)
        {
            void.insert(of.clone());
        }
    }
    void
}

/// Joins a session that was cut off and the one that goes on with it; ids are ordered by time.
fn join(wholes: BTreeMap<String, Whole>) -> BTreeMap<String, Whole> {
    let mut order: Vec<(String, Whole)> = wholes.into_iter().collect();
    // Their ids are in order already, and stay so among equals.
    order.sort_by_key(|(_, whole)| whole.log.start.continues.is_some());
    let mut joined: BTreeMap<String, Whole> = BTreeMap::new();
    for (id, mut whole) in order {
        let before = whole.log.start.continues.clone().filter(|before| *before != id);
        let open = before.filter(|before| joined.get(before).is_some_and(|first| first.log.finish.is_none()));
        if let Some(mut first) = open.and_then(|before| joined.remove(&before)) {
            whole.log.lines.splice(..0, first.log.lines.drain(..));
            whole.log.last = whole.log.last.max(first.log.last);
            whole.ids.append(&mut first.ids);
        }
        joined.insert(id, whole);
    }
    joined
}

/// Puts the members of an amendment in the place of those that stand; called in the order of (moment, id).
fn amend(log: &mut SessionLog, set: &Amended) {
    log.start.day = set.day.unwrap_or(log.start.day);
    if let (Some(finish), Some(counts)) = (&mut log.finish, set.counts) {
        finish.counts = counts;
    }
    if let Some(pain) = set.pain_before {
        rating(log, When::Before, |rating| rating.pain = Some(pain));
    }
    if let Some(pain) = set.pain_after {
        rating(log, When::After, |rating| rating.pain = Some(pain));
    }
    if let Some(effort) = set.effort {
        rating(log, When::After, |rating| rating.effort = Some(effort));
    }
}

/// Changes the last answer of a kind, in the session or later; a new one where there is none.
fn rating(log: &mut SessionLog, when: When, change: impl FnOnce(&mut Rating)) {
    let within = log.lines.iter_mut().filter_map(|Line { what, .. }| match what {
        Happened::Rate(rating) => Some(rating),
        _ => None,
    });
    let found = within.chain(&mut log.later).filter(|rating| rating.when == when && rating.place.is_none()).last();
    if let Some(rating) = found {
        change(rating);
    } else {
        let mut rating = Rating { when, pain: None, effort: None, stiffness: None, place: None };
        change(&mut rating);
        log.later.push(rating);
    }
}
