//! Who hears: what the faces call out goes to tones and voice, and what the runner chose is kept.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use crate::app::world::World;
use crate::domain::cue::{Cue, Hearing, Place, Tone};
use crate::domain::text::{Clean, Id};
use crate::domain::time::Moment;
use crate::error::Error;
use crate::io::ears::{Context, Ears};
use crate::io::preference::Preference;
use crate::tui::effect::Call;

/// How long it may take until it is known whether a voice is there, before it is offered.
const KNOWN: Duration = Duration::from_millis(300);
/// How often that is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// Whoever makes something heard. Nothing of it waits or fails.
pub(crate) trait Hears {
    /// Plays and says a cue, as far as it is to be heard.
    fn hear(&mut self, cue: &Cue, hearing: Hearing, context: &Context);
    /// Cuts off what is being said.
    fn hush(&mut self);
    /// Keeps the screen from going dark, or lets it.
    fn stay_awake(&mut self, is_wanted: bool);
    /// Whether the terminal's bell is to ring.
    fn rings(&mut self) -> bool;
    /// What the runner should be told.
    fn notices(&mut self) -> Vec<Clean>;
    /// Waits until the last words are said, at most so long.
    fn finish(&mut self, at_most: Duration);
}

impl Hears for Ears {
    fn hear(&mut self, cue: &Cue, hearing: Hearing, context: &Context) {
        self.play(cue, hearing, context);
    }

    fn hush(&mut self) {
        self.stop_speaking();
    }

    fn stay_awake(&mut self, is_wanted: bool) {
        Self::stay_awake(self, is_wanted);
    }

    fn rings(&mut self) -> bool {
        self.bells() > 0
    }

    fn notices(&mut self) -> Vec<Clean> {
        Self::notices(self)
    }

    fn finish(&mut self, at_most: Duration) {
        let _said = Self::finish(self, at_most);
    }
}

/// Ears with what the runner chose.
pub(crate) struct Listener {
    ears: Box<dyn Hears>,
    preference: Preference,
    state: PathBuf,
    /// What is heard where nothing was chosen: the settings' word.
    settings: Hearing,
    /// Whether a voice is there that was not offered yet.
    offers_voice: bool,
    awake: bool,
}

impl Listener {
    /// The ears of this world. A voice that was not offered yet is looked for, for a moment.
    pub(crate) fn new(world: &World) -> Self {
        let preference = Preference::load(&world.state);
        let settings = world.settings.sound.hearing;
        let ears = world.ears();
        let offers_voice = preference.voice.is_none() && !settings.voice() && has_voice(&ears);
        Self::with(Box::new(ears), preference, (world.state.clone(), settings, offers_voice))
    }

    fn with(
        ears: Box<dyn Hears>,
        preference: Preference,
        (state, settings, offers_voice): (PathBuf, Hearing, bool),
    ) -> Self {
        Self { ears, preference, state, settings, offers_voice, awake: false }
    }

    /// What is heard where a program has no choice of its own: a voice that was wanted comes to the settings' tones.
    pub(crate) const fn usual(&self) -> Hearing {
        match (self.preference.voice, self.settings) {
            (Some(true), Hearing::Tones) => Hearing::Both,
            (_, settings) => settings,
        }
    }

    /// What was chosen for single programs.
    pub(crate) const fn chosen(&self) -> &BTreeMap<Id, Hearing> {
        &self.preference.programs
    }

    /// Whether a voice is to be offered.
    pub(crate) const fn offers_voice(&self) -> bool {
        self.offers_voice
    }

    /// Makes something heard. The screen stays awake from the first cue to the end of the session.
    pub(crate) fn hear(&mut self, call: &Call) {
        if call.breaks {
            self.ears.hush();
        }
        let context = context(&call.place);
        for cue in &call.cues {
            self.ears.hear(cue, call.hearing, &context);
        }
        let over = call.cues.iter().any(|cue| cue.tone == Some(Tone::SessionEnd));
        self.stay_awake(!over);
    }

    /// What is played ends, with what is said of it.
    pub(crate) fn leave(&mut self) {
        self.ears.hush();
        self.stay_awake(false);
    }

    fn stay_awake(&mut self, is_wanted: bool) {
        if is_wanted != self.awake {
            self.awake = is_wanted;
            self.ears.stay_awake(is_wanted);
        }
    }

    /// From now on this is heard of a program.
    pub(crate) fn keep(&mut self, program: &Id, hearing: Hearing) -> Result<(), Error> {
        if !hearing.voice() {
            self.ears.hush();
        }
        self.preference.programs.insert(program.clone(), hearing);
        self.preference.keep(&self.state)
    }

    /// The answer to the question about the voice; it is not asked again.
    pub(crate) fn answered(&mut self, wanted: bool) -> Result<(), Error> {
        self.offers_voice = false;
        self.preference.voice = Some(wanted);
        self.preference.keep(&self.state)
    }

    /// A tone that the runner listens for.
    pub(crate) fn check(&mut self) {
        let due = Moment::default();
        let cue = Cue { due, tone: Some(Tone::SessionEnd), says: None };
        self.ears.hear(&cue, Hearing::Tones, &Context::default());
    }

    /// What is heard of a program.
    pub(crate) fn of(&self, program: &Id) -> Hearing {
        self.preference.programs.get(program).copied().unwrap_or_else(|| self.usual())
    }

    /// A program without a screen ends: its last words are heard out.
    pub(crate) fn finish(&mut self, at_most: Duration) {
        self.ears.finish(at_most);
        self.stay_awake(false);
    }

    /// Whether the terminal's bell is to ring.
    pub(crate) fn rings(&mut self) -> bool {
        self.ears.rings()
    }

    /// What the runner should be told.
    pub(crate) fn notices(&mut self) -> Vec<Clean> {
        self.ears.notices()
    }
}

/// Whether a program that speaks was found; looked at for a short while, since it is looked for on its own thread.
fn has_voice(ears: &Ears) -> bool {
    let tries = KNOWN.as_millis() / LOOK.as_millis();
    for _ in 0..tries {
        if let Some(report) = ears.reports().speech {
            return report.used.is_some();
        }
        std::thread::park_timeout(LOOK);
    }
    false
}

fn context(place: &Place) -> Context {
    Context {
        language: place.language.clone(),
        program: Some(Clean::name(place.program.as_str())),
        exercise: place.exercise.as_ref().map(|id| Clean::name(id.as_str())),
        side: Some(Clean::name(place.side.map_or("both", |side| side.word()))),
        set: place.set.map(|(set, _)| set),
        sets: place.set.map(|(_, sets)| sets),
        rep: place.rep,
        reps: place.reps,
    }
}

#[cfg(test)]
mod tests;
