//! Questions before and after a session in lines of text; each is asked until it is answered, or taken as refused.

use std::io::Write as _;
use std::sync::mpsc::Receiver;

use chrono::NaiveDate;

use crate::cli::Play;
use crate::cli::log::Day;
use crate::domain::consent::{ADVICE, Consent, Missing, first_entry};
use crate::domain::exercise::Affected;
use crate::domain::program::{PainQuestion, Program};
use crate::domain::session::{Rating, When};
use crate::domain::text::{Clean, Id};
use crate::error::Error;

/// What the flags confirm: `--yes` the three lists, `--side` the side.
pub(crate) fn from_flags(asked: &Play) -> Consent {
    Consent {
        not_for: asked.yes,
        stop_if: asked.yes,
        entry: asked.yes,
        advice: asked.yes,
        side: asked.side.map(Affected::from),
        variant: None,
    }
}

/// The affected side and the variant once everything was confirmed, by flags or by answers; an error that names what is
/// missing. A variant is asked for where somebody can answer and no flag names one.
pub(crate) fn consent(
    program: &Program,
    asked: &Play,
    typed: Option<&Receiver<String>>,
) -> Result<(Affected, Option<Id>), Error> {
    let mut consent = from_flags(asked);
    if let Some(typed) = typed {
        let missing = consent.missing(program);
        if missing.iter().any(|missing| *missing != Missing::Side) {
            show_warnings(program)?;
        }
        for missing in missing {
            answer(missing, &mut consent, typed)?;
        }
        if consent.missing(program).is_empty() && asked.variant.is_none() && !program.variants.is_empty() {
            consent.variant = variant(program, typed)?;
        }
    }
    let granted = consent.granted(program).map(|affected| (affected, consent.variant.clone()));
    granted.ok_or_else(|| {
        let missing = consent.missing(program);
        let words: Vec<String> = missing.iter().map(|missing| missing.words().to_owned()).collect();
        let flags: &str = match missing.as_slice() {
            [Missing::Side] => "--side left|right|both|neither",
            [.., Missing::Side] => "--yes --side left|right|both|neither",
            _ => "--yes",
        };
        Error::input(format!(
            "before the first session of `{}` it must be confirmed {}",
            program.title,
            crate::domain::prescription::and_list(&words)
        ))
        .hint(format!("read `soleus show {}`, then add {flags}", program.id))
    })
}

fn show_warnings(program: &Program) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    let lists = [
        ("Not for you if:", program.not_for.as_slice()),
        ("Stop if:", &program.stop_if),
        ("Before you begin, all of this must be true:", first_entry(program)),
    ];
    for (title, lines) in lists {
        if !lines.is_empty() {
            writeln!(out, "{title}")?;
            for line in lines {
                writeln!(out, "  - {line}")?;
            }
        }
    }
    writeln!(out, "{ADVICE}")?;
    out.flush()?;
    Ok(())
}

fn answer(missing: Missing, consent: &mut Consent, typed: &Receiver<String>) -> Result<(), Error> {
    let question = match missing {
        Missing::NotFor => "does one of the reasons not to do it apply to you? (yes/no)",
        Missing::StopIf => "do you know the warning signs above? (yes/no)",
        Missing::Entry => "is all of \"Before you begin\" true of you? (yes/no)",
        Missing::Advice => "do you understand that this is not medical advice? (yes/no)",
        Missing::Side => "which side is affected? (left/right/both/neither)",
    };
    let taken = if missing == Missing::Side { "left, right, both or neither" } else { "yes or no" };
    loop {
        let Some(said) = line(question, typed)? else { return Ok(()) };
        let said = said.trim().to_lowercase();
        let yes = match said.as_str() {
            "yes" | "y" => Some(true),
            "no" | "n" => Some(false),
            _ => None,
        };
        match (missing, yes) {
            (Missing::NotFor, Some(true)) => {
                return Err(Error::input("this program is not for you as things are")
                    .hint("talk to a doctor or physical therapist first"));
            }
            (Missing::NotFor, Some(false)) => consent.not_for = true,
            (Missing::StopIf, Some(yes)) => consent.stop_if = yes,
            (Missing::Entry, Some(true)) => consent.entry = true,
            (Missing::Entry, Some(false)) => {
                return Err(Error::input("this program is not for you yet")
                    .hint("come back when all that it asks for is true, or ask a physical therapist"));
            }
            (Missing::Advice, Some(yes)) => consent.advice = yes,
            (Missing::Side, _) => consent.side = side(&said),
            (Missing::NotFor | Missing::StopIf | Missing::Entry | Missing::Advice, None) => {}
        }
        let understood = if missing == Missing::Side { consent.side.is_some() } else { yes.is_some() };
        if understood {
            return Ok(());
        }
        tell(&format!("type {taken}"))?;
    }
}

