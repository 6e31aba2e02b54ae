//! How much: sets, reps, lengths and loads, each fixed or a range.

use std::time::Duration;

use toml::de::DeValue;

use crate::domain::amount::{Amount, Load, LoadRange};
use crate::domain::exercise::Reps;
use crate::domain::text::{Clean, NAME};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::table::{At, Table};
use crate::io::program_file::value::{Part, Wrong, counts, durations, ends};

/// The longest hold or stretch of time.
const LONGEST_WORK: Duration = Duration::from_hours(4);

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

/// Reps, 1 to 1,000, or as many as possible.
pub(super) fn reps(table: &Table<'_>) -> Option<At<Reps>> {
    let value = table.get("reps");
    let most = value.and_then(|v| v.get_ref().as_str()).is_some_and(|text| text.trim().eq_ignore_ascii_case("max"));
    if let Some(value) = value.filter(|_| most) {
        return Some(At { value: Reps::Max, span: value.span() });
    }
    count(table, "reps", 1_000).map(|at| At { value: Reps::Count(at.value), span: at.span })
}

/// A hold or a stretch of time, up to 4 h.
pub(super) fn length(table: &Table<'_>, key: &'static str) -> Option<At<Amount<Duration>>> {
    let read = table.parsed(key, "duration", durations)?;
    let (low, high) = read.value;
    if low.is_zero() || high > LONGEST_WORK {
        table.notes.error("limit", read.span, format!("`{key}` is more than 0 s and at most 4 h"));
        return None;
    }
    Amount::range(low, high).map(|value| At { value, span: read.span })
}

/// A load: words, or a range of a number with its unit.
pub(super) fn load(table: &Table<'_>) -> Option<At<Load>> {
    let text = table.string_with_unit("load", "kg")?;
    let words = table.fitting("load", &text, NAME)?;
    if quantity(Part::whole(text.value).trim()).is_some_and(|(_, unit)| unit.is_empty()) {
        let number = text.value.trim();
        let problem = Diagnostic::error("type", text.span.clone(), format!("`{number}` has no unit"));
        table.notes.add(problem.help(format!("give it one: load = \"{number} kg\"")));
        return None;
    }
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
    if unit.is_empty() {
        let help = format!("give it a unit: \"{} kg\"", part.text.trim());
        return Err(Wrong::new(part.trim().at(), format!("the range `{}` has no unit", part.text.trim())).help(help));
    }
    Ok(thousandths.is_range().then(|| LoadRange { thousandths, unit: Clean::name(unit) }))
}

/// A number in thousandths, and the unit behind it.
pub(super) fn quantity(part: Part<'_>) -> Option<(u32, &str)> {
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
