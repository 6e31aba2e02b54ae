//! The reference of every key, as Markdown for the guide.

use crate::io::schema::{Key, Missing, TABLES, Table};

/// A heading and a table of its keys for every table of the format.
pub fn reference() -> String {
    TABLES.iter().map(section).collect::<Vec<_>>().join("\n")
}

fn section(table: &Table) -> String {
    let rows: String = table.keys.iter().map(row).collect();
    let rules = rules(table);
    format!(
        "### {}\n\n{}{rules}\n\n| key | takes | if missing | meaning | example |\n|---|---|---|---|---|\n{rows}",
        table.head, table.meaning
    )
}

/// What is asked of the table as a whole.
fn rules(table: &Table) -> String {
    let mut rules = Vec::new();
    if !table.any_of.is_empty() {
        rules.push(format!(" It has one of these at least: {}.", lists(table.any_of)));
    }
    if !table.one_of.is_empty() {
        rules.push(format!(" It has exactly one of {}.", joined(&quoted(table.one_of), "and")));
    }
    let apart = table.never_beside.iter();
    rules.extend(apart.map(|(key, others)| format!(" `{key}` never stands beside {}.", joined(&quoted(others), "or"))));
    let beside = table.beside.iter();
    rules.extend(beside.map(|(key, others)| format!(" `{key}` needs one of these beside it: {}.", lists(others))));
    rules.concat()
}

/// `a`; `b` and `c`: lists of keys, one of which is enough.
fn lists(lists: &[&[&str]]) -> String {
    let lists: Vec<String> = lists.iter().map(|list| joined(&quoted(list), "and")).collect();
    lists.join("; ")
}

fn quoted(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

fn joined(parts: &[String], word: &str) -> String {
    match parts {
        [front @ .., last] if !front.is_empty() => format!("{} {word} {last}", front.join(", ")),
        parts => parts.concat(),
    }
}

fn row(key: &Key) -> String {
    let missing = match key.missing {
        Missing::Nothing => String::new(),
        Missing::Refused => "an error".to_owned(),
        Missing::Value(written) => format!("`{written}`"),
        Missing::Words(words) => words.to_owned(),
    };
    let examples: Vec<String> = key.examples.iter().map(|written| format!("`{} = {written}`", key.name)).collect();
    format!("| `{}` | {} | {missing} | {} | {} |\n", key.name, key.takes.words(), key.meaning, examples.join("<br>"))
}
