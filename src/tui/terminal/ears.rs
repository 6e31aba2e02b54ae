//! Waiting: for bytes of the terminal and for the bell, with a deadline, never longer than one of them needs.

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::keys::Keys;
use super::signals;
use crate::error::Error;
use crate::tui::run::Input;

/// After so long a lone `ESC` is the key.
const SETTLED: Duration = Duration::from_millis(30);
/// After so long without a byte a paste is over.
const PASTED: Duration = Duration::from_secs(1);
/// So much is heard in one turn.
const MOST: usize = 64 * 1024;

/// Listens to the terminal.
#[derive(Debug, Default)]
pub(super) struct Ears {
    keys: Keys,
    quiet: Duration,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    Nothing,
    Bell,
    Bytes,
}

fn came(at_most: Duration) -> Result<Came, Error> {
    let timeout = Timespec::try_from(at_most).ok();
    let stdin = io::stdin();
    let mut fds = vec![PollFd::new(&stdin, PollFlags::IN)];
    fds.extend(signals::bell().map(|bell| PollFd::new(bell, PollFlags::IN)));
    match poll(&mut fds, timeout.as_ref()) {
        Ok(0) => Ok(Came::Nothing),
        // What is no input is an end, and reading tells.
        Ok(_) if fds.first().is_some_and(|terminal| !terminal.revents().is_empty()) => Ok(Came::Bytes),
        Ok(_) | Err(rustix::io::Errno::INTR) => Ok(Came::Bell),
        Err(error) => Err(Error::failed("the terminal could not be listened to").because(error)),
    }
}

impl Ears {
    /// Waits for anything, no longer than `at_most`, and takes all that is there.
    pub(super) fn wait(&mut self, at_most: Duration) -> Result<Vec<Input>, Error> {
        let mut heard = Vec::new();
        let mut patience = at_most;
        let mut taken = 0;
        let mut bytes = [0; 4096];
        while taken < MOST {
            let unsettled = self.keys.unsettled();
            let wait = match (unsettled, self.keys.pasting()) {
                (true, _) => SETTLED,
                (_, true) => patience.min(PASTED),
                _ => patience,
            };
            match came(wait)? {
                Came::Bytes => match rustix::io::read(io::stdin(), &mut bytes) {
                    Ok(count @ 1..) => {
                        heard.extend(self.keys.read(bytes.get(..count).unwrap_or_default()));
                        taken += count;
                        patience = Duration::ZERO;
                        self.quiet = Duration::ZERO;
                    }
                    Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => break,
                    Ok(_) | Err(_) => {
                        signals::ask_to_end(signals::HUNG_UP);
                        break;
                    }
                },
                Came::Bell => {
                    signals::quiet();
                    break;
                }
                Came::Nothing => {
                    self.quiet += wait;
                    if unsettled || self.keys.pasting() && self.quiet >= PASTED {
                        heard.extend(self.keys.settle());
                    }
                    break;
                }
            }
        }
        Ok(heard)
    }
}
