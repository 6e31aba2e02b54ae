//! Numbers, pairs and words of a pose file.

use toml::de::DeValue;

use crate::domain::text::Clean;
use crate::figure::joint::{JOINTS, Joint};
use crate::figure::point::Point;
use crate::figure::prop::Place;
use crate::io::diagnostic::Diagnostic;
use crate::io::figure_file::keys::PLACE;
use crate::io::program_file::nearest;
use crate::io::program_file::table::{At, Table, Value};

/// No number of a pose file is larger.
const MOST: f64 = 1_000.0;

fn read(value: &DeValue<'_>) -> Option<f64> {
    let number = match value {
        DeValue::Integer(number) => number.as_str().replace('_', "").parse().ok()?,
        DeValue::Float(number) => number.as_str().replace('_', "").parse().ok()?,
        _ => return None,
    };
    let number: f64 = number;
    (number.is_finite() && number.abs() <= MOST).then_some(number)
}

/// A number of a value; a problem where it is none.
fn number_of(table: &Table<'_>, key: &str, value: &Value<'_>) -> Option<f64> {
    let number = read(value.get_ref());
    if number.is_none() {
        let message = format!("`{key}` takes a number from -1000 to 1000");
        table.notes.add(Diagnostic::error("type", value.span(), message).help("write 90 or 12.5, without quotes"));
    }
    number
}

/// The number under a key.
pub(super) fn number(table: &Table<'_>, key: &'static str) -> Option<f64> {
    number_of(table, key, table.get(key)?)
}

/// The number under a key that must stand there.
pub(super) fn needed(table: &Table<'_>, key: &'static str) -> Option<f64> {
    let found = number(table, key);
    missing(table, key);
    found
}

/// Takes down that a key is missing, where it is.
pub(super) fn missing(table: &Table<'_>, key: &str) {
    if table.place_of(key).is_none() {
        let message = format!("{} has no `{key}`", table.what());
        table.notes.missing(Diagnostic::error("missing-key", table.span.clone(), message));
    }
}

/// So many numbers under a key.
fn numbers<const N: usize>(table: &Table<'_>, key: &'static str) -> Option<[f64; N]> {
    numbers_of(table, key, table.get(key)?)
}

fn numbers_of<const N: usize>(table: &Table<'_>, key: &str, value: &Value<'_>) -> Option<[f64; N]> {
    let items = value.get_ref().as_array().filter(|items| items.len() == N);
    let Some(items) = items else {
        let example = ["0"; N].join(", ");
        table.wrong_type(key, value, &format!("a list of {N} numbers"), format!("write {key} = [{example}]"));
        return None;
    };
    let mut read = [0.0; N];
    for (n, item) in items.iter().enumerate() {
        let number = number_of(table, key, item)?;
        if let Some(place) = read.get_mut(n) {
            *place = number;
        }
    }
    Some(read)
}

/// Two numbers, the first one the lower.
pub(super) fn span(table: &Table<'_>, key: &'static str) -> Option<(f64, f64)> {
    let found = numbers::<2>(table, key);
    missing(table, key);
    let [low, high] = found?;
    if low >= high {
        let place = table.place_of(key).unwrap_or_else(|| table.span.clone());
        table.notes.error("limit", place, format!("`{key}` takes the lower number first"));
        return None;
    }
    Some((low, high))
}

/// A point under a key.
pub(super) fn point(table: &Table<'_>, key: &'static str) -> Option<Point> {
    numbers::<2>(table, key).map(|[x, y]| Point::new(x, y))
}

/// A rectangle: x0, y0, x1, y1.
pub(super) fn corners(table: &Table<'_>, key: &str, value: &Value<'_>) -> Option<(Point, Point)> {
    let [x0, y0, x1, y1] = numbers_of::<4>(table, key, value)?;
    if x1 - x0 < 5.0 || y1 - y0 < 5.0 {
        let help = "write x0, y0, x1, y1 in cm: the lower left and the upper right corner, 5 cm apart at least";
        table.notes.add(Diagnostic::error("limit", value.span(), format!("the view `{key}` is empty")).help(help));
        return None;
    }
    Some((Point::new(x0, y0), Point::new(x1, y1)))
}

/// Two numbers from 0 to 1.
pub(super) fn effort(table: &Table<'_>) -> [f64; 2] {
    numbers::<2>(table, "effort").map_or([0.5, 0.5], |pair| pair.map(|n| n.clamp(0.0, 1.0)))
}

/// The value of a word, out of a list; a problem with the nearest one where it is none of it.
pub(super) fn word<T: Copy>(table: &Table<'_>, key: &str, text: &At<&str>, known: &[(&'static str, T)]) -> Option<T> {
    let found = known.iter().find(|(word, _)| *word == text.value).map(|(_, value)| *value);
    if found.is_none() {
        let near = nearest(text.value, known.iter().map(|(word, _)| *word));
        let help = near.map_or_else(
            || format!("`{key}` takes: {}", known.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean \"{near}\"?"),
        );
        let message = format!("`{}` is nothing that `{key}` takes", Clean::name(text.value));
        table.notes.add(Diagnostic::error("pose", text.span.clone(), message).help(help));
    }
    found
}

/// The word under a key.
pub(super) fn choice<T: Copy>(table: &Table<'_>, key: &'static str, known: &[(&'static str, T)]) -> Option<T> {
    let text = table.string(key)?;
    word(table, key, &text, known)
}

/// Words under a key.
pub(super) fn choices<T: Copy>(table: &Table<'_>, key: &'static str, known: &[(&'static str, T)]) -> Vec<T> {
    words(table, key).iter().filter_map(|text| word(table, key, text, known)).collect()
}

/// Texts under a key, each with its place.
pub(super) fn words<'a>(table: &Table<'a>, key: &'static str) -> Vec<At<&'a str>> {
    let Some(value) = table.get(key) else { return Vec::new() };
    let Some(items) = value.get_ref().as_array() else {
        table.wrong_type(key, value, "a list of texts", format!("write {key} = [\"…\"]"));
        return Vec::new();
    };
    items.iter().take(100).filter_map(|item| table.string_of(key, item)).collect()
}

/// The joint under a key.
pub(super) fn joint(table: &Table<'_>, key: &'static str) -> Option<Joint> {
    choice(table, key, &JOINTS)
}

/// A place: `[x, y]`, a joint's name, or `{ joint = "hand", off = [x, y] }`.
pub(super) fn place(table: &Table<'_>, key: &'static str) -> Option<Place> {
    let value = table.get(key);
    missing(table, key);
    let value = value?;
    if value.get_ref().as_array().is_some() {
        return numbers_of::<2>(table, key, value).map(|[x, y]| Place::Fixed(Point::new(x, y)));
    }
    if value.get_ref().as_str().is_some() {
        let text = table.string_of(key, value)?;
        return word(table, key, &text, &JOINTS).map(|joint| Place::At(joint, Point::default()));
    }
    let inner = table.sub_of(key, value, PLACE, "write [x, y], a joint, or { joint = \"hand\", off = [0, -5] }")?;
    let joint = joint(&inner, "joint");
    missing(&inner, "joint");
    let off = point(&inner, "off").unwrap_or_default();
    inner.finish();
    joint.map(|joint| Place::At(joint, off))
}
