//! The fields of the chosen row, a line each; what holds where nothing is written stands in them, quietly.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use crate::domain::form::{Key, Kind, Place, usual};
use crate::domain::problem::Gravity;
use crate::domain::program::PainRule;
use crate::tui::model::builder::{Builder, Cursor, Pane};
use crate::tui::theme::{Look, Role};
use crate::tui::widgets::page;
use crate::tui::words::clip;

/// From so many rows on groups of fields have a heading.
const TALL: u16 = 20;
/// Columns of a label with its mark and the blank behind it.
const LABEL: u16 = 15;

pub(super) fn draw(builder: &Builder, area: Rect, look: Look, buf: &mut Buffer) {
    let mut lines: Vec<Line<'static>> = Vec::new();
    let (mut from, mut to) = (0, 0);
    let keys = builder.keys();
    let mut group = None;
    for key in &keys {
        let next = heading(*key);
        if area.height >= TALL && next != group {
            // What belongs together stands together; the last group has no name of its own.
            lines.push(Line::styled(format!("  {}", next.unwrap_or_default()), look.style(Role::Quiet)));
        }
        group = next;
        let chosen = builder.pane == Pane::Fields && *key == builder.key();
        if chosen {
            from = lines.len();
        }
        lines.extend(field(builder, *key, chosen, area.width, look));
        if chosen {
            to = lines.len();
        }
    }
    let also = builder.form.also(builder.place);
    if !also.is_empty() {
        lines.push(Line::default());
        let words = format!("also in the file: {}", also.join(", "));
        lines.extend(crate::tui::words::lines(&words, area.width, look, Role::Quiet));
    }
    let rows = usize::from(area.height);
    // The chosen field stays in sight with one line behind it, which says that there is more.
    let skip = (to + 1).saturating_sub(rows).min(from).min(lines.len().saturating_sub(rows));
    page::draw(buf, area, &lines, u16::try_from(skip).unwrap_or(u16::MAX), look);
}

/// What a group of fields is about, where it is not plain.
const fn heading(key: Key) -> Option<&'static str> {
    match key {
        Key::ClimbEvery | Key::ClimbStep | Key::ClimbPain | Key::ClimbSooner => Some("How the range is climbed"),
        Key::SoreSets | Key::SoreReps | Key::SoreHold | Key::SoreTime | Key::SoreLoad => {
            Some("The sore (affected) side, where it differs")
        }
        Key::AdvanceSessions | Key::AdvancePain => Some("When the next phase is offered"),
        Key::PainAsk | Key::PainLimit | Key::PainWhere => Some("Pain"),
        _ => None,
    }
}

fn field(builder: &Builder, key: Key, chosen: bool, width: u16, look: Look) -> Vec<Line<'static>> {
    let text = builder.form.text(builder.place, key);
    let room = usize::from(width.saturating_sub(LABEL)).max(4);
    let values = match (chosen, key.kind()) {
        (true, Kind::Text | Kind::Number | Kind::List | Kind::Pairs) => typed(builder, key, text, room, look),
        (_, Kind::Some(words)) if chosen || !text.is_empty() => {
            vec![ticks(words, text, chosen.then_some(builder.cursor), look)]
        }
        (true, Kind::Choice(_) | Kind::Flag) => vec![vec![
            Span::raw("← "),
            Span::styled(format!(" {} ", said(builder, key, text).0), look.style(Role::Selected)),
            Span::raw(" →"),
        ]],
        (false, Kind::List | Kind::Pairs) if text.contains('\n') => {
            let more = text.lines().count().saturating_sub(1);
            let first = clip(text.lines().next().unwrap_or_default(), room);
            vec![vec![Span::raw(first)], vec![Span::styled(format!("and {more} more"), look.style(Role::Quiet))]]
        }
        (_, Kind::Text | Kind::Number | Kind::List | Kind::Pairs | Kind::Choice(_) | Kind::Some(_) | Kind::Flag) => {
            let (words, role) = said(builder, key, text);
            vec![vec![Span::styled(clip(&words, room), look.style(role))]]
        }
    };
    let (mark, role) = match builder.gravity(builder.place, key) {
        Some(Gravity::Error) => ("!", Role::Danger),
        Some(Gravity::Warning) => ("~", Role::Caution),
        Some(Gravity::Note) | None if chosen => ("▸", Role::Strong),
        Some(Gravity::Note) | None => (" ", Role::Text),
    };
    let label = |n: usize| {
        let (mark, word) = if n == 0 { (mark, key.label()) } else { ("", "") };
        let style = if n == 0 && chosen { look.style(role).patch(look.style(Role::Strong)) } else { look.style(role) };
        let mark = Span::styled(format!("{mark:<1}"), style);
        [mark, Span::raw(" "), Span::styled(word, style), Span::raw(" ".repeat(usize::from(LABEL) - 2 - word.len()))]
    };
    values.into_iter().enumerate().map(|(n, value)| Line::from([label(n).to_vec(), value].concat())).collect()
}

