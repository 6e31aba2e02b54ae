//! Damaged files: a damaged line costs that line only, and is named (P4; F33 to F36, F42, F44, F49).

use super::*;

#[test]
fn a_tail_torn_at_any_byte_costs_the_torn_line_only() {
    let house = House::new();
    let file = whole_session(&house);
    let whole = fs::read(&file).unwrap();
    let ends: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] == b'\n').collect();
    let id = house.sessions()[0].start.session.clone();
    for tail in [&b""[..], &[0; 300], b"\xff\xfe rubbish"] {
        for cut in 0..whole.len() - 1 {
            let torn = [&whole[..cut], tail].concat();
            house.temp.put(file.strip_prefix(house.temp.path()).unwrap().to_str().unwrap(), &torn);
            // a line that is whole but for its newline counts; rubbish glued to it costs nothing either
            let lines = ends.iter().filter(|end| **end <= cut).count();
            let sessions = house.sessions();
            if lines == 0 {
                assert!(sessions.is_empty(), "cut at {cut}");
                continue;
            }
            assert_eq!(sessions[0].lines.len(), (lines - 1).min(2), "cut at {cut}");
            if sessions[0].finish.is_none() && (tail.is_empty() || cut % 7 == 0) {
                let mut again = house.journal.resume(&id).unwrap();
                again.append(&stamp(9)).unwrap();
                assert!(fs::read(&file).unwrap().starts_with(&torn));
                assert_eq!(pains(&house.sessions()[0].lines).last(), Some(&9), "cut at {cut}");
                assert_eq!(house.sessions()[0].lines.len(), (lines - 1).min(2) + 1, "cut at {cut}");
            }
        }
    }
}

#[test]
fn a_flipped_bit_costs_one_line_at_most_and_is_reported() {
    let house = House::new();
    let file = whole_session(&house);
    let whole = fs::read(&file).unwrap();
    let name = file.strip_prefix(house.temp.path()).unwrap().to_str().unwrap().to_owned();
    let before = house.sessions().remove(0);
    for at in 0..whole.len() {
        for bit in [0, 2, 5, 7] {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            house.temp.put(&name, &bytes);
            let loaded = house.journal.load();
            let place = format!("byte {at} bit {bit}");
            let [log] = &loaded.history.sessions[..] else { panic!("{place}: {loaded:?}") };
            let lines = log.lines.len() + usize::from(log.finish.is_some());
            assert!(lines >= 2 && loaded.newer == 0, "{place}");
            // a flip in the name of the checksum itself leaves a whole line without one
            assert!(!loaded.problems.is_empty() || log == &before, "{place}: unreported");
        }
    }
}

#[test]
fn a_damaged_head_costs_the_plan_but_not_the_day() {
    let house = House::new();
    let file = whole_session(&house);
    let text = fs::read_to_string(&file).unwrap();
    let name = file.strip_prefix(house.temp.path()).unwrap().to_str().unwrap().to_owned();
    house.temp.put(&name, text.split_once('\n').unwrap().1.as_bytes());
    let [log] = &house.sessions()[..] else { panic!() };
    assert_eq!((log.start.day, log.start.program.id.as_str(), log.ours), (start().day, "knee", true));

    let without_end: Vec<&str> = text.lines().skip(1).take(2).collect();
    house.temp.put(&name, without_end.join("\n").as_bytes());
    assert!(house.sessions().is_empty());
    assert_eq!(house.kinds(), [Oddity::Damaged]);
}

#[test]
fn conflict_markers_line_ends_and_blank_lines_are_survived() {
    let house = House::new();
    let file = whole_session(&house);
    let text = fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let merged = format!(
        "\u{feff}{}\r\n\r\n<<<<<<< HEAD\r\n{}\r\n=======\r\n{}\r\n>>>>>>> other\r\n{}",
        lines[0], lines[1], lines[2], lines[3]
    );
    let name = file.strip_prefix(house.temp.path()).unwrap().to_str().unwrap().to_owned();
    let before = house.journal.load().history;
    house.temp.put(&name, merged.as_bytes());
    assert_eq!(house.journal.load().history, before);
    let at: Vec<_> = house.journal.load().problems.iter().map(|p| (p.kind, p.line)).collect();
    assert_eq!(at, [3, 5, 7].map(|line| (Oddity::Damaged, Some(line))));
}

#[test]
fn an_edited_line_counts_and_is_named() {
    let house = House::new();
    let file = whole_session(&house);
    let text = fs::read_to_string(&file).unwrap().replace("\"pain\":2", "\"pain\":7");
    let name = file.strip_prefix(house.temp.path()).unwrap().to_str().unwrap().to_owned();
    house.temp.put(&name, text.as_bytes());
    assert_eq!(pains(&house.sessions()[0].lines), [1, 7]);
    let problems = house.journal.load().problems;
    assert_eq!((problems[0].kind, problems[0].line), (Oddity::Edited, Some(3)));
    assert!(problems[0].file.starts_with("sessions/2026/2026-11-21_0712_knee_"));
}

#[test]
fn a_huge_line_an_empty_file_and_newer_lines_are_reported() {
    let house = House::new();
    whole_session(&house);
    house.temp.put("data/sessions/huge.jsonl", &[vec![b'x'; 3 << 20], b"\n{\"v\":9,\"ev\":\"x\"}\n".to_vec()].concat());
    house.temp.put("data/sessions/empty.jsonl", b"");
    house.temp.put("data/changes/new.jsonl", b"{\"id\":\"a\",\"ev\":\"settings\"}\n");
    house.temp.put("data/changes/copy.jsonl", b"{\"id\":\"a\",\"ev\":\"settings\"}\n");
    let loaded = house.journal.load();
    assert_eq!((loaded.history.sessions.len(), loaded.newer), (1, 2));
    assert_eq!(house.kinds(), [Oddity::Skipped, Oddity::Damaged]);
}

#[test]
#[cfg(target_os = "linux")]
fn links_and_pipes_are_skipped_and_a_linked_data_folder_is_not() {
    let house = House::new();
    let file = whole_session(&house);
    let sessions = house.journal.data().join("sessions");
    std::os::unix::fs::symlink(&file, sessions.join("link.jsonl")).unwrap();
    std::os::unix::fs::symlink(".", sessions.join("loop")).unwrap();
    let pipe = sessions.join("pipe.jsonl");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR, 0).unwrap();
    for name in [".hidden.jsonl", "~syncthing~x.jsonl.tmp", "x.jsonl.tmp", "notes.txt"] {
        house.temp.put(&format!("data/sessions/{name}"), b"rubbish");
    }
    assert_eq!(house.kinds(), [Oddity::Skipped; 3]);
    assert!(disk::open_to_read(&pipe).is_err(), "the handle is asked, and nobody waits");

    let linked = house.temp.path().join("linked");
    std::os::unix::fs::symlink(house.journal.data(), &linked).unwrap();
    let journal = Journal { data: linked, ..house.journal.clone() };
    assert_eq!(journal.load().history.sessions.len(), 1);
    journal.begin(start()).unwrap();
    assert_eq!(house.sessions().len(), 2);
}
