//! Between two sets: where to be and what to hold has its rows first, and the big words take what is left.

use ratatui::layout::Rect;

use crate::domain::exercise::Side;
use crate::domain::player::Snapshot;
use crate::domain::timeline::StepKind;
use crate::tui::view::player::layout::{Regions, split_sides, take_gap};
use crate::tui::view::player::{cue, number_words, phase_word};
use crate::tui::widgets::{big, take_top};
use crate::tui::words;

/// Rows of each part.
struct Shape {
    phase: u16,
    bar: u16,
    /// Rows of a line of the coming exercise's name; none without it.
    name: u16,
    /// None beside the phase.
    number: Option<u16>,
    /// None in plain words.
    side: Option<u16>,
    /// Empty rows between two parts, at least.
    gap: u16,
}

const fn shape(phase: u16, bar: u16, name: u16, number: u16, side: u16) -> Shape {
    Shape { phase, bar, name, number: Some(number), side: Some(side), gap: 1 }
}

/// The first one that leaves the set-up its rows is taken; the last one always is.
const SHAPES: &[Shape] = &[
    shape(9, 3, 6, 24, 9),
    shape(9, 3, 6, 18, 9),
    shape(9, 3, 6, 15, 6),
    shape(6, 2, 6, 15, 6),
    shape(6, 2, 6, 12, 6),
    shape(6, 2, 6, 9, 6),
    shape(6, 1, 3, 9, 3),
    shape(3, 1, 3, 6, 3),
    shape(3, 1, 3, 3, 3),
    Shape { phase: 3, bar: 1, name: 3, number: None, side: Some(3), gap: 1 },
    Shape { phase: 3, bar: 1, name: 0, number: None, side: Some(3), gap: 0 },
    Shape { phase: 3, bar: 0, name: 0, number: None, side: None, gap: 0 },
];

/// For a small window before another exercise: its name comes before a large word for the phase.
const NAMED: &[Shape] = &[
    Shape { phase: 3, bar: 0, name: 3, number: None, side: None, gap: 0 },
    Shape { phase: 1, bar: 0, name: 3, number: None, side: Some(0), gap: 0 },
];

impl Shape {
    /// The rows of its parts, those that are not there left out.
    fn parts(&self, named: u16) -> [u16; 5] {
        [self.phase, self.bar, self.name * named, self.number.unwrap_or(0), self.side.unwrap_or(1)]
    }

    /// The empty rows that it leaves beside the set-up, and how many there must be.
    fn spare(&self, height: u16, text: u16, named: u16) -> Option<(u16, u16)> {
        let parts = self.parts(named);
        let count = parts.iter().filter(|rows| **rows > 0).count();
        let gaps = u16::try_from(count).unwrap_or(0);
        let spare = height.checked_sub(parts.iter().sum::<u16>() + text)?;
        (spare >= gaps * self.gap).then_some((spare, gaps))
    }
}

/// Lays out the time before a set.
pub(super) fn lay(regions: &mut Regions, stage: Rect, snapshot: &Snapshot<'_>) {
    let text = u16::try_from(words::wrap(&cue(snapshot), stage.width).len()).unwrap_or(u16::MAX);
    let named = |shape: &Shape| {
        let lines =
            if snapshot.kind == StepKind::Between { name_lines(&snapshot.exercise.name, stage.width) } else { 0 };
        if shape.name == 0 { 0 } else { lines }
    };
    let fits = |shape: &&Shape| shape.spare(stage.height, text, named(shape)).is_some();
    let Some(mut shape) = SHAPES.iter().find(fits).or(SHAPES.last()) else { return };
    if snapshot.kind == StepKind::Between && shape.name == 0 {
        shape = NAMED.iter().find(|shape| named(shape) > 0 && fits(shape)).unwrap_or(shape);
    }
    let (spare, gaps) = shape.spare(stage.height, text, named(shape)).unwrap_or((0, 1));
    let gap = (spare / gaps.max(1)).min(2);
    let [phase, bar, name, number, side] = shape.parts(named(shape));
    // A last free row is for the question behind a set rather than for air above it.
    let asks = matches!(snapshot.kind, StepKind::Rest | StepKind::ChangeOver | StepKind::Between);
    let above = u16::from(spare > gap * gaps + u16::from(asks));
    let (_, rest) = take_top(stage, above);
    let (top, rest) = take_gap(rest, phase, gap);
    regions.phase = top;
    if shape.number.is_none() {
        beside(regions, top, snapshot);
    }
    let (bar, rest) = take_gap(rest, bar, gap);
    (regions.tempo, regions.thin) = (bar, gap == 0);
    let (name, rest) = take_gap(rest, name, gap);
    regions.name = name;
    let (own, rest) = take_gap(rest, number, gap);
    if shape.number.is_some() {
        regions.number = own;
    }
    let (sides, rest) = take_gap(rest, side, gap);
    match shape.side {
        Some(_) => split_sides(regions, sides, snapshot),
        None => regions.words = sides,
    }
    regions.cue = rest;
}

/// Whether the last shape has the whole set-up and a row besides.
pub(super) fn leaves_a_row(area: Rect, snapshot: &Snapshot<'_>) -> bool {
    let text = u16::try_from(words::wrap(&cue(snapshot), area.width).len()).unwrap_or(u16::MAX);
    SHAPES.last().is_some_and(|shape| shape.spare(area.height, text.saturating_add(1), 0).is_some())
}

/// The seconds at the right end of the phase's row.
fn beside(regions: &mut Regions, top: Rect, snapshot: &Snapshot<'_>) {
    // Two digits have the room of the widest, so that nothing moves while they count down.
    let digits = number_words(snapshot).chars().count().max(2);
    let wide = big::fit("0", top.width, top.height).map_or(0, |size| big::columns(&"0".repeat(digits), size));
    let room = wide.min(top.width / 2);
    regions.number = Rect { x: top.right() - room, width: room, ..top };
    regions.phase.width = top.width.saturating_sub(room + 1);
}

/// Lines of a name in the smallest big letters; none where even those do not fit in two.
fn name_lines(name: &str, width: u16) -> u16 {
    match big::wrap(name, width) {
        Some(lines) if lines.len() <= 2 => u16::try_from(lines.len()).unwrap_or(0),
        Some(_) | None => 0,
    }
}

/// The words that stand in for the big side; the reps of the last set where no other row has them.
pub(crate) fn place_words(snapshot: &Snapshot<'_>, with_reps: bool) -> String {
    let side = snapshot.side.map(|side: Side| format!("{} side", side.word()));
    let set = (snapshot.sets > 1).then(|| format!("set {} of {}", snapshot.set, snapshot.sets));
    let reps = snapshot.last_reps.filter(|_| with_reps).map(|reps| format!("last {reps} ↑↓"));
    [side, set, reps].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The word that is shown big: its first word where all of it does not fit. In a row alone it has the side beside it.
pub(crate) fn shown_phase(snapshot: &Snapshot<'_>, area: Rect) -> String {
    if area.height == 1 {
        let side = snapshot.side.map(|side| format!(" · {} side", side.word())).unwrap_or_default();
        let reps = snapshot.last_reps.map(|reps| format!(" · last {reps} ↑↓")).unwrap_or_default();
        return format!("next{side}{reps}");
    }
    let whole = phase_word(snapshot).to_uppercase();
    if big::fit(&whole, area.width, area.height).is_some() {
        return whole;
    }
    whole.split(' ').next().unwrap_or_default().to_owned()
}
