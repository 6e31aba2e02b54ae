//! Where everything stands: pure arithmetic, so that a test can ask for it.

use ratatui::layout::Rect;

use crate::domain::exercise::Side;
use crate::domain::player::Snapshot;
use crate::tui::view::player::{is_paced, rep_words};
use crate::tui::widgets::{inset, take_bottom, take_top};

/// The regions of the player.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// The exercise, its place, the set.
    pub header: Rect,
    /// The panel of the figure; empty where there is no room.
    pub figure: Rect,
    /// All between header and `next`: a question lies over it.
    pub body: Rect,
    /// The word for what is done now.
    pub phase: Rect,
    /// Seconds left of a phase, where the number is the rep.
    pub seconds: Rect,
    /// The tempo and its words.
    pub tempo: Rect,
    /// Whether the tempo has a row for words.
    pub labels: bool,
    /// The number: the rep in paced reps, else the seconds left.
    pub number: Rect,
    /// The side that works, at its place.
    pub side: Rect,
    /// The rep where the number is something else; in paced reps the set.
    pub rep: Rect,
    /// A cue, the set-up, dots for reps.
    pub cue: Rect,
    /// What comes next.
    pub next: Rect,
    /// The whole session.
    pub progress: Rect,
    /// The keys.
    pub keys: Rect,
}

/// From here on the figure has a panel.
const FIGURE: (u16, u16) = (100, 28);

/// Rows of phase, tempo bar, number and side.
const TIERS: &[[u16; 4]] =
    &[[9, 3, 18, 9], [9, 3, 15, 6], [6, 2, 12, 6], [6, 2, 9, 6], [6, 1, 9, 3], [3, 1, 6, 3], [3, 1, 3, 3]];

/// Lays the player out.
pub fn regions(area: Rect, snapshot: &Snapshot<'_>) -> Regions {
    let area = inset(area, if area.width >= 60 { 2 } else { 1 });
    let (header, rest) = take_top(area, 1);
    let (keys, rest) = take_bottom(rest, 1);
    let (progress, rest) = take_bottom(rest, 1);
    let (next, body) = take_bottom(rest, 1);
    let mut regions = Regions { header, body, next, progress, keys, ..Regions::default() };
    let stage = if area.width >= FIGURE.0 && area.height >= FIGURE.1 {
        let width = (area.width * 2 / 5).clamp(40, 66);
        let (_, below) = take_top(body, 1);
        let (_, panel) = take_bottom(below, 1);
        regions.figure = Rect { width, height: panel.height.min(28), ..panel };
        Rect { x: body.x + width + 3, width: body.width - width - 3, ..body }
    } else {
        body
    };
    stack(&mut regions, stage, snapshot);
    regions
}

/// Phase, tempo, number, side and cue from the top down, as big as the height allows.
fn stack(regions: &mut Regions, stage: Rect, snapshot: &Snapshot<'_>) {
    // Beyond so wide a stage the eye has to travel.
    let stage = Rect { width: stage.width.min(150), ..stage };
    let tier = TIERS.iter().find(|tier| tier.iter().sum::<u16>() + 5 <= stage.height);
    let Some([phase, bar, number, side]) = tier.copied() else { return squeeze(regions, stage, snapshot) };
    let used = phase + bar + 1 + number + side;
    let gap = (stage.height.saturating_sub(used + 2) / 5).min(2);
    let gap = if stage.height >= used + 5 { gap.max(1) } else { gap };
    let (_, rest) = take_top(stage, u16::from(stage.height >= used + 6));
    let (top, rest) = take_top(rest, phase);
    split_phase(regions, top, snapshot);
    let (_, rest) = take_top(rest, gap);
    (regions.tempo, _) = take_top(rest, bar + 1);
    regions.labels = true;
    let (_, rest) = take_top(rest, bar + 1 + gap);
    let (numbers, rest) = take_top(rest, number);
    regions.number = numbers;
    let (_, rest) = take_top(rest, gap);
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
    (regions.tempo, regions.labels) = (tempo, labels);
    let (band, cue) = take_top(rest, 3);
    regions.cue = cue;
    // RIGHT is fourteen columns wide.
    let third = (band.width / 3).max(14);
    let left = Rect { width: third, ..band };
    let right = Rect { x: band.right() - third, width: third, ..band };
    regions.number = Rect { x: left.right(), width: band.width - 2 * third, ..band };
    (regions.side, regions.rep) = if snapshot.side == Some(Side::Right) { (right, left) } else { (left, right) };
    if is_paced(snapshot) {
        // The rep is the number, and takes the place of the set, which stands in the header.
        regions.number = regions.number.union(regions.rep);
        regions.rep = Rect::default();
    }
}

/// The phase takes the row; in paced reps its seconds stand at the right end.
fn split_phase(regions: &mut Regions, top: Rect, snapshot: &Snapshot<'_>) {
    regions.phase = top;
    let seconds = snapshot.phase_left.map_or(0, |left| left.as_secs());
    let room = match (top.width < 60, seconds < 10) {
        (false, _) => top.height * 4 + 2,
        (true, true) => 4,
        (true, false) => 7,
    };
    if is_paced(snapshot) && top.width > room * 2 {
        regions.phase.width = top.width - room;
        regions.seconds = Rect { x: top.right() - room, width: room, ..top };
    }
}

/// Left at the left, right at the right; what else is big between them.
fn split_sides(regions: &mut Regions, band: Rect, snapshot: &Snapshot<'_>) {
    let zone = if band.width >= 76 { (band.height / 3 * 28).min(band.width * 36 / 100) } else { band.width / 3 };
    let left = Rect { width: zone, ..band };
    let right = Rect { x: band.right() - zone, width: zone, ..band };
    let middle = Rect { x: left.right() + 1, width: (band.width - 2 * zone).saturating_sub(2), ..band };
    regions.rep = if rep_words(snapshot).is_some() { middle } else { Rect::default() };
    regions.side = match snapshot.side {
        Some(Side::Left) | None => left,
        Some(Side::Right) => right,
    };
}
