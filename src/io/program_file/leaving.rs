//! When a phase is left: for the next one, for the one before, or before it began.

use crate::domain::program::{Advance, Back};
use crate::domain::text::Clean;
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::keys::{ADVANCE_WHEN, BACK_WHEN};
use crate::io::program_file::remarks::ASK;
use crate::io::program_file::table::Table;

/// The most sessions that are asked for before a phase is left.
const MOST_IN_A_ROW: u32 = 1_000;

/// Where a phase stands among the others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Among {
    pub(super) first: bool,
    pub(super) last: bool,
    /// Whether the program asks for any score of pain.
    pub(super) asks_pain: bool,
}

/// When the next phase is offered.
pub(super) fn advance_when(table: &Table<'_>, among: Among) -> Option<Advance> {
    let example = "write advance_when = { sessions = 6, pain_at_most = 3 }";
    let inner = table.sub("advance_when", ADVANCE_WHEN, example)?;
    let sessions = inner.number("sessions", 1, MOST_IN_A_ROW);
    let score = inner.score("pain_at_most");
    if inner.place_of("sessions").is_none() {
        let message = "`advance_when` needs `sessions`: after how many the next phase is offered";
        table.notes.missing(Diagnostic::error("missing-key", inner.span.clone(), message).help(example));
    }
    if let Some(score) = score.as_ref().filter(|_| !among.asks_pain && !among.last) {
        let message = "the phase behind this one can never be reached: no score of pain is asked";
        let problem = Diagnostic::warning("unreachable-phase", score.span.clone(), message);
        table.notes.add(problem.help(ASK));
    }
    if among.last {
        nowhere(table, "advance_when", "is the last phase, with none to go on to");
    }
    inner.finish();
    Some(Advance { sessions: sessions?.value, pain_at_most: score.map(|at| at.value) })
}

/// When the phase before is offered.
pub(super) fn back_when(table: &Table<'_>, among: Among) -> Option<Back> {
    let example = "write back_when = { pain_over = 5, sessions = 2 }";
    let inner = table.sub("back_when", BACK_WHEN, example)?;
    let pain_over = inner.number("pain_over", 0, 9);
    let sessions = inner.number("sessions", 1, MOST_IN_A_ROW);
    if inner.place_of("pain_over").is_none() {
        let message = "`back_when` needs `pain_over`: after which pain the phase before is offered";
        table.notes.missing(Diagnostic::error("missing-key", inner.span.clone(), message).help(example));
    }
    if among.first {
        nowhere(table, "back_when", "is the first phase, with none to go back to");
    } else if let Some(score) = pain_over.as_ref().filter(|_| !among.asks_pain) {
        let message = "the phase before is hardly ever offered: no score of pain is asked";
        table.notes.add(Diagnostic::warning("pain-not-asked", score.span.clone(), message).help(ASK));
    } else {
        // a rule as it should be
    }
    inner.finish();
    let pain_over = u8::try_from(pain_over?.value).ok()?;
    Some(Back { pain_over, sessions: sessions.map_or(1, |at| at.value) })
}

/// What must be true of who skips the phase.
pub(super) fn skip_if(table: &Table<'_>, among: Among) -> Vec<Clean> {
    let statements = table.list("skip_if").unwrap_or_default();
    if among.last {
        nowhere(table, "skip_if", "is the last phase, with none to begin with instead");
    }
    statements
}

/// A rule that leads to a phase which is not there.
fn nowhere(table: &Table<'_>, key: &str, why: &str) {
    let Some(place) = table.place_of(key) else { return };
    let warning = Diagnostic::warning("no-phase", place, format!("`{key}` leads nowhere: this {why}"));
    table.notes.add(warning.help("take it out, or move it to the phase that is meant"));
}
