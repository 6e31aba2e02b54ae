//! `soleus check`: which files were meant, and what is said of them.

use std::io::{IsTerminal as _, Write};
use std::path::Path;

use crate::app::world::World;
use crate::app::{json, report};
use crate::cli;
use crate::error::Error;
use crate::io::library::Library;
use crate::io::program_file::Reading;
use crate::io::settings::Environment;
use crate::tui::gate::Gate;

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
        let Environment { no_color, term_dumb, .. } = world.environment;
        let in_colour = std::io::stdout().is_terminal() && !no_color && !term_dumb;
        let mut gate = Gate::new(&mut *out);
        cli::check::text(&readings, in_colour, &mut gate)?;
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
    Ok(vec![library.check(&library.file(path))?])
}
