//! Every key of the settings file with how its value is read: a table, a line a key.

use std::path::Path;

use chrono::NaiveTime;

use super::{Settings, shown};
use crate::domain::cue::Hearing;
use crate::domain::player::GoesOn;
use crate::domain::text::Clean;
use crate::error::Error;
use crate::figure::Glyphs;
use crate::io::settings::{figures, room};

/// The latest hour at which a new day may begin.
const LATEST: u32 = 12;

/// A key.
pub(super) struct Key {
    /// Its name; `table.key` for one in a table.
    pub(super) name: &'static str,
    /// Puts its value into the settings.
    pub(super) set: fn(&mut Settings, &Asked<'_>) -> Result<(), Error>,
}

/// All of them.
pub(super) const KEYS: &[Key] = &[
    Key { name: "rollover", set: |to, asked| asked.put(&mut to.rollover, rollover) },
    Key { name: "sound.hearing", set: |to, asked| asked.put(&mut to.sound.hearing, hearing) },
    Key { name: "sound.volume", set: |to, asked| asked.put(&mut to.sound.volume, volume) },
    Key { name: "sound.command", set: |to, asked| asked.put(&mut to.sound.command, player) },
    Key { name: "speech.command", set: |to, asked| asked.put(&mut to.speech.command, voice) },
    Key { name: "speech.rate", set: |to, asked| asked.put(&mut to.speech.rate, rate) },
    Key { name: "awake", set: |to, asked| asked.put(&mut to.awake, yes_or_no) },
    Key { name: "screen.flash", set: |to, asked| asked.put(&mut to.screen.flash, switch) },
    Key { name: "screen.motion", set: |to, asked| asked.put(&mut to.screen.motion, switch) },
    Key { name: "player.own_pace_goes_on", set: |to, asked| asked.put(&mut to.player.own_pace_goes_on, goes_on) },
    Key { name: "player.mouse", set: |to, asked| asked.put(&mut to.player.mouse, switch) },
    Key { name: "notice.title", set: |to, asked| asked.put(&mut to.notice.title, switch) },
    Key { name: "notice.progress", set: |to, asked| asked.put(&mut to.notice.progress, switch) },
    Key { name: "notice.notification", set: |to, asked| asked.put(&mut to.notice.notification, switch) },
    Key {
        name: "figure.glyphs",
        set: |to, asked| {
            let mut found = (None, false);
            asked.put(&mut found, glyphs)?;
            (to.figure.glyphs, to.figure.off) = found;
            Ok(())
        },
    },
    Key { name: "figure.shading", set: |to, asked| asked.put(&mut to.figure.smooth, shading) },
    Key { name: "figure.motion", set: |to, asked| asked.put(&mut to.figure.still, still) },
    Key { name: "figure.ground", set: |to, asked| asked.put(&mut to.figure.light, ground) },
    Key { name: "hook.command", set: |to, asked| asked.put(&mut to.hook, hook) },
];

/// A key as somebody has written it.
pub(super) struct Asked<'a> {
    pub(super) name: &'static str,
    pub(super) value: &'a toml::Value,
    pub(super) path: &'a Path,
}

/// What a key takes, and what holds without it, both for a message.
struct Refused(&'static str, &'static str);

impl Asked<'_> {
    fn put<T>(&self, place: &mut T, read: fn(&toml::Value) -> Result<T, Refused>) -> Result<(), Error> {
        *place = read(self.value).map_err(|Refused(takes, hint)| {
            let said = self.value.as_str().map_or_else(|| Clean::name(&self.value.to_string()), Clean::name);
            let message = format!("{}: `{}` is `{said}`; it takes {takes}", shown(self.path), self.name);
            Error::input(message).hint(hint)
        })?;
        Ok(())
    }
}

fn rollover(value: &toml::Value) -> Result<NaiveTime, Refused> {
    let latest = NaiveTime::from_hms_opt(LATEST, 0, 0).unwrap_or(NaiveTime::MIN);
    let found = value.as_str().and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok());
    found
        .filter(|time| *time <= latest)
        .ok_or(Refused("a time from \"00:00\" to \"12:00\"", "a day of soleus begins at 04:00 unless it is set"))
}

fn hearing(value: &toml::Value) -> Result<Hearing, Refused> {
    value.as_str().and_then(Hearing::of).ok_or(Refused(
        "\"quiet\", \"tones\", \"voice\" or \"both\"",
        "a session begins with tones unless it is set; a key changes it at any time",
    ))
}

fn volume(value: &toml::Value) -> Result<u8, Refused> {
    let found = value.as_integer().and_then(|number| u8::try_from(number).ok());
    found
        .filter(|volume| *volume <= 100)
        .ok_or(Refused("a whole number from 0 to 100", "tones have 70 unless it is set"))
}

