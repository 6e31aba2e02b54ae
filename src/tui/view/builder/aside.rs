//! What is written, in words: the prescription, what the chosen field takes, what is wrong, what else is in the file.

use ratatui::text::Line;

use crate::domain::form::{Key, Place};
use crate::domain::prescription::{and_list, count, dose, in_general, lower_first, schedule};
use crate::domain::problem::{Gravity, Problem};
use crate::tui::model::builder::{Builder, Pane};
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::diagnostics::brief;
use crate::tui::words;

pub(super) fn lines(builder: &Builder, width: u16, look: Look) -> Vec<Line<'static>> {
    let writes = builder.pane == Pane::Fields;
    let (wrong, remarks): (Vec<&Problem>, Vec<&Problem>) =
        problems(builder).into_iter().partition(|problem| problem.gravity != Gravity::Note);
    let worst = wrong.iter().any(|problem| problem.gravity == Gravity::Error);
    let mut lines: Vec<Line<'static>> = wrong.iter().flat_map(|problem| brief(problem, width, look)).collect();
    if writes {
        lines.extend(words::lines(builder.key().hint(), width, look, Role::Quiet));
    }
    let said = prescription(builder);
    if !said.is_empty() {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        // With an error in it the program before is what is still understood.
        let role = if worst { Role::Quiet } else { Role::Text };
        lines.extend(words::lines(&said, width, look, role));
    }
    let elsewhere = elsewhere(builder);
    if elsewhere > 0 {
        lines.push(Line::default());
        let more = count(u32::try_from(elsewhere).unwrap_or(u32::MAX), "error");
        lines.extend(words::lines(&format!("{more} elsewhere, marked ! in the list"), width, look, Role::Quiet));
    }
    // What is only worth knowing comes last.
    for remark in remarks {
        lines.push(Line::default());
        lines.extend(brief(remark, width, look));
    }
    lines
}

/// How the exercise is done, where there is room for it.
pub(super) fn steps(builder: &Builder, width: u16, look: Look) -> Vec<Line<'static>> {
    let Some(exercise) = builder.resolved(builder.place) else { return Vec::new() };
    let steps: Vec<String> = exercise.steps.iter().map(|step| in_general(step, exercise.side)).collect();
    let mut lines = Vec::new();
    if !steps.is_empty() {
        lines.push(Line::default());
        lines.extend(words::lines("How it is done", width, look, Role::Strong));
        lines.extend(words::bullets(&steps, "·", width, look));
    }
    lines
}

/// The problems of the chosen row, those of the chosen field first; what is only worth knowing where nothing is wrong.
fn problems(builder: &Builder) -> Vec<&Problem> {
    let mut here: Vec<&Problem> = builder.problems(builder.place).collect();
    if here.iter().any(|problem| problem.gravity == Gravity::Error) {
        here.retain(|problem| problem.gravity == Gravity::Error);
    }
    let of_field = |problem: &&Problem| problem.spot.and_then(|spot| spot.key) == Some(builder.key());
    here.sort_by_key(|problem| (builder.pane == Pane::Fields && !of_field(problem), problem.gravity));
    here
}

fn elsewhere(builder: &Builder) -> usize {
    let errors = builder.tried.problems.iter().filter(|problem| problem.gravity == Gravity::Error);
    errors.filter(|problem| problem.spot.is_none_or(|spot| spot.place != builder.place)).count()
}

/// The row in words.
fn prescription(builder: &Builder) -> String {
    match builder.place {
        Place::Exercise(p, s, e) => exercise(builder, (p, s, e)),
        Place::Head => program(builder),
        Place::Variant(_) => variant(builder),
        Place::Phase(p) => phase(builder, p),
        Place::Session(p, s) => session(builder, p, s),
    }
}

/// Its dose with all that holds besides, and with whom it is done in turn.
fn exercise(builder: &Builder, (p, s, e): (usize, usize, usize)) -> String {
    let mut words = builder.resolved(builder.place).map(dose).unwrap_or_default();
    let label = builder.form.text(builder.place, Key::Circuit).trim();
    if label.is_empty() {
        return words;
    }
    let others = (0..builder.form.session(p, s).map_or(0, |session| session.exercises.len())).filter(|n| *n != e);
    let others = others.map(|n| Place::Exercise(p, s, n));
    let others = others.filter(|place| builder.form.text(*place, Key::Circuit).trim() == label);
    let names: Vec<String> = others.map(|place| lower_first(&builder.name(place))).collect();
    if !names.is_empty() {
        words = format!("{words}. A set of it, then a set of {}, and round again", and_list(&names));
    }
    words
}

