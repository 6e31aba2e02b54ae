//! The help of all commands: what is used every day first, the rest in groups.
//!
//! The groups are names alone: what a command is for is said by the command itself. A command that is in no group is
//! shown all the same, and a test asks for its place.

use std::ffi::OsString;

use clap::{Command, CommandFactory as _, FromArgMatches as _};

use crate::cli::Arguments;

/// The groups in their order.
pub const GROUPS: [(&str, &[&str]); 5] = [
    ("Every day", &["play", "list", "due", "morning", "log", "history", "why", "report"]),
    (
        "Programs and the player",
        &["which", "start", "stop", "back", "timer", "show", "figure", "streak", "remind", "sound-test"],
    ),
    (
        "For those who write programs",
        &["new", "edit", "preview", "check", "explain", "exercises", "add", "handout", "schema", "sources"],
    ),
    ("History and housekeeping", &["pause", "mend", "void", "undo", "export", "import", "ics"]),
    ("Help", &["help"]),
];

/// The commands that stand in no group.
pub const REST: &str = "More";

/// Reads the command line.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, clap::Error> {
    let mut command = command();
    let matches = command.try_get_matches_from_mut(arguments)?;
    Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// The command line with its help in groups.
pub fn command() -> Command {
    let command = Arguments::command();
    let listed = listed(&command);
    command.help_template(format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{listed}Options:\n{{options}}{{after-help}}"
    ))
}

/// The groups with their commands, a line each.
fn listed(command: &Command) -> String {
    let mut command = command.clone();
    command.build();
    let shown = || command.get_subcommands().filter(|one| !one.is_hide_set());
    let width = shown().map(|one| one.get_name().len()).max().unwrap_or(0);
    let line = |one: &Command| {
        let about = one.get_about().map(ToString::to_string).unwrap_or_default();
        format!("  {:<width$}  {}\n", one.get_name(), about.replace(['{', '}'], ""))
    };
    let mut text = String::new();
    for (title, names) in GROUPS {
        let lines = names.iter().filter_map(|name| shown().find(|one| one.get_name() == *name)).map(line);
        text.push_str(&format_group(title, lines));
    }
    let placed = |name: &str| GROUPS.iter().any(|(_, names)| names.contains(&name));
    text.push_str(&format_group(REST, shown().filter(|one| !placed(one.get_name())).map(line)));
    text
}

fn format_group(title: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("{title}:\n{lines}\n") }
}