fn side(said: &str) -> Option<Affected> {
    match said {
        "left" | "l" => Some(Affected::Left),
        "right" | "r" => Some(Affected::Right),
        "both" | "b" => Some(Affected::Both),
        "neither" | "n" => Some(Affected::Neither),
        _ => None,
    }
}

/// The variant that suits the runner; none for the program as it is written, or where nobody answers.
fn variant(program: &Program, typed: &Receiver<String>) -> Result<Option<Id>, Error> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "This program has other forms:")?;
    for (n, variant) in program.variants.iter().enumerate() {
        writeln!(out, "  {} {}", n + 1, variant.title)?;
    }
    drop(out);
    loop {
        let Some(said) = line("which one is yours? (its number; Enter takes the program as it is written)", typed)?
        else {
            return Ok(None);
        };
        if said.trim().is_empty() {
            return Ok(None);
        }
        let chosen = said.trim().parse::<usize>().ok().and_then(|n| program.variants.get(n.checked_sub(1)?));
        if let Some(variant) = chosen {
            return Ok(Some(variant.id.clone()));
        }
    }
}

/// A question that is answered with yes or no; nothing once nobody answers any more.
pub(crate) fn yes(question: &str, typed: &Receiver<String>) -> Result<Option<bool>, Error> {
    loop {
        let Some(said) = line(&format!("{question} (yes/no)"), typed)? else { return Ok(None) };
        match said.trim().to_lowercase().as_str() {
            "yes" | "y" => return Ok(Some(true)),
            "no" | "n" => return Ok(Some(false)),
            _ => {}
        }
    }
}

/// Whether a voice shall lead; Enter, or nobody there, is no.
pub(crate) fn voice(typed: &Receiver<String>) -> Result<bool, Error> {
    loop {
        let question = "do you hear the tone? shall a voice lead you too? (yes/no, Enter is no; asked once)";
        let Some(said) = line(question, typed)? else { return Ok(false) };
        match said.trim().to_lowercase().as_str() {
            "yes" | "y" => return Ok(true),
            "no" | "n" | "" => return Ok(false),
            _ => tell("type yes or no, or only Enter")?,
        }
    }
}

/// Asks for pain where the program wants it at this moment; Enter, or nonsense twice, leaves it unknown.
pub(crate) fn pain(program: &Program, when: When, typed: &Receiver<String>) -> Result<Option<Rating>, Error> {
    let question = match when {
        When::Before => PainQuestion::Before,
        When::After => PainQuestion::After,
        When::NextMorning => PainQuestion::NextMorning,
        When::During => return Ok(None),
    };
    if !program.pain.ask.contains(&question) {
        return Ok(None);
    }
    let place = program.pain.place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    let what = if when == When::After { "the worst pain during the session" } else { "pain now" };
    let prompt = format!("{what}{place}, 0 none to 10 worst imaginable? (Enter skips)");
    for _ in 0..2 {
        let Some(said) = line(&prompt, typed)? else { return Ok(None) };
        if said.trim().is_empty() {
            return Ok(None);
        }
        if let Some(pain) = said.trim().parse::<u8>().ok().filter(|pain| *pain <= 10) {
            return Ok(Some(Rating { when, pain: Some(pain), effort: None, stiffness: None, place: None }));
        }
        tell("type a whole number from 0 to 10, or only Enter")?;
    }
    Ok(None)
}

/// A day from today on; today where nothing is typed, or nobody answers.
pub(crate) fn day(question: &str, today: NaiveDate, typed: &Receiver<String>) -> Result<NaiveDate, Error> {
    loop {
        let Some(said) = line(question, typed)?.filter(|said| !said.trim().is_empty()) else { return Ok(today) };
        match said.parse::<Day>().map(|day| day.seen_from(today)) {
            Ok(day) if day >= today => return Ok(day),
            Ok(_) => tell("that day is over")?,
            Err(what) => tell(&what)?,
        }
    }
}

/// Where it hurts, in the runner's words; nothing where the program's own place is meant.
pub(crate) fn place(program: &Program, typed: &Receiver<String>) -> Result<Option<Clean>, Error> {
    let own = program.pain.place.as_ref().map_or_else(|| "as it is".to_owned(), ToString::to_string);
    let said = line(&format!("where does it hurt? (your words, or Enter for: {own})"), typed)?;
    Ok(said.map(|said| Clean::name(&said)).filter(|place| !place.is_empty()))
}

/// A line to whoever is asked.
fn tell(words: &str) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{words}")?;
    out.flush()?;
    Ok(())
}

/// One line of an answer; nothing once nobody answers any more.
fn line(question: &str, typed: &Receiver<String>) -> Result<Option<String>, Error> {
    let mut out = std::io::stdout().lock();
    write!(out, "{question} ")?;
    out.flush()?;
    drop(out);
    Ok(typed.recv().ok())
}
