//! A program is written: keys become changes of the form, and each change is tried out.

mod fields;
mod shelf;

use crate::domain::form::{Place, Way, diff};
use crate::domain::time::Moment;
use crate::tui::effect::Effect;
use crate::tui::effect::builder::{Ask, Saved, Told};
use crate::tui::keymap::{Action, Write};
use crate::tui::model::builder::{Builder, Cursor, Pane, Review, Shelf};
use crate::tui::model::{Model, Screen};
use crate::tui::update::home;
use crate::tui::view;

pub(super) fn act(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let Screen::Builder(builder) = &mut model.screen else { return Vec::new() };
    match &builder.pane {
        Pane::Outline => outline(model, action, now),
        Pane::Fields => fields::act(model, action, now),
        Pane::Shelf(_) => shelf::act(builder, action),
        Pane::Review(_) => review(model, action),
        Pane::Changed(_) => changed(builder, action),
        Pane::Leave(_) => leaving(model, action, now),
        Pane::Saved(..) => {
            match action {
                Action::GoOn => builder.pane = Pane::Outline,
                Action::Back => return leave(model),
                _ => {}
            }
            Vec::new()
        }
    }
}

/// A change was made: what does the form mean now?
fn try_out(builder: &Builder) -> Vec<Effect> {
    vec![Effect::Builder(Ask::Try(Box::new(builder.form.clone())))]
}

fn outline(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    let Screen::Builder(builder) = &mut model.screen else { return Vec::new() };
    let places = builder.form.places();
    let at = places.iter().position(|place| *place == builder.place).unwrap_or(0);
    let to = match action {
        Action::Up => at.saturating_sub(1),
        Action::Down => at + 1,
        Action::PageUp => 0,
        Action::PageDown => places.len(),
        _ => at,
    };
    if to != at {
        go_to(builder, places.get(to.min(places.len() - 1)).copied().unwrap_or_default());
        return Vec::new();
    }
    match action {
        Action::Open => {
            builder.pane = Pane::Fields;
            builder.cursor = Cursor::end(builder.text());
        }
        Action::Write(Write::Add) => builder.pane = Pane::Shelf(Shelf::default()),
        Action::Write(Write::Review) => return show_change(model, now),
        Action::Write(Write::Undo) => return undo(model, false),
        Action::Write(Write::Redo) => return undo(model, true),
        Action::Write(change) => return restructure(model, change),
        Action::Back if builder.is_changed() => builder.pane = Pane::Leave(now),
        Action::Back => return leave(model),
        _ => {}
    }
    Vec::new()
}

/// The chosen row.
fn go_to(builder: &mut Builder, place: Place) {
    builder.place = place;
    builder.field = builder.place.keys().first().copied().unwrap_or_default();
    builder.cursor = Cursor::end(builder.text());
}

/// A row is moved, copied, taken out, or a stage added.
fn restructure(model: &mut Model, change: Write) -> Vec<Effect> {
    let Screen::Builder(builder) = &mut model.screen else { return Vec::new() };
    let (before, place) = (builder.form.clone(), builder.place);
    let done = match change {
        Write::AddPhase => Some(builder.form.add_phase(place)),
        Write::AddVariant => Some(builder.form.add_variant()),
        Write::AddSession => builder.form.add_session(place),
        Write::Copy => builder.form.duplicate(place),
        Write::Remove => builder.form.remove(place),
        Write::Raise => builder.form.shift(place, Way::Up),
        Write::Lower => builder.form.shift(place, Way::Down),
        _ => return Vec::new(),
    };
    let Some(to) = done else {
        model.message = Some(cannot(change, place).to_owned());
        return Vec::new();
    };
    let took_in = builder.form.exercises().next().is_some() && builder.form.places().len() == before.places().len() + 1;
    builder.keep((before, place, None));
    go_to(builder, to);
    if matches!(change, Write::AddPhase | Write::AddSession | Write::AddVariant) {
        builder.pane = Pane::Fields;
    }
    model.message = told(change, to, took_in).map(str::to_owned);
    let Screen::Builder(builder) = &model.screen else { return Vec::new() };
    try_out(builder)
}

/// What a change did that is not plain to see.
const fn told(change: Write, to: Place, took_in: bool) -> Option<&'static str> {
    match (change, to, took_in) {
        (Write::Remove, ..) => Some("taken out; u brings it back"),
        (Write::AddPhase, Place::Phase(0), true) => Some("what was there is the first phase now; p adds the next"),
        (Write::AddSession, Place::Session(_, 0), true) => {
            Some("what was there is the first session now; n adds the next")
        }
        _ => None,
    }
}

const fn cannot(change: Write, place: Place) -> &'static str {
    match (change, place) {
        (Write::Remove, Place::Phase(_)) => "a program has at least one phase",
        (Write::AddSession, _) => "choose the phase that gets the session",
        (Write::Raise, _) => "it stands first already",
        (Write::Lower, _) => "it stands last already",
        _ => "this row cannot be changed like that",
    }
}

