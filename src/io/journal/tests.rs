//! The journal as a whole: what is promised of it, one promise a test.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::domain::exercise::Affected;
use crate::domain::session::{Finish, Happened, Line, ProgramRef, Rating, SessionResult, When};
use crate::domain::text::{Clean, Id};
use crate::io::temp::Temp;

mod damage;
mod faults;
mod union;

/// A journal in a folder of its own.
struct House {
    temp: Temp,
    journal: Journal,
}

impl House {
    fn new() -> Self {
        Self::with(Arc::new(RealDisk))
    }

    fn with(disk: Arc<dyn Disk>) -> Self {
        let temp = Temp::new();
        let journal = Journal::on(disk, &folders(&temp)).unwrap();
        Self { temp, journal }
    }

    /// Every file of the history with its bytes.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let all = walk::files(self.journal.data());
        let files = all.into_iter().filter_map(|found| match found {
            walk::Found::File(path) => Some(path),
            walk::Found::Skipped(..) => None,
        });
        files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }

    fn sessions(&self) -> Vec<crate::domain::history::SessionLog> {
        self.journal.load().history.sessions
    }

    fn kinds(&self) -> Vec<Oddity> {
        self.journal.load().problems.into_iter().map(|problem| problem.kind).collect()
    }
}

fn folders(temp: &Temp) -> Folders {
    let below = |name: &str| temp.path().join(name);
    Folders { data: below("data"), config: below("config"), state: below("state"), cache: below("cache") }
}

fn start() -> Start {
    let at = DateTime::parse_from_rfc3339("2026-11-21T07:12:03.114+01:00").unwrap();
    Start {
        phase: 0,
        turn: 0,
        variant: None,
        session: Journal::session_id(at),
        at,
        zone: None,
        day: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        rollover: NaiveTime::from_hms_opt(4, 0, 0).unwrap(),
        program: ProgramRef { id: Id::new("knee").unwrap(), title: Clean::name("Knee"), hash: "ab".repeat(32) },
        affected: Affected::Left,
        pain_limit: 5,
        plan: Vec::new(),
        rehearsal: false,
        continues: None,
    }
}

fn stamp(pain: u8) -> Line {
    let rating = Rating { when: When::During, pain: Some(pain), effort: None, stiffness: None, place: None };
    Line { at: Duration::from_secs(u64::from(pain)), what: Happened::Rate(rating) }
}

fn finish() -> Line {
    let result = SessionResult::Completed;
    let end = Finish { result, fraction: 1.0, counts: true, rest_advised: None, clock_step: None };
    Line { at: Duration::from_mins(20), what: Happened::Finish(end) }
}

fn pains(lines: &[Line]) -> Vec<u8> {
    let pain = |line: &Line| match &line.what {
        Happened::Rate(rating) => rating.pain,
        _ => None,
    };
    lines.iter().filter_map(pain).collect()
}

/// Writes a whole session and returns its file.
fn whole_session(house: &House) -> PathBuf {
    let mut recorder = house.journal.begin(start()).unwrap();
    for line in [stamp(1), stamp(2), finish()] {
        recorder.append(&line).unwrap();
    }
    recorder.path().unwrap().to_owned()
}

#[test]
fn what_is_written_is_read_back() {
    let house = House::new();
    assert_eq!(house.journal.load(), Loaded::default());
    assert!(!house.journal.data().exists(), "looking makes nothing");
    let head = start();
    let mut recorder = house.journal.begin(head.clone()).unwrap();
    for line in [stamp(1), stamp(2), finish()] {
        recorder.append(&line).unwrap();
    }
    let loaded = house.journal.load();
    assert_eq!((loaded.problems, loaded.newer), (vec![], 0));
    let [log] = &loaded.history.sessions[..] else { panic!() };
    assert_eq!((&log.start, pains(&log.lines), log.ours), (&head, vec![1, 2], true));
    assert_eq!((log.finish.is_some(), log.last), (true, Duration::from_mins(20)));
}

#[test]
fn written_bytes_are_never_changed() {
    let house = House::new();
    let mut recorder = house.journal.begin(start()).unwrap();
    let mut old = house.files();
    for pain in 1..=5 {
        recorder.append(&stamp(pain)).unwrap();
        house.journal.change(&Change::Void { at: start().at, of: "nobody".to_owned() }).unwrap();
        house.journal.load();
        let new = house.files();
        assert!(old.iter().all(|(path, bytes)| new[path].starts_with(bytes)));
        old = new;
    }
}

