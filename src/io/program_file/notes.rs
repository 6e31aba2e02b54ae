//! Where problems are gathered while a file is read.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::io::diagnostic::{Diagnostic, Source};

/// The problems of one file, and its source.
#[derive(Debug)]
pub(super) struct Notes<'a> {
    pub(super) source: &'a Source,
    problems: RefCell<Vec<Diagnostic>>,
    /// Lines on which the syntax is broken: a value beside a syntax error is not judged.
    broken: BTreeSet<usize>,
}

impl<'a> Notes<'a> {
    pub(super) const fn new(source: &'a Source, broken: BTreeSet<usize>) -> Self {
        Self { source, problems: RefCell::new(Vec::new()), broken }
    }

    /// Takes a problem down, once for a place and a kind.
    pub(super) fn add(&self, problem: Diagnostic) {
        let line = self.source.line_of(problem.span.start);
        let mut problems = self.problems.borrow_mut();
        let known = problems.iter().any(|p| p.span == problem.span && p.code == problem.code);
        if !known && !self.broken.contains(&line) {
            problems.push(problem);
        }
    }

    pub(super) fn error(&self, code: &'static str, span: Range<usize>, message: impl AsRef<str>) {
        self.add(Diagnostic::error(code, span, message));
    }

    pub(super) fn into_problems(self) -> Vec<Diagnostic> {
        self.problems.into_inner()
    }
}
