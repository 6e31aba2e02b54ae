//! Values of a file as the text of a field, and back.

use toml_edit::{Array, Formatted, InlineTable, Item, TableLike, Value};

use crate::domain::form::{Key, Kind};
use crate::io::program_text::bracket::{self, Piece};

/// More than this on a line is hard to read: a list gets a line for each of its texts.
const WIDE: usize = 90;

/// The text of a field; nothing where the value is of a kind that the field cannot hold.
pub(super) fn text(key: Key, item: &Item) -> Option<String> {
    if key.kind() == Kind::Pairs {
        let pair = |(left, item): (&str, &Item)| item.as_str().map(|right| format!("{left} = {}", flat(right)));
        return item.as_table_like()?.iter().map(pair).collect::<Option<Vec<_>>>().map(|pairs| pairs.join("\n"));
    }
    let value = item.as_value()?;
    match key.kind() {
        Kind::List | Kind::Some(_) => {
            let texts: Option<Vec<String>> = value.as_array()?.iter().map(|value| value.as_str().map(flat)).collect();
            texts.map(|texts| texts.join("\n"))
        }
        Kind::Flag => Some(if value.as_bool()? { "yes" } else { "no" }.to_owned()),
        Kind::Text | Kind::Number | Kind::Choice(_) | Kind::Pairs => match value {
            Value::String(text) => Some(flat(text.value())),
            Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => Some(bare(value)),
            Value::Array(_) | Value::InlineTable(_) => None,
        },
    }
}

/// A text on one line: the format reads line breaks as blanks.
fn flat(text: &str) -> String {
    text.replace(['\r', '\n', '\t'], " ")
}

/// A value as written, without what stands around it.
fn bare(value: &Value) -> String {
    let mut value = value.clone();
    value.decor_mut().clear();
    value.to_string()
}

/// The value that a text makes.
pub(super) fn value(key: Key, text: &str) -> Value {
    match key.kind() {
        Kind::List | Kind::Some(_) => Value::Array(list(text, None)),
        Kind::Pairs => {
            let mut table = InlineTable::new();
            pair(&mut table, text);
            Value::InlineTable(table)
        }
        Kind::Flag if text == "yes" => Value::from(true),
        Kind::Flag if text == "no" => Value::from(false),
        Kind::Number => match text.trim().parse::<i64>() {
            Ok(number) => Value::from(number),
            Err(_) => string(text),
        },
        Kind::Flag | Kind::Text | Kind::Choice(_) => string(text),
    }
}

/// The two words of each line.
fn pairs(text: &str) -> Vec<(&str, &str)> {
    let cut = text.lines().map(|line| line.split_once('=').unwrap_or((line, "")));
    cut.map(|(left, right)| (clean(left), clean(right))).filter(|(left, _)| !left.is_empty()).collect()
}

fn clean(word: &str) -> &str {
    word.trim().trim_matches(['"', '\'']).trim()
}

/// Makes a table say what the lines say; what stays keeps what stands around it.
pub(super) fn pair(table: &mut dyn TableLike, text: &str) {
    let pairs = pairs(text);
    let gone: Vec<String> = table.iter().map(|(left, _)| left.to_owned()).collect();
    for left in gone.iter().filter(|left| !pairs.iter().any(|(known, _)| known == left)) {
        table.remove(left);
    }
    for (left, right) in pairs {
        match table.get_mut(left).and_then(Item::as_value_mut) {
            Some(old) if old.as_str() == Some(right) => {}
            Some(old) => {
                let mut new = string(right);
                *new.decor_mut() = old.decor().clone();
                *old = new;
            }
            None => drop(table.insert(left, Item::Value(string(right)))),
        }
    }
}

/// A text in quotes on one line, whatever is in it.
fn string(text: &str) -> Value {
    Value::String(Formatted::new(text.to_owned()))
}

/// Puts a changed text in the place of a value; what stands around it stays, and of a list every text that stays.
pub(super) fn replace(key: Key, text: &str, old: &mut Value) {
    let mut new = match (key.kind(), &*old) {
        (Kind::List | Kind::Some(_), Value::Array(before)) => Value::Array(list(text, Some(before))),
        _ => value(key, text),
    };
    *new.decor_mut() = old.decor().clone();
    *old = new;
}

fn list(text: &str, before: Option<&Array>) -> Array {
    let texts: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut known = before.map(bracket::take).unwrap_or_default();
    let width: usize = texts.iter().map(|text| text.chars().count() + 4).sum();
    let pieces = texts.iter().map(|line| {
        let same = known.iter().position(|piece| piece.value.as_str().is_some_and(|old| flat(old) == *line));
        same.map_or_else(|| Piece::new(string(line)), |at| known.remove(at))
    });
    let pieces = pieces.collect();
    let mut array = before.cloned().unwrap_or_default();
    bracket::fill(&mut array, pieces, width > WIDE);
    array
}
