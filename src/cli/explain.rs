//! `soleus explain`: what a kind of problem means, with a wrong example and the right one.

use std::io::Write;

use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::diagnostic::{CODES, page};
use crate::io::program_file::nearest;

/// Every code with a line about it.
pub fn list(out: &mut impl Write) -> Result<(), Error> {
    let width = CODES.iter().map(|(code, _)| code.len()).max().unwrap_or(0);
    for (code, summary) in CODES {
        writeln!(out, "{code:width$}  {summary}")?;
    }
    writeln!(out, "\n`soleus explain NAME` says more about one of them")?;
    Ok(())
}

/// The page of a code, without the marks of its Markdown; examples stand four columns in.
pub fn text(name: &str, out: &mut impl Write) -> Result<(), Error> {
    // Whoever copies `error[tempo]` or `[tempo]` out of a report means the same.
    let asked = name.trim().rsplit('[').next().unwrap_or_default().trim_end_matches(']').to_lowercase();
    let Some(page) = page(&asked) else { return Err(unknown(name, &asked)) };
    let mut in_example = false;
    for line in page.lines() {
        if line.starts_with("```") {
            in_example = !in_example;
        } else if in_example {
            writeln!(out, "{}", format!("    {line}").trim_end())?;
        } else {
            writeln!(out, "{}", line.trim_start_matches('#').trim_start())?;
        }
    }
    Ok(())
}

fn unknown(name: &str, asked: &str) -> Error {
    let near = nearest(asked, CODES.iter().map(|(code, _)| *code));
    let near = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    Error::input(format!("there is no kind of problem `{}`", Clean::name(name)))
        .hint(format!("{near}`soleus explain` lists them all"))
}
