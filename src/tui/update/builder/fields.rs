//! Letters and words of a field.

use crate::domain::form::{Key, Kind};
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Write};
use crate::tui::model::builder::{Builder, Cursor, Pane, Shelf};
use crate::tui::model::{Model, Screen};
use crate::tui::update::builder::{show_change, try_out, undo};

/// The longest text of a field, in letters: what the format takes, and a list of a hundred such lines.
const LONGEST: usize = 200_000;

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let Screen::Builder(builder) = &mut model.screen else { return Vec::new() };
    match action {
        Action::Back => builder.pane = Pane::Outline,
        Action::Write(Write::Review) => return show_change(model, now),
        Action::Write(Write::Undo) => return undo(model, false),
        Action::Write(Write::Redo) => return undo(model, true),
        Action::NextField => step(builder, true),
        Action::Write(Write::PreviousField) => step(builder, false),
        Action::Up | Action::Down => {
            let text = builder.text().to_owned();
            let down = action == Action::Down;
            if !matches!(builder.key().kind(), Kind::List | Kind::Pairs) || !builder.cursor.climb(&text, down) {
                step(builder, down);
            }
        }
        Action::Write(Write::Enter) => return enter(builder),
        _ => return write(builder, action),
    }
    Vec::new()
}

/// To the next field or the one before; the cursor stands at its end.
fn step(builder: &mut Builder, down: bool) {
    let keys = builder.keys();
    let at = keys.iter().position(|key| *key == builder.key()).unwrap_or(0);
    let to = if down { at + 1 } else { at.saturating_sub(1) };
    builder.field = keys.get(to).copied().unwrap_or_else(|| builder.key());
    builder.cursor = match builder.key().kind() {
        Kind::Some(_) => Cursor(0),
        Kind::Text | Kind::Number | Kind::List | Kind::Pairs | Kind::Choice(_) | Kind::Flag => {
            Cursor::end(builder.text())
        }
    };
}

/// Enter: another line of a list, the catalogue for the exercise, else the next field.
fn enter(builder: &mut Builder) -> Vec<Effect> {
    let text = builder.text();
    let (line, _) = builder.cursor.line(text);
    let empty = text.split('\n').nth(line).is_none_or(str::is_empty);
    match builder.key().kind() {
        Kind::List | Kind::Pairs if !empty => write(builder, Action::Type('\n')),
        _ if builder.key() == Key::Use => {
            builder.pane = Pane::Shelf(Shelf { replaces: true, ..Shelf::default() });
            Vec::new()
        }
        Kind::Text | Kind::Number | Kind::List | Kind::Pairs | Kind::Choice(_) | Kind::Some(_) | Kind::Flag => {
            step(builder, true);
            Vec::new()
        }
    }
}

fn write(builder: &mut Builder, action: Action) -> Vec<Effect> {
    let (key, mut text, mut cursor) = (builder.key(), builder.text().to_owned(), builder.cursor);
    match key.kind() {
        Kind::Choice(words) => text = chosen(words, &text, action),
        Kind::Flag => text = chosen(&["", "yes"], &text, action),
        Kind::Some(words) => ticked(words, &mut text, &mut cursor, action),
        Kind::Text | Kind::Number | Kind::List | Kind::Pairs => typed(&mut text, &mut cursor, action),
    }
    builder.cursor = cursor;
    if text == builder.text() || text.len() > LONGEST {
        return Vec::new();
    }
    builder.remember(Some(key));
    if let Some(fields) = builder.form.fields_mut(builder.place) {
        fields.set(key, text);
    }
    try_out(builder)
}

fn typed(text: &mut String, cursor: &mut Cursor, action: Action) {
    match action {
        Action::Type(letter) => cursor.insert(text, letter),
        Action::Erase => cursor.erase(text),
        Action::Write(Write::Delete) => cursor.delete(text),
        Action::Write(Write::Left) => cursor.step(text, false),
        Action::Write(Write::Right) => cursor.step(text, true),
        Action::Write(Write::Start) => cursor.line_end(text, false),
        Action::Write(Write::End) => cursor.line_end(text, true),
        _ => {}
    }
}

/// The word of a choice that a key leads to; round at the ends.
fn chosen(words: &[&str], text: &str, action: Action) -> String {
    let said = text.trim().to_lowercase();
    let at = words.iter().position(|word| *word == said).unwrap_or(0);
    let to = match action {
        Action::Write(Write::Left) => (at + words.len() - 1) % words.len().max(1),
        Action::Write(Write::Right | Write::Tick) => (at + 1) % words.len().max(1),
        Action::Erase => 0,
        _ => return text.to_owned(),
    };
    words.get(to).copied().unwrap_or_default().to_owned()
}

/// Some of several words: the cursor stands on one of them.
fn ticked(words: &[&str], text: &mut String, cursor: &mut Cursor, action: Action) {
    let at = cursor.0.min(words.len().saturating_sub(1));
    match action {
        Action::Write(Write::Left) => cursor.0 = at.saturating_sub(1),
        Action::Write(Write::Right) => cursor.0 = (at + 1).min(words.len().saturating_sub(1)),
        Action::Erase => text.clear(),
        Action::Write(Write::Tick) => {
            let word = words.get(at).copied().unwrap_or_default();
            let has = |known: &&&str| text.lines().any(|line| line.trim().eq_ignore_ascii_case(known));
            let now: Vec<&str> = words.iter().filter(|known| has(known) != (**known == word)).copied().collect();
            *text = now.join("\n");
        }
        _ => {}
    }
}
