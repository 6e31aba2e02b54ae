//! Values that stand in strings: durations, counts and ranges. An error names the part of the string that is wrong.

use std::ops::Range;
use std::time::Duration;

/// What is wrong with a string, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Bytes of the string.
    pub(super) at: Range<usize>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl Wrong {
    pub(super) fn new(at: Range<usize>, message: impl Into<String>) -> Self {
        Self { at, message: message.into(), help: None }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A part of a string with the byte at which it begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
}

impl<'a> Part<'a> {
    pub(super) const fn whole(text: &'a str) -> Self {
        Self { text, start: 0 }
    }

    pub(super) fn trim(self) -> Self {
        let left = self.text.trim_start();
        Self { text: left.trim_end(), start: self.start + self.text.len() - left.len() }
    }

    pub(super) const fn at(self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The text before and behind the first place where a separator stands.
    pub(super) fn cut(self, at: usize, separator: usize) -> Option<(Self, Self)> {
        let (before, behind) = (self.text.get(..at)?, self.text.get(at + separator..)?);
        Some((Self { text: before, start: self.start }, Self { text: behind, start: self.start + at + separator }))
    }
}

const UNITS: [(&[&str], f64); 4] = [
    (&["s", "sec", "secs", "second", "seconds"], 1.0),
    (&["m", "min", "mins", "minute", "minutes"], 60.0),
    (&["h", "hr", "hrs", "hour", "hours"], 3_600.0),
    (&["d", "day", "days"], 86_400.0),
];

/// `90s`, `2 min`, `1m30s`, `2,5 s`, `7d`: a length of time.
pub(super) fn duration(part: Part<'_>) -> Result<Duration, Wrong> {
    duration_or(part, None)
}

/// The same; a number without a unit takes the given one (the low end of `30-90 s`).
fn duration_or(part: Part<'_>, unit: Option<&str>) -> Result<Duration, Wrong> {
    let part = part.trim();
    let mut rest = part;
    let mut seconds = 0.0;
    if part.text.is_empty() {
        return Err(Wrong::new(part.at(), "a length of time is missing").help("write it like \"30s\" or \"2 min\""));
    }
    while !rest.text.is_empty() {
        let digits = rest.text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.text.len());
        let Some((number, behind)) = rest.cut(digits, 0) else { return Err(not_a_length(part)) };
        let Ok(value) = number.text.replace(',', ".").parse::<f64>() else { return Err(not_a_length(part)) };
        let behind = behind.trim();
        let letters = behind.text.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.text.len());
        let Some((word, behind)) = behind.cut(letters, 0) else { return Err(not_a_length(part)) };
        let said = if word.text.is_empty() { unit.unwrap_or_default() } else { word.text };
        let Some(factor) = factor(said) else {
            if word.text.is_empty() {
                let help = format!("give it a unit: \"{}s\" or \"{} min\"", part.text, part.text);
                return Err(Wrong::new(part.at(), format!("`{}` has no unit", part.text)).help(help));
            }
            let help = "units are s, min, h and d";
            return Err(Wrong::new(word.at(), format!("`{}` is not a unit of time", word.text)).help(help));
        };
        seconds += value * factor;
        rest = behind.trim();
    }
    Duration::try_from_secs_f64(seconds).map_err(|_out_of_range| not_a_length(part))
}

fn factor(word: &str) -> Option<f64> {
    let word = word.to_lowercase();
    UNITS.iter().find(|(names, _)| names.contains(&word.as_str())).map(|(_, factor)| *factor)
}

fn not_a_length(part: Part<'_>) -> Wrong {
    Wrong::new(part.at(), format!("`{}` is not a length of time", part.text)).help("write it like \"30s\" or \"2 min\"")
}

/// Low and high end of a range: `10 to 15`, `10-15`, `10–15`. Nothing where there is no separator.
pub(super) fn ends(part: Part<'_>) -> Option<(Part<'_>, Part<'_>)> {
    let text = part.text;
    let word = text.to_ascii_lowercase().find(" to ").map(|at| (at, 4));
    let dash = || {
        text.find(['-', '–', '—'])
            .map(|at| (at, text.get(at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8)))
    };
    let (at, length) = word.or_else(dash)?;
    let (low, high) = part.cut(at, length)?;
    Some((low.trim(), high.trim()))
}

/// A length of time, or two of them with a separator between; low and high.
pub(super) fn durations(part: Part<'_>) -> Result<(Duration, Duration), Wrong> {
    let Some((low, high)) = ends(part) else { return duration(part).map(|one| (one, one)) };
    let unit = high.text.trim_start_matches(|c: char| !c.is_alphabetic());
    let unit = unit.split(|c: char| !c.is_alphabetic()).next().filter(|unit| !unit.is_empty());
    let high_value = duration(high)?;
    in_order(part, duration_or(low, unit)?, high_value)
}

