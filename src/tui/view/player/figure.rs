//! The figure of the moment: it follows the rep, stands in a rest, and shows what comes before a set.

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::widgets::{Block, BorderType, Widget as _};

use crate::domain::exercise::{Side, Work};
use crate::domain::player::Snapshot;
use crate::domain::text::Id;
use crate::domain::timeline::StepKind;
use crate::figure::rhythm::Rhythm;
use crate::figure::{Figure, Moment};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::view::player::Regions;
use crate::tui::widgets::figure::{Shown, draw as draw_figure};

/// For so many seconds before a set the figure stands where the set begins.
const STANDS: f64 = 3.0;

/// The figure of the exercise in question.
pub(super) fn of(model: &Model, program: &Id, snapshot: &Snapshot<'_>) -> Option<Rc<Figure>> {
    model.figures.of(Some(program), snapshot.exercise)
}

/// Draws it, where there is room and one to draw; the frame of the panel stands also without.
pub(super) fn draw(
    model: &Model,
    figure: Option<&Figure>,
    snapshot: &Snapshot<'_>,
    regions: &Regions,
    buf: &mut Buffer,
) {
    if regions.figure.is_empty() {
        return;
    }
    let mut area = regions.figure;
    if regions.framed {
        let quiet = model.look.style(Role::Quiet);
        let block = Block::bordered().border_type(BorderType::Rounded).border_style(quiet);
        area = block.inner(area);
        block.render(regions.figure, buf);
    }
    let (Some(figure), Some(picture)) = (figure, model.figures.picture()) else { return };
    let rhythm = Rhythm::of(Some(snapshot.exercise), figure);
    let moment = moment(model, snapshot, (figure, &rhythm));
    let moves = model.figures.moves() && !model.look.still;
    draw_figure(buf, area, &Shown { figure, moment, picture, moves });
}

/// Which moment of the figure it is.
fn moment<'a>(model: &Model, snapshot: &Snapshot<'a>, (figure, rhythm): (&'a Figure, &'a Rhythm)) -> Moment<'a> {
    let side = snapshot.side.unwrap_or(Side::Right);
    let length = snapshot.phase_length.map_or(0.0, |length| length.as_secs_f64());
    let left = snapshot.phase_left.map_or(0.0, |left| left.as_secs_f64());
    let seconds = (length - left).max(0.0);
    match (snapshot.kind, snapshot.work) {
        // The runner's own pace has no seconds: the figure goes on at its own.
        (StepKind::Work, Work::OwnPace { .. }) => {
            let beat = rhythm.at(model.now.awake.as_secs_f64());
            Moment { phase: beat.phase, part: beat.part, seconds: beat.seconds, side }
        }
        (StepKind::Work, _) => {
            let part = if length > 0.0 { seconds / length } else { 0.0 };
            let phase = figure.of_rep(snapshot.phase, snapshot.rep.unwrap_or(1));
            Moment { phase, part, seconds, side }
        }
        (StepKind::GetReady | StepKind::Between, _) if left > STANDS => {
            let beat = rhythm.at(seconds);
            Moment { phase: beat.phase, part: beat.part, seconds: beat.seconds, side }
        }
        _ => {
            let start = rhythm.at(0.0);
            let phase = if snapshot.kind == StepKind::GetReady { start.phase } else { "rest" };
            Moment { phase, part: 0.0, seconds: 0.0, side }
        }
    }
}
