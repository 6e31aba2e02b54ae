//! The reminder, in a home of its own with a system that is played by a script.

use std::os::unix::fs::PermissionsExt as _;

use super::{ACHILLES, played};
use crate::cli::{Home, MORNING, errors};

/// A program that writes down how it was called.
fn put_program(home: &Home, name: &str, ending: &str) {
    let bin = home.path().join("bin");
    std::fs::create_dir_all(&bin).unwrap();
    let log = home.path().join("calls").to_string_lossy().into_owned();
    let script = format!(
        "#!/bin/sh\nprintf '%s' {name} >> {log}\nfor word; do printf ' [%s]' \"$word\" >> {log}; done\necho >> {log}\n{ending}\n"
    );
    let path = home.put(&format!("bin/{name}"), &script);
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

fn run(home: &Home, moment: &str, arguments: &[&str]) -> std::process::Output {
    home.command(moment, arguments).env("PATH", home.path().join("bin")).output().unwrap()
}

fn calls(home: &Home) -> String {
    std::fs::read_to_string(home.path().join("calls")).unwrap_or_default()
}

fn said(output: &std::process::Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_reminder_is_shown_before_it_is_written_and_taken_back_whole() {
    let home = Home::new();
    put_program(&home, "systemctl", "exit 0");
    let units = home.path().join("home/.config/systemd/user");
    assert!(said(&run(&home, MORNING, &["remind"])).starts_with("no reminder is set"));
    let unasked = run(&home, MORNING, &["remind", "install"]);
    assert_eq!(unasked.status.code(), Some(2));
    assert!(said(&unasked).contains("OnCalendar=*-*-* 07:00:00") && errors(&unasked).contains("nothing was written"));
    assert!(!units.exists() && calls(&home).is_empty(), "nothing happens without a yes");
    let set = run(&home, MORNING, &["remind", "install", "--at", "06:45", "--yes"]);
    assert!(set.status.success(), "{}", errors(&set));
    let timer = std::fs::read_to_string(units.join("soleus-remind.timer")).unwrap();
    assert!(timer.contains("OnCalendar=*-*-* 06:45:00\n"), "{timer}");
    let service = std::fs::read_to_string(units.join("soleus-remind.service")).unwrap();
    assert!(service.contains("Environment=\"SOLEUS_DATA=") && service.contains("\" remind now\n"), "{service}");
    assert_eq!(
        calls(&home),
        "systemctl [--user] [daemon-reload]\nsystemctl [--user] [enable] [--now] [soleus-remind.timer]\n"
    );
    assert!(said(&run(&home, MORNING, &["remind"])).starts_with("a reminder is set for every day at 06:45\n"));
    assert!(run(&home, MORNING, &["remind", "remove"]).status.success());
    assert_eq!(std::fs::read_dir(&units).unwrap().count(), 0);
    assert!(calls(&home).ends_with("systemctl [--user] [disable] [--now] [soleus-remind.timer]\n"));
    assert_eq!(said(&run(&home, MORNING, &["remind", "remove"])), "no reminder is set\n");
}

#[test]
fn what_is_not_ours_is_left_and_what_does_not_start_is_told() {
    let home = Home::new();
    put_program(&home, "systemctl", "exit 1");
    let failed = run(&home, MORNING, &["remind", "install", "--yes"]);
    assert_eq!(failed.status.code(), Some(1));
    assert!(errors(&failed).contains("written, but not started"), "{}", errors(&failed));
    let timer = home.path().join("home/.config/systemd/user/soleus-remind.timer");
    std::fs::remove_file(&timer).unwrap();
    let _path = home.put("home/.config/systemd/user/soleus-remind.timer", "[Timer]\nOnCalendar=daily\n");
    for what in [&["remind", "install", "--yes"][..], &["remind", "remove"]] {
        let output = run(&home, MORNING, what);
        assert_eq!(output.status.code(), Some(2), "{what:?}");
        assert!(errors(&output).contains("left as it is"), "{}", errors(&output));
    }
    assert_eq!(std::fs::read_to_string(timer).unwrap(), "[Timer]\nOnCalendar=daily\n");
}

#[test]
fn the_reminder_says_what_is_due_and_only_then() {
    let home = played(ACHILLES, &["2026-11-20T07:00:00+01:00"]);
    let line = "due: Achilles: eccentric heel drops (12 min)";
    let plain = run(&home, MORNING, &["remind", "now"]);
    assert_eq!(said(&plain), format!("{line}\n"), "without a notice of the system it is printed");
    put_program(&home, "notify-send", "exit 0");
    assert_eq!(said(&run(&home, MORNING, &["remind", "now"])), "");
    assert_eq!(calls(&home), format!("notify-send [--app-name=soleus] [--] [soleus] [{line}]\n"));
    let free = run(&home, "2026-11-20T08:00:00+01:00", &["remind", "now"]);
    assert_eq!((free.status.code(), said(&free).as_str()), (Some(0), ""));
    assert_eq!(calls(&home).lines().count(), 1, "nothing is due: nobody is told");
}
