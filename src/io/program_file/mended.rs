//! A text whose slips are mended as far as that can be told, for whoever wants to go on with it.
//!
//! Reading needs no more than brackets that are closed; a form needs a text without a slip. What a mended text means may
//! differ from what was meant: whoever takes it shows the difference, and asks.

use toml::de::DeTable;

use crate::io::diagnostic::Source;
use crate::io::program_file::recover;
use crate::io::program_file::syntax::CURLY;

/// So many slips of quotes are mended at most; more are no slip of the hand.
const MOST: usize = 50;

/// The text with open brackets and quotes closed and curly quotes straight; the same text where nothing was wrong.
pub fn mended(text: &str) -> String {
    let mut text = recover::mend(&Source::new("", text)).text;
    for _ in 0..MOST {
        let Some((count, line)) = slips(&text) else { return text };
        let better = [closed, straight].into_iter().find_map(|mend| {
            let text = on_line(&text, line, mend)?;
            slips(&text).is_none_or(|(left, _)| left < count).then_some(text)
        });
        match better {
            Some(better) => text = better,
            None => return text,
        }
    }
    text
}

/// How many slips the parser sees, and on which line, from 0, the first is.
fn slips(text: &str) -> Option<(usize, usize)> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let at = errors.iter().filter_map(toml::de::Error::span).map(|span| span.start).min().unwrap_or(0);
    let before = text.get(..at).unwrap_or_default();
    (!errors.is_empty()).then(|| (errors.len(), before.matches('\n').count()))
}

fn on_line(text: &str, line: usize, mend: fn(&str) -> String) -> Option<String> {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let old = lines.get_mut(line)?;
    *old = mend(old);
    Some(lines.join("\n"))
}

/// A quote at the end of what is written on the line.
fn closed(line: &str) -> String {
    let written = line.trim_end();
    let quote = if written.contains('"') { '"' } else { '\'' };
    let rest = line.get(written.len()..).unwrap_or_default();
    format!("{written}{quote}{rest}")
}

fn straight(line: &str) -> String {
    line.replace(CURLY, "\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_mended_and_what_is_right_stays() {
        let right = "title = \"A\" # “so”\nsteps = [\"a\", 'b']\n";
        assert_eq!(mended(right), right);
        assert_eq!(mended("title = \"A\r\nuse = 'b\nsets = 3\n"), "title = \"A\"\r\nuse = 'b'\nsets = 3\n");
        assert_eq!(mended("title = “A”\nstop_if = [\"a\"\n[pain]\n"), "title = \"A\"\nstop_if = [\"a\"]\n[pain]\n");
        let beyond = "title = = = \"A\n";
        assert!(slips(&mended(beyond)).is_some(), "what cannot be told is left to the one who wrote it");
    }
}
