//! The visit page: what a runner brings to the therapist, as one HTML file, as plain text or as Markdown.
//!
//! All three say the same in the same words (`page`, `tables`); they differ in how they lay it out. A score that was not
//! given is a gap in a chart and a dot in a table, never zero.

mod block;
mod chart;
mod html;
mod lists;
mod markdown;
mod page;
mod tables;
mod text;

use chrono::NaiveDate;

use crate::domain::visit::Visit;

/// What is asked of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The day on which it is made.
    pub today: NaiveDate,
    /// The runner's own words too: they are nobody's business unless asked for.
    pub with_notes: bool,
}

/// One HTML file: nothing in it is loaded from elsewhere, no scripts, and it prints on A4 and on Letter.
pub fn html(visits: &[Visit], asked: Asked) -> String {
    html::page(visits, asked)
}

/// Plain text of at most 80 columns, as long as no word is longer.
pub fn text(visits: &[Visit], asked: Asked) -> String {
    visits.iter().map(|visit| text::page(&page::blocks(visit, asked))).collect::<Vec<_>>().join("\n\n")
}

/// Markdown with tables.
pub fn markdown(visits: &[Visit], asked: Asked) -> String {
    visits.iter().map(|visit| markdown::page(&page::blocks(visit, asked))).collect::<Vec<_>>().join("\n")
}
