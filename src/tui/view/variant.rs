//! The forms of a program to choose from, and the questions before a stage or a step back and before leaving it.

use ratatui::text::{Line, Span};

use crate::domain::program::Program;
use crate::domain::standing::steps_back;
use crate::domain::text::Id;
use crate::tui::keymap::Context;
use crate::tui::model::{Model, Screen};
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::hints;
use crate::tui::words;

/// As many forms have a number on the keyboard.
const NUMBERED: usize = 9;

/// The forms, each with its number, the chosen one marked.
pub(super) fn list(program: &Program, chosen: Option<&Id>, width: u16, look: Look) -> Vec<Line<'static>> {
    let written = [(None, "as it is written".to_owned())];
    let forms = program.variants.iter().map(|variant| (Some(&variant.id), variant.title.to_string()));
    let entry = |(n, (id, title)): (usize, (Option<&Id>, String))| {
        let now = id == chosen;
        let mark = if now { Span::styled("[✓] ", look.style(Role::Good)) } else { Span::raw("[ ] ") };
        let room = width.saturating_sub(7);
        let lines = words::wrap(&title, room).into_iter().enumerate().map(move |(line, words)| {
            if line > 0 {
                return Line::raw(format!("       {words}"));
            }
            let key = Span::styled(format!("{n}  "), look.style(Role::Key));
            Line::from(vec![mark.clone(), key, Span::raw(words)])
        });
        lines.collect::<Vec<Line<'static>>>()
    };
    written.into_iter().chain(forms).take(NUMBERED + 1).enumerate().flat_map(entry).collect()
}

/// The title of a form.
pub(super) fn title(program: &Program, chosen: Option<&Id>) -> String {
    let variant = program.variants.iter().find(|variant| Some(&variant.id) == chosen);
    variant.map_or_else(|| "as it is written".to_owned(), |variant| variant.title.to_string())
}

/// What lies over the screen where a form is chosen.
pub(super) fn choose(model: &Model, width: u16) -> Vec<Line<'static>> {
    let Some(program) = model.program_in_focus() else { return Vec::new() };
    let standing = model.occasion(program).standing;
    let chosen = match &model.screen {
        Screen::Before(before) => before.variant.as_ref(),
        _ => standing.variant.as_ref(),
    };
    let mut lines = words::lines("Which form of this program is yours?", width, model.look, Role::Strong);
    lines.push(Line::default());
    lines.extend(list(program, chosen, width, model.look));
    lines.push(Line::default());
    lines.extend(words::lines("A number chooses, Esc leaves it as it is.", width, model.look, Role::Quiet));
    lines
}

/// What lies over the screen before a stage back.
pub(super) fn stage_back(model: &Model, width: u16) -> Vec<Line<'static>> {
    let Some(program) = model.program_in_focus() else { return Vec::new() };
    let now = model.occasion(program).standing.phase;
    let title = |phase: usize| {
        let title = program.phases.get(phase).and_then(|phase| phase.title.as_ref());
        title.map_or_else(|| format!("stage {}", phase + 1), |title| format!("stage {}: {title}", phase + 1))
    };
    let words = format!("Back from {} to {}?", title(now), title(now.saturating_sub(1)));
    let mut lines = words::lines(&words, width, model.look, Role::Strong);
    let what = "The next stage is offered again when it is time.";
    lines.extend(words::lines(what, width, model.look, Role::Text));
    lines.push(Line::default());
    lines.extend(hints::list(&[Context::AskStageBack], width, model.look));
    lines
}

/// What lies over the screen where a climbed step is taken back: the steps, each with its number.
pub(super) fn step_back(model: &Model, width: u16) -> Vec<Line<'static>> {
    let Some(program) = model.program_in_focus() else { return Vec::new() };
    let look = model.look;
    let mut lines = words::lines("Which step that you climbed shall be taken back?", width, look, Role::Strong);
    lines.push(Line::default());
    for (n, step) in steps_back(program, &model.occasion(program)).iter().take(NUMBERED).enumerate() {
        for (line, words) in words::wrap(&step.words, width.saturating_sub(3)).into_iter().enumerate() {
            let key = if line == 0 { format!("{}  ", n + 1) } else { "   ".to_owned() };
            lines.push(Line::from(vec![Span::styled(key, look.style(Role::Key)), Span::raw(words)]));
        }
    }
    lines.push(Line::default());
    let what = "The next step is offered again when it is time, counted from now. A number takes one back, Esc none.";
    lines.extend(words::lines(what, width, look, Role::Quiet));
    lines
}

/// What lies over the screen before a program is left.
pub(super) fn stop(model: &Model, width: u16) -> Vec<Line<'static>> {
    let title = model.program_in_focus().map_or("", |program| program.title.as_str());
    let mut lines = words::lines(&format!("Follow {title} no more?"), width, model.look, Role::Strong);
    let what =
        "Nothing of it is asked from today on, and no day is missed. What you did stays. You can take it up again.";
    lines.extend(words::lines(what, width, model.look, Role::Text));
    lines.push(Line::default());
    lines.extend(hints::list(&[Context::AskStop], width, model.look));
    lines
}
