//! The help: every command is in a group, and the everyday ones come first.

use soleus::cli::groups::{GROUPS, REST, command};

use crate::cli::{Home, MORNING};

#[test]
fn every_command_has_its_place_in_the_help() {
    let mut built = command();
    built.build();
    let shown: Vec<&str> =
        built.get_subcommands().filter(|one| !one.is_hide_set()).map(clap::Command::get_name).collect();
    let placed: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
    for name in &shown {
        assert_eq!(
            placed.iter().filter(|other| *other == name).count(),
            1,
            "`{name}` stands in one of cli::groups::GROUPS"
        );
    }
    for name in &placed {
        assert!(shown.contains(name), "`{name}` is no command any more");
    }
    assert_eq!(GROUPS[0].1.len(), 8, "eight everyday commands");
}

#[test]
fn the_everyday_commands_come_first() {
    let help = Home::new().good(MORNING, &["--help"]);
    let places: Vec<usize> = GROUPS.iter().map(|(title, _)| help.find(&format!("\n{title}:\n")).unwrap()).collect();
    assert!(places.is_sorted(), "{help}");
    assert!(!help.contains(&format!("\n{REST}:\n")), "{help}");
    assert!(help.contains("\n  play        Play a session of a program\n"), "{help}");
    assert!(help.ends_with("Without a command, the player opens.\n"), "{help}");
    assert!(help.lines().all(|line| line.chars().count() <= 80), "{help}");
    let own = Home::new().good(MORNING, &["due", "--help"]);
    assert!(own.contains("Usage: soleus due") && own.contains("Exit code: 0"), "{own}");
}
