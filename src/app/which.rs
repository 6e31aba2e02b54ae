//! `soleus which`: asks where somebody can answer, takes flags where nobody can.

use std::io::Write;
use std::sync::mpsc::Receiver;

use crate::app::desk::listen;
use crate::app::{json as write_json, on_a_terminal};
use crate::cli::which::{self, Which};
use crate::domain::program::Program;
use crate::domain::which::{ANSWERS, SIGNS, Said as Signs, Way, way};
use crate::error::Error;
use crate::io::library::Library;

/// Leads to a program, or to a doctor.
pub(crate) fn which(asked: &Which, out: &mut impl Write) -> Result<(), Error> {
    let by_flags = which::flags(asked)?;
    if asked.json {
        return write_json(&which::json(by_flags.as_ref()), out);
    }
    if let Some(found) = by_flags {
        return tell(&found, out);
    }
    if on_a_terminal() {
        return ask(asked.no_sign, out);
    }
    writeln!(out, "Is one of these true of you?")?;
    which::signs(out)?;
    writeln!(out, "If none is, what is it?")?;
    which::answers(out)?;
    writeln!(out, "`soleus which --sign N`, or `soleus which --no-sign --says WORD`")?;
    Ok(())
}

/// Where the answers lead, with the programs that are bundled.
fn tell(found: &Way, out: &mut impl Write) -> Result<(), Error> {
    let library = Library::bundled();
    let programs: Vec<&Program> = library.programs().collect();
    which::text(found, &programs, out)
}

/// Red flags first; whoever has one is not asked anything more.
fn ask(no_sign: bool, out: &mut impl Write) -> Result<(), Error> {
    let typed = listen();
    if !no_sign {
        writeln!(out, "First the warning signs.")?;
        which::signs(out)?;
        let question = "Is one of these true of you? (its number, or none)";
        match number(question, SIGNS.len(), true, &typed, out)? {
            Said::Nobody => return Ok(()),
            Said::None => {}
            Said::Number(place) => {
                return way(Signs::Sign(place), 0).map_or(Ok(()), |found| tell(&found, out));
            }
        }
    }
    which::answers(out)?;
    let Said::Number(place) = number("What is it? (its number)", ANSWERS.len(), false, &typed, out)? else {
        return Ok(());
    };
    way(Signs::NoSign, place).map_or(Ok(()), |found| tell(&found, out))
}

/// What was typed.
enum Said {
    /// Nobody types any more.
    Nobody,
    /// None of the list.
    None,
    /// One of the list, by its place.
    Number(usize),
}

/// Asks for a number of a list until one is given.
fn number(
    question: &str,
    most: usize,
    may_be_none: bool,
    typed: &Receiver<String>,
    out: &mut impl Write,
) -> Result<Said, Error> {
    loop {
        write!(out, "{question} ")?;
        out.flush()?;
        let Ok(said) = typed.recv() else { return Ok(Said::Nobody) };
        let said = said.trim().to_lowercase();
        if may_be_none && ["none", "no", "n", "0"].contains(&said.as_str()) {
            return Ok(Said::None);
        }
        if let Some(place) = said.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < most) {
            return Ok(Said::Number(place));
        }
        let none = if may_be_none { ", or none" } else { "" };
        writeln!(out, "type a number from 1 to {most}{none}")?;
    }
}
