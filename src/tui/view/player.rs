//! The player: what is done now, from two metres away.

mod by_itself;
mod far;
mod figure;
mod layout;
mod pulse;
mod question;
mod stage;
mod station;
mod steps;
mod tiny;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::cue::Hearing;
use crate::domain::player::{Pause, Run, Snapshot};
use crate::domain::prescription::with_side;
use crate::domain::time::clock_face;
use crate::domain::timeline::{StepKind, side_word};
use crate::tui::keymap::Context;
use crate::tui::model::{Model, Play};
use crate::tui::theme::Role;
use crate::tui::view::{measure, saved_words, surround};
use crate::tui::widgets::{columns, hints, progress, text};
use crate::tui::words;

pub use far::regions as far_regions;
pub use layout::{Regions, regions, regions_with};

/// Below this there are only words.
const LEAST: (u16, u16) = (40, 12);

pub(super) fn draw(model: &Model, play: &Play, area: Rect, buf: &mut Buffer) {
    let Some(snapshot) = play.player.snapshot(model.now) else {
        return surround(model, super::parts(model, area), &play.player.plan().title, "", buf);
    };
    if area.width < LEAST.0 || area.height < LEAST.1 {
        tiny::draw(model, play, &snapshot, area, buf);
        return pulse::draw(model, play, area, buf);
    }
    if model.far && play.question().is_none() {
        far::draw(model, play, &snapshot, area, buf);
        return pulse::draw(model, play, area, buf);
    }
    let figure = figure::of(model, &play.player.plan().program, &snapshot);
    let regions = regions_with(area, &snapshot, figure.is_some());
    header(model, play, &snapshot, regions.header, buf);
    if steps::are_shown(&snapshot) {
        steps::draw(&snapshot, play.reading, &regions, model.look, buf);
    } else {
        stage::draw(&snapshot, &regions, model.look, buf);
    }
    overall(model, &snapshot, regions.progress, buf);
    next(model, play, &snapshot, &regions, buf);
    if play.question().is_none() {
        by_itself::draw(model, play, &snapshot, &regions, buf);
    }
    // A question lists its own keys.
    if model.overlays.is_empty() && play.question().is_none() {
        hints::draw(buf, regions.keys, &model.screen_contexts(), model.look);
    }
    figure::draw(model, figure.as_deref(), &snapshot, &regions, buf);
    if model.overlays.is_empty() {
        measure::draw(model, play, &regions, buf);
    }
    if play.question().is_some() {
        question::draw(model, &snapshot, regions.stage, buf);
    }
    pulse::draw(model, play, area, buf);
}

/// Why the exercise is skipped: asked where the player asks its own questions.
pub(super) fn draw_reason(model: &Model, play: &Play, area: Rect, buf: &mut Buffer) {
    let snapshot = play.player.snapshot(model.now).filter(|_| area.width >= LEAST.0 && area.height >= LEAST.1);
    let place = snapshot.map_or(area, |snapshot| regions(area, &snapshot).stage);
    let words = vec!["Why? What you did so far stays.".to_owned(), "Why?".to_owned()];
    let question = question::Question { title: "skip this exercise", words };
    question::ask(buf, place, &question, &[Context::AskReason], model.look);
}

fn header(model: &Model, play: &Play, snapshot: &Snapshot<'_>, area: Rect, buf: &mut Buffer) {
    let look = model.look;
    let set = (snapshot.sets > 1).then(|| format!("set {} of {}", snapshot.set, snapshot.sets));
    let item = format!("exercise {} of {}", snapshot.item, snapshot.items);
    let set = station::round(play, snapshot).or(set);
    let both = set.as_ref().map_or_else(|| item.clone(), |set| format!("{item} · {set}"));
    let all = snapshot.load.map(|load| format!("{both} · {}", load.words));
    let short = set.clone().unwrap_or(item);
    let shortest = set.map_or_else(String::new, |_| format!("{}/{}", snapshot.set, snapshot.sets));
    let name = columns(&snapshot.exercise.name);
    let fits = |words: &String| name + columns(words) + 2 <= area.width;
    let right = all.into_iter().chain([both, short]).find(fits).unwrap_or(shortest);
    text(buf, area, 0, &right, (look.style(Role::Quiet), Alignment::Right));
    let left = Rect { width: area.width.saturating_sub(columns(&right) + 2), ..area };
    text(buf, left, 0, &snapshot.exercise.name, (look.style(Role::Strong), Alignment::Left));
}

