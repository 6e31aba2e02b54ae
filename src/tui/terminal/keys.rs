//! What a terminal sends, as inputs: letters, the sequences of named keys, pastes whole.
//!
//! Bytes come as they come: a sequence may be cut anywhere, or never end. Nothing here waits; the terminal says when
//! nothing more came ([`Keys::settle`]), and what is neither text nor a known key is dropped.

use crate::tui::key::{Key, KeyPress};
use crate::tui::run::{Input, Spot};

/// A sequence longer than this is no key.
const LONGEST: usize = 64;
/// So much of a paste is kept.
const MOST_PASTED: usize = 64 * 1024;
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// The state between two reads.
#[derive(Debug, Default)]
pub(super) struct Keys {
    state: State,
    held: Vec<u8>,
    heard: Vec<Input>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// Within a letter of several bytes; Alt may have been held.
    Letter {
        missing: u8,
        alt: bool,
    },
    Escape,
    /// After `ESC [`.
    Csi,
    /// After `ESC [ [`: function keys of the Linux console.
    Console,
    /// After `ESC O`.
    Ss3,
    /// After `ESC [ M`: a mouse in the form of old, of which so many bytes are to come.
    OldMouse {
        missing: u8,
    },
    /// Within an answer nobody asked for: up to BEL or `ESC \`.
    Text,
    Paste,
}

impl Keys {
    /// Takes what was read and gives what it means.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Vec<Input> {
        for byte in bytes {
            self.take(*byte);
        }
        std::mem::take(&mut self.heard)
    }

    /// Whether something was begun and its end is missing.
    pub(super) fn unsettled(&self) -> bool {
        !matches!(self.state, State::Ground | State::Paste)
    }

    /// Whether a paste was begun and its end is missing.
    pub(super) fn pasting(&self) -> bool {
        self.state == State::Paste
    }

    /// Nothing more came: a lone `ESC` is the key, a paste ends, a half sequence is dropped.
    pub(super) fn settle(&mut self) -> Vec<Input> {
        match self.state {
            State::Escape => self.named(Key::Esc),
            State::Csi if self.held.is_empty() => self.letter_key('[', true),
            State::Ss3 => self.letter_key('O', true),
            State::Paste => self.pasted(),
            _ => {}
        }
        self.begin(State::Ground);
        std::mem::take(&mut self.heard)
    }

    fn begin(&mut self, state: State) {
        self.state = state;
        self.held.clear();
    }

    fn press(&mut self, key: KeyPress) {
        self.heard.push(Input::Key(key));
    }

    fn named(&mut self, code: Key) {
        self.press(KeyPress::plain(code));
    }

    fn letter_key(&mut self, letter: char, alt: bool) {
        self.press(KeyPress { alt, ..KeyPress::char(letter) });
    }

    fn pasted(&mut self) {
        let text = String::from_utf8_lossy(&self.held).into_owned();
        self.heard.push(Input::Paste(text));
    }

    fn take(&mut self, byte: u8) {
        match self.state {
            State::Ground => self.ground(byte, false),
            State::Letter { missing, alt } => self.letter(byte, missing, alt),
            State::Escape => self.escape(byte),
            State::Csi => self.csi(byte),
            State::Console => {
                self.begin(State::Ground);
                if let b'A'..=b'E' = byte {
                    self.named(Key::F(byte - b'A' + 1));
                }
            }
            State::Ss3 => {
                self.begin(State::Ground);
                match final_key(byte) {
                    Some(key) => self.press(key),
                    None if byte == 0x1b => self.state = State::Escape,
                    None => {}
                }
            }
            State::OldMouse { missing } => self.old_mouse(byte, missing),
            State::Text => self.text(byte),
            State::Paste => self.paste(byte),
        }
    }

    fn ground(&mut self, byte: u8, alt: bool) {
        let letter = |missing| State::Letter { missing, alt };
        match byte {
            0x1b => self.begin(State::Escape),
            0xc2..=0xdf => self.hold(byte, letter(1)),
            0xe0..=0xef => self.hold(byte, letter(2)),
            0xf0..=0xf4 => self.hold(byte, letter(3)),
            0x80.. => self.begin(State::Ground),
            _ => {
                self.begin(State::Ground);
                self.press(KeyPress { alt, ..single(byte) });
            }
        }
    }

    fn hold(&mut self, byte: u8, state: State) {
        self.begin(state);
        self.held.push(byte);
    }

    fn letter(&mut self, byte: u8, missing: u8, alt: bool) {
        if !matches!(byte, 0x80..=0xbf) {
            self.ground(byte, false);
            return;
        }
        self.held.push(byte);
        if missing > 1 {
            self.state = State::Letter { missing: missing - 1, alt };
            return;
        }
        let letter = std::str::from_utf8(&self.held).ok().and_then(|text| text.chars().next());
        self.begin(State::Ground);
        if let Some(letter) = letter.filter(|letter| !letter.is_control()) {
            self.letter_key(letter, alt);
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            b'[' => self.begin(State::Csi),
            b'O' => self.begin(State::Ss3),
            b']' | b'P' | b'_' | b'^' => self.begin(State::Text),
            0x1b => self.named(Key::Esc),
            _ => self.ground(byte, true),
        }
    }

    fn csi(&mut self, byte: u8) {
        match byte {
            b'[' if self.held.is_empty() => self.begin(State::Console),
            0x20..=0x3f if self.held.len() < LONGEST => self.held.push(byte),
            0x20..=0x3f => {}
            0x40..=0x7e => {
                let params = std::mem::take(&mut self.held);
                self.begin(State::Ground);
                match (params.as_slice(), byte) {
                    (b"200", b'~') => self.begin(State::Paste),
                    (b"", b'M') => self.state = State::OldMouse { missing: 3 },
                    ([b'<', button @ ..], b'M') => self.heard.extend(mouse_words(button)),
                    (b"", b'I' | b'O') => self.heard.push(Input::Focus(byte == b'I')),
                    _ => {
                        if let Some(key) = sequence(&params, byte) {
                            self.press(key);
                        }
                    }
                }
            }
            _ => self.ground(byte, false),
        }
    }

    /// Three bytes: the button, the column and the row, each with 32 added. Dropped where they are none.
    fn old_mouse(&mut self, byte: u8, missing: u8) {
        if byte < 0x20 {
            self.ground(byte, false);
            return;
        }
        self.held.push(byte - 32);
        self.state = State::OldMouse { missing: missing - 1 };
        if missing == 1 {
            let heard = match *self.held {
                [button, column, row] => mouse(button.into(), column.into(), row.into()),
                _ => None,
            };
            self.begin(State::Ground);
            self.heard.extend(heard);
        }
    }

    fn text(&mut self, byte: u8) {
        match byte {
            b'\\' if self.held == [0x1b] => self.begin(State::Ground),
            0x07 | 0x18 | 0x1a => self.begin(State::Ground),
            0x1b => self.hold(byte, State::Text),
            _ if self.held == [0x1b] => {
                self.begin(State::Escape);
                self.escape(byte);
            }
            _ => {}
        }
    }

    fn paste(&mut self, byte: u8) {
        self.held.push(byte);
        if self.held.ends_with(PASTE_ENDS) {
            self.held.truncate(self.held.len() - PASTE_ENDS.len());
            self.pasted();
            self.begin(State::Ground);
        } else if self.held.len() >= MOST_PASTED + PASTE_ENDS.len() {
            // What is over is dropped, but its end is still looked for.
            self.held.remove(MOST_PASTED);
        } else {
            // more of it
        }
    }
}

