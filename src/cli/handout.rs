//! `soleus handout`: what may be asked of a page for paper.

use std::path::PathBuf;

use clap::Args;

/// `soleus handout`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Example: soleus handout achilles-eccentric-12w -o drops.html\n\
    Open the file in a browser and print it; A4 and Letter both fit. Nothing in it is loaded from elsewhere.")]
pub struct Handout {
    /// A program's id, or the path of a program file
    pub program: String,
    /// One HTML file that prints well (unless --text)
    #[arg(long, conflicts_with = "text")]
    pub html: bool,
    /// Plain text, 80 columns
    #[arg(long)]
    pub text: bool,
    /// Where to write it; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Writes over a file that is there already
    #[arg(long)]
    pub replace: bool,
}
