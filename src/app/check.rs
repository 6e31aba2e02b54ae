//! `soleus check`: which files were meant, and what is said of them.

use std::io::Write;
use std::path::Path;

use crate::app::world::World;
use crate::app::{json, report};
use crate::cli;
use crate::error::Error;
use crate::io::library::Library;
use crate::io::program_file::Reading;

/// Checks every file that was named. A file that cannot be read is told, and keeps none of the others from it.
pub(crate) fn check(asked: &cli::Check, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let mut readings = Vec::new();
    let mut unread = false;
    for path in &asked.files {
        match read(&world.library, path) {
            Ok(read) => readings.extend(read),
            Err(error) => {
                report(&error);
                unread = true;
            }
        }
    }
    if asked.json {
        json(&cli::check::json(&readings, asked.meaning), out)?;
    } else if asked.short {
        cli::check::short(&readings, out)?;
    } else {
        cli::check::text(&readings, out)?;
    }
    out.flush()?;
    if unread {
        Err(Error::reported(2))
    } else if readings.iter().any(Reading::has_errors) {
        Err(Error::reported(1))
    } else {
        Ok(())
    }
}

fn read(library: &Library, path: &Path) -> Result<Vec<Reading>, Error> {
    if path == Path::new("-") {
        return Ok(vec![library.check_input()?]);
    }
    if path.is_dir() {
        return library.check_folder(path);
    }
    Ok(vec![library.check(path)?])
}
