//! The terminal is given back on every way out, and a terminal that is stuck, gone or hostile is survived.

use std::process::Command;
use std::sync::OnceLock;

use rustix::process::Signal;

use crate::pty::{Ended, Pty};

/// `examples/probe.rs`, built if need be.
fn probe() -> &'static str {
    static BUILT: OnceLock<String> = OnceLock::new();
    BUILT.get_or_init(|| {
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--example", "probe"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        assert!(build.status().unwrap().success(), "the probe was not built");
        let mut folder = std::env::current_exe().unwrap();
        folder.pop();
        folder.pop();
        folder.join("examples").join("probe").to_string_lossy().into_owned()
    })
}

const LET_ME_LOOK: &str = "echo ready; read x; exec \"$0\"";

fn started() -> (Pty, String) {
    begun(Pty::spawn(&["/bin/sh", "-c", LET_ME_LOOK, probe()], &[], (60, 10)))
}

/// The same in a terminal that understands all that can be told beside frames (iTerm2), having told all of it.
fn telling() -> (Pty, String) {
    let all = [("TERM_PROGRAM", "iTerm.app")];
    let (mut pty, modes) = begun(Pty::spawn(&["/bin/sh", "-c", LET_ME_LOOK, probe()], &all, (60, 10)));
    pty.send("mx");
    pty.wait_for_text("last: Char('x')");
    assert_eq!(beside(&pty), "^[?1000h^[?1006h^[?1004h^[22;2t^]2;0:12 Heel drop!^]9;4;1;40!^]9;soleus: rest is over!!");
    (pty, modes)
}

/// What was written that belongs to no frame: mouse, focus, title, progress, notifications and the bell, in order.
fn beside(pty: &Pty) -> String {
    let text = String::from_utf8_lossy(pty.raw()).into_owned();
    let mut found = String::new();
    for piece in text.split_inclusive('\u{7}').flat_map(|piece| piece.split('\u{1b}').collect::<Vec<_>>()) {
        let modes = ["[?1000", "[?1006", "[?1004", "[22;", "[23;"];
        if piece.starts_with(']') || modes.iter().any(|mode| piece.starts_with(mode)) {
            // What was printed behind the sequence is no part of it.
            let ends = |letter: char| piece.starts_with('[') && letter.is_ascii_alphabetic();
            let (sequence, letters) = piece.split_once(ends).unwrap_or((piece, ""));
            let last = piece.get(sequence.len()..).and_then(|rest| rest.chars().next());
            found.push('^');
            found.push_str(sequence);
            found.extend(last);
            found.extend(letters.ends_with('\u{7}').then_some('\u{7}'));
        } else if piece.ends_with('\u{7}') {
            found.push('\u{7}');
        } else {
            // a frame
        }
    }
    found.replace('\u{7}', "!")
}

/// Everything that was told was taken back, once.
fn taken_back(pty: &Pty) {
    let told = beside(pty);
    let back = "^[?1006l^[?1000l^[?1004l^[23;2t^]9;4;0!";
    assert!(told.ends_with(back) && told.matches("^[23;2t").count() == told.matches("^[22;2t").count(), "{told}");
}

#[test]
fn what_is_told_beside_frames_is_taken_back_on_every_way_out() {
    let (mut pty, modes) = telling();
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    taken_back(&pty);
    assert!(pty.is_given_back());
    assert_eq!(pty.modes(), modes);
    for key in ["P", "W"] {
        let (mut pty, _) = telling();
        pty.send(key);
        assert_eq!(pty.wait_exit(), Ended::Code(101));
        taken_back(&pty);
    }
    for (signal, _) in DEATHS {
        let (mut pty, _) = telling();
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), Ended::Code(128 + signal.as_raw().cast_unsigned()));
        taken_back(&pty);
    }
    let (mut pty, _) = telling();
    pty.send("D");
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_exit(), Ended::Code(143));
    taken_back(&pty);
}

#[test]
fn what_was_taken_back_is_not_taken_back_twice() {
    let (mut pty, _) = telling();
    pty.send("ny");
    pty.wait_for_text("last: Char('y')");
    taken_back(&pty);
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    assert_eq!(beside(&pty).matches("^[23;2t").count(), 1);
    taken_back(&pty);
}

