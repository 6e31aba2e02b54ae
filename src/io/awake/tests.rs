//! The lock: held, released, refused.

use std::time::Duration;

use super::keepers::KEEPERS;
use super::*;
use crate::io::helper::fake::{Fakes, until};
use crate::io::helper::{Craft as _, Notices, System, Ways};

const NOW: Duration = Duration::from_secs(100);
/// Runs its last argument, as the real one does.
const KEEPS: &str =
    "echo \"held ${0##*/} $*\" >> $OUT/log; for last; do :; done; \"$last\"; echo \"released\" >> $OUT/log";

fn watch(fakes: &Fakes, desktop: &str) -> (Watch, Notices) {
    fakes.put("cat", "exec /bin/cat");
    let notices = Notices::default();
    (Watch::new(fakes.around_with(&[("XDG_CURRENT_DESKTOP", desktop)]), notices.clone()), notices)
}

#[cfg(target_os = "linux")]
#[test]
fn it_is_held_as_long_as_it_is_wanted() {
    let fakes = Fakes::new();
    fakes.put("systemd-inhibit", KEEPS);
    let (mut watch, notices) = watch(&fakes, "");
    watch.take(Order::Hold, NOW);
    watch.take(Order::Hold, NOW);
    let held = fakes.lines("log", 1).remove(0);
    assert!(held.starts_with("held systemd-inhibit --what=idle ") && held.ends_with("/bin/cat"), "{held}");
    assert_eq!(watch.look(NOW + Duration::from_secs(1)), Some(Duration::from_secs(5)));
    assert_eq!(watch.report().verdicts[0].words(), "systemd-inhibit works");
    watch.take(Order::Release, NOW + Duration::from_secs(2));
    until("its end", || watch.look(NOW + Duration::from_secs(2)).is_none());
    assert_eq!(fakes.lines("log", 2)[1], "released");
    watch.take(Order::Hold, NOW + Duration::from_secs(3));
    assert_eq!(fakes.lines("log", 3).len(), 3, "the next session holds it again");
    watch.leave(NOW + Duration::from_secs(4));
    until("its end", || watch.look(NOW + Duration::from_secs(4)).is_none());
    assert_eq!(notices.take(), []);
}

#[cfg(target_os = "linux")]
#[test]
fn who_cannot_have_it_gives_way_and_who_does_not_let_go_is_killed() {
    let fakes = Fakes::new();
    fakes.put("gnome-session-inhibit", "echo tried >> $OUT/log; exit 1");
    fakes.put("systemd-inhibit", crate::io::helper::fake::HANGS);
    let (mut watch, notices) = watch(&fakes, "ubuntu:GNOME");
    watch.take(Order::Hold, NOW);
    let mut look = |millis| watch.look(NOW + Duration::from_millis(millis));
    until("the second one", || {
        look(1);
        !fakes.read("pids").is_empty()
    });
    assert_eq!(fakes.read("log"), "tried\n");
    watch.leave(NOW + Duration::from_secs(1));
    assert!(watch.look(NOW + Duration::from_millis(1_299)).is_some());
    assert!(watch.look(NOW + Duration::from_millis(1_300)).is_none());
    assert!(!crate::io::helper::fake::is_known(&fakes.lines("pids", 1)[0]));
    assert_eq!(notices.take(), []);
}

#[cfg(target_os = "linux")]
#[test]
fn where_nobody_can_a_notice_says_why() {
    let fakes = Fakes::new();
    fakes.put("systemd-inhibit", "exit 1");
    let (mut watch, notices) = watch(&fakes, "sway");
    watch.take(Order::Hold, NOW);
    until("its end", || watch.look(NOW).is_none());
    watch.take(Order::Hold, NOW);
    let told = notices.take();
    assert!(told.len() == 1 && told[0].contains("systemd-inhibit failed"), "{told:?}");
    assert!(!told[0].contains("gnome"), "this is no GNOME: {told:?}");
}

#[test]
fn every_system_has_a_row_that_ends_with_us() {
    let fakes = Fakes::new();
    for system in [System::Linux, System::Mac, System::Windows] {
        assert_eq!(Ways::of(KEEPERS, system, &fakes.around()).report().verdicts.len(), 1);
    }
    assert!(KEEPERS.iter().all(|row| row.piped));
}
