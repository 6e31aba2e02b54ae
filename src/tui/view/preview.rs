//! Preview: the prescription in words, the steps, the warning signs, the total time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::consent::SHORT_ADVICE;
use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::domain::time::minutes;
use crate::domain::timeline::Timeline;
use crate::tui::model::{Model, Preview};
use crate::tui::theme::Role;
use crate::tui::view::session::Coming;
use crate::tui::view::{heading, looped, parts, signs, surround, variant};
use crate::tui::widgets::page;
use crate::tui::words;

pub(super) fn draw(model: &Model, preview: &Preview, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let Some(program) = model.program(&preview.program) else { return };
    let coming = Coming::new(program, model.row(&program.id), model.occasion(program));
    let length = coming.plan.as_ref().map(|plan| minutes(Timeline::of(plan).length(plan)));
    let right = length.map_or_else(String::new, |minutes| format!("about {minutes} min"));
    surround(model, parts, &program.title, &right, buf);
    let (words, picture) = looped::beside(model, parts.body);
    page::draw(buf, words, &lines(model, program, &coming, words.width), preview.scroll, model.look);
    looped::program(model, program, picture, buf);
}

/// Lines and rows of the text.
pub(super) fn extent(model: &Model, preview: &Preview, area: Rect) -> (usize, u16) {
    let (body, _) = looped::beside(model, parts(model, area).body);
    let Some(program) = model.program(&preview.program) else { return (0, body.height) };
    let coming = Coming::new(program, model.row(&program.id), model.occasion(program));
    (lines(model, program, &coming, body.width).len(), body.height)
}

fn lines(model: &Model, program: &Program, coming: &Coming, width: u16) -> Vec<Line<'static>> {
    let look = model.look;
    let row = model.row(&program.id);
    let mut lines = coming.head(program, row, width, look);
    if let Some(summary) = &program.summary {
        lines.extend(words::lines(summary, width, look, Role::Text));
    }
    lines.extend(words::lines(SHORT_ADVICE, width, look, Role::Quiet));
    apart(&mut lines, coming.body(width, look));
    if !program.equipment.is_empty() {
        heading(&mut lines, "You need", look);
        let all: Vec<&str> = program.equipment.iter().map(Clean::as_str).collect();
        lines.extend(words::lines(&all.join(", "), width, look, Role::Text));
    }
    if let Some(expect) = &program.expect {
        heading(&mut lines, "What to expect", look);
        lines.extend(words::lines(expect, width, look, Role::Text));
    }
    apart(&mut lines, coming.others(program, width, look));
    if !program.variants.is_empty() {
        heading(&mut lines, "The forms of this program", look);
        lines.extend(variant::list(program, coming.occasion.standing.variant.as_ref(), width, look));
    }
    signs::lines(&mut lines, &program.stop_if, width, look);
    signs::list(&mut lines, "Not for you if", &program.not_for, (width, look));
    signs::list(&mut lines, "Where it comes from", &program.sources, (width, look));
    lines
}

/// More lines, after an empty one.
fn apart(lines: &mut Vec<Line<'static>>, more: Vec<Line<'static>>) {
    if !lines.is_empty() && !more.is_empty() {
        lines.push(Line::default());
    }
    lines.extend(more);
}
