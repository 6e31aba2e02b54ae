//! A report in colour, for a terminal: the word for how bad it is, and the marks under a place. The text stays.

use crate::io::diagnostic::Severity;

const PLAIN: &str = "\u{1b}[0m";
const BLUE: &str = "\u{1b}[34m";

/// The colour of a problem: of its head and of its marks.
const fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\u{1b}[1;31m",
        Severity::Warning => "\u{1b}[1;33m",
        Severity::Note => "\u{1b}[1;36m",
    }
}

/// A report line by line, what steers the colours put around the words.
pub(super) fn paint(report: &str) -> String {
    let mut out = String::new();
    let mut present = colour(Severity::Note);
    for line in report.split_inclusive('\n') {
        let (text, end) = line.strip_suffix('\n').map_or((line, ""), |text| (text, "\n"));
        if let Some((severity, head, message)) = head(text) {
            present = colour(severity);
            out.extend([present, head, PLAIN, message, end]);
        } else if let Some((gutter, marks)) = marks(text) {
            out.extend([BLUE, gutter, present, marks, PLAIN, end]);
        } else if let Some((gutter, rest)) = gutter(text) {
            out.extend([BLUE, gutter, PLAIN, rest, end]);
        } else {
            out.extend([text, end]);
        }
    }
    out
}

/// `error[tempo]` and what stands behind it.
fn head(line: &str) -> Option<(Severity, &str, &str)> {
    let known = [Severity::Error, Severity::Warning, Severity::Note];
    let severity = known
        .into_iter()
        .find(|severity| line.strip_prefix(severity.word()).is_some_and(|behind| behind.starts_with('[')))?;
    let (head, message) = line.split_at_checked(line.find("]:")? + 1)?;
    Some((severity, head, message))
}

/// A gutter without a number, and the marks behind it.
fn marks(line: &str) -> Option<(&str, &str)> {
    let (gutter, rest) = gutter(line)?;
    let is_marked = rest.trim_start().starts_with(['^', '-']);
    (is_marked && !gutter.contains(|c: char| c.is_ascii_digit())).then_some((gutter, rest))
}

/// `12 |`, `   |`, `  -->` or `  =`, and what stands behind it.
fn gutter(line: &str) -> Option<(&str, &str)> {
    let start = line.find(|c: char| c != ' ' && !c.is_ascii_digit())?;
    let sign =
        ["|", "-->", "=", ":"].into_iter().find(|sign| line.get(start..).is_some_and(|l| l.starts_with(sign)))?;
    (start > 0).then(|| line.split_at_checked(start + sign.len()))?
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "error[tempo]: `x` is no tempo\n --> a.toml:4:9\n  |\n4 | tempo = \"x\"\n  |          ^\n  = help: y\n\n\
                          a.toml: refused; 1 error\n";

    #[test]
    fn heads_and_marks_have_the_colour_of_the_severity() {
        let painted = paint(REPORT);
        assert!(painted.starts_with("\u{1b}[1;31merror[tempo]\u{1b}[0m: `x` is no tempo\n"), "{painted:?}");
        assert!(painted.contains("\u{1b}[34m  |\u{1b}[1;31m          ^\u{1b}[0m\n"), "{painted:?}");
        assert!(painted.contains("\u{1b}[34m4 |\u{1b}[0m tempo = \"x\"\n"), "{painted:?}");
        assert!(painted.ends_with("\n\na.toml: refused; 1 error\n"), "{painted:?}");
    }

    #[test]
    fn nothing_but_colours_is_added() {
        let painted = paint(REPORT);
        let mut plain = String::new();
        for part in painted.split('\u{1b}') {
            plain.push_str(part.strip_prefix('[').and_then(|p| p.split_once('m')).map_or(part, |(_, rest)| rest));
        }
        assert_eq!(plain, REPORT);
    }
}
