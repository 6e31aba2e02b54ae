//! The gate that every byte to the terminal passes: text, and the few sequences a frame needs; all else is dropped.
//!
//! What is told outside of a frame (title, progress, a notification, the mouse) is never written as bytes: it is a
//! value ([`Sequence`]), of which the gate makes the bytes itself.
//!
//! Text was cleaned where it entered the program. This is the second wall: whatever gets past the first can at most
//! be read on the screen, never set a title, touch the clipboard or make the terminal type an answer.

mod aside;
pub mod terminals;

use std::io::{self, Write};

pub use aside::{Aside, Beside, Sequence};

/// The longest sequence that is looked at; a longer one is dropped.
const LONGEST: usize = 64;

/// A writer that lets through what [the room](self) says, across any boundaries between writes.
#[derive(Debug)]
pub struct Gate<W> {
    inner: W,
    state: State,
    /// The sequence, or the bytes of the letter, that is not complete yet.
    held: Vec<u8>,
    passed: Vec<u8>,
    dropped: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ground,
    /// Within a letter of several bytes, so many of which are to come.
    Letter(u8),
    Escape,
    /// After `ESC` and a byte that asks for one more.
    Charset,
    Csi,
    /// Within a sequence that is too long already.
    TooLong,
    /// Within OSC, DCS, APC, PM or SOS.
    Text,
    /// The same, after an `ESC`.
    TextEscape,
}

impl<W: Write> Gate<W> {
    /// A gate in front of `inner`.
    pub const fn new(inner: W) -> Self {
        Self { inner, state: State::Ground, held: Vec::new(), passed: Vec::new(), dropped: 0 }
    }

    /// How many bytes and sequences were dropped.
    pub const fn dropped(&self) -> u64 {
        self.dropped
    }

    /// What stands behind the gate.
    pub const fn inner_mut(&mut self) -> &mut W {
        &mut self.inner
    }

    fn drop_held(&mut self) {
        self.dropped += 1;
        self.held.clear();
        self.state = State::Ground;
    }

    fn pass_held(&mut self) {
        self.passed.append(&mut self.held);
        self.state = State::Ground;
    }

    fn take(&mut self, byte: u8) {
        match self.state {
            State::Ground => self.ground(byte),
            State::Letter(missing) => self.letter(byte, missing),
            State::Escape => self.escape(byte),
            State::Charset => match byte {
                0x20..=0x2f => {}
                0x30..=0x7e => self.drop_held(),
                _ => self.give_up(byte),
            },
            State::Csi => self.csi(byte),
            State::TooLong => match byte {
                0x20..=0x3f => {}
                0x40..=0x7e => self.drop_held(),
                _ => self.give_up(byte),
            },
            State::Text => match byte {
                0x1b => self.state = State::TextEscape,
                0x07 | 0x18 | 0x1a => self.drop_held(),
                _ => {}
            },
            State::TextEscape => {
                self.drop_held();
                if byte != b'\\' {
                    self.state = State::Escape;
                    self.escape(byte);
                }
            }
        }
    }

    /// What was begun is dropped; the byte that broke it is looked at afresh.
    fn give_up(&mut self, byte: u8) {
        self.drop_held();
        self.ground(byte);
    }

    fn ground(&mut self, byte: u8) {
        match byte {
            0x20..=0x7e | b'\r' | b'\n' | 0x07 => self.passed.push(byte),
            0x1b => self.hold(byte, State::Escape),
            0xc2..=0xdf => self.hold(byte, State::Letter(1)),
            0xe0..=0xef => self.hold(byte, State::Letter(2)),
            0xf0..=0xf4 => self.hold(byte, State::Letter(3)),
            _ => self.dropped += 1,
        }
    }

    fn hold(&mut self, byte: u8, state: State) {
        self.held.clear();
        self.held.push(byte);
        self.state = state;
    }

    fn letter(&mut self, byte: u8, missing: u8) {
        if !matches!(byte, 0x80..=0xbf) {
            self.give_up(byte);
            return;
        }
        self.held.push(byte);
        if missing > 1 {
            self.state = State::Letter(missing - 1);
            return;
        }
        // Overlong forms and surrogates do not decode; U+0080 to U+009F are controls.
        let control = |text: &str| text.chars().any(char::is_control);
        match std::str::from_utf8(&self.held) {
            Ok(text) if !control(text) => self.pass_held(),
            _ => self.drop_held(),
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            b'[' => {
                self.hold(0x1b, State::Csi);
                self.held.push(byte);
            }
            b']' | b'P' | b'_' | b'^' | b'X' => self.state = State::Text,
            0x20..=0x2f => self.state = State::Charset,
            0x30..=0x7e => self.drop_held(),
            _ => self.give_up(byte),
        }
    }

    fn csi(&mut self, byte: u8) {
        match byte {
            0x20..=0x7e if self.held.len() == LONGEST => {
                self.state = State::TooLong;
                self.take(byte);
            }
            0x20..=0x3f => self.held.push(byte),
            0x40..=0x7e => {
                self.held.push(byte);
                if allowed(&self.held) { self.pass_held() } else { self.drop_held() }
            }
            _ => self.give_up(byte),
        }
    }
}

/// Whether a whole `ESC [ …` is one that a frame needs.
fn allowed(sequence: &[u8]) -> bool {
    let [0x1b, b'[', params @ .., last] = sequence else { return false };
    match last {
        b'm' | b'H' | b'f' | b'A'..=b'D' | b'G' | b'd' | b'J' | b'K' => {
            params.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':'))
        }
        b'h' | b'l' => matches!(params, b"?25" | b"?1049" | b"?2004" | b"?2026"),
        _ => false,
    }
}

impl<W: Write> Write for Gate<W> {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        for byte in buf {
            self.take(*byte);
        }
        let sent = self.inner.write_all(&self.passed);
        self.passed.clear();
        sent.map(|()| buf.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests;
