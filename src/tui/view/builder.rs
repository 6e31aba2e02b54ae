//! A program is written: its list at the left, the fields of a row beside it, and what they mean in words.
//!
//! From 110 columns on the words stand beside the fields, else below them; below 70 the list and the fields take turns.

mod aside;
mod fields;
mod outline;
mod panels;
mod shelf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::form::Key;
use crate::domain::problem::tally;
use crate::tui::model::Model;
use crate::tui::model::builder::{Builder, Pane};
use crate::tui::view::{Parts, parts, surround};
use crate::tui::widgets::page;

/// From here on the list and the fields stand side by side.
const TWO: u16 = 70;
/// From here on the words stand beside them, too.
const THREE: u16 = 104;
/// Columns of the list.
const LIST: u16 = 30;

pub(super) fn draw(model: &Model, builder: &Builder, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    surround(model, parts, &title(builder), &status(builder), buf);
    match &builder.pane {
        Pane::Outline | Pane::Fields => rooms(model, builder, parts, buf),
        Pane::Shelf(shelf) => shelf::draw(model, builder, shelf, parts.body, buf),
        Pane::Review(review) => {
            let lines = panels::review(builder, review, parts.body.width, model.look);
            page::draw(buf, parts.body, &lines, review.scroll, model.look);
        }
        Pane::Changed(_) | Pane::Leave(_) | Pane::Saved(..) => {
            let lines = panels::question(builder, parts.body, model.look);
            super::put(&lines, parts.body, 0, buf);
        }
    }
}

/// Lines and rows of what scrolls.
pub(super) fn extent(model: &Model, builder: &Builder, area: Rect) -> (usize, u16) {
    let body = parts(model, area).body;
    match &builder.pane {
        Pane::Review(review) => (panels::review(builder, review, body.width, model.look).len(), body.height),
        _ => (0, 0),
    }
}

fn title(builder: &Builder) -> String {
    let title = builder.form.head.get(Key::Title);
    if title.trim().is_empty() { "a new program".to_owned() } else { title.to_owned() }
}

fn status(builder: &Builder) -> String {
    let problems = tally(&builder.tried.problems);
    let saved = if builder.is_changed() || builder.is_new { "not saved" } else { "saved" };
    if problems.is_empty() { saved.to_owned() } else { format!("{problems} · {saved}") }
}

/// The list, the fields and the words, as many as there is room for.
fn rooms(model: &Model, builder: &Builder, parts: Parts, buf: &mut Buffer) {
    let (body, look) = (parts.body, model.look);
    if body.width < TWO {
        if builder.pane == Pane::Outline {
            outline::draw(builder, body, look, buf);
        } else {
            with_words_below(model, builder, body, buf);
        }
        return;
    }
    let list = Rect { width: LIST, ..body };
    let rest = Rect { x: body.x + LIST + 2, width: body.width - LIST - 2, ..body };
    outline::draw(builder, list, look, buf);
    if body.width < THREE {
        with_words_below(model, builder, rest, buf);
        return;
    }
    let words = rest.width / 2;
    let form = Rect { width: rest.width - words - 2, ..rest };
    let beside = Rect { x: rest.right() - words, width: words, ..rest };
    fields::draw(builder, form, look, buf);
    let mut lines = aside::lines(builder, beside.width, look);
    lines.extend(aside::steps(builder, beside.width, look));
    super::put(&lines, beside, 0, buf);
}

fn with_words_below(model: &Model, builder: &Builder, area: Rect, buf: &mut Buffer) {
    let look = model.look;
    let lines: Vec<Line<'static>> = aside::lines(builder, area.width, look);
    // At least half of the rows are for the fields.
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height / 2);
    let (below, above) = crate::tui::widgets::take_bottom(area, rows + u16::from(area.height > 12));
    let skip = below.height - rows;
    fields::draw(builder, above, look, buf);
    super::put(&lines, below, skip, buf);
}
