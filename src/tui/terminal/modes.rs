//! The modes of the terminal: saved, changed, and given back in one place, by whoever comes first.
//!
//! The terminal is written to through a handle of its own that never blocks, and only while it is held: after
//! [`restore`] not a byte of a frame can follow.

use std::fs::File;
use std::io::{self, Write as _};
use std::os::fd::AsFd as _;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetwinsize, tcsetattr, ttyname};

use crate::error::Error;

/// Alternate screen, no cursor, pastes marked.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[0m\x1b[2J";
/// The frame is over, pastes unmarked, no colour, the old screen, the cursor.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?2004l\x1b[0m\x1b[?1049l\x1b[?25h";
/// Leaving may wait so often for room, 50 ms each: 300 ms for a terminal that nobody reads.
const TRIES: u32 = 6;

/// The modes as they were found; there while the terminal is ours.
static FOUND: Mutex<Option<Termios>> = Mutex::new(None);
static TTY: OnceLock<File> = OnceLock::new();

/// What became of some bytes.
pub(super) enum Put {
    /// So many were taken.
    Some(usize),
    /// Nobody reads; there is no room.
    Full,
    /// The terminal was given back, they are not for it any more.
    NotOurs,
    /// The terminal is gone.
    Gone,
}

fn found() -> MutexGuard<'static, Option<Termios>> {
    FOUND.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A handle of our own: what blocks or does not is a matter of the handle, and stdout's is shared with the shell.
fn open_tty() -> io::Result<File> {
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let by_name = ttyname(io::stdout(), Vec::new()).and_then(|name| open(name, flags, Mode::empty()));
    match by_name.or_else(|_| open("/dev/tty", flags, Mode::empty())) {
        Ok(handle) => Ok(handle.into()),
        Err(_) => Ok(io::stdout().as_fd().try_clone_to_owned()?.into()),
    }
}

fn tty() -> io::Result<&'static File> {
    if TTY.get().is_none() {
        let _late = TTY.set(open_tty()?);
    }
    TTY.get().ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// Waits until there is room to write, at most so long.
pub(super) fn wait_for_room(at_most: Duration) -> bool {
    let Ok(tty) = tty() else { return false };
    let timeout = Timespec::try_from(at_most).ok();
    let mut fds = [PollFd::new(tty, PollFlags::OUT)];
    matches!(poll(&mut fds, timeout.as_ref()), Ok(1..))
}

fn put_now(bytes: &[u8]) -> Put {
    // A handle that blocks (there was no other) is asked first, and gets little at a time.
    if !wait_for_room(Duration::ZERO) {
        return Put::Full;
    }
    let Ok(mut tty) = tty() else { return Put::Gone };
    let piece = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    match tty.write(piece) {
        Ok(count) => Put::Some(count),
        Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => Put::Full,
        Err(_) => Put::Gone,
    }
}

/// Writes some of the bytes if the terminal is ours.
pub(super) fn put(bytes: &[u8]) -> Put {
    let ours = found();
    if ours.is_some() { put_now(bytes) } else { Put::NotOurs }
}

fn put_all(mut bytes: &[u8]) {
    for _ in 0..TRIES {
        while let Put::Some(count) = put_now(bytes) {
            bytes = bytes.get(count..).unwrap_or_default();
            if bytes.is_empty() {
                return;
            }
        }
        wait_for_room(Duration::from_millis(50));
    }
}

fn failed(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::failed("the terminal could not be set up").because(error)
}

/// Saves the modes and takes the terminal; if it is ours already the modes are only set again.
pub(super) fn take() -> Result<(), Error> {
    tty().map_err(failed)?;
    let mut ours = found();
    let before = match ours.as_ref() {
        Some(found) => found.clone(),
        None => tcgetattr(io::stdin()).map_err(failed)?,
    };
    let mut raw = before.clone();
    raw.make_raw();
    tcsetattr(io::stdin(), OptionalActions::Now, &raw).map_err(failed)?;
    *ours = Some(before);
    put_all(ENTER);
    Ok(())
}

/// Gives the terminal back as it was found; the second time nothing.
pub(super) fn restore() {
    let mut ours = found();
    let Some(before) = ours.take() else { return };
    // Never waits for output to drain: a terminal that nobody reads would keep us here.
    let _modes = tcsetattr(io::stdin(), OptionalActions::Now, &before);
    let _frame = tcflush(io::stdout(), QueueSelector::OFlush);
    // In one piece: a terminal that nobody reads is waited for once.
    let mut last = super::owed::settle();
    last.extend_from_slice(LEAVE);
    put_all(&last);
}

/// Columns and rows, as the terminal says.
pub(super) fn size() -> io::Result<(u16, u16)> {
    let size = tcgetwinsize(io::stdout())?;
    Ok((size.ws_col, size.ws_row))
}
