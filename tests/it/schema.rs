//! The schema is in step with the reader: key by key, and program by program by a real validator.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;
use soleus::io::library::{Library, PROGRAMS};
use soleus::io::program_file::read;
use soleus::io::schema::{Missing, TABLES, json_schema};

use crate::cli::Home;
use crate::fences::fences;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn schema() -> Value {
    serde_json::from_str(&json_schema().unwrap()).unwrap()
}

fn validator() -> jsonschema::Validator {
    jsonschema::draft7::new(&schema()).unwrap()
}

/// A program as an editor's validator sees it; nothing where it is not TOML.
fn seen(text: &str) -> Option<Value> {
    text.parse::<toml::Table>().ok().map(|table| value(&toml::Value::Table(table)))
}

fn value(found: &toml::Value) -> Value {
    match found {
        toml::Value::String(text) => Value::from(text.as_str()),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Float(number) => Value::from(*number),
        toml::Value::Boolean(boolean) => Value::from(*boolean),
        toml::Value::Datetime(date) => Value::from(date.to_string()),
        toml::Value::Array(items) => Value::Array(items.iter().map(value).collect()),
        toml::Value::Table(table) => {
            Value::Object(table.iter().map(|(key, inner)| (key.clone(), value(inner))).collect())
        }
    }
}

fn faults(validator: &jsonschema::Validator, program: &Value) -> Vec<String> {
    validator.iter_errors(program).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[expect(clippy::disallowed_methods, reason = "a test asks whether the schema is to be written anew")]
#[test]
fn the_committed_schema_is_the_one_that_is_printed() {
    let printed = Home::new().good("2026-11-21T07:12:00+01:00", &["schema"]);
    let path = root().join("assets/schema/program.schema.json");
    if std::env::var_os("SOLEUS_UPDATE").is_some() {
        std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), printed.as_bytes()).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap();
    assert!(printed == committed, "SOLEUS_UPDATE=1 cargo test schema writes it anew");
    jsonschema::draft7::meta::validate(&schema()).unwrap();
}

#[test]
fn the_table_of_keys_is_what_the_reader_asks_for() {
    let ours: BTreeSet<(&str, &str)> =
        TABLES.iter().flat_map(|table| table.keys.iter().map(|key| (table.name, key.name))).collect();
    let theirs: BTreeSet<(&str, &str)> = soleus::io::program_file::keys::TABLES
        .iter()
        .flat_map(|table| table.keys.iter().map(|key| (table.name, *key)))
        .collect();
    assert_eq!(ours, theirs);
}

#[test]
fn every_key_is_described_and_its_examples_and_default_are_taken() {
    let schema = schema();
    let definition = |name: &str| match name {
        "program" => schema["properties"].clone(),
        name => schema["definitions"][name]["properties"].clone(),
    };
    for table in TABLES {
        for key in table.keys {
            let mut rule = definition(table.name)[key.name].clone();
            assert!(rule["description"].as_str().is_some_and(|text| text.ends_with('.')), "{}", key.name);
            assert!(!key.examples.is_empty(), "{} has no example", key.name);
            rule["definitions"] = schema["definitions"].clone();
            let validator = jsonschema::draft7::new(&rule).unwrap();
            let default = match key.missing {
                Missing::Value(written) => Some(written),
                Missing::Nothing | Missing::Refused | Missing::Words(_) => None,
            };
            for written in key.examples.iter().copied().chain(default) {
                let example = seen(&format!("x = {written}")).unwrap();
                let found = faults(&validator, &example["x"]);
                assert!(found.is_empty(), "{} = {written}: {found:?}", key.name);
            }
        }
    }
}

/// Errors that come from what is around a key, not from its value.
const AROUND: [&str; 6] = ["work", "progress", "step", "side-dose", "one-of", "two-ranges"];

