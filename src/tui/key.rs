//! One press of a key, in our own words: the keymap, the scripts of the tests and the screens know no others.
//!
//! Only `terminal::keys` knows what the terminal's library calls them.

use std::fmt;

/// A key, without what was held down beside it. The space bar is `Char(' ')`; capitals are their own letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, digit, sign or the space bar.
    Char(char),
    /// Enter, Return.
    Enter,
    /// Escape.
    Esc,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Cursor left.
    Left,
    /// Cursor right.
    Right,
    /// The tabulator.
    Tab,
    /// The tabulator with Shift.
    BackTab,
    /// Deletes to the left.
    Backspace,
    /// Deletes to the right.
    Delete,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// A key with what was held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    /// The key.
    pub code: Key,
    /// With Control held down.
    pub ctrl: bool,
    /// With Alt (Option, Meta) held down.
    pub alt: bool,
}

impl KeyPress {
    /// The key alone.
    pub const fn plain(code: Key) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A letter alone.
    pub const fn char(letter: char) -> Self {
        Self::plain(Key::Char(letter))
    }

    /// The key with Control.
    pub const fn ctrl(code: Key) -> Self {
        Self { code, ctrl: true, alt: false }
    }

    /// The key with Alt.
    pub const fn alt(code: Key) -> Self {
        Self { code, ctrl: false, alt: true }
    }
}

impl From<Key> for KeyPress {
    fn from(code: Key) -> Self {
        Self::plain(code)
    }
}

impl From<char> for KeyPress {
    fn from(letter: char) -> Self {
        Self::char(letter)
    }
}

impl fmt::Display for Key {
    /// As it is printed on a keyboard: `Enter`, `Space`, `↑`, `q`, `F1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Char(' ') => "Space",
            Self::Char(letter) => return write!(f, "{letter}"),
            Self::Enter => "Enter",
            Self::Esc => "Esc",
            Self::Up => "↑",
            Self::Down => "↓",
            Self::Left => "←",
            Self::Right => "→",
            Self::Tab => "Tab",
            Self::BackTab => "Shift-Tab",
            Self::Backspace => "Backspace",
            Self::Delete => "Del",
            Self::Home => "Home",
            Self::End => "End",
            Self::PageUp => "PgUp",
            Self::PageDown => "PgDn",
            Self::F(number) => return write!(f, "F{number}"),
        })
    }
}

impl fmt::Display for KeyPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, ctrl, alt } = self;
        write!(f, "{}{}{code}", if *ctrl { "Ctrl-" } else { "" }, if *alt { "Alt-" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_said_as_on_the_keyboard() {
        let said = [KeyPress::char(' '), Key::Up.into(), 'q'.into(), KeyPress::ctrl(Key::Char('c')), Key::F(1).into()];
        assert_eq!(said.map(|key| key.to_string()), ["Space", "↑", "q", "Ctrl-c", "F1"]);
        assert_eq!(KeyPress::alt(Key::Enter).to_string(), "Alt-Enter");
    }
}
