//! One line: a JSON object whose last member is the checksum of the bytes before it.

use std::fmt::Write as _;

/// The longest line that is written or read.
pub(super) const LONGEST: usize = 64 * 1024;

const MARK: &[u8] = b",\"crc\":\"";

/// What the checksum says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sum {
    /// The bytes are not those that were written.
    Wrong,
    /// There is none: a line written by hand.
    Missing,
    /// The bytes are those that were written.
    Right,
}

/// Joins the members of JSON objects into one line, checksum last, without the newline.
pub(super) fn seal(objects: &[&str]) -> String {
    let inside = |object: &str| {
        let object = object.strip_prefix('{').unwrap_or(object);
        object.strip_suffix('}').unwrap_or(object).to_owned()
    };
    let members: Vec<String> = objects.iter().copied().map(inside).filter(|part| !part.is_empty()).collect();
    let mut line = format!("{{{}", members.join(","));
    let sum = crc32c::crc32c(line.as_bytes());
    // writing to a `String` cannot fail
    let _ = write!(line, ",\"crc\":\"{sum:08x}\"}}");
    line
}

/// Compares a line with its checksum.
pub(super) fn checksum(raw: &[u8]) -> Sum {
    let Some(at) = raw.windows(MARK.len()).rposition(|window| window == MARK) else { return Sum::Missing };
    let (content, end) = raw.split_at(at);
    let wanted = format!("{:08x}\"}}", crc32c::crc32c(content));
    if end.strip_prefix(MARK) == Some(wanted.as_bytes()) { Sum::Right } else { Sum::Wrong }
}

/// Whole lines inside a line that cannot be read: two that lost the newline between them, or one after a torn one.
pub(super) fn pieces(raw: &[u8]) -> impl Iterator<Item = &[u8]> {
    const BEGINNING: &[u8] = b"{\"v\":";
    let starts: Vec<usize> =
        raw.windows(BEGINNING.len()).enumerate().filter(|(_, window)| *window == BEGINNING).map(|(at, _)| at).collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([raw.len()]).collect();
    starts.into_iter().zip(ends).filter_map(move |(start, end)| {
        let piece = raw.get(start..end)?;
        let last = piece.iter().rposition(|byte| *byte == b'}')?;
        piece.get(..=last).filter(|whole| checksum(whole) == Sum::Right)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_line_knows_its_own_bytes() {
        let line = seal(&[r#"{"v":1,"s":"a"}"#, r#"{"text":"x,\"crc\":\"y"}"#]);
        assert_eq!(checksum(line.as_bytes()), Sum::Right);
        assert!(serde_json::from_str::<serde_json::Value>(&line).is_ok(), "{line}");
        assert_eq!(checksum(br#"{"v":1}"#), Sum::Missing);
        for at in 0..line.len() {
            let mut bytes = line.clone().into_bytes();
            bytes[at] ^= 4;
            assert_ne!(checksum(&bytes), Sum::Right, "byte {at}");
        }
    }

    #[test]
    fn lines_that_lost_their_newline_are_found_again() {
        let (one, two) = (seal(&["{\"v\":1}", "{\"n\":1}"]), seal(&["{\"v\":1}", "{\"n\":2}"]));
        let torn: String = one.chars().take(9).collect();
        let glued = format!("{torn}{one}\u{b}{two}");
        assert_eq!(pieces(glued.as_bytes()).collect::<Vec<_>>(), [one.as_bytes(), two.as_bytes()]);
        assert_eq!(pieces(b"no line at all").count(), 0);
    }
}
