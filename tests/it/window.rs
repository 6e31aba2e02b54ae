//! The real binary and its window: title, progress, focus and mouse while a session plays, and only then.

use rustix::process::Signal;
use vt100::MouseProtocolMode as Mouse;

use crate::pty::{Ended, Pty};
use crate::session::{LONG, at_home, screen_in};

const ITERM: &[(&str, &str)] = &[("TERM_PROGRAM", "iTerm.app")];
const ARGUMENTS: &[&str] = &["play", "own", "--yes", "--side", "left"];

fn wrote(pty: &Pty, bytes: &str) -> bool {
    pty.raw().windows(bytes.len()).any(|window| window == bytes.as_bytes())
}

/// In the middle of the long hold.
fn holding(settings: &str) -> Pty {
    let home = at_home(LONG);
    home.put("config/settings.toml", settings);
    let mut pty = screen_in(&home, ARGUMENTS, (80, 24), ITERM);
    pty.wait_for_text("Long");
    assert_eq!(pty.screen().mouse_protocol_mode(), Mouse::None, "text can be selected before a session");
    pty.send("\r");
    pty.wait_for_text("exercise 2 of 2");
    pty.wait_for_text("9:5");
    pty
}

#[test]
fn a_session_is_seen_in_its_window_and_a_click_pauses_it() {
    let mut pty = holding("");
    assert_eq!(pty.screen().mouse_protocol_mode(), Mouse::PressRelease);
    for told in ["\x1b[22;2t", "\x1b]2;", "Bridge · soleus\x07", "\x1b]9;4;1;", "\x1b[?1004h", "\x1b[?1006h"] {
        assert!(wrote(&pty, told), "{}: {}", told.escape_debug(), pty.raw().escape_ascii());
    }
    pty.send("\x1b[<0;10;5M\x1b[<0;10;5m");
    pty.wait_for_text("Space go on");
    pty.send("\x1b[<0;10;5M\x1b[<0;10;5m");
    pty.wait_for_text("Space pause");
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_exit(), Ended::Code(143));
    assert!(pty.is_given_back());
    for back in ["\x1b[23;2t", "\x1b]9;4;0\x07", "\x1b[?1004l", "\x1b[?1006l\x1b[?1000l"] {
        assert!(wrote(&pty, back), "{}", back.escape_debug());
    }
}

#[test]
fn after_a_session_its_window_is_as_before() {
    let mut pty = holding("");
    pty.send("q");
    pty.wait_for_text("end the session?");
    assert!(pty.shows_within("What you did", std::time::Duration::from_millis(400)));
    for _ in 0..20 {
        pty.send("q");
        if pty.shows_within("Worst pain", std::time::Duration::from_millis(250)) {
            break;
        }
    }
    pty.wait_for("the mouse let go", |screen| screen.mouse_protocol_mode() == Mouse::None);
    assert!(wrote(&pty, "\x1b[23;2t") && wrote(&pty, "\x1b]9;4;0\x07"));
}

#[test]
fn all_of_it_can_be_switched_off() {
    let off = "[player]\nmouse = false\n[notice]\ntitle = false\nprogress = false\nnotification = false\n";
    let pty = holding(off);
    assert_eq!(pty.screen().mouse_protocol_mode(), Mouse::None);
    for told in ["\x1b]", "\x1b[22;2t", "\x1b[?1004", "\x1b[?1006"] {
        assert!(!wrote(&pty, told), "{}", told.escape_debug());
    }
}
