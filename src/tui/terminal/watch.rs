//! The watch for a terminal that went away: a closed window, a cut connection, with or without a signal.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::signals;
use crate::error::Error;

static WATCHING: AtomicBool = AtomicBool::new(false);

fn gone(found: PollFlags) -> bool {
    found.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
}

/// Waits for nothing but the end of the terminal.
fn watch() {
    loop {
        let stdin = io::stdin();
        let mut fds = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut fds, None) {
            Ok(_) if fds.iter().any(|fd| gone(fd.revents())) => return signals::end(signals::HUNG_UP),
            Ok(_) | Err(Errno::INTR) => {}
            Err(_) => return,
        }
    }
}

/// Starts the watch, once; not where a terminal cannot be asked this way.
pub(super) fn start() -> Result<(), Error> {
    let stdin = io::stdin();
    let mut fds = [PollFd::new(&stdin, PollFlags::empty())];
    let asked = poll(&mut fds, Some(&Timespec { tv_sec: 0, tv_nsec: 0 }));
    let possible = asked.is_ok() && !fds.iter().any(|fd| gone(fd.revents()));
    if !possible || WATCHING.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    let failed = |error| Error::failed("the terminal could not be watched").because(error);
    thread::Builder::new().name("watch".to_owned()).spawn(watch).map_err(failed)?;
    Ok(())
}
