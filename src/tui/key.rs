//! A key as it was pressed: the only words in which the rest of the crate hears the keyboard.

/// A press of a key with what was held down; Shift is in the letter (`A`) or in the key ([`Key::BackTab`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    /// The key.
    pub code: Key,
    /// Ctrl was held; a letter is then in lower case.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
}

/// The keys that can be told apart in every terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, digit or sign, as the keyboard layout makes it.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Tabulator.
    Tab,
    /// Tabulator with Shift.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

impl KeyPress {
    /// A key with nothing held.
    pub const fn plain(code: Key) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A letter, digit or sign with nothing held.
    pub const fn char(letter: char) -> Self {
        Self::plain(Key::Char(letter))
    }

    /// A letter with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self { code: Key::Char(letter.to_ascii_lowercase()), ctrl: true, alt: false }
    }
}