/// A program with one key written as in its example.
fn program_with(table: &str, key: &str, written: &str) -> String {
    let line = format!("{key} = {written}");
    let exercise = "exercise = [{ use = \"heel-drop-straight\" }]";
    match table {
        "program" => {
            let title = if key == "title" { "" } else { "title = \"x\"\n" };
            let work = ["exercise", "session", "phase"].contains(&key);
            let heel = if work { "" } else { exercise };
            format!("{title}{line}\n{heel}")
        }
        "pain" | "defaults" => format!("title = \"x\"\n{exercise}\n[{table}]\n{line}\n"),
        "session" | "phase" => {
            let title = if key == "title" { "" } else { "title = \"y\"\n" };
            let heel = if ["exercise", "session", "same_as"].contains(&key) { "" } else { exercise };
            let before = format!("[[phase]]\ntitle = \"Add load\"\nweeks = 2\n{exercise}\n");
            let before = if key == "same_as" { before } else { String::new() };
            format!("title = \"x\"\n{before}[[{table}]]\n{title}{line}\n{heel}\n")
        }
        "variant" => {
            let all =
                [("id", "\"y\""), ("title", "\"y\""), ("replace", "{ heel-drop-straight = \"heel-lower-floor\" }")];
            let others = all.iter().filter(|(name, _)| *name != key);
            let others: Vec<String> = others.map(|(name, other)| format!("{name} = {other}\n")).collect();
            let others = others.concat();
            let stretches = "{ use = \"calf-stretch-straight\" }, { use = \"soleus-stretch\" }";
            let all = exercise.replace(']', &format!(", {stretches}]"));
            format!("title = \"x\"\n{all}\n[[variant]]\n{line}\n{others}")
        }
        "advance_when" => {
            let sessions = if key == "sessions" { "" } else { ", sessions = 3" };
            format!("title = \"x\"\n[[phase]]\ntitle = \"y\"\nadvance_when = {{ {line}{sessions} }}\n{exercise}\n")
        }
        "back_when" => {
            let pain = if key == "pain_over" { "" } else { ", pain_over = 5" };
            format!("title = \"x\"\n[[phase]]\ntitle = \"y\"\nback_when = {{ {line}{pain} }}\n{exercise}\n")
        }
        "exercise" => {
            let head = if ["use", "name"].contains(&key) { "" } else { "use = \"heel-drop-straight\"\n" };
            let dose = if key == "name" { "reps = 3\n" } else { "" };
            format!("title = \"x\"\n[[exercise]]\n{head}{dose}{line}\n")
        }
        "progress" | "only_if" => {
            let range = match written {
                "\"10s\"" => "use = \"soleus-stretch\"\nhold = \"20s to 40s\"",
                "\"5 kg\"" | "\"10 %\"" => "use = \"calf-raise\"\nload = \"0 kg to 20 kg\"",
                _ => "use = \"calf-raise\"\nreps = \"8 to 15\"",
            };
            format!("title = \"x\"\n[[exercise]]\n{range}\n{table} = {{ {line} }}\n")
        }
        "side-dose" => {
            let base = match key {
                "hold" => "use = \"soleus-stretch\"",
                "time" => "name = \"y\"\ntime = \"2 min\"",
                _ => "use = \"single-leg-calf-raise\"",
            };
            format!("title = \"x\"\n[[exercise]]\n{base}\nside = \"each\"\naffected = {{ {line} }}\n")
        }
        other => panic!("how is a key of `{other}` written?"),
    }
}

#[test]
fn the_reader_takes_every_example_of_the_table() {
    let (library, validator) = (Library::bundled(), validator());
    for table in TABLES {
        for key in table.keys {
            for written in key.examples {
                let text = program_with(table.name, key.name, written);
                let reading = read(text.as_bytes(), "x.toml", library.catalogue());
                let errors: Vec<_> = reading.problems.iter().filter(|p| p.is_error()).collect();
                assert!(errors.iter().all(|error| AROUND.contains(&error.code)), "{text}\n{errors:?}");
                if errors.is_empty() {
                    let found = faults(&validator, &seen(&text).unwrap());
                    assert!(found.is_empty(), "{text}\n{found:?}");
                }
            }
        }
    }
}

