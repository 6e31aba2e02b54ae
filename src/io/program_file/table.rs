//! A table while it is read: each getter remembers the key that it asked for, so that every other key is an error.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::text::{Clean, TEXT};
use crate::io::diagnostic::{Diagnostic, MOST_RENDERED};
use crate::io::program_file::keys::Keys;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::value::{Part, Wrong};

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::io) struct At<T> {
    pub(in crate::io) value: T,
    pub(in crate::io) span: Range<usize>,
}

/// A table, what it is, and the keys that were asked for.
pub(in crate::io) struct Table<'a> {
    pub(in crate::io) keys: &'a DeTable<'a>,
    pub(in crate::io) notes: &'a Notes<'a>,
    pub(in crate::io) span: Range<usize>,
    kind: Keys,
    asked: RefCell<Vec<&'static str>>,
    /// Keys with capitals by what they are in small letters: an error each, and not a second one for what seems missing.
    capitals: BTreeMap<String, (Range<usize>, &'a Value<'a>)>,
}

pub(in crate::io) type Value<'a> = Spanned<DeValue<'a>>;

impl<'a> Table<'a> {
    pub(in crate::io) fn new(keys: &'a DeTable<'a>, span: Range<usize>, kind: Keys, notes: &'a Notes<'a>) -> Self {
        let has_capitals = |name: &str| name.bytes().any(|byte| byte.is_ascii_uppercase());
        let capitals = keys.iter().filter(|(name, _)| has_capitals(name.get_ref()));
        let capitals = capitals.map(|(name, value)| (name.get_ref().to_ascii_lowercase(), (name.span(), value)));
        Self { keys, notes, span, kind, asked: RefCell::new(Vec::new()), capitals: capitals.collect() }
    }

    /// The value of a key. One that is missing in the list of this table's keys is never found: so the lists are whole.
    pub(in crate::io) fn get(&self, key: &'static str) -> Option<&'a Value<'a>> {
        self.asked.borrow_mut().push(key);
        let found = self.keys.get(key).or_else(|| self.capitals.get(key).map(|(_, value)| *value));
        // Where the parser made a value up behind a syntax error it has no place, and nothing to judge.
        found.filter(|value| self.kind.keys.contains(&key) && !value.span().is_empty())
    }

