//! A helper while it runs: a group of its own, silent, killed as a group, always waited for.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};

use super::surroundings::Surroundings;

/// What a helper reads on its standard input.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Input<'a> {
    /// Nothing at all.
    Nothing,
    /// A text, after which it is closed.
    Text(&'a str),
    /// Whatever is written later; its end is the sign to go.
    Open,
}

/// How a helper ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// With exit code 0.
    Well,
    /// With another code, or by a signal.
    Badly(ExitStatus),
}

impl Ended {
    /// `exit code 1`, `signal 9`; for a person.
    pub(crate) fn words(self) -> String {
        let Self::Badly(status) = self else { return "exit code 0".to_owned() };
        match status.code() {
            Some(code) => format!("exit code {code}"),
            None => status.to_string().split(" (").next().unwrap_or_default().to_owned(),
        }
    }
}

/// A helper that was started. Dropping it kills it.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    input: Option<ChildStdin>,
    ended: Option<Ended>,
}

impl Running {
    /// Starts a program that was found before.
    pub(crate) fn start(
        path: &Path,
        arguments: &[OsString],
        around: &Surroundings,
        input: Input<'_>,
    ) -> io::Result<Self> {
        let mut command = Command::new(path);
        command.args(arguments).env_clear().envs(around.pairs()).stdout(Stdio::null()).stderr(Stdio::null());
        command.stdin(if matches!(input, Input::Nothing) { Stdio::null() } else { Stdio::piped() });
        // A group of its own: Ctrl-C of the terminal does not reach it, and a kill reaches all that it started.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn()?;
        let mut pipe = child.stdin.take();
        if let (Input::Text(text), Some(mut pipe)) = (input, pipe.take_if(|_| !matches!(input, Input::Open))) {
            // A helper that does not listen is none of our troubles: its exit code will tell. A text is short enough
            // for the smallest pipe, so that this never waits.
            let _unheard = pipe.write_all(text.as_bytes());
        }
        Ok(Self { child, input: pipe, ended: None })
    }

    /// How it ended, if it did; waits for nothing.
    pub(crate) fn ended(&mut self) -> Option<Ended> {
        if self.ended.is_none() {
            self.ended = match self.child.try_wait() {
                Ok(Some(status)) if status.success() => Some(Ended::Well),
                Ok(Some(status)) => Some(Ended::Badly(status)),
                Ok(None) | Err(_) => None,
            };
        }
        self.ended
    }

    /// The pipe to an [`Input::Open`].
    pub(crate) const fn input(&mut self) -> Option<&mut ChildStdin> {
        self.input.as_mut()
    }

    /// Closes that pipe: the sign to go.
    pub(crate) fn close(&mut self) {
        self.input = None;
    }

    /// Kills it with everything that it started, and waits for it. SIGKILL at once: who ignores a gentle signal would
    /// speak on, and none of these has anything to save.
    pub(crate) fn kill(&mut self) {
        self.input = None;
        // Whoever was waited for is gone, and its number may be somebody else's by now.
        if self.ended().is_some() {
            return;
        }
        #[cfg(unix)]
        let _gone = rustix::process::kill_process_group(
            rustix::process::Pid::from_child(&self.child),
            rustix::process::Signal::KILL,
        );
        let _gone = self.child.kill();
        if let Ok(status) = self.child.wait() {
            self.ended = Some(Ended::Badly(status));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Arguments with what stands for something filled in: `{file}`, `{language}`.
pub(crate) fn fill(arguments: &[String], values: &[(&str, &str)]) -> Vec<OsString> {
    let filled = |argument: &String| {
        let fill = |text: String, (name, value): &(&str, &str)| text.replace(name, value);
        OsString::from(values.iter().fold(argument.clone(), fill))
    };
    arguments.iter().map(filled).collect()
}
