//! Which program is for me: a grouped list with one line chosen, or the way to a doctor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::which::{ANSWERS, DOCTOR, SIGNS, Tier};
use crate::tui::model::{Model, Step, Which};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{heading, parts, surround};
use crate::tui::widgets::page;
use crate::tui::words;

pub(super) fn draw(model: &Model, which: &Which, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let right = match which.step {
        Step::Signs => "1 of 2: warning signs",
        Step::Doctor(_) => "a doctor first",
        Step::Says => "2 of 2: what is it?",
        Step::Offers(_) => "programs for it",
    };
    surround(model, parts, "Which program is for me?", right, buf);
    let (lines, places) = lines(model, which, parts.body.width);
    page::draw(buf, parts.body, &lines, scroll(which, &places, lines.len(), parts.body.height), model.look);
}

/// Whether all of the list is on the screen at once.
pub(super) fn fits(model: &Model, which: &Which, area: Rect) -> bool {
    let body = parts(model, area).body;
    lines(model, which, body.width).0.len() <= usize::from(body.height)
}

/// As little as shows the chosen line whole, a row above the mark for more; of the first one its headline too.
fn scroll(which: &Which, places: &[usize], all: usize, rows: u16) -> u16 {
    let behind = places.get(which.at + 1).copied().unwrap_or(all);
    let shown = if behind < all { rows.saturating_sub(1) } else { rows };
    page::end(behind, shown)
}

/// All lines, and where each choice begins.
fn lines(model: &Model, which: &Which, width: u16) -> (Vec<Line<'static>>, Vec<usize>) {
    let look = model.look;
    let (mut lines, mut places) = (Vec::new(), Vec::new());
    let mut choice = |lines: &mut Vec<Line<'static>>, words: &str, under: Option<&str>| {
        places.push(lines.len());
        lines.extend(entry(words, under, places.len() == which.at + 1, width, look));
    };
    match which.step {
        Step::Signs => {
            lines.extend(words::lines("Is one of these true of you? Read to the end.", width, look, Role::Text));
            for tier in Tier::ALL {
                heading(&mut lines, tier.title(), look);
                for sign in SIGNS.iter().filter(|sign| sign.tier == tier) {
                    choice(&mut lines, sign.sign, None);
                }
            }
        }
        Step::Says => {
            heading(&mut lines, "What brings you here?", look);
            for answer in ANSWERS {
                choice(&mut lines, answer.says, None);
            }
        }
        Step::Offers(answer) => {
            let Some(answer) = ANSWERS.get(answer) else { return (lines, Vec::new()) };
            heading(&mut lines, answer.says, look);
            for offer in answer.offers {
                let program = model.programs.iter().find(|program| program.id.as_str() == offer.program);
                let title = program.map_or(offer.program, |program| program.title.as_str());
                choice(&mut lines, title, Some(offer.why));
            }
        }
        Step::Doctor(sign) => {
            let Some(sign) = SIGNS.get(sign) else { return (lines, Vec::new()) };
            lines.extend(words::lines(sign.sign, width, look, Role::Strong));
            lines.push(Line::default());
            lines.extend(words::lines(sign.action, width, look, Role::Danger));
            lines.push(Line::default());
            lines.extend(words::lines(DOCTOR, width, look, Role::Text));
        }
    }
    (lines, places)
}

/// `▸ Sudden tear in the arch, bruising`, what is said of it under it.
fn entry(words: &str, under: Option<&str>, chosen: bool, width: u16, look: Look) -> Vec<Line<'static>> {
    let style = look.style(if chosen { Role::Strong } else { Role::Text });
    let room = width.saturating_sub(2);
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (n, words) in words::wrap(words, room).into_iter().enumerate() {
        let front = if chosen && n == 0 { "▸ " } else { "  " };
        lines.push(Line::from(vec![Span::raw(front), Span::styled(words, style)]));
    }
    let under = words::wrap(under.unwrap_or_default(), room);
    lines.extend(under.into_iter().map(|words| Line::styled(format!("  {words}"), look.style(Role::Quiet))));
    lines
}