/// What `button;column;row` means.
fn mouse_words(params: &[u8]) -> Option<Input> {
    let numbers = std::str::from_utf8(params).unwrap_or_default();
    let numbers: Option<Vec<u16>> = numbers.split(';').map(|number| number.parse().ok()).collect();
    match numbers.as_deref() {
        Some([button, column, row]) => mouse(*button, *column, *row),
        _ => None,
    }
}

/// One of the three buttons that goes down, or a step of the wheel; nothing that is dragged or let go.
fn mouse(button: u16, column: u16, row: u16) -> Option<Input> {
    // Shift, Alt and Control may be held: 4, 8 and 16.
    match button & !0b1_1100 {
        0..=2 => Some(Input::Click(Spot { column: column.saturating_sub(1), row: row.saturating_sub(1) })),
        64 => Some(Input::Wheel(true)),
        65 => Some(Input::Wheel(false)),
        _ => None,
    }
}

/// A byte that is a key by itself.
const fn single(byte: u8) -> KeyPress {
    match byte {
        b'\r' | b'\n' => KeyPress::plain(Key::Enter),
        b'\t' => KeyPress::plain(Key::Tab),
        0x08 | 0x7f => KeyPress::plain(Key::Backspace),
        0x00 => KeyPress::ctrl(Key::Char(' ')),
        0x01..=0x1a => KeyPress::ctrl(Key::Char((byte - 1 + b'a') as char)),
        0x1b..=0x1f => KeyPress::ctrl(Key::Char((byte - 0x1c + b'4') as char)),
        _ => KeyPress::char(byte as char),
    }
}

/// The key of the last letter of `ESC O x` or `ESC [ x`.
fn final_key(byte: u8) -> Option<KeyPress> {
    let code = match byte {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'F' => Key::End,
        b'H' => Key::Home,
        b'M' => Key::Enter,
        b'P'..=b'S' => Key::F(byte - b'P' + 1),
        b'Z' => Key::BackTab,
        _ => return None,
    };
    Some(KeyPress::plain(code))
}

/// The key of a whole `ESC [ params x`: the number of the key, or 1 before a letter, then what was held.
fn sequence(params: &[u8], last: u8) -> Option<KeyPress> {
    let text = std::str::from_utf8(params).ok()?;
    let numbers: Option<Vec<u8>> =
        text.split(';').map(|part| if part.is_empty() { Some(1) } else { part.parse().ok() }).collect();
    let (number, modifiers) = match numbers?.as_slice() {
        [number] => (*number, 1),
        [number, modifiers] => (*number, *modifiers),
        _ => return None,
    };
    let known = match last {
        b'~' => tilde(number)?,
        // `M` is a mouse that nobody asked for.
        b'A'..=b'H' | b'P'..=b'Z' if number == 1 => final_key(last)?,
        _ => return None,
    };
    let held = modifiers.saturating_sub(1);
    Some(KeyPress { ctrl: held & 4 > 0, alt: held & 2 > 0, ..known })
}

/// The key of `ESC [ number ~`.
const fn tilde(number: u8) -> Option<KeyPress> {
    let code = match number {
        1 | 7 => Key::Home,
        3 => Key::Delete,
        4 | 8 => Key::End,
        5 => Key::PageUp,
        6 => Key::PageDown,
        11..=15 => Key::F(number - 10),
        17..=21 => Key::F(number - 11),
        23 | 24 => Key::F(number - 12),
        _ => return None,
    };
    Some(KeyPress::plain(code))
}

#[cfg(test)]
mod tests;