/// The last change taken back, or done again.
fn undo(model: &mut Model, again: bool) -> Vec<Effect> {
    let Screen::Builder(builder) = &mut model.screen else { return Vec::new() };
    let from = if again { &mut builder.redo } else { &mut builder.undo };
    let Some((form, place, key)) = from.pop() else {
        model.message = Some(if again { "nothing was taken back" } else { "nothing was changed" }.to_owned());
        return Vec::new();
    };
    let was = std::mem::replace(&mut builder.form, form);
    if again { &mut builder.undo } else { &mut builder.redo }.push((was, place, key));
    let there = builder.form.fields(place).is_some();
    go_to(builder, if there { place } else { Place::Head });
    if let Some(key) = key.filter(|key| builder.place.keys().contains(key)) {
        builder.field = key;
        builder.cursor = Cursor::end(builder.text());
    }
    try_out(builder)
}

/// What would be written, to be read before it is.
fn show_change(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::Builder(builder) = &mut model.screen else { return Vec::new() };
    if !builder.is_changed() && !builder.is_new {
        model.message = Some("nothing was changed: the file is as it was".to_owned());
        return Vec::new();
    }
    if !builder.tried.is_whole {
        model.message = Some("this cannot be written yet: see the problems".to_owned());
        return Vec::new();
    }
    let old = if builder.is_new && !builder.is_copy { "" } else { builder.base.as_str() };
    let lines = diff(old, &builder.tried.text);
    builder.pane = Pane::Review(Review { lines, scroll: 0, since: now });
    Vec::new()
}

fn review(model: &mut Model, action: Action) -> Vec<Effect> {
    let (end, page) = view::scroll_end(model);
    let Screen::Builder(builder) = &mut model.screen else { return Vec::new() };
    let Pane::Review(review) = &mut builder.pane else { return Vec::new() };
    let at = review.scroll.min(end);
    match action {
        Action::Up => review.scroll = at.saturating_sub(1),
        Action::Down => review.scroll = at.saturating_add(1).min(end),
        Action::PageUp => review.scroll = at.saturating_sub(page),
        Action::PageDown => review.scroll = at.saturating_add(page).min(end),
        Action::Back => builder.pane = Pane::Outline,
        Action::Write(Write::Confirm) => return save(builder, false),
        _ => {}
    }
    Vec::new()
}

fn save(builder: &Builder, over: bool) -> Vec<Effect> {
    vec![Effect::Builder(Ask::Save { form: Box::new(builder.form.clone()), over })]
}

fn changed(builder: &mut Builder, action: Action) -> Vec<Effect> {
    match action {
        Action::Write(Write::Over) => return save(builder, true),
        Action::Write(Write::Reload) => return vec![Effect::Builder(Ask::Reload)],
        Action::Back => builder.pane = Pane::Outline,
        _ => {}
    }
    Vec::new()
}

fn leaving(model: &mut Model, action: Action, now: Moment) -> Vec<Effect> {
    match action {
        Action::Write(Write::Review) => {
            // Where there is nothing to show yet, the list is where the problems are seen.
            if let Screen::Builder(builder) = &mut model.screen {
                builder.pane = Pane::Outline;
            }
            show_change(model, now)
        }
        Action::Write(Write::Drop) => leave(model),
        Action::Back => {
            if let Screen::Builder(builder) = &mut model.screen {
                builder.pane = Pane::Outline;
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Home again.
fn leave(model: &mut Model) -> Vec<Effect> {
    home::go_home(model);
    vec![Effect::Builder(Ask::Close), Effect::Refresh]
}

/// Ctrl-C: asks where something is not saved, the second time it ends.
pub(super) fn interrupt(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Screen::Builder(builder) = &mut model.screen else { return Vec::new() };
    if builder.is_changed() && !matches!(builder.pane, Pane::Leave(_)) {
        builder.pane = Pane::Leave(now);
        return Vec::new();
    }
    vec![Effect::Quit]
}

/// The world answered.
pub(super) fn hear(model: &mut Model, told: Told, now: Moment) {
    match told {
        Told::Opened(opened) => {
            model.overlays.clear();
            model.screen = Screen::Builder(Box::new(Builder::new(*opened)));
        }
        Told::Tried(tried) => {
            if let Screen::Builder(builder) = &mut model.screen {
                builder.hear(*tried);
            }
        }
        Told::Changed => {
            if let Screen::Builder(builder) = &mut model.screen {
                builder.pane = Pane::Changed(now);
            }
        }
        Told::Saved(saved) => {
            if let Screen::Builder(builder) = &mut model.screen {
                keep(builder, *saved, now);
            }
        }
    }
}

/// What was written is what the file says now; marks and places of what was open stay.
fn keep(builder: &mut Builder, saved: Saved, now: Moment) {
    (builder.is_new, builder.is_copy, builder.is_mended) = (false, false, false);
    builder.file = saved.path.clone();
    builder.base.clone_from(&saved.text);
    let program = builder.tried.program.clone();
    builder.form = saved.form.clone();
    builder.kept = saved.form.clone();
    // The forms before speak of the text before.
    builder.undo.clear();
    builder.redo.clear();
    builder.good = program.map(|program| (program, builder.form.clone()));
    if builder.form.fields(builder.place).is_none() {
        go_to(builder, Place::Head);
    }
    builder.pane = Pane::Saved(Box::new(saved), now);
}

/// Whether a key came too early to answer the question that is asked.
pub(super) const fn asked(builder: &Builder) -> Option<Moment> {
    match &builder.pane {
        Pane::Review(review) => Some(review.since),
        Pane::Changed(since) | Pane::Leave(since) | Pane::Saved(_, since) => Some(*since),
        Pane::Outline | Pane::Fields | Pane::Shelf(_) => None,
    }
}