/// What stands in a field that is not written in: its text, or quietly what holds.
fn said(builder: &Builder, key: Key, text: &str) -> (String, Role) {
    if !text.is_empty() {
        return (text.to_owned(), Role::Text);
    }
    let usual = builder.resolved(builder.place).and_then(|exercise| usual(key, exercise));
    let usual = usual.or_else(|| unwritten(builder, key));
    let usual = usual.map(|usual| usual.lines().next().unwrap_or_default().to_owned());
    match usual.filter(|usual| !usual.is_empty()) {
        Some(usual) => (format!("({usual})"), Role::Quiet),
        None => ("–".to_owned(), Role::Quiet),
    }
}

/// What holds for a program or a stage where nothing is written.
fn unwritten(builder: &Builder, key: Key) -> Option<String> {
    let head = |key: Key| builder.form.head.get(key).to_owned();
    match (key, builder.place) {
        (Key::Schedule, Place::Phase(_)) if !head(Key::Schedule).is_empty() => Some(head(Key::Schedule)),
        (Key::Schedule, Place::Head | Place::Phase(_)) => Some("daily".to_owned()),
        (Key::Schedule, Place::Session(..)) => Some("in turn with the others".to_owned()),
        (Key::PainLimit, _) => Some(PainRule::default().limit.to_string()),
        (Key::PainAsk, _) => Some("after".to_owned()),
        (Key::Id, Place::Head) => Some("made from the file's name".to_owned()),
        _ => None,
    }
}

fn ticks(words: &[&str], text: &str, cursor: Option<Cursor>, look: Look) -> Vec<Span<'static>> {
    let has = |word: &str| text.lines().any(|line| line.trim().eq_ignore_ascii_case(word));
    let mut spans = Vec::new();
    for (n, word) in words.iter().enumerate() {
        let style = if cursor.is_some_and(|cursor| cursor.0 == n) { Role::Selected } else { Role::Text };
        let mark = if has(word) { "✓" } else { "·" };
        let short = if *word == "morning-stiffness" { "stiffness" } else { word.trim_end_matches("-morning") };
        spans.push(Span::styled(format!("{mark}{short}"), look.style(style)));
        spans.push(Span::raw(" "));
    }
    spans
}

/// The text that is written in, broken where the room ends, with the cursor in it.
fn typed(builder: &Builder, key: Key, text: &str, room: usize, look: Look) -> Vec<Vec<Span<'static>>> {
    let (line, column) = builder.cursor.line(text);
    let mut rows = Vec::new();
    for (n, words) in text.split('\n').enumerate() {
        let at = (n == line).then_some(column);
        rows.extend(broken(words, at, room, look));
    }
    if text.is_empty() {
        let (words, role) = said(builder, key, text);
        let words =
            if role == Role::Quiet && words != "–" { clip(&words, room.saturating_sub(2)) } else { String::new() };
        if let Some(row) = rows.first_mut() {
            row.push(Span::styled(format!(" {words}"), look.style(Role::Quiet)));
        }
    }
    rows
}

fn broken(words: &str, cursor: Option<usize>, room: usize, look: Look) -> Vec<Vec<Span<'static>>> {
    let mut rows: Vec<Vec<Span<'static>>> = vec![Vec::new()];
    let mut width = 0;
    let end = words.graphemes(true).count();
    let letters = words.graphemes(true).chain(std::iter::once(" ")).enumerate();
    for (n, letter) in letters {
        if n == end && cursor != Some(end) {
            break;
        }
        if width + letter.width() > room {
            rows.push(Vec::new());
            width = 0;
        }
        width += letter.width();
        let style = if cursor == Some(n) { look.style(Role::Selected) } else { look.style(Role::Text) };
        if let Some(row) = rows.last_mut() {
            row.push(Span::styled(letter.to_owned(), style));
        }
    }
    rows
}
