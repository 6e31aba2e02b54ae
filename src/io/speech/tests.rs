//! Who speaks: faults F81 to F85.

use std::time::Duration;

use super::*;
use crate::domain::cue::{Spoken, Weight};
use crate::domain::text::Clean;
use crate::io::helper::fake::{Fakes, HANGS, until};
use crate::io::helper::{Craft as _, Notices, System, Ways};
use crate::io::settings::Speech;

const NOW: Duration = Duration::from_secs(100);
const SAYS: &str = "echo \"$*\" >> $OUT/arguments; IFS= read -r line; echo \"$line\" >> $OUT/said";

fn at(seconds: u64) -> Duration {
    NOW + Duration::from_secs(seconds)
}

fn order(text: &str, weight: Weight, cuts: bool) -> Order {
    Order { spoken: Spoken { text: Clean::text(text), weight, cuts }, language: Clean::name("de-AT") }
}

fn word(text: &str) -> Order {
    order(text, Weight::Word, false)
}

fn voice(fakes: &Fakes, speech: &Speech) -> (Voice, Notices) {
    let notices = Notices::default();
    (Voice::new(speech, fakes.around(), notices.clone()), notices)
}

fn say(voice: &mut Voice, order: Order) {
    voice.take(order, NOW);
    until("the end of what is said", || voice.look(NOW).is_none());
}

#[test]
fn a_text_is_read_from_standard_input_clipped_and_harmless_and_never_an_argument() {
    let fakes = Fakes::new();
    fakes.put("espeak-ng", SAYS);
    let (mut voice, notices) = voice(&fakes, &Speech { rate: 100, command: None });
    say(&mut voice, word("-w/etc/x [[rate 9]] <b>"));
    say(&mut voice, word(&"lang ".repeat(200_000)));
    let said = fakes.lines("said", 2);
    assert_eq!((said[0].as_str(), said[1].chars().count()), ("-w/etc/x rate 9 b", 299));
    assert_eq!(fakes.lines("arguments", 2)[0], "--stdin -v de-AT -s 350");
    assert_eq!(notices.take(), []);
}

#[test]
fn a_missing_voice_is_one_notice_and_silence() {
    let fakes = Fakes::new();
    let (mut voice, notices) = voice(&fakes, &Speech::default());
    say(&mut voice, word("one"));
    say(&mut voice, word("two"));
    let told = notices.take();
    assert!(told.len() == 1 && told[0].contains("spd-say is not on PATH, espeak-ng is not on PATH"), "{told:?}");
}

#[test]
fn a_voice_that_hangs_is_killed_by_what_cuts_and_after_ten_seconds() {
    let fakes = Fakes::new();
    fakes.put("espeak-ng", HANGS);
    let (mut voice, notices) = voice(&fakes, &Speech::default());
    voice.take(word("one"), NOW);
    let first = fakes.lines("pids", 1).remove(0);
    voice.take(order("two", Weight::Word, true), NOW);
    #[cfg(target_os = "linux")]
    assert!(!crate::io::helper::fake::is_known(&first), "killed and waited for");
    assert_eq!(fakes.lines("pids", 2)[0], first);
    assert!(voice.look(at(9)).is_some(), "it may take its time");
    voice.take(order("three", Weight::Count, false), at(9));
    assert_eq!(fakes.lines("pids", 3).len(), 3, "it hangs: the next cue ends it although it does not cut");
    assert!(voice.look(at(18)).is_some());
    assert!(voice.look(at(19)).is_none(), "ended after 10 s");
    #[cfg(target_os = "linux")]
    assert!(fakes.lines("pids", 3).iter().all(|pid| !crate::io::helper::fake::is_known(pid)));
    assert_eq!(notices.take(), [], "once is no reason to give it up");
}

#[test]
fn a_long_text_may_take_its_time() {
    let fakes = Fakes::new();
    fakes.put("espeak-ng", HANGS);
    let (mut voice, _) = voice(&fakes, &Speech::default());
    voice.take(word(&"lang ".repeat(100)), NOW);
    assert!(voice.look(at(40)).is_some() && voice.look(at(42)).is_none(), "299 letters take 21 s");
}

