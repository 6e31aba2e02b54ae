//! What a table is asked for, kind by kind: texts, lists, ids, numbers, lengths of time, tables in it.

use std::time::Duration;

use toml::de::DeValue;

use crate::domain::text::{Clean, Id};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::keys::Keys;
use crate::io::program_file::table::{At, Table, Value};
use crate::io::program_file::value::duration;

impl<'a> Table<'a> {
    /// A text of a number of characters at most.
    pub(in crate::io) fn text(&self, key: &'static str, most: usize) -> Option<Clean> {
        let text = self.string(key)?;
        self.fitting(key, &text, most)
    }

    pub(in crate::io) fn fitting(&self, key: &str, text: &At<&'a str>, most: usize) -> Option<Clean> {
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
    pub(in crate::io) fn list(&self, key: &'static str) -> Option<Vec<Clean>> {
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
    pub(in crate::io) fn id(&self, key: &'static str) -> Option<At<Id>> {
        let text = self.string(key)?;
        self.id_of(&text)
    }

    pub(in crate::io) fn id_of(&self, text: &At<&'a str>) -> Option<At<Id>> {
        let Some(id) = Id::new(text.value) else {
            let suggestion = Id::from_name(text.value).map(|id| format!("write \"{id}\""));
            let message = format!("`{}` is not an id: a to z, 0 to 9 and `-`, 64 at most", Clean::name(text.value));
            self.notes.add(Diagnostic::error("id", text.span.clone(), message).maybe_help(suggestion));
            return None;
        };
        Some(At { value: id, span: text.span.clone() })
    }

    /// A yes or no.
    pub(in crate::io) fn boolean(&self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        let read = value.get_ref().as_bool();
        if read.is_none() {
            self.wrong_type(key, value, "true or false", format!("write {key} = true, without quotes"));
        }
        read
    }

    /// A length of time up to a limit.
    pub(in crate::io) fn duration(&self, key: &'static str, most: Duration) -> Option<Duration> {
        self.duration_at(key, most).map(|at| at.value)
    }

    /// The same with its place.
    pub(in crate::io) fn duration_at(&self, key: &'static str, most: Duration) -> Option<At<Duration>> {
        let read = self.parsed(key, "duration", duration)?;
        if read.value > most {
            let most = crate::domain::time::in_words(most);
            self.notes.error("limit", read.span, format!("`{key}` is at most {most}"));
            return None;
        }
        Some(read)
    }

    /// A whole number from a least to a most, bare or in quotes.
    pub(in crate::io) fn number(&self, key: &'static str, least: u32, most: u32) -> Option<At<u32>> {
        let value = self.get(key)?;
        let read = match value.get_ref() {
            DeValue::Integer(number) => {
                let digits = number.as_str().replace('_', "");
                Some(u32::from_str_radix(&digits, number.radix()).unwrap_or(u32::MAX))
            }
            DeValue::String(text) => text.trim().parse().ok(),
            DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
                None
            }
        };
        let Some(number) = read else {
            let takes = format!("a whole number from {least} to {most}");
            self.wrong_type(key, value, &takes, format!("write {key} = {}", least.max(3).min(most)));
            return None;
        };
        if number < least || number > most {
            self.notes.error("limit", value.span(), format!("`{key}` is from {least} to {most}"));
            return None;
        }
        Some(At { value: number, span: value.span() })
    }

    /// A score of pain, 0 to 10.
    pub(in crate::io) fn score(&self, key: &'static str) -> Option<At<u8>> {
        let at = self.number(key, 0, 10)?;
        u8::try_from(at.value).ok().map(|value| At { value, span: at.span })
    }

    /// A table under a key.
    pub(in crate::io) fn sub(&self, key: &'static str, kind: Keys, help: &str) -> Option<Self> {
        let value = self.get(key)?;
        self.sub_of(key, value, kind, help)
    }

    pub(in crate::io) fn sub_of(&self, key: &str, value: &'a Value<'a>, kind: Keys, help: &str) -> Option<Self> {
        let Some(inner) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table", help);
            return None;
        };
        Some(Self::new(inner, value.span(), kind, self.notes))
    }

    /// The values of a list of tables; nothing, and a problem, where the key holds anything else.
    pub(in crate::io) fn blocks(&self, key: &'static str, most: usize) -> Option<&'a [Value<'a>]> {
        let value = self.get(key)?;
        let Some(items) = value.get_ref().as_array() else {
            let help = format!("write [[{key}]] with two brackets on each side");
            self.wrong_type(key, value, "a list of tables", help);
            return None;
        };
        if items.is_empty() {
            self.notes.error("missing-key", value.span(), format!("`{key}` is an empty list"));
        }
        if items.len() > most {
            let message = format!("`{key}` stands {} times, and {most} is the most", items.len());
            self.notes.error("limit", value.span(), message);
            return None;
        }
        Some(items.get(..).unwrap_or_default())
    }
}
