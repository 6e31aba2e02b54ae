//! Figures that play by themselves: those of a program in its preview one after another, that of a chosen exercise.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use crate::domain::exercise::{Exercise, Side, SideRule};
use crate::domain::program::Program;
use crate::domain::text::Id;
use crate::figure::Moment;
use crate::figure::rhythm::Rhythm;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::figure::{Shown, draw as draw_figure};
use crate::tui::widgets::{take_bottom, text};

/// An exercise is shown for so many seconds at least, and to the end of its rep.
const LEAST: f64 = 6.0;
/// From so many columns on a preview has a figure beside its text.
const WIDE: u16 = 100;
/// Columns of that figure.
const COLUMNS: u16 = 44;

/// The text of a preview and the place of its figure; the latter empty where there is no room or nothing to show.
pub(super) fn beside(model: &Model, body: Rect) -> (Rect, Rect) {
    if fits(model, body) { split(body) } else { (body, Rect::default()) }
}

/// Whether there is room for a figure beside a text, and one to show.
pub(super) fn fits(model: &Model, area: Rect) -> bool {
    model.figures.picture().is_some() && area.width >= WIDE && area.height >= 16
}

/// The text at the left and the place of the figure at the right.
pub(super) fn split(area: Rect) -> (Rect, Rect) {
    let words = Rect { width: area.width.saturating_sub(COLUMNS + 2), ..area };
    let picture = Rect { x: words.right() + 2, width: COLUMNS.min(area.width), height: area.height.min(24), ..area };
    (words, picture.intersection(area))
}

/// The figures of a program's exercises, one after another, each with its name.
pub(super) fn program(model: &Model, program: &Program, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let mut shown: Vec<&Exercise> = Vec::new();
    for exercise in program.exercises() {
        let is_new = shown.iter().all(|other| other.id != exercise.id);
        if is_new && model.figures.of(Some(&program.id), exercise).is_some() {
            shown.push(exercise);
        }
    }
    let length = |exercise: &Exercise| {
        let figure = model.figures.of(Some(&program.id), exercise);
        let rep = figure.map_or(LEAST, |figure| Rhythm::of(Some(exercise), &figure).length()).max(0.5);
        (LEAST / rep).ceil() * rep
    };
    let round: f64 = shown.iter().map(|exercise| length(exercise)).sum();
    let mut seconds = if round > 0.0 { model.now.elapsed.as_secs_f64().rem_euclid(round) } else { 0.0 };
    for exercise in shown {
        let own = length(exercise);
        if seconds < own {
            let (name, picture) = take_bottom(area, 1);
            self::exercise(model, (Some(&program.id), exercise), seconds, picture, buf);
            return text(buf, name, 0, &exercise.name, (model.look.style(Role::Quiet), Alignment::Center));
        }
        seconds -= own;
    }
}

/// The figure of an exercise so many seconds after its beginning.
pub(super) fn exercise(
    model: &Model,
    (program, exercise): (Option<&Id>, &Exercise),
    seconds: f64,
    area: Rect,
    buf: &mut Buffer,
) {
    let (Some(figure), Some(picture)) = (model.figures.of(program, exercise), model.figures.picture()) else { return };
    let rhythm = Rhythm::of(Some(exercise), &figure);
    let beat = rhythm.at(seconds);
    let side = if exercise.side == SideRule::Left { Side::Left } else { Side::Right };
    let moment = Moment { phase: beat.phase, part: beat.part, seconds: beat.seconds, side };
    let moves = model.figures.moves() && !model.look.still;
    draw_figure(buf, area, &Shown { figure: &figure, moment, picture, moves });
}
