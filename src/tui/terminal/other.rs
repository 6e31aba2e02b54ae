//! Where there are no signals to speak of: the same names over what crossterm can do.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{
    self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyModifiers, MouseEventKind,
};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};

use crate::error::Error;
use crate::tui::key::{Key, KeyPress};
use crate::tui::run::{Input, Spot};

static OURS: AtomicBool = AtomicBool::new(false);

/// The way out: a frame is collected and then written.
#[derive(Debug, Default)]
pub(super) struct Outlet(Vec<u8>);

impl io::Write for Outlet {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.0.write(buf)
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(&self.0)?;
        self.0.clear();
        out.flush()
    }
}

pub(super) fn take() -> Result<(), Error> {
    let failed = |error| Error::failed("the terminal could not be set up").because(error);
    enable_raw_mode().map_err(failed)?;
    OURS.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, cursor::Hide, EnableBracketedPaste).map_err(failed)
}

pub(super) fn restore() {
    if OURS.swap(false, Ordering::SeqCst) {
        let _modes = disable_raw_mode();
        let mut out = io::stdout();
        let _told = io::Write::write_all(&mut out, &super::owed::settle());
        let _left = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    }
}

pub(super) fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size()
}

/// Listens to the terminal.
#[derive(Debug, Default)]
pub(super) struct Ears;

impl Ears {
    #[expect(clippy::unused_self, reason = "where there are bytes to decode there is a state")]
    pub(super) fn wait(&mut self, at_most: Duration) -> Result<Vec<Input>, Error> {
        let failed = |error| Error::failed("the terminal could not be listened to").because(error);
        let mut heard = Vec::new();
        let mut wait = at_most;
        while event::poll(wait).map_err(failed)? {
            heard.extend(input(event::read().map_err(failed)?));
            wait = Duration::ZERO;
        }
        Ok(heard)
    }
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if !key.is_release() => pressed(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(_) => Some(Input::Click(Spot { column: mouse.column, row: mouse.row })),
            MouseEventKind::ScrollUp => Some(Input::Wheel(true)),
            MouseEventKind::ScrollDown => Some(Input::Wheel(false)),
            _ => None,
        },
        Event::FocusGained => Some(Input::Focus(true)),
        Event::FocusLost => Some(Input::Focus(false)),
        _ => None,
    }
}

fn pressed(key: KeyEvent) -> Option<KeyPress> {
    let code = match key.code {
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    };
    let held = |modifier| key.modifiers.contains(modifier);
    Some(KeyPress { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT) })
}