#[test]
fn after_a_stop_it_is_told_again() {
    let (mut pty, _) = telling();
    pty.send("\x1a");
    pty.wait_for_text("(stopped)");
    taken_back(&pty);
    pty.send("\n");
    pty.wait_for_text("Back");
    pty.send("z");
    pty.wait_for_text("last: Char('z')");
    assert!(
        beside(&pty).ends_with("^[?1000h^[?1006h^[?1004h^[22;2t^]2;0:12 Heel drop!^]9;4;1;40!"),
        "{}",
        beside(&pty)
    );
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    taken_back(&pty);
}

#[test]
fn a_terminal_of_which_nothing_is_known_is_told_of_the_mouse_alone() {
    for env in [&[][..], &[("TERM_PROGRAM", "iTerm.app"), ("TMUX", "/tmp/tmux")], &[("TERM", "screen-256color")]] {
        let (mut pty, _) = begun(Pty::spawn(&["/bin/sh", "-c", LET_ME_LOOK, probe()], env, (60, 10)));
        pty.send("mx");
        pty.wait_for_text("last: Char('x')");
        assert_eq!(beside(&pty), "^[?1000h^[?1006h!");
        pty.send("q");
        assert_eq!(pty.wait_exit(), Ended::Code(0));
        assert_eq!(beside(&pty), "^[?1000h^[?1006h!^[?1006l^[?1000l");
        assert!(pty.is_given_back());
    }
}

#[test]
fn clicks_and_focus_are_heard() {
    let (mut pty, _) = telling();
    pty.send("\x1b[<0;10;5M\x1b[<0;10;5m");
    pty.wait_for_text("last: Click");
    pty.send("\x1b[O");
    pty.wait_for_text("last: Focus(false)");
    for half in ["\x1b[<0;10;", "\x1b[<", "\x1b[M "] {
        pty.send(half);
        pty.send("\x1b[B");
        pty.wait_for_text("last: Down");
        pty.send("x");
        pty.wait_for_text("last: Char('x')");
    }
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
}

fn started_as_leader() -> (Pty, String) {
    begun(Pty::spawn_leader(&["/bin/sh", "-c", LET_ME_LOOK, probe()], &[], (60, 10)))
}

/// The probe with the modes before it began.
fn begun(mut pty: Pty) -> (Pty, String) {
    pty.wait_for_text("ready");
    let modes = pty.modes();
    pty.send("\n");
    pty.wait_for_text("probe 60x10");
    assert!(pty.screen().alternate_screen() && pty.screen().hide_cursor() && pty.screen().bracketed_paste());
    assert_ne!(pty.modes(), modes);
    (pty, modes)
}

/// Everything as it was, and never anything but a frame was written.
fn given_back(pty: &Pty, modes: &str) {
    assert!(pty.is_given_back(), "{}", pty.raw().escape_ascii());
    assert_eq!(pty.modes(), modes);
    pty.only_allowed_sequences();
}

#[test]
fn quitting_gives_it_back() {
    let (mut pty, modes) = started();
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    assert!(pty.contents().contains("probe is over") && pty.contents().contains("ready"), "{}", pty.contents());
    given_back(&pty, &modes);
}

#[test]
fn a_panic_anywhere_gives_it_back() {
    for (key, message) in [("P", "on purpose"), ("W", "in a worker")] {
        let (mut pty, modes) = started();
        pty.send(key);
        assert_eq!(pty.wait_exit(), Ended::Code(101));
        assert!(pty.contents().contains(message), "{}", pty.contents());
        given_back(&pty, &modes);
    }
}

const DEATHS: [(Signal, &str); 4] =
    [(Signal::TERM, "Terminated"), (Signal::INT, "Interrupt"), (Signal::HUP, "Hangup"), (Signal::QUIT, "Quit")];

#[test]
fn a_signal_gives_it_back_and_is_died_of() {
    for (signal, name) in DEATHS {
        let (mut pty, modes) = started();
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), Ended::Code(128 + signal.as_raw().cast_unsigned()));
        given_back(&pty, &modes);
        let (mut pty, modes) = started_as_leader();
        pty.signal(signal);
        let Ended::Signal(died) = pty.wait_exit() else { panic!("no signal") };
        assert!(died.starts_with(name), "{died}");
        assert_eq!(pty.modes(), modes);
    }
}

#[test]
fn a_signal_ends_a_loop_that_does_not_listen() {
    let (mut pty, modes) = started();
    pty.send("D");
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_exit(), Ended::Code(143));
    given_back(&pty, &modes);
}

