//! Variants of a program: other exercises in the place of the written ones.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::domain::program::Variant;
use crate::domain::text::{Clean, Id, NAME};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::guess::nearest;
use crate::io::program_file::keys::VARIANT;
use crate::io::program_file::table::{At, Table};

/// The most variants of a program.
const MOST_VARIANTS: usize = 12;

/// A variant, and what it replaces.
pub(super) struct Variation {
    pub(super) id: Id,
    title: Clean,
    /// By the replaced exercise's id: its place, and what stands in for it.
    replace: BTreeMap<Id, (Range<usize>, At<Id>)>,
}

/// Reads the variants of a program.
pub(super) fn variants(table: &Table<'_>) -> Vec<Variation> {
    let mut read: Vec<(Variation, Range<usize>)> = Vec::new();
    for block in table.blocks("variant", MOST_VARIANTS).unwrap_or_default() {
        let help = "write [[variant]], its keys below";
        let Some(inner) = table.sub_of("variant", block, VARIANT, help) else { continue };
        let place = inner.place_of("id").unwrap_or_else(|| inner.span.clone());
        let (id, title, replace) = (inner.id("id"), inner.text("title", NAME), replace(&inner));
        for (key, example) in [
            ("id", "id = \"floor-level\""),
            ("title", "title = \"My pain is at the heel bone itself\""),
            ("replace", "replace = { heel-drop-straight = \"heel-lower-floor\" }"),
        ] {
            if inner.place_of(key).is_none() {
                let problem = Diagnostic::error("missing-key", inner.span.clone(), format!("a variant needs `{key}`"));
                inner.notes.missing(problem.help(format!("write {example}")));
            }
        }
        inner.finish();
        let before = id.as_ref().and_then(|id| read.iter().find(|(other, _)| other.id == id.value));
        if let (Some(id), Some((_, first))) = (&id, before) {
            let message = format!("two variants have the id `{}`", id.value);
            let problem = Diagnostic::error("duplicate-id", id.span.clone(), message).also(first.clone(), "the first");
            table.notes.add(problem.help(format!("give this one another: id = \"{}-2\"", id.value)));
        }
        // Without an id the program is refused; what it replaces is judged all the same.
        let id = id.map(|at| at.value).or_else(|| Id::from_name(&format!("variant {}", read.len() + 1)));
        read.extend(id.map(|id| (Variation { id, title: title.unwrap_or_default(), replace }, place)));
    }
    read.into_iter().map(|(variation, _)| variation).collect()
}

fn replace(table: &Table<'_>) -> BTreeMap<Id, (Range<usize>, At<Id>)> {
    let Some(value) = table.get("replace") else { return BTreeMap::new() };
    let help = "write replace = { heel-drop-straight = \"heel-lower-floor\" }";
    let Some(inner) = value.get_ref().as_table() else {
        table.wrong_type("replace", value, "a table of exercises", help);
        return BTreeMap::new();
    };
    if inner.is_empty() {
        let problem = Diagnostic::error("missing-key", value.span(), "this variant replaces nothing");
        table.notes.missing(problem.help(help));
    }
    let mut pairs = BTreeMap::new();
    for (name, value) in inner {
        let Some(id) = Id::new(name.get_ref()) else {
            let message = format!("`{}` is not an id: a to z, 0 to 9 and `-`", Clean::name(name.get_ref()));
            table.notes.error("id", name.span(), message);
            continue;
        };
        let text = table.string_of(name.get_ref(), value);
        if let Some(other) = text.and_then(|text| table.id_of(&text)) {
            pairs.insert(id, (name.span(), other));
        }
    }
    pairs
}

impl Variation {
    /// What stands in for an exercise, where anything does.
    pub(super) fn instead_of(&self, exercise: &Id) -> Option<&At<Id>> {
        self.replace.get(exercise).map(|(_, other)| other)
    }

    /// What is chosen from at enrolment.
    pub(super) fn choice(&self) -> Variant {
        Variant { id: self.id.clone(), title: self.title.clone() }
    }

    /// What stands in for something, with its place.
    pub(super) fn stand_ins(&self) -> impl Iterator<Item = &At<Id>> {
        self.replace.values().map(|(_, other)| other)
    }

    /// Reports what is replaced and does not occur in the program.
    pub(super) fn check(&self, occurring: &BTreeSet<Id>, table: &Table<'_>) {
        for (id, (span, _)) in self.replace.iter().filter(|(id, _)| !occurring.contains(*id)) {
            let known = occurring.iter().map(Id::as_str);
            let help = match nearest(id.as_str(), known) {
                Some(near) => format!("did you mean {near}?"),
                None => "name the exercise by its id in this program".to_owned(),
            };
            let message = format!("no exercise of this program has the id `{id}`, so nothing is replaced");
            table.notes.missing(Diagnostic::error("replace", span.clone(), message).help(help));
        }
    }
}
