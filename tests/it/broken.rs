//! Faulty programs: each file of `tests/broken/` beside the exact report that it must give.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use soleus::io::diagnostic::{CODES, report};
use soleus::io::library::Library;
use soleus::io::program_file::{LARGEST, Reading};

use crate::readings::each_is_as_written;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

fn said(reading: &Reading) -> String {
    let verdict = if reading.program.is_some() { "read\n" } else { "refused\n" };
    report(&reading.problems, &reading.source) + verdict
}

#[test]
fn every_broken_program_gives_its_report() {
    each_is_as_written("broken", 90, |name, reading| {
        assert!(!reading.problems.is_empty(), "{name} has no problem");
        said(reading)
    });
}

/// The codes that a source names: the first argument of a problem; in the reader also the second of a value that is
/// read.
fn named(source: &str, reader: bool) -> BTreeSet<String> {
    let literal = |text: &str| {
        let text = text.trim_start().strip_prefix('"')?;
        text.split_once('"').map(|(code, _)| code.to_owned())
    };
    let mut codes = BTreeSet::new();
    for call in ["Diagnostic::error(", "Diagnostic::warning(", "Diagnostic::note(", "notes.error("] {
        codes.extend(source.split(call).skip(1).filter_map(literal));
    }
    for call in [".parsed(", ".read("].iter().filter(|_| reader) {
        let second = source.split(call).skip(1).filter_map(|text| text.split_once(','));
        codes.extend(second.filter_map(|(_, text)| literal(text)));
    }
    codes
}

fn sources(folder: &Path, codes: &mut BTreeSet<String>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            sources(&path, codes);
        } else if !path.ends_with("tests.rs") {
            let reader = path.to_string_lossy().contains("program_file");
            codes.extend(named(&std::fs::read_to_string(&path).unwrap(), reader));
        } else {
            // tests name no codes of their own
        }
    }
}

#[test]
fn every_code_of_the_sources_stands_in_the_table() {
    let mut used = BTreeSet::new();
    sources(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used);
    let listed: BTreeSet<String> = CODES.iter().map(|(code, _)| (*code).to_owned()).collect();
    assert_eq!(used, listed);
    assert!(CODES.is_sorted_by(|(a, _), (b, _)| a < b), "in alphabetical order, each once");
    let wanted = ["character", "limit", "schedule", "count"].map(str::to_owned);
    let text = "Diagnostic::error(\n \"character\", x) notes.error(\"limit\") t.parsed(\"a\", \"schedule\", s) t.read(&x, \"count\", c)";
    assert_eq!(named(text, true), BTreeSet::from(wanted), "each way to name a code is found");
}

#[test]
fn every_code_of_the_table_has_a_broken_file() {
    let files = std::fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let mut reports: String = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let figures = std::fs::read_dir(folder().join("figures")).unwrap().map(|file| file.unwrap().path());
    for path in figures.filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        reports.push_str(&std::fs::read_to_string(path).unwrap());
    }
    // A file over the limit does not stand in the tree.
    reports.push_str(&refusal(&vec![b'a'; LARGEST + 1]));
    for (code, _) in CODES {
        assert!(reports.contains(&format!("[{code}]:")), "no broken file shows `{code}`");
    }
}

fn refusal(bytes: &[u8]) -> String {
    let library = Library::bundled();
    let reading = soleus::io::program_file::read(bytes, "hostile.toml", library.catalogue());
    assert!(reading.program.is_none(), "it was not refused");
    let said = said(&reading);
    assert!(said.len() < 20_000, "the report is as long as the file");
    assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "the report holds a control character");
    said
}

#[test]
fn whatever_is_fed_is_refused_with_a_reason() {
    assert!(refusal(&vec![b'a'; LARGEST + 1]).contains("larger than 256 KiB"));
    assert!(refusal(b"\xff\xfet\0i\0").contains("UTF-16"));
    assert!(refusal(b"title = \"a\xc3\x28\"").contains("byte 11"));
    assert!(refusal(b"").contains("a program needs a `title`"));
    for deep in ["[", "a=[", "a={b=", "a."] {
        let mut text = deep.repeat(100_000);
        text.truncate(200_000);
        let _report = refusal(text.as_bytes());
    }
    let raw = b"title = \"a\x1b]0;x\x07b\"\n[[exercise]]\nuse = \"calf-raise\"";
    assert!(refusal(raw).contains('␛'));
    for value in
        ["nan", "inf", "-1", "1e300", "9223372036854775808", "0x7fffffffffffffff", "-0.0", "1979-05-27", "[]", "{}"]
    {
        let text = format!("title = \"x\"\n[[exercise]]\nname = \"x\"\nhold = {value}\nreps = {value}\nrest = {value}");
        let report = refusal(text.as_bytes());
        assert!(report.contains(":4:8:") || report.contains(":4:8\n"), "{value}: {report}");
    }
}

