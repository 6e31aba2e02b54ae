//! `soleus report`: what may be asked of the page for the therapist.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::days::{self, Typed};

/// `soleus report`.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
#[derive(Clone, Debug, Args)]
#[command(after_help = "Example: soleus report achilles-eccentric-12w --since 6w --out visit.html\n\
    Open the file in a browser and print it; A4 and Letter both fit. Nothing in it is loaded from elsewhere.\n\
    A score that was not given is a gap, never zero. Notes are left out unless asked for.")]
pub struct Report {
    /// A program of the history; without one, every program that was done in these days, each on a page of its own
    pub program: Option<String>,
    /// From this day on: a date like 2026-11-21, or how long ago (`30d`, `6w`); 12 weeks unless given
    #[arg(long, value_name = "DAY", value_parser = days::typed)]
    pub since: Option<Typed>,
    /// Up to this day; today unless given
    #[arg(long, value_name = "DAY", value_parser = days::typed)]
    pub until: Option<Typed>,
    /// One HTML file that prints well (unless the name of the file or another flag says otherwise)
    #[arg(long, conflicts_with_all = ["text", "md"])]
    pub html: bool,
    /// Plain text, 80 columns
    #[arg(long, conflicts_with = "md")]
    pub text: bool,
    /// Markdown
    #[arg(long)]
    pub md: bool,
    /// Where to write it; `-` is standard output
    #[arg(short, long, value_name = "FILE", visible_alias = "output")]
    pub out: Option<PathBuf>,
    /// Writes over a file that is there already
    #[arg(long)]
    pub replace: bool,
    /// The runner's own words too
    #[arg(long)]
    pub with_notes: bool,
}

/// As what a page is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One HTML file.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
}

impl Report {
    /// The form: by its flag, else by the ending of the file, else HTML.
    pub fn form(&self) -> Form {
        let ending = self.out.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        match (self.html, self.text, self.md, ending) {
            (true, ..) => Form::Html,
            (_, true, ..) => Form::Text,
            (.., Some("txt")) if !self.md => Form::Text,
            (_, _, true, _) | (.., Some("md")) => Form::Markdown,
            _ => Form::Html,
        }
    }
}