/// What becomes of what, by name.
fn variant(builder: &Builder) -> String {
    // What the program defines itself is known to the reader alone.
    let of = builder.form.text(builder.place, Key::Id).trim();
    let known = || builder.good.iter().flat_map(|(program, _)| program.exercises());
    let here = |id: &str| known().find(|exercise| exercise.id.as_str() == id);
    let there = |id: &str| {
        let all = known().flat_map(|exercise| &exercise.variants).filter(|(variant, _)| variant.as_str() == of);
        all.map(|(_, other)| other).find(|other| other.id.as_str() == id)
    };
    let name = |id: &str| match here(id).or_else(|| there(id)).or_else(|| builder.shelved(id)) {
        Some(found) => lower_first(&found.name),
        None => format!("`{id}`"),
    };
    let pairs = builder.form.text(builder.place, Key::Replace).lines().filter_map(|line| line.split_once('='));
    let pairs = pairs.filter(|(left, right)| !left.trim().is_empty() && !right.trim().is_empty());
    let pairs: Vec<String> =
        pairs.map(|(left, right)| format!("{} for {}", name(right.trim()), name(left.trim()))).collect();
    let what = if pairs.is_empty() { String::new() } else { format!(" With it they do {}.", and_list(&pairs)) };
    format!("Runners who say so of themselves choose it at the beginning.{what}")
}

/// Its exercises and minutes, and when it is due.
fn session(builder: &Builder, p: usize, s: usize) -> String {
    let exercises = builder.form.session(p, s).map_or(0, |session| session.exercises.len());
    let mut parts = vec![exercises_words(exercises)];
    parts.extend(builder.length(p, s).map(|n| format!("{n} min")));
    let own = builder.understood(p, s).and_then(|session| session.schedule.as_ref());
    parts.push(match own {
        Some(own) => format!("due {}", schedule(own)),
        None if builder.form.sessions(p) > 1 => {
            "in turn with the others: the next one on the next day that is due".to_owned()
        }
        None => "on every day that is due".to_owned(),
    });
    parts.join(", ")
}

fn exercises_words(n: usize) -> String {
    count(u32::try_from(n).unwrap_or(u32::MAX), "exercise")
}

fn program(builder: &Builder) -> String {
    let exercises = exercises_words(builder.form.exercises().count());
    let mut parts = Vec::new();
    if builder.form.phased {
        parts.push(count(u32::try_from(builder.form.phases.len()).unwrap_or(u32::MAX), "phase"));
    }
    parts.push(exercises);
    if let Some((program, _)) = &builder.good {
        parts.push(format!("due {}", schedule(&program.schedule)));
        parts.push(format!("pain over {} stops an exercise", program.pain.limit));
    }
    format!("{}; file {}", parts.join(", "), builder.file)
}

fn phase(builder: &Builder, p: usize) -> String {
    let Some(phase) = builder.form.phases.get(p) else { return String::new() };
    let mut parts = Vec::new();
    let weeks = phase.fields.get(Key::Weeks);
    parts.push(match weeks {
        "" => "open-ended".to_owned(),
        "1" => "1 week".to_owned(),
        weeks => format!("{weeks} weeks"),
    });
    let exercises: usize = phase.sessions.iter().map(|session| session.exercises.len()).sum();
    parts.push(match phase.fields.get(Key::SameAs) {
        "" => exercises_words(exercises),
        other => format!("the exercises of {other}"),
    });
    let minutes: Vec<String> =
        (0..phase.sessions.len()).filter_map(|s| builder.length(p, s)).map(|n| n.to_string()).collect();
    parts.extend((!minutes.is_empty()).then(|| format!("{} min a session", minutes.join(" or "))));
    let sessions = phase.fields.get(Key::AdvanceSessions);
    if !sessions.is_empty() {
        let pain = phase.fields.get(Key::AdvancePain);
        let pain = if pain.is_empty() { String::new() } else { format!(" with pain up to {pain}") };
        parts.push(format!("the next phase after {sessions} sessions in a row{pain}"));
    }
    parts.join(", ")
}
