//! The program's own keys, then its exercises.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::time::Duration;

use chrono::NaiveDate;
use toml::de::{DeTable, DeValue};

use crate::domain::prescription::and_list;
use crate::domain::program::{Phase, Program};
use crate::domain::schedule::Schedule;
use crate::domain::text::{Clean, Id, NAME, TEXT};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::amounts::sets;
use crate::io::program_file::catalogue::Catalogue;
use crate::io::program_file::draft::{Draft, draft, rests, side};
use crate::io::program_file::exercise::Resolver;
use crate::io::program_file::keys::{DEFAULTS, EXERCISE, PROGRAM};
use crate::io::program_file::merge::Defaults;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::pain::pain;
use crate::io::program_file::remarks::{asks_pain, remarks};
use crate::io::program_file::schedule::schedule;
use crate::io::program_file::stages::Stages;
use crate::io::program_file::table::Table;
use crate::io::program_file::variants::{Variation, variants};
use crate::io::words::lexicon;

/// The longest gap between two sessions: a quarter of a year.
const LONGEST_GAP: Duration = Duration::from_hours(24 * 92);

/// A program, and where the sessions of each of its phases stand.
pub(super) type Read = (Program, Vec<Vec<Range<usize>>>);

/// Reads the whole program; nothing where it has an error.
pub(super) fn program<'a>(
    root: &'a DeTable<'a>,
    name: &str,
    catalogue: &Catalogue,
    notes: &'a Notes<'a>,
) -> Option<Read> {
    let table = Table::new(root, 0..0, PROGRAM, notes);
    format(&table);
    let title = title(&table);
    let language = language(&table).unwrap_or_else(|| Clean::name("en"));
    let english = language.to_lowercase().starts_with("en");
    let pain = pain(&table);
    let (defined, variants) = (defined(&table, english), variants(&table));
    let (phases, places, occurring) = stages(&table, catalogue, (&defined, &variants), (asks_pain(&pain.ask), english));
    let id = table.id("id").map(|at| at.value).or_else(|| id_of_file(name, notes));
    let program = Program {
        id: id?,
        title: title.unwrap_or_default(),
        summary: table.text("summary", TEXT),
        audience: table.text("audience", TEXT),
        author: table.text("author", TEXT),
        license: table.text("license", TEXT),
        version: table.text("version", TEXT),
        language,
        equipment: table.list("equipment").unwrap_or_default(),
        sources: table.list("sources").unwrap_or_default(),
        not_for: table.list("not_for").unwrap_or_default(),
        stop_if: table.list("stop_if").unwrap_or_default(),
        expect: table.text("expect", TEXT),
        review_by: date(&table),
        lighter_week: table.number("lighter_week", 2, 52).map(|at| at.value),
        schedule: table.parsed("schedule", "schedule", schedule).map_or(Schedule::DAILY, |at| at.value),
        gap: table.duration("gap", LONGEST_GAP),
        pain,
        variants: variants.iter().map(Variation::choice).collect(),
        phases,
    };
    for variant in &variants {
        variant.check(&occurring, &table);
    }
    table.finish();
    remarks(&program, &places, notes);
    Some((program, places))
}

/// The phases, where the sessions of each stand, and the ids of all their exercises.
fn stages(
    table: &Table<'_>,
    catalogue: &Catalogue,
    (defined, variants): (&BTreeMap<Id, Draft>, &[Variation]),
    (asks_pain, english): (bool, bool),
) -> (Vec<Phase>, Vec<Vec<Range<usize>>>, BTreeSet<Id>) {
    let notes = table.notes;
    let defaults = defaults(table);
    let resolver = Resolver { defined, defaults: defaults.clone(), variants, catalogue, notes };
    resolver.check_definitions();
    for other in variants.iter().flat_map(Variation::stand_ins).filter(|other| !resolver.knows(&other.value)) {
        resolver.unknown(other);
    }
    let (count, places, ids) = (0, Vec::new(), BTreeSet::new());
    let mut stages = Stages { defined, defaults, variants, catalogue, asks_pain, english, count, ids, places };
    let phases = stages.phases(table);
    (phases, stages.places, stages.ids)
}

/// The error of a file that was written for a newer soleus.
pub(super) fn newer_format(root: &DeTable<'_>) -> Option<Diagnostic> {
    let value = root.get("format")?;
    let number = value.get_ref().as_integer()?;
    let newer = u32::from_str_radix(number.as_str(), number.radix()).ok().is_some_and(|format| format > 1);
    newer.then(|| {
        let message = format!("format {} needs a newer soleus: this one reads format 1", number.as_str());
        Diagnostic::error("format", value.span(), message).help("update soleus")
    })
}

