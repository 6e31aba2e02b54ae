//! The history for a spreadsheet: comma-separated values with a head, a row a session or a row a set.

use super::{Entry, measured, result, set_word, sets as set_count, why};
use crate::domain::exercise::Side;
use crate::domain::text::Clean;
use crate::domain::visit::Told;

const OF_SESSIONS: [&str; 17] = [
    "day",
    "time",
    "program",
    "title",
    "result",
    "counts",
    "part_done",
    "sets_done",
    "sets_planned",
    "minutes",
    "pain_before",
    "pain_during",
    "pain_after",
    "pain_next_morning",
    "stiffness_min",
    "effort",
    "session",
];
const OF_SETS: [&str; 16] = [
    "day",
    "time",
    "program",
    "exercise",
    "name",
    "set",
    "side",
    "result",
    "why",
    "reps",
    "reps_planned",
    "seconds",
    "seconds_planned",
    "load",
    "instead",
    "measured",
];

/// A row a session; with notes a column more.
pub fn sessions(entries: &[Entry<'_>], with_notes: bool) -> String {
    let notes_head = with_notes.then_some("notes");
    let mut sheet = row(OF_SESSIONS.iter().copied().chain(notes_head).map(str::to_owned));
    for entry in entries {
        let cells = match entry {
            Entry::Played(told) => played(told),
            Entry::Typed(manual) => {
                let mut cells = vec![String::new(); OF_SESSIONS.len()];
                let known = [
                    (0, manual.day.to_string()),
                    (2, manual.program.to_string()),
                    (4, "added later".to_owned()),
                    (5, yes(manual.counts)),
                    (16, manual.id.clone()),
                ];
                for (place, text) in known {
                    if let Some(cell) = cells.get_mut(place) {
                        *cell = text;
                    }
                }
                cells
            }
        };
        let notes = match entry {
            Entry::Played(told) => told.notes().map(Clean::as_str).collect::<Vec<_>>().join("\n"),
            Entry::Typed(_) => String::new(),
        };
        sheet.push_str(&row(cells.into_iter().chain(with_notes.then_some(notes))));
    }
    sheet
}

fn played(told: &Told<'_>) -> Vec<String> {
    let start = &told.log.start;
    let (done, of) = set_count(told);
    let pain = [told.pain.before, told.pain.during, told.pain.after, told.pain.morning, told.stiffness, told.effort];
    let mut cells = vec![
        start.day.to_string(),
        start.at.format("%H:%M").to_string(),
        start.program.id.to_string(),
        start.program.title.to_string(),
        result(told).to_owned(),
        yes(told.counts),
        format!("{:.2}", told.fraction),
        done.to_string(),
        of.to_string(),
        crate::domain::time::minutes(told.log.last).to_string(),
    ];
    cells.extend(pain.iter().map(|score| score.map(|score| score.to_string()).unwrap_or_default()));
    cells.push(start.session.clone());
    cells
}

/// A row a set, of the sessions that were played.
pub fn sets(entries: &[Entry<'_>]) -> String {
    let mut sheet = row(OF_SETS.iter().map(|head| (*head).to_owned()));
    let told = entries.iter().filter_map(|entry| match entry {
        Entry::Played(told) => Some(told),
        Entry::Typed(_) => None,
    });
    for told in told {
        let start = &told.log.start;
        for record in told.sets() {
            let planned =
                start.plan.iter().find(|entry| entry.exercise == record.exercise && entry.sides.contains(&record.side));
            let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
            sheet.push_str(&row([
                start.day.to_string(),
                start.at.format("%H:%M").to_string(),
                start.program.id.to_string(),
                record.exercise.to_string(),
                planned.map(|entry| entry.name.to_string()).unwrap_or_default(),
                record.set.to_string(),
                record.side.map_or("both", Side::word).to_owned(),
                set_word(record).to_owned(),
                why(record).unwrap_or_default().to_owned(),
                number(record.reps),
                number(record.target.reps),
                format!("{:.1}", record.active.as_secs_f64()),
                record.target.time.map(|time| format!("{:.1}", time.as_secs_f64())).unwrap_or_default(),
                planned.and_then(|entry| entry.load.as_ref()).map(ToString::to_string).unwrap_or_default(),
                record.instead.as_ref().map(ToString::to_string).unwrap_or_default(),
                measured(record).unwrap_or_default(),
            ]));
        }
    }
    sheet
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

/// A row (RFC 4180, line ends of the shell).
fn row(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| quoted(&cell)).collect();
    format!("{}\n", cells.join(","))
}

/// A cell: quoted where it must be; a text that a spreadsheet would take for a formula gets an apostrophe in front.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_one_cell_and_is_no_formula() {
        assert_eq!(quoted("Knee"), "Knee");
        assert_eq!(quoted("Knee, left \"side\"\nnow"), "\"Knee, left \"\"side\"\"\nnow\"");
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("@SUM(A1),x"), "\"'@SUM(A1),x\"");
        assert_eq!(row(["a".to_owned(), String::new()]), "a,\n");
    }
}
