//! The preview of a file while it is written: the last good state, the problems beside it or above it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::exercise::Affected;
use crate::domain::plan::Plan;
use crate::domain::prescription::{in_general, manner, schedule, short_dose};
use crate::domain::problem::tally;
use crate::domain::program::Program;
use crate::domain::standing::Occasion;
use crate::domain::time::minutes;
use crate::domain::timeline::Timeline;
use crate::tui::model::live::{Live, State};
use crate::tui::model::{Model, Screen};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{parts, put, signs, surround};
use crate::tui::widgets::{diagnostics, page, take_top};
use crate::tui::words;

/// From here on the problems stand beside the program.
const TWO: u16 = 96;

pub(super) fn draw(model: &Model, live: &Live, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let title = live.program.as_ref().map_or_else(|| live.file.to_string(), |program| program.title.to_string());
    surround(model, parts, &title, &right(live), buf);
    let rooms = rooms(live, parts.body, model.look);
    put(&state(live, parts.body.width, model.look), rooms.state, 0, buf);
    let problems = problems(live, rooms.problems.width, model.look);
    page::draw(buf, rooms.problems, &problems, live.down, model.look);
    let (lines, _) = lines(live, rooms.program.width, model.look);
    page::draw(buf, rooms.program, &lines, live.scroll, model.look);
}

/// Lines and rows of what scrolls.
pub(super) fn extent(model: &Model, live: &Live, area: Rect) -> (usize, u16) {
    let rooms = rooms(live, parts(model, area).body, model.look);
    if live.reading {
        return (problems(live, rooms.problems.width, model.look).len(), rooms.problems.height);
    }
    (lines(live, rooms.program.width, model.look).0.len(), rooms.program.height)
}

/// The line of the chosen exercise, and the rows that there are for the program.
pub(crate) fn chosen_row(model: &Model) -> Option<(u16, u16)> {
    let Screen::Live(live) = &model.screen else { return None };
    let rooms = rooms(live, parts(model, model.area()).body, model.look);
    let (_, row) = lines(live, rooms.program.width, model.look);
    Some((u16::try_from(row).unwrap_or(u16::MAX), rooms.program.height.saturating_sub(1)))
}

fn right(live: &Live) -> String {
    let speed = if live.speed == 1 { String::new() } else { format!(" · {} times as fast", live.speed) };
    let problems = tally(&live.problems);
    let problems = if problems.is_empty() { "no problems".to_owned() } else { problems };
    match &live.state {
        State::Read(at) => format!("{problems} · read {at}{speed}"),
        State::Gone(_) => format!("not there{speed}"),
    }
}

struct Rooms {
    state: Rect,
    problems: Rect,
    program: Rect,
}

fn rooms(live: &Live, body: Rect, look: Look) -> Rooms {
    let state = u16::try_from(state(live, body.width, look).len()).unwrap_or(1);
    let (state, body) = take_top(body, state.min(body.height / 2));
    let none = Rect { height: 0, ..body };
    if live.reading || (live.program.is_none() && !live.problems.is_empty()) {
        return Rooms { state, problems: body, program: none };
    }
    if live.problems.is_empty() {
        return Rooms { state, problems: none, program: body };
    }
    if body.width >= TWO {
        let half = body.width / 2 - 1;
        let program = Rect { width: half, ..body };
        return Rooms { state, problems: Rect { x: body.x + half + 2, width: body.width - half - 2, ..body }, program };
    }
    let lines = problems(live, body.width, look).len();
    // What is wrong has at most half of the rows, what is only worth knowing a quarter; the rest is one key away.
    let most = if live.is_old() { body.height / 2 } else { body.height / 4 };
    let rows = u16::try_from(lines).unwrap_or(u16::MAX).min(most);
    let (problems, program) = take_top(body, rows);
    let (_, program) = take_top(program, u16::from(program.height > 6));
    Rooms { state, problems, program }
}

/// What is wrong, with the lines of the file; in short where the program stands and nothing but remarks is there.
fn problems(live: &Live, width: u16, look: Look) -> Vec<Line<'static>> {
    if live.reading || live.is_old() {
        return diagnostics::lines(&live.problems, width, look);
    }
    live.problems.iter().flat_map(|problem| diagnostics::brief(problem, width, look)).collect()
}

