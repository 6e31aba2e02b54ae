//! A session that was cut off: where it stood, and what may be done with it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::model::{Model, ResumeStep};
use crate::tui::theme::Role;
use crate::tui::view::{parts, put, surround};
use crate::tui::widgets::hints;
use crate::tui::words;

pub(super) fn draw(model: &Model, step: ResumeStep, area: Rect, buf: &mut Buffer) {
    let (parts, look) = (parts(model, area), model.look);
    surround(model, parts, "A session was cut off", "", buf);
    let Some(unfinished) = &model.today.unfinished else { return };
    let place = match &unfinished.place {
        Some(place) => format!("It goes on at: {place}."),
        None => "The program has changed since, so it cannot go on; what you did is kept.".to_owned(),
    };
    let words = match step {
        ResumeStep::Choose => format!("{}, begun {}. {place}", unfinished.title, unfinished.began),
        ResumeStep::Discard(_) => {
            format!("Really discard {}, begun {}? It will not count.", unfinished.title, unfinished.began)
        }
    };
    let mut lines = words::lines(&words, parts.body.width, look, Role::Text);
    if parts.body.height > 6 {
        lines.push(Line::default());
    }
    lines.extend(hints::list(&model.screen_contexts(), parts.body.width, look));
    put(&lines, parts.body, 0, buf);
}
