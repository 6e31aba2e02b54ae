//! `soleus new`.

use std::fs;

use soleus::io::diagnostic::Severity;
use soleus::io::library::{Library, PROGRAMS};

use crate::cli::{Home, MORNING, errors};

/// What a program means, without a warning or an error.
fn read(text: &str) -> soleus::domain::program::Program {
    let reading = Library::bundled().read(text.as_bytes(), "x.toml");
    let bad: Vec<_> = reading.problems.iter().filter(|problem| problem.severity != Severity::Note).collect();
    assert!(bad.is_empty(), "{bad:?}\n{text}");
    reading.program.unwrap()
}

/// Whether a remark is a key with a value on one line.
fn is_key(line: &str) -> bool {
    let name = line.split(" = ").next().unwrap_or_default().trim_end();
    line.contains(" = ") && !line.ends_with('[') && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

const FLAGS: [&str; 14] = [
    "new",
    "--title",
    "Calves \"slow\"",
    "--exercise",
    "calf-raise:3x12",
    "--exercise",
    "soleus-stretch:2x30s",
    "--exercise",
    "heel-drop-bent",
    "--schedule",
    "3 times a week",
    "--side",
    "affected",
    "-o",
];

fn with<'a>(flags: &[&'a str], last: &'a str) -> Vec<&'a str> {
    flags.iter().copied().chain([last]).collect()
}

#[test]
fn flags_make_a_program_that_explains_itself() {
    let home = Home::new();
    let text = home.good(MORNING, &with(&FLAGS, "-"));
    let program = read(&text);
    assert_eq!((program.id.as_str(), program.title.as_str()), ("calves-slow", "Calves \"slow\""));
    let doses: Vec<String> = program.exercises().map(soleus::domain::prescription::dose).collect();
    assert!(doses[0].starts_with("3 sets of 12 reps: "), "both feet stay together: {doses:?}");
    assert!(doses[1].starts_with("2 sets of 30 s held, affected side"), "{doses:?}");
    assert!(doses[2].starts_with("3 sets of 15 reps, affected side"), "the catalogue's own: {doses:?}");
    assert_eq!(soleus::domain::prescription::schedule(&program.schedule), "3 times a week");
    assert!(program.stop_if.len() > 2, "the common signs are there");
    let remarks = text.lines().filter(|line| line.starts_with('#')).count();
    assert!(remarks > 20, "{text}");
    // A key behind a remark sign is one that the reader takes, once the sign is gone.
    let reads = |text: &str| Library::bundled().read(text.as_bytes(), "x.toml").program.is_some();
    let keys = text.lines().filter_map(|line| line.strip_prefix("# ")).filter(|line| is_key(line)).collect::<Vec<_>>();
    assert!(keys.len() > 10, "{keys:?}");
    for key in keys {
        let exercise = "[[exercise]]\nuse = \"calf-raise\"\n";
        let places = [
            format!("title = \"x\"\n{key}\n{exercise}"),
            format!("title = \"x\"\n{exercise}{key}\n"),
            format!("title = \"x\"\n[pain]\n{key}\n{exercise}"),
        ];
        assert!(places.iter().any(|place| reads(place)), "{key}");
    }
    // So is the example of stages as a whole.
    let example = text.lines().filter_map(|line| line.strip_prefix("#   ")).filter(|line| !line.starts_with('"'));
    let example = example.collect::<Vec<_>>().join("\n");
    let head = "title = \"x\"\nstop_if = [\"y\"]\n";
    let staged = read(&format!("{head}{example}\n[[phase.exercise]]\nuse = \"tib-raise\"\n"));
    assert_eq!(staged.phases.len(), 2);
}

