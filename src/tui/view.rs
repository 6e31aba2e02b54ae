//! Drawing: `&Model` in, cells out; nothing changes.
//!
//! The player at 80x24, at work on a paced set:
//!
//! ```text
//!  Heel drop, straight knee                    exercise 1 of 2 · set 2 of 3   header
//!
//!  █   █▀▀█ █ █ █▀▀ █▀▀▄                                          ▀▀█         phase, its seconds
//!  █▄▄ █▄▄█ ▀▄▀ █▄▄ █▀▀▄                                          ▄▄█
//!
//!  ██████████████ ███████ ████████▌──────────                                 tempo
//!  raise 2 s      hold 1  lower 3 s
//!
//!                          █  █        / █▀▀                                  number: the rep, of so many
//!                          ▀▀▀█       /  ▀▀█                                  (in a hold: the seconds)
//!
//!  █   █▀▀ █▀▀ ▀█▀           SET 2/3                                          side: left at the left,
//!  █▄▄ █▄▄ █    █                                                             right at the right; set or rep
//!
//!  Up on both feet, down on one.                                              cue
//!  next  set 3 of 3, left                                                     next
//!  ━━━━━━━━━━━━━━━──────────────────────────────  12:30 left · saved          progress
//!  Space pause  b back  s skip                              ? help            keys
//! ```
//!
//! From 100x28 on the figure has a panel at the left; from 76 columns on it takes what number and side leave; below
//! 40x12 there are only words.

pub mod player;

mod before;
mod builder;
mod checkin;
mod decide;
mod help;
mod history;
mod home;
pub(crate) mod live;
mod looped;
mod measure;
mod overlay;
mod preview;
mod resume;
mod session;
mod signs;
mod summary;
mod variant;
mod which;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;

pub use self::history::Target as HistoryTarget;

use crate::tui::model::{Looking, Model, Saving, Screen};
use crate::tui::run::Spot;
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::{hints, inset, page, take_bottom, take_top, text};
use crate::tui::words;

/// Draws everything.
pub fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(Rect { x: area.x, y: area.y, width: 1000, height: 500 });
    match &model.screen {
        Screen::Home(home) => home::draw(model, home, area, buf),
        Screen::Which(which) => which::draw(model, which, area, buf),
        Screen::Preview(preview) => preview::draw(model, preview, area, buf),
        Screen::Decide(decide) => decide::draw(model, decide, area, buf),
        Screen::Before(before) => before::draw(model, before, area, buf),
        Screen::Play(play) => player::draw(model, play, area, buf),
        Screen::CheckIn(checkin) => checkin::draw(model, checkin, area, buf),
        Screen::Summary(summary) => summary::draw(model, summary, area, buf),
        Screen::Resume(step) => resume::draw(model, *step, area, buf),
        Screen::Morning(morning) => checkin::draw_morning(model, morning, area, buf),
        Screen::Builder(builder) => builder::draw(model, builder, area, buf),
        Screen::Live(live) => live::draw(model, live, area, buf),
        Screen::History(looking) => history::draw(model, looking, area, buf),
    }
    if !matches!(model.screen, Screen::Play(_)) {
        banner(model, area, buf);
    }
    for over in &model.overlays {
        overlay::draw(model, over, area, buf);
    }
    model.look.spell(buf);
}

/// What is seen while the history is read, where that takes longer than a blink: the place of the home screen.
pub fn draw_reading(look: Look, area: Rect, buf: &mut Buffer) {
    let parts = parts_of(None, &Saving::default(), area);
    text(buf, parts.title, 0, "soleus", (look.style(Role::Strong), Alignment::Left));
    let said = words::lines("reading your history …", parts.body.width, look, Role::Quiet);
    put(&said, parts.body, 0, buf);
    look.spell(buf);
}

/// The furthest scroll of what is on top, and the lines of a page.
pub fn scroll_end(model: &Model) -> (u16, u16) {
    let area = model.area();
    let (lines, rows) = match (model.overlays.last(), &model.screen) {
        (Some(over), _) => overlay::extent(model, over, area),
        (None, Screen::Preview(preview)) => preview::extent(model, preview, area),
        (None, Screen::Decide(decide)) => decide::extent(model, decide, area),
        (None, Screen::Before(before)) => before::extent(model, before, area),
        (None, Screen::Builder(builder)) => builder::extent(model, builder, area),
        (None, Screen::Live(live)) => live::extent(model, live, area),
        (None, Screen::History(looking)) => history::extent(model, looking, area),
        (None, _) => (0, 0),
    };
    (page::end(lines, rows), rows.saturating_sub(1).max(1))
}

/// What a click on a cell of the history means.
pub fn history_target(model: &Model, looking: &Looking, spot: Spot) -> Option<HistoryTarget> {
    history::target(model, looking, spot)
}

/// Whether the list of "which program is for me" is on the screen as a whole.
pub fn which_fits(model: &Model) -> bool {
    let Screen::Which(which) = &model.screen else { return false };
    which::fits(model, which, model.area())
}

