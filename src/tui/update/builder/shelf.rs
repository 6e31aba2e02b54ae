//! An exercise is chosen from the catalogue, or one of one's own is begun.

use crate::domain::form::{ExerciseForm, Key};
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::builder::{Builder, Cursor, Pane, Shelf};
use crate::tui::update::builder::{go_to, try_out};

/// The longest word to look for.
const LONGEST: usize = 80;
/// Rows of a page.
const PAGE: usize = 10;

pub(super) fn act(builder: &mut Builder, action: Action) -> Vec<Effect> {
    let Pane::Shelf(shelf) = &builder.pane else { return Vec::new() };
    let mut shelf = shelf.clone();
    let found = builder.fitting(&shelf.filter).len();
    match action {
        Action::Type(letter) if shelf.filter.chars().count() < LONGEST => {
            shelf.filter.push(letter);
            shelf.chosen = 0;
        }
        Action::Erase => {
            shelf.filter.pop();
            shelf.chosen = 0;
        }
        Action::Up => shelf.chosen = shelf.chosen.saturating_sub(1),
        // Behind the last one stands an exercise of one's own.
        Action::Down => shelf.chosen = (shelf.chosen + 1).min(found),
        Action::PageUp => shelf.chosen = shelf.chosen.saturating_sub(PAGE),
        Action::PageDown => shelf.chosen = (shelf.chosen + PAGE).min(found),
        Action::Back => {
            builder.pane = if shelf.replaces { Pane::Fields } else { Pane::Outline };
            return Vec::new();
        }
        Action::Open => return take(builder, &shelf),
        _ => {}
    }
    builder.pane = Pane::Shelf(shelf);
    Vec::new()
}

fn take(builder: &mut Builder, shelf: &Shelf) -> Vec<Effect> {
    let id = builder.fitting(&shelf.filter).get(shelf.chosen).map(|exercise| exercise.id.to_string());
    let own = shelf.filter.trim().to_owned();
    builder.remember(None);
    if shelf.replaces {
        if let Some(fields) = builder.form.fields_mut(builder.place) {
            fields.set(Key::Use, id.clone().unwrap_or_default());
            if id.is_none() && fields.get(Key::Name).is_empty() {
                fields.set(Key::Name, own);
            }
        }
    } else {
        let mut exercise = ExerciseForm::default();
        match &id {
            Some(id) => exercise.fields.set(Key::Use, id.as_str()),
            None => exercise.fields.set(Key::Name, own),
        }
        let place = builder.form.add_exercise(builder.place, exercise);
        go_to(builder, place);
    }
    // The dose is what is written next; of one's own exercise, the name.
    let next =
        if id.is_some() || !builder.form.text(builder.place, Key::Name).is_empty() { Key::Sets } else { Key::Name };
    builder.field = next;
    builder.cursor = Cursor::end(builder.text());
    builder.pane = Pane::Fields;
    try_out(builder)
}
