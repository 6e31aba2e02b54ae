//! Tempo: the phases of a rep, in words, or the strength coach's four digits.

use std::time::Duration;

use crate::domain::exercise::TempoPhase;
use crate::domain::text::Clean;
use crate::io::program_file::value::{Part, Wrong, duration};

/// The verbs that figures know: a word near one of them is probably it.
pub(super) const VERBS: [&str; 16] = [
    "raise", "lower", "hold", "pause", "press", "lift", "curl", "spread", "push", "pull", "reach", "return", "bend",
    "lean", "rest", "relax",
];

/// How a rep is paced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// The runner's own.
    Own,
    /// These phases, never empty.
    Phases(Vec<TempoPhase>),
}

/// Reads a tempo.
pub(super) fn tempo(text: &str) -> Result<Pace, Wrong> {
    let whole = Part::whole(text).trim();
    if whole.text.split_whitespace().collect::<Vec<_>>().join(" ").eq_ignore_ascii_case("own pace") {
        return Ok(Pace::Own);
    }
    if whole.text.chars().all(|c| c.is_ascii_digit() || "-–/ .,".contains(c)) && !whole.text.is_empty() {
        return digits(whole);
    }
    let mut phases = Vec::new();
    for part in split(whole) {
        phases.push(phase(part.trim())?);
    }
    let rep: Duration = phases.iter().map(|phase| phase.length).sum();
    if rep < Duration::from_millis(500) {
        return Err(Wrong::new(whole.at(), "a rep takes less than 0.5 s").help("give its phases more time"));
    }
    Ok(Pace::Phases(phases))
}

/// A comma between two digits without a blank is a decimal comma, any other separates.
fn split(whole: Part<'_>) -> Vec<Part<'_>> {
    let bytes = whole.text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let mut parts = Vec::new();
    let mut rest = whole;
    let commas = whole.text.match_indices(',').map(|(at, _)| at);
    for at in commas.filter(|at| !(digit(at.checked_sub(1)) && digit(at.checked_add(1)))) {
        let behind = rest.start - whole.start;
        if let Some((part, behind)) = at.checked_sub(behind).and_then(|at| rest.cut(at, 1)) {
            parts.push(part);
            rest = behind;
        }
    }
    parts.push(rest);
    parts
}

fn phase(part: Part<'_>) -> Result<TempoPhase, Wrong> {
    let help = "write each phase as a word and a time: \"raise 2s, hold 1s, lower 3s\"";
    let number = part.text.find(|c: char| c.is_ascii_digit());
    let Some((verb, length)) = number.and_then(|at| part.cut(at, 0)) else {
        let what =
            if part.text.is_empty() { "a phase is missing".to_owned() } else { format!("`{}` has no time", part.text) };
        return Err(Wrong::new(part.at(), what).help(help));
    };
    let verb = verb.trim();
    let words = verb.text.split_whitespace().count();
    if words == 0 || words > 2 || !verb.text.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-') {
        let what = if words == 0 {
            format!("`{}` has no word for what is done", part.text)
        } else {
            format!("`{}` is not one or two words", verb.text)
        };
        return Err(Wrong::new(if words == 0 { part.at() } else { verb.at() }, what).help(help));
    }
    let length_value = duration(length)?;
    if length_value > Duration::from_mins(2) {
        return Err(Wrong::new(length.trim().at(), "a phase of a tempo takes at most 120 s"));
    }
    let verb = verb.text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    Ok(TempoPhase { verb: Clean::name(&verb), length: length_value })
}

/// `3-1-2-0`: lower 3 s, pause 1 s, raise 2 s, pause 0 s. Fewer digits mean different things to different coaches.
fn digits(whole: Part<'_>) -> Result<Pace, Wrong> {
    let numbers: Vec<&str> = whole.text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
    let numbers: Vec<u64> = numbers.iter().filter_map(|n| n.parse().ok()).collect();
    match numbers.as_slice() {
        [lower, bottom, raise, top] if [lower, bottom, raise, top].iter().all(|n| **n <= 120) => {
            let phases = [("lower", lower), ("pause", bottom), ("raise", raise), ("pause", top)];
            let phases =
                phases.map(|(verb, n)| TempoPhase { verb: Clean::name(verb), length: Duration::from_secs(*n) });
            if numbers.iter().sum::<u64>() == 0 {
                return Err(Wrong::new(whole.at(), "a rep takes less than 0.5 s"));
            }
            Ok(Pace::Phases(phases.to_vec()))
        }
        [a, b, c] => Err(ambiguous(
            whole,
            format!("say which: \"raise {a}s, hold {b}s, lower {c}s\" or \"lower {a}s, pause {b}s, raise {c}s\""),
        )),
        [a, b] => Err(ambiguous(whole, format!("say which: \"raise {a}s, lower {b}s\" or \"lower {a}s, raise {b}s\""))),
        _ => Err(Wrong::new(whole.at(), format!("`{}` is not a tempo", whole.text))
            .help("write it like \"raise 2s, hold 1s, lower 3s\"")),
    }
}

fn ambiguous(whole: Part<'_>, help: String) -> Wrong {
    Wrong::new(whole.at(), format!("`{}` means different things to different coaches", whole.text)).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Result<String, Wrong> {
        Ok(match tempo(text)? {
            Pace::Own => "own".to_owned(),
            Pace::Phases(phases) => {
                let said = phases.iter().map(|p| format!("{} {}", p.verb, p.length.as_secs_f64()));
                said.collect::<Vec<_>>().join(", ")
            }
        })
    }

    #[test]
    fn words_and_four_digits_are_read() {
        assert_eq!(
            said("raise 1s, hold 1s, change feet 1s, lower 3s").unwrap(),
            "raise 1, hold 1, change feet 1, lower 3"
        );
        assert_eq!(said("Raise 2,5 s,lower 1.5s").unwrap(), "raise 2.5, lower 1.5");
        assert_eq!(said("3-1-2-0").unwrap(), "lower 3, pause 1, raise 2, pause 0");
        assert_eq!(said(" Own  PACE ").unwrap(), "own");
    }

    #[test]
    fn what_is_unclear_is_an_error_at_its_place() {
        assert!(said("2-1-3").unwrap_err().help.unwrap().contains("raise 2s, hold 1s, lower 3s"));
        assert!(said("3-2").is_err());
        assert_eq!(said("raise 1s, hold").unwrap_err().at, 10..14);
        assert_eq!(said("raise 1s, hold 2 parsecs").unwrap_err().at, 17..24);
        for bad in ["", "raise 1s,,lower 2s", "raise 200s", "raise 0.1s", "raise very slowly now 2s", "0-0-0-0"] {
            assert!(said(bad).is_err(), "{bad}");
        }
    }
}
