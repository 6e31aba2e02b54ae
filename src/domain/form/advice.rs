//! What a problem of a file means for whoever fills in fields: which field it is about, and what to do there.
//!
//! The reader speaks of the file's keys and brackets. In a form nobody sees them.

use crate::domain::form::{Key, Place, Spot};
use crate::domain::problem::Problem;
use crate::domain::text::Clean;

/// Puts the field of a problem right, and its help into words of the form.
pub fn advise(problem: &mut Problem) {
    let place = problem.spot.unwrap_or_default().place;
    let message = problem.message.as_str();
    let Some((key, help)) = advice(&problem.code, message, place) else { return };
    // What the whole program lacks has no place in its text.
    let whole = message.starts_with("a program needs") || problem.code == "no-stop-if";
    let place = if whole || message.starts_with("the program has") { Place::Head } else { place };
    let key = key.or_else(|| problem.spot.and_then(|spot| spot.key)).filter(|key| place.keys().contains(key));
    problem.spot = Some(Spot { place, key });
    problem.help = Some(Clean::text(help));
}

fn advice(code: &str, message: &str, place: Place) -> Option<(Option<Key>, &'static str)> {
    Some(match code {
        "missing-key" if message.contains("needs a `title`") => (Some(Key::Title), "give it a title"),
        "missing-key" if message.contains("a variant needs `id`") => {
            (Some(Key::Id), "give it a word of small letters: the history knows it by that")
        }
        "missing-key" if message.contains("a variant needs `title`") => (Some(Key::Title), "say whom it is for"),
        "missing-key" if message.contains("a variant needs") || message.contains("replaces nothing") => {
            (Some(Key::Replace), "write which exercise stands in for which: heel-drop-straight = heel-lower-floor")
        }
        "missing-key" if message.contains("no exercises") => (None, "a in the list adds one from the catalogue"),
        "missing-key" if message.contains("`advance_when`") => {
            (Some(Key::AdvanceSessions), "fill in `next after`, or empty `pain up to`")
        }
        "missing-key" if message.contains("needs a `name`") => {
            (Some(Key::Name), "give it a name, or choose one of the catalogue in `exercise`")
        }
        "no-stop-if" => (Some(Key::StopIf), "runners confirm them before the first session"),
        "jumps" if message.contains("first phase") => (None, "let a phase of strength go before it"),
        "jumps" => (
            matches!(place, Place::Exercise(..)).then_some(Key::OnlyPain),
            "say in `begin only` of its phase what the runner can do before it, or write 2 in `only if pain` here",
        ),
        "mixed-schedules" => (
            Some(Key::Schedule),
            "fill in `when` of every session, or of none: then they are done in turn, one on each day that is due",
        ),
        "phase-without-end" => (None, "fill in `weeks` or `next after` of the phase before it"),
        "pain-not-asked" | "unreachable-phase" if message.contains("no score of pain is asked") => {
            (None, "tick in `ask pain` of the program when it is asked")
        }
        "progress" => (Some(Key::ClimbEvery), "write a range in sets, reps, hold, time or load: 8 to 12"),
        "side-dose" => (Some(Key::Side), "choose `each` in `side`, so that each side has its turn"),
        "uneven-sides" => (Some(Key::Note), "say why in `note`"),
        "unused-dose" => (None, "empty the fields that begin with `sore`, or choose `each` in `side`"),
        "lone-circuit" => (Some(Key::Circuit), "write the same word in `circuit` of the exercise above or below it"),
        "duplicate-id" if matches!(place, Place::Exercise(..)) => {
            (Some(Key::Id), "write another word in `id` of this one")
        }
        _ => return None,
    })
}
