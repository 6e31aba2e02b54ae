//! Work that may last longer than a blink, and what is shown meanwhile.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Does some work in a thread, and says so where it is not done within `patience`; a screen that stays empty for longer
/// than about 100 ms looks broken.
pub(super) fn patiently<T: Send + 'static>(
    work: impl Fn() -> T + Clone + Send + 'static,
    patience: Duration,
    say_so: impl FnOnce(),
) -> T {
    let (done, result) = mpsc::channel();
    let there = work.clone();
    // A thread that cannot be started or that dies lets go of its end of the channel: the work is done here then.
    let started = thread::Builder::new().name("patient".to_owned()).spawn(move || drop(done.send(there())));
    if started.is_err() {
        return work();
    }
    match result.recv_timeout(patience) {
        Ok(result) => return result,
        Err(mpsc::RecvTimeoutError::Timeout) => say_so(),
        Err(mpsc::RecvTimeoutError::Disconnected) => {}
    }
    result.recv().unwrap_or_else(|_| work())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, Condvar, Mutex};

    use super::*;

    #[test]
    fn nothing_is_said_of_quick_work() {
        let mut said = false;
        assert_eq!(patiently(|| 7, Duration::from_mins(10), || said = true), 7);
        assert!(!said);
    }

    #[test]
    fn slow_work_is_spoken_of_while_it_goes_on() {
        // This work ends only when that was said.
        let gate = Arc::new((Mutex::new(false), Condvar::new()));
        let there = Arc::clone(&gate);
        let work = move || {
            let (said, woken) = &*there;
            *woken.wait_while(said.lock().unwrap(), |said| !*said).unwrap()
        };
        let say = || {
            *gate.0.lock().unwrap() = true;
            gate.1.notify_all();
        };
        assert!(patiently(work, Duration::ZERO, say));
    }

    #[test]
    fn work_whose_thread_died_is_done_all_the_same() {
        let died = Arc::new(AtomicBool::new(false));
        let work = {
            let died = Arc::clone(&died);
            move || assert!(died.swap(true, Ordering::SeqCst), "the first one dies")
        };
        patiently(work, Duration::from_mins(10), || {});
        assert!(died.load(Ordering::SeqCst));
    }
}
