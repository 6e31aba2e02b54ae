//! A table while it is read: each getter remembers the key that it asked for, so that every other key is an error.

use std::cell::RefCell;
use std::ops::Range;
use std::time::Duration;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::text::{Clean, Id, TEXT};
use crate::io::diagnostic::{Diagnostic, MOST_RENDERED};
use crate::io::program_file::guess::nearest;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::value::{Part, Wrong, duration};

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

/// The words for the outermost table.
pub(super) const PROGRAM: &str = "the program";
/// Keys that stand above the first bracket: one of them below it has slipped there.
const PROGRAM_KEYS: [&str; 19] = [
    "format",
    "id",
    "title",
    "summary",
    "audience",
    "author",
    "license",
    "version",
    "language",
    "equipment",
    "sources",
    "not_for",
    "stop_if",
    "expect",
    "review_by",
    "schedule",
    "gap",
    "pain",
    "defaults",
];

/// The keys that an exercise is most often written with: found in the program, they stand under no header.
const EXERCISE_KEYS: [&str; 9] = ["use", "name", "sets", "reps", "tempo", "hold", "time", "rest", "side"];

/// A table, what it is in words, and the keys that were asked for.
pub(super) struct Table<'a> {
    pub(super) keys: &'a DeTable<'a>,
    pub(super) notes: &'a Notes<'a>,
    pub(super) span: Range<usize>,
    what: &'static str,
    asked: RefCell<Vec<&'static str>>,
    /// Keys of the format that this version does not read.
    refused: RefCell<Vec<&'static str>>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl<'a> Table<'a> {
    pub(super) const fn new(
        keys: &'a DeTable<'a>,
        span: Range<usize>,
        what: &'static str,
        notes: &'a Notes<'a>,
    ) -> Self {
        Self { keys, notes, span, what, asked: RefCell::new(Vec::new()), refused: RefCell::new(Vec::new()) }
    }

    pub(super) fn get(&self, key: &'static str) -> Option<&'a Value<'a>> {
        self.asked.borrow_mut().push(key);
        self.keys.get(key)
    }

    /// Refuses keys that the format has and this version does not read yet.
    pub(super) fn not_yet(&self, keys: &[&'static str]) {
        self.refused.borrow_mut().extend(keys);
        for key in keys {
            self.asked.borrow_mut().push(key);
            if let Some((name, _)) = self.keys.iter().find(|(name, _)| name.get_ref() == key) {
                let message = format!("this version of soleus does not read `{key}` yet");
                let help = "a dose that is silently left out would harm: take the key out, or use a newer soleus";
                self.notes.add(Diagnostic::error("not-yet", name.span(), message).help(help));
            }
        }
    }

    /// Reports every key that nobody asked for.
    pub(super) fn finish(self) {
        let asked = self.asked.borrow();
        let unknown = self.keys.keys().filter(|name| !asked.contains(&name.get_ref().as_ref()));
        for (n, name) in unknown.enumerate() {
            let message = format!("unknown key `{}` in {}", Clean::name(name.get_ref()), self.what);
            // Nobody reads the fiftieth help, and a hostile file would make us guess ten thousand times.
            let help = (n < MOST_RENDERED).then(|| self.instead_of(name.get_ref(), &asked));
            self.notes.add(Diagnostic::error("unknown-key", name.span(), message).maybe_help(help));
        }
    }

    /// What to write instead of an unknown key.
    fn instead_of(&self, key: &str, asked: &[&'static str]) -> String {
        if self.what == PROGRAM && EXERCISE_KEYS.contains(&key) {
            return format!("`{key}` belongs to an exercise: write it below [[exercise]]");
        }
        if self.what != PROGRAM && PROGRAM_KEYS.contains(&key) {
            return format!("`{key}` belongs to the program: move it above the first line in [brackets]");
        }
        match nearest(key, asked.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("{} takes: {}", self.what, self.taken(asked)),
        }
    }

    /// The keys that this version takes, for a help.
    fn taken(&self, asked: &[&'static str]) -> String {
        let refused = self.refused.borrow();
        let taken: Vec<&str> = asked.iter().copied().filter(|key| !refused.contains(key)).collect();
        taken.join(", ")
    }

    /// Reports a value of another type than the key takes.
    pub(super) fn wrong_type(&self, key: &str, value: &Value<'a>, takes: &str, help: impl AsRef<str>) {
        let found = value.get_ref().type_str();
        let message = format!("`{key}` takes {takes}, and this is {} {found}", article(found));
        self.notes.add(Diagnostic::error("type", value.span(), message).help(help));
    }

    /// A string as it stands, its characters checked.
    pub(super) fn string(&self, key: &'static str) -> Option<At<&'a str>> {
        let value = self.get(key)?;
        self.string_of(key, value)
    }

    /// A string whose help says what a number would have to look like: `load = "10 kg"`.
    pub(super) fn string_with_unit(&self, key: &'static str, unit: &str) -> Option<At<&'a str>> {
        let value = self.get(key)?;
        if let Some(number) = bare_number(value.get_ref()) {
            let message = format!("`{key}` takes text, and this is the bare number {number}");
            let help = format!("give it a unit and quotes: {key} = \"{number} {unit}\"");
            self.notes.add(Diagnostic::error("type", value.span(), message).help(help));
            return None;
        }
        self.string_of(key, value)
    }

    pub(super) fn string_of(&self, key: &str, value: &'a Value<'a>) -> Option<At<&'a str>> {
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

    /// A text of a number of characters at most.
    pub(super) fn text(&self, key: &'static str, most: usize) -> Option<Clean> {
        let text = self.string(key)?;
        self.fitting(key, &text, most)
    }

    pub(super) fn fitting(&self, key: &str, text: &At<&'a str>, most: usize) -> Option<Clean> {
        let letters = text.value.chars().count();
        if letters > most {
            let message = format!("`{key}` has {letters} characters, and {most} is the most");
            self.notes.error("too-long", text.span.clone(), message);
            return None;
        }
        if text.value.trim().is_empty() {
            self.notes.error("empty", text.span.clone(), format!("`{key}` is empty"));
            return None;
        }
        Some(if most <= crate::domain::text::NAME { Clean::name(text.value) } else { Clean::text(text.value) })
    }

    /// A list of texts; empty where the key is missing.
    pub(super) fn list(&self, key: &'static str) -> Option<Vec<Clean>> {
        let value = self.get(key)?;
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of texts", format!("write {key} = [\"…\", \"…\"]"));
            return None;
        };
        let texts = items.iter().filter_map(|item| {
            let text = self.string_of(key, item)?;
            self.fitting(key, &text, 2_000)
        });
        Some(texts.collect())
    }

    /// An id.
    pub(super) fn id(&self, key: &'static str) -> Option<At<Id>> {
        let text = self.string(key)?;
        let Some(id) = Id::new(text.value) else {
            let suggestion = Id::from_name(text.value).map(|id| format!("write \"{id}\""));
            let message = format!("`{}` is not an id: a to z, 0 to 9 and `-`, 64 at most", Clean::name(text.value));
            self.notes.add(Diagnostic::error("id", text.span, message).maybe_help(suggestion));
            return None;
        };
        Some(At { value: id, span: text.span })
    }

    /// A yes or no.
    pub(super) fn boolean(&self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        let read = value.get_ref().as_bool();
        if read.is_none() {
            self.wrong_type(key, value, "true or false", format!("write {key} = true, without quotes"));
        }
        read
    }

    /// A string that is read by a function; what is wrong in it is reported at its own place.
    pub(super) fn parsed<T>(
        &self,
        key: &'static str,
        code: &'static str,
        read: impl Fn(Part<'_>) -> Result<T, Wrong>,
    ) -> Option<At<T>> {
        let value = self.get(key)?;
        if let Some(number) = bare_number(value.get_ref()).filter(|_| code == "duration") {
            let message = format!("`{key}` takes text, and this is the bare number {number}");
            let help = format!("give it a unit and quotes: {key} = \"{number}s\"");
            self.notes.add(Diagnostic::error(code, value.span(), message).help(help));
            return None;
        }
        let text = self.string_of(key, value)?;
        self.read(&text, code, read)
    }

    pub(super) fn read<T>(
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

    /// A length of time up to a limit.
    pub(super) fn duration(&self, key: &'static str, most: Duration) -> Option<Duration> {
        let read = self.parsed(key, "duration", duration)?;
        if read.value > most {
            let most = crate::domain::time::in_words(most);
            self.notes.error("limit", read.span, format!("`{key}` is at most {most}"));
            return None;
        }
        Some(read.value)
    }

    /// Bytes of the source for bytes of a string: exact where the string stands in it letter for letter.
    pub(super) fn inside(&self, span: &Range<usize>, text: &str, at: &Range<usize>) -> Range<usize> {
        let raw = self.notes.source.text().get(span.clone()).unwrap_or_default();
        match raw.find(text).filter(|_| !text.is_empty()) {
            Some(start) => span.start + start + at.start..span.start + start + at.end.max(at.start),
            None => span.clone(),
        }
    }
}

/// Control characters, and overrides of the writing direction. Line breaks and tabs are read as blanks.
pub(super) const fn forbidden(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        _ => matches!(
            c,
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
                | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}'
        ),
    }
}

fn bare_number(value: &DeValue<'_>) -> Option<String> {
    let whole = value.as_integer().map(|number| number.as_str().to_owned());
    whole.or_else(|| value.as_float().map(|number| number.as_str().to_owned()))
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
}
