//! A figure in an area: the view that is readable there, the whole body as an inset, or two still poses.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::exercise::Side;
use crate::figure::model::View;
use crate::figure::{Figure, Moment, Picture, draw as draw_figure};

/// The largest picture: beyond it cost grows, readability does not.
const LARGEST: (u16, u16) = (64, 28);
/// The smallest one.
const LEAST: (u16, u16) = (20, 7);
/// From so many columns on the whole body has an inset.
const INSET: u16 = 50;
/// The inset's size.
const SMALL: (u16, u16) = (17, 11);

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// The moment.
    pub moment: Moment<'a>,
    /// How it is drawn.
    pub picture: Picture,
    /// It moves; else the beginning and the end of the phase are shown side by side.
    pub moves: bool,
}

/// The view that can be read in so many cells: the figure's own, else a closer one; none where none can.
pub fn view_for(figure: &Figure, (cols, rows): (u16, u16)) -> Option<&View> {
    if cols < LEAST.0 || rows < LEAST.1 {
        return None;
    }
    let readable = |view: &&View| {
        let size = view.high - view.low;
        let scale = (f64::from(cols) / size.x).min(f64::from(rows) * 2.0 / size.y);
        // Columns a cm: of a whole body the pose must be read, of a part of it a heel that rises.
        scale >= if view.name.as_str() == "body" { 0.165 } else { 0.27 }
    };
    let closer = ["leg", "close"].into_iter().filter_map(|name| figure.view(name));
    figure.usual_view().into_iter().chain(closer).find(readable)
}

/// Draws a figure into an area, in its middle; nothing where it could not be read.
pub fn draw(buf: &mut Buffer, area: Rect, shown: &Shown<'_>) {
    let area = middle(area.intersection(buf.area));
    let moving = shown.figure.phase(shown.moment.phase).is_some_and(|phase| phase.moves(shown.figure));
    if !shown.moves {
        let (half, gap) = (area.width / 2, area.width % 2);
        let left = Rect { width: half, ..area };
        let right = Rect { x: area.x + half + gap, width: half, ..area };
        if let Some(view) = view_for(shown.figure, (half, area.height)).filter(|_| moving) {
            for (place, part) in [(left, 0.0), (right, 1.0)] {
                let moment = Moment { part, seconds: 0.0, ..shown.moment };
                draw_figure(shown.figure, view, (&moment, &shown.picture), place, buf);
            }
            return;
        }
    }
    let Some(view) = view_for(shown.figure, (area.width, area.height)) else { return };
    let moment = if shown.moves { shown.moment } else { Moment { part: 1.0, seconds: 0.0, ..shown.moment } };
    draw_figure(shown.figure, view, (&moment, &shown.picture), area, buf);
    let body = shown.figure.view("body").filter(|body| body.name != view.name && area.width >= INSET);
    if let Some(body) = body.filter(|_| area.height > SMALL.1 + 4) {
        let (width, height) = SMALL;
        // The picture is mirrored for the left side, and so is its free corner.
        let x = if shown.moment.side == Side::Left { area.x } else { area.right() - width };
        let place = Rect { x, y: area.y, width, height };
        Clear.render(place, buf);
        draw_figure(shown.figure, body, (&moment, &shown.picture), place, buf);
    }
}

fn middle(area: Rect) -> Rect {
    let (width, height) = (area.width.min(LARGEST.0), area.height.min(LARGEST.1));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}
