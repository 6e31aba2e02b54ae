//! The tables `[screen]`, `[player]` and `[notice]`: how a session is seen and heard of away from the keyboard.

use std::path::Path;
use std::time::Duration;

use crate::domain::player::GoesOn;
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::settings::file::shown;

/// The shortest and the longest time after which a set at the runner's own pace may go on by itself.
const GOES_ON: (Duration, Duration) = (Duration::from_secs(5), Duration::from_mins(30));

/// `[screen]`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The whole screen flashes at the end of a phase, at most once a second. Only if it is asked for: to some people
    /// flashes are dangerous.
    pub flash: bool,
    /// Anything moves between two seconds, and the border answers the end of a phase.
    pub motion: bool,
}

impl Default for Room {
    fn default() -> Self {
        Self { flash: false, motion: true }
    }
}

impl Room {
    pub(super) fn of(section: &mut Section<'_>) -> Result<Self, Error> {
        let mut room = Self::default();
        section.each(&["flash", "motion"], |section, key, value| {
            let switch = section.switch(key, value)?;
            if key == "flash" {
                room.flash = switch;
            } else {
                room.motion = switch;
            }
            Ok(())
        })?;
        Ok(room)
    }
}

/// `[player]`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Playing {
    /// When a set at the runner's own pace goes on by itself; none: it waits.
    pub own_pace_goes_on: Option<GoesOn>,
    /// A click of the mouse pauses and goes on.
    pub mouse: bool,
}

impl Default for Playing {
    fn default() -> Self {
        Self { own_pace_goes_on: None, mouse: true }
    }
}

impl Playing {
    pub(super) fn of(section: &mut Section<'_>) -> Result<Self, Error> {
        let mut playing = Self::default();
        section.each(&["own_pace_goes_on", "mouse"], |section, key, value| {
            if key == "mouse" {
                playing.mouse = section.switch(key, value)?;
            } else {
                playing.own_pace_goes_on = goes_on(section, key, value)?;
            }
            Ok(())
        })?;
        Ok(playing)
    }
}

/// `[notice]`: only terminals of which it is known that they understand it hear any of this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Exercise and seconds in the title of the window.
    pub title: bool,
    /// How much of the session is done, in the bar of the terminal or of its window.
    pub progress: bool,
    /// The end of a rest as a notification, while another window has the focus.
    pub notification: bool,
}

impl Default for Notice {
    fn default() -> Self {
        Self { title: true, progress: true, notification: true }
    }
}

impl Notice {
    pub(super) fn of(section: &mut Section<'_>) -> Result<Self, Error> {
        let mut notice = Self::default();
        section.each(&["title", "progress", "notification"], |section, key, value| {
            let switch = section.switch(key, value)?;
            match key {
                "title" => notice.title = switch,
                "progress" => notice.progress = switch,
                _ => notice.notification = switch,
            }
            Ok(())
        })?;
        Ok(notice)
    }
}

/// `false`, a time (`"2m"`, `"45s"`), `"expected"`, or so many times the expected time (`1.5`).
fn goes_on(section: &Section<'_>, key: &str, value: &toml::Value) -> Result<Option<GoesOn>, Error> {
    let times = |times: f64| {
        let percent = (times * 100.0).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 50 to 500, checked before")]
        (50.0..=500.0).contains(&percent).then_some(GoesOn::Expected(percent as u32))
    };
    let rule = match value {
        toml::Value::Boolean(false) => return Ok(None),
        toml::Value::String(text) if text.trim() == "expected" => Some(GoesOn::Expected(100)),
        toml::Value::String(text) => length(text).map(GoesOn::After),
        toml::Value::Float(number) => times(*number),
        toml::Value::Integer(number) => i32::try_from(*number).ok().and_then(|number| times(f64::from(number))),
        _ => None,
    };
    rule.map(Some).ok_or_else(|| {
        section.wrong(key, value, "a time from \"5s\" to \"30m\", \"expected\", 0.5 to 5 times that, or false")
    })
}

/// A time as it is written: `45s`, `2m`, `2 min`.
fn length(text: &str) -> Option<Duration> {
    let text = text.trim();
    let digits = text.find(|letter: char| !letter.is_ascii_digit())?;
    let (number, unit) = text.split_at_checked(digits)?;
    let number: u64 = number.parse().ok()?;
    let length = match unit.trim() {
        "s" | "sec" => Duration::from_secs(number),
        "m" | "min" => Duration::from_secs(number.checked_mul(60)?),
        _ => return None,
    };
    (GOES_ON.0..=GOES_ON.1).contains(&length).then_some(length)
}

