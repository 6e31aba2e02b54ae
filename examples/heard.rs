//! Listens to a recording for the checks of `.ci/run`: are these pitches in it, and is it silent where it should be?
//!
//! `heard RECORDING PITCH..`: raw samples, 48 kHz, one channel, 16 bits. Each pitch (Hz) must somewhere be the loudest of
//! a tenth of a second and far louder than the pitches around it. Ends with 1 where one is missing. Without a pitch, the
//! recording must be silent.

use std::f64::consts::TAU;
use std::process::ExitCode;

const RATE: f64 = 48_000.0;
/// A tenth of a second.
const WINDOW: usize = 4_800;
/// What counts as silence, of 32,767.
const SILENT: f64 = 30.0;
/// What a tone has at least, in [`strength`].
const HEARD: f64 = 300.0;

/// How much of a pitch is in some samples (Goertzel): about a quarter of its swing. Beginning and end of the samples are
/// faded (Hann), else what is cut off there would be heard at every pitch.
fn strength(samples: &[f64], pitch: f64) -> f64 {
    let length = f64::from(u32::try_from(samples.len()).unwrap_or(u32::MAX));
    let turn = TAU * pitch / RATE;
    let (mut last, mut before) = (0.0, 0.0);
    for (place, sample) in (0_u32..).zip(samples) {
        let fade = 0.5 - 0.5 * (TAU * f64::from(place) / length).cos();
        (last, before) = (sample * fade + 2.0 * turn.cos() * last - before, last);
    }
    let power = last * last + before * before - 2.0 * turn.cos() * last * before;
    power.max(0.0).sqrt() / length
}

/// Whether a pitch stands out in one of the windows: more than four times as strong as what lies beside it.
fn is_heard(samples: &[f64], pitch: f64) -> bool {
    samples.windows(WINDOW).step_by(WINDOW / 4).any(|window| {
        let own = strength(window, pitch);
        let beside = [0.8, 0.9, 1.1, 1.2].map(|factor| strength(window, pitch * factor));
        own > HEARD && beside.iter().all(|other| own > other * 4.0)
    })
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((file, pitches)) = arguments.split_first() else { return ExitCode::from(2) };
    let Ok(bytes) = std::fs::read(file) else { return ExitCode::from(2) };
    let samples: Vec<f64> =
        bytes.chunks_exact(2).filter_map(|pair| Some(f64::from(i16::from_le_bytes(pair.try_into().ok()?)))).collect();
    let peak = samples.iter().fold(0.0_f64, |peak, sample| peak.max(sample.abs()));
    let mut out = vec![format!("{} samples, the loudest {peak}", samples.len())];
    let mut is_well = samples.len() >= WINDOW && (peak > SILENT) != pitches.is_empty();
    for pitch in pitches {
        let heard = pitch.parse().is_ok_and(|pitch| is_heard(&samples, pitch));
        out.push(format!("{pitch} Hz: {}", if heard { "heard" } else { "NOT heard" }));
        is_well &= heard;
    }
    let shown = std::io::Write::write_all(&mut std::io::stdout(), format!("{}\n", out.join("\n")).as_bytes());
    if is_well && shown.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
