//! Which terminal understands which of the sequences outside of a frame: a table, and nothing is guessed.
//!
//! The lists are those of the terminals' own documents and sources. Progress (OSC 9;4): Windows Terminal, `ConEmu`,
//! Ghostty, `WezTerm`, Konsole, iTerm2, mintty. Notifications: OSC 9 iTerm2 and VS Code; OSC 777 foot, Ghostty, `WezTerm`,
//! urxvt; OSC 99 kitty. The title is set only where it can be put back too (XTWINOPS 22 and 23): xterm, kitty, foot,
//! Alacritty, iTerm2, mintty and those made of VTE; Windows Terminal, `WezTerm` and Konsole do not keep it.
//!
//! A variable is inherited by whatever is started in a terminal, so that one alone may be a lie: where the signs of two
//! terminals are found, nothing is known. Within tmux, screen and zellij nothing is, since they stand between.

/// How a notification is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `OSC 9 ; text`
    Nine,
    /// `OSC 777 ; notify ; title ; text`
    SevenSevenSeven,
    /// `OSC 99 ; ; text`
    NinetyNine,
}

/// What a terminal understands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Knows {
    /// A title, and how to put the old one back.
    pub title: bool,
    /// Progress.
    pub progress: bool,
    /// Notifications.
    pub notification: Option<Form>,
}

/// By what a terminal is known.
#[derive(Clone, Copy, Debug)]
enum Sign {
    /// The variable is this.
    Is(&'static str, &'static str),
    /// It begins with this.
    Begins(&'static str, &'static str),
    /// It is set.
    Set(&'static str),
}

use Form::{Nine, NinetyNine, SevenSevenSeven};
use Sign::{Begins, Is, Set};

/// What stands between a program and its terminal.
const BETWEEN: &[Sign] = &[Set("TMUX"), Set("STY"), Set("ZELLIJ"), Begins("TERM", "tmux"), Begins("TERM", "screen")];

/// The terminals: any of the signs will do.
const TABLE: &[(&str, &[Sign], Knows)] = &[
    ("kitty", &[Is("TERM", "xterm-kitty")], knows(true, false, Some(NinetyNine))),
    ("foot", &[Is("TERM", "foot"), Begins("TERM", "foot-")], knows(true, false, Some(SevenSevenSeven))),
    (
        "Ghostty",
        &[Is("TERM", "xterm-ghostty"), Is("TERM_PROGRAM", "ghostty")],
        knows(false, true, Some(SevenSevenSeven)),
    ),
    ("WezTerm", &[Is("TERM_PROGRAM", "WezTerm"), Is("TERM", "wezterm")], knows(false, true, Some(SevenSevenSeven))),
    ("iTerm2", &[Is("TERM_PROGRAM", "iTerm.app")], knows(true, true, Some(Nine))),
    ("VS Code", &[Is("TERM_PROGRAM", "vscode")], knows(false, false, Some(Nine))),
    ("mintty", &[Is("TERM_PROGRAM", "mintty")], knows(true, true, None)),
    ("Windows Terminal", &[Set("WT_SESSION")], knows(false, true, None)),
    ("ConEmu", &[Is("ConEmuANSI", "ON")], knows(false, true, None)),
    ("Konsole", &[Set("KONSOLE_VERSION")], knows(false, true, None)),
    ("urxvt", &[Begins("TERM", "rxvt-unicode")], knows(false, false, Some(SevenSevenSeven))),
    ("Alacritty", &[Is("TERM", "alacritty")], knows(true, false, None)),
    ("xterm", &[Set("XTERM_VERSION")], knows(true, false, None)),
    ("VTE", &[Set("VTE_VERSION")], knows(true, false, None)),
];

const fn knows(title: bool, progress: bool, notification: Option<Form>) -> Knows {
    Knows { title, progress, notification }
}

/// What the terminal of these variables understands.
pub fn known(variable: &dyn Fn(&str) -> Option<String>) -> Knows {
    let shown = |sign: &Sign| match sign {
        Is(name, value) => variable(name).is_some_and(|found| found == *value),
        Begins(name, value) => variable(name).is_some_and(|found| found.starts_with(value)),
        Set(name) => variable(name).is_some_and(|found| !found.is_empty()),
    };
    if BETWEEN.iter().any(shown) {
        return Knows::default();
    }
    let mut found = TABLE.iter().filter(|(_, signs, _)| signs.iter().any(shown));
    match (found.next(), found.next()) {
        (Some((_, _, knows)), None) => *knows,
        (Some(_) | None, _) => Knows::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Knows {
        known(&|name| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn terminals_are_known_by_their_signs() {
        assert_eq!(of(&[("TERM", "xterm-kitty")]).notification, Some(NinetyNine));
        assert_eq!(of(&[("TERM", "foot")]).notification, Some(SevenSevenSeven));
        assert!(of(&[("TERM", "xterm-256color"), ("WT_SESSION", "1")]).progress);
        assert!(of(&[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(379)")]).title);
        assert!(of(&[("TERM_PROGRAM", "mintty")]).title);
    }

    #[test]
    fn nothing_is_guessed() {
        for pairs in [
            &[][..],
            &[("TERM", "xterm-256color")],
            &[("TERM", "linux")],
            &[("TERM", "footnote")],
            &[("TERM_PROGRAM", "Apple_Terminal"), ("TERM", "xterm-256color")],
            // an xterm that was started in Konsole
            &[("KONSOLE_VERSION", "230400"), ("XTERM_VERSION", "XTerm(379)")],
        ] {
            assert_eq!(of(pairs), Knows::default(), "{pairs:?}");
        }
    }

    #[test]
    fn whoever_stands_between_is_told_nothing() {
        for between in [("TMUX", "/tmp/x"), ("STY", "1.tty"), ("ZELLIJ", "0")] {
            assert_eq!(of(&[between, ("TERM_PROGRAM", "iTerm.app")]), Knows::default());
        }
        for term in ["tmux-256color", "screen.xterm-256color"] {
            assert_eq!(of(&[("TERM", term), ("WT_SESSION", "1")]), Knows::default());
        }
    }

    #[test]
    fn every_terminal_of_the_table_is_known_by_each_of_its_signs() {
        for (name, signs, knows) in TABLE {
            for sign in *signs {
                let pair = match sign {
                    Is(name, value) | Begins(name, value) => (*name, *value),
                    Set(name) => (*name, "1"),
                };
                assert_eq!(of(&[pair]), *knows, "{name}");
            }
        }
    }
}
