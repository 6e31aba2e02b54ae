//! The way out: a frame is collected, then written in one go to a terminal that may be slow, stuck or gone.

use std::io;
use std::time::Duration;

use super::modes::{self, Put};
use super::signals;

/// Collects what is written until it is sent on a flush; what is not sent is never written.
#[derive(Debug, Default)]
pub(super) struct Outlet {
    frame: Vec<u8>,
}

impl io::Write for Outlet {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(buf);
        Ok(buf.len())
    }

    /// Writes the frame. Waits for a terminal that is slow, but not while the program is asked to end.
    fn flush(&mut self) -> io::Result<()> {
        let mut left = self.frame.as_slice();
        while !left.is_empty() {
            match modes::put(left) {
                Put::Some(count) => left = left.get(count..).unwrap_or_default(),
                Put::Full if signals::ended_by().is_some() => break,
                Put::Full => {
                    modes::wait_for_room(Duration::from_millis(100));
                }
                Put::NotOurs => break,
                Put::Gone => {
                    signals::ask_to_end(signals::HUNG_UP);
                    break;
                }
            }
        }
        self.frame.clear();
        Ok(())
    }
}
