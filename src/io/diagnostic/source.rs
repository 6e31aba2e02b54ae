//! A file's text with its lines, so that a span of bytes becomes a line and a column.

use std::ops::Range;

use crate::domain::text::Clean;

/// A file's name and text.
#[derive(Clone, Debug)]
pub struct Source {
    name: Clean,
    text: String,
    starts: Vec<usize>,
}

/// Line and columns of a span, each from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The first column.
    pub column: usize,
    /// The column behind the last, on the same line.
    pub end_column: usize,
}

impl Source {
    /// A source from its name, cleaned here, and its text.
    pub fn new(name: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: Clean::text(name), text, starts }
    }

    /// The cleaned name.
    pub const fn name(&self) -> &Clean {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of a line (from 1) without its line break.
    pub fn line(&self, line: usize) -> Range<usize> {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        let end = if self.text.as_bytes().get(end.wrapping_sub(1)) == Some(&b'\r') { end - 1 } else { end };
        start..end.max(start)
    }

    /// Number of the line that holds a byte, from 1.
    pub fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).max(1)
    }

    /// Line and columns of a span; what lies behind its first line is left out.
    pub fn place(&self, span: &Range<usize>) -> Place {
        let start = self.boundary(span.start);
        let line = self.line_of(start);
        let bytes = self.line(line);
        let end = self.boundary(span.end.clamp(start, bytes.end.max(start)));
        let count = |from: usize, to: usize| self.text.get(from..to).map_or(0, |text| text.chars().count());
        let mark = usize::from(bytes.start == 0 && self.text.starts_with('\u{feff}') && start > 0);
        let column = (count(bytes.start, start) + 1).saturating_sub(mark).max(1);
        Place { line, column, end_column: column + count(start, end).max(1) }
    }

    /// The nearest character boundary at or before a byte.
    fn boundary(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }
}
