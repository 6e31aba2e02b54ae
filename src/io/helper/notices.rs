//! What a runner should be told once, from whichever thread it comes.

use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::text::Clean;

/// Notices that nobody has read yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notices(Arc<Mutex<Vec<Clean>>>);

impl Notices {
    /// Adds one.
    pub(crate) fn add(&self, text: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(Clean::text(text));
    }

    /// All that came since this was asked last.
    pub(crate) fn take(&self) -> Vec<Clean> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
