//! A WAV file in memory: 48 kHz, one channel, 16 bits.

/// Samples a second.
pub(super) const RATE: u32 = 48_000;

/// The bytes of a file that holds these samples, each -1 to 1.
pub(super) fn file(samples: &[f64]) -> Vec<u8> {
    let length = u32::try_from(samples.len() * 2).unwrap_or(u32::MAX);
    let mut bytes = Vec::with_capacity(samples.len() * 2 + 44);
    bytes.extend(b"RIFF");
    bytes.extend((36 + length).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    bytes.extend(16_u32.to_le_bytes());
    // PCM, one channel
    bytes.extend([1, 0, 1, 0]);
    bytes.extend(RATE.to_le_bytes());
    bytes.extend((RATE * 2).to_le_bytes());
    // bytes a frame, bits a sample
    bytes.extend([2, 0, 16, 0]);
    bytes.extend(b"data");
    bytes.extend(length.to_le_bytes());
    bytes.extend(samples.iter().flat_map(|sample| quantised(*sample).to_le_bytes()));
    bytes
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to the range first, and the rest is what sound is made of"
)]
fn quantised(sample: f64) -> i16 {
    (sample.clamp(-1.0, 1.0) * f64::from(i16::MAX)).round() as i16
}
