//! Where everything stands: pure arithmetic, so that a test can ask for it.

mod wait;

use ratatui::layout::Rect;

use crate::domain::exercise::{Side, Work};
use crate::domain::player::{Pause, Run, Snapshot};
use crate::domain::timeline::StepKind;
use crate::tui::view::player::{is_paced, rep_words};
use crate::tui::widgets::{inset, take_bottom, take_top};

pub(super) use wait::{place_words, shown_phase};

/// The regions of the player.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// The exercise, its place, the set.
    pub header: Rect,
    /// The place of the figure; empty where there is no room.
    pub figure: Rect,
    /// Whether it is a panel with a frame.
    pub framed: bool,
    /// All between header and `next`.
    pub body: Rect,
    /// The body without the figure: a question takes all of it.
    pub stage: Rect,
    /// The word for what is done now.
    pub phase: Rect,
    /// Seconds left of a phase, where the number is the rep.
    pub seconds: Rect,
    /// The tempo and its words.
    pub tempo: Rect,
    /// Whether the tempo has a row for words.
    pub labels: bool,
    /// Whether the tempo is a thin line: big letters stand right above it.
    pub thin: bool,
    /// The name of the exercise that comes.
    pub name: Rect,
    /// The number: the rep in paced reps, else the seconds left.
    pub number: Rect,
    /// The side that works, at its place.
    pub side: Rect,
    /// The rep where the number is something else; in paced reps the set.
    pub rep: Rect,
    /// Side and set in plain words, where the set-up needs the room.
    pub words: Rect,
    /// A cue, the set-up, dots for reps, the steps of an instruction.
    pub cue: Rect,
    /// What comes next; empty where its row is needed above.
    pub next: Rect,
    /// The whole session.
    pub progress: Rect,
    /// The keys.
    pub keys: Rect,
}

/// From here on the figure has a panel.
const FIGURE: (u16, u16) = (100, 28);
/// Below this the player is narrow: short words, and no row for what can be missed.
pub(super) const NARROW: u16 = 60;

/// Rows of phase, tempo bar, number and side.
const TIERS: &[[u16; 4]] = &[
    [9, 3, 24, 9],
    [9, 3, 18, 9],
    [9, 3, 15, 6],
    [6, 2, 15, 6],
    [6, 2, 12, 6],
    [6, 2, 9, 6],
    [6, 1, 9, 3],
    [3, 1, 6, 3],
    [3, 1, 3, 3],
];

/// Lays the player out for an exercise without a figure.
pub fn regions(area: Rect, snapshot: &Snapshot<'_>) -> Regions {
    regions_with(area, snapshot, false)
}

/// Lays the player out. A figure has a panel of its own in a large window; in a smaller one it takes what the number
/// and the side leave.
pub fn regions_with(area: Rect, snapshot: &Snapshot<'_>, has_figure: bool) -> Regions {
    let whole = area;
    let area = inset(area, if area.width >= NARROW { 2 } else { 1 });
    let (header, rest) = take_top(area, 1);
    let (keys, rest) = take_bottom(rest, 1);
    let (progress, rest) = take_bottom(rest, 1);
    let (next, body) = take_bottom(rest, u16::from(has_next(rest, snapshot)));
    let mut regions = Regions { header, body, next, progress, keys, ..Regions::default() };
    let stage = if whole.width >= FIGURE.0 && whole.height >= FIGURE.1 {
        let width = (area.width * 2 / 5).clamp(40, 66);
        let (_, below) = take_top(body, 1);
        let (_, panel) = take_bottom(below, 1);
        regions.figure = Rect { width, height: panel.height.min(28), ..panel };
        regions.framed = true;
        Rect { x: body.x + width + 3, width: body.width - width - 3, ..body }
    } else {
        body
    };
    // Beyond so wide a stage the eye has to travel.
    let stage = Rect { width: stage.width.min(150), ..stage };
    regions.stage = stage;
    match (snapshot.kind, snapshot.work) {
        (StepKind::Work, Work::Instruction) => steps(&mut regions, stage, snapshot),
        (StepKind::Work, _) => stack(&mut regions, stage, snapshot),
        _ => wait::lay(&mut regions, stage, snapshot),
    }
    if has_figure && regions.figure.is_empty() {
        tuck(&mut regions, stage, snapshot);
    }
    regions
}