/// What comes next; a message in its place for a moment.
fn next(model: &Model, play: &Play, snapshot: &Snapshot<'_>, regions: &Regions, buf: &mut Buffer) {
    let look = model.look;
    let area = regions.next;
    if let Some(message) = model.message() {
        // Where that row is needed above, the whole session makes room.
        let area = if area.is_empty() { regions.progress } else { area };
        Clear.render(area.intersection(buf.area), buf);
        return text(buf, area, 0, message, (look.style(Role::Strong), Alignment::Left));
    }
    if snapshot.stopping {
        let words = "this rep, then we stop here";
        return text(buf, area, 0, words, (look.style(Role::Caution), Alignment::Left));
    }
    let load = snapshot.load.map(|load| load.words.as_str());
    let then = snapshot.next.map_or_else(
        || "next  the end".to_owned(),
        |next| {
            let other = station::wanted(play, snapshot).or_else(|| next.other.then_some(next.name.as_str()));
            coming(other, (next.set, next.sets), (side_word(next.side), None))
        },
    );
    let here = |name| coming(name, (snapshot.set, snapshot.sets), (side_word(snapshot.side), load));
    let words = match snapshot.kind {
        StepKind::Work | StepKind::GetReady => then,
        // After a set, the one that is waited for.
        StepKind::Rest | StepKind::ChangeOver => here(None),
        StepKind::Between => here(Some(&snapshot.exercise.name)),
    };
    let words = match snapshot.last_reps.filter(|_| snapshot.kind != StepKind::Work) {
        Some(reps) if area.width < layout::NARROW => format!("last set {reps}, ↑ ↓ puts it right"),
        Some(reps) => format!("{words} · last set {}, ↑ ↓ puts it right", words::count(reps as usize, "rep")),
        None => words,
    };
    text(buf, area, 0, &words, (look.style(Role::Quiet), Alignment::Left));
}

fn coming(name: Option<&str>, (set, sets): (u32, u32), (side, load): (Option<&str>, Option<&str>)) -> String {
    let mut parts = Vec::new();
    parts.extend(name.map(str::to_owned));
    parts.extend((sets > 1).then(|| format!("set {set} of {sets}")));
    parts.extend(side.map(|side| format!("{side} side")));
    parts.extend(load.map(str::to_owned));
    format!("next  {}", parts.join(", "))
}

/// The whole session, the time left, and whether all of it is saved.
fn overall(model: &Model, snapshot: &Snapshot<'_>, area: Rect, buf: &mut Buffer) {
    let (saved, role) = saved_words(&model.saving);
    if role == Role::Danger {
        return text(buf, area, 0, &saved, (model.look.style(role), Alignment::Left));
    }
    let left = format!("{} left", clock_face(snapshot.left()));
    let heard = model.program_heard().map(Hearing::word);
    let words: Vec<&str> = [Some(left.as_str()), heard, Some(saved.as_str())].into_iter().flatten().collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let words = words.join(" · ");
    progress::line(buf, area, (snapshot.done, snapshot.total), &words, model.look);
}

/// The word for what is done now.
fn phase_word(snapshot: &Snapshot<'_>) -> String {
    match snapshot.run {
        Run::CountIn { .. } => "ready".to_owned(),
        Run::Paused { why: Pause::Asked, .. } => "paused".to_owned(),
        Run::Paused { .. } | Run::Running { .. } | Run::Over(_) => snapshot.phase.to_owned(),
    }
}

/// What stands beside the number, as big: the rep of so many, else the set.
fn rep_words(snapshot: &Snapshot<'_>) -> Option<String> {
    let of = |n: u32, all: Option<u32>| all.map_or_else(|| n.to_string(), |all| format!("{n}/{all}"));
    match (snapshot.kind, snapshot.rep) {
        (StepKind::Work, Some(rep)) if !is_paced(snapshot) => Some(format!("rep {}", of(rep, snapshot.reps))),
        _ if snapshot.sets > 1 => Some(format!("set {}", of(snapshot.set, Some(snapshot.sets)))),
        _ => None,
    }
}

/// The big number: the rep in paced reps, the seconds that are left, at the runner's own pace how many reps.
fn number_words(snapshot: &Snapshot<'_>) -> String {
    match (snapshot.big_number(), snapshot.reps) {
        (Some(number), _) => number.to_string(),
        (None, Some(reps)) => words::count(reps as usize, "rep").to_uppercase(),
        (None, None) => "MAX".to_owned(),
    }
}

/// Whether the rep is the big number.
fn is_paced(snapshot: &Snapshot<'_>) -> bool {
    let paced = matches!(snapshot.work, crate::domain::exercise::Work::Paced { .. });
    paced && snapshot.kind == StepKind::Work && snapshot.count_in.is_none()
}

/// The cue of the moment: the set-up before the work, a cue during it, at last nothing.
fn cue(snapshot: &Snapshot<'_>) -> String {
    let exercise = snapshot.exercise;
    let words = match snapshot.kind {
        StepKind::Work => {
            let turn = usize::try_from(snapshot.rep.unwrap_or(1).saturating_sub(1)).unwrap_or(0);
            let cue = exercise.cues.get(turn.checked_rem(exercise.cues.len()).unwrap_or(0));
            cue.or_else(|| exercise.steps.first()).or(exercise.setup.as_ref())
        }
        StepKind::GetReady | StepKind::ChangeOver | StepKind::Between | StepKind::Rest => {
            exercise.setup.as_ref().or_else(|| exercise.steps.first())
        }
    };
    words.map_or(String::new(), |words| with_side(words, snapshot.side))
}
