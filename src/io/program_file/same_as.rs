//! A phase with the sessions of one that stands above it: the same exercises, on other days or for another time.

use std::ops::Range;

use crate::domain::program::{Phase, Session};
use crate::domain::text::Clean;
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::guess::nearest;
use crate::io::program_file::table::Table;

/// The sessions of the phase that is named, and the place of the key.
pub(super) fn same_as(table: &Table<'_>, before: &[Phase]) -> Option<(Vec<Session>, Range<usize>)> {
    let said = table.string("same_as")?;
    let place = table.place_of("same_as").unwrap_or_else(|| said.span.clone());
    if let Some(defaults) = table.place_of("defaults") {
        let message = "`defaults` changes nothing beside `same_as`: the exercises are those of the other phase";
        let problem = Diagnostic::error("same-as", defaults, message).also(place.clone(), "taken from there");
        table.notes.add(problem.help("take it out, or write the exercises here"));
    }
    let is_named = |phase: &&Phase| phase.title.as_ref().is_some_and(|title| title.as_str() == said.value.trim());
    let Some(phase) = before.iter().find(is_named) else {
        let titles = before.iter().filter_map(|phase| phase.title.as_deref());
        let near = nearest(said.value, titles).map(|near| format!("did you mean \"{near}\"?"));
        let help = "name a phase that stands above this one, by its title".to_owned();
        let message = format!("no phase above this one is called `{}`", Clean::name(said.value));
        table.notes.add(Diagnostic::error("same-as", said.span, message).help(near.unwrap_or(help)));
        return None;
    };
    Some((phase.sessions.clone(), place))
}
