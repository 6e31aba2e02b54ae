//! `soleus sources`: every citation, how it was read, and where it is used.

use std::io::Write;

use serde_json::{Value, json};

use crate::domain::sources::{Cited, Mark};
use crate::error::Error;

/// The list in words.
pub fn text(all: &[Cited], out: &mut impl Write) -> Result<(), Error> {
    for cited in all {
        let known = cited.known.map_or("", |known| known.mark.letter());
        writeln!(out, "{}{}", cited.cite, if known.is_empty() { String::new() } else { format!("  [{known}]") })?;
        for used in &cited.uses {
            let what = if used.what.is_empty() { String::new() } else { format!(": {}", used.what) };
            writeln!(out, "  {} {}{what}", used.by.word(), used.id)?;
        }
    }
    writeln!(out)?;
    for mark in Mark::ALL {
        writeln!(out, "[{}]{:<3} {}", mark.letter(), "", mark.words())?;
    }
    writeln!(out, "No physiotherapist has reviewed the programs and the catalogue yet.")?;
    Ok(())
}

/// The same for a program to read.
pub fn json(all: &[Cited]) -> Value {
    let cited = |cited: &Cited| {
        let uses = cited.uses.iter().map(|used| json!({ "by": used.by.word(), "id": used.id, "what": used.what }));
        json!({
            "cite": cited.cite, "key": cited.known.map(|known| known.key).filter(|key| !key.is_empty()),
            "mark": cited.known.map(|known| known.mark.letter()), "uses": uses.collect::<Vec<_>>(),
        })
    };
    let marks = Mark::ALL.into_iter().map(|mark| (mark.letter().to_owned(), Value::from(mark.words())));
    json!({ "marks": marks.collect::<serde_json::Map<_, _>>(), "sources": all.iter().map(cited).collect::<Vec<_>>() })
}
