//! Home: what is due today, the streak, the programs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::consent::SHORT_ADVICE;
use crate::domain::text::Clean;
use crate::domain::time::minutes;
use crate::domain::today::Row;
use crate::tui::model::{Home, Model};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{parts, put, surround};
use crate::tui::widgets::take_bottom;
use crate::tui::words;

pub(super) fn draw(model: &Model, home: &Home, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let streak = &model.today.streak;
    let today = words::streak_today(streak);
    let run = words::streak(streak);
    let right = [run.as_str(), today].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>();
    let right = if area.width >= 70 { right.join(" · ") } else { right.first().copied().unwrap_or("").to_owned() };
    surround(model, parts, "soleus", &right, buf);
    let advice = words::lines(SHORT_ADVICE, parts.body.width, model.look, Role::Quiet);
    let advice_rows = u16::try_from(advice.len()).unwrap_or(1);
    let (bottom, body) = take_bottom(parts.body, if parts.body.height >= 10 { advice_rows + 1 } else { advice_rows });
    let skip = bottom.height.saturating_sub(advice_rows);
    put(&advice, bottom, skip, buf);
    let mut row = put(&notices(model, body), body, 0, buf);
    let roomy = usize::from(body.height) >= usize::from(row) + model.today.rows.len() * 4;
    let rows_each = if roomy { 4 } else { 2 };
    let fits = usize::from(body.height.saturating_sub(row)) / rows_each;
    let first = (home.chosen + 1).saturating_sub(fits.max(1));
    if model.today.rows.is_empty() {
        put(&words::lines("no programs were found", body.width, model.look, Role::Text), body, row, buf);
    }
    for (index, program) in model.today.rows.iter().enumerate().skip(first) {
        let lines = entry(program, index == home.chosen, body.width, roomy, model.look);
        row = put(&lines, body, row, buf);
    }
}

/// What wants an answer before anything else: in a small window a line each.
fn notices(model: &Model, body: Rect) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let (look, width) = (model.look, body.width);
    let mut notice = |long: String, short: String, role: Role| {
        if body.height >= 14 {
            lines.extend(words::lines(&long, width, look, role));
        } else {
            lines.push(Line::styled(words::clip(&short, usize::from(width)), look.style(role)));
        }
    };
    if let Some(unfinished) = &model.today.unfinished {
        let long = format!("{}, begun {}, was cut off. r goes on with it.", unfinished.title, unfinished.began);
        notice(long, format!("r resumes {}", unfinished.title), Role::Strong);
    }
    if let Some(morning) = &model.today.morning {
        let long = format!("How is it this morning, after {}? m answers in a moment.", morning.title);
        notice(long, "m how is it this morning?".to_owned(), Role::Text);
    }
    for problem in model.today.problems.iter().take(2) {
        lines.push(Line::styled(words::clip(problem, usize::from(width)), look.style(Role::Danger)));
    }
    let more = model.today.problems.len().saturating_sub(2);
    if more > 0 {
        lines.push(Line::styled(format!("and {}", words::count(more, "more problem")), look.style(Role::Danger)));
    }
    if !lines.is_empty() && body.height >= 14 {
        lines.push(Line::default());
    }
    lines
}

fn entry(row: &Row, chosen: bool, width: u16, roomy: bool, look: Look) -> Vec<Line<'static>> {
    let mark = if chosen { "▸ " } else { "  " };
    let room = usize::from(width.saturating_sub(2));
    let title_style = if chosen { look.style(Role::Selected) } else { look.style(Role::Strong) };
    let when_role = if row.due { Role::Good } else { Role::Quiet };
    let title = words::clip(&row.title, room);
    let when =
        words::clip(&row.when, room.saturating_sub(crate::tui::widgets::columns(&title).into()).saturating_sub(4));
    let first = Line::from(vec![
        Span::raw(mark),
        Span::styled(format!(" {title} "), title_style),
        Span::styled(format!("  {when}"), look.style(when_role)),
    ]);
    let stands = stands(row);
    let mut facts: Vec<String> = if roomy { Vec::new() } else { stands.iter().cloned().collect() };
    facts.extend([format!("{} min", minutes(row.length)), words::count(row.exercises, "exercise")]);
    let equipment: Vec<&str> = row.equipment.iter().map(Clean::as_str).collect();
    facts.extend((!equipment.is_empty()).then(|| equipment.join(", ")));
    facts.extend(row.streak.as_ref().filter(|s| s.current > 0).map(words::streak));
    let indent = |words: &str| format!("   {}", words::clip(words, usize::from(width.saturating_sub(3))));
    let second = Line::raw(indent(&facts.join(" · ")));
    let mut lines = vec![first, second];
    if roomy {
        let summary = row.summary.as_ref().map_or("", |summary| summary.as_str());
        let line = stands.map_or_else(|| (indent(summary), Role::Quiet), |stands| (indent(&stands), Role::Text));
        lines.push(Line::styled(line.0, look.style(line.1)));
        lines.push(Line::default());
    }
    lines
}

/// Where somebody stands who follows the program: `Evening · stage 2 of 3, week 3: Add load`; none where it has neither
/// stages nor several sessions.
fn stands(row: &Row) -> Option<String> {
    let briefing = row.enrolled.map(|_| &row.briefing)?;
    let session = briefing.session.as_ref().map(ToString::to_string);
    let parts: Vec<String> = session.into_iter().chain(briefing.stage.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
