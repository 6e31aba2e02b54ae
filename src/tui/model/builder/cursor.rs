//! Where in a field letters go: counted in letters as a reader counts them, from 0, through all its lines.

use unicode_segmentation::UnicodeSegmentation as _;

/// A place between two letters; of a choice, which of its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor(pub usize);

fn letters(text: &str) -> Vec<&str> {
    text.graphemes(true).collect()
}

impl Cursor {
    /// Behind the last letter.
    pub fn end(text: &str) -> Self {
        Self(letters(text).len())
    }

    /// Clamped to a text.
    pub fn within(self, text: &str) -> usize {
        self.0.min(letters(text).len())
    }

    /// Puts a letter at its place and goes behind it.
    pub fn insert(&mut self, text: &mut String, letter: char) {
        let at = self.within(text);
        let mut new: String = letters(text).into_iter().take(at).collect();
        let behind: String = letters(text).into_iter().skip(at).collect();
        new.push(letter);
        // A mark that joins the letter before it makes no new letter.
        self.0 = letters(&new).len();
        new.push_str(&behind);
        *text = new;
    }

    /// Takes out the letter before it.
    pub fn erase(&mut self, text: &mut String) {
        let at = self.within(text);
        if at > 0 {
            self.0 = at - 1;
            *text = without(text, at - 1);
        }
    }

    /// Takes out the letter behind it.
    pub fn delete(self, text: &mut String) {
        let at = self.within(text);
        *text = without(text, at);
    }

    /// One letter to the left or to the right.
    pub fn step(&mut self, text: &str, right: bool) {
        let at = self.within(text);
        self.0 = if right { (at + 1).min(letters(text).len()) } else { at.saturating_sub(1) };
    }

    /// To the beginning or the end of its line.
    pub fn line_end(&mut self, text: &str, end: bool) {
        let (line, column) = self.line(text);
        let length = text.split('\n').nth(line).map_or(0, |line| letters(line).len());
        let at = self.within(text);
        self.0 = if end { at + length.saturating_sub(column) } else { at - column };
    }

    /// Its line and its column, from 0.
    pub fn line(self, text: &str) -> (usize, usize) {
        let mut left = self.within(text);
        for (n, line) in text.split('\n').enumerate() {
            let length = letters(line).len();
            if left <= length {
                return (n, left);
            }
            left -= length + 1;
        }
        (0, 0)
    }

    /// A line up or down, as near to its column as can be; whether there was one.
    pub fn climb(&mut self, text: &str, down: bool) -> bool {
        let (line, column) = self.line(text);
        let wanted = if down { Some(line + 1) } else { line.checked_sub(1) };
        let lines: Vec<usize> = text.split('\n').map(|line| letters(line).len()).collect();
        let Some((wanted, length)) = wanted.and_then(|n| lines.get(n).map(|length| (n, *length))) else { return false };
        let before: usize = lines.iter().take(wanted).map(|length| length + 1).sum();
        self.0 = before + column.min(length);
        true
    }
}

fn without(text: &str, at: usize) -> String {
    letters(text).into_iter().enumerate().filter(|(n, _)| *n != at).map(|(_, letter)| letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_where_the_cursor_is() {
        let mut text = "héllo".to_owned();
        let mut cursor = Cursor(1);
        cursor.insert(&mut text, 'X');
        assert_eq!((text.as_str(), cursor), ("hXéllo", Cursor(2)));
        cursor.erase(&mut text);
        cursor.delete(&mut text);
        assert_eq!((text.as_str(), cursor), ("hllo", Cursor(1)));
        cursor.insert(&mut text, '\u{301}');
        assert_eq!(cursor, Cursor(1), "a mark joins its letter");
        Cursor(0).erase(&mut text);
        Cursor(9).delete(&mut text);
        assert_eq!(text, "h\u{301}llo");
    }

    #[test]
    fn lines_are_climbed() {
        let text = "one\ntwenty\n";
        let mut cursor = Cursor::end(text);
        assert_eq!(cursor.line(text), (2, 0));
        assert!(!cursor.climb(text, true));
        assert!(cursor.climb(text, false) && cursor.line(text) == (1, 0));
        cursor.line_end(text, true);
        assert_eq!(cursor.line(text), (1, 6));
        assert!(cursor.climb(text, false) && cursor.line(text) == (0, 3));
        cursor.line_end(text, false);
        assert!(cursor == Cursor(0) && !cursor.climb(text, false));
        cursor.step(text, false);
        cursor.step(text, true);
        assert_eq!(cursor, Cursor(1));
    }
}
