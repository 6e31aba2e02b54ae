//! The door: who hears what, and that leaving releases all.

use super::*;
use crate::domain::cue::Spoken;
use crate::domain::time::Moment;
use crate::io::clock::{Clock as _, RealClock};
use crate::io::helper::fake::{Fakes, HANGS, until};
use crate::io::settings::Sound;

fn cue(tone: Tone, text: &str) -> Cue {
    let spoken = Spoken { text: Clean::text(text), weight: Weight::Word, cuts: false };
    Cue { due: Moment::default(), tone: Some(tone), says: Some(spoken) }
}

fn settings(hearing: Hearing) -> Settings {
    let usual = Settings::default();
    let hook = Some(vec!["lamp".to_owned()]);
    let sound = Sound { hearing, command: Some(vec!["player".to_owned(), "{file}".to_owned()]), ..usual.sound };
    let speech = crate::io::settings::Speech { command: Some(vec!["voice".to_owned()]), rate: 0 };
    Settings { sound, speech, hook, awake: false, ..usual }
}

#[test]
fn each_hears_what_is_meant_for_it_and_the_hook_hears_all() {
    let fakes = Fakes::new();
    fakes.put("player", "echo \"${1##*/}\" >> $OUT/played");
    fakes.put("voice", "IFS= read -r line; echo \"$line\" >> $OUT/said");
    fakes.put("lamp", "while read -r line; do echo \"$line\" >> $OUT/log; done");
    let ears = Ears::new(&settings(Hearing::Quiet), &fakes.path("cache"), &fakes.around());
    let hearings = [Hearing::Quiet, Hearing::Tones, Hearing::Voice, Hearing::Both];
    for (hearing, tone) in hearings.into_iter().zip([Tone::Move, Tone::Raise, Tone::Lower, Tone::Hold]) {
        ears.play(&cue(tone, hearing.word()), hearing, &Context::default());
        assert!(ears.finish(Duration::from_secs(20)), "all is heard");
    }
    let played: Vec<String> =
        fakes.lines("played", 2).iter().map(|line| line.split('-').next().unwrap().to_owned()).collect();
    assert_eq!(played, ["raise", "hold"]);
    assert_eq!(fakes.lines("said", 2), ["voice", "both"]);
    assert_eq!(fakes.lines("log", 4).len(), 4);
    assert_eq!((ears.bells(), ears.notices()), (0, vec![]));
    let reports = ears.reports();
    assert!(reports.awake.is_none() && reports.sound.unwrap().verdicts[0].fate == Fate::Works);
}

#[test]
fn with_tones_a_silence_finds_out_who_plays_before_it_matters() {
    let fakes = Fakes::new();
    let ears = Ears::new(&settings(Hearing::Tones), &fakes.path("cache"), &fakes.around());
    assert!(ears.finish(Duration::from_secs(20)));
    let told = ears.notices();
    assert!(told.len() == 1 && told[0].contains("player is not on PATH"), "{told:?}");
    assert_eq!(ears.bells(), 0, "nothing was to be heard");
    ears.play(&cue(Tone::Start, "go"), Hearing::Tones, &Context::default());
    ears.play(&cue(Tone::Tick, "go"), Hearing::Tones, &Context::default());
    assert_eq!(ears.bells(), 1, "at once");
    // The hook, which is not there either, may say so at any moment; of the player nothing more is said.
    let more = ears.notices();
    assert!(more.iter().all(|notice| !notice.contains("player")), "{more:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn leaving_ends_all_that_was_started_soon_and_playing_never_waits() {
    let fakes = Fakes::new();
    fakes.put("voice", HANGS);
    fakes.put("lamp", HANGS);
    let clock = RealClock::new(None);
    let ears = Ears::new(&settings(Hearing::Voice), &fakes.path("cache"), &fakes.around());
    for number in 0..2_000 {
        ears.play(&cue(Tone::Tick, &number.to_string()), Hearing::Voice, &Context::default());
    }
    assert!(clock.moment().awake < Duration::from_secs(2), "{:?}", clock.moment().awake);
    let pids = fakes.lines("pids", 2);
    ears.stop_speaking();
    drop(ears);
    until("their end", || pids.iter().all(|pid| !crate::io::helper::fake::is_known(pid)));
}
