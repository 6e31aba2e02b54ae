//! From across the room: phase, number, rep and side alone, as large as the window allows.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::widgets::{Clear, Widget as _};

use crate::domain::exercise::Side;
use crate::domain::player::Snapshot;
use crate::domain::timeline::StepKind;
use crate::tui::keymap::{Action, key_of};
use crate::tui::model::{Model, Play, Saving};
use crate::tui::theme::Role;
use crate::tui::view::player::layout::{split_phase, split_sides};
use crate::tui::view::player::{Regions, by_itself, is_paced, stage, steps};
use crate::tui::view::{measure, saved_words};
use crate::tui::widgets::{big, inset, take_bottom, take_top, text};

/// From so many rows on there is a line of words at the foot.
const FOOT: u16 = 13;

/// Where everything stands: phase, number, and a band with side and rep where either is there. Where the rows do not
/// leave a gap between them, side and rep stand beside the number.
pub fn regions(area: Rect, snapshot: &Snapshot<'_>) -> Regions {
    let (foot, body) = take_bottom(area, u16::from(area.height >= FOOT));
    let body = inset(body, if area.width >= 60 { 2 } else { 1 });
    let counts = snapshot.kind == StepKind::Work && snapshot.rep.is_some() && !is_paced(snapshot);
    let has_band = snapshot.side.is_some() || counts;
    // A third of the rows for the words at most, the rest is the number's.
    let words = (body.height / 15).clamp(1, 4) * 3;
    let band = if has_band { words } else { 0 };
    let gaps = 1 + u16::from(has_band);
    let number = body.height.saturating_sub(words + band + gaps) / 3 * 3;
    let (phase, rest) = take_top(body, words);
    let mut regions = Regions { body, stage: body, keys: foot, ..Regions::default() };
    split_phase(&mut regions, phase, snapshot);
    if has_band && number < 2 * words {
        let rows = rest.height.saturating_sub(1) / 3 * 3;
        let (_, rest) = take_top(rest, (rest.height - rows).min(1));
        beside(&mut regions, take_top(rest, rows).0, (snapshot.side, counts));
        return regions;
    }
    let gap = body.height.saturating_sub(words + band + number) / gaps;
    let (_, rest) = take_top(rest, gap);
    let (number, rest) = take_top(rest, number);
    let (_, rest) = take_top(rest, gap);
    let (band, _) = take_top(rest, band);
    regions.number = number;
    match (snapshot.side, counts) {
        (Some(_), true) => split_sides(&mut regions, band, snapshot),
        (Some(_), false) => regions.side = band,
        (None, _) => regions.rep = band,
    }
    regions
}

/// The side at its place, the rep below it, and the number in the rest of the rows.
fn beside(regions: &mut Regions, area: Rect, (side, counts): (Option<Side>, bool)) {
    // RIGHT is fourteen columns wide in the smallest letters.
    let zone = 14_u16.min(area.width / 2);
    let left = Rect { width: zone, ..area };
    let right = Rect { x: area.right() - zone, width: zone, ..area };
    let words = if side == Some(Side::Left) { left } else { right };
    let x = if side == Some(Side::Left) { left.right() } else { area.x };
    regions.number = Rect { x, width: area.width - zone, ..area };
    let (top, below) = take_top(words, if counts && side.is_some() { words.height / 2 } else { words.height });
    match side {
        Some(_) => (regions.side, regions.rep) = (top, if counts { below } else { Rect::default() }),
        None => regions.rep = words,
    }
}

pub(super) fn draw(model: &Model, play: &Play, snapshot: &Snapshot<'_>, area: Rect, buf: &mut Buffer) {
    let regions = regions(area, snapshot);
    match play.steps().filter(|_| steps::are_shown(snapshot)) {
        Some(steps) => instruction(model, (play.reading, steps), snapshot, &regions, buf),
        None => stage::draw(snapshot, &regions, model.look, buf),
    }
    if model.overlays.is_empty() {
        measure::draw(model, play, &regions, buf);
    }
    foot(model, play, snapshot, (regions.keys, area), buf);
}

/// Of an instruction the step and how many there are.
fn instruction(
    model: &Model,
    (at, steps): (usize, usize),
    snapshot: &Snapshot<'_>,
    regions: &Regions,
    buf: &mut Buffer,
) {
    let look = model.look;
    big::draw(buf, regions.phase, &snapshot.phase.to_uppercase(), look.style(Role::Phase), Alignment::Left);
    let number = format!("{}/{steps}", at + 1);
    big::draw(buf, regions.number, &number, look.style(Role::Number), Alignment::Center);
    stage::side(snapshot, regions, look, buf);
}

/// One line: what must be said, else how to get back. Where there is no row for it, only what must be said.
fn foot(model: &Model, play: &Play, snapshot: &Snapshot<'_>, (row, area): (Rect, Rect), buf: &mut Buffer) {
    let (saved, _) = saved_words(&model.saving);
    let lost = matches!(model.saving, Saving::NotSaved(_)).then_some((saved, Role::Danger));
    let said = model.message().map(|words| (words.to_owned(), Role::Strong));
    let stops = snapshot.stopping.then(|| ("this rep, then we stop here".to_owned(), Role::Caution));
    let goes_on = by_itself::waits(model, play, snapshot).filter(|_| model.by_itself).map(|it| (it, Role::Strong));
    let must = said.or(lost).or(stops).or(goes_on);
    if row.is_empty() {
        if let Some((words, role)) = must {
            let (bottom, _) = take_bottom(inset(area, 1), 1);
            Clear.render(bottom.intersection(buf.area), buf);
            text(buf, bottom, 0, &words, (model.look.style(role), Alignment::Left));
        }
        return;
    }
    let coming = (snapshot.kind == StepKind::Between).then(|| format!("next  {}", snapshot.exercise.name));
    let back = || format!("{} shows all of it · {} help", key_of(Action::Far), key_of(Action::Help));
    let (words, role) = must.unwrap_or_else(|| (coming.unwrap_or_else(back), Role::Quiet));
    text(buf, inset(row, 2), 0, &words, (model.look.style(role), Alignment::Left));
}
