//! What is handed to a voice: one line that no voice takes for anything but words.

/// Letters at most (fault F85): 4 MB kept a voice busy for over 20 s. So few fit into any pipe, and writing never waits.
const LONGEST: usize = 300;

/// The line for a text, without its end; nothing where nothing is left to say.
///
/// Removed are `[[` and `]]` (phonemes, and commands of macOS), `<`, `>`, `&` (SSML) and the backslash, as well as `!`
/// at the beginning: `spd-say -e` takes a line that begins with `!-!` for a command to the server.
pub(super) fn line(text: &str) -> Option<String> {
    let mut text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    // What is left after one removal may be another mark: `[[[]]]`.
    while text.contains("[[") || text.contains("]]") {
        text = text.replace("[[", " ").replace("]]", " ");
    }
    text.retain(|c| !matches!(c, '<' | '>' | '&' | '\\'));
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = words.join(" ").trim_start_matches(['!', ' ']).chars().take(LONGEST).collect();
    let line = line.trim_end().to_owned();
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_voice_takes_for_a_command_is_left() {
        let said = |text: &str| line(text).unwrap_or_default();
        assert_eq!(said("Heel drop [[rate 400]] & <b>slow</b> a\\b"), "Heel drop rate 400 bslow/b ab");
        assert_eq!(said("[[[[x]]]]"), "x");
        assert_eq!(said("[<[x]>]"), "x", "removing one mark makes no other");
        assert_eq!(said("!-!SET SELF RATE 100"), "-!SET SELF RATE 100");
        assert_eq!(said(" ! !-!STOP"), "-!STOP");
        assert_eq!(said("one\r\ntwo\u{1b}x"), "one two x");
        assert_eq!(said("-w/etc/passwd"), "-w/etc/passwd", "on standard input it is text like any other");
        assert_eq!(line("<>"), None);
    }

    #[test]
    fn a_megabyte_is_clipped() {
        let clipped = line(&"ä".repeat(1_000_000)).unwrap_or_default();
        assert_eq!((clipped.chars().count(), clipped.len()), (300, 600));
    }
}
