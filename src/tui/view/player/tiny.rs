//! A window too small for big letters: phase, seconds, rep and side in plain words, what matters most first.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};

use crate::domain::player::{Pause, Run, Snapshot};
use crate::domain::time::seconds_left;
use crate::domain::timeline::{StepKind, side_word};
use crate::tui::model::{Model, Play};
use crate::tui::theme::Role;
use crate::tui::view::player::{phase_word, question};
use crate::tui::widgets::{columns, hints, take_bottom, text};
use crate::tui::words;

pub(super) fn draw(model: &Model, play: &Play, snapshot: &Snapshot<'_>, area: Rect, buf: &mut Buffer) {
    if matches!(snapshot.run, Run::Paused { why, .. } if why != Pause::Asked) {
        return question::draw(model, snapshot, area, buf);
    }
    let (keys, area) = take_bottom(area, u16::from(area.height > 4));
    hints::draw(buf, keys, &model.screen_contexts(), model.look);
    let mut row = 0;
    let mut parts = parts(snapshot);
    if let Some(left) = play.player.lapses_in(model.now).filter(|_| matches!(snapshot.run, Run::Running { .. })) {
        parts.push((format!("goes on in {} s", seconds_left(left)), Role::Text));
    }
    if usize::from(area.height) >= parts.len() {
        for (words, role) in parts {
            text(buf, area, row, &words, (model.look.style(role), Alignment::Left));
            row += 1;
        }
        let set = format!("set {} of {}", snapshot.set, snapshot.sets);
        return text(buf, area, row, &set, (model.look.style(Role::Quiet), Alignment::Left));
    }
    in_rows(&parts, area, model, buf);
}

/// Phase and seconds, rep, side.
fn parts(snapshot: &Snapshot<'_>) -> Vec<(String, Role)> {
    let seconds = snapshot.count_in.or(snapshot.phase_left).map(|left| format!(" {}", seconds_left(left)));
    let mut parts = vec![(format!("{}{}", phase_word(snapshot), seconds.unwrap_or_default()), Role::Strong)];
    if let (Some(rep), StepKind::Work) = (snapshot.rep, snapshot.kind) {
        let of = snapshot.reps.map_or(String::new(), |reps| format!("/{reps}"));
        parts.push((format!("rep {rep}{of}"), Role::Text));
    }
    if let (None, Some(reps), StepKind::Work) = (snapshot.rep, snapshot.reps, snapshot.kind) {
        parts.push((words::count(reps as usize, "rep"), Role::Text));
    }
    parts.extend(side_word(snapshot.side).map(|side| (side.to_owned(), Role::Text)));
    parts
}

/// As many parts in a row as fit, then the next row.
fn in_rows(parts: &[(String, Role)], area: Rect, model: &Model, buf: &mut Buffer) {
    let mut rows: Vec<String> = Vec::new();
    for (words, _) in parts {
        let last_row = rows.len() >= usize::from(area.height);
        match rows.last_mut() {
            Some(row) if last_row || columns(row) + columns(words) < area.width => {
                row.push(' ');
                row.push_str(words);
            }
            _ => rows.push(words.clone()),
        }
    }
    for (n, row) in (0..area.height).zip(rows) {
        text(buf, area, n, &row, (model.look.style(Role::Strong), Alignment::Left));
    }
}
