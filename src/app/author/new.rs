//! `soleus new`: from answers or flags to a program that its author can go on with.

use std::io::Write;
use std::path::PathBuf;

use crate::app::author::interview::Interview;
use crate::app::author::{create, shown, taken};
use crate::app::say;
use crate::app::world::World;
use crate::cli::exercises::{Found, find, list, unknown};
use crate::cli::new::{COMMON_SIGNS, New, Placed, Wanted, WorkSide, compose, written};
use crate::domain::exercise::{Exercise, SideRule};
use crate::domain::prescription::dose;
use crate::domain::text::{Clean, Id};
use crate::error::Error;
use crate::io::diagnostic::{self, Severity};
use crate::io::library::{Library, Origin, PROGRAMS};
use crate::io::program_store;

/// How to go on where the file is there already.
const WAY_OUT: &str = "-o FILE names another, -o - shows the program without writing it";

/// Begins a program.
pub(crate) fn new(asked: &New, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    if let Some(path) = asked.output.as_ref().filter(|path| path.symlink_metadata().is_ok()) {
        // Said before anybody answers a question in vain.
        return Err(taken(path, WAY_OUT));
    }
    let (id, text) = match &asked.from {
        Some(from) => copy(asked, from, &world.library)?,
        None => fresh(asked, &world.library)?,
    };
    // What is written must be readable, whatever was typed: the reader itself says so.
    let reading = world.library.read(text.as_bytes(), &format!("{id}.toml"));
    let notable = |severity: Severity| severity != Severity::Note;
    if reading.problems.iter().any(|problem| problem.is_error() || asked.from.is_none() && notable(problem.severity)) {
        say(diagnostic::report(&reading.problems, &reading.source).trim_end());
        if reading.has_errors() {
            return Err(Error::input("what was asked for makes no program; nothing was written")
                .hint("the lines above are those that would have been written; change the flags that they come from"));
        }
    }
    let path = match &asked.output {
        Some(path) if path.as_os_str() == "-" => {
            write!(out, "{text}")?;
            return Ok(());
        }
        Some(path) => path.clone(),
        None => PathBuf::from(format!("{id}.toml")),
    };
    create(&path, text.as_bytes(), WAY_OUT)?;
    let shown = shown(&path);
    writeln!(out, "wrote {shown}")?;
    writeln!(
        out,
        "  soleus check {shown}    what it means, and every mistake\n  soleus add {shown}      into the programs folder"
    )?;
    Ok(())
}

/// A program with the remarks of another one.
fn copy(asked: &New, from: &str, library: &Library) -> Result<(Id, String), Error> {
    let (text, title, whence) = source(from, library)?;
    let title = match (&asked.title, Interview::possible()) {
        (Some(title), _) => named(title)?,
        (None, Some(interview)) => {
            let own = format!("{title}, my own");
            let typed = interview.ask(&format!("title? (Enter: {own})"))?;
            Clean::name(if typed.is_empty() { &own } else { &typed })
        }
        (None, None) => Clean::name(&format!("{title}, my own")),
    };
    let id = id(asked, &title)?;
    let copied = program_store::renamed(&text, &id, Some(&title));
    // The mark that some editors put at the start of a file would stand in the middle.
    let body = copied.strip_prefix('\u{feff}').unwrap_or(&copied);
    Ok((id, format!("# Made from {whence}.\n{body}")))
}

/// The text of a program, its title, and where it is from.
fn source(from: &str, library: &Library) -> Result<(String, Clean, String), Error> {
    let program = crate::app::program(library, from)?;
    let path = match library.find(from).map(|entry| &entry.origin) {
        Some(Origin::Bundled) => {
            let bundled = PROGRAMS.iter().find(|(id, _)| *id == from);
            let text = bundled
                .map(|(_, text)| (*text).to_owned())
                .ok_or_else(|| Error::failed(format!("the text of `{}` is not at hand", program.id)))?;
            return Ok((text, program.title, format!("`{}`, which comes with soleus", program.id)));
        }
        Some(Origin::Own(path)) => path.clone(),
        None => PathBuf::from(from),
    };
    let bytes = Library::bytes(&path)?;
    let name = path.file_name().map(|name| Clean::name(&name.to_string_lossy())).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok((text, program.title, format!("`{}` ({name})", program.id)))
}

