//! The questions after a session, and those of the next morning: one key each, nothing must be answered.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::player::End;
use crate::domain::program::PainQuestion;
use crate::tui::model::{CheckIn, Field, Model, Morning, MorningField};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{measure, parts, put, surround};
use crate::tui::words;

pub(super) fn draw(model: &Model, checkin: &CheckIn, area: Rect, buf: &mut Buffer) {
    let (parts, look) = (parts(model, area), model.look);
    let plan = checkin.player.plan();
    let title = match checkin.player.end() {
        Some(End::Through) | None => "That was it",
        Some(End::Asked) => "Ended here",
        Some(End::Pain) => "Stopped in time",
    };
    let right = super::saved_words(&model.saving).0;
    surround(model, parts, title, &right, buf);
    let width = parts.body.width;
    let (mut lines, number) = measure::open(checkin, width, look);
    if checkin.asks_pain() {
        let place = plan.pain.place.as_ref().map_or(String::new(), |place| format!(", {place}"));
        question(
            &mut lines,
            &format!("Worst pain during the session{place}"),
            checkin.field == Field::Pain,
            width,
            look,
        );
        lines.push(scale(checkin.pain, look));
        lines.push(answer(
            checkin.pain.map(words::pain),
            "0 none · 10 worst imaginable · Enter leaves it open",
            width,
            look,
        ));
    }
    let pain = lines.len();
    if checkin.effort.is_some() || checkin.field == Field::Effort {
        question(&mut lines, "How hard was it?", checkin.field == Field::Effort, width, look);
        lines.push(scale(checkin.effort, look));
        let said = checkin.effort.map(|score| (words::effort(score), Role::Text));
        lines.push(answer(said, "0 nothing · 5 challenging · 10 could not do more", width, look));
    }
    let effort = lines.len();
    if !checkin.note.is_empty() || checkin.field == Field::Note {
        question(&mut lines, "Note", checkin.field == Field::Note, width, look);
        let cursor = if checkin.field == Field::Note { "_" } else { "" };
        lines.extend(words::lines(&format!("{}{cursor}", checkin.note), width, look, Role::Text));
    }
    let reps = checkin.player.snapshot(model.now).and_then(|snapshot| snapshot.last_reps);
    if let (Some(reps), true) = (reps, checkin.field != Field::Note) {
        lines.push(Line::default());
        let words = format!("last set: {} done (↑ ↓ puts it right)", words::count(reps as usize, "rep"));
        lines.extend(words::lines(&words, width, look, Role::Quiet));
    }
    // While a note is written its end must be in sight, and the number that is asked.
    let rows = usize::from(parts.body.height);
    let skip = match checkin.field {
        Field::Note => lines.len().saturating_sub(rows),
        Field::Number(_) => number.saturating_sub(rows),
        Field::Pain | Field::Nothing => pain.saturating_sub(rows),
        Field::Effort => effort.saturating_sub(rows),
    };
    put(lines.get(skip..).unwrap_or(&[]), parts.body, 0, buf);
}

pub(super) fn draw_morning(model: &Model, morning: &Morning, area: Rect, buf: &mut Buffer) {
    let (parts, look) = (parts(model, area), model.look);
    surround(model, parts, "Good morning", "", buf);
    let Some(asked) = &model.today.morning else { return };
    let width = parts.body.width;
    let mut lines = words::lines(&format!("After {}", asked.title), width, look, Role::Quiet);
    if asked.ask.contains(&PainQuestion::NextMorning) {
        let place = asked.place.as_ref().map_or(String::new(), |place| format!(", {place}"));
        question(&mut lines, &format!("Pain now{place}"), morning.field == MorningField::Pain, width, look);
        lines.push(scale(morning.pain, look));
        lines.push(answer(morning.pain.map(words::pain), "0 none · 10 worst imaginable", width, look));
    }
    if asked.ask.contains(&PainQuestion::MorningStiffness) {
        let now = morning.field == MorningField::Minutes;
        question(&mut lines, "Minutes until it felt normal after getting up", now, width, look);
        let cursor = if now { "_" } else { "" };
        lines.push(Line::raw(format!("{}{cursor} min", morning.minutes)));
    }
    put(&lines, parts.body, 0, buf);
}

fn question(lines: &mut Vec<Line<'static>>, words: &str, now: bool, width: u16, look: Look) {
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    let mark = if now { "▸ " } else { "  " };
    lines.extend(words::lines(&format!("{mark}{words}"), width, look, if now { Role::Strong } else { Role::Text }));
}

/// 0 to 10, the answer marked by brackets too.
fn scale(chosen: Option<u8>, look: Look) -> Line<'static> {
    let number = |n: u8| {
        if chosen == Some(n) {
            Span::styled(format!("[{n}]"), look.style(Role::Selected))
        } else {
            Span::raw(format!(" {n} "))
        }
    };
    Line::from((0..=10).map(number).collect::<Vec<_>>())
}

fn answer(said: Option<(&'static str, Role)>, help: &'static str, width: u16, look: Look) -> Line<'static> {
    let (words, role) = said.unwrap_or((help, Role::Quiet));
    Line::styled(words::clip(words, usize::from(width)), look.style(role))
}
