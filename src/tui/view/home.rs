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
use crate::tui::widgets::{columns, take_bottom, take_top};
use crate::tui::words;

/// Below so many rows a line each has to do.
const SMALL: u16 = 14;
/// The advice where a window is too small for its sentence.
const TINY_ADVICE: &str = "Not medical advice. Stop above pain 5.";
/// For somebody who follows no program yet.
const FIRST: &str = "Choose a program with ↑ ↓ and press Enter.";
const TINY_FIRST: &str = "Choose with ↑ ↓ and press Enter.";

pub(super) fn draw(model: &Model, home: &Home, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let streak = &model.today.streak;
    let today = words::streak_today(streak);
    let run = words::streak(streak);
    // A number beside the run: after a lapse the run is short, and the habit hardly less firm.
    let habit = streak.habit.map(|habit| format!("habit {habit} %")).unwrap_or_default();
    let right = [run.as_str(), habit.as_str(), today].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>();
    let right = if area.width >= 70 { right.join(" · ") } else { right.first().copied().unwrap_or("").to_owned() };
    surround(model, parts, "soleus", &right, buf);
    let is_small = parts.body.height < SMALL;
    let advice = if is_small { TINY_ADVICE } else { SHORT_ADVICE };
    let advice = words::lines(advice, parts.body.width, model.look, Role::Quiet);
    let advice_rows = u16::try_from(advice.len()).unwrap_or(1);
    let (bottom, body) = take_bottom(parts.body, advice_rows + u16::from(!is_small));
    let skip = bottom.height.saturating_sub(advice_rows);
    put(&advice, bottom, skip, buf);
    let row = put(&notices(model, body, is_small), body, 0, buf);
    let (_, list) = take_top(body, row);
    if model.today.rows.is_empty() {
        put(&words::lines("no programs were found", list.width, model.look, Role::Text), list, 0, buf);
    }
    programs(model, home, list, buf);
}

/// As many programs as fit, the chosen one among them, and how many there are below.
fn programs(model: &Model, home: &Home, area: Rect, buf: &mut Buffer) {
    let rows = &model.today.rows;
    let roomy = usize::from(area.height) >= rows.len() * 4;
    let entry = |(index, row): (usize, &Row)| entry(row, index == home.chosen, area.width, roomy, model.look);
    let entries: Vec<Vec<Line<'static>>> = rows.iter().enumerate().map(entry).collect();
    let all: usize = entries.iter().map(Vec::len).sum();
    // The row for what lies below is kept free where not all fit.
    let height = usize::from(area.height).saturating_sub(usize::from(all > area.height.into() && area.height > 4));
    let upto = |first: usize| entries.iter().take(home.chosen + 1).skip(first).map(Vec::len).sum::<usize>();
    let first = (0..=home.chosen).find(|first| upto(*first) <= height).unwrap_or(home.chosen);
    let (mut row, mut shown) = (0, first);
    for lines in entries.iter().skip(first) {
        if shown > home.chosen && usize::from(row) + lines.len() > height {
            break;
        }
        row = put(lines, area, row, buf);
        shown += 1;
    }
    let below = rows.len().saturating_sub(shown);
    if below > 0 {
        let words = format!("   ↓ {below} more");
        put(&[Line::styled(words, model.look.style(Role::Quiet))], area, row, buf);
    }
}

/// What wants an answer before anything else: in a small window a line each.
fn notices(model: &Model, body: Rect, is_small: bool) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let (look, width) = (model.look, body.width);
    let mut notice = |long: String, short: String, role: Role| {
        if is_small {
            lines.push(Line::styled(words::clip(&short, usize::from(width)), look.style(role)));
        } else {
            lines.extend(words::lines(&long, width, look, role));
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
    let is_first = model.today.unfinished.is_none() && model.today.rows.iter().all(|row| row.enrolled.is_none());
    if is_first && !model.today.rows.is_empty() {
        notice(FIRST.to_owned(), TINY_FIRST.to_owned(), Role::Text);
    }
    if let Some(runs) = &model.today.runs {
        notice(runs.clone(), runs.clone(), Role::Quiet);
    }
    for problem in model.today.problems.iter().take(if is_small { 1 } else { 2 }) {
        lines.extend(words::lines(problem, width, look, Role::Danger));
    }
    let more = model.today.problems.len().saturating_sub(if is_small { 1 } else { 2 });
    if more > 0 {
        lines.push(Line::styled(format!("and {}", words::count(more, "more problem")), look.style(Role::Danger)));
    }
    if !lines.is_empty() && !is_small {
        lines.push(Line::default());
    }
    lines
}

fn entry(row: &Row, chosen: bool, width: u16, roomy: bool, look: Look) -> Vec<Line<'static>> {
    let mark = if chosen { "▸ " } else { "  " };
    let room = width.saturating_sub(4);
    let title_style = if chosen { look.style(Role::Selected) } else { look.style(Role::Strong) };
    let when_role = if row.due { Role::Good } else { Role::Quiet };
    let title = words::clip(&row.title, usize::from(room));
    // What is due is never cut for the sake of a line: it has one of its own where it must.
    let beside = columns(&title) + columns(&row.when) + 2 <= room;
    let mut first = vec![Span::raw(mark), Span::styled(format!(" {title} "), title_style)];
    let indent = |words: &str| format!("   {}", words::clip(words, usize::from(width.saturating_sub(3))));
    let mut lines = Vec::new();
    if beside {
        first.push(Span::styled(format!("  {}", row.when), look.style(when_role)));
        lines.push(Line::from(first));
    } else {
        lines.push(Line::from(first));
        lines.push(Line::styled(indent(&row.when), look.style(when_role)));
    }
    let stands = stands(row);
    if beside || chosen || roomy {
        lines.push(Line::raw(indent(&facts(row))));
        lines.extend(stands.as_ref().map(|stands| Line::raw(indent(stands))));
    }
    if roomy {
        let summary = row.summary.as_ref().map_or("", |summary| summary.as_str());
        lines.extend(stands.is_none().then(|| Line::styled(indent(summary), look.style(Role::Quiet))));
        lines.push(Line::default());
    }
    lines
}

/// `12 min · 2 exercises · step, rail · 5 days in a row`
fn facts(row: &Row) -> String {
    let mut facts = vec![format!("{} min", minutes(row.length)), words::count(row.exercises, "exercise")];
    let equipment: Vec<&str> = row.equipment.iter().map(Clean::as_str).collect();
    facts.extend((!equipment.is_empty()).then(|| equipment.join(", ")));
    facts.extend(row.streak.as_ref().filter(|s| s.current > 0).map(words::streak));
    facts.join(" · ")
}

/// Where somebody stands who follows the program: `Evening · stage 2 of 3, week 3: Add load`; none where it has neither
/// stages nor several sessions.
fn stands(row: &Row) -> Option<String> {
    let briefing = row.enrolled.map(|_| &row.briefing)?;
    let session = briefing.session.as_ref().map(ToString::to_string);
    let parts: Vec<String> = session.into_iter().chain(briefing.stage.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
