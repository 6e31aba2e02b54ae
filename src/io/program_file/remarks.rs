//! What is legal and probably not meant, and what is worth knowing: of phases and of the whole program.

use std::ops::Range;

use crate::domain::program::{PainQuestion, Phase, Program, Session};
use crate::domain::text::Clean;
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::table::Table;

/// How a program comes to ask for pain.
pub(super) const ASK: &str = "let the program ask: ask = [\"after\"] below [pain]";
/// More exercises of a session are worth a note.
const MANY: usize = 4;

/// Whether any question asks for a score of pain.
pub(super) fn asks_pain(ask: &[PainQuestion]) -> bool {
    ask.iter().any(|question| *question != PainQuestion::MorningStiffness)
}

/// Exactly one of some keys stands in a table; whether the last of them does.
pub(super) fn one_of(table: &Table<'_>, keys: &[&'static str], example: &str) -> bool {
    let mut given: Vec<(&str, Range<usize>)> =
        keys.iter().filter_map(|key| table.place_of(key).map(|place| (*key, place))).collect();
    given.sort_by_key(|(_, place)| place.start);
    match given.as_slice() {
        [] => {
            let problem =
                Diagnostic::error("missing-key", table.span.clone(), format!("{} has no exercises", table.what()));
            table.notes.missing(problem.help(format!("write {example}")));
        }
        [(first, place), (second, other), ..] => {
            let message =
                format!("`{first}` and `{second}` stand side by side, and {} takes one of them", table.what());
            let problem = Diagnostic::error("one-of", other.clone(), message).also(place.clone(), "the first");
            table.notes.add(problem.help(below(keys, first, second)));
        }
        [_] => {}
    }
    given.iter().any(|(key, _)| Some(key) == keys.last())
}

/// How exercises or sessions are written below what holds them.
fn below(keys: &[&str], first: &str, second: &str) -> String {
    let outer = if keys.contains(&"phase") { "" } else { "phase." };
    let pair = [first, second];
    if pair.contains(&"same_as") {
        return "write the exercises, or `same_as` with the title of a phase above, not both".to_owned();
    }
    let (holder, held) = match (pair.contains(&"phase"), pair.contains(&"exercise")) {
        (true, true) => ("phase", "exercise"),
        (true, false) => ("phase", "session"),
        (false, _) => ("session", "exercise"),
    };
    format!("what belongs to a {holder} is written below it as [[{outer}{holder}.{held}]]")
}

/// Either all sessions have a schedule of their own or none.
pub(super) fn mixed(sessions: &[(Session, Range<usize>)], notes: &Notes<'_>) {
    let with = sessions.iter().find(|(session, _)| session.schedule.is_some());
    let without = sessions.iter().find(|(session, _)| session.schedule.is_none());
    if let (Some((_, with)), Some((_, without))) = (with, without) {
        let message = "this session has no `schedule`, and another one has";
        let problem = Diagnostic::error("mixed-schedules", without.clone(), message).also(with.clone(), "has one");
        notes.add(problem.help("give all of them a schedule, or none: then they are done in turn"));
    }
}

/// A phase behind one that never ends.
pub(super) fn without_end(last: (&Phase, &Range<usize>), next: (&Phase, &Range<usize>), notes: &Notes<'_>) {
    let ((last, before), (next, place)) = (last, next);
    if last.weeks.is_some() || last.advance_when.is_some() {
        return;
    }
    let name = next.title.as_deref().unwrap_or_default();
    let message = format!("phase `{name}` comes after one with neither `weeks` nor `advance_when`");
    let warning = Diagnostic::warning("phase-without-end", place.clone(), message).also(before.clone(), "has no end");
    notes.add(warning.help("write weeks = 2, or advance_when = { sessions = 6, pain_at_most = 3 } there"));
}

/// What is worth knowing about the whole program.
pub(super) fn remarks(program: &Program, places: &[Vec<Range<usize>>], notes: &Notes<'_>) {
    if program.stop_if.is_empty() {
        let note = Diagnostic::note("no-stop-if", 0..0, "the program names no warning signs (`stop_if`)");
        notes.add(note.help("runners confirm them before the first session and see them with one key"));
    }
    let sessions = program.phases.iter().zip(places).flat_map(|(phase, places)| phase.sessions.iter().zip(places));
    let many: Vec<_> = sessions.filter(|(session, _)| session.exercises.len() > MANY).collect();
    // Once a program: the same note at every phase would hide the rest.
    if let [(session, place), others @ ..] = many.as_slice() {
        let others = match others.len() {
            0 => String::new(),
            1 => " (and of one more session)".to_owned(),
            n => format!(" (and of {n} more sessions)"),
        };
        let message = format!("{} exercises are many for one session{others}", session.exercises.len());
        // The evidence that the format asks for is not in the clinical sheet: no number is claimed.
        let help = "ask of each whether the runner would miss it; `optional = true` marks what may be left out";
        notes.add(Diagnostic::note("many-exercises", (*place).clone(), message).help(help));
    }
}

/// A session in words, with its name and that of its phase as far as they have any.
pub(super) fn session_name(phase: Option<&Clean>, session: Option<&Clean>) -> String {
    match (phase, session) {
        (None, None) => "the session".to_owned(),
        (Some(phase), None) => format!("the session of phase `{phase}`"),
        (None, Some(session)) => format!("session `{session}`"),
        (Some(phase), Some(session)) => format!("session `{session}` of phase `{phase}`"),
    }
}