#[test]
fn it_is_written_once_and_never_over_another_file() {
    let home = Home::new();
    let file = home.path().join("calves.toml");
    let path = file.to_str().unwrap();
    let said = home.good(MORNING, &with(&FLAGS, path));
    assert!(said.contains("calves.toml") && said.contains("soleus add"), "{said}");
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text, home.good(MORNING, &with(&FLAGS, "-")));
    let output = home.run(&with(&FLAGS, path));
    assert_eq!(output.status.code(), Some(2));
    assert!(
        errors(&output).contains("left as it is") || errors(&output).contains("left as it was"),
        "{}",
        errors(&output)
    );
    assert!(errors(&output).contains("-o FILE"), "{}", errors(&output));
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn from_another_program_every_remark_comes_along() {
    let home = Home::new();
    for (name, original) in PROGRAMS {
        let text = home.good(MORNING, &["new", "--from", name, "--title", "Mine", "--id", "mine", "-o", "-"]);
        assert!(text.starts_with(&format!("# Made from `{name}`, which comes with soleus.\n")), "{text}");
        let program = read(&text);
        assert_eq!((program.id.as_str(), program.title.as_str()), ("mine", "Mine"));
        let lines: Vec<&str> = text.lines().collect();
        let gone: Vec<&str> = original.lines().filter(|line| !lines.contains(line)).collect();
        assert!(gone.iter().all(|line| line.starts_with("title") || line.starts_with("id")), "{name} lost {gone:?}");
    }
    let own = home.put("own.toml", "title = \"Own\" # a remark\n[[exercise]]\nuse = \"calf-raise\"\n");
    let text = home.good(MORNING, &["new", "--from", own.to_str().unwrap(), "-o", "-"]);
    let expected = "# Made from `own` (own.toml).\nid = \"own-my-own\"\ntitle = \"Own, my own\" # a remark\n";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn what_is_missing_or_wrong_is_said_with_a_way_out() {
    let home = Home::new();
    let refused = |arguments: &[&str], words: &[&str]| {
        let output = home.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", errors(&output));
        for word in words {
            assert!(errors(&output).contains(word), "{arguments:?}: {}", errors(&output));
        }
    };
    refused(&["new"], &["no terminal to ask on", "--exercise calf-raise:3x10"]);
    refused(&["new", "--title", "A"], &["an exercise"]);
    let with = |exercise: &'static str| ["new", "--title", "A", "-o", "-", "--exercise", exercise];
    refused(&with("calf-rais"), &["calf-rais", "hint:"]);
    refused(&with("calf-raise:3"), &["parted by an x", "3x10"]);
    refused(&with("calf-raise:3x30s"), &["counted in reps"]);
    refused(&with("soleus-stretch:2x30"), &["with a unit"]);
    refused(&with("calf-raise:99x10"), &["99", "nothing was written"]);
    let mut due = with("calf-raise").to_vec();
    due.extend(["--schedule", "dayly"]);
    refused(&due, &["dayly", "hint:"]);
    refused(&["new", "--from", "nothing-of-the-kind"], &["nothing-of-the-kind", "known are"]);
    refused(&["new", "--from", "hip-release-realign", "--exercise", "calf-raise"], &["cannot be used with"]);
}

#[cfg(unix)]
#[test]
fn on_a_terminal_it_asks_and_asks_again() {
    use crate::pty::{Ended, Pty};
    let binary = env!("CARGO_BIN_EXE_soleus");
    let mut pty = Pty::spawn(&[binary, "new", "-o", "asked.toml"], &[], (120, 60));
    for (question, answer) in [
        ("what is it called?", "\n"),
        ("1 to 80 letters", "Ankles\n"),
        ("for whom is it?", "Ann\n"),
        ("an exercise: its id", "calf\n"),
        ("single-leg-calf-raise", "tib-raise\n"),
        ("sets and reps, or time?", "3x30s\n"),
        ("counted in reps", "3x12\n"),
        ("the next exercise", "single-leg-balance\n"),
        ("One-leg balance:", "\n"),
        ("the next exercise", "\n"),
        ("which side does the one-sided ones?", "both\n"),
        ("when?", "someday\n"),
        ("hint:", "mon wed fri\n"),
        ("who must not do it?", "nobody under 16\n"),
        ("another (Enter: no more)", "\n"),
        ("at which sign", "\n"),
    ] {
        pty.wait_for_text(question);
        pty.send(answer);
    }
    pty.wait_for_text("wrote asked.toml");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    let program = read(&fs::read_to_string(pty.home().join("asked.toml")).unwrap());
    assert_eq!((program.title.as_str(), program.audience.as_deref()), ("Ankles", Some("Ann")));
    let doses: Vec<String> = program.exercises().map(soleus::domain::prescription::short_dose).collect();
    assert_eq!(doses.len(), 2);
    assert_eq!(doses[0], "3 sets of 12 reps");
    assert_eq!(soleus::domain::prescription::schedule(&program.schedule), "mon, wed and fri");
    assert_eq!(program.not_for.len(), 1);
}
