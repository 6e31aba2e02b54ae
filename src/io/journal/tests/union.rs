//! The union of files: copies, conflicts, corrections, in any order (P5; F37 to F40).

use super::*;

const AT: &str = r#""at":"2026-11-22T07:00:00Z""#;

fn lines_of(house: &House) -> Vec<String> {
    let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).unwrap();
    house.files().values().flat_map(|bytes| text(bytes).lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The history of these files, each a list of lines.
fn read(files: &[(&str, String)]) -> Loaded {
    let house = House::new();
    for (name, text) in files {
        house.temp.put(&format!("data/{name}"), text.as_bytes());
    }
    house.journal.load()
}

#[test]
fn copies_are_united_and_named() {
    let house = House::new();
    let file = whole_session(&house);
    let before = house.journal.load().history;
    let bytes = fs::read(&file).unwrap();
    let stem = file.file_stem().unwrap().to_str().unwrap();
    for copy in [".sync-conflict-20261121-071203-ABCDEFG", " (laptop's conflicted copy 2026-11-21)", " 2"] {
        house.temp.put(&format!("data/sessions/2026/{stem}{copy}.jsonl"), &bytes);
    }
    house.temp.put("data/changes/moved.jsonl", &bytes);
    assert_eq!(house.journal.load().history, before);
    assert_eq!(house.kinds(), [Oddity::Copy; 3]);
}

#[test]
fn of_two_lines_with_one_number_the_sealed_one_counts_then_the_longer() {
    let house = House::new();
    whole_session(&house);
    let lines = lines_of(&house);
    let sealed = &lines[2];
    let edited = sealed.replace("\"pain\":2", "\"pain\":10");
    let by_hand = edited.split(",\"crc\"").next().unwrap().to_owned() + "          }";
    for other in [edited, by_hand] {
        for (a, b) in [(sealed, &other), (&other, sealed)] {
            let loaded = read(&[
                ("sessions/a.jsonl", format!("{}\n{a}\n", lines[0])),
                ("sessions/b.jsonl", format!("{b}\n{}\n", lines[3])),
            ]);
            assert_eq!(pains(&loaded.history.sessions[0].lines), [2]);
            assert!(loaded.problems.iter().any(|problem| problem.kind == Oddity::Conflict));
        }
    }
}

#[test]
fn the_order_of_lines_and_files_never_matters() {
    let house = House::new();
    whole_session(&house);
    let id = house.sessions()[0].start.session.clone();
    let mut lines = lines_of(&house);
    lines.push(format!(r#"{{"ev":"amend","id":"a1",{AT},"of":"{id}","set":{{"pain_after":3,"day":"2026-11-20"}}}}"#));
    lines.push(format!(r#"{{"ev":"amend","id":"a2",{AT},"of":"{id}","set":{{"pain_after":4}}}}"#));
    let whole = read(&[("sessions/a.jsonl", lines.join("\n"))]).history;
    let later = whole.sessions[0].later.iter().map(|rating| rating.pain).collect::<Vec<_>>();
    assert_eq!((whole.sessions[0].start.day.to_string(), later), ("2026-11-20".to_owned(), vec![Some(4)]));
    let mut orders: Vec<Vec<String>> = vec![vec![]];
    for line in &lines {
        let longer = |order: &Vec<String>| -> Vec<Vec<String>> {
            (0..=order.len()).map(|at| [&order[..at], std::slice::from_ref(line), &order[at..]].concat()).collect()
        };
        orders = orders.iter().flat_map(longer).collect();
    }
    assert_eq!(orders.len(), 720);
    let house = House::new();
    for order in orders {
        for (at, line) in order.iter().enumerate() {
            house.temp.put(&format!("data/sessions/{at}.jsonl"), line.as_bytes());
        }
        assert_eq!(house.journal.load().history, whole);
    }
}

#[test]
fn a_void_can_be_void_and_may_name_nobody() {
    let house = House::new();
    whole_session(&house);
    let id = house.sessions()[0].start.session.clone();
    let session = lines_of(&house).join("\n");
    let void = |id: &str, of: &str, hour: u32| {
        format!("{{\"ev\":\"void\",\"id\":\"{id}\",\"of\":\"{of}\",\"at\":\"2026-11-22T{hour:02}:00:00Z\"}}\n")
    };
    let left = |voids: &[String]| {
        let loaded = read(&[("sessions/a.jsonl", session.clone()), ("changes/b.jsonl", voids.concat())]);
        assert!(loaded.problems.is_empty());
        loaded.history.sessions.len()
    };
    assert_eq!(left(&[void("v1", &id, 1)]), 0);
    assert_eq!(left(&[void("v1", &id, 1), void("v2", "v1", 2)]), 1);
    assert_eq!(left(&[void("v3", "v2", 3), void("v1", &id, 1), void("v2", "v1", 2)]), 0);
    assert_eq!(left(&[void("v1", "nobody", 1), void("v2", "v2", 2)]), 1);
}

#[test]
fn what_was_said_outside_of_sessions_is_read() {
    let house = House::new();
    whole_session(&house);
    let (at, id) = (start().at, house.sessions()[0].start.session.clone());
    let rating = Rating { when: When::NextMorning, pain: Some(3), effort: None, stiffness: Some(10), place: None };
    house.journal.change(&Change::Later { of: id, at, rating: rating.clone() }).unwrap();
    house.temp.put(
        "data/changes/hand.jsonl",
        format!(
            "{{\"ev\":\"manual\",\"id\":\"m1\",{AT},\"day\":\"2026-11-19\",\"program\":\"knee\"}}\n\
             {{\"ev\":\"amend\",\"id\":\"a1\",{AT},\"of\":\"m1\",\"set\":{{\"day\":\"2026-11-18\"}}}}\n\
             {{\"ev\":\"pause\",\"id\":\"p1\",{AT},\"from\":\"2026-12-01\",\"to\":\"2026-12-05\"}}\n"
        )
        .as_bytes(),
    );
    let history = house.journal.load().history;
    assert_eq!(history.sessions[0].later, [rating]);
    assert_eq!((history.pauses.len(), history.manual.len()), (1, 1));
}
