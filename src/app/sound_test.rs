//! `soleus sound-test`: every cue once, in order, and which programs were heard.

use std::io::Write;
use std::time::Duration;

use crate::app::json;
use crate::app::world::World;
use crate::cli::sound_test::{self, SoundTest};
use crate::domain::cue::{Cue, Hearing, Spoken, Tone, Weight};
use crate::domain::text::Clean;
use crate::domain::time::Moment;
use crate::error::Error;
use crate::io::ears::{Context, Ears};

/// From tone to tone: the longest lasts about 1 s, its player about 2.
const PACE: Duration = Duration::from_millis(1_100);
/// The same in a hurry.
const QUICK: Duration = Duration::from_millis(350);
/// The sentence takes about 4 s.
const SENTENCE: Duration = Duration::from_secs(12);
/// Whoever keeps the screen awake has shown by then whether it can.
const SETTLED: Duration = Duration::from_millis(700);

/// Plays, speaks, and says what was used.
pub(crate) fn sound_test(asked: &SoundTest, out: &mut impl Write) -> Result<(), Error> {
    let world = World::open()?;
    let ears = world.ears();
    ears.stay_awake(true);
    let context = Context { language: Clean::name(&asked.language), ..Context::default() };
    let mut test = Test { ears: &ears, context, told: !asked.json, at: Duration::ZERO };
    let pace = if asked.quick { QUICK } else { PACE };
    for tone in Tone::ALL {
        test.tone(tone, pace, out)?;
    }
    test.sentence(&asked.language, out)?;
    ears.rest(Duration::from_secs(3), SENTENCE);
    ears.settle(SETTLED);
    let reports = ears.reports();
    if asked.json {
        return json(&sound_test::value(&reports, &world.settings), out);
    }
    writeln!(out)?;
    sound_test::text(&reports, &world.settings, out)
}

struct Test<'a> {
    ears: &'a Ears,
    context: Context,
    /// Whether each cue is named.
    told: bool,
    at: Duration,
}

impl Test<'_> {
    fn tone(&mut self, tone: Tone, pace: Duration, out: &mut impl Write) -> Result<(), Error> {
        let cue = Cue { due: Moment::awake(self.at), tone: Some(tone), says: None };
        if self.told {
            writeln!(out, "{:<12} {}", tone.word(), sound_test::meaning(tone))?;
            out.flush()?;
        }
        self.ears.play(&cue, Hearing::Both, &self.context);
        self.ears.rest(pace, Duration::ZERO);
        self.at += pace;
        // A terminal rings where no player does; whoever reads our lines elsewhere gets none.
        if self.ears.bells() > 0 && self.told && std::io::IsTerminal::is_terminal(&std::io::stdout()) {
            out.write_all(b"\x07")?;
            out.flush()?;
        }
        Ok(())
    }

    fn sentence(&self, language: &str, out: &mut impl Write) -> Result<(), Error> {
        let (text, is_known) = sound_test::sentence(language);
        if self.told {
            let doubt = if is_known { "" } else { " (an English sentence: none is known in this language)" };
            writeln!(out, "{:<12} {text}{doubt}", "voice")?;
            out.flush()?;
        }
        let spoken = Spoken { text: Clean::text(text), weight: Weight::Word, cuts: true };
        self.ears.play(
            &Cue { due: Moment::awake(self.at), tone: None, says: Some(spoken) },
            Hearing::Both,
            &self.context,
        );
        Ok(())
    }
}
