//! Before a session: reasons against it, warning signs and advice to read; below them the confirmations, always in
//! sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::consent::{ADVICE, Missing, first_entry};
use crate::domain::exercise::Affected;
use crate::domain::program::Program;
use crate::tui::model::{Before, Model};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{heading, parts, preview, put, surround, variant};
use crate::tui::widgets::{page, take_bottom};
use crate::tui::words;

pub(super) fn draw(model: &Model, before: &Before, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let Some(program) = model.program(&before.program) else { return };
    let right = if before.needs.is_empty() { "" } else { "once, before the first session" };
    surround(model, parts, &program.title, right, buf);
    let (bottom, text) = split(before, program, parts.body, model.look);
    page::draw(buf, text, &reading(before, program, text.width, model.look), before.scroll, model.look);
    put(&ticks(before, program, bottom.width, model.look), bottom, 0, buf);
}

/// Lines and rows of the text that scrolls.
pub(super) fn extent(model: &Model, before: &Before, area: Rect) -> (usize, u16) {
    let Some(program) = model.program(&before.program) else { return (0, 0) };
    let (_, text) = split(before, program, parts(model, area).body, model.look);
    (reading(before, program, text.width, model.look).len(), text.height)
}

fn split(before: &Before, program: &Program, body: Rect, look: Look) -> (Rect, Rect) {
    let ticks = ticks(before, program, body.width, look).len();
    take_bottom(body, u16::try_from(ticks).unwrap_or(u16::MAX))
}

fn reading(before: &Before, program: &Program, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for need in &before.needs {
        match need {
            Missing::NotFor => preview::list(&mut lines, "Not for you now if", &program.not_for, "·", (width, look)),
            Missing::StopIf => {
                preview::list(&mut lines, "Warning signs: stop and get help if", &program.stop_if, "!", (width, look));
            }
            Missing::Entry => {
                preview::list(&mut lines, "True of you before you begin", first_entry(program), "·", (width, look));
            }
            Missing::Advice => {
                heading(&mut lines, "Good to know", look);
                lines.extend(words::lines(ADVICE, width, look, Role::Text));
            }
            Missing::Side => {}
        }
    }
    if before.asks_variant {
        heading(&mut lines, "This program has several forms: which is yours?", look);
        lines.extend(variant::list(program, before.variant.as_ref(), width, look));
    }
    if before.needs.is_empty() {
        lines.extend(words::lines("One question first. Enter starts without an answer, too.", width, look, Role::Text));
    }
    lines
}

/// What is confirmed and answered by one key each.
fn ticks(before: &Before, program: &Program, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = vec![Line::default()];
    let narrow = width < 60;
    for need in &before.needs {
        let words = match need {
            Missing::NotFor if narrow => "n none applies to me  a one does".to_owned(),
            Missing::NotFor => "n  none of these applies to me      a  one of them does".to_owned(),
            Missing::Advice if narrow => "m understood: not medical advice".to_owned(),
            Missing::Side if narrow => {
                let side = before.side.map_or("side", Affected::word);
                format!("{side}: l left r right b both x no")
            }
            Missing::Entry => "t  all that must be true is true of me".to_owned(),
            Missing::StopIf => "w  I know the warning signs".to_owned(),
            Missing::Advice => "m  understood: this is not medical advice".to_owned(),
            Missing::Side => {
                let side = before.side.map_or(String::new(), |side| format!(": {}", side.word()));
                format!("affected side{side}   l left  r right  b both  x neither")
            }
        };
        lines.push(tick(&words, before.given.contains(need), width, look));
    }
    if before.asks_variant {
        let key = if before.asks_pain { "v" } else { "0-9" };
        let what = if narrow { "form" } else { "form of the program" };
        let title = variant::title(program, before.variant.as_ref());
        lines.push(tick(&format!("{key}  {what}: {title}"), true, width, look));
    }
    if before.asks_pain {
        let place = program.pain.place.as_ref().map_or(String::new(), |place| format!(", {place}"));
        let answer = before.pain.map_or(String::new(), |score| format!(": {score}"));
        lines.push(tick(&format!("0-9 +  pain now{place}{answer}"), before.pain.is_some(), width, look));
        if let Some(score) = before.pain.filter(|score| *score > program.pain.limit) {
            let limit = program.pain.limit;
            let words =
                format!("{score} is above this program's limit of {limit}: a rest day may be the better choice.");
            lines.extend(words::lines(&words, width, look, Role::Caution));
        }
        for (name, why) in before.left_out_for_pain(program) {
            lines.extend(words::lines(&format!("without {name}: {why}"), width, look, Role::Text));
        }
    }
    lines
}

fn tick(words: &str, given: bool, width: u16, look: Look) -> Line<'static> {
    let mark = if given { Span::styled("[✓] ", look.style(Role::Good)) } else { Span::raw("[ ] ") };
    Line::from(vec![mark, Span::raw(words::clip(words, usize::from(width.saturating_sub(4))))])
}
