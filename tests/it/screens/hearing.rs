//! What is heard of a session on the screen: cues leave with their words, a key changes them, the voice is offered once.

use soleus::domain::cue::{Hearing, Tone};
use soleus::domain::exercise::Affected;
use soleus::io::words::lexicon;
use soleus::tui::effect::{Call, Effect};
use soleus::tui::model::{Listening, Screen};

use crate::screens::script::Script;
use crate::screens::world::{drops, id, medley};

fn script(listening: Listening) -> Script {
    let programs = vec![medley(), drops()];
    let mut script = Script::new(programs, Some(Affected::Right));
    script.model.listening = Listening { lexicon: lexicon().clone(), ..listening };
    script
}

fn calls(script: &Script) -> Vec<Call> {
    let call = |effect: &Effect| match effect {
        Effect::Hear(call) => Some(call.as_ref().clone()),
        _ => None,
    };
    script.effects.iter().filter_map(call).collect()
}

fn said(calls: &[Call]) -> Vec<String> {
    calls.iter().flat_map(|call| &call.cues).filter_map(|cue| Some(cue.says.as_ref()?.text.to_string())).collect()
}

#[test]
fn a_session_is_called_out_in_words_and_tones() {
    let mut script = script(Listening { usual: Hearing::Both, ..Listening::default() });
    script.key("enter");
    script.key("enter");
    script.wait(16_000);
    let calls = calls(&script);
    let said = said(&calls);
    assert_eq!(said[0], "Tib raise, set 1 of 2, 12 reps at your own pace");
    assert!(said[1].starts_with("Stand on the edge of the step on your foot"), "{said:?}");
    assert_eq!(said[2], "Go");
    let tones: Vec<Tone> = calls.iter().flat_map(|call| &call.cues).filter_map(|cue| cue.tone).collect();
    assert_eq!(tones, [Tone::Tick, Tone::Tick, Tone::Tick, Tone::Start]);
    assert!(calls.iter().all(|call| call.hearing == Hearing::Both && call.place.program == id("medley")));
    let last = calls.last().unwrap();
    assert_eq!((last.place.set, last.place.reps), (Some((1, 2)), Some(12)));
    script.effects.clear();
    script.key("p");
    assert!(self::calls(&script).iter().any(|call| call.breaks), "a pause cuts off what is said");
}

#[test]
fn a_key_changes_what_is_heard_of_this_program() {
    let mut script = script(Listening::default());
    script.key("enter");
    script.key("enter");
    assert_eq!(script.model.program_heard(), Some(Hearing::Tones));
    script.key("v");
    let kept = Effect::Hearing { program: id("medley"), hearing: Hearing::Voice };
    assert!(script.effects.contains(&kept), "{:?}", script.effects);
    assert_eq!(script.model.message(), Some("heard: voice"));
    script.key("v");
    script.key("v");
    assert_eq!(script.model.program_heard(), Some(Hearing::Quiet));
    assert_eq!(script.model.listening.of(&id("achilles-heel-drops")), Hearing::Tones, "of no other one");
}

#[test]
fn the_voice_is_offered_once_and_the_session_goes_on() {
    for (key, wanted) in [("y", true), ("n", false), ("enter", false)] {
        let mut script = script(Listening { offers_voice: true, ..Listening::default() });
        script.key("enter");
        script.key("enter");
        assert_eq!(script.effects, [Effect::SoundCheck], "a tone is heard with the question");
        assert!(matches!(script.model.screen, Screen::Preview(_)));
        script.key(key);
        assert!(script.model.listening.offers_voice, "a key pressed before it could be read is no answer");
        script.wait(400);
        script.key("t");
        assert_eq!(script.effects.last(), Some(&Effect::SoundCheck));
        script.key(key);
        assert!(script.effects.contains(&Effect::Voice(wanted)));
        assert!(matches!(script.model.screen, Screen::Play(_)), "{key}");
        assert_eq!(script.model.program_heard(), Some(if wanted { Hearing::Both } else { Hearing::Tones }));
        assert!(!script.model.listening.offers_voice);
    }
}

#[test]
fn faster_than_the_clock_on_the_wall_nothing_is_said() {
    let mut script = script(Listening { usual: Hearing::Both, ..Listening::default() });
    script.model.speed = 10;
    script.key("enter");
    script.key("enter");
    script.wait(3_000);
    assert!(calls(&script).iter().all(|call| call.hearing == Hearing::Tones));
}
