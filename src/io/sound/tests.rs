//! Tones and who plays them: faults F81 to F83.

use std::time::Duration;

use super::players::PLAYERS;
use super::*;
use crate::domain::cue::Tone;
use crate::io::helper::fake::{Fakes, HANGS, until};
use crate::io::helper::{Craft as _, Notices, System, Ways};
use crate::io::settings::{Settings, Sound};

const NOW: Duration = Duration::from_secs(100);
const LOGS: &str = "echo \"${0##*/} $*\" >> $OUT/played";

struct Made {
    player: Player,
    bells: Bells,
    notices: Notices,
}

fn player(fakes: &Fakes, settings: &Sound) -> Made {
    let (bells, notices) = (Bells::default(), Notices::default());
    let player = Player::new(settings, &fakes.path("cache"), fakes.around(), bells.clone(), notices.clone());
    Made { player, bells, notices }
}

impl Made {
    fn play(&mut self, tone: Tone) {
        self.player.take(Sample::Tone(tone), NOW);
        until("the end of the players", || self.player.look(NOW).is_none());
    }
}

#[test]
fn tones_are_soft_never_clip_and_differ() {
    let mut all = Vec::new();
    for tone in Tone::ALL {
        let samples = synth::samples(tone, 100);
        let peak = samples.iter().fold(0.0_f64, |peak, sample| peak.max(sample.abs()));
        assert!((0.4..=0.85).contains(&peak), "{tone:?}: {peak}");
        assert!(samples.first().unwrap().abs() < 0.01 && samples.last().unwrap().abs() < 0.02, "{tone:?} clicks");
        let steepest = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f64::max);
        assert!(steepest < 0.25, "{tone:?}: {steepest}");
        assert!((0.05..1.1).contains(&(f64::from(u32::try_from(samples.len()).unwrap()) / 48_000.0)), "{tone:?}");
        assert!(!all.contains(&samples), "{tone:?} sounds like another");
        all.push(samples);
    }
    let quiet = |volume| synth::samples(Tone::Hold, volume).iter().fold(0.0_f64, |peak, s| peak.max(s.abs()));
    assert!(quiet(0) == 0.0 && quiet(30) < quiet(70) && quiet(70) < quiet(100));
}

#[test]
fn what_rises_rises_and_what_falls_falls() {
    let crossings = |half: &[f64]| half.windows(2).filter(|pair| pair[0] <= 0.0 && pair[1] > 0.0).count();
    let halves = |tone| {
        let samples = synth::samples(tone, 100);
        let (first, second) = samples.split_at(samples.len() / 2);
        (crossings(first), crossings(second))
    };
    let (first, second) = halves(Tone::Raise);
    assert!(second > first + 20, "{first} {second}");
    let (first, second) = halves(Tone::Lower);
    assert!(first > second + 20, "{first} {second}");
    let (first, second) = halves(Tone::Hold);
    assert!(first.abs_diff(second) <= 1, "{first} {second}");
}

#[test]
fn the_files_are_waves_written_once_and_mended() {
    let fakes = Fakes::new();
    let folder = fakes.path("cache/deep");
    let bytes = wave::file(&[0.0, 1.0, -1.0, 2.0]);
    assert_eq!((&bytes[0..4], &bytes[8..16], bytes.len()), (&b"RIFF"[..], &b"WAVEfmt "[..], 52));
    assert_eq!(bytes[24..28], 48_000_u32.to_le_bytes());
    assert_eq!(bytes[44..], [0, 0, 0xff, 0x7f, 0x01, 0x80, 0xff, 0x7f]);
    let path = cache::keep(&folder, "x", &bytes).unwrap();
    let written = path.metadata().unwrap().modified().unwrap();
    assert_eq!(cache::keep(&folder, "x", &bytes).unwrap(), path);
    assert_eq!(path.metadata().unwrap().modified().unwrap(), written, "what is there is not written again");
    std::fs::File::create(&path).unwrap();
    cache::keep(&folder, "x", &bytes).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "what somebody has spoilt is written anew");
    assert_ne!(cache::keep(&folder, "x", &bytes[..50]).unwrap(), path);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "nothing else is left there");
}

