//! How each tone sounds: sines with a soft beginning and end, told apart without looking.
//!
//! What goes up glides up, what goes down glides down, what stays is steady; a tick is short and high; the beginnings
//! and ends of things are small tunes. Pitches are of one chord (A, C sharp, E), so that two that meet do not clash, and
//! lie between 440 and 1,320 Hz, where small speakers are good. All of it is a design choice.

use std::f64::consts::TAU;

use super::wave::RATE;
use crate::domain::cue::Tone;

/// The loudest sample at volume 100.
const PEAK: f64 = 0.8;
/// Seconds in which a note comes and goes, so that it does not click.
const ATTACK: f64 = 0.008;

/// A note, or a silence where both pitches are 0: from a pitch to a pitch (Hz) in so many seconds.
struct Note(f64, f64, f64);

const A: f64 = 440.0;
const C_SHARP: f64 = 554.37;
const E: f64 = 659.26;
const HIGH_A: f64 = 880.0;
const HIGH_E: f64 = 1318.5;

const fn notes(tone: Tone) -> &'static [Note] {
    match tone {
        Tone::Raise => &[Note(A, HIGH_A, 0.30)],
        Tone::Lower => &[Note(HIGH_A, A, 0.30)],
        Tone::Hold => &[Note(E, E, 0.30)],
        Tone::Move => &[Note(C_SHARP, C_SHARP, 0.12)],
        Tone::Tick => &[Note(HIGH_A, HIGH_A, 0.08)],
        Tone::Start => &[Note(HIGH_E, HIGH_E, 0.35)],
        Tone::SetEnd => &[Note(HIGH_A, HIGH_A, 0.16), Note(E, E, 0.34)],
        Tone::SideChange => &[Note(E, E, 0.14), Note(HIGH_A, HIGH_A, 0.14), Note(E, E, 0.22)],
        Tone::SessionEnd => {
            &[Note(A, A, 0.16), Note(C_SHARP, C_SHARP, 0.16), Note(E, E, 0.16), Note(HIGH_A, HIGH_A, 0.5)]
        }
        Tone::Warning => {
            &[Note(A, A, 0.14), Note(0.0, 0.0, 0.06), Note(A, A, 0.14), Note(0.0, 0.0, 0.06), Note(A, A, 0.30)]
        }
    }
}

/// The samples of a tone at a volume of 0 to 100. Loudness is heard as the square root of the swing, hence the square.
pub(super) fn samples(tone: Tone, volume: u8) -> Vec<f64> {
    let loud = PEAK * (f64::from(volume.min(100)) / 100.0).powi(2);
    notes(tone).iter().flat_map(|note| sung(note, loud)).collect()
}

/// A twentieth of a second of nothing: what is played first, to find out which player works before it matters.
pub(super) fn silence() -> Vec<f64> {
    sung(&Note(0.0, 0.0, 0.05), 0.0)
}

fn sung(note: &Note, loud: f64) -> Vec<f64> {
    let Note(from, to, seconds) = *note;
    let frames = (0..).map(|frame: u32| f64::from(frame) / f64::from(RATE));
    let mut turn = 0.0;
    frames
        .take_while(|at| *at < seconds)
        .map(|at| {
            let pitch = from + (to - from) * at / seconds;
            turn += pitch / f64::from(RATE);
            let comes = (at / ATTACK).min(1.0);
            let goes = ((seconds - at) / (seconds * 0.6)).clamp(0.0, 1.0);
            // A little of the octave makes it less of a test signal.
            let wave = (TAU * turn).sin() * 0.85 + (TAU * turn * 2.0).sin() * 0.15;
            wave * loud * comes * goes
        })
        .collect()
}