#[test]
fn every_good_program_is_valid() {
    let validator = validator();
    for (name, text) in PROGRAMS {
        let found = faults(&validator, &seen(text).unwrap());
        assert!(found.is_empty(), "{name}: {found:?}");
    }
    for path in programs("tests/good") {
        let text = std::fs::read_to_string(&path).unwrap();
        let found = faults(&validator, &seen(&text).unwrap());
        assert!(found.is_empty(), "{}: {found:?}", stem(&path));
    }
    let guide = std::fs::read_to_string(root().join("programs/README.md")).unwrap();
    for fence in fences(&guide).iter().filter(|fence| fence.info == "toml") {
        let found = faults(&validator, &seen(&fence.text).unwrap());
        assert!(found.is_empty(), "the guide, line {}: {found:?}", fence.line);
    }
}

/// Mistakes that a schema cannot say, and why.
const BEYOND: &[(&str, &str)] = &[
    ("circuit-torn", "a schema cannot compare the labels of a list"),
    ("cycle", "a schema cannot follow what a definition uses"),
    ("duplicate-id", "a schema cannot compare the ids of a list"),
    ("long-session-of-a-phase", "a schema cannot add up"),
    ("nothing-left", "a schema cannot compare the ids of two lists"),
    ("progress-without-a-range", "a schema does not know whether the exercise that is used has a range"),
    ("range-downwards", "a schema cannot compare numbers within a text"),
    ("range-of-a-load", "a schema cannot compare units within a text"),
    ("session-over-six-hours", "a schema cannot add up"),
    ("side-dose-of-both", "a schema does not know the side of the exercise that is used"),
    ("steps-of-the-wrong-unit", "a schema does not know which amount of the exercise that is used is the range"),
    ("tempo-too-fast", "a schema cannot add up"),
    ("too-many-steps", "a schema cannot multiply"),
    ("two-ranges", "it would take a rule for each of ten pairs, and none would say what is wrong"),
    ("two-ranges-on-a-side", "the same, for each of four sides"),
    ("unknown-exercise", "a schema does not know the catalogue and the definitions"),
    ("variant-makes-twins", "a schema cannot compare the ids of a list"),
    ("variant-too-long", "a schema cannot add up"),
];

fn programs(folder: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(root().join(folder)).unwrap().map(|file| file.unwrap().path());
    let mut paths: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    paths.sort();
    assert!(paths.len() >= 10, "{folder} was not found");
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

#[test]
fn the_schema_finds_what_a_schema_can_say_and_refuses_nothing_that_is_read() {
    let (library, validator) = (Library::bundled(), validator());
    let mut wrong = Vec::new();
    for path in programs("tests/broken") {
        let name = stem(&path);
        let bytes = std::fs::read(&path).unwrap();
        let refused = read(&bytes, &format!("{name}.toml"), library.catalogue()).has_errors();
        let beyond = BEYOND.iter().find(|(known, _)| *known == name).map(|(_, why)| *why);
        let found = match String::from_utf8(bytes).ok().and_then(|text| seen(&text)) {
            Some(program) => faults(&validator, &program),
            // What is no TOML is marked by the editor itself.
            None => vec!["not TOML".to_owned()],
        };
        match (refused, found.is_empty(), beyond) {
            (true, true, None) => wrong.push(format!("{name}: the schema finds nothing")),
            (true, false, Some(why)) => wrong.push(format!("{name}: found after all ({why}): {found:?}")),
            (false, false, _) => wrong.push(format!("{name}: is read, and the schema refuses it: {found:?}")),
            (false, true, Some(_)) => wrong.push(format!("{name}: is read, so nothing is beyond the schema")),
            (true, true, Some(_)) | (true, false, None) | (false, true, None) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (name, why) in BEYOND {
        assert!(
            programs("tests/broken").iter().any(|path| stem(path) == *name) && !why.is_empty(),
            "there is no `{name}`"
        );
    }
}
