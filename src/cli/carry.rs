//! `soleus export` and `soleus import`: what may be asked, and what an import comes to in words.

use std::path::PathBuf;

use clap::Args;

use crate::domain::prescription::count;
use crate::io::journal::Imported;

/// `soleus export`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Example: soleus export history.jsonl\n\
    Every line of the history as it is, notes and pain scores too. Your own programs are files of their own.\n\
    For people: soleus history --csv, soleus report.")]
pub struct Export {
    /// Where to write it; without it, or with `-`, standard output
    pub file: Option<PathBuf>,
    /// Writes over a file that is there already
    #[arg(long)]
    pub replace: bool,
}

/// `soleus import`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Example: soleus import history.jsonl --dry-run\n\
    Nothing that is here is changed: what is new is added, and importing twice changes nothing.")]
pub struct Import {
    /// What `soleus export` wrote; `-` is standard input
    pub file: PathBuf,
    /// Writes nothing: says what would be new
    #[arg(long)]
    pub dry_run: bool,
}

/// What an import comes to, a line each.
pub fn words(imported: &Imported, dry: bool) -> Vec<String> {
    let counted = |n: usize, noun: &str| count(u32::try_from(n).unwrap_or(u32::MAX), noun);
    let verb = if dry { "would be" } else { "are" };
    let parts = [
        (imported.sessions, "session", ""),
        (imported.completed, "session", " that was here in part"),
        (imported.changes, "entry outside of a session", ""),
        (imported.newer, "line", " of a newer soleus"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, noun, behind)| match (*n, *noun) {
            (n, "entry outside of a session") if n != 1 => format!("{n} entries outside of a session"),
            (n, noun) => format!("{}{behind}", counted(n, noun)),
        })
        .collect();
    let mut lines = Vec::new();
    if parts.is_empty() {
        lines.push("nothing is new".to_owned());
    } else {
        lines.push(format!("{verb} new: {} ({})", parts.join(", "), counted(imported.lines, "line")));
    }
    lines.push(format!("here already: {}", counted(imported.known, "line")));
    if imported.disagree > 0 {
        let differ = counted(imported.disagree, "line");
        lines
            .push(format!("{differ} say something else than what is here: both are kept, the more trustworthy counts"));
    }
    lines
}

/// Lines that were left behind: `left behind, as none of a history: lines 3, 9`.
pub fn left_behind(damaged: &[u64]) -> Option<String> {
    const NAMED: usize = 10;
    let named: Vec<String> = damaged.iter().take(NAMED).map(ToString::to_string).collect();
    let more = damaged.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!damaged.is_empty()).then(|| format!("left behind, as none of a history: line {}{more}", named.join(", ")))
}
