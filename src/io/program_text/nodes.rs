//! The tables of a document in the order of the form: stages, sessions, exercises, however they are written.

use toml_edit::{Item, TableLike};

use crate::domain::form::{
    EXERCISE, ExerciseForm, Form, HEAD, PHASE, PhaseForm, SESSION, SessionForm, VARIANT, VariantForm,
};
use crate::io::program_text::fields::read;

/// The three lists that hold the work; exactly one of them stands in a table.
pub(super) const LISTS: [&str; 3] = ["exercise", "session", "phase"];

/// The tables of a list: blocks or braces.
pub(super) fn tables<'a>(table: &'a dyn TableLike, name: &str) -> Vec<&'a dyn TableLike> {
    match table.get(name) {
        Some(Item::ArrayOfTables(blocks)) => blocks.iter().map(|table| table as &dyn TableLike).collect(),
        Some(Item::Value(value)) => {
            let braces = value.as_array().into_iter().flatten().filter_map(|value| value.as_inline_table());
            braces.map(|table| table as &dyn TableLike).collect()
        }
        Some(Item::None | Item::Table(_)) | None => Vec::new(),
    }
}

/// Sessions and exercises are counted through the whole document.
#[derive(Default)]
struct Counts {
    sessions: usize,
    exercises: usize,
}

/// The form of a document.
pub(super) fn form(root: &dyn TableLike) -> Form {
    let (head, also) = read(root, HEAD, &[&LISTS[..], &["variant"]].concat());
    let variant = |(n, table): (usize, &dyn TableLike)| {
        let (fields, also) = read(table, VARIANT, &[]);
        VariantForm { from: Some(n), fields, also }
    };
    let variants = tables(root, "variant").into_iter().enumerate().map(variant).collect();
    let mut counts = Counts::default();
    let phased = root.contains_key("phase");
    let mut stages: Vec<PhaseForm> = if phased {
        let tables = tables(root, "phase");
        tables.iter().enumerate().map(|(n, table)| phase(*table, Some(n), &mut counts)).collect()
    } else {
        vec![phase(root, None, &mut counts)]
    };
    if stages.is_empty() {
        stages.push(PhaseForm { sessions: vec![SessionForm::default()], ..PhaseForm::default() });
    }
    Form { head, variants, phased, phases: stages, also }
}

fn phase(table: &dyn TableLike, from: Option<usize>, counts: &mut Counts) -> PhaseForm {
    // Without stages the program's table stands for the one there is, and its fields are the program's.
    let (fields, also) = from.map(|_| read(table, PHASE, &LISTS)).unwrap_or_default();
    let split = table.contains_key("session");
    let mut sessions: Vec<SessionForm> = if split {
        tables(table, "session").iter().map(|table| session(*table, true, counts)).collect()
    } else {
        vec![session(table, false, counts)]
    };
    if sessions.is_empty() {
        sessions.push(SessionForm::default());
    }
    PhaseForm { from, fields, split, sessions, also }
}

fn session(table: &dyn TableLike, written: bool, counts: &mut Counts) -> SessionForm {
    let from = written.then_some(counts.sessions);
    counts.sessions += usize::from(written);
    let (fields, also) = from.map(|_| read(table, SESSION, &LISTS)).unwrap_or_default();
    let exercises = tables(table, "exercise").iter().map(|table| exercise(*table, counts)).collect();
    SessionForm { from, fields, exercises, also }
}

fn exercise(table: &dyn TableLike, counts: &mut Counts) -> ExerciseForm {
    let (fields, also) = read(table, EXERCISE, &[]);
    let from = counts.exercises;
    counts.exercises += 1;
    ExerciseForm { from: Some(from), mark: u32::try_from(from).unwrap_or(u32::MAX), fields, also }
}
