//! What a page is made of, before anybody lays it out.

use chrono::NaiveDate;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// The title, once.
    Title(String),
    /// Names with values.
    Facts(Vec<(&'static str, String)>),
    /// A heading.
    Heading(&'static str),
    /// What is needed to read a table or a chart.
    Legend(String),
    /// A table.
    Table(Table),
    /// One thing a line.
    List(Vec<String>),
    /// Values over the days.
    Chart(Chart),
    /// Several small charts, a line each with its numbers.
    Strips(Vec<Strip>),
    /// Lines for a pen.
    Blank(usize),
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    pub(super) head: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
    /// Columns of marks, a letter a day: all letters as wide as each other.
    pub(super) marks: &'static [usize],
}

/// Values from 0 to 10 over the days of a span.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) lines: Vec<Line>,
    /// So many days a point: 1, or 7 of a long span.
    pub(super) step: u8,
    /// The pain limit.
    pub(super) limit: u8,
}

/// One line of a chart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) name: &'static str,
    pub(super) sign: Sign,
    /// Each day of the span in order, or each week: what is known of it.
    pub(super) days: Vec<Point>,
}

/// What is known of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    /// A score, 0 to 10.
    Known(u8),
    /// Something was done, and no score was given.
    Unknown,
    /// Nothing was done: nothing was asked.
    Nothing,
}

/// How the points of a line look, told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A ring on a dotted line.
    Ring,
    /// A disc on a whole line.
    Disc,
    /// A triangle on a dashed line.
    Triangle,
}

/// A small chart with its numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Strip {
    /// `Heel drop, left: load`.
    pub(super) name: String,
    /// `5 kg on 2 Nov, 10 on 16 Nov`.
    pub(super) numbers: String,
    /// Days since the first day of the span, and the value in thousandths.
    pub(super) points: Vec<(i64, u32)>,
    /// The days of the span.
    pub(super) days: i64,
}
