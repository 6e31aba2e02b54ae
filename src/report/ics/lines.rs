//! The lines of a calendar file: properties, escapes, line breaks and folds as RFC 5545 has them.

use chrono::Weekday;

use super::{Event, Repeat, Stamp};
use crate::domain::schedule::Weekdays;

/// The longest line in bytes, its end not counted (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The calendar of these events, made at a moment.
pub fn calendar(events: &[Event], made: Stamp) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        concat!("PRODID:-//soleus//soleus ", env!("CARGO_PKG_VERSION"), "//EN").to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    let stamp = made.naive_utc().format("%Y%m%dT%H%M%SZ").to_string();
    for event in events {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", event.uid),
            format!("DTSTAMP:{stamp}"),
            // Without a zone: the runner's own time, wherever they are.
            format!("DTSTART:{}", event.first.and_time(event.at).format("%Y%m%dT%H%M%S")),
            format!("DURATION:PT{}M", event.minutes),
            format!("RRULE:{}", rule(event.repeat)),
            format!("SUMMARY:{}", escaped(&event.title)),
            format!("DESCRIPTION:{}", escaped(&event.words)),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn rule(repeat: Repeat) -> String {
    match repeat {
        Repeat::Every(1) | Repeat::On(Weekdays::ALL) => "FREQ=DAILY".to_owned(),
        Repeat::Every(days) => format!("FREQ=DAILY;INTERVAL={days}"),
        Repeat::On(days) => {
            let names: Vec<&str> = days.days().map(name).collect();
            format!("FREQ=WEEKLY;BYDAY={}", names.join(","))
        }
    }
}

const fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

/// A text value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// A line with its end, folded between letters: each part behind the first begins with a blank.
fn folded(line: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_letters() {
        assert_eq!(folded(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        assert_eq!(folded(&"a".repeat(76)), format!("{}\r\n a\r\n", "a".repeat(75)));
        let wide = folded(&"ü".repeat(80));
        assert!(wide.split("\r\n").all(|line| line.len() <= 75), "{wide}");
        assert_eq!(wide.replace("\r\n ", "").trim_end(), "ü".repeat(80));
    }

    #[test]
    fn text_values_are_escaped() {
        assert_eq!(escaped("Knee; left, \\ right\nnow: 1"), "Knee\\; left\\, \\\\ right\\nnow: 1");
    }
}
