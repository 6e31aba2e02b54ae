//! What went wrong, in words: whose fault it is, what was found and what is taken, and what to do next.

use std::fmt;

/// An error for a person to read: printed once, by `main`, after the terminal was given back.
#[derive(Debug)]
pub struct Error {
    kind: Kind,
    message: String,
    hint: Option<String>,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// Whose fault it is; decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Bad input: arguments, a program file, settings. Exit code 2.
    Input,
    /// Something that may fail did: disk, terminal. Exit code 1.
    Failed,
    /// The problems were already printed one by one. The code says whether they were errors.
    Reported(u8),
    /// Whoever read our output went away; nothing is said and the exit code is 0.
    BrokenPipe,
}

impl Error {
    /// Bad input: a lower-case fragment with the user's own words in back-ticks.
    pub fn input(message: impl Into<String>) -> Self {
        Self { kind: Kind::Input, message: message.into(), hint: None, cause: None }
    }

    /// Something that may fail did.
    pub fn failed(message: impl Into<String>) -> Self {
        Self { kind: Kind::Failed, message: message.into(), hint: None, cause: None }
    }

    /// The problems were already printed.
    pub const fn reported(code: u8) -> Self {
        Self { kind: Kind::Reported(code), message: String::new(), hint: None, cause: None }
    }

    /// What to do next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What it came from.
    #[must_use]
    pub fn because(mut self, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.cause = Some(Box::new(cause));
        self
    }

    /// Whose fault it is.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// What happened, in words.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The exit code of the program.
    pub const fn exit_code(&self) -> u8 {
        match self.kind {
            Kind::Input => 2,
            Kind::Failed => 1,
            Kind::Reported(code) => code,
            Kind::BrokenPipe => 0,
        }
    }
}

impl From<std::io::Error> for Error {
    /// Output that cannot be delivered: nobody reads any more, or the disk said no.
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            return Self { kind: Kind::BrokenPipe, message: String::new(), hint: None, cause: None };
        }
        Self::failed("the output could not be written").because(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.message)?;
        if let Some(cause) = &self.cause {
            write!(f, ": {cause}")?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "\n hint: {hint}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