/// What is to be known about what is shown.
fn state(live: &Live, width: u16, look: Look) -> Vec<Line<'static>> {
    let words = match (&live.state, &live.program) {
        (State::Gone(why), Some(_)) => format!("{}: {why}; the last good state is shown", live.file),
        (State::Gone(why), None) => format!("{}: {why}; it is shown as soon as it is there", live.file),
        (State::Read(_), Some(_)) if live.is_old() && width < 60 => "errors; the last good state is shown".to_owned(),
        (State::Read(_), Some(_)) if live.is_old() => "the file has errors; the last good state is shown".to_owned(),
        (State::Read(_), None | Some(_)) => return Vec::new(),
    };
    words::lines(&words, width, look, Role::Caution)
}

/// The program, and the line of the chosen exercise.
fn lines(live: &Live, width: u16, look: Look) -> (Vec<Line<'static>>, usize) {
    let mut lines = Vec::new();
    let Some(program) = &live.program else { return (lines, 0) };
    if let Some(summary) = &program.summary {
        lines.extend(words::lines(summary, width, look, Role::Text));
    }
    lines.extend(words::lines(&format!("due {}", schedule(&program.schedule)), width, look, Role::Quiet));
    let (mut nth, mut row) = (0, 0);
    for (p, phase) in program.phases.iter().enumerate() {
        for (s, session) in phase.sessions.iter().enumerate() {
            lines.push(Line::default());
            lines.push(Line::from(headline(program, (p, s), width, look)));
            for exercise in &session.exercises {
                let chosen = nth == live.chosen;
                if chosen {
                    row = lines.len();
                }
                let style = look.style(if chosen { Role::Selected } else { Role::Strong });
                let pointer = if chosen { "▸ " } else { "  " };
                let name = words::clip(&exercise.name, usize::from(width.saturating_sub(3)));
                lines.push(Line::from(vec![Span::raw(pointer), Span::styled(format!("{name} "), style)]));
                let mut dose = vec![short_dose(exercise)];
                dose.extend(manner(exercise));
                lines.extend(indented(&dose.join(" · "), width, Role::Text, look));
                if let Some(note) = &exercise.note {
                    lines.extend(indented(&format!("note: {note}"), width, Role::Text, look));
                }
                if chosen {
                    for step in &exercise.steps {
                        let step = format!("· {}", in_general(step, exercise.side));
                        lines.extend(indented(&step, width, Role::Quiet, look));
                    }
                }
                nth += 1;
            }
        }
    }
    signs::lines(&mut lines, &program.stop_if, width, look);
    signs::list(&mut lines, "Not for you if", &program.not_for, (width, look));
    (lines, row)
}

fn indented(words: &str, width: u16, role: Role, look: Look) -> Vec<Line<'static>> {
    let line = |words: String| Line::from(vec![Span::raw("  "), Span::styled(words, look.style(role))]);
    words::wrap(words, width.saturating_sub(2)).into_iter().map(line).collect()
}

/// `Phase 2, Add load · 10 weeks · session A · 18 min`.
fn headline(program: &Program, (p, s): (usize, usize), width: u16, look: Look) -> Vec<Span<'static>> {
    let mut parts = Vec::new();
    if let Some(phase) = program.phases.get(p) {
        if program.phases.len() > 1 || phase.title.is_some() {
            let title = phase.title.as_ref().map(|title| format!(", {title}")).unwrap_or_default();
            parts.push(format!("Phase {}{title}", p + 1));
        }
        parts.extend(phase.weeks.map(|weeks| words::count(weeks as usize, "week")));
        if let Some(title) = phase.sessions.get(s).and_then(|session| session.title.as_ref()) {
            parts.push(title.to_string());
        }
    }
    let plan = Plan::of(program, &Occasion::whole(Affected::Left, p, s));
    parts.extend(plan.map(|plan| format!("{} min", minutes(Timeline::of(&plan).length(&plan)))));
    vec![Span::styled(words::clip(&parts.join(" · "), usize::from(width)), look.style(Role::Phase))]
}
