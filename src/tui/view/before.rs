//! Before a session: reasons against it, warning signs and advice to read, and right below them what is confirmed. It
//! is one text: a small window is all page, a large one has both in one place.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::consent::{Missing, first_entry};
use crate::domain::day;
use crate::domain::exercise::Affected;
use crate::domain::program::Program;
use crate::tui::model::{Before, Model};
use crate::tui::theme::{Look, Role};
use crate::tui::view::{heading, parts, signs, surround, variant};
use crate::tui::widgets::{columns, page};
use crate::tui::words;

/// Below so many columns there are short words and no empty lines.
const NARROW: u16 = 60;

pub(super) fn draw(model: &Model, before: &Before, area: Rect, buf: &mut Buffer) {
    let parts = parts(model, area);
    let Some(program) = model.program(&before.program) else { return };
    let right = if before.needs.is_empty() { String::new() } else { head(before, program, parts.title.width) };
    surround(model, parts, &program.title, &right, buf);
    page::draw(
        buf,
        parts.body,
        &lines(before, (program, model.today.day), parts.body.width, model.look),
        before.scroll,
        model.look,
    );
}

/// Lines and rows of the text that scrolls.
pub(super) fn extent(model: &Model, before: &Before, area: Rect) -> (usize, u16) {
    let body = parts(model, area).body;
    let lines = model
        .program(&before.program)
        .map_or(0, |program| lines(before, (program, model.today.day), body.width, model.look).len());
    (lines, body.height)
}

fn lines(before: &Before, of: (&Program, NaiveDate), width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = reading(before, of.0, width, look);
    lines.push(Line::default());
    lines.extend(ticks(before, of, width, look));
    if width < NARROW {
        // Every page costs a key there; the bold headlines part the text, too.
        lines.retain(|line| line.width() > 0);
    }
    lines
}

fn reading(before: &Before, program: &Program, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for need in &before.needs {
        match need {
            Missing::NotFor => signs::list(&mut lines, "Not for you if", &program.not_for, (width, look)),
            Missing::StopIf => signs::lines(&mut lines, &program.stop_if, width, look),
            Missing::Entry => {
                signs::list(&mut lines, "True of you before you begin", first_entry(program), (width, look));
            }
            Missing::Advice => {
                let advice = crate::domain::consent::ADVICE;
                heading(&mut lines, "Advice", look);
                lines.extend(words::lines(advice, width, look, Role::Text));
            }
            Missing::Side => {}
        }
    }
    if before.asks_variant {
        heading(&mut lines, "Which form of this program is yours?", look);
        lines.extend(variant::list(program, before.variant.as_ref(), width, look));
    }
    if before.needs.is_empty() {
        lines.extend(words::lines("One question first. Enter starts without an answer, too.", width, look, Role::Text));
    }
    lines
}

/// What is confirmed and answered by one key each.
fn ticks(before: &Before, of: (&Program, NaiveDate), width: u16, look: Look) -> Vec<Line<'static>> {
    let (program, today) = of;
    let mut lines = Vec::new();
    let narrow = width < NARROW;
    for need in &before.needs {
        let words = match need {
            Missing::NotFor if narrow => "n none applies to me  a one does".to_owned(),
            Missing::NotFor => "n  none of these applies to me      a  one of them does".to_owned(),
            Missing::Advice if narrow => "m understood: not medical advice".to_owned(),
            Missing::Side if narrow => {
                let side = before.side.map_or("side", Affected::word);
                format!("{side}: l left r right b both x no")
            }
            Missing::Entry if narrow => "t all of it is true of me".to_owned(),
            Missing::Entry => "t  all that must be true is true of me".to_owned(),
            Missing::StopIf => "w  I know the warning signs".to_owned(),
            Missing::Advice => "m  understood: this is not medical advice".to_owned(),
            Missing::Side => {
                let side = before.side.map_or(String::new(), |side| format!(": {}", side.word()));
                format!("affected side{side}   l left  r right  b both  x neither")
            }
        };
        lines.extend(tick(&words, before.given.contains(need), width, look));
    }
    if before.asks_variant {
        let key = if before.asks_pain { "v" } else { "0-9" };
        let what = if narrow { "form" } else { "form of the program" };
        let title = variant::title(program, before.variant.as_ref());
        lines.extend(tick(&format!("{key}  {what}: {title}"), true, width, look));
    }
    lines.extend(beginning(before, (program, today), width, look));
    if before.asks_pain {
        lines.extend(pain(before, program, width, look));
    }
    lines
}

/// Beside the title: it begins today, and hurts where the program says, unless a key says otherwise.
fn head(before: &Before, program: &Program, width: u16) -> String {
    let once = "once, before the first session";
    let begins = match before.later {
        0 => "begins today, d later",
        _ => "begins later, u earlier",
    };
    let chosen = before.other_place(program).or_else(|| program.pain.place.clone());
    let place = chosen.filter(|_| !program.pain.ask.is_empty());
    let place = place.map_or_else(String::new, |place| format!(" · hurts: {place}, p other"));
    let room = width.saturating_sub(columns(&program.title) + 3);
    let all = [format!("{once} · {begins}{place}"), format!("{begins}{place}"), begins.to_owned()];
    all.into_iter().find(|words| columns(words) <= room).unwrap_or_default()
}

/// Another day or another place than the program begins with.
fn beginning(before: &Before, of: (&Program, NaiveDate), width: u16, look: Look) -> Vec<Line<'static>> {
    let (program, today) = of;
    let mut lines = Vec::new();
    if before.later > 0 {
        let day = day::after(today, u64::from(before.later)).format("%A, %-d %B");
        lines.extend(tick(&format!("d u  begins: {day}"), true, width, look));
    }
    if let Some(place) = before.other_place(program) {
        lines.extend(tick(&format!("p  where it hurts: {place}"), true, width, look));
    }
    lines
}

/// The pain now, with the ends of its scale, and what the answer means for today.
fn pain(before: &Before, program: &Program, width: u16, look: Look) -> Vec<Line<'static>> {
    // Before the first session the place that was chosen here; later programs come with the runner's own.
    let chosen = before.other_place(program).filter(|_| !before.needs.is_empty());
    let place = chosen.or_else(|| program.pain.place.clone()).map_or(String::new(), |place| format!(", {place}"));
    let answer = before.pain.map_or(String::new(), |score| format!(": {score}"));
    let words = format!("0-9 +  pain now{place}{answer} (0 none to 10 worst imaginable)");
    let mut lines = tick(&words, before.pain.is_some(), width, look);
    if let Some(score) = before.pain.filter(|score| *score > program.pain.limit) {
        let limit = program.pain.limit;
        let words = format!("{score} is above this program's limit of {limit}: a rest day may be the better choice.");
        lines.extend(words::lines(&words, width, look, Role::Caution));
    }
    for (name, why) in before.left_out_for_pain(program) {
        lines.extend(words::lines(&format!("without {name}: {why}"), width, look, Role::Text));
    }
    lines
}

fn tick(words: &str, given: bool, width: u16, look: Look) -> Vec<Line<'static>> {
    let mark = if given { Span::styled("[✓] ", look.style(Role::Good)) } else { Span::raw("[ ] ") };
    let room = width.saturating_sub(4);
    // The gaps between two keys are kept as long as all of it fits.
    let lines = if columns(words) <= room { vec![words.to_owned()] } else { words::wrap(words, room) };
    let lines = lines.into_iter().enumerate();
    let front = |n: usize| if n == 0 { mark.clone() } else { Span::raw("    ") };
    lines.map(|(n, words)| Line::from(vec![front(n), Span::raw(words)])).collect()
}
