//! `soleus list` and `soleus streak`.

use std::collections::BTreeMap;
use std::io::Write;

use serde_json::{Value, json};

use crate::app::world::World;
use crate::app::{json as write_json, say};
use crate::cli::Streaks;
use crate::domain::prescription::count;
use crate::domain::standing::Offer;
use crate::domain::time::minutes;
use crate::domain::today::{Row, StreakLine, Today};
use crate::error::Error;
use crate::plain;

/// The programs with what is due today.
pub(crate) fn list(as_json: bool, out: &mut impl Write) -> Result<(), Error> {
    let today = today()?;
    if as_json {
        let rows: Vec<Value> = today.rows.iter().map(row_json).collect();
        return write_json(&Value::from(rows), out);
    }
    for row in &today.rows {
        let exercises = count(u32::try_from(row.exercises).unwrap_or(u32::MAX), "exercise");
        writeln!(out, "{:<24} {}", row.id, row.title)?;
        writeln!(out, "{:<24} {exercises}, {} min; {}", "", minutes(row.length), row.when)?;
        // Where a runner stands is of interest only in a program that is followed.
        for line in told(row).iter().filter(|_| row.enrolled.is_some()) {
            writeln!(out, "{:<24} {line}", "")?;
        }
    }
    Ok(())
}

/// What is to be told of the next session: stage, title, changes, notices, offers.
fn told(row: &Row) -> Vec<String> {
    plain::briefing(&row.briefing).into_iter().chain(row.briefing.offers.iter().map(plain::offer)).collect()
}

fn row_json(row: &Row) -> Value {
    let briefing = &row.briefing;
    let offer = |offer: &Offer| json!({ "what": offer.words, "why": offer.why });
    json!({
        "stage": briefing.stage, "session": briefing.session.as_ref().map(ToString::to_string),
        "phase": briefing.occasion.standing.phase + 1, "offers": briefing.offers.iter().map(offer).collect::<Vec<_>>(),
        "changes": briefing.changes, "notices": briefing.notices,
        "id": row.id.as_str(), "title": row.title.as_str(), "minutes": minutes(row.length), "exercises": row.exercises,
        "equipment": row.equipment.iter().map(crate::domain::text::Clean::as_str).collect::<Vec<_>>(),
        "due": row.due, "when": row.when, "enrolled": row.enrolled.map(crate::domain::exercise::Affected::word),
    })
}

/// The headline streak, and each program's own.
pub(crate) fn streak(asked: &Streaks, out: &mut impl Write) -> Result<(), Error> {
    let today = today()?;
    if asked.short {
        writeln!(out, "{}", short(&today.streak))?;
        return Ok(());
    }
    if asked.json {
        let mut value = streak_json(&today.streak);
        let own = today.rows.iter().filter_map(|row| Some((row.id.to_string(), streak_json(row.streak.as_ref()?))));
        let own: BTreeMap<String, Value> = own.collect();
        if let Some(object) = value.as_object_mut() {
            object.insert("programs".to_owned(), json!(own));
        }
        return write_json(&value, out);
    }
    writeln!(out, "all programs: {}", words(&today.streak))?;
    for row in &today.rows {
        if let Some(streak) = &row.streak {
            writeln!(out, "{}: {}", row.title, words(streak))?;
        }
    }
    Ok(())
}

fn streak_json(streak: &StreakLine) -> Value {
    json!({
        "current": streak.current, "longest": streak.longest, "unit": format!("{}s", streak.unit),
        "today": streak.today, "at_risk": streak.at_risk, "habit": streak.habit,
    })
}

/// `5 days`, `5 days, today is open`, `5 days, at risk`.
fn short(streak: &StreakLine) -> String {
    let days = count(streak.current, streak.unit);
    match streak.today {
        "met" | "rest" | "excused" => days,
        _ if streak.at_risk => format!("{days}, at risk"),
        _ => format!("{days}, today is open"),
    }
}

/// `5 days, longest 12; today is done`.
fn words(streak: &StreakLine) -> String {
    let today = match streak.today {
        "met" => "today is done",
        "rest" => "nothing is due today",
        "excused" => "today is excused",
        _ => "today is open",
    };
    let habit = streak.habit.map(|habit| format!("; habit {habit} %")).unwrap_or_default();
    format!("{}, longest {}; {today}{habit}", count(streak.current, streak.unit), streak.longest)
}

/// The facts of today; what is odd is said on standard error.
fn today() -> Result<Today, Error> {
    let world = World::open()?;
    let today = world.today(&world.journal.load());
    for problem in &today.problems {
        say(&format!("warning: {problem}"));
    }
    Ok(today)
}