/// The figure's place beside the number and over the free end of the side's band; the number keeps its size.
fn tuck(regions: &mut Regions, stage: Rect, snapshot: &Snapshot<'_>) {
    let (number, side) = (regions.number, regions.side);
    let width = (stage.width * 36 / 100).min(44);
    let room = stage.width.saturating_sub(width + 1);
    let stacked = number.width == stage.width && side.y >= number.bottom();
    // The number keeps room for `15/15`.
    if !stacked || room < 44 || side.bottom() - number.y < 7 {
        return;
    }
    // The reps beside the side stay where they are.
    let (is_right, rep) = (snapshot.side == Some(Side::Right), regions.rep);
    let width = match (rep.is_empty(), is_right) {
        (true, _) => width,
        (false, true) => width.min(rep.x.saturating_sub(stage.x + 1)),
        (false, false) => width.min(stage.right().saturating_sub(rep.right() + 1)),
    };
    let x = if is_right { stage.x } else { stage.right() - width };
    let place = Rect { x, y: number.y, width, height: side.bottom() - number.y };
    if width < 20 || place.intersects(side) {
        return;
    }
    regions.figure = place;
    regions.number.width = room;
    if snapshot.side == Some(Side::Right) {
        regions.number.x = stage.right() - room;
    }
}

/// A narrow window needs the row for a question and before a set, unless something can be put right there and
/// the set-up leaves it.
fn has_next(rest: Rect, snapshot: &Snapshot<'_>) -> bool {
    if rest.width >= NARROW || rest.height >= 16 {
        return true;
    }
    match snapshot.run {
        Run::Paused { why, .. } if why != Pause::Asked => false,
        _ if snapshot.kind == StepKind::Work => true,
        // The name of the coming exercise is large there.
        _ if snapshot.kind == StepKind::Between => false,
        _ => snapshot.last_reps.is_some() && wait::leaves_a_row(rest, snapshot),
    }
}

/// So many rows and a gap below them, where there are any.
fn take_gap(area: Rect, rows: u16, gap: u16) -> (Rect, Rect) {
    let (part, rest) = take_top(area, rows);
    let (_, rest) = take_top(rest, if rows > 0 { gap } else { 0 });
    (part, rest)
}

/// An instruction: all rows below the phase are for its steps.
fn steps(regions: &mut Regions, stage: Rect, snapshot: &Snapshot<'_>) {
    let phase = if stage.height >= 30 { 6 } else { 3 };
    let gap = u16::from(stage.height >= 12);
    let (_, rest) = take_top(stage, gap);
    let (top, rest) = take_gap(rest, phase, gap.max(1));
    regions.phase = top;
    if snapshot.side.is_some() {
        // The side beside it: RIGHT is fourteen columns wide in the smallest letters.
        let room = (phase / 3 * 14).min(top.width / 2);
        regions.phase.width = top.width - room - 1;
        regions.side = Rect { x: top.right() - room, width: room, ..top };
    }
    regions.cue = Rect { width: rest.width.min(100), ..rest };
}

