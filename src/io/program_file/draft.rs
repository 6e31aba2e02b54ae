//! An exercise as it was written: every key may be missing, each with its place.

use std::ops::Range;
use std::time::Duration;

use toml::Spanned;
use toml::de::DeValue;

use crate::domain::amount::{Amount, Load, LoadRange};
use crate::domain::exercise::{Reps, SideRule};
use crate::domain::text::{Clean, Id, NAME, TEXT};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::guess::{nearest, one_slip};
use crate::io::program_file::table::{At, Table};
use crate::io::program_file::tempo::{Pace, VERBS, tempo};
use crate::io::program_file::value::{Part, Wrong, counts, durations, ends};

/// An exercise as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) span: Range<usize>,
    pub(super) uses: Option<At<Id>>,
    pub(super) id: Option<At<Id>>,
    pub(super) name: Option<Clean>,
    pub(super) work: WorkKeys,
    pub(super) sets: Option<At<Amount<u32>>>,
    pub(super) side: Option<SideRule>,
    pub(super) rests: Rests,
    pub(super) load: Option<At<Load>>,
    pub(super) optional: Option<bool>,
    pub(super) texts: Texts,
    pub(super) easier: Option<At<Id>>,
    pub(super) harder: Option<At<Id>>,
}

/// The keys that say what the work of a set is.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkKeys {
    pub(super) reps: Option<At<Reps>>,
    pub(super) tempo: Option<At<Pace>>,
    pub(super) hold: Option<At<Amount<Duration>>>,
    pub(super) relax: Option<At<Duration>>,
    pub(super) time: Option<At<Amount<Duration>>>,
}

/// Counts and rests.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rests {
    pub(super) get_ready: Option<Duration>,
    pub(super) rest: Option<Duration>,
    pub(super) rest_after: Option<Duration>,
    pub(super) change_over: Option<Duration>,
}

/// What is read and shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    pub(super) setup: Option<Clean>,
    pub(super) purpose: Option<Clean>,
    pub(super) note: Option<Clean>,
    pub(super) figure: Option<Clean>,
    pub(super) steps: Option<Vec<Clean>>,
    pub(super) cues: Option<Vec<Clean>>,
    pub(super) mistakes: Option<Vec<Clean>>,
    pub(super) muscles: Option<Vec<Clean>>,
    pub(super) equipment: Option<Vec<Clean>>,
    pub(super) synonyms: Option<Vec<Clean>>,
    pub(super) sources: Option<Vec<Clean>>,
}

/// Limits of the format.
pub(super) const LONGEST_REST: Duration = Duration::from_mins(30);
const LONGEST_WORK: Duration = Duration::from_hours(4);

/// Keys of the format that this version refuses.
const NOT_YET: [&str; 9] =
    ["circuit", "progress", "schedule", "only_if", "measure", "affected", "unaffected", "left", "right"];

/// Reads the table of an exercise; `english` says whether its verbs are.
pub(super) fn draft(table: Table<'_>, english: bool) -> Draft {
    let draft = Draft {
        span: table.span.clone(),
        uses: table.id("use"),
        id: table.id("id"),
        name: table.text("name", NAME),
        sets: sets(&table),
        work: WorkKeys {
            reps: reps(&table),
            tempo: pace(&table, english),
            hold: length(&table, "hold"),
            relax: table.duration("relax", LONGEST_REST).map(|value| At { value, span: span_of(&table, "relax") }),
            time: length(&table, "time"),
        },
        side: side(&table),
        rests: rests(&table),
        load: load(&table),
        optional: table.boolean("optional"),
        texts: texts(&table),
        easier: table.id("easier"),
        harder: table.id("harder"),
    };
    table.not_yet(&NOT_YET);
    table.finish();
    draft
}

fn span_of(table: &Table<'_>, key: &'static str) -> Range<usize> {
    table.keys.get(key).map_or_else(|| table.span.clone(), Spanned::span)
}

/// The rests of a table; `defaults` has the same keys.
pub(super) fn rests(table: &Table<'_>) -> Rests {
    Rests {
        get_ready: table.duration("get_ready", LONGEST_REST),
        rest: table.duration("rest", LONGEST_REST),
        rest_after: table.duration("rest_after", LONGEST_REST),
        change_over: table.duration("change_over", LONGEST_REST),
    }
}

fn texts(table: &Table<'_>) -> Texts {
    Texts {
        setup: table.text("setup", TEXT),
        purpose: table.text("purpose", TEXT),
        note: table.text("note", TEXT),
        figure: figure(table),
        steps: table.list("steps"),
        cues: table.list("cues"),
        mistakes: table.list("mistakes"),
        muscles: table.list("muscles"),
        equipment: table.list("equipment"),
        synonyms: table.list("synonyms"),
        sources: table.list("sources"),
    }
}

/// A figure is an id, or a file beside the program, never one outside its folder.
fn figure(table: &Table<'_>) -> Option<Clean> {
    let text = table.string("figure")?;
    let parts: Vec<&str> = text.value.split('/').collect();
    let plain = |part: &&str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || "._- ".contains(c))
    };
    if parts.len() > 4 || !parts.iter().all(plain) {
        let message = format!("`{}` is not an id or a file beside the program", Clean::name(text.value));
        let help = "no `..`, no leading `/`, at most 4 parts of letters, digits, `.`, `_` and `-`";
        table.notes.add(Diagnostic::error("figure", text.span, message).help(help));
        return None;
    }
    table.fitting("figure", &text, NAME)
}

