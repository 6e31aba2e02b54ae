//! Patterns for values that stand in texts. They take every form that the guide names, and refuse what is plainly
//! something else: which numbers make sense is for `soleus check` to say. Flags for letters of any case are no part of
//! the patterns of JSON schemas, so letters are doubled where it cannot be helped.

macro_rules! number {
    () => {
        r"(\d+[.,]?\d*|[.,]\d+)"
    };
}

// Seconds, minutes, hours, days, as far as a first letter tells.
macro_rules! length {
    () => {
        concat!(number!(), r"\s*[sSmMhHdD][a-zA-Z]*\s*")
    };
}

macro_rules! hidden {
    () => {
        r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069"
    };
}

macro_rules! phase {
    () => {
        concat!(r"[^\d,]+(", length!(), ")+")
    };
}

/// An id.
pub(super) const ID: &str = "^[a-z0-9-]{1,64}$";
/// A text in which something is to be seen, without control characters and marks that turn the writing direction.
pub(super) const TEXT: &str = concat!("^[^", hidden!(), "]*[^\\s", hidden!(), "][^", hidden!(), "]*$");
/// An id, or a file beside the program: no part begins with a dot, and there are four at most.
pub(super) const FIGURE: &str = "^[A-Za-z0-9_ -][A-Za-z0-9._ -]*(/[A-Za-z0-9_ -][A-Za-z0-9._ -]*){0,3}$";
/// A whole number.
pub(super) const WHOLE: &str = r"^\s*\d+\s*$";
/// A count, or a range of two.
pub(super) const COUNT: &str = r"^\s*\d+\s*(([tT][oO]|[-–—])\s*\d+\s*)?$";
/// The same, or as many as possible.
pub(super) const REPS: &str = r"^\s*([mM][aA][xX]|\d+\s*(([tT][oO]|[-–—])\s*\d+)?)\s*$";
/// A length of time.
pub(super) const DURATION: &str = concat!(r"^\s*(", length!(), ")+$");
/// A length of time, or two with something between; the low end of a range may leave its unit to the high one.
pub(super) const DURATIONS: &str =
    concat!(r"^\s*((", length!(), "|", number!(), r"\s*)+([tT][oO]|[-–—])\s*)?(", length!(), ")+$");
/// Phases of one or two words and a time; four numbers; or the runner's own pace.
pub(super) const TEMPO: &str =
    concat!(r"^\s*([oO][wW][nN]\s+[pP][aA][cC][eE]|\d+([-–/ .,]+\d+){3}|", phase!(), "(,", phase!(), r")*)\s*$");
/// A day in quotes.
pub(super) const DATE: &str = r"^\d{4}-\d{2}-\d{2}$";
/// A BCP 47 tag.
pub(super) const LANGUAGE: &str = "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$";
/// A number with a unit, or without one.
pub(super) const STEP: &str = concat!(r"^\s*", number!(), r"\s*\S*\s*$");

/// Days or a rhythm, and how often a day, in small letters.
const SCHEDULE: &str = concat!(
    r"^\s*(daily|every\s+day|weekdays|as\s+needed|every\s+(other|second)\s+day|every\s+([2-9]|[1-8]\d|90)\s+days|",
    r"(once|twice)\s+(a|per)\s+week|[1-7](\s*(to|[-–—])\s*[1-7])?\s+(times?|days)\s+(a|per)\s+week|",
    r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*([\s,]+(and\s+)?(mon|tue|wed|thu|fri|sat|sun)[a-z]*)*)",
    r"[\s,]*(,\s*(([1-9]|1[0-2])\s+times?\s+(a|per)\s+day|twice\s+a\s+day)\s*)?$"
);

/// Days or a rhythm, and how often a day.
pub(super) fn schedule() -> String {
    any_case(SCHEDULE)
}

/// One of some words, with blanks as they come.
pub(super) fn words(words: &[&str]) -> String {
    any_case(&format!(r"^\s*({})\s*$", words.join("|").replace(' ', r"\s+")))
}

/// The same pattern for letters of any case.
fn any_case(pattern: &str) -> String {
    let mut out = String::new();
    let (mut escaped, mut in_class) = (false, false);
    for c in pattern.replace("a-z", "a-zA-Z").chars() {
        in_class = (in_class || c == '[') && c != ']';
        if c.is_ascii_lowercase() && !escaped && !in_class {
            out.extend(['[', c, c.to_ascii_uppercase(), ']']);
        } else {
            out.push(c);
        }
        escaped = c == '\\';
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_doubled_and_classes_and_escapes_are_not() {
        assert_eq!(any_case(r"^\s*(own|[a-z0-9]\d)$"), r"^\s*([oO][wW][nN]|[a-zA-Z0-9]\d)$");
        assert_eq!(words(&["in turn", "a-b"]), r"^\s*([iI][nN]\s+[tT][uU][rR][nN]|[aA]-[bB])\s*$");
    }
}