#[test]
fn a_file_of_nothing_but_mistakes_is_answered_in_time() {
    let keys: Vec<String> = (0..20_000).map(|n| format!("a{n} = 1\n")).collect();
    assert!(refusal(keys.concat().as_bytes()).contains("more"));
    let exercises = "[[exercise]]\nuse = \"calf-raise\"\nsets = 50\nreps = 1000\n".repeat(200);
    assert!(refusal(exercises.as_bytes()).contains("[duplicate-id]"));
    let exercise = |n| format!("[[exercise]]\nuse = \"calf-raise\"\nid = \"a{n}\"\nsets = 50\nreps = 1000\n");
    let exercises: Vec<String> = (0..200).map(exercise).collect();
    assert!(refusal(format!("title = \"x\"\n{}", exercises.concat()).as_bytes()).contains("steps"));
    let wide: Vec<u8> = "title = \"x\"\n".bytes().flat_map(|byte| [byte, 0]).collect();
    assert!(refusal(&wide).contains("UTF-16"));
    let text = format!("title = \"x\"\n[[exercise]]\nuse = \"calf-raise\"\nrest = \"{}\"", "9".repeat(200_000));
    assert!(refusal(text.as_bytes()).contains("[too-long]"));
}

#[test]
fn the_new_tables_are_no_way_around_the_limits() {
    let head = "title = \"x\"\nstop_if = [\"y\"]\n";
    let one = "exercise = [{ use = \"calf-raise\" }]\n";
    let phases = |n: usize| format!("{head}{}", format!("[[phase]]\ntitle = \"p\"\nweeks = 1\n{one}").repeat(n));
    assert!(refusal(phases(53).as_bytes()).contains("`phase` stands 53 times, and 52 is the most"));
    let sessions = format!("{head}{}", format!("[[session]]\ntitle = \"s\"\n{one}").repeat(29));
    assert!(refusal(sessions.as_bytes()).contains("`session` stands 29 times"));
    let variant =
        |n| format!("[[variant]]\nid = \"v{n}\"\ntitle = \"v\"\nreplace = {{ calf-raise = \"tib-raise\" }}\n");
    let variants: String = (0..13).map(variant).collect();
    assert!(refusal(format!("{head}{one}{variants}").as_bytes()).contains("`variant` stands 13 times"));
    // Many small exercises, each with a stand-in in every variant.
    let variants: String = (0..12).map(variant).collect();
    let session = format!("[[phase.session]]\ntitle = \"s\"\n{one}").repeat(28);
    let many = format!("{head}{variants}{}", format!("[[phase]]\ntitle = \"p\"\nweeks = 1\n{session}").repeat(52));
    assert!(many.len() < LARGEST, "{}", many.len());
    assert!(refusal(many.as_bytes()).contains("more than 4000 exercises"));
    for deep in ["[[phase.", "a={left=", "[[phase]]\nexercise=[{left={", "x = \"\"\"", "exercise = [{ use = \"a"] {
        let mut text = deep.repeat(60_000);
        text.truncate(200_000);
        let _report = refusal(text.as_bytes());
    }
    for (place, what) in [
        ("goal", "[[phase]]\ntitle = \"p\"\ngoal = \"@\"\n"),
        ("entry", "[[phase]]\ntitle = \"p\"\nentry = [\"@\"]\n"),
        ("title", "[[session]]\ntitle = \"@\"\n"),
        ("variant", "[[variant]]\nid = \"v\"\ntitle = \"@\"\n"),
        ("circuit", "[[exercise]]\nuse = \"calf-raise\"\ncircuit = \"@\"\n"),
        ("measure", "[[exercise]]\nuse = \"calf-raise\"\nmeasure = \"@\"\n"),
        ("side load", "[[exercise]]\nuse = \"single-leg-balance\"\nleft = { load = \"@\" }\n"),
        ("step", "[[exercise]]\nuse = \"calf-raise\"\nreps = \"3 to 9\"\nprogress = { step = \"@\" }\n"),
        ("replace", "[[variant]]\nreplace = { a = \"@\" }\n"),
    ] {
        for bad in ["\\u001b[31m", "\\u202e", "\u{202e}", "\\u0007"] {
            let report = refusal(format!("{head}{}", what.replace('@', bad)).as_bytes());
            assert!(report.contains("error[character]"), "{place} {bad}: {report}");
        }
    }
}

