//! The program's own keys, then its exercises.

use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Duration;

use chrono::NaiveDate;
use toml::de::{DeTable, DeValue};

use crate::domain::exercise::{Exercise, Work};
use crate::domain::program::{PainQuestion, PainRule, Phase, Program, Session};
use crate::domain::schedule::Schedule;
use crate::domain::text::{Clean, Id, NAME, TEXT};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::catalogue::Catalogue;
use crate::io::program_file::draft::{Draft, draft, rests, sets, side};
use crate::io::program_file::exercise::{Resolver, unique};
use crate::io::program_file::guess::nearest;
use crate::io::program_file::merge::Defaults;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::schedule::schedule;
use crate::io::program_file::table::{At, PROGRAM, Table};

/// Keys of the format that this version refuses.
const NOT_YET: [&str; 3] = ["variant", "session", "phase"];
/// The most exercises of a session.
const MOST_EXERCISES: usize = 200;
/// The longest gap between two sessions: a quarter of a year.
const LONGEST_GAP: Duration = Duration::from_hours(24 * 92);

/// Reads the whole program; nothing where it has an error.
pub(super) fn program<'a>(
    root: &'a DeTable<'a>,
    name: &str,
    catalogue: &Catalogue,
    notes: &'a Notes<'a>,
) -> Option<Program> {
    let table = Table::new(root, 0..0, PROGRAM, notes);
    format(&table);
    let title = title(&table);
    let language = language(&table).unwrap_or_else(|| Clean::name("en"));
    let english = language.to_lowercase().starts_with("en");
    let defaults = defaults(&table);
    let defined = defined(&table, english);
    let resolver = Resolver { defined, defaults, catalogue, notes };
    resolver.check_definitions();
    let exercises = exercises(&table, &resolver, english);
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
        schedule: table.parsed("schedule", "schedule", schedule).map_or(Schedule::DAILY, |at| at.value),
        gap: table.duration("gap", LONGEST_GAP),
        pain: pain(&table),
        variants: Vec::new(),
        phases: vec![Phase { sessions: vec![Session { exercises, ..Session::default() }], ..Phase::default() }],
    };
    table.not_yet(&NOT_YET);
    table.finish();
    remarks(&program, notes);
    Some(program)
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
    if table.keys.get("title").is_none() {
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

/// A table under a key, with its span and its words.
fn sub<'a>(table: &Table<'a>, key: &'static str, what: &'static str) -> Option<Table<'a>> {
    let value = table.get(key)?;
    let Some(inner) = value.get_ref().as_table() else {
        table.wrong_type(key, value, "a table", format!("write [{key}] on a line of its own, its keys below"));
        return None;
    };
    Some(Table::new(inner, value.span(), what, table.notes))
}

fn defaults(table: &Table<'_>) -> Defaults {
    let Some(table) = sub(table, "defaults", "`defaults`") else { return Defaults::default() };
    let defaults = Defaults { sets: sets(&table), side: side(&table), rests: rests(&table) };
    table.finish();
    defaults
}

fn pain(table: &Table<'_>) -> PainRule {
    let mut rule = PainRule::default();
    let Some(table) = sub(table, "pain", "`pain`") else { return rule };
    if let Some(limit) = limit(&table) {
        rule.limit = limit;
    }
    if let Some(value) = table.get("ask") {
        match value.get_ref().as_array() {
            Some(items) => {
                let asked = items.iter().filter_map(|item| table.string_of("ask", item)).collect::<Vec<_>>();
                rule.ask = asked.iter().filter_map(|text| question(&table, text)).collect();
            }
            None => table.wrong_type("ask", value, "a list", "write ask = [\"before\", \"after\"]"),
        }
    }
    rule.place = table.text("where", NAME);
    table.finish();
    rule
}

fn limit(table: &Table<'_>) -> Option<u8> {
    let value = table.get("limit")?;
    let Some(number) = value.get_ref().as_integer() else {
        table.wrong_type("limit", value, "a whole number from 0 to 10", "write limit = 5");
        return None;
    };
    let read = number.as_str().parse::<u8>().ok().filter(|limit| *limit <= 10);
    if read.is_none() {
        table.notes.error("limit", value.span(), "`limit` is from 0 to 10");
    }
    read
}

const QUESTIONS: [(&str, PainQuestion); 4] = [
    ("before", PainQuestion::Before),
    ("after", PainQuestion::After),
    ("next-morning", PainQuestion::NextMorning),
    ("morning-stiffness", PainQuestion::MorningStiffness),
];

