//! Names of files and ids of sessions: random, ordered by time, safe on every file system.

use std::fs::File;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::Read as _;
use std::sync::atomic::{AtomicU16, Ordering};

use chrono::{DateTime, FixedOffset};

/// Crockford's base 32: no letter that looks like another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many ids this process has given.
static GIVEN: AtomicU16 = AtomicU16::new(0);

/// An id of 26 letters: 48 bits of milliseconds, 16 of a counter, then 64 random ones. Later ids sort later, and so do
/// those that one process gives for the same moment: of two decisions made at once the second one holds.
pub(super) fn id(at: DateTime<FixedOffset>) -> String {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default() & 0xffff_ffff_ffff;
    let count = GIVEN.fetch_add(1, Ordering::Relaxed);
    base32(u128::from(millis) << 80 | u128::from(count) << 64 | random() >> 64, 26)
}

/// Ten random letters: 50 bits.
pub(super) fn random_letters() -> String {
    base32(random(), 10)
}

/// The name of a file without its ending: `2026-11-21_0712_knee_k7f3q9x2m4`.
pub(super) fn stem(at: DateTime<FixedOffset>, what: &str) -> String {
    format!("{}_{}_{}", at.format("%Y-%m-%d_%H%M"), slug(what), random_letters())
}

/// The folder of its year.
pub(super) fn year(at: DateTime<FixedOffset>) -> String {
    at.format("%Y").to_string()
}

/// Letters and digits of an id, 1 to 24 of them.
fn slug(what: &str) -> String {
    let letters: String = what.chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    if letters.is_empty() { "program".to_owned() } else { letters.to_ascii_lowercase() }
}

fn base32(bits: u128, letters: usize) -> String {
    let letter = |place: usize| {
        let five = usize::try_from(bits >> (5 * place) & 31).unwrap_or_default();
        LETTERS.get(five).copied().map_or('0', char::from)
    };
    (0..letters).rev().map(letter).collect()
}

fn random() -> u128 {
    let mut bytes = [0; 16];
    match File::open("/dev/urandom").and_then(|mut source| source.read_exact(&mut bytes)) {
        Ok(()) => u128::from_ne_bytes(bytes),
        // every `RandomState` has keys of its own, from the system
        Err(_) => (0..2).fold(0, |bits, _| bits << 64 | u128::from(RandomState::new().build_hasher().finish())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn ids_sort_by_time_and_differ() {
        let (early, late) = (at("2026-11-21T07:00:00+01:00"), at("2026-11-21T06:00:00.001Z"));
        assert!(id(early) < id(late));
        assert_ne!(id(early), id(early));
        assert_eq!(id(early).len(), 26);
        assert!(id(early).starts_with("01m7"), "{}", id(early));
    }

    #[test]
    fn ids_of_one_moment_sort_as_they_were_given() {
        let moment = at("2031-02-03T07:00:00+01:00");
        let given: Vec<String> = (0..200).map(|_| id(moment)).collect();
        assert!(given.is_sorted_by(|a, b| a < b), "{given:?}");
    }

    #[test]
    fn names_are_safe_everywhere() {
        let name = stem(at("2026-11-21T07:12:03+01:00"), "knee-after-meniscus-repair-of-the-left-side");
        assert!(name.starts_with("2026-11-21_0712_kneeaftermeniscusrepairo_"), "{name}");
        assert!(
            name.len() < 58 && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b))
        );
        assert!(stem(at("2026-11-21T07:12:03+01:00"), "---").contains("_program_"));
    }
}