#[test]
fn a_file_of_long_sessions_is_answered_in_time() {
    let head = "title = \"x\"\nstop_if = [\"y\"]\n";
    let session = |sets: u32| {
        format!(
            "[[phase.session]]\ntitle = \"s\"\nexercise = [{{ use = \"single-leg-calf-raise\", sets = {sets}, reps = \"16-29\" }}]\n"
        )
    };
    let phase = |sets: u32| format!("[[phase]]\ntitle = \"p\"\nweeks = 1\n{}", session(sets).repeat(28));
    let text = format!("{head}{}", phase(28).repeat(50));
    assert!(text.len() < LARGEST, "{}", text.len());
    let library = Library::bundled();
    let reading = soleus::io::program_file::read(text.as_bytes(), "long.toml", library.catalogue());
    let long = reading.problems.iter().filter(|problem| problem.code == "long-session").count();
    assert_eq!((reading.has_errors(), long), (false, 1_400));
    let text = format!("{head}{}", phase(50).repeat(50));
    assert!(refusal(text.as_bytes()).contains("steps"));
}

/// Pieces that break things: what a hand, a word processor or an attacker puts into a file.
const PIECES: [&str; 24] = [
    "\"",
    "'",
    "[",
    "]",
    "[[",
    "{",
    "}",
    "=",
    ",",
    ".",
    "-",
    "–",
    "“",
    "\n",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "İ",
    "膝",
    "e\u{301}",
    "99999999999999999999",
    "nan",
    "3x10",
    "to",
];

#[test]
fn no_slip_of_the_hand_makes_it_fall_over() {
    let library = Library::bundled();
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).unwrap()
    };
    let whole = ("whole", include_str!("../good/whole-program.toml"));
    for (id, text) in soleus::io::library::PROGRAMS.iter().copied().chain([whole]) {
        for _ in 0..50 {
            let mut letters: Vec<String> = text.chars().map(String::from).collect();
            for _ in 0..=next(4) {
                let at = next(letters.len());
                match next(3) {
                    0 => drop(letters.drain(at..(at + 1 + next(20)).min(letters.len()))),
                    1 => letters.insert(at, PIECES[next(PIECES.len())].to_owned()),
                    _ => letters[at] = PIECES[next(PIECES.len())].to_owned(),
                }
            }
            let bytes = letters.concat().into_bytes();
            let reading = soleus::io::program_file::read(&bytes, id, library.catalogue());
            let report = said(&reading);
            assert!(!report.chars().any(|c| c.is_control() && c != '\n'), "{report}");
            assert_eq!(reading.program.is_none(), reading.has_errors(), "{report}");
        }
    }
}

#[test]
fn a_name_that_the_folder_does_not_read_is_a_warning() {
    let library = Library::bundled();
    let text = b"title = \"x\"\nstop_if = [\"y\"]\n[[exercise]]\nuse = \"calf-raise\"\n";
    let reading = soleus::io::program_file::read(text, "my/ankle.toml.txt", library.catalogue());
    assert_eq!(reading.program.as_ref().unwrap().id.as_str(), "ankle");
    assert!(said(&reading).contains("rename it to ankle.toml"));
}

#[test]
fn the_one_line_form_is_what_editors_read() {
    let library = Library::bundled();
    let text = "title = \"x\"\n[[exercise]]\nuse = \"calf-rais\"\n";
    let reading = soleus::io::program_file::read(text.as_bytes(), "a.toml", library.catalogue());
    let lines: Vec<String> = reading.problems.iter().map(|problem| problem.one_line(&reading.source)).collect();
    assert!(
        lines.contains(&"a.toml:3:7: error[unknown-exercise]: there is no exercise `calf-rais`".to_owned()),
        "{lines:?}"
    );
}
