//! Questions to whoever sits at the terminal, each asked until it is answered; on standard error, so that what a
//! command makes can go elsewhere.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use crate::error::Error;

/// Somebody who answers.
pub(super) struct Interview(std::io::Stdin);

impl Interview {
    /// Somebody, where both ends of a conversation are a terminal.
    pub(super) fn possible() -> Option<Self> {
        let input = std::io::stdin();
        (input.is_terminal() && std::io::stderr().is_terminal()).then_some(Self(input))
    }

    /// One answer without the blanks around it; nobody is left to answer when the input ends.
    pub(super) fn ask(&self, question: &str) -> Result<String, Error> {
        let mut err = std::io::stderr().lock();
        write!(err, "{question} ")?;
        err.flush()?;
        drop(err);
        let mut line = String::new();
        if self.0.lock().read_line(&mut line)? == 0 {
            return Err(Error::failed("the answers ended before the last question").hint("nothing was written"));
        }
        Ok(line.trim().to_owned())
    }

    /// Yes or no; what is neither is asked again.
    pub(super) fn agrees(&self, question: &str) -> Result<bool, Error> {
        loop {
            match self.ask(&format!("{question} (yes/no)"))?.to_lowercase().as_str() {
                "yes" | "y" => return Ok(true),
                "no" | "n" => return Ok(false),
                _ => {}
            }
        }
    }

    /// Lines until an empty one.
    pub(super) fn lines(&self, question: &str) -> Result<Vec<String>, Error> {
        let mut lines = Vec::new();
        let mut next = self.ask(question)?;
        while !next.is_empty() {
            lines.push(next);
            next = self.ask("  another (Enter: no more):")?;
        }
        Ok(lines)
    }
}