/// A table of the settings, with what has to be known to complain about it.
#[derive(Debug)]
pub(super) struct Section<'a> {
    name: &'a str,
    table: &'a toml::Table,
    path: &'a Path,
    warnings: &'a mut Vec<Clean>,
}

impl<'a> Section<'a> {
    pub(super) fn of(
        name: &'a str,
        value: &'a toml::Value,
        path: &'a Path,
        warnings: &'a mut Vec<Clean>,
    ) -> Result<Self, Error> {
        let table = value.as_table().ok_or_else(|| {
            Error::input(format!("{}: `{name}` is no table", shown(path)))
                .hint(format!("write it as [{name}] with its settings below it"))
        })?;
        Ok(Self { name, table, path, warnings })
    }

    /// Every known key with its value; a word about every other one.
    fn each(
        &mut self,
        known: &[&str],
        mut take: impl FnMut(&Self, &str, &toml::Value) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for (key, value) in self.table {
            if known.contains(&key.as_str()) {
                take(self, key, value)?;
                continue;
            }
            let known = known.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", ");
            self.warnings.push(Clean::text(&format!(
                "{}: unknown setting `{}.{}`; known are {known}",
                shown(self.path),
                self.name,
                Clean::name(key)
            )));
        }
        Ok(())
    }

    fn switch(&self, key: &str, value: &toml::Value) -> Result<bool, Error> {
        value.as_bool().ok_or_else(|| self.wrong(key, value, "true or false"))
    }

    fn wrong(&self, key: &str, value: &toml::Value, takes: &str) -> Error {
        let said = value.as_str().map_or_else(|| Clean::name(&value.to_string()), Clean::name);
        Error::input(format!("{}: `{}.{key}` is `{said}`; it takes {takes}", shown(self.path), self.name))
            .hint("put it right, or take the line out to go on with the default")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::settings::{Folders, Settings};
    use crate::io::temp::Temp;

    fn load(text: &str) -> Result<(Settings, Vec<Clean>), Error> {
        let temp = Temp::new();
        temp.put("config/settings.toml", text.as_bytes());
        let folder = |name: &str| temp.path().join(name);
        Settings::load(&Folders { data: folder("d"), config: folder("config"), state: folder("s") })
    }

    #[test]
    fn what_is_far_away_can_be_set() {
        let text = "[screen]\nflash = true\nmotion = false\n[player]\nmouse = false\n[notice]\ntitle = false\n";
        let (settings, warnings) = load(text).unwrap();
        assert!(settings.screen.flash && !settings.screen.motion && !settings.player.mouse);
        assert!(!settings.notice.title && settings.notice.progress && settings.notice.notification);
        assert!(warnings.is_empty(), "{warnings:?}");
        let (defaults, _) = load("").unwrap();
        assert!(!defaults.screen.flash && defaults.screen.motion && defaults.player.mouse);
        assert_eq!(defaults.player.own_pace_goes_on, None, "nothing goes on by itself unless it is asked for");
    }

    #[test]
    fn a_set_goes_on_after_a_time_or_some_times_what_is_expected() {
        let read = |value: &str| load(&format!("[player]\nown_pace_goes_on = {value}\n")).map(|it| it.0.player);
        let after = |seconds| Some(GoesOn::After(Duration::from_secs(seconds)));
        for (value, rule) in [
            ("\"2m\"", after(120)),
            ("\"45 s\"", after(45)),
            ("\"expected\"", Some(GoesOn::Expected(100))),
            ("1.5", Some(GoesOn::Expected(150))),
            ("2", Some(GoesOn::Expected(200))),
            ("false", None),
        ] {
            assert_eq!(read(value).unwrap().own_pace_goes_on, rule, "{value}");
        }
        for value in ["\"2\"", "\"4s\"", "\"31m\"", "0.4", "6", "true", "nan", "[]", "\"99999999999999999999m\""] {
            let error = read(value).unwrap_err();
            assert!(error.exit_code() == 2 && error.to_string().contains("own_pace_goes_on"), "{value}: {error}");
        }
    }

    #[test]
    fn slips_are_named() {
        let (_, warnings) = load("[screen]\nflsh = true\n").unwrap();
        assert!(warnings[0].contains("`screen.flsh`; known are `flash`, `motion`"), "{warnings:?}");
        for text in ["screen = true\n", "[notice]\ntitle = \"\u{1b}[31m\"\n", "[player]\nmouse = 1\n"] {
            let error = load(text).unwrap_err();
            assert!(error.exit_code() == 2 && !error.to_string().contains('\u{1b}'), "{error}");
        }
    }
}
