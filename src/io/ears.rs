//! All that a runner's ears are told, and the screen kept awake: the one door to sound, speech and hooks.
//!
//! ```text
//! player events ──► domain cues ──► Ears::play ──► tones, voice, hook: each on a thread of its own
//!                                       └──────── bells(), notices(): asked by the face each time it wakes
//! ```
//!
//! Nothing here waits and nothing here fails: what cannot be heard becomes a notice, once. How to use it:
//!
//! 1. Make one [`Ears`] for the whole run of the program, with the settings, the cache folder and the
//!    [`Surroundings`]; it is cheap, and the first tone is sooner when the player was found before.
//! 2. When a session begins: [`Ears::stay_awake`] with true; when it is over or left: with false.
//! 3. For each cue that is due: [`Ears::play`].
//! 4. At a pause, a skip, a gap, an end: [`Ears::stop_speaking`].
//! 5. Each time the face wakes: ring the terminal's bell once where [`Ears::bells`] is not 0 (through the gate), and
//!    show what [`Ears::notices`] gives.
//! 6. Before a program without a screen ends: [`Ears::finish`], so that the last words are heard. Dropping releases all:
//!    the voice is cut, the hook and whatever keeps the screen awake end; the last tone ends by itself.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::domain::cue::{Cue, Hearing, Tone, Weight};
use crate::domain::text::Clean;
use crate::io::awake::{self, Watch};
use crate::io::helper::{Notices, Worker};
use crate::io::hook::{self, Teller};
use crate::io::settings::Settings;
use crate::io::sound::{Player, Sample};
use crate::io::speech::{self, Voice};

pub use crate::io::helper::{Fate, Report, Source, Surroundings, Verdict};

/// Tones that may wait: a later one is of no use.
const TONES: usize = 4;
/// Texts that may wait for the thread; the voice itself has a shorter line.
const TEXTS: usize = 16;
/// Lines that may wait for the hook's thread.
const LINES: usize = 64;
/// How long leaving may take, for helpers that do not go when they are told.
const LEAVING: Duration = Duration::from_millis(500);

/// What is known of the moment at which a cue is heard; for the voice its language, for hooks the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The program's language (BCP 47); it chooses the voice.
    pub language: Clean,
    /// The program's id.
    pub program: Option<Clean>,
    /// The exercise's id.
    pub exercise: Option<Clean>,
    /// `left`, `right` or `both`.
    pub side: Option<Clean>,
    /// The set, from 1.
    pub set: Option<u32>,
    /// Sets in all.
    pub sets: Option<u32>,
    /// The rep, from 1.
    pub rep: Option<u32>,
    /// Reps in all.
    pub reps: Option<u32>,
}

/// The door. See the module for how it is used.
#[derive(Debug)]
pub struct Ears {
    sound: Worker<Sample>,
    speech: Worker<speech::Order>,
    awake: Option<Worker<awake::Order>>,
    hook: Option<Worker<String>>,
    bells: Arc<AtomicU32>,
    notices: Notices,
}

/// Which way each of the four is in use; none where it is off by the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reports {
    /// Tones.
    pub sound: Option<Report>,
    /// The voice.
    pub speech: Option<Report>,
    /// Staying awake.
    pub awake: Option<Report>,
    /// The hook.
    pub hook: Option<Report>,
}

impl Ears {
    /// Starts the threads; each makes ready by itself, and nothing waits for it.
    ///
    /// `cache` is where the tones are kept ([`Folders::cache`](crate::io::settings::Folders)). Where a session begins
    /// with tones, something that is not heard is played at once, to find out which player works.
    pub fn new(settings: &Settings, cache: &Path, around: &Surroundings) -> Self {
        let (bells, notices) = (Arc::new(AtomicU32::new(0)), Notices::default());
        let sound = {
            let (settings, cache, around) = (settings.sound.clone(), cache.to_owned(), around.clone());
            let (bells, notices) = (Arc::clone(&bells), notices.clone());
            Worker::start("tones", TONES, move || Player::new(&settings, &cache, around, bells, notices))
        };
        if settings.sound.hearing.tones() {
            sound.order(Weight::Count, Sample::Silence);
        }
        let speech = {
            let (settings, around, notices) = (settings.speech.clone(), around.clone(), notices.clone());
            Worker::start("voice", TEXTS, move || Voice::new(&settings, around, notices))
        };
        let awake = settings.awake.then(|| {
            let (around, notices) = (around.clone(), notices.clone());
            Worker::start("awake", 2, move || Watch::new(around, notices))
        });
        let hook = settings.hook.clone().map(|command| {
            let (around, notices) = (around.clone(), notices.clone());
            Worker::start("hook", LINES, move || Teller::new(&command, around, notices))
        });
        Self { sound, speech, awake, hook, bells, notices }
    }

