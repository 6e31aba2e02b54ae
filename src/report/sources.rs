//! The sources of the bundled programs and exercises as a page of Markdown: `programs/SOURCES.md`.

use crate::domain::sources::{By, Cited, Mark};

/// The page.
pub fn markdown(all: &[Cited]) -> String {
    let mut out = String::from(
        "# Sources\n\nEvery citation of the bundled programs and of the catalogue, and what was taken from it. Written by \
         `SOLEUS_UPDATE=1\ncargo test --test it sources`, held in step by a test; `soleus sources` prints the same.\n\n\
         No physiotherapist has reviewed the programs and the catalogue yet.\n\n| Mark | Meaning |\n| --- | --- |\n",
    );
    for mark in Mark::ALL {
        out.push_str(&["| ", mark.letter(), " | ", mark.words(), " |\n"].concat());
    }
    for cited in all {
        out.push_str(&["\n## ", &cited.cite, "\n\n"].concat());
        if let Some(known) = cited.known {
            let key = if known.key.is_empty() { String::new() } else { format!(" [{}]", known.key) };
            out.push_str(&[known.mark.letter(), &key, ": ", known.mark.words(), ".\n\n"].concat());
        }
        for used in &cited.uses {
            let link = match used.by {
                By::Program => format!("[`{0}`]({0}.toml)", used.id),
                By::Exercise => format!("[`{0}`](../assets/exercises/{0}.toml)", used.id),
            };
            let what = if used.what.is_empty() { String::new() } else { format!(": {}", used.what) };
            out.push_str(&["- ", used.by.word(), " ", &link, &what, "\n"].concat());
        }
    }
    out
}
