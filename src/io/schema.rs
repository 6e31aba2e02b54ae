//! The format as a table of its keys: what each takes, what holds where it is missing, what it means, how it looks.
//!
//! Written once, read twice: the JSON schema for editors ([`json_schema`]) and the reference of the guide
//! ([`reference()`]). Tests keep the table in step with what the reader asks for, key by key.

mod exercise;
mod json;
mod node;
mod patterns;
mod program;
mod reference;
mod takes;

pub use json::json_schema;
pub use reference::reference;
pub use takes::Takes;

/// A table of the format.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The reader's name for it.
    pub name: &'static str,
    /// Its heading in the reference.
    pub head: &'static str,
    /// What it is, and how it is written.
    pub meaning: &'static str,
    /// Its keys, the commonest first.
    pub keys: &'static [Key],
    /// The keys of at least one of these must stand in it; empty where nothing of the kind is asked.
    pub any_of: &'static [&'static [&'static str]],
    /// Exactly one of these must stand in it.
    pub one_of: &'static [&'static str],
    /// At least one key must stand in it.
    pub is_never_empty: bool,
    /// A key, and those that may not stand beside it.
    pub never_beside: &'static [(&'static str, &'static [&'static str])],
    /// A key, and the keys that must stand beside it: those of at least one of some lists.
    pub beside: &'static [(&'static str, &'static [&'static [&'static str]])],
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// What holds where it is missing.
    pub missing: Missing,
    /// What it means, in a sentence or two.
    pub meaning: &'static str,
    /// Values as they are written, at least one.
    pub examples: &'static [&'static str],
}

/// What holds where a key is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing: the key may be left out.
    Nothing,
    /// It must be there.
    Refused,
    /// This value, as it is written.
    Value(&'static str),
    /// Something that is no value, in words.
    Words(&'static str),
}

/// Every table of the format, in the order of the reference.
pub const TABLES: [Table; 12] = [
    program::PROGRAM,
    program::PAIN,
    program::DEFAULTS,
    program::VARIANT,
    program::SESSION,
    program::PHASE,
    program::ADVANCE_WHEN,
    program::BACK_WHEN,
    exercise::EXERCISE,
    exercise::PROGRESS,
    exercise::ONLY_IF,
    exercise::SIDE_DOSE,
];

/// The table of a name.
pub fn table(name: &str) -> Option<&'static Table> {
    const ALL: &[Table; 12] = &TABLES;
    ALL.iter().find(|table| table.name == name)
}

impl Table {
    /// A table of which nothing is asked but what its keys say.
    const fn new(name: &'static str, head: &'static str, meaning: &'static str, keys: &'static [Key]) -> Self {
        Self {
            name,
            head,
            meaning,
            keys,
            any_of: &[],
            one_of: &[],
            is_never_empty: false,
            never_beside: &[],
            beside: &[],
        }
    }
}

/// A key in one line.
const fn key(
    name: &'static str,
    takes: Takes,
    missing: Missing,
    meaning: &'static str,
    examples: &'static [&'static str],
) -> Key {
    Key { name, takes, missing, meaning, examples }
}
