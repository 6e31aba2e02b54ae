//! Where problems are gathered while a file is read.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::domain::text::Clean;
use crate::io::diagnostic::{Diagnostic, Source};

/// The problems of one file, and its source.
#[derive(Debug)]
pub(in crate::io) struct Notes<'a> {
    pub(in crate::io) source: &'a Source,
    problems: RefCell<Vec<Diagnostic>>,
    /// What was said already: a definition that is used twice is not complained about twice.
    said: RefCell<BTreeSet<(usize, usize, Clean)>>,
    /// Lines on which the syntax is broken: a value beside a syntax error is not judged.
    broken: BTreeSet<usize>,
}

impl<'a> Notes<'a> {
    pub(in crate::io) fn new(source: &'a Source, broken: BTreeSet<usize>) -> Self {
        let (problems, said) = (RefCell::new(Vec::new()), RefCell::new(BTreeSet::new()));
        Self { source, problems, said, broken }
    }

    /// Takes a problem down, once for a place and a message.
    pub(in crate::io) fn add(&self, problem: Diagnostic) {
        let line = self.source.line_of(problem.span.start);
        let key = (problem.span.start, problem.span.end, problem.message.clone());
        if !self.broken.contains(&line) && self.said.borrow_mut().insert(key) {
            self.problems.borrow_mut().push(problem);
        }
    }

    pub(in crate::io) fn error(&self, code: &'static str, span: Range<usize>, message: impl AsRef<str>) {
        self.add(Diagnostic::error(code, span, message));
    }

    /// Takes down that a key is missing; not where a syntax error may have swallowed it.
    pub(in crate::io) fn missing(&self, problem: Diagnostic) {
        if self.broken.is_empty() {
            self.add(problem);
        }
    }

    pub(in crate::io) fn into_problems(self) -> Vec<Diagnostic> {
        self.problems.into_inner()
    }
}
