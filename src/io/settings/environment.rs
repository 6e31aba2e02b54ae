//! What the environment says about the terminal: facts for the faces, which decide what to make of them.

use crate::figure::Glyphs;
use crate::io::settings::Variables;
use crate::io::settings::glyphs::{glyphs, is_light};

/// Facts about terminal and language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Environment {
    /// The locale can show more than ASCII.
    pub is_utf8: bool,
    /// `NO_COLOR` is set: no colour, whatever the terminal can do.
    pub no_color: bool,
    /// `TERM` is `dumb` or not set: no cursor to move, lines only.
    pub term_dumb: bool,
    /// What the terminal can show; `NO_COLOR` is not in it.
    pub colors: Colors,
    /// What figures are drawn with.
    pub glyphs: Glyphs,
    /// Whether the ground is light; none where the terminal does not say it.
    pub is_light: Option<bool>,
}

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colors {
    /// None.
    None,
    /// The sixteen of old.
    Sixteen,
    /// The palette of 256.
    Palette,
    /// Any.
    True,
}

impl Environment {
    /// Reads the facts.
    pub fn read(variables: Variables<'_>) -> Self {
        let text = |name: &str| variables(name).map(|value| value.to_string_lossy().to_ascii_lowercase());
        let term = text("TERM").unwrap_or_default();
        let term_dumb = cfg!(unix) && matches!(term.as_str(), "" | "dumb");
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(text);
        let is_utf8 = locale.map_or(cfg!(windows), |name| name.contains("utf-8") || name.contains("utf8"));
        Self {
            is_utf8,
            no_color: variables("NO_COLOR").is_some_and(|value| !value.is_empty()),
            term_dumb,
            colors: colors(&term, &text("COLORTERM").unwrap_or_default(), term_dumb),
            glyphs: glyphs(variables, is_utf8, term_dumb),
            is_light: is_light(variables),
        }
    }
}

fn colors(term: &str, colorterm: &str, term_dumb: bool) -> Colors {
    if term_dumb {
        Colors::None
    } else if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
        Colors::True
    } else if term.contains("256color") {
        Colors::Palette
    } else {
        Colors::Sixteen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::settings::scripted;

    #[test]
    fn facts_of_common_terminals() {
        let read = |pairs: &[(&str, &str)]| Environment::read(&scripted(pairs));
        let full = read(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "de_DE.UTF-8")]);
        assert!(full.is_utf8 && !full.no_color && !full.term_dumb);
        assert_eq!(full.colors, Colors::True);
        let plain = read(&[("TERM", "dumb"), ("LANG", "en_US.UTF-8"), ("LC_ALL", "C"), ("NO_COLOR", "1")]);
        assert!(!plain.is_utf8 && plain.no_color && plain.term_dumb);
        assert_eq!(plain.colors, Colors::None);
        assert_eq!(read(&[("TERM", "screen-256color"), ("NO_COLOR", "")]).colors, Colors::Palette);
        assert_eq!(read(&[("TERM", "linux")]).colors, Colors::Sixteen);
    }
}
