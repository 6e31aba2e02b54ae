//! The calendar, read by a small parser that knows RFC 5545 as far as it is used.

use std::collections::BTreeMap;

use super::{ACHILLES, ANKLE, played};
use crate::cli::{Home, MORNING, errors};

/// A component: its properties, and the components in it.
#[derive(Debug, Default, PartialEq)]
struct Component {
    properties: BTreeMap<String, String>,
    inner: Vec<(String, Self)>,
}

/// Reads a calendar; whatever RFC 5545 forbids stops it.
fn read(text: &str) -> Component {
    assert!(text.ends_with("\r\n"), "the last line has its end");
    let raw: Vec<&str> = text.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    let mut lines: Vec<String> = Vec::new();
    for line in raw {
        assert!(!line.contains(['\r', '\n']), "a bare line end: {line:?}");
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
        match line.strip_prefix(' ') {
            Some(rest) => lines.last_mut().unwrap().push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    let mut open: Vec<(String, Component)> = vec![(String::new(), Component::default())];
    for line in &lines {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no property: {line}"));
        assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase() || c == '-'), "{name}");
        match name {
            "BEGIN" => open.push((value.to_owned(), Component::default())),
            "END" => {
                let (kind, done) = open.pop().unwrap();
                assert_eq!(kind, value, "what begins ends");
                open.last_mut().unwrap().1.inner.push((kind, done));
            }
            _ => {
                let before = open.last_mut().unwrap().1.properties.insert(name.to_owned(), value.to_owned());
                assert_eq!(before, None, "{name} stands once");
            }
        }
    }
    assert_eq!(open.len(), 1);
    open.remove(0).1
}

/// A text value as it was meant.
fn meant(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(c) = letters.next() {
        match c {
            '\\' => match letters.next().unwrap() {
                'n' | 'N' => text.push('\n'),
                c @ ('\\' | ';' | ',') => text.push(c),
                c => panic!("`\\{c}` means nothing"),
            },
            ';' | ',' => panic!("`{c}` must be escaped: {value}"),
            c => text.push(c),
        }
    }
    text
}

/// The events of a calendar, each with all that it must have.
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    let whole = read(text);
    let [(kind, calendar)] = whole.inner.as_slice() else { panic!("one calendar") };
    assert_eq!((kind.as_str(), calendar.properties["VERSION"].as_str()), ("VCALENDAR", "2.0"));
    assert!(calendar.properties.contains_key("PRODID"));
    let events: Vec<_> = calendar
        .inner
        .iter()
        .map(|(kind, event)| {
            assert_eq!(kind, "VEVENT");
            event.properties.clone()
        })
        .collect();
    for event in &events {
        let of = |name: &str| event[name].as_str();
        chrono::NaiveDateTime::parse_from_str(of("DTSTAMP"), "%Y%m%dT%H%M%SZ").unwrap();
        let start = chrono::NaiveDateTime::parse_from_str(of("DTSTART"), "%Y%m%dT%H%M%S").unwrap();
        assert!(of("DURATION").strip_prefix("PT").unwrap().strip_suffix('M').unwrap().parse::<u32>().unwrap() > 0);
        let rule: BTreeMap<&str, &str> = of("RRULE").split(';').map(|part| part.split_once('=').unwrap()).collect();
        assert!(["DAILY", "WEEKLY"].contains(&rule["FREQ"]));
        if let Some(days) = rule.get("BYDAY") {
            let first = start.format("%a").to_string().to_uppercase();
            assert!(days.split(',').any(|day| first.starts_with(day)), "the first day is one of {days}");
        }
        assert!(!meant(of("SUMMARY")).is_empty() && !meant(of("DESCRIPTION")).is_empty());
    }
    let mut ids: Vec<&String> = events.iter().map(|event| &event["UID"]).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), events.len(), "no id stands twice");
    events
}

#[test]
fn the_schedule_is_a_calendar() {
    let home = played(ACHILLES, &["2026-11-20T07:00:00+01:00"]);
    let text = home.good(MORNING, &["ics", "--at", "06:30"]);
    let events = events(&text);
    let told: Vec<[&str; 4]> =
        events.iter().map(|event| ["UID", "DTSTART", "RRULE", "DURATION"].map(|name| event[name].as_str())).collect();
    let uid = |n| format!("achilles-eccentric-12w-1-{n}@soleus.invalid");
    assert_eq!(
        told,
        [
            [uid(1).as_str(), "20261121T063000", "FREQ=DAILY", "PT12M"],
            [uid(2).as_str(), "20261121T183000", "FREQ=DAILY", "PT12M"],
        ]
    );
    let later = home.good("2026-12-01T08:00:00+01:00", &["ics"]);
    let ids = |text: &str| self::events(text).iter().map(|event| event["UID"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&later), ids(&text), "the ids stay");
}

#[test]
fn every_schedule_has_its_rule_and_any_text_is_carried() {
    let home = Home::new();
    let title = "Knie; links, „schräg\\\" – und so weiter, bis die Zeile ganz gewiss zu lang ist";
    let of = |schedule: &str| {
        let escaped = title.replace('\\', "\\\\").replace('"', "\\\"");
        let text = format!("title = \"{escaped}\"\nschedule = \"{schedule}\"\n[[exercise]]\nuse = \"calf-raise\"\n");
        let file = home.put("a.toml", &text);
        let calendar = home.good(MORNING, &["ics", file.to_str().unwrap()]);
        let events = events(&calendar);
        assert_eq!(meant(&events[0]["SUMMARY"]), title);
        (events.len(), events[0]["RRULE"].clone(), events[0]["DTSTART"].clone())
    };
    let day = |n: usize, rule: &str, first: &str| (n, rule.to_owned(), format!("202611{first}T070000"));
    assert_eq!(of("daily"), day(1, "FREQ=DAILY", "21"));
    assert_eq!(of("daily, 3 times a day"), day(3, "FREQ=DAILY", "21"));
    assert_eq!(of("mon wed fri"), day(1, "FREQ=WEEKLY;BYDAY=MO,WE,FR", "23"));
    assert_eq!(of("2 times a week"), day(1, "FREQ=WEEKLY;BYDAY=MO,TH", "23"));
    assert_eq!(of("every 2 days"), day(1, "FREQ=DAILY;INTERVAL=2", "21"));
    let needed = home.put("a.toml", "title = \"A\"\nschedule = \"as needed\"\n[[exercise]]\nuse = \"calf-raise\"\n");
    let output = home.run(&["ics", needed.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("it has no place in a calendar"), "{}", errors(&output));
    assert_eq!(home.run(&["ics"]).status.code(), Some(2), "nobody follows anything");
    assert_eq!(home.run(&["ics", ANKLE, "--at", "25:00"]).status.code(), Some(2));
}