/// A BCP 47 tag: parts of letters and digits, the first of two or three letters.
fn language(table: &Table<'_>) -> Option<Clean> {
    let text = table.string("language")?;
    let mut parts = text.value.split('-');
    let first = parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()));
    let plain = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    if !first || !parts.all(plain) {
        let message = format!("`{}` is not the tag of a language", Clean::name(text.value));
        let help = "write \"en\" for English, \"de\" for German, \"pt-BR\" for the Portuguese of Brazil";
        table.notes.add(Diagnostic::error("language", text.span, message).help(help));
        return None;
    }
    if lexicon().known(text.value).is_none() {
        let tag = Clean::name(text.value);
        let message = format!("soleus has no words in `{tag}`: those around the texts of the program are English");
        let tables: Vec<String> = lexicon().tables().iter().map(|words| words.language().to_owned()).collect();
        let help =
            format!("the program's own texts are spoken as they are written; there are words in {}", and_list(&tables));
        table.notes.add(Diagnostic::note("language", text.span.clone(), message).help(help));
    }
    table.fitting("language", &text, NAME)
}

fn format(table: &Table<'_>) {
    let Some(value) = table.get("format") else { return };
    match value.get_ref().as_integer().map(toml::de::DeInteger::as_str) {
        Some("1") => {}
        Some(other) => {
            let message = format!("there is no format {other}: this soleus reads format 1");
            table.notes.add(Diagnostic::error("format", value.span(), message).help("write format = 1"));
        }
        None => table.wrong_type("format", value, "a whole number", "write format = 1"),
    }
}

fn title(table: &Table<'_>) -> Option<Clean> {
    if table.place_of("title").is_none() {
        let _asked = table.get("title");
        let problem = Diagnostic::error("missing-key", 0..0, "a program needs a `title`");
        table.notes.missing(problem.help("write title = \"Ankles, ten minutes\" above the first bracket"));
        return None;
    }
    table.text("title", NAME)
}

fn id_of_file(name: &str, notes: &Notes<'_>) -> Option<Id> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let id = Id::from_name(file.trim_end_matches(".txt").trim_end_matches(".toml"));
    if id.is_none() {
        let problem = Diagnostic::error("id", 0..0, "the file's name leaves no letter for an id");
        notes.add(problem.help("give the program an `id`"));
    }
    id
}

fn date(table: &Table<'_>) -> Option<NaiveDate> {
    let value = table.get("review_by")?;
    let written = match value.get_ref() {
        DeValue::Datetime(date) if date.time.is_none() => date.to_string(),
        DeValue::String(text) => text.to_string(),
        DeValue::Datetime(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Array(_)
        | DeValue::Table(_) => String::new(),
    };
    let date = NaiveDate::parse_from_str(&written, "%Y-%m-%d").ok();
    if date.is_none() {
        let problem = Diagnostic::error("date", value.span(), "`review_by` takes a day");
        table.notes.add(problem.help("write it like review_by = 2027-03-31"));
    }
    date
}

/// The defaults of a program or of a phase.
pub(super) fn defaults(table: &Table<'_>) -> Defaults {
    let help = "write [defaults] on a line of its own, its keys below";
    let Some(table) = table.sub("defaults", DEFAULTS, help) else { return Defaults::default() };
    let defaults = Defaults { sets: sets(&table), side: side(&table), rests: rests(&table) };
    table.finish();
    defaults
}

fn defined(table: &Table<'_>, english: bool) -> BTreeMap<Id, Draft> {
    let Some(value) = table.get("define") else { return BTreeMap::new() };
    let Some(defined) = value.get_ref().as_table() else {
        table.wrong_type("define", value, "tables", "write [define.my-raise] on a line of its own, its keys below");
        return BTreeMap::new();
    };
    let mut drafts = BTreeMap::new();
    for (name, value) in defined {
        let Some(id) = Id::new(name.get_ref()) else {
            let message = format!("`{}` is not an id: a to z, 0 to 9 and `-`", Clean::name(name.get_ref()));
            table.notes.error("id", name.span(), message);
            continue;
        };
        match value.get_ref().as_table() {
            Some(inner) => {
                let what = Table::new(inner, name.span(), EXERCISE, table.notes);
                let read = draft(what, english);
                if let Some(own) = &read.id {
                    let message = format!("the id of a definition is the name in its bracket: `{id}`");
                    table.notes.add(Diagnostic::error("id", own.span.clone(), message).help("take `id` out"));
                }
                drafts.insert(id, read);
            }
            None => table.wrong_type("define", value, "tables", format!("write [define.{id}], its keys below")),
        }
    }
    drafts
}
