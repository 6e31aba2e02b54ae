//! The craft of tones: plays files with the first player that works, and counts the bells that stand in for them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::players::PLAYERS;
use super::{cache, synth, wave};
use crate::domain::cue::Tone;
use crate::domain::text::Clean;
use crate::io::helper::{Craft, Ended, Input, Notices, Report, Running, Surroundings, Ways, fill};
use crate::io::settings::Sound;

/// Players at a time. Each lives about 2 s, most of it after the tone; a fifth one ends the oldest.
const AT_MOST: usize = 4;
/// A player that is still there then hangs.
const LIMIT: Duration = Duration::from_secs(10);
/// A tone older than this is of no use any more, and is not tried with the next player.
const FRESH: Duration = Duration::from_millis(700);

/// What can be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    /// Nothing that is heard, to find out which player works.
    Silence,
    /// A tone.
    Tone(Tone),
}

#[derive(Debug)]
struct Playing {
    running: Running,
    way: usize,
    what: Sample,
    since: Duration,
}

/// Plays.
#[derive(Debug)]
pub(crate) struct Player {
    ways: Ways,
    around: Surroundings,
    files: Vec<(Sample, PathBuf)>,
    playing: Vec<Playing>,
    bells: Arc<AtomicU32>,
    notices: Notices,
    /// Why there are no files, once that is so.
    broken: Option<String>,
    told: bool,
}

impl Player {
    /// Makes the tones and looks for players.
    pub(crate) fn new(
        settings: &Sound,
        folder: &Path,
        around: Surroundings,
        bells: Arc<AtomicU32>,
        notices: Notices,
    ) -> Self {
        let ways = Ways::choose(settings.command.as_deref(), false, PLAYERS, &around);
        let made = make_all(folder, settings.volume);
        let broken = made.as_ref().err().map(|error| {
            format!("the tones could not be written to {}: {error}", Clean::text(&folder.to_string_lossy()))
        });
        let files = made.unwrap_or_default();
        Self { ways, around, files, playing: Vec::new(), bells, notices, broken, told: false }
    }

    /// Starts a player; where none is left, rings.
    fn play(&mut self, what: Sample, now: Duration) {
        while self.broken.is_none() {
            let Some((number, way)) = self.ways.present() else { break };
            let Some(path) = way.path().cloned() else { break };
            let Some((_, file)) = self.files.iter().find(|(sample, _)| *sample == what) else { return };
            let file = file.to_string_lossy();
            let arguments = fill(&way.arguments, &[("{file}", &file)]);
            let line = format!("{file}\n");
            let input = if way.piped { Input::Text(&line) } else { Input::Nothing };
            match Running::start(&path, &arguments, &self.around, input) {
                Ok(running) => {
                    if self.playing.len() >= AT_MOST {
                        drop(self.playing.remove(0));
                    }
                    self.playing.push(Playing { running, way: number, what, since: now });
                    return;
                }
                Err(error) => self.ways.strike(number, error.to_string()),
            }
        }
        self.ring(what);
    }

    fn ring(&mut self, what: Sample) {
        if matches!(what, Sample::Tone(tone) if tone.rings()) {
            self.bells.fetch_add(1, Ordering::Relaxed);
        }
        if !self.told {
            self.told = true;
            let why = self.broken.clone().unwrap_or_else(|| self.ways.why_none());
            self.notices.add(&format!("no tones: {why}; the terminal's bell stands in for them"));
        }
    }

    /// Takes out whoever has ended or hangs, and says how and when it was.
    fn settle(&mut self, now: Duration) -> Vec<(usize, Sample, Duration, Option<Ended>)> {
        let mut settled = Vec::new();
        let mut left = Vec::new();
        for mut one in self.playing.drain(..) {
            let age = now.saturating_sub(one.since);
            let ended = one.running.ended();
            if ended.is_none() && age < LIMIT {
                left.push(one);
            } else {
                settled.push((one.way, one.what, age, ended));
            }
        }
        self.playing = left;
        settled
    }
}

fn make_all(folder: &Path, volume: u8) -> std::io::Result<Vec<(Sample, PathBuf)>> {
    let mut files = vec![(Sample::Silence, cache::keep(folder, "silence", &wave::file(&synth::silence()))?)];
    for tone in Tone::ALL {
        let name = tone.word().replace(' ', "-");
        let path = cache::keep(folder, &name, &wave::file(&synth::samples(tone, volume)))?;
        files.push((Sample::Tone(tone), path));
    }
    Ok(files)
}

impl Craft for Player {
    type Order = Sample;

    fn take(&mut self, order: Sample, now: Duration) {
        self.play(order, now);
    }

    fn look(&mut self, now: Duration) -> Option<Duration> {
        for (way, what, age, ended) in self.settle(now) {
            match ended {
                Some(Ended::Well) => self.ways.works(way),
                Some(ended) => {
                    self.ways.failed(way, ended.words());
                    if age < FRESH {
                        self.play(what, now);
                    }
                }
                None => {
                    self.ways.failed(way, "it did not end within 10 s".to_owned());
                }
            }
        }
        // Who fails does so at once, and the next is to play the same tone before it is late.
        let youngest = self.playing.iter().map(|one| now.saturating_sub(one.since)).min()?;
        Some(Duration::from_millis(if youngest < Duration::from_millis(150) { 5 } else { 50 }))
    }

    fn hush(&mut self, _now: Duration) {
        self.playing.clear();
    }

    /// The last tune is played to its end: players end by themselves.
    fn leave(&mut self, _now: Duration) {}

    fn report(&self) -> Report {
        self.ways.report()
    }
}
