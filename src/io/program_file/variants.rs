//! Variants of a program: other exercises in the place of the written ones, or none.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::domain::program::Variant;
use crate::domain::text::{Clean, Id, NAME};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::guess::nearest;
use crate::io::program_file::keys::VARIANT;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::{At, Table};

/// How something is replaced.
const REPLACE: &str = "write replace = { heel-drop-straight = \"heel-lower-floor\" }";
/// How something is left out.
const LEAVE_OUT: &str = "write leave_out = [\"calf-stretch-straight\"]";
/// The most variants of a program.
const MOST_VARIANTS: usize = 12;

/// A variant, what it replaces and what it leaves out.
pub(super) struct Variation {
    pub(super) id: Id,
    title: Clean,
    /// By the replaced exercise's id: its place, and what stands in for it.
    replace: BTreeMap<Id, (Range<usize>, At<Id>)>,
    /// The ids of the exercises that are left out, with their places.
    leave_out: BTreeMap<Id, Range<usize>>,
}

/// Reads the variants of a program.
pub(super) fn variants(table: &Table<'_>) -> Vec<Variation> {
    let mut read: Vec<(Variation, Range<usize>)> = Vec::new();
    for block in table.blocks("variant", MOST_VARIANTS).unwrap_or_default() {
        let help = "write [[variant]], its keys below";
        let Some(inner) = table.sub_of("variant", block, VARIANT, help) else { continue };
        let place = inner.place_of("id").unwrap_or_else(|| inner.span.clone());
        let (id, title) = (inner.id("id"), inner.text("title", NAME));
        let (replace, leave_out) = (replace(&inner), leave_out(&inner));
        let lacks = |what: &str, help: &str| {
            let problem = Diagnostic::error("missing-key", inner.span.clone(), format!("a variant needs {what}"));
            inner.notes.missing(problem.help(help));
        };
        for (key, example) in
            [("id", "id = \"floor-level\""), ("title", "title = \"My pain is at the heel bone itself\"")]
        {
            if inner.place_of(key).is_none() {
                lacks(&format!("`{key}`"), &format!("write {example}"));
            }
        }
        if inner.place_of("replace").is_none() && inner.place_of("leave_out").is_none() {
            lacks("`replace`, `leave_out` or both", REPLACE);
        }
        twice(&replace, &leave_out, table);
        inner.finish();
        let before = id.as_ref().and_then(|id| read.iter().find(|(other, _)| other.id == id.value));
        if let (Some(id), Some((_, first))) = (&id, before) {
            let message = format!("two variants have the id `{}`", id.value);
            let problem = Diagnostic::error("duplicate-id", id.span.clone(), message).also(first.clone(), "the first");
            table.notes.add(problem.help(format!("give this one another: id = \"{}-2\"", id.value)));
        }
        // Without an id the program is refused; what it replaces is judged all the same.
        let id = id.map(|at| at.value).or_else(|| Id::from_name(&format!("variant {}", read.len() + 1)));
        read.extend(id.map(|id| (Variation { id, title: title.unwrap_or_default(), replace, leave_out }, place)));
    }
    read.into_iter().map(|(variation, _)| variation).collect()
}

fn replace(table: &Table<'_>) -> BTreeMap<Id, (Range<usize>, At<Id>)> {
    let Some(value) = table.get("replace") else { return BTreeMap::new() };
    let Some(inner) = value.get_ref().as_table() else {
        table.wrong_type("replace", value, "a table of exercises", REPLACE);
        return BTreeMap::new();
    };
    if inner.is_empty() {
        let problem = Diagnostic::error("missing-key", value.span(), "this variant replaces nothing");
        table.notes.missing(problem.help(REPLACE));
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

/// The ids of what is left out, with their places.
fn leave_out(table: &Table<'_>) -> BTreeMap<Id, Range<usize>> {
    let Some(value) = table.get("leave_out") else { return BTreeMap::new() };
    let Some(items) = value.get_ref().as_array() else {
        table.wrong_type("leave_out", value, "a list of exercises", LEAVE_OUT);
        return BTreeMap::new();
    };
    if items.is_empty() {
        let problem = Diagnostic::error("missing-key", value.span(), "this variant leaves out nothing");
        table.notes.missing(problem.help(LEAVE_OUT));
    }
    let texts = items.iter().filter_map(|item| table.string_of("leave_out", item));
    texts.filter_map(|text| table.id_of(&text)).map(|at| (at.value, at.span)).collect()
}

/// Reports what is replaced and left out at once.
fn twice(replace: &BTreeMap<Id, (Range<usize>, At<Id>)>, leave_out: &BTreeMap<Id, Range<usize>>, table: &Table<'_>) {
    for (id, span) in leave_out {
        let Some((first, _)) = replace.get(id) else { continue };
        let message = format!("this variant replaces `{id}` and leaves it out");
        let problem = Diagnostic::error("replace", span.clone(), message).also(first.clone(), "replaced here");
        table.notes.add(problem.help("take one of the two out"));
    }
}

impl Variation {
    /// Whether the variant leaves an exercise out.
    pub(super) fn leaves_out(&self, exercise: &Id) -> bool {
        self.leave_out.contains_key(exercise)
    }

    /// Reports that of a session with these exercises nothing would be left.
    pub(super) fn leaves_some<'a>(&self, exercises: impl Iterator<Item = &'a Id>, notes: &Notes<'_>) {
        let exercises: Vec<&Id> = exercises.collect();
        let Some(span) = exercises.last().and_then(|last| self.leave_out.get(*last)) else { return };
        if exercises.iter().all(|exercise| self.leaves_out(exercise)) {
            let message = format!("variant `{}` leaves out every exercise of a session", self.id);
            let problem = Diagnostic::error("nothing-left", span.clone(), message);
            notes.add(problem.help("leave one of them in, or let something stand in for it with `replace`"));
        }
    }

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

    /// Reports what is replaced or left out and does not occur in the program.
    pub(super) fn check(&self, occurring: &BTreeSet<Id>, table: &Table<'_>) {
        let replaced = self.replace.iter().map(|(id, (span, _))| (id, span, "replaced"));
        let named = replaced.chain(self.leave_out.iter().map(|(id, span)| (id, span, "left out")));
        for (id, span, what) in named.filter(|(id, ..)| !occurring.contains(*id)) {
            let known = occurring.iter().map(Id::as_str);
            let help = match nearest(id.as_str(), known) {
                Some(near) => format!("did you mean {near}?"),
                None => "name the exercise by its id in this program".to_owned(),
            };
            let message = format!("no exercise of this program has the id `{id}`, so nothing is {what}");
            table.notes.missing(Diagnostic::error("replace", span.clone(), message).help(help));
        }
    }
}
