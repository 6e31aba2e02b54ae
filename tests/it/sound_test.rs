//! `soleus sound-test` with fake players, voices and locks on PATH. No sound, no daemon.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use serde_json::Value;

use crate::cli::{Home, MORNING, errors};

const TONES: [&str; 10] =
    ["raise", "lower", "hold", "move", "tick", "start", "set end", "side change", "session end", "warning"];
const PLAYS: &str = "echo \"${0##*/} ${1##*/}\" >> \"$HOME/played\"; /usr/bin/env >> \"$HOME/env\"";
const SPEAKS: &str = "IFS= read -r line; echo \"$* | $line\" >> \"$HOME/said\"";
/// Runs its last argument, as the real one does.
const KEEPS: &str = "echo held >> \"$HOME/lock\"; for last; do :; done; \"$last\"; echo released >> \"$HOME/lock\"";

/// A home whose `bin` is all of PATH.
struct Studio(Home);

impl Studio {
    fn new() -> Self {
        let home = Home::new();
        for folder in ["bin", "home"] {
            std::fs::create_dir_all(home.path().join(folder)).unwrap();
        }
        Self(home)
    }

    /// Written by another process: what is open for writing while another test starts a program cannot be executed.
    fn put(self, name: &str, script: &str) -> Self {
        let mut sh = Command::new("/bin/sh")
            .args(["-c", "cat > \"$0\" && chmod 755 \"$0\""])
            .arg(self.0.path().join("bin").join(name))
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        sh.stdin.take().unwrap().write_all(format!("#!/bin/sh\n{script}\n").as_bytes()).unwrap();
        assert!(sh.wait().unwrap().success());
        self
    }

    fn settings(self, text: &str) -> Self {
        self.0.put("config/settings.toml", text);
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.0.command(MORNING, &["sound-test", "--quick"]);
        command.args(arguments).env("PATH", format!(".:{}", self.0.path().join("bin").display()));
        command.env("SOLEUS_CACHE", self.0.path().join("cache")).env("SOME_TOKEN", "secret");
        command
    }

    fn run(&self, arguments: &[&str]) -> String {
        let output: Output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "{}", errors(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join("home").join(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.file(name)).unwrap_or_default()
    }

    /// Waits until a fake has written something.
    fn wait_for(&self, name: &str, text: &str) {
        let (_open, never) = mpsc::channel::<()>();
        for _ in 0..4_000 {
            if self.read(name).contains(text) {
                return;
            }
            let _nothing = never.recv_timeout(Duration::from_millis(5));
        }
        panic!("{name} never said {text}: {}", self.read(name));
    }
}

#[test]
fn every_cue_is_named_and_played_in_order_and_the_ways_are_told() {
    let studio = Studio::new().put("pw-play", &format!("{PLAYS}; exit 1")).put("paplay", PLAYS);
    let studio = studio.put("espeak-ng", SPEAKS).put("systemd-inhibit", KEEPS).put("cat", "exec /bin/cat");
    let said = studio.run(&["--language", "de"]);
    let names: Vec<&str> = said.lines().take(10).map(|line| line.get(..12).unwrap().trim()).collect();
    assert_eq!(names, TONES);
    let played = studio.read("played");
    let played: Vec<&str> = played.lines().map(|line| line.rsplit_once('-').unwrap().0).collect();
    let mut expected: Vec<String> = TONES.iter().map(|tone| format!("paplay {}", tone.replace(' ', "-"))).collect();
    // The silence before the first tone finds out that the first player cannot.
    expected.splice(0..0, ["pw-play silence".to_owned(), "paplay silence".to_owned()]);
    assert_eq!(played, expected);
    assert_eq!(
        studio.read("said"),
        "--stdin -v de -s 175 | Linke Seite. Satz eins von drei. Heben, und langsam senken.\n"
    );
    let bin = studio.0.path().join("bin");
    let bin = bin.display();
    for line in [
        "tones: paplay, from the table of this system".to_owned(),
        format!("    {bin}/pw-play: tried, and failed: exit code 1"),
        format!("  * {bin}/paplay: works"),
        "    aplay: not on PATH".to_owned(),
        "voice: espeak-ng, from the table of this system".to_owned(),
        format!("  * {bin}/systemd-inhibit: works"),
        "hook: none is set".to_owned(),
        "a session begins with: tones (sound.hearing), volume 70 (sound.volume)".to_owned(),
    ] {
        assert!(said.lines().any(|told| told == line), "{line}: {said}");
    }
    assert!(!studio.read("env").contains("secret"), "a helper's environment is short");
    assert!(!studio.0.path().join("data").exists(), "the tones are no part of the history");
    assert_eq!(std::fs::read_dir(studio.0.path().join("cache")).unwrap().count(), 11);
    studio.wait_for("lock", "held\nreleased\n");
}

#[test]
fn with_nothing_on_path_it_says_so_and_ends_well() {
    let studio = Studio::new();
    let said = studio.run(&["--language", "xx"]);
    for line in [
        "tones: the terminal's bell, for want of a player",
        "voice: none; the words stay on the screen",
        "staying awake: none; the screen may go dark during a session",
        "    paplay: not on PATH",
    ] {
        assert!(said.lines().any(|told| told == line), "{line}: {said}");
    }
    assert!(said.contains("none is known in this language"), "{said}");
    assert!(!said.contains('\u{7}'), "nothing rings in a file");
}

#[test]
fn the_settings_name_the_programs_and_a_program_can_read_what_became_of_them() {
    let studio = Studio::new().put("mine", PLAYS).put("mouth", "exit 4").put("lamp", "exec /bin/cat >> \"$HOME/lamp\"");
    let studio = studio.settings(
        "awake = false\nsound.hearing = \"voice\"\nsound.command = [\"mine\", \"{file}\"]\n\
         speech.command = [\"mouth\"]\nhook.command = [\"lamp\"]\n",
    );
    let told: Value = serde_json::from_str(&studio.run(&["--json"])).unwrap();
    assert_eq!((&told["tones"]["used"], &told["tones"]["by"]), (&"mine".into(), &"settings".into()));
    let mouth = &told["voice"]["programs"][0];
    assert_eq!((&mouth["program"], &told["voice"]["used"]), (&"mouth".into(), &"mouth".into()), "once may be chance");
    assert_eq!((&told["hearing"], &told["staying_awake"]), (&"voice".into(), &Value::Null));
    assert_eq!(studio.read("played").lines().count(), 10, "what is heard by tones begins without a silence");
    studio.wait_for("lamp", "Left side");
    let lamp = studio.read("lamp");
    let cues: Vec<Value> = lamp.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let tones: Vec<&str> = cues.iter().filter_map(|cue| cue["tone"].as_str()).collect();
    assert_eq!(tones, TONES, "the hook is told of every cue");
    assert_eq!((cues.len(), &cues[10]["weight"], &cues[10]["language"]), (11, &"word".into(), &"en".into()));
}

#[test]
fn a_screen_is_not_kept_awake_by_one_that_was_killed() {
    let studio = Studio::new().put("pw-play", "exec /bin/sleep 3").put("systemd-inhibit", KEEPS);
    let studio = studio.put("cat", "exec /bin/cat");
    let mut running = studio.command(&[]).stdout(Stdio::piped()).spawn().unwrap();
    studio.wait_for("lock", "held\n");
    // SIGKILL: nothing of ours runs any more.
    running.kill().unwrap();
    running.wait().unwrap();
    studio.wait_for("lock", "held\nreleased\n");
}