/// Phase, tempo, number, side and cue from the top down, as big as the height allows.
fn stack(regions: &mut Regions, stage: Rect, snapshot: &Snapshot<'_>) {
    let tier = TIERS.iter().find(|tier| tier.iter().sum::<u16>() + 5 <= stage.height);
    let Some([phase, bar, number, side]) = tier.copied() else { return squeeze(regions, stage, snapshot) };
    let used = phase + bar + 1 + number + side;
    let gap = (stage.height.saturating_sub(used + 2) / 5).min(2);
    let gap = if stage.height >= used + 5 { gap.max(1) } else { gap };
    let (_, rest) = take_top(stage, u16::from(stage.height >= used + 6));
    let (top, rest) = take_gap(rest, phase, gap);
    split_phase(regions, top, snapshot);
    (regions.tempo, _) = take_top(rest, bar + 1);
    (regions.labels, regions.thin) = (true, gap == 0);
    let (_, rest) = take_top(rest, bar + 1 + gap);
    let (numbers, rest) = take_gap(rest, number, gap);
    regions.number = numbers;
    let (sides, rest) = take_top(rest, side);
    split_sides(regions, sides, snapshot);
    let (_, cue) = take_top(rest, gap.min(rest.height.saturating_sub(1)));
    regions.cue = cue;
}

/// Forty columns and twelve rows: phase, bar, and one band with number, side and rep.
fn squeeze(regions: &mut Regions, stage: Rect, snapshot: &Snapshot<'_>) {
    let (top, rest) = take_top(stage, 3);
    split_phase(regions, top, snapshot);
    let labels = stage.height > 9;
    let (tempo, rest) = take_top(rest, if labels { 2 } else { 1 });
    (regions.tempo, regions.labels, regions.thin) = (tempo, labels, true);
    let (band, cue) = take_top(rest, 3);
    regions.cue = cue;
    // RIGHT is fourteen columns wide.
    let third = (band.width / 3).max(14);
    let left = Rect { width: third, ..band };
    let right = Rect { x: band.right() - third, width: third, ..band };
    regions.number = Rect { x: left.right(), width: band.width - 2 * third, ..band };
    (regions.side, regions.rep) = if snapshot.side == Some(Side::Right) { (right, left) } else { (left, right) };
    if is_paced(snapshot) || matches!(snapshot.work, Work::OwnPace { .. }) {
        // The reps are the number, and take the place of the set, which stands in the header.
        let room = regions.number.union(regions.rep);
        let gap = u16::from(snapshot.side != Some(Side::Right));
        regions.number = Rect { x: room.x + gap, width: room.width - 1, ..room };
        regions.rep = Rect::default();
    }
}

/// The phase takes the row; in paced reps its seconds stand at the right end.
pub(super) fn split_phase(regions: &mut Regions, top: Rect, snapshot: &Snapshot<'_>) {
    regions.phase = top;
    let seconds = snapshot.phase_left.map_or(0, |left| left.as_secs());
    let room = match (top.width < NARROW, seconds < 10) {
        (false, _) => top.height * 4 + 2,
        (true, true) => 4,
        (true, false) => 7,
    };
    if is_paced(snapshot) && top.width > room * 2 {
        regions.phase.width = top.width - room;
        regions.seconds = Rect { x: top.right() - room, width: room, ..top };
    }
}

/// Left at the left, right at the right; what else is big in the middle, or where that is narrow in all the rest.
pub(super) fn split_sides(regions: &mut Regions, band: Rect, snapshot: &Snapshot<'_>) {
    // RIGHT is fourteen columns wide in its smallest letters, 27 in those that are readable from further away.
    let least = if band.width >= NARROW { 27 } else { 14 };
    let zone = (band.height / 3 * 28).min((band.width * 36 / 100).max(least)).min(band.width / 2);
    let left = Rect { width: zone, ..band };
    let right = Rect { x: band.right() - zone, width: zone, ..band };
    regions.side = match snapshot.side {
        Some(Side::Left) | None => left,
        Some(Side::Right) => right,
    };
    let between = Rect { x: left.right() + 1, width: (band.width - 2 * zone).saturating_sub(2), ..band };
    let beside = match snapshot.side {
        Some(Side::Left) | None => Rect { x: left.right() + 1, width: band.width - zone - 1, ..band },
        Some(Side::Right) => Rect { width: band.width - zone - 1, ..band },
    };
    let room = if between.width >= 20 { between } else { beside };
    regions.rep = if rep_words(snapshot).is_some() { room } else { Rect::default() };
}
