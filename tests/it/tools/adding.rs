//! `soleus add`.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Output, Stdio};

use crate::cli::{Home, MORNING, errors};

fn program(sets: u32) -> String {
    format!(
        "# mine\r\ntitle = \"Drops\"\nauthor = \"Ann\"\nnot_for = [\"fever\"]\nstop_if = [\"a pop\"]\n[[exercise]]\nuse = \"calf-raise\"\nsets = {sets}\n"
    )
}

fn installed(home: &Home) -> Vec<String> {
    let files = fs::read_dir(home.path().join("config/programs")).unwrap();
    let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn content(home: &Home, name: &str) -> String {
    fs::read_to_string(home.path().join("config/programs").join(name)).unwrap()
}

fn piped(home: &Home, arguments: &[&str], text: &str) -> Output {
    let mut child = home
        .command(MORNING, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn added(home: &Home, path: &Path, more: &[&str]) -> Output {
    let mut arguments = vec!["add", path.to_str().unwrap()];
    arguments.extend(more);
    home.run(&arguments)
}

#[test]
fn a_program_is_told_and_copied_byte_for_byte() {
    let home = Home::new();
    fs::remove_dir_all(home.path().join("config")).unwrap();
    let file = home.put("drops.toml", &program(2));
    let output = added(&home, &file, &[]);
    assert!(output.status.success(), "{}", errors(&output));
    let said = String::from_utf8(output.stdout).unwrap();
    for part in [
        "Drops (drops)",
        "Ann",
        "min: Two-leg calf raise",
        "a wall or a rail",
        "fever",
        "added as",
        "soleus play drops",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!((installed(&home), content(&home, "drops.toml")), (vec!["drops.toml".to_owned()], program(2)));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |name: &str| fs::metadata(home.path().join(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode("config/programs"), mode("config/programs/drops.toml")), (0o700, 0o600));
    }
    assert!(home.good(MORNING, &["list"]).contains("drops"));
    let again = added(&home, &file, &[]);
    assert!(again.status.success() && String::from_utf8(again.stdout).unwrap().contains("nothing was changed"));
}

#[test]
fn a_faulty_program_is_refused_with_every_problem() {
    let home = Home::new();
    let file = home.put("bad.toml", "title = \"Bad\"\n[[exercise]]\nuse = \"calf-rais\"\nrepz = 3\n");
    let output = added(&home, &file, &[]);
    assert_eq!(output.status.code(), Some(2));
    let error = errors(&output);
    assert!(error.contains("unknown-exercise") && error.contains("repz") && error.contains("was not added"), "{error}");
    assert_eq!(installed(&home), Vec::<String>::new());
    assert_eq!(home.run(&["add", "no-such-file.toml"]).status.code(), Some(2));
}

#[test]
fn a_changed_version_says_what_changed_and_the_old_one_is_kept() {
    let home = Home::new();
    let file = home.put("drops.toml", &program(2));
    assert!(added(&home, &file, &[]).status.success());
    let file = home.put("drops.toml", &program(3));
    let output = added(&home, &file, &[]);
    assert_eq!(output.status.code(), Some(2));
    let error = errors(&output);
    assert!(error.contains("calf raise") && error.contains("2 sets") && error.contains("3 sets"), "{error}");
    assert!(error.contains("--replace") && error.contains("--as ID"), "{error}");
    assert_eq!(content(&home, "drops.toml"), program(2), "nothing happens unasked");
    let output = added(&home, &file, &["--replace"]);
    assert!(output.status.success(), "{}", errors(&output));
    assert!(String::from_utf8(output.stdout).unwrap().contains("drops.toml.1"));
    assert_eq!(installed(&home), ["drops.toml", "drops.toml.1"]);
    assert_eq!((content(&home, "drops.toml"), content(&home, "drops.toml.1")), (program(3), program(2)));
    assert!(errors(&home.run(&["list"])).is_empty(), "the old version is never read");
    let remark = home.put("drops.toml", &format!("# only a remark\n{}", program(3)));
    let output = added(&home, &remark, &["--replace"]);
    assert!(errors(&output).contains("only words or remarks"), "{}", errors(&output));
    assert_eq!(installed(&home), ["drops.toml", "drops.toml.1", "drops.toml.2"]);
}

#[test]
fn a_bundled_id_is_kept_under_another_one() {
    let home = Home::new();
    let text = format!("id = \"hip-release-realign\" # theirs\n{}", program(2));
    let file = home.put("hips.toml", &text);
    for more in [&[][..], &["--replace"]] {
        let output = added(&home, &file, more);
        assert_eq!(output.status.code(), Some(2));
        assert!(errors(&output).contains("--as hip-release-realign-2"), "{}", errors(&output));
    }
    let output = added(&home, &file, &["--as", "hips"]);
    assert!(output.status.success() && errors(&output).contains("its id is `hips` now"), "{}", errors(&output));
    assert_eq!(content(&home, "hips.toml"), text.replace("\"hip-release-realign\"", "\"hips\""));
    assert!(home.good(MORNING, &["show", "hips"]).contains("Drops (hips)"));
    assert_eq!(added(&home, &file, &["--as", "Not An Id"]).status.code(), Some(2));
}

#[test]
fn standard_input_is_a_program_too() {
    let home = Home::new();
    let output = piped(&home, &["add", "-"], &program(2));
    assert!(output.status.success(), "{}", errors(&output));
    assert_eq!(installed(&home), ["drops.toml"], "without an id the title names it");
    let output = piped(&home, &["add", "-"], &program(3));
    assert_eq!(output.status.code(), Some(2), "nobody can be asked");
    assert!(errors(&output).contains("--replace"), "{}", errors(&output));
    assert!(piped(&home, &["add", "-", "--replace"], &program(3)).status.success());
    assert!(piped(&home, &["add", "-", "--as", "other"], &program(3)).status.success());
    assert_eq!(installed(&home), ["drops.toml", "drops.toml.1", "other.toml"]);
}

#[test]
fn a_file_in_the_way_is_not_lost() {
    let home = Home::new();
    let other = format!("id = \"other\"\n{}", program(5));
    home.put("config/programs/drops.toml", &other);
    let file = home.put("drops.toml", &program(2));
    let output = added(&home, &file, &["--replace"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("another program"), "{}", errors(&output));
    home.put("config/programs/drops.toml", "title = ");
    let output = added(&home, &file, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("no program that can be played"), "{}", errors(&output));
    assert!(added(&home, &file, &["--replace"]).status.success());
    assert_eq!((content(&home, "drops.toml"), content(&home, "drops.toml.1")), (program(2), "title = ".to_owned()));
    // The same program under another file name makes room for the one that is named after its id.
    home.put("config/programs/x.toml", &format!("id = \"y\"\n{}", program(1)));
    let y = home.put("y.toml", &program(4));
    assert!(added(&home, &y, &["--replace"]).status.success());
    assert_eq!(installed(&home), ["drops.toml", "drops.toml.1", "x.toml.1", "y.toml"]);
}

#[cfg(unix)]
#[test]
fn on_a_terminal_it_asks_before_it_replaces() {
    use crate::pty::{Ended, Pty};
    let home = Home::new();
    let file = home.put("drops.toml", &program(3));
    for (answer, code, sets) in [("no\n", 2, 2), ("yes\n", 0, 3)] {
        home.put("config/programs/drops.toml", &program(2));
        let config = home.path().join("config");
        let environment = [("SOLEUS_CONFIG", config.to_str().unwrap())];
        let words = [env!("CARGO_BIN_EXE_soleus"), "add", file.to_str().unwrap()];
        let mut pty = Pty::spawn(&words, &environment, (120, 40));
        pty.wait_for_text("replace it?");
        pty.send("perhaps\n");
        pty.send(answer);
        assert_eq!(pty.wait_exit(), Ended::Code(code));
        assert_eq!(content(&home, "drops.toml"), program(sets));
    }
}
