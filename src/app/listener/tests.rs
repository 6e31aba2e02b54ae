//! What is heard and what is kept, with ears that write down what they are told.

use std::cell::RefCell;
use std::rc::Rc;

use super::*;
use crate::domain::cue::{Spoken, Weight};
use crate::io::temp::Temp;

/// Ears that write down what they are told.
#[derive(Clone, Default)]
struct Pad(Rc<RefCell<Vec<String>>>);

impl Pad {
    fn note(&self, words: &str) {
        self.0.borrow_mut().push(words.to_owned());
    }

    fn read(&self) -> Vec<String> {
        std::mem::take(&mut self.0.borrow_mut())
    }
}

impl Hears for Pad {
    fn hear(&mut self, cue: &Cue, hearing: Hearing, context: &Context) {
        let tone = cue.tone.map(Tone::word).unwrap_or_default();
        let says = cue.says.as_ref().map(|says| says.text.to_string()).unwrap_or_default();
        self.note(&format!("{} {tone} {says} in {}", hearing.word(), context.language));
    }

    fn hush(&mut self) {
        self.note("hush");
    }

    fn stay_awake(&mut self, is_wanted: bool) {
        self.note(if is_wanted { "awake" } else { "asleep" });
    }

    fn rings(&mut self) -> bool {
        false
    }

    fn notices(&mut self) -> Vec<Clean> {
        Vec::new()
    }

    fn finish(&mut self, _at_most: Duration) {
        self.note("finish");
    }
}

fn call(tone: Tone, says: &str, breaks: bool) -> Call {
    let says = Spoken { text: Clean::text(says), weight: Weight::Word, cuts: breaks };
    let cues = vec![Cue { due: Moment::default(), tone: Some(tone), says: Some(says) }];
    let program = Id::new("hips").unwrap();
    let place =
        Place { language: Clean::name("de"), program, exercise: None, side: None, set: None, rep: None, reps: None };
    Call { cues, breaks, hearing: Hearing::Both, place }
}

fn listener(pad: &Pad, temp: &Temp) -> Listener {
    let preference = Preference::load(temp.path());
    Listener::with(Box::new(pad.clone()), preference, (temp.path().to_owned(), Hearing::Tones, true))
}

#[test]
fn speech_is_cut_off_before_what_comes_and_the_screen_stays_awake_to_the_end() {
    let (pad, temp) = (Pad::default(), Temp::new());
    let mut listener = listener(&pad, &temp);
    listener.hear(&call(Tone::Start, "Los", false));
    listener.hear(&call(Tone::Warning, "Angehalten", true));
    assert_eq!(pad.read(), ["both start Los in de", "awake", "hush", "both warning Angehalten in de"]);
    listener.hear(&call(Tone::SessionEnd, "Fertig", true));
    assert_eq!(pad.read(), ["hush", "both session end Fertig in de", "asleep"]);
    listener.hear(&call(Tone::Start, "Los", false));
    listener.leave();
    listener.leave();
    assert_eq!(pad.read(), ["both start Los in de", "awake", "hush", "asleep", "hush"], "released once");
}

#[test]
fn what_was_chosen_holds_for_the_next_run() {
    let (pad, temp) = (Pad::default(), Temp::new());
    let mut first = listener(&pad, &temp);
    assert!(first.offers_voice() && first.usual() == Hearing::Tones);
    first.answered(true).unwrap();
    let hips = Id::new("hips").unwrap();
    first.keep(&hips, Hearing::Quiet).unwrap();
    assert_eq!(pad.read(), ["hush"], "a voice that is not wanted any more stops");
    assert!(!first.offers_voice());
    let second = listener(&pad, &temp);
    assert_eq!((second.usual(), second.chosen().get(&hips)), (Hearing::Both, Some(&Hearing::Quiet)));
}

#[test]
fn no_voice_stays_no_voice() {
    let (pad, temp) = (Pad::default(), Temp::new());
    listener(&pad, &temp).answered(false).unwrap();
    assert_eq!(listener(&pad, &temp).usual(), Hearing::Tones);
    assert_eq!(Preference::load(temp.path()).voice, Some(false));
}