fn named(title: &str) -> Result<Clean, Error> {
    let title = title.trim();
    if title.is_empty() || title.chars().count() > crate::domain::text::NAME {
        return Err(Error::input("a title has 1 to 80 letters").hint("write --title \"Ankles, ten minutes\""));
    }
    Ok(Clean::name(title))
}

fn id(asked: &New, title: &Clean) -> Result<Id, Error> {
    asked.id.clone().or_else(|| Id::from_name(title)).ok_or_else(|| {
        Error::input(format!("no id can be made of the title `{title}`"))
            .hint("name one: --id ankles (a to z, 0 to 9, -)")
    })
}

/// A program from flags, and from answers where something is missing and somebody is there.
fn fresh(asked: &New, library: &Library) -> Result<(Id, String), Error> {
    let catalogue: Vec<Exercise> = library.catalogue().exercises().collect();
    let flagged = asked.exercises.iter().map(|text| placed(text, &catalogue)).collect::<Result<Vec<_>, _>>()?;
    let is_whole = asked.title.is_some() && !flagged.is_empty();
    let interview = if is_whole { None } else { Interview::possible() };
    if !is_whole && interview.is_none() {
        return Err(Error::input("a new program needs a title and an exercise, and there is no terminal to ask on")
            .hint("soleus new --title \"Ankles\" --exercise calf-raise:3x10 -o ankles.toml; or --from PROGRAM"));
    }
    let wanted = if let Some(interview) = interview {
        answered(asked, flagged, &catalogue, library, &interview)?
    } else {
        let title = named(asked.title.as_deref().unwrap_or_default())?;
        Wanted {
            id: id(asked, &title)?,
            title,
            audience: asked.audience.as_deref().map(Clean::text),
            side: asked.side,
            schedule: due(asked.schedule.as_deref().unwrap_or("daily"), library)?,
            not_for: clean(&asked.not_for),
            stop_if: if asked.stop_if.is_empty() { common() } else { clean(&asked.stop_if) },
            exercises: flagged,
        }
    };
    Ok((wanted.id.clone(), compose(&wanted)))
}

fn answered(
    asked: &New,
    flagged: Vec<Placed>,
    catalogue: &[Exercise],
    library: &Library,
    interview: &Interview,
) -> Result<Wanted, Error> {
    let title = match &asked.title {
        Some(title) => named(title)?,
        None => again(|| named(&interview.ask("what is it called?")?))?,
    };
    let id = id(asked, &title)?;
    let audience = match &asked.audience {
        Some(audience) => audience.clone(),
        None => interview.ask("for whom is it? (Enter: nobody in particular)")?,
    };
    let exercises = if flagged.is_empty() { choose(catalogue, interview)? } else { flagged };
    let one_sided = exercises.iter().any(|placed| placed.exercise.side != SideRule::Both);
    let side = match asked.side {
        None if one_sided => Some(side(interview)?),
        given => given,
    };
    let schedule = match &asked.schedule {
        Some(schedule) => due(schedule, library)?,
        None => again(|| {
            let typed =
                interview.ask("when? daily, mon wed fri, 3 times a week, daily, 2 times a day … (Enter: daily)")?;
            due(if typed.is_empty() { "daily" } else { &typed }, library)
        })?,
    };
    let not_for = if asked.not_for.is_empty() {
        interview.lines("who must not do it? one reason a line (Enter: nothing more)")?
    } else {
        asked.not_for.clone()
    };
    let stop_if = if asked.stop_if.is_empty() {
        interview.lines("at which sign must it be stopped? one a line (Enter: the common ones)")?
    } else {
        asked.stop_if.clone()
    };
    let stop_if = if stop_if.is_empty() { common() } else { clean(&stop_if) };
    let audience = (!audience.is_empty()).then(|| Clean::text(&audience));
    Ok(Wanted { id, title, audience, side, schedule, not_for: clean(&not_for), stop_if, exercises })
}

