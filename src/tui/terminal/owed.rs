//! What a way out has to take back beside the modes that are always changed: the mouse, the focus, title and progress.
//!
//! A bit is set before its sequence is written, so that whoever gives the terminal back, from whatever thread, takes
//! back at most what was never there. Nothing that was not told is taken back: a title that is put back twice would be
//! somebody else's.

use std::sync::atomic::{AtomicU8, Ordering};

use crate::tui::gate::Sequence;

static OWED: AtomicU8 = AtomicU8::new(0);

const MOUSE: u8 = 1;
const FOCUS: u8 = 2;
const TITLE: u8 = 4;
const PROGRESS: u8 = 8;

/// What takes each of them back.
const BACK: [(u8, &[u8]); 4] = [
    (MOUSE, b"\x1b[?1006l\x1b[?1000l"),
    (FOCUS, b"\x1b[?1004l"),
    (TITLE, b"\x1b[23;2t"),
    (PROGRESS, b"\x1b]9;4;0\x07"),
];

/// The bit of a sequence, and whether it switches on.
const fn bit(sequence: Sequence<'_>) -> Option<(u8, bool)> {
    match sequence {
        Sequence::Mouse(on) => Some((MOUSE, on)),
        Sequence::Focus(on) => Some((FOCUS, on)),
        Sequence::KeepTitle => Some((TITLE, true)),
        Sequence::PutTitleBack => Some((TITLE, false)),
        Sequence::Progress(percent) => Some((PROGRESS, percent.is_some())),
        Sequence::Title(_) | Sequence::Notification(..) | Sequence::Bell => None,
    }
}

/// It will be written now.
pub(super) fn begun(sequence: Sequence<'_>) {
    if let Some((bit, true)) = bit(sequence) {
        OWED.fetch_or(bit, Ordering::SeqCst);
    }
}

/// It was written.
pub(super) fn over(sequence: Sequence<'_>) {
    if let Some((bit, false)) = bit(sequence) {
        OWED.fetch_and(!bit, Ordering::SeqCst);
    }
}

/// All that is owed, as bytes; from now on nothing is.
pub(super) fn settle() -> Vec<u8> {
    let owed = OWED.swap(0, Ordering::SeqCst);
    BACK.iter().filter(|(bit, _)| owed & bit > 0).flat_map(|(_, bytes)| bytes.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_begun_is_taken_back_once_and_what_is_over_is_not() {
        for sequence in [Sequence::Mouse(true), Sequence::KeepTitle, Sequence::Progress(Some(3)), Sequence::Bell] {
            begun(sequence);
            over(sequence);
        }
        let back = settle().escape_ascii().to_string();
        assert_eq!(back, r"\x1b[?1006l\x1b[?1000l\x1b[23;2t\x1b]9;4;0\x07");
        assert!(settle().is_empty());
        for sequence in [Sequence::KeepTitle, Sequence::Focus(true), Sequence::PutTitleBack, Sequence::Focus(false)] {
            begun(sequence);
            over(sequence);
        }
        assert!(settle().is_empty());
    }
}