/// A whole number, or two of them; low and high.
pub(super) fn counts(part: Part<'_>) -> Result<(u32, u32), Wrong> {
    let Some((low, high)) = ends(part) else { return count(part).map(|one| (one, one)) };
    in_order(part, count(low)?, count(high)?)
}

fn in_order<T: PartialOrd>(part: Part<'_>, low: T, high: T) -> Result<(T, T), Wrong> {
    if low > high {
        let message = format!("the range `{}` runs downwards", part.text.trim());
        return Err(Wrong::new(part.trim().at(), message).help("write the low end first"));
    }
    Ok((low, high))
}

/// Sets and reps in one: `3x10`.
pub(super) fn crossed(text: &str) -> Option<(&str, &str)> {
    let (sets, reps) = text.split_once(['x', 'X', '×'])?;
    let (sets, reps) = (sets.trim(), reps.trim());
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (number(sets) && number(reps)).then_some((sets, reps))
}

fn count(part: Part<'_>) -> Result<u32, Wrong> {
    let part = part.trim();
    if let Some((sets, reps)) = crossed(part.text) {
        let wrong = Wrong::new(part.at(), format!("`{}` is sets and reps in one", part.text));
        return Err(wrong.help(format!("write two keys: sets = {sets} and reps = {reps}")));
    }
    part.text.parse().map_err(|_not_a_number| no_count(part))
}

/// Numbers as words, from one.
const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// What is wrong with a count, as far as it can be told.
fn no_count(part: Part<'_>) -> Wrong {
    let text = part.text.to_lowercase();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let like_digits: String = part
        .text
        .chars()
        .map(|c| {
            if c == 'O' || c == 'o' {
                '0'
            } else if c == 'l' || c == 'I' {
                '1'
            } else {
                c
            }
        })
        .collect();
    let number = text.trim_end_matches(char::is_alphabetic).trim_end();
    let (message, help) = if let Some(n) = NUMBERS.iter().position(|word| *word == text) {
        ("is a number in letters", format!("write {}", n + 1))
    } else if digits(&like_digits) && part.text.contains(|c: char| c.is_ascii_digit()) {
        ("has a letter in it that looks like a digit", format!("write {like_digits}"))
    } else if text.split_once([',', '.']).is_some_and(|(whole, rest)| digits(whole) && digits(rest)) {
        ("is not a whole number", "sets and reps are whole: write 2 or 3".to_owned())
    } else if let Some((low, high)) = text.split_once(" or ").filter(|(low, high)| digits(low) && digits(high)) {
        ("is not a whole number", format!("write a range: \"{low} to {high}\""))
    } else if digits(number) {
        ("has a word in it", format!("write the number alone: {number}"))
    } else {
        ("is not a whole number", "write it like 10, or \"10 to 15\"".to_owned())
    };
    Wrong::new(part.at(), format!("`{}` {message}", part.text)).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unambiguous_length_is_read() {
        let read = |text| duration(Part::whole(text)).map(|d| d.as_secs_f64());
        let good = [
            ("90s", 90.0),
            ("90 sec", 90.0),
            ("2m", 120.0),
            ("2 min", 120.0),
            ("1m30s", 90.0),
            ("1h", 3600.0),
            ("2.5s", 2.5),
            ("2,5 s", 2.5),
            ("7d", 604_800.0),
            ("1 Minute 5 Seconds", 65.0),
            ("0s", 0.0),
        ];
        for (text, seconds) in good {
            assert_eq!(read(text), Ok(seconds), "{text}");
        }
        for bad in
            ["", "90", "s", "3x10", "1e300s", "nan s", "-5s", "5 parsecs", "1..5s", "99999999999999999999999999d"]
        {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn ranges_have_a_low_end_first() {
        let read = |text| durations(Part::whole(text)).map(|(a, b)| (a.as_secs(), b.as_secs()));
        assert_eq!(read("30s to 90s"), Ok((30, 90)));
        assert_eq!(read("30-90 s"), Ok((30, 90)));
        assert_eq!(read("30s–2min"), Ok((30, 120)));
        assert!(read("90s to 30s").is_err());
        assert_eq!(counts(Part::whole("10–15")), Ok((10, 15)));
        assert_eq!(counts(Part::whole(" 12 ")), Ok((12, 12)));
        let wrong = counts(Part::whole("10 to x5")).unwrap_err();
        assert_eq!(wrong.at, 6..8, "the caret stands under the wrong end");
        assert!(counts(Part::whole("3x10")).unwrap_err().help.unwrap().contains("sets = 3 and reps = 10"));
    }
}
