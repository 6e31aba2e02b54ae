//! Signals: those that end give the loop 400 ms, those that stop and resize wake it.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::modes;
use crate::error::Error;

/// How long the loop may take to end.
const GRACE: Duration = Duration::from_millis(400);
/// Not a signal: the terminal went away.
pub(super) const HUNG_UP: i32 = -1;

static ENDING: AtomicI32 = AtomicI32::new(0);
static STOP: AtomicBool = AtomicBool::new(false);
static OWN_STOP: AtomicBool = AtomicBool::new(false);
static CONTINUED: AtomicBool = AtomicBool::new(false);
static RESIZED: AtomicBool = AtomicBool::new(false);
static BELL: OnceLock<(UnixStream, UnixStream)> = OnceLock::new();
static LOOP: Mutex<Loop> = Mutex::new(Loop::None);

/// Whether somebody is there to end in order.
enum Loop {
    None,
    /// It plays; the other end of the channel falls when it has ended.
    Playing(Receiver<()>),
    /// It was asked to end, and somebody is waiting for it.
    Leaving,
}

fn the_loop() -> MutexGuard<'static, Loop> {
    LOOP.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on a loop plays, until `over` says that the other end fell.
pub(super) fn playing(over: Receiver<()>) {
    *the_loop() = Loop::Playing(over);
}

/// No loop plays any more; one that was asked to end is still waited for.
pub(super) fn played() {
    let mut state = the_loop();
    if let Loop::Playing(_) = *state {
        *state = Loop::None;
    }
}

/// The signal that asked to end; a terminal that went away counts as a hang-up.
pub(super) fn ended_by() -> Option<i32> {
    match ENDING.load(Ordering::SeqCst) {
        0 => None,
        HUNG_UP => Some(SIGHUP),
        signal => Some(signal),
    }
}

/// Remembers that all is to end, without waiting for it.
pub(super) fn ask_to_end(cause: i32) {
    let _first = ENDING.compare_exchange(0, cause, Ordering::SeqCst, Ordering::SeqCst);
    wake();
}

/// Asks the loop to end, and ends the program if it does not.
pub(super) fn end(cause: i32) {
    ask_to_end(cause);
    let over = {
        let mut state = the_loop();
        match std::mem::replace(&mut *state, Loop::Leaving) {
            Loop::Playing(over) => Some(over),
            Loop::Leaving => return,
            Loop::None => None,
        }
    };
    if over.is_some_and(|over| over.recv_timeout(GRACE) == Err(RecvTimeoutError::Disconnected)) {
        *the_loop() = Loop::None;
        return;
    }
    modes::restore();
    die_by(cause);
}

/// Dies as the signal would have had it, so that whoever started us sees the cause.
#[expect(clippy::exit, reason = "the last resort of a program whose terminal is gone or whose signal did nothing")]
pub(super) fn die_by(cause: i32) -> ! {
    if cause != HUNG_UP && ENDING.load(Ordering::SeqCst) != HUNG_UP {
        let _dead = emulate_default_handler(cause);
        std::process::exit(128 + cause);
    }
    std::process::exit(128 + SIGHUP);
}

/// Wakes the loop from its wait.
pub(super) fn wake() {
    if let Some(mut ring) = BELL.get().map(|(ring, _)| ring) {
        // A full pipe wakes as well.
        let _full = ring.write(&[0]);
    }
}

/// The end of the bell that the loop waits at.
pub(super) fn bell() -> Option<&'static UnixStream> {
    BELL.get().map(|(_, hear)| hear)
}

/// Empties the bell.
pub(super) fn quiet() {
    if let Some(mut hear) = bell() {
        let mut rubbish = [0; 64];
        while matches!(hear.read(&mut rubbish), Ok(64)) {}
    }
}

/// Whether a signal asked to stop since this was asked last.
pub(super) fn asked_to_stop() -> bool {
    STOP.swap(false, Ordering::SeqCst)
}

/// Whether somebody else had stopped us.
pub(super) fn was_continued() -> bool {
    CONTINUED.swap(false, Ordering::SeqCst)
}

/// Whether the window changed its size.
pub(super) fn was_resized() -> bool {
    RESIZED.swap(false, Ordering::SeqCst)
}

/// Stops until somebody continues us; says no at once where nobody would.
pub(super) fn stop() -> bool {
    if !somebody_would_wake_us() {
        return false;
    }
    modes::restore();
    OWN_STOP.store(true, Ordering::SeqCst);
    emulate_default_handler(SIGTSTP).is_ok()
}

/// A shell with job control put us into a group of our own; without one a stop would be for good, and the system
/// itself leaves such a stop out (an orphaned process group).
fn somebody_would_wake_us() -> bool {
    use nix::unistd::{getpgrp, getppid, getsid};
    let session = getsid(None).ok();
    let parents = getsid(Some(getppid())).ok();
    session.is_some() && session == parents && session != Some(getpgrp())
}

fn hear(signal: i32) {
    let flag = match signal {
        SIGWINCH => &RESIZED,
        SIGTSTP if matches!(*the_loop(), Loop::Playing(_)) => &STOP,
        SIGTSTP => {
            if somebody_would_wake_us() {
                let _stopped = emulate_default_handler(SIGTSTP);
            }
            return;
        }
        SIGCONT if OWN_STOP.swap(false, Ordering::SeqCst) => return,
        SIGCONT => &CONTINUED,
        _ => return end(signal),
    };
    flag.store(true, Ordering::SeqCst);
    wake();
}

/// Starts to listen; the second time nothing. A file that grows over a limit is an error to us, not a death.
pub(super) fn listen() -> Result<(), Error> {
    if BELL.get().is_some() {
        return Ok(());
    }
    let failed = |error| Error::failed("signals could not be listened to").because(error);
    let (ring, hear_it) = UnixStream::pair().map_err(failed)?;
    ring.set_nonblocking(true).map_err(failed)?;
    hear_it.set_nonblocking(true).map_err(failed)?;
    let wanted = [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = Signals::new(wanted).map_err(failed)?;
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).map_err(failed)?;
    let _late = BELL.set((ring, hear_it));
    let listen = move || signals.forever().for_each(hear);
    thread::Builder::new().name("signals".to_owned()).spawn(listen).map_err(failed)?;
    Ok(())
}
