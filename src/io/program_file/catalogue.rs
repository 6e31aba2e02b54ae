//! The catalogue of exercises, as drafts: what `use` looks up.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use crate::domain::text::Id;
use crate::io::diagnostic::{Diagnostic, Source};
use crate::io::program_file::draft::{Draft, draft};
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::Table;

/// Exercises by their ids.
#[derive(Debug, Default)]
pub struct Catalogue {
    entries: BTreeMap<Id, Draft>,
}

impl Catalogue {
    /// Reads one entry and takes it in, if it has no error; its problems come back with the source.
    pub fn add(&mut self, id: &str, source: &Source) -> Vec<Diagnostic> {
        let (root, errors) = DeTable::parse_recoverable(source.text());
        let notes = Notes::new(source, BTreeSet::new());
        for error in errors {
            notes.error("syntax", error.span().unwrap_or_default(), error.message());
        }
        let read = draft(Table::new(root.get_ref(), 0..0, "a catalogue entry", &notes), true);
        let problems = notes.into_problems();
        if let (Some(id), false) = (Id::new(id), problems.iter().any(Diagnostic::is_error)) {
            self.entries.insert(id, read);
        }
        problems
    }

    pub(super) fn get(&self, id: &Id) -> Option<&Draft> {
        self.entries.get(id)
    }

    /// The ids, in alphabetical order.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        self.entries.keys()
    }
}
