//! The texts and commands of a reminder, by system: systemd's user units, a launch agent, a scheduled task.

use chrono::{NaiveTime, Timelike as _};

use super::{MARK, Setup, Wanted};
use crate::error::Error;

/// Systems that can remind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// With systemd for users.
    Linux,
    /// launchd.
    Mac,
    /// The task scheduler.
    Windows,
}

/// The name under which the system knows it.
const NAME: &str = "soleus-remind";
/// The same as launchd wants it.
const LABEL: &str = "org.soleus.remind";

impl System {
    /// The one at hand.
    pub const fn here() -> Self {
        if cfg!(target_os = "macos") {
            Self::Mac
        } else if cfg!(windows) {
            Self::Windows
        } else {
            Self::Linux
        }
    }

    /// What sets a reminder, and what takes it back.
    pub fn setup(self, wanted: &Wanted<'_>) -> Result<Setup, Error> {
        let program = wanted.program.to_str().filter(|path| wanted.program.is_absolute() && is_plain(path));
        let program = program.ok_or_else(|| {
            Error::input("the path of soleus has signs that a timer cannot carry").hint("move it to a plain folder")
        })?;
        if let Some((name, _)) = wanted.variables.iter().find(|(_, value)| !is_plain(value)) {
            return Err(
                Error::input(format!("{name} has signs that a timer cannot carry")).hint("choose a plain folder")
            );
        }
        Ok(match self {
            Self::Linux => linux(wanted, program),
            Self::Mac => mac(wanted, program),
            Self::Windows => windows(wanted, program),
        })
    }
}

/// Without line breaks and other steering signs.
fn is_plain(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

fn clock(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}

fn words(command: &[&str]) -> Vec<String> {
    command.iter().map(|word| (*word).to_owned()).collect()
}

fn linux(wanted: &Wanted<'_>, program: &str) -> Setup {
    let at = clock(wanted.at);
    let variables = wanted.variables.iter();
    let variables: String = variables
        .map(|(name, value)| format!("Environment=\"{name}={}\"\n", in_unit(value)))
        .collect::<Vec<_>>()
        .concat();
    let service = format!(
        "# {MARK}{at}`\n[Unit]\nDescription=soleus: says what is due\n\n[Service]\nType=oneshot\nTimeoutStartSec=60\n\
         {variables}ExecStart=\"{}\" remind now\n",
        // A dollar sign would be a variable there.
        in_unit(program).replace('$', "$$")
    );
    let timer = format!(
        "# {MARK}{at}`\n[Unit]\nDescription=soleus: reminds once a day\n\n[Timer]\nOnCalendar=*-*-* {at}:00\n\
         Persistent=true\n\n[Install]\nWantedBy=timers.target\n"
    );
    let name = format!("{NAME}.timer");
    let reload = words(&["systemctl", "--user", "daemon-reload"]);
    Setup {
        files: vec![(wanted.folder.join(format!("{NAME}.service")), service), (wanted.folder.join(&name), timer)],
        start: vec![reload, words(&["systemctl", "--user", "enable", "--now", &name])],
        stop: vec![words(&["systemctl", "--user", "disable", "--now", &name])],
    }
}

/// A text between quotes of a unit file.
fn in_unit(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%")
}

fn mac(wanted: &Wanted<'_>, program: &str) -> Setup {
    let (hour, minute) = (wanted.at.hour(), wanted.at.minute());
    let variables = wanted.variables.iter();
    let variables: String = variables
        .map(|(name, value)| format!("    <key>{name}</key><string>{}</string>\n", in_xml(value)))
        .collect::<Vec<_>>()
        .concat();
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- {MARK}{}` -->\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n<dict>\n  <key>Label</key><string>{LABEL}</string>\n  <key>ProgramArguments</key>\n  \
         <array>\n    <string>{}</string>\n    <string>remind</string>\n    <string>now</string>\n  </array>\n  \
         <key>EnvironmentVariables</key>\n  <dict>\n{variables}  </dict>\n  <key>StartCalendarInterval</key>\n  \
         <dict>\n    <key>Hour</key><integer>{hour}</integer>\n    <key>Minute</key><integer>{minute}</integer>\n  \
         </dict>\n</dict>\n</plist>\n",
        clock(wanted.at),
        in_xml(program)
    );
    let path = wanted.folder.join(format!("{LABEL}.plist"));
    let named = path.to_string_lossy().into_owned();
    Setup {
        start: vec![words(&["launchctl", "load", "-w", &named])],
        stop: vec![words(&["launchctl", "unload", "-w", &named])],
        files: vec![(path, text)],
    }
}

fn in_xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A task has no file of its own; its variables are those of the user.
fn windows(wanted: &Wanted<'_>, program: &str) -> Setup {
    let run = format!("\"{program}\" remind now");
    let at = clock(wanted.at);
    Setup {
        files: Vec::new(),
        start: vec![words(&["schtasks", "/Create", "/F", "/SC", "DAILY", "/TN", NAME, "/TR", &run, "/ST", &at])],
        stop: vec![words(&["schtasks", "/Delete", "/F", "/TN", NAME])],
    }
}

/// The command that shows a line to the user: none where the system has none that is known.
pub fn notice(system: System, line: &str) -> Option<Vec<String>> {
    match system {
        // Some servers take the text for markup.
        System::Linux => Some(words(&["notify-send", "--app-name=soleus", "--", "soleus", &in_xml(line)])),
        System::Mac => {
            let script = ["on run argv", "display notification (item 1 of argv) with title \"soleus\"", "end run"];
            Some(words(&["osascript", "-e", script[0], "-e", script[1], "-e", script[2], line]))
        }
        System::Windows => None,
    }
}

#[cfg(test)]
mod tests;
