//! The settings file: what holds, what is refused.

use super::*;
use crate::io::temp::Temp;

fn load(text: &str) -> Result<(Settings, Vec<Clean>), Error> {
    let temp = Temp::new();
    let file = temp.put("config/settings.toml", text.as_bytes());
    let loaded = Settings::load(&folders(&temp));
    assert_eq!(std::fs::read(file).unwrap(), text.as_bytes(), "never written to");
    loaded
}

fn folders(temp: &Temp) -> Folders {
    Folders {
        data: temp.path().join("d"),
        config: temp.path().join("config"),
        state: temp.path().join("s"),
        cache: temp.path().join("c"),
    }
}

#[test]
fn without_a_file_the_defaults_hold_and_none_appears() {
    let temp = Temp::new();
    let (settings, warnings) = Settings::load(&folders(&temp)).unwrap();
    assert_eq!(settings.rollover, NaiveTime::from_hms_opt(4, 0, 0).unwrap());
    assert!(warnings.is_empty() && !temp.path().join("config").exists());
}

#[test]
fn known_settings_hold_and_unknown_ones_are_named() {
    let (settings, warnings) = load("rollover = \"02:30\"\nrolover = 1\n").unwrap();
    assert_eq!(settings.rollover, NaiveTime::from_hms_opt(2, 30, 0).unwrap());
    assert!(warnings.len() == 1 && warnings[0].contains("`rolover`"), "{warnings:?}");
}

#[test]
fn what_is_out_of_range_or_broken_is_refused_with_its_place() {
    for text in ["rollover = \"25:00\"", "rollover = \"12:01\"", "rollover = 4"] {
        let error = load(text).unwrap_err();
        assert!(error.exit_code() == 2 && error.to_string().contains("\"12:00\""), "{error}");
    }
    let error = load("# one\nrollover = \u{1b}[31m\n").unwrap_err().to_string();
    assert!(error.contains("settings.toml:2: ") && !error.contains('\u{1b}'), "{error}");
}

#[test]
fn what_is_heard_and_how() {
    let (settings, warnings) = load(
        "awake = false\n[sound]\nhearing = \"both\"\nvolume = 0\ncommand = [\"mpv\", \"--no-terminal\", \"{file}\"]\n\
         [speech]\ncommand = [\"/opt/say\", \"-l\", \"{language}\"]\nrate = -20\n[hook]\ncommand = [\"lamp\"]\n",
    )
    .unwrap();
    assert!(warnings.is_empty() && !settings.awake, "{warnings:?}");
    assert_eq!((settings.sound.hearing, settings.sound.volume, settings.speech.rate), (Hearing::Both, 0, -20));
    assert_eq!(settings.sound.command.unwrap(), ["mpv", "--no-terminal", "{file}"]);
    assert_eq!(settings.speech.command.unwrap(), ["/opt/say", "-l", "{language}"]);
    assert_eq!(settings.hook.unwrap(), ["lamp"]);
    let (settings, warnings) = load("[sound]\nvolum = 3\n[voice]\nrate = 1\n").unwrap();
    assert_eq!(settings, Settings::default());
    assert!(warnings[0].contains("`sound.volum`; did you mean `sound.volume`?"), "{warnings:?}");
    assert!(warnings[1].contains("`voice.rate`"), "{warnings:?}");
}

#[test]
fn a_wrong_way_to_sound_is_refused_with_what_is_right() {
    let refused = [
        ("sound.hearing = \"loud\"", "`sound.hearing` is `loud`; it takes \"quiet\", \"tones\", \"voice\" or \"both\""),
        ("sound.volume = 101", "0 to 100"),
        ("sound.volume = \"loud\"", "`loud`"),
        ("sound.command = \"mpv {file}\"", "a list"),
        ("sound.command = []", "a list"),
        ("sound.command = [\"mpv\"]", "{file}"),
        ("sound.command = [\"./mpv\", \"{file}\"]", "absolute path"),
        ("speech.command = [\"say\", \"{text}\"]", "standard input"),
        ("speech.rate = 200", "-100 to 100"),
        ("awake = \"yes\"", "true or false"),
        ("hook.command = [1]", "a list"),
        ("sound = 3", "`sound`"),
    ];
    for (text, word) in refused {
        let error = match load(text) {
            Err(error) => error.to_string(),
            Ok((_, warnings)) => warnings[0].to_string(),
        };
        assert!(error.contains("settings.toml: ") && error.contains(word), "{text}: {error}");
        assert!(text == "sound = 3" || error.contains("hint: "), "{text}: {error}");
    }
}

#[test]
fn how_figures_are_drawn_can_be_set() {
    let text = "[figure]\nglyphs = \"half\"\nshading = \"flat\"\nmotion = \"off\"\nground = \"light\"\n";
    let figure = load(text).unwrap().0.figure;
    assert_eq!((figure.glyphs, figure.off), (Some(crate::figure::Glyphs::Half), false));
    assert_eq!((figure.smooth, figure.still, figure.light), (Some(false), true, Some(true)));
    assert!(load("[figure]\nglyphs = \"off\"\n").unwrap().0.figure.off);
    let auto = load("[figure]\nglyphs = \"auto\"\nshading = \"auto\"\nmotion = \"on\"\n").unwrap().0.figure;
    assert_eq!(auto, FigureSettings::default());
    for (text, taken) in [("glyphs = \"big\"", "sextant"), ("shading = 1", "smooth"), ("motion = true", "on")] {
        let error = load(&format!("[figure]\n{text}\n")).unwrap_err();
        assert!(error.exit_code() == 2 && error.to_string().contains(taken), "{error}");
    }
}