#[test]
fn keys_and_pastes_are_heard_between_rubbish() {
    let (mut pty, _) = started();
    pty.send("a");
    pty.wait_for_text("last: Char('a')");
    pty.send("\x1b[A");
    pty.wait_for_text("last: Up");
    pty.send("\x1b");
    pty.wait_for_text("last: Esc");
    pty.send("\x1b[200~qqq\rq\x1b[201~");
    pty.wait_for_text("pasted: 5");
    for rubbish in [b"\x1b[1;" as &[u8], b"\xff\xc3", b"\x1b]52;c;", b"\x1b[?62;c"] {
        pty.send(rubbish);
        pty.send("\x1b[B");
        pty.wait_for_text("last: Down");
        pty.send("x");
        pty.wait_for_text("last: Char('x')");
    }
    pty.send("\x1b[200~qqq");
    pty.wait_for_text("pasted: 8");
    pty.send(vec![b'\xff'; 200_000]);
    pty.send("y");
    pty.wait_for_text("last: Char('y')");
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
}

#[test]
fn a_terminal_that_nobody_reads_does_not_keep_it() {
    let (mut pty, modes) = started();
    pty.send("F");
    pty.wait_for_text("yyyy");
    let reading = pty.reading();
    let nobody_reads = reading.lock().unwrap();
    pty.hear_the_rest();
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_exit(), Ended::Code(143));
    drop(nobody_reads);
    pty.hear_the_rest();
    assert!(pty.is_given_back());
    assert_eq!(pty.modes(), modes);
}

#[test]
fn any_size_will_do() {
    let (mut pty, _) = started();
    for (columns, rows) in [(1, 1), (1, 200), (200, 1), (65_535, 65_535), (80, 24)] {
        pty.resize(columns, rows);
    }
    pty.wait_for_text("probe 80x24");
    for columns in 40..90 {
        pty.resize(columns, 20);
    }
    pty.wait_for_text("probe 89x20");
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    pty.only_allowed_sequences();
}

/// With the signal, with the signal ignored, and without a controlling terminal, when nobody is told.
#[test]
fn a_closed_window_ends_it() {
    for how in ["trap : HUP; \"$0\"", "trap '' HUP; \"$0\"", "trap '' HUP; setsid -w \"$0\""] {
        let script = format!("{how}; echo $? > code");
        let mut pty = Pty::spawn_leader(&["/bin/sh", "-c", &script, probe()], &[], (60, 10));
        pty.wait_for_text("probe 60x10");
        // Without a controlling terminal no resize is heard of; a key makes it draw as well.
        pty.close_master(if how.contains("setsid") { "a" } else { "" });
        pty.wait_exit();
        let code = std::fs::read_to_string(pty.home().join("code")).unwrap();
        assert_eq!(code.trim(), "129", "{how}");
    }
}

#[test]
fn a_stop_gives_it_back_and_a_shell_brings_it_again() {
    for by_key in [true, false] {
        let (mut pty, modes) = started();
        if by_key {
            pty.send("\x1a");
        } else {
            pty.signal(Signal::TSTP);
        }
        pty.wait_for_text("(stopped)");
        given_back(&pty, &modes);
        pty.resize(50, 9);
        pty.send("\n");
        pty.wait_for_text("probe 50x9");
        pty.wait_for_text("Back");
        assert!(pty.screen().alternate_screen());
        pty.send("q");
        assert_eq!(pty.wait_exit(), Ended::Code(0));
        given_back(&pty, &modes);
    }
}

#[test]
fn without_a_shell_a_stop_is_left_out() {
    let (mut pty, _) = started_as_leader();
    pty.send("\x1a");
    pty.send("a");
    pty.wait_for_text("last: Char('a')");
    pty.signal(Signal::TSTP);
    pty.send("b");
    pty.wait_for_text("last: Char('b')");
    pty.send("q");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
}

#[test]
fn without_a_terminal_nothing_is_touched() {
    let mut pty = Pty::spawn(&["/bin/sh", "-c", "\"$0\" </dev/null; echo \"code $?\"", probe()], &[], (60, 10));
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    assert!(pty.contents().contains("error: the player needs a terminal"), "{}", pty.contents());
    assert!(pty.contents().contains("code 2"), "{}", pty.contents());
    assert!(!pty.raw().contains(&0x1b));
}