#[test]
fn the_first_player_that_works_is_kept_and_one_that_fails_gives_way_with_the_same_tone() {
    let fakes = Fakes::new();
    fakes.put("pw-play", &format!("{LOGS}; exit 1"));
    fakes.put("aplay", LOGS);
    fakes.put("play", LOGS);
    let mut made = player(&fakes, &Settings::default().sound);
    made.play(Tone::Raise);
    made.play(Tone::Lower);
    let played = fakes.lines("played", 3);
    let heads: Vec<&str> =
        played.iter().map(|line| line.rsplit_once('-').unwrap().0.rsplit('/').next().unwrap()).collect();
    assert_eq!(heads, ["raise", "raise", "lower"]);
    assert!(played[0].starts_with("pw-play /") && played[1].starts_with("aplay -q /"), "{played:?}");
    assert!(played[2].starts_with("aplay -q /"), "{played:?}");
    assert_eq!(made.bells.take(), 0);
    assert_eq!(made.notices.take(), []);
    let words: Vec<String> = made.player.report().verdicts.iter().map(crate::io::helper::Verdict::words).collect();
    let expected = ["pw-play failed (exit code 1)", "paplay is not on PATH", "aplay works", "play was not tried"];
    assert_eq!(words, expected);
}

#[test]
fn where_nothing_plays_the_bell_rings_for_the_chief_moments_with_one_notice() {
    let fakes = Fakes::new();
    // Not executable: as good as missing.
    std::fs::File::create(fakes.path("bin/pw-play")).unwrap();
    fakes.put("paplay", &format!("{LOGS}; while :; do echo flood >&2 || exit 1; exit 1; done"));
    let mut made = player(&fakes, &Settings::default().sound);
    for tone in [Tone::Tick, Tone::Tick, Tone::Start, Tone::Raise, Tone::SetEnd] {
        made.play(tone);
    }
    assert_eq!(made.bells.take(), 2, "start and set end");
    let notices = made.notices.take();
    assert!(notices.len() == 1 && notices[0].contains("paplay failed (exit code 1)"), "{notices:?}");
    assert!(notices[0].contains("pw-play is not on PATH") && notices[0].contains("bell"), "{notices:?}");
    assert_eq!(fakes.lines("played", 3).len(), 3, "left alone after three failures");
}

#[test]
fn the_settings_beat_the_table() {
    let fakes = Fakes::new();
    fakes.put("pw-play", LOGS);
    fakes.put("own", LOGS);
    let command = ["own", "--no-terminal", "{file}"].map(str::to_owned).to_vec();
    let sound = Sound { command: Some(command), ..Settings::default().sound };
    player(&fakes, &sound).play(Tone::Start);
    let played = fakes.lines("played", 1);
    assert!(played[0].starts_with("own --no-terminal /") && played[0].contains(".wav"), "{played:?}");
}

#[test]
fn players_that_hang_are_few_and_end_after_ten_seconds() {
    let fakes = Fakes::new();
    fakes.put("pw-play", HANGS);
    let mut made = player(&fakes, &Settings::default().sound);
    for _ in 0..6 {
        made.player.take(Sample::Tone(Tone::Tick), NOW);
    }
    // The first two may have been ended before they wrote their number.
    let pids = fakes.lines("pids", 4);
    assert!(made.player.look(NOW + Duration::from_secs(9)).is_some());
    #[cfg(target_os = "linux")]
    assert!(pids.iter().filter(|pid| crate::io::helper::fake::is_alive(pid)).count() <= 4, "{pids:?}");
    assert_eq!(made.player.look(NOW + Duration::from_secs(10)), None, "all were killed");
    #[cfg(target_os = "linux")]
    assert!(fakes.read("pids").lines().all(|pid| !crate::io::helper::fake::is_known(pid)));
    made.play(Tone::Start);
    assert_eq!(made.bells.take(), 1);
}

#[test]
fn a_cache_that_cannot_be_written_is_told_and_the_bell_rings() {
    let fakes = Fakes::new();
    fakes.put("pw-play", LOGS);
    std::fs::File::create(fakes.path("cache")).unwrap();
    let mut made = player(&fakes, &Settings::default().sound);
    made.play(Tone::Warning);
    assert_eq!(made.bells.take(), 1);
    let notices = made.notices.take();
    assert!(notices.len() == 1 && notices[0].contains("could not be written"), "{notices:?}");
}

#[test]
fn every_system_has_players_and_those_of_the_others_are_read_here_too() {
    let fakes = Fakes::new();
    fakes.put("afplay", "");
    let mac = Ways::of(PLAYERS, System::Mac, &fakes.around());
    assert_eq!(mac.present().unwrap().1.path(), Some(&fakes.path("bin/afplay")));
    let windows = Ways::of(PLAYERS, System::Windows, &fakes.around());
    assert_eq!(windows.why_none(), "powershell is not on PATH");
}