/// Sets, 1 to 50.
pub(super) fn sets(table: &Table<'_>) -> Option<At<Amount<u32>>> {
    count(table, "sets", 50)
}

/// A count or a range of counts: an integer, or either in quotes.
fn count(table: &Table<'_>, key: &'static str, most: u32) -> Option<At<Amount<u32>>> {
    let value = table.get(key)?;
    let (low, high) = match value.get_ref() {
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            let read = u32::from_str_radix(&digits, number.radix()).unwrap_or(u32::MAX);
            (read, read)
        }
        DeValue::String(_) => {
            let text = table.string_of(key, value)?;
            table.read(&text, "count", counts)?.value
        }
        DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
            table.wrong_type(
                key,
                value,
                "a whole number or a range",
                format!("write {key} = 3, or {key} = \"2 to 4\""),
            );
            return None;
        }
    };
    if low < 1 || high > most {
        table.notes.error("limit", value.span(), format!("`{key}` is from 1 to {most}"));
        return None;
    }
    Amount::range(low, high).map(|amount| At { value: amount, span: value.span() })
}

fn reps(table: &Table<'_>) -> Option<At<Reps>> {
    let value = table.keys.get("reps");
    let most = value.and_then(|v| v.get_ref().as_str()).is_some_and(|text| text.trim().eq_ignore_ascii_case("max"));
    if let Some(value) = value.filter(|_| most) {
        let _asked = table.get("reps");
        return Some(At { value: Reps::Max, span: value.span() });
    }
    count(table, "reps", 1_000).map(|at| At { value: Reps::Count(at.value), span: at.span })
}

fn pace(table: &Table<'_>, english: bool) -> Option<At<Pace>> {
    let value = table.get("tempo")?;
    let text = table.string_of("tempo", value)?;
    let pace = table.read(&text, "tempo", |part| tempo(part.text))?;
    if let (Pace::Phases(phases), true) = (&pace.value, english) {
        for phase in phases {
            let verb = phase.verb.as_str();
            if let Some(near) = one_slip(verb, VERBS) {
                let at = text.value.to_lowercase().find(verb).unwrap_or(0);
                let spot = table.inside(&text.span, text.value, &(at..at + verb.len()));
                let message = format!("`{verb}` is close to `{near}`, which the figures know");
                let help = format!("write `{near}` if that is meant");
                table.notes.add(Diagnostic::warning("verb", spot, message).help(help));
            }
        }
    }
    Some(pace)
}

fn length(table: &Table<'_>, key: &'static str) -> Option<At<Amount<Duration>>> {
    let read = table.parsed(key, "duration", durations)?;
    let (low, high) = read.value;
    if low.is_zero() || high > LONGEST_WORK {
        table.notes.error("limit", read.span, format!("`{key}` is more than 0 s and at most 4 h"));
        return None;
    }
    Amount::range(low, high).map(|value| At { value, span: read.span })
}

const SIDES: [(&str, SideRule); 7] = [
    ("both", SideRule::Both),
    ("each", SideRule::Each),
    ("each in turn", SideRule::EachInTurn),
    ("left", SideRule::Left),
    ("right", SideRule::Right),
    ("affected", SideRule::Affected),
    ("unaffected", SideRule::Unaffected),
];

pub(super) fn side(table: &Table<'_>) -> Option<SideRule> {
    let text = table.string("side")?;
    let said = text.value.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let known = SIDES.iter().find(|(word, _)| *word == said);
    if known.is_none() {
        let near = nearest(&said, SIDES.map(|(word, _)| word)).map(|near| format!("did you mean \"{near}\"?"));
        let takes = "write both, each, each in turn, left, right, affected or unaffected".to_owned();
        let message = format!("`{}` is not a side", Clean::name(text.value));
        table.notes.add(Diagnostic::error("side", text.span, message).help(near.unwrap_or(takes)));
    }
    known.map(|(_, side)| *side)
}

/// A load: words, or a range of a number with its unit.
fn load(table: &Table<'_>) -> Option<At<Load>> {
    let text = table.string_with_unit("load", "kg")?;
    let words = table.fitting("load", &text, NAME)?;
    let range = table.read(&text, "range", load_range)?.value;
    Some(At { value: Load { words, range }, span: text.span })
}

fn load_range(part: Part<'_>) -> Result<Option<LoadRange>, Wrong> {
    let Some((low, high)) = ends(part) else { return Ok(None) };
    let (Some(from), Some(to)) = (quantity(low), quantity(high)) else { return Ok(None) };
    let unit = if to.1.is_empty() { from.1 } else { to.1 };
    if !from.1.is_empty() && !from.1.eq_ignore_ascii_case(unit) {
        return Err(Wrong::new(part.at(), "the ends of the range have different units"));
    }
    let Some(thousandths) = Amount::range(from.0, to.0) else {
        return Err(
            Wrong::new(part.at(), format!("the range `{}` runs downwards", part.text)).help("write the low end first")
        );
    };
    Ok(Some(LoadRange { thousandths, unit: Clean::name(unit) }))
}

fn quantity(part: Part<'_>) -> Option<(u32, &str)> {
    let end = part.text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(part.text.len());
    let (number, unit) = part.cut(end, 0)?;
    let value: f64 = number.text.replace(',', ".").parse().ok()?;
    let thousandths = (value * 1_000.0).round();
    if !(0.0..=1e9).contains(&thousandths) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 0 and 1e9")]
    let thousandths = thousandths as u32;
    Some((thousandths, unit.trim().text))
}
