//! The courtesy lock: it drives a question, nothing depends on it.
//!
//! It goes with its holder, even after `kill -9`; it is useless on some network disks and when somebody deletes the
//! file. The history is right without it, since no two sessions share a file.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// Whether a session is running on this device.
#[derive(Debug)]
pub enum Courtesy {
    /// No other: keep this for as long as the session runs.
    Ours(Guard),
    /// Another soleus plays a session right now.
    Busy,
    /// This disk cannot lock: go on without.
    Unsupported,
}

/// Holds the lock until it is dropped.
#[derive(Debug)]
pub struct Guard {
    _file: File,
}

/// Takes the lock if it is free.
pub(super) fn take(state: &Path) -> Courtesy {
    // not for appending: Windows locks no such handle
    let opened =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(state.join("session.lock"));
    let Ok(file) = opened else { return Courtesy::Unsupported };
    match file.try_lock() {
        Ok(()) => Courtesy::Ours(Guard { _file: file }),
        Err(TryLockError::WouldBlock) => Courtesy::Busy,
        Err(TryLockError::Error(_)) => Courtesy::Unsupported,
    }
}
