//! The stage: phase, seconds, tempo, number, side, rep, cue.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;

use crate::domain::exercise::{Side, Work};
use crate::domain::player::Snapshot;
use crate::domain::prescription::with_side;
use crate::domain::time::seconds_left;
use crate::domain::timeline::StepKind;
use crate::tui::theme::{Look, Role};
use crate::tui::view::player::{Regions, cue, is_paced, phase_word, rep_words};
use crate::tui::widgets::{big, page, progress, tempo};
use crate::tui::words;

pub(super) fn draw(snapshot: &Snapshot<'_>, regions: &Regions, look: Look, buf: &mut Buffer) {
    let phase = phase_word(snapshot).to_uppercase();
    big::draw(buf, regions.phase, &phase, look.style(Role::Phase), Alignment::Left);
    if let Some(left) = snapshot.phase_left.filter(|_| is_paced(snapshot)) {
        let seconds = seconds_left(left).to_string();
        big::draw(buf, regions.seconds, &seconds, look.style(Role::Phase), Alignment::Right);
    }
    tempo::draw(buf, regions.tempo, &tempo::segments(snapshot, look), regions.labels, look);
    number(snapshot, regions, look, buf);
    side(snapshot, regions, look, buf);
    if let Some(words) = rep_words(snapshot).map(|words| words.to_uppercase()) {
        rep(&words, regions, look, buf);
    }
    cue_lines(snapshot, regions.cue, look, buf);
}

/// `REP 4/10`, or `4/10` where that is bigger; at the edge of its place that is away from the side.
fn rep(words: &str, regions: &Regions, look: Look, buf: &mut Buffer) {
    let area = regions.rep;
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

/// The rep of so many; the seconds; at the runner's own pace how many; an instruction's steps.
fn number(snapshot: &Snapshot<'_>, regions: &Regions, look: Look, buf: &mut Buffer) {
    let area = regions.number;
    let style = look.style(Role::Number);
    let words = match (snapshot.big_number(), snapshot.work) {
        (Some(number), _) => number.to_string(),
        (None, Work::Instruction) => {
            let steps: Vec<String> =
                snapshot.exercise.steps.iter().map(|step| with_side(step, snapshot.side)).collect();
            return page::draw(buf, area, &words::bullets(&steps, "·", area.width, look), 0, look);
        }
        (None, _) => snapshot.reps.map_or_else(|| "max".to_owned(), |reps| reps.to_string()).to_uppercase(),
    };
    let at = big::draw(buf, area, &words, style, Alignment::Center);
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

/// The side by word and place; a pattern of its own below or above the word: left leans left, right leans right.
fn side(snapshot: &Snapshot<'_>, regions: &Regions, look: Look, buf: &mut Buffer) {
    let area = regions.side;
    let (word, role, align) = match (snapshot.side, snapshot.work) {
        (Some(Side::Left), _) => ("LEFT", Role::Left, Alignment::Left),
        (Some(Side::Right), _) => ("RIGHT", Role::Right, Alignment::Right),
        (None, Work::Instruction | Work::Timed { .. }) => return,
        (None, _) => ("BOTH", Role::Text, Alignment::Left),
    };
    // Both words at the size of the longer one: the side must not jump in size.
    let size = big::fit("RIGHT", area.width, area.height);
    match size.filter(|_| snapshot.kind != StepKind::Rest || area.height >= 3) {
        Some(size) => big::draw_sized(buf, area, word, size, (look.style(role), align)),
        None => big::draw(buf, area, word, look.style(role), align),
    };
    if let Some(side) = snapshot.side {
        edge(side, regions, look, buf);
    }
}

/// A band along the edge of the working side: hatched one way or the other.
fn edge(side: Side, regions: &Regions, look: Look, buf: &mut Buffer) {
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
    lines.extend(words::lines(&cue(snapshot), area.width, look, Role::Text));
    let last = usize::from(area.height);
    if lines.len() > last
        && let Some(line) = lines.get_mut(last.saturating_sub(1))
    {
        let cut = format!("{line} …");
        *line = Line::styled(words::clip(&cut, usize::from(area.width)), look.style(Role::Text));
    }
    lines.truncate(last);
    super::super::put(&lines, area, 0, buf);
}
