//! Before a session, what is to be decided: what changed, what is offered and why, what must be true first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::standing::Offer;
use crate::tui::model::{Decide, Matter, Model, Point};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{Parts, heading, is_small, parts, surround};
use crate::tui::widgets::{page, take_top};
use crate::tui::words;

/// Rows of the longest message of this screen in a window of 40 columns.
const MESSAGE: u16 = 2;

pub(super) fn draw(model: &Model, decide: &Decide, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let title = model.program(&decide.program).map_or("", |program| program.title.as_str());
    surround(model, parts, title, "before this session", buf);
    let body = body(parts, area);
    let (lines, _) = lines(decide, body.width, model.look);
    page::draw(buf, body, &lines, decide.scroll, model.look);
}

/// Lines and rows of the text.
pub(super) fn extent(model: &Model, decide: &Decide, area: Rect) -> (usize, u16) {
    let body = body(parts(model, area), area);
    (lines(decide, body.width, model.look).0.len(), body.height)
}

/// The first line of the present question, and the one behind its last.
pub(super) fn place(model: &Model, decide: &Decide, area: Rect) -> Option<(u16, u16)> {
    let body = body(parts(model, area), area);
    lines(decide, body.width, model.look).1.get(decide.at).copied()
}

/// The room for the text: the rows that a message may take are kept free, so that none hides a question. In a small
/// window it lies over the title and a row below it, else it stands at the foot.
fn body(parts: Parts, area: Rect) -> Rect {
    if is_small(area) {
        return take_top(parts.body, MESSAGE - 1).1;
    }
    let room = parts.keys.y.saturating_sub(parts.body.y).saturating_sub(MESSAGE).max(1);
    Rect { height: parts.body.height.min(room), ..parts.body }
}

/// All lines, and where each question stands.
fn lines(decide: &Decide, width: u16, look: Look) -> (Vec<Line<'static>>, Vec<(u16, u16)>) {
    let mut lines = Vec::new();
    if !decide.changes.is_empty() {
        let what = match decide.changes.len() {
            1 => "One thing in this program is new since your last session".to_owned(),
            n => format!("{n} things in this program are new since your last session"),
        };
        lines.extend(words::lines(&what, width, look, Role::Strong));
        lines.extend(words::bullets(&decide.changes, "·", width, look));
    }
    let mut places = Vec::new();
    let mut fresh = true;
    for (n, point) in decide.points.iter().enumerate() {
        let is_offer = matches!(point.what, Matter::Offer(_));
        let title = match is_offer {
            false if fresh => Some("Only where all of this is true of you"),
            true if n == 0 || !fresh => Some("You may choose"),
            true | false => None,
        };
        if let Some(title) = title {
            heading(&mut lines, title, look);
        }
        fresh = is_offer;
        let first = lines.len();
        lines.extend(question(point, n == decide.at, width, look));
        places.push((row(first), row(lines.len())));
    }
    if !decide.points.is_empty() {
        lines.push(Line::default());
        let later = "Enter goes on to the session. What you leave open is not now.";
        lines.extend(words::lines(later, width, look, Role::Quiet));
    }
    (lines, places)
}

fn row(line: usize) -> u16 {
    u16::try_from(line).unwrap_or(u16::MAX)
}

/// `▸ [✓] go on to stage 2 of 3: Add load`, the reason under it.
fn question(point: &Point, now: bool, width: u16, look: Look) -> Vec<Line<'static>> {
    let words = match &point.what {
        Matter::Statement(words) => words.as_str(),
        Matter::Offer(Offer { words, .. }) => words.as_str(),
    };
    let (mark, said) = match (point.said, &point.what) {
        (Some(true), _) => (Span::styled("[✓] ", look.style(Role::Good)), ""),
        (Some(false), Matter::Offer(_)) => (Span::raw("[-] "), ": not now"),
        (Some(false), Matter::Statement(_)) => (Span::raw("[-] "), ": not true of me"),
        (None, _) => (Span::raw("[ ] "), ""),
    };
    let indent = 6;
    let style = look.style(if now { Role::Strong } else { Role::Text });
    let room = width.saturating_sub(indent);
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (n, words) in words::wrap(&format!("{words}{said}"), room).into_iter().enumerate() {
        let front = if now { "▸ " } else { "  " };
        let [front, mark] =
            if n == 0 { [Span::raw(front), mark.clone()] } else { [Span::raw("  "), Span::raw("    ")] };
        lines.push(Line::from(vec![front, mark, Span::styled(words, style)]));
    }
    if let Matter::Offer(Offer { why, .. }) = &point.what {
        let why = words::wrap(why, room);
        let blank = " ".repeat(usize::from(indent));
        lines.extend(why.into_iter().map(|why| Line::styled(format!("{blank}{why}"), look.style(Role::Quiet))));
    }
    lines
}
