//! The stage: phase, seconds, tempo, number, side, rep, and the words that go with them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;

use crate::domain::exercise::{Side, Work};
use crate::domain::player::Snapshot;
use crate::domain::time::seconds_left;
use crate::domain::timeline::StepKind;
use crate::tui::theme::{Look, Role};
use crate::tui::view::player::layout::{place_words, shown_phase};
use crate::tui::view::player::{Regions, cue, is_paced, number_words, rep_words};
use crate::tui::widgets::{big, progress, tempo, text};
use crate::tui::words;

pub(super) fn draw(snapshot: &Snapshot<'_>, regions: &Regions, look: Look, buf: &mut Buffer) {
    let phase = shown_phase(snapshot, regions.phase);
    big::draw(buf, regions.phase, &phase, look.style(Role::Phase), Alignment::Left);
    if let Some(left) = snapshot.phase_left.filter(|_| is_paced(snapshot)) {
        let seconds = seconds_left(left).to_string();
        big::draw(buf, regions.seconds, &seconds, look.style(Role::Phase), Alignment::Right);
    }
    let shape = tempo::Shape { labels: regions.labels, thin: regions.thin };
    tempo::draw(buf, regions.tempo, &tempo::segments(snapshot, look), shape, look);
    name(snapshot, regions.name, look, buf);
    number(snapshot, regions, look, buf);
    side(snapshot, regions, look, buf);
    if let Some(words) = rep_words(snapshot).map(|words| words.to_uppercase()) {
        rep(&words, regions, look, buf);
    }
    text(
        buf,
        regions.words,
        0,
        &place_words(snapshot, regions.next.is_empty()),
        (look.style(Role::Strong), Alignment::Left),
    );
    if snapshot.kind == StepKind::Work {
        cue_lines(snapshot, regions.cue, look, buf);
    } else {
        set_up(snapshot, regions.cue, look, buf);
    }
}

/// The coming exercise's name in lines of one size.
fn name(snapshot: &Snapshot<'_>, area: Rect, look: Look, buf: &mut Buffer) {
    let lines = big::wrap(&snapshot.exercise.name, area.width).unwrap_or_default();
    let count = u16::try_from(lines.len()).unwrap_or(u16::MAX).max(1);
    let rows = area.height / count;
    let sizes = lines.iter().filter_map(|line| big::fit(line, area.width, rows));
    let Some(size) = sizes.min_by_key(|size| (size.down, size.across)) else { return };
    for (n, line) in (0..count).zip(&lines) {
        let row = Rect { y: area.y + n * rows, height: rows, ..area };
        big::draw_sized(buf, row, line, size, (look.style(Role::Number), Alignment::Left));
    }
}

/// `REP 4/10`, or `4/10` where that is bigger; at the edge of its place that is away from the side, and never bigger
/// than the side.
fn rep(words: &str, regions: &Regions, look: Look, buf: &mut Buffer) {
    let most = big::fit("RIGHT", regions.side.width, regions.side.height).map_or(3, big::Size::rows);
    let height = regions.rep.height.min(most);
    let area = Rect { y: regions.rep.y + (regions.rep.height - height) / 2, height, ..regions.rep };
    let short = words.rsplit(' ').next().unwrap_or("");
    let rows = |words: &str| big::fit(words, area.width, area.height).map_or(0, big::Size::rows);
    let words = if rows(short) > rows(words) { short } else { words };
    let align = if area.x == regions.phase.x {
        Alignment::Left
    } else if area.right() == regions.body.right() {
        Alignment::Right
    } else {
        Alignment::Center
    };
    big::draw(buf, area, words, look.style(Role::Text), align);
}

/// The rep of so many; the seconds; at the runner's own pace how many.
fn number(snapshot: &Snapshot<'_>, regions: &Regions, look: Look, buf: &mut Buffer) {
    let area = regions.number;
    let beside = area.y == regions.phase.y;
    let align = if beside { Alignment::Right } else { Alignment::Center };
    let at = big::draw(buf, area, &number_words(snapshot), look.style(Role::Number), align);
    if let Some(reps) = snapshot.reps.filter(|_| is_paced(snapshot)) {
        of_all(&format!("/{reps}"), at, area, (look, buf));
    }
}

/// `/15` at the foot of the number, half as big.
fn of_all(words: &str, number: Rect, area: Rect, (look, buf): (Look, &mut Buffer)) {
    let rows = (number.height / 2 / 3 * 3).max(3);
    let x = number.right() + 2;
    let Some(width) = area.right().checked_sub(x) else { return };
    let foot = Rect { x, y: number.bottom().saturating_sub(rows), width, height: rows.min(number.height) };
    if big::fit(words, width, foot.height).is_some() {
        big::draw(buf, foot, words, look.style(Role::Quiet), Alignment::Left);
    }
}

/// The side by word and place; a pattern of its own at the edge: left leans left, right leans right.
pub(super) fn side(snapshot: &Snapshot<'_>, regions: &Regions, look: Look, buf: &mut Buffer) {
    if let Some(side) = snapshot.side {
        edge(side, regions, look, buf);
    }
    let area = regions.side;
    let (word, role, align) = match (snapshot.side, snapshot.work) {
        _ if area.is_empty() => return,
        (Some(Side::Left), _) => ("LEFT", Role::Left, Alignment::Left),
        (Some(Side::Right), _) => ("RIGHT", Role::Right, Alignment::Right),
        (None, Work::Instruction | Work::Timed { .. }) => return,
        (None, _) => ("BOTH", Role::Text, Alignment::Left),
    };
    // Both words at the size of the longer one: the side must not jump in size.
    match big::fit("RIGHT", area.width, area.height) {
        Some(size) => big::draw_sized(buf, area, word, size, (look.style(role), align)),
        None => big::draw(buf, area, word, look.style(role), align),
    };
}

/// A band along the edge of the working side: hatched one way or the other.
pub(super) fn edge(side: Side, regions: &Regions, look: Look, buf: &mut Buffer) {
    let (x, symbol, role) = match side {
        Side::Left => (regions.body.x.checked_sub(2), '▚', Role::Left),
        Side::Right => (Some(regions.body.right() + 1), '▞', Role::Right),
    };
    for y in regions.body.top()..regions.body.bottom() {
        if let Some(cell) = x.and_then(|x| buf.cell_mut((x, y))) {
            cell.set_char(symbol).set_style(look.style(role));
        }
    }
}

/// Dots for the reps, and the cue.
fn cue_lines(snapshot: &Snapshot<'_>, area: Rect, look: Look, buf: &mut Buffer) {
    let mut lines = Vec::new();
    if let (Some(rep), Some(reps)) = (snapshot.rep, snapshot.reps)
        && area.height > 1
    {
        let dots = progress::dots(rep.saturating_sub(1), reps, area.width);
        lines.extend(dots.map(|dots| Line::styled(dots, look.style(Role::Fill))));
    }
    let room = area.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(0));
    lines.extend(words::fitted(&cue(snapshot), area.width, room, look));
    super::super::put(&lines, area, 0, buf);
}

/// Where to be and what to hold: as whole sentences.
fn set_up(snapshot: &Snapshot<'_>, area: Rect, look: Look, buf: &mut Buffer) {
    super::super::put(&words::fitted(&cue(snapshot), area.width, area.height, look), area, 0, buf);
}