fn question(table: &Table<'_>, text: &At<&str>) -> Option<PainQuestion> {
    let said = text.value.trim().to_lowercase();
    let known = QUESTIONS.iter().find(|(word, _)| *word == said).map(|(_, question)| *question);
    if known.is_none() {
        let near = nearest(&said, QUESTIONS.map(|(word, _)| word)).map(|near| format!("did you mean \"{near}\"?"));
        let takes = "ask takes before, after, next-morning and morning-stiffness".to_owned();
        let message = format!("`{}` is no moment to ask", Clean::name(text.value));
        table.notes.add(Diagnostic::error("pain", text.span.clone(), message).help(near.unwrap_or(takes)));
    }
    known
}

fn defined(table: &Table<'_>, english: bool) -> BTreeMap<Id, Draft> {
    let Some(defined) = sub(table, "define", "`define`") else { return BTreeMap::new() };
    let mut drafts = BTreeMap::new();
    for (name, value) in defined.keys {
        let Some(id) = Id::new(name.get_ref()) else {
            let message = format!("`{}` is not an id: a to z, 0 to 9 and `-`", Clean::name(name.get_ref()));
            defined.notes.error("id", name.span(), message);
            continue;
        };
        match value.get_ref().as_table() {
            Some(inner) => {
                let what = Table::new(inner, name.span(), "an exercise", defined.notes);
                let read = draft(what, english);
                if let Some(own) = &read.id {
                    let message = format!("the id of a definition is the name in its bracket: `{id}`");
                    table.notes.add(Diagnostic::error("id", own.span.clone(), message).help("take `id` out"));
                }
                drafts.insert(id, read);
            }
            None => defined.wrong_type("define", value, "tables", format!("write [define.{id}], its keys below")),
        }
    }
    drafts
}

fn exercises(table: &Table<'_>, resolver: &Resolver<'_>, english: bool) -> Vec<Exercise> {
    let Some(value) = table.get("exercise") else {
        if !NOT_YET.iter().any(|key| table.keys.contains_key(*key)) {
            let problem = Diagnostic::error("missing-key", 0..0, "the program has no exercises");
            table.notes.missing(problem.help("write [[exercise]], and use = \"calf-raise\" below it"));
        }
        return Vec::new();
    };
    let Some(items) = value.get_ref().as_array() else {
        table.wrong_type("exercise", value, "a list of tables", "write [[exercise]] with two brackets on each side");
        return Vec::new();
    };
    if items.is_empty() {
        table.notes.error("missing-key", value.span(), "the list of exercises is empty");
    }
    if items.len() > MOST_EXERCISES {
        let message = format!("{} exercises are too many: a session has {MOST_EXERCISES} at most", items.len());
        table.notes.error("limit", value.span(), message);
        return Vec::new();
    }
    let mut read: Vec<(Exercise, Range<usize>)> = Vec::new();
    for (n, item) in items.iter().enumerate() {
        let Some(inner) = item.get_ref().as_table() else {
            table.wrong_type("exercise", item, "tables", "write { use = \"calf-raise\" }");
            continue;
        };
        let span = inner.get("use").or_else(|| inner.get("name")).map_or_else(|| item.span(), toml::Spanned::span);
        let placed = draft(Table::new(inner, span.clone(), "an exercise", table.notes), english);
        read.extend(resolver.exercise(&placed, n + 1).map(|exercise| (exercise, span)));
    }
    unique(&read, table.notes);
    early_stretch(&read, table.notes);
    read.into_iter().map(|(exercise, _)| exercise).collect()
}

/// What is legal and probably not meant, and what is worth knowing.
fn remarks(program: &Program, notes: &Notes<'_>) {
    if program.stop_if.is_empty() {
        let note = Diagnostic::note("no-stop-if", 0..0, "the program names no warning signs (`stop_if`)");
        notes.add(note.help("runners confirm them before the first session and see them with one key"));
    }
    let count = program.exercises().count();
    if count > 4 {
        // The evidence that the format asks for is not in the clinical sheet yet: no number is claimed.
        let note = Diagnostic::note("many-exercises", 0..0, format!("{count} exercises are many for one session"));
        let help = "ask of each whether the runner would miss it; `optional = true` marks what may be left out";
        notes.add(note.help(help));
    }
}

/// Release before stretching: the other way round is probably not meant.
fn early_stretch(exercises: &[(Exercise, Range<usize>)], notes: &Notes<'_>) {
    let is_stretch = |e: &Exercise| e.id.as_str().contains("stretch") && matches!(e.work, Work::Hold { .. });
    let first_release = exercises.iter().position(|(e, _)| e.id.as_str().contains("release")).unwrap_or(0);
    if let Some((stretch, span)) = exercises.iter().take(first_release).find(|(e, _)| is_stretch(e)) {
        let message = format!("`{}` stands before a release", stretch.id);
        let warning = Diagnostic::warning("stretch-before-release", span.clone(), message);
        notes.add(warning.help("release first, then stretch"));
    }
}
