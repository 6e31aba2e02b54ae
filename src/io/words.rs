//! The words of every language, read from the tables that are built in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use toml::{Table, Value};

use crate::domain::lexicon::{Lexicon, Motion, Words};
use crate::domain::text::Clean;

/// Primary tag and table of each language; English first, since it stands in for all that are not here.
const TABLES: [(&str, &str); 7] = [
    ("en", include_str!("../../assets/words/en.toml")),
    ("de", include_str!("../../assets/words/de.toml")),
    ("fr", include_str!("../../assets/words/fr.toml")),
    ("es", include_str!("../../assets/words/es.toml")),
    ("nl", include_str!("../../assets/words/nl.toml")),
    ("it", include_str!("../../assets/words/it.toml")),
    ("pt", include_str!("../../assets/words/pt.toml")),
];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let english = TABLES.first().map(|(_, text)| table(text)).unwrap_or_default();
    Lexicon::new(TABLES.iter().map(|(tag, text)| words(tag, &table(text), &english)).collect())
});

/// The words of every language; read once.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// A table of this binary: that it can be read is a test.
fn table(text: &str) -> Table {
    text.parse().unwrap_or_default()
}

fn words(tag: &str, table: &Table, english: &Table) -> Words {
    let mut texts = BTreeMap::new();
    flatten("", table, &mut texts);
    // A tempo may be written with the verbs of the catalogue in any language.
    let mut motions = verbs(english);
    motions.extend(verbs(table));
    Words::new(Clean::name(tag), texts, motions)
}

/// `reps.one` for the key `one` of the table `reps`; lists are no texts.
fn flatten(before: &str, table: &Table, texts: &mut BTreeMap<String, Clean>) {
    for (key, value) in table {
        let key = format!("{before}{key}");
        match value {
            Value::String(text) => {
                texts.insert(key, Clean::text(text));
            }
            Value::Table(inner) => flatten(&format!("{key}."), inner, texts),
            _ => {}
        }
    }
}

fn verbs(table: &Table) -> BTreeMap<String, Motion> {
    let ways = [("raise", Motion::Raise), ("lower", Motion::Lower), ("hold", Motion::Stay)];
    let list = |way: &str| table.get("verbs").and_then(|verbs| verbs.get(way)).and_then(Value::as_array);
    let all = ways.into_iter().flat_map(|(way, motion)| {
        list(way).into_iter().flatten().filter_map(Value::as_str).map(move |verb| (verb.to_owned(), motion))
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read() {
        for (tag, text) in TABLES {
            let table: Result<Table, _> = text.parse();
            assert!(table.is_ok(), "{tag}: {table:?}");
            assert!(verbs(&table.unwrap()).values().any(|motion| *motion == Motion::Stay), "{tag}");
        }
    }

    #[test]
    fn no_two_languages_are_the_same() {
        let words = |key: &str| lexicon().tables().iter().map(|words| words.raw(key).to_owned()).collect::<Vec<_>>();
        for key in ["halfway", "change_sides", "last_rep", "session_over"] {
            let mut all = words(key);
            all.sort();
            all.dedup();
            assert_eq!(all.len(), TABLES.len(), "{key}");
        }
    }
}
