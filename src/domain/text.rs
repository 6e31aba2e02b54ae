//! Text that may be shown: every foreign string becomes a [`Clean`] once, where it enters the program.
//!
//! The table is the one of `reliability.md` 9.1: what can move the cursor, reorder the line or hide itself is
//! made visible or removed; what a language needs to be written (joiners, marks, emoji) stays.

use std::fmt;
use std::ops::Deref;

use unicode_segmentation::UnicodeSegmentation as _;

/// Text without anything that could steer a terminal, reorder a line or hide itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(String);

/// The longest name, in letters as a reader counts them.
pub const NAME: usize = 80;
/// The longest text, in letters as a reader counts them.
pub const TEXT: usize = 2_000;

impl Clean {
    /// A name: one line, at most 80 letters.
    pub fn name(raw: &str) -> Self {
        Self(clean(raw, NAME, false))
    }

    /// A text: one line, at most 2,000 letters.
    pub fn text(raw: &str) -> Self {
        Self(clean(raw, TEXT, false))
    }

    /// A note: line breaks stay, at most 2,000 letters.
    pub fn note(raw: &str) -> Self {
        Self(clean(raw, TEXT, true))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// An id: `a` to `z`, `0` to `9` and `-`, 1 to 64 of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The id, or nothing where it holds any other letter or is too long.
    pub fn new(raw: &str) -> Option<Self> {
        let fits = (1..=64).contains(&raw.len())
            && raw.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Self(raw.to_owned()))
    }

    /// An id made of a name: letters and digits in lower case, all else a dash; nothing where no letter is left.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut id = String::new();
        for c in name.chars() {
            if c.is_ascii_alphanumeric() {
                id.push(c.to_ascii_lowercase());
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            } else {
                // a second dash in a row, or one in front: nothing
            }
            if id.len() == 64 {
                break;
            }
        }
        Self::new(id.trim_end_matches('-'))
    }

    /// The id itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Zero-width joiner and non-joiner: kept between two visible characters only.
const JOINERS: [char; 2] = ['\u{200c}', '\u{200d}'];
/// Combining marks on one letter.
const MARKS: usize = 4;
/// Code points in one letter.
const POINTS: usize = 16;

fn clean(raw: &str, longest: usize, keep_lines: bool) -> String {
    // Most texts are plain, and a history of years has many: printable ASCII has one letter a byte and nothing to mend.
    if raw.len() <= longest && raw.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return raw.to_owned();
    }
    let visible: String = raw.replace("\r\n", "\n").chars().filter_map(|c| stand_in(c, keep_lines)).collect();
    let mut out = String::new();
    let mut letters = 0;
    for letter in visible.graphemes(true) {
        if letters == longest {
            out.push('…');
            break;
        }
        let kept = thin(letter, &out);
        if !kept.is_empty() {
            letters += 1;
            out.push_str(&kept);
        }
    }
    while out.ends_with(JOINERS) {
        out.pop();
    }
    out
}

/// What stands in for one character; nothing where it is removed.
fn stand_in(c: char, keep_lines: bool) -> Option<char> {
    match c {
        '\n' if keep_lines => Some('\n'),
        '\n' | '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some('\u{fffd}'),
        _ if is_hidden(c) => None,
        _ => Some(c),
    }
}

/// Characters that show nothing and reorder or hide: bidi controls, tags, fillers, anchors, noncharacters.
const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    ) || (c as u32) & 0xfffe == 0xfffe
}

/// One letter without surplus marks, joiners or selectors; `before` is what stands in front of it.
fn thin(letter: &str, before: &str) -> String {
    let mut out = String::new();
    let mut marks = 0;
    for c in letter.chars().take(POINTS) {
        let last = out.chars().last().or_else(|| before.chars().last());
        let after_visible = last.is_some_and(|l| l != ' ' && l != '\n' && !JOINERS.contains(&l));
        let keep = match c {
            '\u{fe0e}' | '\u{fe0f}' => after_visible && last.is_some_and(|l| !l.is_ascii_alphabetic()),
            _ if JOINERS.contains(&c) => after_visible,
            _ if is_mark(c) => {
                marks += 1;
                marks <= MARKS && after_visible
            }
            _ => true,
        };
        if keep {
            out.push(c);
        }
    }
    out
}

/// Marks that stack on a letter and take no room of their own.
fn is_mark(c: char) -> bool {
    !JOINERS.contains(&c) && c > '\u{2ff}' && unicode_width::UnicodeWidthChar::width(c) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_made_visible() {
        assert_eq!(Clean::name("a\u{1b}]0;x\u{7}b\u{9b}c\u{7f}").as_str(), "a␛]0;x␇b\u{fffd}c␡");
        assert_eq!(Clean::name("one\r\ntwo\tthree\u{2028}four").as_str(), "one two three four");
        assert_eq!(Clean::note("one\r\ntwo").as_str(), "one\ntwo");
    }

    #[test]
    fn what_reorders_or_hides_is_removed() {
        assert_eq!(Clean::name("a\u{202e}b\u{2066}c\u{e0041}d\u{200b}e\u{feff}f\u{115f}").as_str(), "abcdef");
        let accents = format!("e{}", "\u{301}".repeat(10_000));
        assert_eq!(Clean::name(&accents).as_str(), "e\u{301}\u{301}\u{301}\u{301}");
        assert_eq!(Clean::name(&"x".repeat(100)).as_str().chars().count(), 81);
    }

    #[test]
    fn what_a_language_needs_stays() {
        for natural in ["👩‍👩‍👧", "🇩🇪", "1️⃣", "❤️", "می‌خواهم", "क्षत्रिय", "Việt", "שלום", "น้ำ", "e\u{301}"]
        {
            assert_eq!(Clean::name(natural).as_str(), natural);
            assert_eq!(Clean::name(&Clean::name(natural)), Clean::name(natural));
        }
        assert_eq!(Clean::name("a \u{200d}b\u{200d}").as_str(), "a b", "a joiner joins two visible characters");
    }

    #[test]
    fn ids_are_plain() {
        assert_eq!(
            Id::from_name("  Heel drop – straight! ").map(|id| id.to_string()),
            Some("heel-drop-straight".into())
        );
        assert_eq!(Id::from_name("膝"), None);
        assert_eq!(Id::new("Calf"), None);
        assert_eq!(Id::new(&"a".repeat(65)), None);
    }
}
