//! A problem in a file, as a value: what is wrong, where, and what to write instead.
//!
//! The same value is rendered on standard error, listed as JSON and drawn on a screen. All text in it is clean: what
//! a message quotes from a file went through [`Clean`].

mod codes;
mod pages;
mod plain;
mod render;
mod source;

use std::ops::Range;

use crate::domain::text::Clean;

pub use codes::CODES;
pub use pages::{PAGES, page};
pub use render::{MOST_RENDERED, report};
pub use source::{Place, Source};

/// A problem in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Its stable name.
    pub code: &'static str,
    /// What is wrong: lower case, no full stop, the author's words in back-ticks.
    pub message: Clean,
    /// What to write instead.
    pub help: Option<Clean>,
    /// Bytes of the source.
    pub span: Range<usize>,
    /// Another place that it is about, with a word for it.
    pub also: Option<(Range<usize>, &'static str)>,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The program is refused.
    Error,
    /// Legal, and probably not meant.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Diagnostic {
    /// An error.
    pub fn error(code: &'static str, span: Range<usize>, message: impl AsRef<str>) -> Self {
        Self::new(Severity::Error, code, span, message.as_ref())
    }

    /// A warning.
    pub fn warning(code: &'static str, span: Range<usize>, message: impl AsRef<str>) -> Self {
        Self::new(Severity::Warning, code, span, message.as_ref())
    }

    /// A note.
    pub fn note(code: &'static str, span: Range<usize>, message: impl AsRef<str>) -> Self {
        Self::new(Severity::Note, code, span, message.as_ref())
    }

    fn new(severity: Severity, code: &'static str, span: Range<usize>, message: &str) -> Self {
        Self { severity, code, message: Clean::text(message), help: None, span, also: None }
    }

    /// What to write instead.
    #[must_use]
    pub fn help(mut self, help: impl AsRef<str>) -> Self {
        self.help = Some(Clean::text(help.as_ref()));
        self
    }

    /// The same with help where there is any.
    #[must_use]
    pub fn maybe_help(self, help: Option<String>) -> Self {
        match help {
            Some(help) => self.help(help),
            None => self,
        }
    }

    /// Another place that it is about.
    #[must_use]
    pub fn also(mut self, span: Range<usize>, word: &'static str) -> Self {
        self.also = Some((span, word));
        self
    }

    /// Whether the program is refused for it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
