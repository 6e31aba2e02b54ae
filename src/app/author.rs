//! The commands of those who write programs: search the catalogue, begin a program, take one in, print one.

mod add;
mod interview;
mod new;

use std::io::{ErrorKind, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use crate::app::pictures::drawings;
use crate::app::world::World;
use crate::app::{json as write_json, program, say};
use crate::cli::exercises::{self, Exercises, Found};
use crate::cli::handout::Handout;
use crate::cli::sources as listed;
use crate::domain::exercise::Exercise;
use crate::domain::sources::cited;
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::library::Library;
use crate::io::program_store::{self, Readers};
use crate::io::words::lexicon;
use crate::report::handout;

pub(crate) use add::add;
pub(crate) use new::new;

/// `soleus exercises`.
pub(crate) fn search(asked: &Exercises, out: &mut impl Write) -> Result<(), Error> {
    let catalogue: Vec<Exercise> = Library::bundled().catalogue().exercises().collect();
    let found = exercises::find(&catalogue, &asked.words);
    if asked.json {
        let found = match found {
            Found::One(one) => vec![exercises::json(one)],
            Found::Several(some) => some.into_iter().map(exercises::json).collect(),
            Found::Nothing => Vec::new(),
        };
        return write_json(&serde_json::Value::from(found), out);
    }
    match found {
        Found::One(one) => exercises::entry(one, out),
        Found::Several(some) => exercises::list(&some, out),
        Found::Nothing => Err(exercises::unknown(&catalogue, &asked.words)),
    }
}

/// `soleus sources`: of the bundled programs, the runner's own and the catalogue.
pub(crate) fn sources(as_json: bool, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let exercises: Vec<Exercise> = world.library.catalogue().exercises().collect();
    let all = cited(world.library.programs(), &exercises);
    if as_json { write_json(&listed::json(&all), out) } else { listed::text(&all, out) }
}

/// `soleus handout`.
pub(crate) fn print(asked: &Handout, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let program = program(&world.library, &asked.program)?;
    let words = lexicon().of(&program.language);
    let text = if asked.text { handout::text(&program, &words) } else { handout::html(&program, &words, &drawings) };
    let file = match &asked.output {
        Some(path) if path.as_os_str() == "-" => None,
        Some(path) => Some(path.clone()),
        None if asked.text || !std::io::stdout().is_terminal() => None,
        None => Some(PathBuf::from(format!("{}-handout.html", program.id))),
    };
    let Some(path) = file else {
        write!(out, "{text}")?;
        return Ok(());
    };
    if asked.replace {
        program_store::write_over(&path, text.as_bytes(), Readers::Usual).map_err(|error| unwritten(&path, error))?;
    } else {
        create(&path, text.as_bytes(), "--replace writes over it, -o FILE names another")?;
    }
    let how = if asked.text { "" } else { ": open it in a browser and print it" };
    writeln!(out, "wrote {}{how}", shown(&path))?;
    Ok(())
}

/// Writes a file that tells of the runner's health: for its owner alone, and over another one only where that was asked.
pub(crate) fn put(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Error> {
    let written = if replace {
        program_store::write_over(path, bytes, Readers::Owner)
    } else {
        program_store::create(path, bytes, Readers::Owner)
    };
    written.map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            taken(path, "--replace writes over it, or name another file")
        } else {
            unwritten(path, error)
        }
    })
}

/// Writes a new file; where there is one already it says so, and how to go on.
fn create(path: &Path, bytes: &[u8], way_out: &str) -> Result<(), Error> {
    program_store::create(path, bytes, Readers::Usual).map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists { taken(path, way_out) } else { unwritten(path, error) }
    })
}

/// A name that is taken, and how to go on.
fn taken(path: &Path, way_out: &str) -> Error {
    Error::input(format!("`{}` is there already, and was left as it is", shown(path))).hint(way_out)
}

fn unwritten(path: &Path, error: std::io::Error) -> Error {
    let missing = error.kind() == ErrorKind::NotFound;
    let error = Error::failed(format!("`{}` could not be written", shown(path))).because(error);
    error.hint(if missing { "make its folder first, or name another with -o" } else { "name another file or folder" })
}

/// A path as it may be shown.
pub(crate) fn shown(path: &Path) -> Clean {
    Clean::text(&path.to_string_lossy())
}

/// A note on standard error, with a sign in front that it is none of the output.
fn note(text: &str) {
    say(&format!("note: {text}"));
}
