//! How long ten years of three sessions a day keep a runner waiting. `cargo bench --bench years` prints it; nothing
//! fails by being slow.
//!
//! The history is made in a folder of its own and removed again: about 11,000 sessions of twelve sets and three answers.
//! The first reading may be from the disk, the others come from the memory of the system.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench reads the clock, writes its own files and prints"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use soleus::domain::due::waiting;
use soleus::domain::progress::Seen;
use soleus::domain::streak::Rules;
use soleus::domain::today::Today;
use soleus::domain::visit::{Span, Visit};
use soleus::io::journal::Journal;
use soleus::io::library::Library;
use soleus::io::settings::Folders;

const YEARS: u64 = 10;

/// Time on the clock, and time of the processor: on a busy machine the second one tells what a quiet one would need.
fn measure<T>(name: &str, runs: usize, mut work: impl FnMut() -> T) {
    let mut times: Vec<(Duration, Duration)> = (0..runs)
        .map(|_| {
            let (start, busy) = (Instant::now(), busy());
            black_box(work());
            (self::busy().saturating_sub(busy), start.elapsed())
        })
        .collect();
    let first = times[0].1;
    times.sort();
    let (median, on_the_clock) = times[runs / 2];
    println!("{name:<40} processor {median:>9.1?}  clock {on_the_clock:>9.1?}, the first {first:>9.1?}");
}

/// The processor's time of this process so far; zero where it is not told.
#[cfg(not(unix))]
fn busy() -> Duration {
    Duration::ZERO
}

/// The processor's time of this process so far.
#[cfg(unix)]
fn busy() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap(), u32::try_from(time.tv_nsec).unwrap())
}

/// A line with its checksum, as the journal writes it.
fn line(out: &mut String, members: &str) {
    let content = format!("{{\"v\":1,{members}");
    writeln!(out, "{content},\"crc\":\"{:08x}\"}}", crc32c::crc32c(content.as_bytes())).unwrap();
}

fn session(n: u64, day: NaiveDate, hour: u32, program: &str) -> String {
    let (mut out, mut number) = (String::new(), 0_u32);
    let id = format!("s{n:025}");
    let mut add = |members: &str| {
        line(&mut out, &format!("\"s\":\"{id}\",\"n\":{number},{members}"));
        number += 1;
    };
    let at = format!("\"at\":\"{day}T{hour:02}:12:03.114Z\",\"off\":\"+00:00\"");
    let whose =
        format!("\"program\":{{\"id\":\"{program}\",\"title\":\"{program}\",\"sha256\":\"{}\"}}", "ab".repeat(32));
    let exercises = ["heel-drop-straight", "heel-drop-bent"];
    let plan: Vec<String> = exercises
        .iter()
        .map(|ex| format!("{{\"ex\":\"{ex}\",\"name\":\"Heel drop\",\"sets\":3,\"sides\":[\"left\",\"right\"],\"reps\":15,\"time_ms\":75000}}"))
        .collect();
    add(&format!(
        "\"ev\":\"start\",{at},\"tz\":\"Europe/Berlin\",\"day\":\"{day}\",\"roll\":\"04:00\",\"dev\":\"k7f3q9x2m4\",\
         \"app\":\"0.1.0\",{whose},\"affected\":\"both\",\"limit\":5,\"plan\":[{}]",
        plan.join(",")
    ));
    add("\"ev\":\"rate\",\"when\":\"before\",\"pain\":2,\"t_ms\":1000");
    for ex in exercises {
        for set in 1..=3 {
            for side in ["left", "right"] {
                add(&format!(
                    "\"ev\":\"set\",\"ex\":\"{ex}\",\"set\":{set},\"side\":\"{side}\",\"result\":\"done\",\
                     \"target_ms\":75000,\"active_ms\":75000,\"target_reps\":15,\"reps\":15,\"t_ms\":{}",
                    set * 90_000
                ));
            }
        }
    }
    add("\"ev\":\"rate\",\"when\":\"after\",\"pain\":3,\"effort\":6,\"t_ms\":1260000");
    add(&format!(
        "\"ev\":\"finish\",\"result\":\"completed\",\"fraction\":1.0,\"counts\":true,\"t_ms\":1262000,{at},\"day\":\"{day}\",\"dev\":\"k7f3q9x2m4\",{whose}"
    ));
    out
}

fn make(data: &Path, last: NaiveDate) -> u64 {
    let first = last.checked_sub_days(Days::new(YEARS * 365)).unwrap();
    let mut n = 0;
    for day in first.iter_days().take_while(|day| *day < last) {
        let folder = data.join("sessions").join(day.format("%Y").to_string());
        std::fs::create_dir_all(&folder).unwrap();
        let of_day = [(7, "achilles-eccentric-12w"), (12, "ankle-strength-five"), (18, "achilles-eccentric-12w")];
        for (hour, program) in of_day {
            n += 1;
            let path = folder.join(format!("{day}_{hour:02}12_{n:06}.jsonl"));
            std::fs::write(path, session(n, day, hour, program)).unwrap();
        }
        let changes = data.join("changes").join(day.format("%Y").to_string());
        std::fs::create_dir_all(&changes).unwrap();
        let mut answer = String::new();
        line(
            &mut answer,
            &format!(
                "\"ev\":\"rate\",\"id\":\"r{n:025}\",\"of\":\"s{n:025}\",\"at\":\"{day}T22:00:00Z\",\"when\":\"next-morning\",\"pain\":1"
            ),
        );
        std::fs::write(changes.join(format!("{day}_rate_{n:06}.jsonl")), answer).unwrap();
    }
    n
}

fn main() {
    let home = std::env::temp_dir().join(format!("soleus-years-{}", std::process::id()));
    let data = home.join("data");
    let now: DateTime<FixedOffset> = "2026-11-21T07:12:00+00:00".parse().unwrap();
    let sessions = make(&data, now.date_naive());
    println!("{sessions} sessions in {}", data.display());
    let folders = Folders { data, config: home.join("config"), state: home.join("state"), cache: home.join("cache") };
    let journal = Journal::open(&folders).unwrap();
    let loaded = journal.load();
    assert_eq!((loaded.history.sessions.len() as u64, loaded.problems.len()), (sessions, 0));
    measure("read the history", 9, || journal.load());
    let library = Library::bundled();
    let rules = Rules::default();
    let seen = Seen { history: &loaded.history, rules: &rules, now };
    measure("fold it into the home screen", 9, || Today::of(library.programs(), &loaded.history, &rules, now));
    measure("fold it into what is due", 9, || waiting(library.programs(), &seen));
    let span = |days| Span { from: now.date_naive().checked_sub_days(Days::new(days)).unwrap(), to: now.date_naive() };
    measure("a visit of 12 weeks", 9, || Visit::all(library.programs(), &seen, span(84)));
    measure("a visit of all years", 3, || Visit::all(library.programs(), &seen, span(YEARS * 366)));
    measure("all of `soleus due`, the process aside", 9, || {
        let library = Library::bundled();
        let history = journal.load().history;
        let seen = Seen { history: &history, rules: &rules, now };
        waiting(library.programs(), &seen)
    });
    std::fs::remove_dir_all(home).unwrap();
}
