//! Disks that fail: nothing that was called saved is lost, nothing is called saved that is not (F45 to F61).

use std::fs::File;
use std::io;
use std::sync::Mutex;

use super::*;

/// A disk that fails where it is told to; a write that fails leaves half of its bytes behind.
#[derive(Debug, Default)]
struct Faulty {
    plan: Mutex<Plan>,
}

#[derive(Debug, Default)]
struct Plan {
    /// Steps done so far.
    steps: usize,
    /// The step that fails.
    fail_at: Option<usize>,
    /// From that step on nothing happens any more: a kill.
    killed_at: Option<usize>,
    /// Every step of this kind fails.
    broken: Option<Step>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Folder,
    Create,
    Open,
    Write,
    Trim,
    Remove,
    Sync,
    SyncFolder,
    Compare,
}

impl Faulty {
    fn step(&self, step: Step) -> io::Result<()> {
        let mut plan = self.plan.lock().unwrap();
        plan.steps += 1;
        let is_killed = plan.killed_at.is_some_and(|at| at <= plan.steps);
        let fails = is_killed || plan.fail_at == Some(plan.steps) || plan.broken == Some(step);
        if fails { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn set(&self, fail_at: Option<usize>, broken: Option<Step>) {
        *self.plan.lock().unwrap() = Plan { fail_at, broken, ..Plan::default() };
    }

    fn kill_at(&self, step: usize) {
        *self.plan.lock().unwrap() = Plan { killed_at: Some(step), ..Plan::default() };
    }

    fn is_dead(&self) -> bool {
        let plan = self.plan.lock().unwrap();
        plan.killed_at.is_some_and(|at| at < plan.steps)
    }

    fn has_failed(&self) -> bool {
        let plan = self.plan.lock().unwrap();
        plan.fail_at.or(plan.killed_at).is_some_and(|at| at <= plan.steps)
    }
}

impl Disk for Faulty {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.step(Step::Folder)?;
        RealDisk.make_folder(path)
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        self.step(Step::Create)?;
        RealDisk.create(path)
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        self.step(Step::Open)?;
        RealDisk.open(path)
    }

    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<()> {
        match self.step(Step::Write) {
            Ok(()) => RealDisk.write(file, bytes),
            Err(error) if self.is_dead() => Err(error),
            Err(error) => RealDisk.write(file, &bytes[..bytes.len() / 2]).and(Err(error)),
        }
    }

    fn trim(&self, file: &File, length: u64) -> io::Result<()> {
        self.step(Step::Trim)?;
        RealDisk.trim(file, length)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(Step::Remove)?;
        RealDisk.remove(path)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.step(Step::Sync)?;
        RealDisk.sync(file)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step(Step::SyncFolder)?;
        RealDisk.sync_folder(path)
    }

    fn is_same(&self, file: &File, path: &Path) -> io::Result<bool> {
        self.step(Step::Compare)?;
        RealDisk.is_same(file, path)
    }
}

fn faulty() -> (Arc<Faulty>, House) {
    let disk = Arc::new(Faulty::default());
    let house = House::with(Arc::<Faulty>::clone(&disk));
    (disk, house)
}

#[test]
fn a_full_disk_keeps_the_old_bytes_and_later_takes_all_lines_in_order() {
    let (disk, house) = faulty();
    let mut recorder = house.journal.begin(start()).unwrap();
    recorder.append(&stamp(1)).unwrap();
    let before = house.files();
    for broken in [Step::Write, Step::Open] {
        disk.set(None, Some(broken));
        let error = recorder.append(&stamp(2)).unwrap_err();
        assert!(error.to_string().contains("the disk is full"), "{error}");
        assert!(recorder.append(&stamp(3)).is_err());
        assert_eq!(house.files(), before, "{broken:?}");
    }
    assert_eq!(recorder.unsaved().len(), 4);
    disk.set(None, None);
    recorder.append(&stamp(4)).unwrap();
    assert!(recorder.unsaved().is_empty());
    assert_eq!(pains(&house.sessions()[0].lines), [1, 2, 3, 2, 3, 4]);
    assert_eq!((house.files().len(), house.kinds()), (1, vec![]));
}

#[test]
fn a_failed_sync_is_never_believed() {
    for step in [Step::Sync, Step::Compare] {
        let (disk, house) = faulty();
        let mut recorder = house.journal.begin(start()).unwrap();
        recorder.append(&stamp(1)).unwrap();
        let first = recorder.path().unwrap().to_owned();
        // open, write, then the step fails once and would succeed at the next try
        disk.set(Some(if step == Step::Sync { 3 } else { 4 }), None);
        recorder.append(&stamp(2)).unwrap();
        let rescue = recorder.path().unwrap().to_owned();
        assert!(rescue.to_str().unwrap().ends_with(".r1.jsonl"), "{rescue:?}");
        recorder.append(&stamp(3)).unwrap();
        fs::remove_file(first).unwrap();
        assert_eq!(pains(&house.sessions()[0].lines), [1, 2, 3], "the rescue file holds everything");
    }
}

#[test]
fn a_replaced_or_deleted_file_is_rescued() {
    let house = House::new();
    let mut recorder = house.journal.begin(start()).unwrap();
    recorder.append(&stamp(1)).unwrap();
    let file = recorder.path().unwrap().to_owned();
    let old = fs::read(&file).unwrap();
    recorder.append(&stamp(2)).unwrap();
    // a sync tool puts an older version in its place
    let aside = house.temp.put("older", &old);
    fs::rename(aside, &file).unwrap();
    recorder.append(&stamp(3)).unwrap();
    assert_eq!(pains(&house.sessions()[0].lines), [1, 2, 3]);
    assert_eq!(fs::read(&file).unwrap(), old, "the other file is left alone");

    fs::remove_dir_all(house.journal.data()).unwrap();
    recorder.append(&stamp(4)).unwrap();
    assert_eq!(pains(&house.sessions()[0].lines), [1, 2, 3, 4], "folders are made again");
}

/// Between the write and the comparison: the handle still writes, and only the path tells.
#[cfg(target_os = "linux")]
#[derive(Debug)]
struct Replacing;

#[cfg(target_os = "linux")]
impl Disk for Replacing {
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_data()?;
        let dir = Path::new("/proc/self/fd").join(std::os::fd::AsRawFd::as_raw_fd(file).to_string());
        let Ok(path) = fs::read_link(dir) else { return Ok(()) };
        if fs::read_to_string(&path)?.lines().count() == 2 {
            let copy = path.with_extension("tmp");
            fs::copy(&path, &copy)?;
            fs::rename(copy, path)?;
        }
        Ok(())
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_replaced_during_the_write_is_noticed() {
    let house = House::with(Arc::new(Replacing));
    let mut recorder = house.journal.begin(start()).unwrap();
    recorder.append(&stamp(1)).unwrap();
    assert!(recorder.path().unwrap().to_str().unwrap().ends_with(".r1.jsonl"));
}

/// The loop of `SQLite`'s tests: the n-th step fails, for every n, until nothing fails any more.
#[test]
fn whatever_step_fails_nothing_saved_is_lost() {
    for n in 1.. {
        let (disk, house) = faulty();
        disk.set(Some(n), None);
        let mut recorder = house.journal.begin_in_memory(start()).unwrap();
        let mut saved: Vec<u8> = Vec::new();
        let mut old = BTreeMap::new();
        for pain in 1..=4 {
            if recorder.append(&stamp(pain)).is_ok() {
                saved = (1..=pain).collect();
            }
            // a kill at this moment: what was called saved is there
            let there = house.sessions().first().map(|log| pains(&log.lines)).unwrap_or_default();
            assert!(there.starts_with(&saved), "step {n}: {there:?} lacks {saved:?}");
            let new = house.files();
            let is_kept = |(path, bytes): (&PathBuf, &Vec<u8>)| new.get(path).is_some_and(|b| b.starts_with(bytes));
            assert!(old.iter().all(is_kept), "step {n}");
            old = new;
        }
        recorder.retry().unwrap();
        assert_eq!(pains(&house.sessions()[0].lines), [1, 2, 3, 4], "step {n}");
        if !disk.has_failed() {
            assert!(n > 20, "only {n} steps");
            break;
        }
    }
}

#[test]
fn whenever_it_is_killed_the_session_goes_on_with_all_that_was_saved() {
    for n in 1.. {
        let (disk, house) = faulty();
        disk.kill_at(n);
        let mut recorder = house.journal.begin_in_memory(start()).unwrap();
        let saved: Vec<u8> = (1..=4).take_while(|pain| recorder.append(&stamp(*pain)).is_ok()).collect();
        drop(recorder);
        let journal = Journal { disk: Arc::new(RealDisk), ..house.journal.clone() };
        let sessions = journal.load().history.sessions;
        let there = sessions.first().map(|log| pains(&log.lines)).unwrap_or_default();
        assert!(there.starts_with(&saved) && there.len() <= saved.len() + 1, "step {n}: {there:?} for {saved:?}");
        if let Some(log) = sessions.first() {
            let mut again = journal.resume(&log.start.session).unwrap();
            again.append(&stamp(9)).unwrap();
            let went_on = &journal.load().history.sessions;
            let read: Vec<Vec<u8>> = went_on.iter().map(|log| pains(&log.lines)).collect();
            assert_eq!(read, [[there, vec![9]].concat()], "step {n}");
        }
        if !disk.has_failed() {
            break;
        }
    }
}

#[test]
fn a_session_that_cannot_begin_says_so_and_may_go_on_in_memory() {
    for step in [Step::Folder, Step::Create, Step::Write, Step::SyncFolder] {
        let (disk, house) = faulty();
        disk.set(None, Some(step));
        assert_eq!(house.journal.begin(start()).unwrap_err().exit_code(), 1);
        assert!(house.files().is_empty(), "{step:?}: no half a file stays");
        let mut writer = Writer::new(house.journal.begin_in_memory(start()).unwrap()).unwrap();
        writer.append(stamp(1));
        let unsaved = writer.finish().unwrap_err();
        assert_eq!((unsaved.lines.len(), &*unsaved.why), (2, "the disk is full"));
        let mut recorder = unsaved.recorder.unwrap();
        disk.set(None, None);
        recorder.save_to(&house.temp.path().join("elsewhere")).unwrap();
        assert!(recorder.path().unwrap().starts_with(house.temp.path().join("elsewhere")));
        assert!(recorder.unsaved().is_empty());
    }
}

#[test]
fn the_writer_tells_what_is_not_saved_and_saves_it_later() {
    let (disk, house) = faulty();
    let mut writer = Writer::new(house.journal.begin(start()).unwrap()).unwrap();
    let wait = |writer: &mut Writer| loop {
        if let Some(answer) = writer.try_answer() {
            break answer;
        }
        std::thread::yield_now();
    };
    disk.set(None, Some(Step::Write));
    let one = writer.append(stamp(1));
    let answer = wait(&mut writer);
    assert!(matches!(answer, Answer::NotSaved { ticket, unsaved: 1, .. } if ticket == one), "{answer:?}");
    let two = writer.append(stamp(2));
    assert!(matches!(wait(&mut writer), Answer::NotSaved { unsaved: 2, .. }));
    assert_eq!(writer.unanswered(), 2);
    disk.set(None, None);
    writer.retry();
    assert_eq!([wait(&mut writer), wait(&mut writer)], [Answer::Saved(one), Answer::Saved(two)]);
    writer.finish().unwrap();
    assert_eq!(pains(&house.sessions()[0].lines), [1, 2]);
}
