//! A row of the table, and how it is shown.

use crate::tui::key::KeyPress;
use crate::tui::keymap::{Action, Context};

/// A row of the table: these keys mean this in these contexts.
#[derive(Debug)]
pub struct Row {
    /// Where.
    pub contexts: &'static [Context],
    /// Any of them.
    pub keys: &'static [KeyPress],
    /// What it does.
    pub does: Does,
    /// Words for the footer; empty where the row is not shown there.
    pub short: &'static str,
    /// Words for the help.
    pub long: &'static str,
}

/// What a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// One action.
    One(Action),
    /// The score is the key's place in the row.
    Score,
    /// The choice is the key's place in the row.
    Choice,
    /// Each key is typed.
    Type,
}

impl Row {
    /// Whether the row holds in any of these contexts.
    pub fn holds(&self, contexts: &[Context]) -> bool {
        self.contexts.iter().any(|context| contexts.contains(context))
    }

    /// Its keys as they are shown.
    pub fn label(&self) -> String {
        match self.does {
            Does::Score => return "0-9 +".to_owned(),
            Does::Choice => return "0-9".to_owned(),
            Does::Type => return "0-9 .".to_owned(),
            Does::One(_) => {}
        }
        let names: Vec<String> = self.keys.iter().map(ToString::to_string).collect();
        names.join("/")
    }

    /// The first of its keys as it is shown: the footer has little room.
    pub fn first_label(&self) -> String {
        match self.does {
            Does::One(_) => self.keys.first().map_or_else(String::new, ToString::to_string),
            Does::Score | Does::Choice | Does::Type => self.label(),
        }
    }
}
