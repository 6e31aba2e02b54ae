//! A cue as a line of JSON. The fields are a promise: new ones may come, none changes its meaning.

use serde_json::{Value, json};

use crate::domain::cue::{Cue, Weight};
use crate::io::ears::Context;

/// The line, with its end.
///
/// | field | what it is |
/// | --- | --- |
/// | `at_ms` | when the cue was due: milliseconds of time awake since the session's clock began |
/// | `tone` | `raise`, `lower`, `hold`, `move`, `tick`, `start`, `set end`, `side change`, `session end`, `warning`; or null |
/// | `says` | the text that is spoken, or null |
/// | `weight` | of the text: `count`, `hint` or `word`; or null |
/// | `cuts` | whether the text cuts off what is being said |
/// | `language` | of the text, BCP 47 |
/// | `program`, `exercise` | their ids, or null |
/// | `side` | `left`, `right` or `both`; or null |
/// | `set`, `sets`, `rep`, `reps` | counted from 1, or null |
pub(crate) fn line(cue: &Cue, context: &Context) -> String {
    let says = cue.says.as_ref();
    let word = |text: &Option<crate::domain::text::Clean>| {
        text.as_ref().map_or(Value::Null, |text| Value::from(text.as_str()))
    };
    let value = json!({
        "at_ms": u64::try_from(cue.due.awake.as_millis()).unwrap_or(u64::MAX),
        "tone": cue.tone.map(crate::domain::cue::Tone::word),
        "says": says.map(|spoken| spoken.text.as_str()),
        "weight": says.map(|spoken| weight(spoken.weight)),
        "cuts": says.is_some_and(|spoken| spoken.cuts),
        "language": context.language.as_str(),
        "program": word(&context.program), "exercise": word(&context.exercise), "side": word(&context.side),
        "set": context.set, "sets": context.sets, "rep": context.rep, "reps": context.reps,
    });
    format!("{value}\n")
}

const fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Count => "count",
        Weight::Hint => "hint",
        Weight::Word => "word",
    }
}