    /// What it is, in words.
    pub(in crate::io) const fn what(&self) -> &'static str {
        self.kind.what
    }

    /// The place of a key itself, where it stands.
    pub(in crate::io) fn place_of(&self, key: &str) -> Option<Range<usize>> {
        let found = self.keys.get_key_value(key).map(|(name, _)| name.span());
        found.or_else(|| self.capitals.get(key).map(|(span, _)| span.clone()))
    }

    /// Whether any of some keys stands here and was not read.
    pub(in crate::io) fn holds_unread(&self, keys: &[(&str, bool)]) -> bool {
        keys.iter().any(|(key, read)| !read && self.place_of(key).is_some())
    }

    /// Reports every key that nobody asked for.
    pub(in crate::io) fn finish(self) {
        let asked = self.asked.borrow();
        let unknown = self.keys.keys().filter(|name| !asked.contains(&name.get_ref().as_ref()));
        for (n, name) in unknown.enumerate() {
            let message = format!("unknown key `{}` in {}", Clean::name(name.get_ref()), self.kind.what);
            // Nobody reads the fiftieth help, and a hostile file would make us guess ten thousand times.
            let help = (n < MOST_RENDERED).then(|| self.kind.instead_of(name.get_ref()));
            self.notes.add(Diagnostic::error("unknown-key", name.span(), message).maybe_help(help));
        }
    }

    /// Reports a value of another type than the key takes.
    pub(in crate::io) fn wrong_type(&self, key: &str, value: &Value<'a>, takes: &str, help: impl AsRef<str>) {
        let found = value.get_ref().type_str();
        let message = format!("`{key}` takes {takes}, and this is {} {found}", article(found));
        self.notes.add(Diagnostic::error("type", value.span(), message).help(help));
    }

    /// A string as it stands, its characters checked.
    pub(in crate::io) fn string(&self, key: &'static str) -> Option<At<&'a str>> {
        let value = self.get(key)?;
        self.string_of(key, value)
    }

    /// A string whose help says what a number would have to look like: `load = "10 kg"`.
    pub(in crate::io) fn string_with_unit(&self, key: &'static str, unit: &str) -> Option<At<&'a str>> {
        let value = self.get(key)?;
        if let Some(number) = bare_number(value.get_ref()) {
            let message = format!("`{key}` takes text, and this is the bare number {number}");
            let help = format!("give it a unit and quotes: {key} = \"{number} {unit}\"");
            self.notes.add(Diagnostic::error("type", value.span(), message).help(help));
            return None;
        }
        self.string_of(key, value)
    }

    pub(in crate::io) fn string_of(&self, key: &str, value: &'a Value<'a>) -> Option<At<&'a str>> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, "text", format!("put it in quotes: {key} = \"…\""));
            return None;
        };
        let letters = text.chars().count();
        if letters > TEXT {
            let message = format!("`{key}` has {letters} characters, and {TEXT} is the most");
            self.notes.error("too-long", value.span(), message);
            return None;
        }
        self.checked(text, value.span())
    }

    /// Control characters and overrides of the direction are errors wherever they stand.
    fn checked(&self, text: &'a str, span: Range<usize>) -> Option<At<&'a str>> {
        let bad = text.char_indices().find(|(_, c)| forbidden(*c));
        let Some((at, c)) = bad else { return Some(At { value: text, span }) };
        let place = self.inside(&span, text, &(at..at + c.len_utf8()));
        let message = format!("the text holds U+{:04X}, which a text may not hold", u32::from(c));
        let help = "control characters and overrides of the writing direction are refused: delete it";
        self.notes.add(Diagnostic::error("character", place, message).help(help));
        None
    }

    /// A string that is read by a function; what is wrong in it is reported at its own place.
    pub(in crate::io::program_file) fn parsed<T>(
        &self,
        key: &'static str,
        code: &'static str,
        read: impl Fn(Part<'_>) -> Result<T, Wrong>,
    ) -> Option<At<T>> {
        let value = self.get(key)?;
        if let Some(number) = bare_number(value.get_ref()).filter(|_| code == "duration") {
            let message = format!("`{key}` takes text, and this is the bare number {number}");
            let unit = match key {
                "gap" => "h",
                "no_sooner_than" => "d",
                _ => "s",
            };
            let help = format!("give it a unit and quotes: {key} = \"{number}{unit}\"");
            self.notes.add(Diagnostic::error(code, value.span(), message).help(help));
            return None;
        }
        let text = self.string_of(key, value)?;
        self.read(&text, code, read)
    }

    pub(in crate::io::program_file) fn read<T>(
        &self,
        text: &At<&'a str>,
        code: &'static str,
        read: impl Fn(Part<'_>) -> Result<T, Wrong>,
    ) -> Option<At<T>> {
        match read(Part::whole(text.value)) {
            Ok(value) => Some(At { value, span: text.span.clone() }),
            Err(wrong) => {
                let place = self.inside(&text.span, text.value, &wrong.at);
                self.notes.add(Diagnostic::error(code, place, wrong.message).maybe_help(wrong.help));
                None
            }
        }
    }

    /// Bytes of the source for bytes of a string: exact where the string stands in it letter for letter.
    pub(in crate::io) fn inside(&self, span: &Range<usize>, text: &str, at: &Range<usize>) -> Range<usize> {
        let raw = self.notes.source.text().get(span.clone()).unwrap_or_default();
        match raw.find(text).filter(|_| !text.is_empty()) {
            Some(start) => span.start + start + at.start..span.start + start + at.end.max(at.start),
            None => span.clone(),
        }
    }
}

/// Control characters, and overrides of the writing direction. Line breaks and tabs are read as blanks.
pub(in crate::io) const fn forbidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        _ => matches!(
            c,
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
                | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}'
        ),
    }
}

pub(in crate::io) fn bare_number(value: &DeValue<'_>) -> Option<String> {
    let whole = value.as_integer().map(|number| number.as_str().to_owned());
    whole.or_else(|| value.as_float().map(|number| number.as_str().to_owned()))
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
}