#[test]
fn one_that_floods_and_closes_its_ears_and_fails_is_left_alone_after_three_times() {
    let fakes = Fakes::new();
    let floods =
        "exec 0<&-; echo x >> $OUT/tried; i=0; while [ $i -lt 3000 ]; do echo flood >&2; i=$((i+1)); done; exit 1";
    fakes.put("own", floods);
    let (mut voice, notices) = voice(&fakes, &Speech { command: Some(vec!["own".to_owned()]), rate: 0 });
    for text in ["one", "two", "three", "four", "five"] {
        say(&mut voice, word(text));
    }
    assert_eq!(fakes.lines("tried", 3).len(), 3);
    let told = notices.take();
    assert!(told.len() == 1 && told[0].contains("own failed (exit code 1)"), "{told:?}");
}

#[test]
fn the_next_voice_says_what_the_first_could_not() {
    let fakes = Fakes::new();
    fakes.put("spd-say", "exit 1");
    fakes.put("espeak-ng", SAYS);
    let (mut voice, notices) = voice(&fakes, &Speech::default());
    say(&mut voice, word("links"));
    assert_eq!(fakes.lines("said", 1), ["links"]);
    assert_eq!(notices.take(), []);
}

#[test]
fn words_wait_for_each_other_and_counts_for_nobody() {
    let fakes = Fakes::new();
    fakes.put("own", &format!("{SAYS}; while [ ! -e $OUT/go ]; do /bin/sleep 0.01; done"));
    let (mut voice, _) = voice(&fakes, &Speech { command: Some(vec!["own".to_owned()]), rate: 0 });
    voice.take(word("exercise"), NOW);
    assert_eq!(fakes.lines("said", 1), ["exercise"]);
    voice.take(order("one", Weight::Count, false), NOW);
    voice.take(order("halfway", Weight::Hint, false), NOW);
    voice.take(word("left side"), NOW);
    voice.take(order("slowly", Weight::Hint, false), NOW);
    voice.take(word("set one"), NOW);
    std::fs::File::create(fakes.path("go")).unwrap();
    until("the end of what is said", || voice.look(NOW).is_none());
    assert_eq!(fakes.read("said"), "exercise\nleft side\nset one\n");
    voice.take(word("again"), NOW);
    voice.take(order("late", Weight::Hint, false), NOW);
    until("the end of what is said", || voice.look(at(4)).is_none());
    assert!(!fakes.read("said").contains("late"), "a hint does not keep");
}

#[test]
fn a_server_is_told_to_be_silent_by_the_text_that_cuts_or_by_itself() {
    let fakes = Fakes::new();
    fakes.put("spd-say", &format!("echo $* >> $OUT/arguments; [ \"$*\" = -C ] && exit 0; {HANGS}"));
    let (mut voice, _) = voice(&fakes, &Speech::default());
    voice.take(word("one"), NOW);
    assert_eq!(fakes.lines("arguments", 1)[0], "-w -e -l de-AT -r 0 -N soleus");
    voice.take(order("two", Weight::Word, true), NOW);
    assert!(fakes.lines("arguments", 2)[1].starts_with("-C -w -e "), "{}", fakes.read("arguments"));
    voice.hush(NOW);
    until("the end of the canceller", || voice.look(NOW).is_none());
    assert_eq!(fakes.lines("arguments", 3)[2], "-C");
    #[cfg(target_os = "linux")]
    assert!(fakes.read("pids").lines().all(|pid| !crate::io::helper::fake::is_known(pid)));
}

#[test]
fn every_system_has_a_voice_that_reads_standard_input() {
    let fakes = Fakes::new();
    fakes.put("say", "");
    let ways = |system| Ways::of(voices::VOICES, system, &fakes.around());
    let (_, mac) = (ways(System::Mac), ways(System::Mac));
    assert!(mac.present().unwrap().1.arguments.contains(&"{voice}".to_owned()));
    assert!(voices::VOICES.iter().all(|row| row.piped && !row.arguments.iter().any(|word| word.contains("{text}"))));
    assert_eq!(ways(System::Windows).report().verdicts.len(), 1);
}