    /// Makes a cue heard: its tone and its text as far as they are to be heard, and the hook in any case. Never waits.
    pub fn play(&self, cue: &Cue, hearing: Hearing, context: &Context) {
        if let Some(tone) = cue.tone.filter(|_| hearing.tones()) {
            self.sound.order(weight_of(tone), Sample::Tone(tone));
        }
        if let Some(spoken) = cue.says.as_ref().filter(|_| hearing.voice()) {
            let order = speech::Order { spoken: spoken.clone(), language: context.language.clone() };
            self.speech.order(spoken.weight, order);
        }
        if let Some(hook) = &self.hook {
            let weight = cue.says.as_ref().map_or(Weight::Hint, |spoken| spoken.weight);
            hook.order(weight, hook::line(cue, context));
        }
    }

    /// Ends what is being said and forgets what was to be said. Never waits.
    pub fn stop_speaking(&self) {
        self.speech.hush();
    }

    /// Keeps the screen from going dark, or lets it; does nothing where the settings say so. Never waits.
    pub fn stay_awake(&self, is_wanted: bool) {
        if let Some(awake) = &self.awake {
            awake.order(Weight::Word, if is_wanted { awake::Order::Hold } else { awake::Order::Release });
        }
    }

    /// How often the terminal's bell should have rung since this was asked last; nothing else could sound.
    pub fn bells(&self) -> u32 {
        self.bells.swap(0, Ordering::Relaxed)
    }

    /// What the runner should be told since this was asked last: each trouble once.
    pub fn notices(&self) -> Vec<Clean> {
        self.notices.take()
    }

    /// Waits until all was played and said, at most so long; says whether it was.
    pub fn finish(&self, at_most: Duration) -> bool {
        self.rest(at_most, at_most)
    }

    /// Waits at most so long for the tones (a player may live 2 s after its tone) and so long for the voice.
    pub fn rest(&self, tones: Duration, voice: Duration) -> bool {
        let said = self.speech.wait_for_rest(voice);
        self.sound.wait_for_rest(tones) && said
    }

    /// Waits at most so long until it is known whether the screen can be kept awake.
    pub fn settle(&self, at_most: Duration) {
        if let Some(awake) = &self.awake {
            awake.wait_for_rest(at_most);
        }
    }

    /// Which ways are in use, and why, as far as it is known by now.
    pub fn reports(&self) -> Reports {
        Reports {
            sound: self.sound.report(),
            speech: self.speech.report(),
            awake: self.awake.as_ref().and_then(Worker::report),
            hook: self.hook.as_ref().and_then(Worker::report),
        }
    }
}

/// A tick is worthless a second later; where there is no room, it goes first.
const fn weight_of(tone: Tone) -> Weight {
    match tone {
        Tone::Tick => Weight::Count,
        _ if tone.rings() => Weight::Word,
        _ => Weight::Hint,
    }
}

impl Drop for Ears {
    fn drop(&mut self) {
        self.sound.close();
        self.speech.hush();
        self.speech.close();
        self.awake.iter().for_each(Worker::close);
        self.hook.iter().for_each(Worker::close);
        self.speech.wait_for_end(LEAVING);
        self.awake.iter().for_each(|worker| worker.wait_for_end(LEAVING));
        self.hook.iter().for_each(|worker| worker.wait_for_end(LEAVING));
    }
}

#[cfg(test)]
mod tests;
