//! The summary: done against planned, the streak, when the next session is due.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::plan::Item;
use crate::domain::player::{End, Player};
use crate::domain::session::{SetRecord, SetResult};
use crate::domain::time::in_words;
use crate::tui::model::{Model, Summary};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{parts, put, saved_words, surround};
use crate::tui::words;

pub(super) fn draw(model: &Model, summary: &Summary, area: Rect, buf: &mut Buffer) {
    let (parts, look) = (parts(model, area), model.look);
    let title = match summary.player.end() {
        Some(End::Through) | None => "Done",
        Some(End::Asked) => "Kept as far as you went",
        Some(End::Pain) => "Stopped in time: that is good training, too",
    };
    surround(model, parts, title, &saved_words(&model.saving).0, buf);
    let width = parts.body.width;
    let mut lines = facts(summary, width, look);
    let plan = summary.player.plan();
    lines.push(Line::default());
    for (index, item) in plan.items.iter().enumerate() {
        lines.extend(exercise(&summary.player, index, item, width, look));
    }
    for (name, why) in &plan.left_out {
        lines.push(Line::styled(
            words::clip(&format!("{name}: left out, {why}"), width.into()),
            look.style(Role::Quiet),
        ));
    }
    put(&lines, parts.body, 0, buf);
}

/// What the history says.
fn facts(summary: &Summary, width: u16, look: Look) -> Vec<Line<'static>> {
    let Some(facts) = &summary.facts else {
        return vec![Line::styled("closing the record…", look.style(Role::Quiet))];
    };
    let mut lines = Vec::new();
    if let Some(when) = &facts.rest_advised {
        let words = format!("Pain was above the limit: rest is advised {when}. It does not break your streak.");
        lines.extend(words::lines(&words, width, look, Role::Caution));
    }
    let streak = words::streak(&facts.streak);
    let counts = if facts.counts { "it counts" } else { "too short to count for today, and noted all the same" };
    lines.extend(words::lines(&format!("{streak} · {counts}"), width, look, Role::Strong));
    if !facts.next.is_empty() {
        lines.extend(words::lines(&facts.next, width, look, Role::Text));
    }
    lines
}

/// `Heel drop   5 of 6 sets, 75 of 90 reps`
fn exercise(player: &Player, index: usize, item: &Item, width: u16, look: Look) -> Vec<Line<'static>> {
    let bouts = item.bouts(index);
    let last = |bout: &crate::domain::plan::Bout| -> Option<&SetRecord> {
        let same = |r: &&SetRecord| r.exercise == item.planned && r.set == bout.set && r.side == bout.side;
        player.records().iter().rev().find(same)
    };
    let records: Vec<&SetRecord> = bouts.iter().filter_map(last).collect();
    let done = records.iter().filter(|record| record.result == SetResult::Done).count();
    let mut parts = vec![format!("{done} of {}", words::count(bouts.len(), "set"))];
    let reps: u32 = records.iter().filter_map(|record| record.reps).sum();
    let target: Option<u32> = crate::domain::plan::target(&item.exercise.work).reps;
    match target {
        Some(target) => {
            let all = target.saturating_mul(u32::try_from(bouts.len()).unwrap_or(u32::MAX));
            parts.push(format!("{reps} of {all} reps"));
        }
        None if reps > 0 => parts.push(words::count(reps as usize, "rep")),
        None => {}
    }
    let active = records.iter().map(|record| record.active).sum::<std::time::Duration>();
    if active.as_secs() > 0 {
        parts.push(format!("{} of work", in_words(std::time::Duration::from_secs(active.as_secs()))));
    }
    let other = records.iter().find(|record| record.result != SetResult::Done);
    parts.extend(other.map(|record| words::result(record.result).to_owned()));
    let unconfirmed = records.iter().filter(|record| record.unconfirmed).count();
    parts.extend((unconfirmed > 0).then(|| format!("{} unconfirmed", words::count(unconfirmed, "set"))));
    let mark = if done == bouts.len() { Span::styled("✓ ", look.style(Role::Good)) } else { Span::raw("· ") };
    let (name, parts) = (&item.exercise.name, parts.join(", "));
    if width >= 70 {
        let rest = format!("{name}   {parts}");
        return vec![Line::from(vec![mark, Span::raw(words::clip(&rest, usize::from(width.saturating_sub(2))))])];
    }
    let room = width.saturating_sub(2);
    let mut lines = vec![Line::from(vec![mark, Span::raw(words::clip(name, usize::from(room)))])];
    lines.extend(words::wrap(&parts, room).into_iter().map(|part| Line::raw(format!("  {part}"))));
    lines
}