/// The lines of the question that is to be decided now: its first one, and the one behind its last.
pub fn decide_place(model: &Model) -> Option<(u16, u16)> {
    let Screen::Decide(decide) = &model.screen else { return None };
    decide::place(model, decide, model.area())
}

/// The parts of every screen but the player.
#[derive(Clone, Copy, Debug)]
struct Parts {
    title: Rect,
    body: Rect,
    message: Rect,
    keys: Rect,
}

fn parts(model: &Model, area: Rect) -> Parts {
    parts_of(model.message(), &model.saving, area)
}

fn parts_of(message: Option<&str>, saving: &Saving, area: Rect) -> Parts {
    let margin = if area.width >= 60 { 2 } else { u16::from(area.width >= 40) };
    let area = inset(area, margin);
    let (keys, rest) = take_bottom(area, u16::from(area.height > 3));
    let said = message.map_or(1, |words| words::wrap(words, rest.width).len());
    let rows = u16::try_from(said).unwrap_or(1).clamp(1, (rest.height / 4).max(1));
    // A small window has no row to spare: what is said there lies over the title for as long as it stays.
    let rows = match saving {
        Saving::NotSaved(_) if is_small(area) => 1,
        _ if is_small(area) => 0,
        _ => rows,
    };
    let (message, rest) = take_bottom(rest, if rest.height > 4 { rows } else { 0 });
    let (title, body) = take_top(rest, if rest.height > 12 { 2 } else { u16::from(rest.height > 1) });
    // Lines longer than this are hard to read.
    Parts { title, body: Rect { width: body.width.min(110), ..body }, message, keys }
}

/// Whether words about the last key have no row of their own.
const fn is_small(area: Rect) -> bool {
    area.height < 16
}

/// In a small window what is said lies over the title and what is below it; the text stays where it is.
fn banner(model: &Model, area: Rect, buf: &mut Buffer) {
    let Some(words) = model.message().filter(|_| is_small(area)) else { return };
    let title = parts(model, area).title;
    let lines = words::lines(words, title.width, model.look, Role::Strong);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height.saturating_sub(1));
    let place = Rect { height: rows, ..title }.intersection(buf.area);
    ratatui::widgets::Widget::render(ratatui::widgets::Clear, place, buf);
    put(&lines, place, 0, buf);
}

/// Title at the left, a word at the right, the message, the keys.
fn surround(model: &Model, parts: Parts, title: &str, right: &str, buf: &mut Buffer) {
    let look = model.look;
    // Where both do not fit, the title stays.
    let columns = crate::tui::widgets::columns;
    let right = if columns(right) + 14 > parts.title.width { "" } else { right };
    let right =
        if columns(right) + columns(title) + 2 > parts.title.width && parts.title.width < 60 { "" } else { right };
    let room = columns(right) + 2;
    let left = Rect { width: parts.title.width.saturating_sub(room).max(parts.title.width.min(12)), ..parts.title };
    text(buf, parts.title, 0, right, (look.style(Role::Quiet), Alignment::Right));
    text(
        buf,
        left,
        0,
        &format!("{title:<width$}", width = usize::from(left.width.min(200))),
        (look.style(Role::Strong), Alignment::Left),
    );
    let is_over_the_title = is_small(buf.area);
    match (model.message().filter(|_| !is_over_the_title), &model.saving) {
        (Some(words), _) => {
            put(&words::lines(words, parts.message.width, look, Role::Strong), parts.message, 0, buf);
        }
        (None, Saving::NotSaved(_)) => saved(model, parts.message, 0, buf),
        (None, _) => {}
    }
    if model.overlays.is_empty() {
        hints::draw(buf, parts.keys, &model.screen_contexts(), look);
    }
}

/// Whether what happened is on disk; only ever what the world answered.
fn saved_words(saving: &Saving) -> (String, Role) {
    match saving {
        Saving::Nothing => (String::new(), Role::Quiet),
        Saving::Saved => ("saved".to_owned(), Role::Quiet),
        Saving::Saving => ("saving…".to_owned(), Role::Text),
        Saving::NotSaved(why) => (format!("NOT SAVED: {why}"), Role::Danger),
        Saving::Rehearsal => ("rehearsal".to_owned(), Role::Text),
    }
}

fn saved(model: &Model, area: Rect, row: u16, buf: &mut Buffer) {
    let (words, role) = saved_words(&model.saving);
    text(buf, area, row, &words, (model.look.style(role), Alignment::Left));
}

/// A heading and an empty line before it, unless it is the first.
fn heading(lines: &mut Vec<Line<'static>>, words: &str, look: Look) {
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines.push(Line::styled(words.to_owned(), look.style(Role::Strong)));
}

/// Lines at a row, as far as they fit; the next free row comes back.
fn put(lines: &[Line<'static>], area: Rect, row: u16, buf: &mut Buffer) -> u16 {
    let mut at = row;
    for line in lines {
        if at >= area.height {
            break;
        }
        let place = Rect { y: area.y + at, height: 1, ..area }.intersection(buf.area);
        ratatui::widgets::Widget::render(line, place, buf);
        at += 1;
    }
    at
}