fn rate(value: &toml::Value) -> Result<i8, Refused> {
    let found = value.as_integer().and_then(|number| i8::try_from(number).ok());
    found
        .filter(|rate| (-100..=100).contains(rate))
        .ok_or(Refused("a whole number from -100 to 100", "0 is usual, -100 half as fast, 100 twice as fast"))
}

fn yes_or_no(value: &toml::Value) -> Result<bool, Refused> {
    value.as_bool().ok_or(Refused("true or false", "the screen is kept from going dark unless it is set to false"))
}

fn switch(value: &toml::Value) -> Result<bool, Refused> {
    value.as_bool().ok_or(Refused("true or false", "put it right, or take the line out to go on with the default"))
}

const AUTO: &str = "figures are drawn as the terminal can unless it is set";

fn glyphs(value: &toml::Value) -> Result<(Option<Glyphs>, bool), Refused> {
    let takes = "\"auto\", \"octant\", \"sextant\", \"quadrant\", \"half\", \"braille\", \"ascii\" or \"off\"";
    value.as_str().and_then(figures::glyphs).ok_or(Refused(takes, AUTO))
}

fn shading(value: &toml::Value) -> Result<Option<bool>, Refused> {
    one_of(value, "smooth", "flat").ok_or(Refused("\"auto\", \"smooth\" or \"flat\"", AUTO))
}

fn still(value: &toml::Value) -> Result<bool, Refused> {
    match value.as_str() {
        Some("on") => Ok(false),
        Some("off") => Ok(true),
        _ => Err(Refused("\"on\" or \"off\"", "figures move unless it is \"off\"")),
    }
}

fn ground(value: &toml::Value) -> Result<Option<bool>, Refused> {
    one_of(value, "light", "dark").ok_or(Refused("\"auto\", \"light\" or \"dark\"", AUTO))
}

/// Whether the first or the second of two words is written; none for `auto`, nothing for any other.
#[expect(clippy::option_option, reason = "one of two words, `auto`, or something else: three answers and a refusal")]
fn one_of(value: &toml::Value, yes: &str, no: &str) -> Option<Option<bool>> {
    match value.as_str()? {
        "auto" => Some(None),
        word if word == yes => Some(Some(true)),
        word if word == no => Some(Some(false)),
        _ => None,
    }
}

fn goes_on(value: &toml::Value) -> Result<Option<GoesOn>, Refused> {
    if value.as_bool() == Some(false) {
        return Ok(None);
    }
    room::goes_on(value).map(Some).ok_or(Refused(
        "a time from \"5s\" to \"30m\", \"expected\", 0.5 to 5 times that, or false",
        "a set at your own pace waits for you unless it is set",
    ))
}

fn player(value: &toml::Value) -> Result<Option<Vec<String>>, Refused> {
    let takes = "a list: a program by its name or its absolute path, then its arguments, one of which holds {file}";
    let refused = || Refused(takes, "write it like sound.command = [\"mpv\", \"--no-terminal\", \"{file}\"]");
    let words = command(value).ok_or_else(refused)?;
    let names_it = words.iter().skip(1).any(|word| word.contains("{file}"));
    if names_it { Ok(Some(words)) } else { Err(refused()) }
}

/// The text is never an argument: a text that begins with a dash would be an option (reliability, section 9.3).
fn voice(value: &toml::Value) -> Result<Option<Vec<String>>, Refused> {
    let takes =
        "a list: a program by its name or its absolute path, then its arguments; the text comes on standard input";
    let refused =
        || Refused(takes, "write it like speech.command = [\"espeak-ng\", \"--stdin\", \"-v\", \"{language}\"]");
    let words = command(value).ok_or_else(refused)?;
    let wants_text = words.iter().any(|word| word.contains("{text}"));
    if wants_text { Err(refused()) } else { Ok(Some(words)) }
}

fn hook(value: &toml::Value) -> Result<Option<Vec<String>>, Refused> {
    let takes = "a list: a program by its name or its absolute path, then its arguments";
    let refused = Refused(takes, "write it like hook.command = [\"my-script\"]; it reads a line of JSON for every cue");
    command(value).map(Some).ok_or(refused)
}

/// A program and its arguments. A relative path would mean another program in every folder.
fn command(value: &toml::Value) -> Option<Vec<String>> {
    let words: Option<Vec<String>> = value.as_array()?.iter().map(|word| Some(word.as_str()?.to_owned())).collect();
    let words = words?;
    let program = words.first().filter(|program| !program.is_empty())?;
    let is_name = !program.contains(['/', '\\']);
    (is_name || Path::new(program).is_absolute()).then_some(words)
}