#[test]
fn a_session_that_was_cut_off_goes_on_in_its_own_file() {
    let house = House::new();
    let mut recorder = house.journal.begin(start()).unwrap();
    recorder.append(&stamp(1)).unwrap();
    let file = recorder.path().unwrap().to_owned();
    drop(recorder); // a kill: nothing is written at the end, nothing needs to be
    let log = house.sessions().remove(0);
    assert!(log.finish.is_none() && log.ours);

    let before = fs::read(&file).unwrap();
    let mut again = house.journal.resume(&log.start.session).unwrap();
    again.append(&Line { at: Duration::from_secs(9), what: Happened::Resumed }).unwrap();
    again.append(&stamp(2)).unwrap();
    again.append(&finish()).unwrap();
    assert_eq!(house.files().len(), 1);
    assert!(fs::read(&file).unwrap().starts_with(&before));
    let log = house.sessions().remove(0);
    assert_eq!((pains(&log.lines), log.finish.is_some()), (vec![1, 2], true));
    assert_eq!(house.journal.resume(&log.start.session).unwrap_err().exit_code(), 2, "finished");
    assert_eq!(house.journal.resume("nobody").unwrap_err().exit_code(), 2);
}

#[test]
fn another_device_goes_on_in_a_file_of_its_own() {
    let house = House::new();
    let mut recorder = house.journal.begin(start()).unwrap();
    recorder.append(&stamp(1)).unwrap();
    let first = recorder.start().session.clone();
    fs::remove_file(house.temp.path().join("state/device.toml")).unwrap();
    assert!(!house.sessions()[0].ours);

    let mut other = house.journal.resume(&first).unwrap();
    assert_eq!(other.start().continues.as_ref(), Some(&first));
    other.append(&stamp(2)).unwrap();
    other.append(&finish()).unwrap();
    let [log] = &house.sessions()[..] else { panic!("joined into one") };
    assert_eq!((pains(&log.lines), log.finish.is_some(), log.ours), (vec![1, 2], true, true));
    let at = start().at;
    let void = Change::Void { at, of: log.start.session.clone() };
    house.journal.change(&void).unwrap();
    assert!(house.sessions().is_empty(), "both halves are void");
}

#[test]
#[cfg(unix)]
fn files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let house = House::new();
    let file = whole_session(&house);
    assert_eq!(mode(&file), 0o600);
    assert!(file.ancestors().skip(1).take(3).chain([&*house.temp.path().join("state")]).all(|f| mode(f) == 0o700));
    assert_eq!(fs::read(house.journal.data().join(".gitattributes")).unwrap(), b"*.jsonl -text merge=union\n");
    assert!(!house.journal.is_exposed());
    fs::set_permissions(house.journal.data(), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(house.journal.is_exposed());
    house.journal.make_private().unwrap();
    assert!(!house.journal.is_exposed());
}

#[test]
fn the_lock_asks_and_nothing_depends_on_it() {
    let house = House::new();
    let Courtesy::Ours(guard) = house.journal.lock() else { panic!() };
    assert!(matches!(house.journal.lock(), Courtesy::Busy));
    whole_session(&house);
    drop(guard);
    assert!(matches!(house.journal.lock(), Courtesy::Ours(_)));
    house.temp.put("file", b"");
    let journal = Journal { state: house.temp.path().join("file/state"), ..house.journal.clone() };
    assert!(matches!(journal.lock(), Courtesy::Unsupported));
}

#[test]
fn two_sessions_at_once_have_two_files() {
    let house = House::new();
    let (mut one, mut two) = (house.journal.begin(start()).unwrap(), house.journal.begin(start()).unwrap());
    for pain in 1..=3 {
        one.append(&stamp(pain)).unwrap();
        two.append(&stamp(pain + 3)).unwrap();
    }
    let mut read: Vec<_> = house.sessions().iter().map(|log| pains(&log.lines)).collect();
    read.sort();
    assert_eq!(read, [[1, 2, 3], [4, 5, 6]]);
}

#[test]
fn the_writer_answers_every_ticket_in_order() {
    let house = House::new();
    let mut writer = Writer::new(house.journal.begin(start()).unwrap()).unwrap();
    let tickets: Vec<u64> = (0..=9).map(|pain| writer.append(stamp(pain))).collect();
    let mut answers = Vec::new();
    while writer.unanswered() > 0 {
        answers.extend(writer.try_answer());
        std::thread::yield_now();
    }
    assert_eq!(answers, tickets.into_iter().map(Answer::Saved).collect::<Vec<_>>());
    for _ in 0..1000 {
        writer.append(stamp(1));
    }
    writer.finish().unwrap();
    assert_eq!(house.sessions()[0].lines.len(), 1010, "more than the queue holds");
}
