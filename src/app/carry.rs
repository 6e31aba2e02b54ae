//! `soleus export` and `soleus import`: the history out as one stream of lines, and in again.

use std::io::{BufReader, IsTerminal as _, Write};

use crate::app::author::{put, shown};
use crate::app::say;
use crate::app::world::World;
use crate::cli::carry::{Export, Import, left_behind, words};
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::io::journal::{Exported, Imported};

/// `soleus export`.
pub(crate) fn export(asked: &Export, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let file = asked.file.as_deref().filter(|path| path.as_os_str() != "-");
    let Some(path) = file else {
        if std::io::stdout().is_terminal() {
            return Err(Error::input("the lines of the history are no sight for a terminal")
                .hint("name a file: `soleus export history.jsonl`"));
        }
        return tell(&world.journal.export(out)?);
    };
    let mut lines = Vec::new();
    let exported = world.journal.export(&mut lines)?;
    put(path, &lines, asked.replace)?;
    writeln!(out, "wrote {}: {} lines of {} files", shown(path), exported.lines, exported.files)?;
    tell(&exported)
}

/// Says what could not be taken along: a copy that is not whole must not pass for one.
fn tell(exported: &Exported) -> Result<(), Error> {
    for problem in &exported.problems {
        let line = problem.line.map(|line| format!(":{line}")).unwrap_or_default();
        say(&format!("warning: left out: {}{line}: {}", problem.file, problem.what));
    }
    if exported.problems.is_empty() { Ok(()) } else { Err(Error::reported(1)) }
}

/// `soleus import`.
pub(crate) fn import(asked: &Import, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let now = world.clock.wall();
    let imported = if asked.file.as_os_str() == "-" {
        world.journal.import(std::io::stdin().lock(), now, asked.dry_run)?
    } else {
        let opened = std::fs::File::open(&asked.file).and_then(|file| {
            if file.metadata()?.is_dir() { Err(std::io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
        });
        let file = opened.map_err(|error| {
            Error::input(format!("`{}` cannot be read", shown(&asked.file)))
                .because(error)
                .hint("name a file that `soleus export` wrote")
        })?;
        world.journal.import(BufReader::new(file), now, asked.dry_run)?
    };
    if let Some(line) = left_behind(&imported.damaged) {
        say(&format!("warning: {line}"));
    }
    if imported.known + imported.lines == 0 && imported != Imported::default() {
        return Err(Error::input(format!("`{}` holds no line of a history", shown(&asked.file)))
            .hint("name a file that `soleus export` wrote"));
    }
    for line in words(&imported, asked.dry_run) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
