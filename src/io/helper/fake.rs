//! Fake helpers: scripts in a folder that is all of PATH. They write files, and tests wait for what is in them.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::Surroundings;
use crate::io::clock::{Clock as _, RealClock};
use crate::io::settings::scripted;
use crate::io::temp::Temp;

/// A folder with fakes, and one for what they write.
#[derive(Debug)]
pub(crate) struct Fakes(Temp);

impl Fakes {
    pub(crate) fn new() -> Self {
        let temp = Temp::new();
        temp.put("bin/.here", b"");
        Self(temp)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A script; `$OUT` in it is the folder for what it writes.
    ///
    /// Another process writes it: a file that is open for writing here, when another test starts a program, could not
    /// be executed.
    pub(crate) fn put(&self, name: &str, script: &str) {
        let text = format!("#!/bin/sh\nOUT='{}'\n{script}\n", self.0.path().display());
        let mut sh = Command::new("/bin/sh")
            .args(["-c", "cat > \"$0\" && chmod 755 \"$0\""])
            .arg(self.path("bin").join(name))
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        sh.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        assert!(sh.wait().unwrap().success());
    }

    pub(crate) fn around(&self) -> Surroundings {
        self.around_with(&[])
    }

    pub(crate) fn around_with(&self, more: &[(&str, &str)]) -> Surroundings {
        let bin = self.path("bin").display().to_string();
        let mut pairs = vec![("PATH", bin.as_str())];
        pairs.extend(more);
        Surroundings::read(&scripted(&pairs))
    }

    /// What a fake has written so far.
    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// The lines of it, once there are so many.
    pub(crate) fn lines(&self, name: &str, count: usize) -> Vec<String> {
        until(&format!("{count} lines in {name}"), || self.read(name).matches('\n').count() >= count);
        self.read(name).lines().map(str::to_owned).collect()
    }
}

/// Waits until something is so; fails where it is not within 20 s.
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let clock = RealClock::new(None);
    let (_open, never) = mpsc::channel::<()>();
    while !is_so() {
        assert!(clock.moment().awake < Duration::from_secs(20), "never came: {what}");
        let _nothing = never.recv_timeout(Duration::from_millis(3));
    }
}

/// Whether a process is there and no zombie.
#[cfg(target_os = "linux")]
pub(crate) fn is_alive(pid: &str) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.trim())).unwrap_or_default();
    stat.rsplit_once(')').is_some_and(|(_, rest)| !rest.trim_start().starts_with('Z'))
}

/// Whether a process is there, if only as a zombie that nobody waited for.
#[cfg(target_os = "linux")]
pub(crate) fn is_known(pid: &str) -> bool {
    std::path::Path::new(&format!("/proc/{}", pid.trim())).exists()
}

pub(crate) const HANGS: &str = "trap '' TERM HUP INT; echo $$ >> $OUT/pids; while :; do /bin/sleep 30; done";
