//! The catalogue of exercises, as drafts: what `use` looks up.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use crate::domain::exercise::Exercise;
use crate::domain::text::Id;
use crate::io::diagnostic::{Diagnostic, Source};
use crate::io::program_file::draft::{Draft, draft};
use crate::io::program_file::exercise::Resolver;
use crate::io::program_file::keys::EXERCISE;
use crate::io::program_file::merge::Defaults;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::{At, Table};

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
        let read = draft(Table::new(root.get_ref(), 0..0, EXERCISE, &notes), true);
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

    /// An entry as an exercise, what it leaves open from the built-in; nothing where there is no such entry, or where
    /// it does not say what a set is.
    pub fn exercise(&self, id: &Id) -> Option<Exercise> {
        self.entries.get(id)?;
        let source = Source::new("", "");
        let notes = Notes::new(&source, BTreeSet::new());
        let (defined, defaults) = (BTreeMap::new(), Defaults::default());
        let resolver = Resolver { defined: &defined, defaults, variants: &[], catalogue: self, notes: &notes };
        let used = Draft { uses: Some(At { value: id.clone(), span: 0..0 }), ..Draft::default() };
        resolver.exercise(&used, 1).map(|placed| placed.exercise)
    }

    /// Every entry as an exercise, in alphabetical order of the ids.
    pub fn exercises(&self) -> impl Iterator<Item = Exercise> {
        self.ids().filter_map(|id| self.exercise(id))
    }
}