/// Asks until the answer is one that is taken; what is wrong with the others is said. The end of the input ends it.
fn again<T>(mut ask: impl FnMut() -> Result<T, Error>) -> Result<T, Error> {
    const MOST_TRIES: u32 = 20;
    for _ in 1..MOST_TRIES {
        match ask() {
            Err(error) if error.kind() == crate::error::Kind::Input => say(&error.to_string()),
            answered => return answered,
        }
    }
    ask()
}

/// Exercises by search, each with its dose, until there are enough.
fn choose(catalogue: &[Exercise], interview: &Interview) -> Result<Vec<Placed>, Error> {
    let mut chosen: Vec<Placed> = Vec::new();
    loop {
        let question = if chosen.is_empty() {
            "an exercise: its id, or words to search for?"
        } else {
            "the next exercise: its id, or words to search for? (Enter: no more)"
        };
        let typed = interview.ask(question)?;
        if typed.is_empty() {
            if chosen.is_empty() {
                continue;
            }
            return Ok(chosen);
        }
        let words = [typed];
        match find(catalogue, &words) {
            Found::One(one) if chosen.iter().any(|placed| placed.exercise.id == one.id) => {
                say(&format!("`{}` is in it already", one.id));
            }
            Found::One(one) => {
                say(&format!("{}: {}", one.name, dose(one)));
                let asked = || {
                    let typed = interview.ask("sets and reps, or time? 3x10, 2x30s (Enter: as it is)")?;
                    if typed.is_empty() { Ok(None) } else { written(one, &typed).map(Some) }
                };
                chosen.push(Placed { exercise: one.clone(), dose: again(asked)? });
            }
            Found::Several(some) => list(&some, &mut std::io::stderr().lock())?,
            Found::Nothing => say(&unknown(catalogue, &words).to_string()),
        }
    }
}

fn side(interview: &Interview) -> Result<WorkSide, Error> {
    loop {
        let question = "which side does the one-sided ones? affected (each runner says which hurts) or both";
        match interview.ask(question)?.to_lowercase().as_str() {
            "affected" | "a" => return Ok(WorkSide::Affected),
            "both" | "b" | "each" => return Ok(WorkSide::Both),
            _ => {}
        }
    }
}

/// `calf-raise`, `calf-raise:3x10`.
fn placed(text: &str, catalogue: &[Exercise]) -> Result<Placed, Error> {
    let (name, dose) = text.split_once(':').map_or((text, None), |(name, dose)| (name, Some(dose)));
    let words = [name.trim().to_owned()];
    let Some(exercise) = catalogue.iter().find(|exercise| exercise.id.as_str() == name.trim()) else {
        if let Found::One(one) = find(catalogue, &words) {
            let error = Error::input(format!("there is no exercise `{}`", Clean::name(name)));
            return Err(error.hint(format!("did you mean `{}`?", one.id)));
        }
        return Err(unknown(catalogue, &words));
    };
    let dose = dose.map(|dose| written(exercise, dose)).transpose()?;
    Ok(Placed { exercise: exercise.clone(), dose })
}

/// A schedule that the format takes, as it was typed.
fn due(text: &str, library: &Library) -> Result<String, Error> {
    let value = program_store::quoted(&Clean::name(text));
    let probe = format!("title = \"x\"\nschedule = {value}\n[[exercise]]\nuse = \"calf-raise\"\n");
    let reading = library.read(probe.as_bytes(), "x.toml");
    match reading.problems.iter().find(|problem| problem.is_error()) {
        None => Ok(Clean::name(text).to_string()),
        Some(problem) => {
            let help = problem.help.as_ref().map(ToString::to_string);
            let help = help.unwrap_or_else(|| "write \"daily\", \"mon wed fri\" or \"3 times a week\"".to_owned());
            Err(Error::input(problem.message.to_string()).hint(help))
        }
    }
}

fn clean(lines: &[String]) -> Vec<Clean> {
    lines.iter().map(|line| Clean::text(line)).collect()
}

fn common() -> Vec<Clean> {
    COMMON_SIGNS.iter().map(|sign| Clean::text(sign)).collect()
}
