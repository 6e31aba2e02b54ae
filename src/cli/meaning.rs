//! What a program means, in numbers: a table a session, with the week that follows from the schedules.

use std::io::Write;
use std::time::Duration;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use crate::domain::prescription::{count, schedule};
use crate::domain::program::Program;
use crate::domain::schedule::{Rhythm, Schedule};
use crate::domain::text::Clean;
use crate::domain::time::{clock_face, minutes};
use crate::domain::totals::{Average, Length, PhaseTotals, Row, SessionTotals, in_several, totals};
use crate::error::Error;

/// The widest name of an exercise in the table.
const WIDEST: usize = 36;
/// What stands where nothing is counted, or the runner sets the pace.
const UNKNOWN: &str = "-";

const HEAD: [&str; 8] = ["exercise", "side", "sets", "reps", "work", "a week", "reps", "work"];

/// A head a session, and below it a line an exercise and side.
pub fn text(program: &Program, out: &mut impl Write) -> Result<(), Error> {
    let phases = totals(program);
    for (n, phase) in phases.iter().enumerate() {
        if let Some(title) = &phase.title {
            let weeks = phase.weeks.map(|weeks| format!(", {}", count(weeks, "week"))).unwrap_or_default();
            let some = program.phases.get(n).is_some_and(|phase| !phase.skip_if.is_empty());
            let some = if some { ", only some need it" } else { "" };
            writeln!(out, "  phase {}: {title}{weeks}{some}", n + 1)?;
        }
        for session in &phase.sessions {
            let title = session.title.as_ref().map(|title| format!("{title}: ")).unwrap_or_default();
            writeln!(out, "  {title}{}; {}", often(session), lengths(session))?;
            table(&session.rows, out)?;
        }
        several(phase, out)?;
    }
    let is_open = program.exercises().any(|exercise| exercise.progress.is_some())
        || phases.iter().flat_map(|phase| &phase.sessions).any(|session| takes_more(&session.schedule));
    if is_open {
        writeln!(out, "  ranges count at their low end")?;
    }
    Ok(())
}

/// Whether more days a week are wanted than must be.
const fn takes_more(schedule: &Schedule) -> bool {
    matches!(schedule.rhythm, Rhythm::PerWeek { least, most } if most > least)
}

/// `every day, 2 times a day: 14 sessions a week`; the number only where the words are another one.
fn often(session: &SessionTotals) -> String {
    let turns = if session.turns > 1 { format!(", {} sessions in turn", session.turns) } else { String::new() };
    let words = format!("{}{turns}", schedule(&session.schedule));
    match session.weekly.map(Average::words) {
        Some(weekly) if words != format!("{weekly} times a week") => format!("{words}: {weekly} a week"),
        Some(_) | None => words,
    }
}

fn lengths(session: &SessionTotals) -> String {
    let words = |length: Length| format!("{}{} min", if length.is_guess { "about " } else { "" }, minutes(length.time));
    match (session.one_side, session.both_sides) {
        (Some(one), Some(both)) if one == both => words(one),
        (Some(one), Some(both)) => format!("{}, {} where both sides are affected", words(one), words(both)),
        (Some(one), None) => words(one),
        (None, Some(both)) => format!("{} where both sides are affected", words(both)),
        (None, None) => "nothing to do".to_owned(),
    }
}

fn table(rows: &[Row], out: &mut impl Write) -> Result<(), Error> {
    let cells = std::iter::once(HEAD.map(str::to_owned)).chain(rows.iter().map(cells)).collect::<Vec<_>>();
    let width = |column: usize| cells.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..HEAD.len()).filter_map(width).collect();
    for row in &cells {
        let mut line = String::from("  ");
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width.saturating_sub(cell.width()));
            // Words stand on the left of their column, numbers on its right.
            let parts = if column < 2 { [cell, gap.as_str()] } else { [gap.as_str(), cell] };
            line.push_str("  ");
            line.push_str(&parts.concat());
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn cells(row: &Row) -> [String; 8] {
    let mark = if row.optional { " (optional)" } else { "" };
    let or_unknown = |text: Option<String>| text.unwrap_or_else(|| UNKNOWN.to_owned());
    [
        format!("{}{mark}", clip(&row.name)),
        row.side.word().to_owned(),
        row.sets.to_string(),
        or_unknown(row.reps.map(|reps| reps.to_string())),
        or_unknown(row.tension.map(clock_face)),
        or_unknown(row.weekly.map(Average::words)),
        or_unknown(row.weekly_reps().map(Average::words)),
        or_unknown(row.weekly_tension().map(clock_face)),
    ]
}

fn clip(name: &str) -> String {
    if name.width() <= WIDEST {
        return name.to_owned();
    }
    let mut clipped = String::new();
    for letter in name.chars() {
        if clipped.width() + 2 > WIDEST {
            break;
        }
        clipped.push(letter);
    }
    format!("{clipped}…")
}

/// Exercises that stand in more than one session of a stage, all sessions of a week together.
fn several(phase: &PhaseTotals, out: &mut impl Write) -> Result<(), Error> {
    for row in in_several(phase) {
        let tension = row.tension.map(|tension| format!(", work {}", clock_face(tension))).unwrap_or_default();
        let reps = row.reps.map(|reps| format!(", {} reps", reps.words())).unwrap_or_default();
        let times = row.times.words();
        writeln!(out, "    all sessions of a week: {}, {}: {times} times{reps}{tension}", row.name, row.side.word())?;
    }
    Ok(())
}

/// The same for a program to read: times in seconds, averages a week to the tenth.
pub fn json(file: &Clean, program: &Program) -> Value {
    let phases = totals(program);
    let phases: Vec<Value> = phases.iter().map(phase_json).collect();
    json!({
        "file": file.as_str(), "id": program.id.as_str(), "title": program.title.as_str(), "phases": phases,
    })
}

fn phase_json(phase: &PhaseTotals) -> Value {
    let sessions: Vec<Value> = phase.sessions.iter().map(session_json).collect();
    json!({
        "title": phase.title.as_ref().map(Clean::as_str), "weeks": phase.weeks, "sessions": sessions,
    })
}

fn session_json(session: &SessionTotals) -> Value {
    let rows: Vec<Value> = session.rows.iter().map(row_json).collect();
    let length = |length: Option<Length>| length.map(|length| length.time.as_secs());
    json!({
        "title": session.title.as_ref().map(Clean::as_str), "schedule": schedule(&session.schedule),
        "in_turn": session.turns, "sessions_a_week": session.weekly.map(number),
        "one_side_s": length(session.one_side), "both_sides_s": length(session.both_sides),
        "is_guess": session.one_side.or(session.both_sides).is_some_and(|length| length.is_guess),
        "exercises": rows,
    })
}

fn row_json(row: &Row) -> Value {
    json!({
        "id": row.id.as_str(), "name": row.name.as_str(), "side": row.side.word(), "sets": row.sets,
        "reps": row.reps, "work_s": row.tension.map(seconds), "optional": row.optional,
        "times_a_week": row.weekly.map(number), "reps_a_week": row.weekly_reps().map(number),
        "work_s_a_week": row.weekly_tension().map(seconds),
    })
}

/// To the tenth; a whole number stays whole.
fn number(average: Average) -> Value {
    average.words().parse::<serde_json::Number>().map_or(Value::Null, Value::from)
}

fn seconds(length: Duration) -> Value {
    if length.subsec_millis() == 0 { Value::from(length.as_secs()) } else { Value::from(length.as_secs_f64()) }
}
