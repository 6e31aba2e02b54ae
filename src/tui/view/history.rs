//! The history: a year of squares, weeks, pain, progress, and the sessions opened to their sets.
//!
//! Every chart is lines of text, and every chart can be read as numbers.

mod calendar;
mod pain;
mod progress;
mod sessions;
mod weeks;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::domain::visit::Visit;
use crate::tui::model::{Looking, Model, Page};
use crate::tui::run::Spot;
use crate::tui::theme::{Look, Role};
use crate::tui::view::{heading, parts, put, surround};
use crate::tui::widgets::{columns, page, take_top};
use crate::tui::words;

/// The room of a page.
#[derive(Clone, Copy, Debug)]
struct Room {
    width: u16,
    rows: u16,
    look: Look,
}

pub(super) fn draw(model: &Model, looking: &Looking, area: Rect, buf: &mut Buffer) {
    let (places, look) = (parts(model, area), model.look);
    let title = looking.view().map_or("History", |view| view.title.as_str());
    surround(model, places, title, "history", buf);
    let (tabs, body) = take_top(places.body, 2.min(places.body.height));
    put(&[tab_line(looking, tabs.width, look)], tabs, 0, buf);
    let lines = lines(looking, room(body, look));
    page::draw(buf, body, &lines, scroll(looking, &lines, body), look);
}

/// What a click on a cell of the history means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// This page.
    Page(Page),
    /// So many pages on.
    Turn(isize),
    /// A day of the calendar.
    Day(NaiveDate),
    /// The session of this place in the list.
    Session(usize),
}

/// What lies on a cell; by the same lines and places as they are drawn.
pub(super) fn target(model: &Model, looking: &Looking, spot: Spot) -> Option<Target> {
    let body = parts(model, model.area()).body;
    let (tabs, body) = take_top(body, 2.min(body.height));
    let at = Position::new(spot.column, spot.row);
    if tabs.contains(at) {
        let column = usize::from(spot.column - tabs.x);
        return if spot.row == tabs.y { tab_at(looking, tabs.width, column) } else { None };
    }
    if !body.contains(at) {
        return None;
    }
    let room = room(body, model.look);
    let lines = lines(looking, room);
    let scroll = scroll(looking, &lines, body).min(page::end(lines.len(), body.height));
    let line = usize::from(scroll) + usize::from(spot.row - body.y);
    match looking.page {
        Page::Sessions if !looking.open => (line < looking.view()?.entries.len()).then_some(Target::Session(line)),
        Page::Calendar if !looking.numbers => {
            calendar::day_at(&looking.past, room, usize::from(spot.column - body.x), line).map(Target::Day)
        }
        Page::Calendar | Page::Weeks | Page::Pain | Page::Progress | Page::Sessions => None,
    }
}

/// How many lines there are, and rows for them.
pub(super) fn extent(model: &Model, looking: &Looking, area: Rect) -> (usize, u16) {
    let body = take_top(parts(model, area).body, 2.min(parts(model, area).body.height)).1;
    (lines(looking, room(body, model.look)).len(), body.height)
}

const fn room(body: Rect, look: Look) -> Room {
    Room { width: body.width, rows: body.height, look }
}

/// Where sessions are chosen, the chosen one is always in sight.
fn scroll(looking: &Looking, lines: &[Line<'static>], body: Rect) -> u16 {
    if looking.page != Page::Sessions || looking.open {
        return looking.scroll;
    }
    let chosen = u16::try_from(looking.chosen).unwrap_or(u16::MAX);
    let most = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_sub(body.height);
    chosen.saturating_sub(body.height / 2).min(most)
}

fn lines(looking: &Looking, room: Room) -> Vec<Line<'static>> {
    let Some(view) = looking.view() else {
        return words::lines(
            "Nothing was done yet. Your first session begins this page.",
            room.width,
            room.look,
            Role::Text,
        );
    };
    let of_one: fn(&Visit, bool, Room) -> Vec<Line<'static>> = match looking.page {
        Page::Calendar => return calendar::lines(&looking.past, view, looking.numbers, room),
        Page::Sessions if looking.open => return sessions::opened(looking, room),
        Page::Sessions => return sessions::list(looking, room),
        Page::Weeks => |visit, _, room| weeks::lines(visit, room),
        Page::Pain => pain::lines,
        Page::Progress => progress::lines,
    };
    if let Some(visit) = &view.visit {
        return of_one(visit, looking.numbers, room);
    }
    // What is of one program is shown for one after the other where all are looked at.
    let mut all = Vec::new();
    for (title, visit) in looking.past.views.iter().filter_map(|view| Some((&view.title, view.visit.as_ref()?))) {
        heading(&mut all, title, room.look);
        all.extend(of_one(visit, looking.numbers, room));
    }
    all
}

/// The words of the pages, the present one in brackets; nothing where there is no room for all.
fn tabs(looking: &Looking, width: u16) -> Option<Vec<String>> {
    let all: Vec<String> = Page::ALL
        .iter()
        .map(|page| if *page == looking.page { format!("[{}]", page.name()) } else { format!(" {} ", page.name()) })
        .collect();
    (columns(&all.join(" ")) <= width).then_some(all)
}

/// Which page is named at a column; where there is room for one only, its left end leads back and all else on.
fn tab_at(looking: &Looking, width: u16, column: usize) -> Option<Target> {
    let Some(all) = tabs(looking, width) else { return Some(Target::Turn(if column < 2 { -1 } else { 1 })) };
    let mut end = 0;
    for (page, words) in Page::ALL.iter().zip(all) {
        end += usize::from(columns(&words)) + 1;
        if column < end {
            return Some(Target::Page(*page));
        }
    }
    None
}

/// The pages, the present one marked by brackets too.
fn tab_line(looking: &Looking, width: u16, look: Look) -> Line<'static> {
    let Some(all) = tabs(looking, width) else {
        let at = Page::ALL.iter().position(|page| *page == looking.page).unwrap_or(0) + 1;
        let words = format!("← [{}] → {at} of {}", looking.page.name(), Page::ALL.len());
        return Line::styled(words::clip(&words, width.into()), look.style(Role::Strong));
    };
    let mut spans = Vec::new();
    for (page, words) in Page::ALL.iter().zip(all) {
        let role = if *page == looking.page { Role::Selected } else { Role::Text };
        spans.push(Span::styled(words, look.style(role)));
        spans.push(Span::raw(" "));
    }
    Line::from(spans)
}
