//! `soleus add`: a program is checked, told, and taken into the programs folder.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::app::author::interview::Interview;
use crate::app::author::{note, shown, unwritten};
use crate::app::say;
use crate::app::world::World;
use crate::cli::add::{Add, summary};
use crate::domain::difference;
use crate::domain::program::Program;
use crate::domain::text::Id;
use crate::error::Error;
use crate::io::diagnostic;
use crate::io::library::{Library, Origin};
use crate::io::program_file::Reading;
use crate::io::program_store::{self, Readers};

/// A program on its way into the folder.
struct Incoming {
    program: Program,
    bytes: Vec<u8>,
    /// The file where it will be.
    path: PathBuf,
    /// It comes in on standard input, so that nobody can answer.
    piped: bool,
}

/// Takes a program into the programs folder.
pub(crate) fn add(asked: &Add, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let folder = world.programs.clone();
    let incoming = incoming(asked, &world.library, &folder)?;
    for line in summary(&incoming.program) {
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    let pictures = incoming.program.exercises().filter_map(|exercise| exercise.figure.as_ref());
    if let Some(picture) = pictures.filter(|figure| figure.contains('.')).map(ToString::to_string).next() {
        note(&format!("pictures are not copied; put `{picture}` into {} yourself", shown(&folder)));
    }
    let kept = match world.library.find(incoming.program.id.as_str()) {
        Some(known) if known.origin == Origin::Bundled => return Err(bundled(&incoming.program.id)),
        Some(known) => match &known.origin {
            Origin::Own(old) if Library::bytes(old).is_ok_and(|bytes| bytes == incoming.bytes) => {
                writeln!(out, "it is there already, as {}; nothing was changed", shown(old))?;
                return Ok(());
            }
            Origin::Own(old) => Some(replace(asked, &incoming, &known.program, old)?),
            Origin::Bundled => None,
        },
        None => place(asked, &incoming, &world.library, &folder)?,
    };
    writeln!(out, "added as {}", shown(&incoming.path))?;
    if let Some(kept) = kept {
        writeln!(out, "the old version is kept as {}", shown(&kept))?;
    }
    writeln!(out, "  soleus play {}", incoming.program.id)?;
    Ok(())
}

/// Reads what comes in; a program with an error is told and refused.
fn incoming(asked: &Add, library: &Library, folder: &Path) -> Result<Incoming, Error> {
    let piped = asked.file.as_os_str() == "-";
    let mut bytes = if piped { program_store::standard_input()? } else { Library::bytes(&asked.file)? };
    let name = if piped { "standard-input.toml".into() } else { asked.file.to_string_lossy() };
    let mut reading = library.read(&bytes, &name);
    say_problems(&reading);
    let Some(program) = reading.program.take() else {
        return Err(Error::input("the program has errors and was not added").hint("mend the errors above first"));
    };
    let written = program_store::written_id(reading.source.text());
    let id = match (&asked.as_id, &written) {
        (Some(id), Some(written)) if id != written => {
            bytes = program_store::renamed(reading.source.text(), id, None).into_bytes();
            note(&format!("its id is `{id}` now, and was `{written}`; the rest is as it was"));
            id.clone()
        }
        (Some(id), _) | (None, Some(id)) => id.clone(),
        (None, None) if piped => Id::from_name(&program.title).ok_or_else(|| {
            Error::input("a program on standard input without an `id` needs one").hint("name it: --as ID")
        })?,
        (None, None) => program.id.clone(),
    };
    let path = folder.join(format!("{id}.toml"));
    Ok(Incoming { program: Program { id, ..program }, bytes, path, piped })
}

fn say_problems(reading: &Reading) {
    let report = diagnostic::report(&reading.problems, &reading.source);
    if !report.is_empty() {
        say(report.trim_end());
    }
}

fn bundled(id: &Id) -> Error {
    Error::input(format!("`{id}` comes with soleus, and two programs cannot have one id"))
        .hint(format!("keep this one under another: --as {id}-2, or another id of your choice"))
}

/// Puts a changed version in the place of a known program, when somebody wants it, and gives where the old one is kept.
fn replace(asked: &Add, incoming: &Incoming, known: &Program, old: &Path) -> Result<PathBuf, Error> {
    let changes = difference::programs(known, &incoming.program);
    say(&format!("it would replace {}", shown(old)));
    if changes.is_empty() {
        say("  what is done in it stays the same; only words or remarks changed");
    }
    for change in changes {
        say(&format!("  {change}"));
    }
    let id = &incoming.program.id;
    agreed(asked, incoming, &format!("`{id}` is known already, with another content"))?;
    program_store::replace(old, &incoming.path, &incoming.bytes, Readers::Owner).map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            return in_the_way(&incoming.path);
        }
        unwritten(&incoming.path, error)
    })
}

/// Puts a new program into the folder; a faulty file of its name makes room when somebody wants it.
fn place(asked: &Add, incoming: &Incoming, library: &Library, folder: &Path) -> Result<Option<PathBuf>, Error> {
    let Incoming { bytes, path, .. } = incoming;
    program_store::make_folder(folder).map_err(|error| unwritten(folder, error))?;
    match program_store::create(path, bytes, Readers::Owner) {
        Ok(()) => return Ok(None),
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(unwritten(path, error)),
        Err(_) => {}
    }
    if library.check(path).is_ok_and(|reading| reading.program.is_some()) {
        return Err(in_the_way(path));
    }
    agreed(asked, incoming, &format!("{} is there already, and is no program that can be played", shown(path)))?;
    let kept = program_store::replace(path, path, bytes, Readers::Owner).map_err(|error| unwritten(path, error))?;
    Ok(Some(kept))
}

/// Whether the old one may make room: by the flag, or because somebody says so.
fn agreed(asked: &Add, incoming: &Incoming, why: &str) -> Result<(), Error> {
    if asked.replace {
        return Ok(());
    }
    let Some(interview) = Interview::possible().filter(|_| !incoming.piped) else {
        return Err(
            Error::input(why).hint("--replace puts this one in its place and keeps the old one; --as ID keeps both")
        );
    };
    if interview.agrees("replace it? the old one is kept beside it")? {
        return Ok(());
    }
    Err(Error::input("nothing was changed").hint("--as ID keeps both"))
}

fn in_the_way(path: &Path) -> Error {
    Error::input(format!("{} is another program, with another id", shown(path)))
        .hint("give that file another name, or keep this one under another id: --as ID")
}
