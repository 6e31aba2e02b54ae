//! The words of a language: what is said and written around the texts of a program, which are as their author wrote
//! them.
//!
//! Pure values: the tables are read in `io::words`. A text has places for what is filled in, `{n}`; a text that
//! counts has two forms, `reps.one` and `reps.other`.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::domain::exercise::Side;
use crate::domain::text::Clean;

/// Which way a phase of a rep goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// Up, or where the effort goes.
    Raise,
    /// Down, or back.
    Lower,
    /// Nowhere.
    Stay,
    /// Anything else.
    Other,
}

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    language: Clean,
    texts: BTreeMap<String, Clean>,
    verbs: BTreeMap<String, Motion>,
}

impl Words {
    /// Words by their keys (`halfway`, `reps.one`), and verbs in lower case with the way they go.
    pub const fn new(language: Clean, texts: BTreeMap<String, Clean>, verbs: BTreeMap<String, Motion>) -> Self {
        Self { language, texts, verbs }
    }

    /// The primary tag of the language: `en`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Its keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// A text as it stands in the table; empty where there is none.
    pub fn raw(&self, key: &str) -> &str {
        self.texts.get(key).map(Clean::as_str).unwrap_or_default()
    }

    /// A text with its places filled in.
    pub fn text(&self, key: &str, with: &[(&str, &str)]) -> String {
        fill(self.raw(key), with)
    }

    /// A text that counts, in the form that its number asks for; `{n}` is the number.
    pub fn count(&self, key: &str, n: u64) -> String {
        let form = if n == 1 { "one" } else { "other" };
        self.text(&format!("{key}.{form}"), &[("n", &n.to_string())])
    }

    /// The word for a side as it stands in a text of a program: `left`.
    pub fn side(&self, side: Side) -> &str {
        self.raw(side.word())
    }

    /// A program's text with `{side}` filled in; both sides at once leave the word out.
    pub fn with_side(&self, text: &str, side: Option<Side>) -> String {
        match side {
            Some(side) => fill(text, &[("side", self.side(side))]),
            None => text.replace("{side} ", "").replace("{side}", ""),
        }
    }

    /// A length as it is spoken: `30 seconds`, `2 minutes`, `1 minute 15 seconds`; up to 90 s in seconds.
    pub fn length(&self, length: Duration) -> String {
        let all = length.as_secs() + u64::from(length.subsec_millis() >= 500);
        let (minutes, seconds) = if all <= 90 && all != 60 { (0, all) } else { (all / 60, all % 60) };
        match (minutes, seconds) {
            (0, _) => self.count("seconds", seconds),
            (_, 0) => self.count("minutes", minutes),
            (_, _) => format!("{} {}", self.count("minutes", minutes), self.count("seconds", seconds)),
        }
    }

    /// The way that a phase goes: its verb, else the first word of it, is looked up.
    pub fn motion(&self, verb: &str) -> Motion {
        let verb = verb.trim().to_lowercase();
        let first = verb.split_whitespace().next().unwrap_or_default();
        let found = self.verbs.get(&verb).or_else(|| self.verbs.get(first));
        found.copied().unwrap_or(Motion::Other)
    }
}

/// Fills the places of a text, each once, from left to right: what is filled in is not looked at again.
fn fill(text: &str, with: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        let place = behind.split_once('}').and_then(|(name, behind)| {
            let (_, value) = with.iter().find(|(key, _)| *key == name)?;
            Some((*value, behind))
        });
        if let Some((value, behind)) = place {
            out.push_str(value);
            rest = behind;
        } else {
            out.push('{');
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

/// The words of every language that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    tables: Vec<Words>,
}

impl Lexicon {
    /// Tables, the one for languages that are not known first.
    pub const fn new(tables: Vec<Words>) -> Self {
        Self { tables }
    }

    /// The words of a BCP 47 tag by its primary part: `de` for `de-CH`. Of an unknown language the first table; nothing
    /// is said where there is none.
    pub fn of(&self, tag: &str) -> Words {
        self.known(tag).or_else(|| self.tables.first()).cloned().unwrap_or_default()
    }

    /// The same, and nothing for an unknown language.
    pub fn known(&self, tag: &str) -> Option<&Words> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        self.tables.iter().find(|words| words.language() == primary)
    }

    /// All tables.
    pub fn tables(&self) -> &[Words] {
        &self.tables
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: &str) -> Words {
        let texts = [
            ("set", "Set {n} of {of}"),
            ("left", "left"),
            ("seconds.one", "{n} second"),
            ("seconds.other", "{n} seconds"),
            ("minutes.one", "{n} minute"),
            ("minutes.other", "{n} minutes"),
        ];
        let texts = texts.map(|(key, text)| (key.to_owned(), Clean::text(text)));
        let verbs = [("raise".to_owned(), Motion::Raise), ("stand up".to_owned(), Motion::Raise)];
        Words::new(Clean::name(language), texts.into(), verbs.into())
    }

    #[test]
    fn places_are_filled_once_and_others_stay() {
        let words = words("en");
        assert_eq!(words.text("set", &[("n", "{of}"), ("of", "3")]), "Set {of} of 3");
        assert_eq!(words.text("set", &[("n", "1")]), "Set 1 of {of}");
        assert_eq!(words.text("nothing", &[]), "");
        assert_eq!(words.with_side("the {side} foot", Some(Side::Left)), "the left foot");
        assert_eq!(words.with_side("the {side} foot", None), "the foot");
    }

    #[test]
    fn lengths_are_spoken_in_seconds_and_minutes() {
        let words = words("en");
        let said = [1, 30, 60, 75, 90, 120, 150].map(|n| words.length(Duration::from_secs(n)));
        let expected =
            ["1 second", "30 seconds", "1 minute", "75 seconds", "90 seconds", "2 minutes", "2 minutes 30 seconds"];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_language_is_found_by_its_primary_tag() {
        let lexicon = Lexicon::new(vec![words("en"), words("de")]);
        assert_eq!(
            ["de", "de-CH", "DE_at", "ja"].map(|tag| lexicon.of(tag).language().to_owned()),
            ["de", "de", "de", "en"]
        );
        assert!(lexicon.known("ja").is_none() && Lexicon::default().of("en").language().is_empty());
    }

    #[test]
    fn a_verb_goes_its_way_by_itself_or_by_its_first_word() {
        let words = words("en");
        assert_eq!(
            ["Raise", "raise heels", "stand up", "stand"].map(|verb| words.motion(verb)),
            [Motion::Raise, Motion::Raise, Motion::Raise, Motion::Other]
        );
    }
}
