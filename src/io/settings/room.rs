//! The tables `[screen]`, `[player]` and `[notice]`: how a session is seen and heard of away from the keyboard.

use std::time::Duration;

use crate::domain::player::GoesOn;

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

/// A time (`"2m"`, `"45s"`), `"expected"`, or so many times the expected time (`1.5`); none for anything else.
pub(super) fn goes_on(value: &toml::Value) -> Option<GoesOn> {
    let times = |times: f64| {
        let percent = (times * 100.0).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 50 to 500, checked before")]
        (50.0..=500.0).contains(&percent).then_some(GoesOn::Expected(percent as u32))
    };
    match value {
        toml::Value::String(text) if text.trim() == "expected" => Some(GoesOn::Expected(100)),
        toml::Value::String(text) => length(text).map(GoesOn::After),
        toml::Value::Float(number) => times(*number),
        toml::Value::Integer(number) => i32::try_from(*number).ok().and_then(|n| times(f64::from(n))),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::Clean;
    use crate::error::Error;
    use crate::io::settings::{Folders, Settings};
    use crate::io::temp::Temp;

    fn load(text: &str) -> Result<(Settings, Vec<Clean>), Error> {
        let temp = Temp::new();
        temp.put("config/settings.toml", text.as_bytes());
        let folder = |name: &str| temp.path().join(name);
        Settings::load(&Folders { data: folder("d"), config: folder("config"), state: folder("s"), cache: folder("c") })
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
        assert!(warnings[0].contains("`screen.flsh`; did you mean `screen.flash`?"), "{warnings:?}");
        for text in ["[notice]\ntitle = \"\u{1b}[31m\"\n", "[player]\nmouse = 1\n"] {
            let error = load(text).unwrap_err();
            assert!(error.exit_code() == 2 && !error.to_string().contains('\u{1b}'), "{error}");
        }
    }
}
