//! Mending before parsing: a bracket or a quote that is not closed would swallow the rest of the file, so it is closed
//! in a copy of the text. The mistake is reported at its own place, and what stands behind it is read and judged.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::io::diagnostic::{Diagnostic, Source};
use crate::io::program_file::headers::{Header, begins_with_key};
use crate::io::program_file::syntax::curly;

/// Brackets in brackets that are followed: deeper ones are for the parser to refuse.
const DEEPEST: usize = 32;
/// More mends than these are no slip of the hand: the file is left as it is.
const MOST: usize = 50;

/// A text that was mended.
#[derive(Debug, Default)]
pub(in crate::io) struct Mended {
    pub(in crate::io) text: String,
    /// Where a byte was put in, in the mended text, in order.
    added: Vec<usize>,
    /// What was mended, at its place in the text as it was written.
    pub(in crate::io) problems: Vec<Diagnostic>,
    /// Lines that were mended.
    pub(in crate::io) lines: BTreeSet<usize>,
}

impl Mended {
    /// Bytes of the text as it was written for bytes of the mended one.
    fn written(&self, span: &Range<usize>) -> Range<usize> {
        let before = |at: usize| at - self.added.partition_point(|added| *added < at);
        before(span.start)..before(span.end).max(before(span.start))
    }

    /// A problem of the mended text at its place in the text as it was written.
    pub(in crate::io) fn placed(&self, mut problem: Diagnostic) -> Diagnostic {
        problem.span = self.written(&problem.span);
        problem.also = problem.also.map(|(span, word)| (self.written(&span), word));
        problem
    }
}

/// Mends a text as far as it goes.
pub(in crate::io) fn mend(source: &Source) -> Mended {
    let mut scan =
        Scan { source, open: Vec::new(), inside: None, from: 0, last: 0, edits: Vec::new(), done: Mended::default() };
    let fits = scan.all();
    let Scan { mut edits, done: mut mended, .. } = scan;
    if !fits {
        return Mended { text: source.text().to_owned(), ..Mended::default() };
    }
    edits.sort_by_key(|edit| edit.at.start);
    let (mut text, mut from) = (String::with_capacity(source.text().len() + 16), 0);
    for Edit { at, put } in edits {
        text.push_str(source.text().get(from..at.start).unwrap_or_default());
        let longer = put.len().saturating_sub(at.len());
        text.push_str(&put);
        mended.added.extend(text.len() - longer..text.len());
        from = at.end;
    }
    text.push_str(source.text().get(from..).unwrap_or_default());
    mended.text = text;
    mended
}

/// Bytes of the text and what is put there: more bytes at one place, or as many blanks.
struct Edit {
    at: Range<usize>,
    put: String,
}

struct Scan<'a> {
    source: &'a Source,
    /// The brackets that are open, with their places.
    open: Vec<(char, usize)>,
    /// The delimiter of the text over several lines that is open.
    inside: Option<&'static str>,
    /// Lines before this byte are inside of a text that was never closed.
    from: usize,
    /// Behind the last character that is neither blank nor comment.
    last: usize,
    edits: Vec<Edit>,
    done: Mended,
}

impl Scan<'_> {
    /// Goes through all lines; false where the file is beyond mending.
    fn all(&mut self) -> bool {
        let mut number = 1;
        loop {
            let line = self.source.line(number);
            if line.start >= self.source.text().len() {
                break;
            }
            if line.start >= self.from {
                self.line(line);
            }
            if self.open.len() > DEEPEST || self.done.problems.len() > MOST {
                return false;
            }
            number += 1;
        }
        self.close(0, self.last, "");
        true
    }

    fn line(&mut self, line: Range<usize>) {
        let text = self.source.text().get(line.clone()).unwrap_or_default();
        let mut at = 0;
        if let Some(delimiter) = self.inside {
            let Some(end) = end_of_lines(text, delimiter) else { return };
            at = end;
            self.inside = None;
            self.last = line.start + at;
        } else if let Some(header) = Header::of(text) {
            self.close(0, self.last, "");
            self.header(&header, line.start);
            self.last = line.end;
            return;
        } else if begins_with_key(text) {
            // No key stands in a list: it was not closed before.
            let lists = self.open.iter().rev().take_while(|(bracket, _)| *bracket == '[').count();
            let keep = self.open.len() - lists;
            self.close(keep, self.last, if keep > 0 { "," } else { "" });
        } else {
            // the line goes on with what was open
        }
        self.colon(&line, text, at);
        let (before, edits, problems) = (self.open.clone(), self.edits.len(), self.done.problems.len());
        if let Err(quote) = self.characters(line.start, text, at) {
            let holds = |part: Option<&str>| part.is_some_and(|part| part.contains(['[', '{', ']', '}']));
            if !before.is_empty() || holds(text.get(..quote)) {
                self.open = before;
                self.edits.truncate(edits);
                self.done.problems.truncate(problems);
                self.skeleton(line.start, text, quote);
            }
            // Else the parser goes on behind the line by itself.
        }
    }

    /// A colon where the `=` belongs.
    fn colon(&mut self, line: &Range<usize>, text: &str, at: usize) {
        let Some(colon) = text.find(':').filter(|_| at == 0 && !self.open.iter().any(|(open, _)| *open == '[')) else {
            return;
        };
        let key = text.get(..colon).unwrap_or_default().trim();
        if !key.is_empty() && key.chars().all(|c| c.is_ascii_alphabetic() || c == '_') {
            let place = line.start + colon..line.start + colon + 1;
            let message = format!("a colon stands behind `{key}`, where `=` belongs");
            let problem = Diagnostic::error("syntax", place.clone(), message);
            self.report(problem.help(format!("write {key} = …")));
            self.edits.push(Edit { at: place, put: "=".to_owned() });
        }
    }

    /// Follows strings and brackets through a line; where a quote is not closed, its place comes back.
    fn characters(&mut self, start: usize, text: &str, mut at: usize) -> Result<(), usize> {
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            match c {
                '#' => return Ok(()),
                '"' | '\'' => {
                    let Some(end) = self.string(start, text, at) else { return Err(at) };
                    at = end;
                    self.last = start + at;
                    continue;
                }
                '[' | '{' => self.opens(c, start + at),
                ']' | '}' => self.closes(c, start + at),
                _ => {}
            }
            at += c.len_utf8();
            if !c.is_whitespace() {
                self.last = start + at;
            }
        }
        Ok(())
    }

    /// Behind the string that begins at a quote; nothing where it is not closed on its line and may not go on.
    fn string(&mut self, start: usize, text: &str, at: usize) -> Option<usize> {
        let rest = text.get(at..)?;
        for delimiter in ["\"\"\"", "'''"] {
            if let Some(behind) = rest.strip_prefix(delimiter) {
                let end = end_of_lines(behind, delimiter).map(|end| at + delimiter.len() + end);
                if end.is_none() {
                    self.over_lines(delimiter, start + at, start + text.len());
                }
                return Some(end.unwrap_or(text.len()));
            }
        }
        let quote = rest.chars().next()?;
        let mut escaped = false;
        for (n, c) in rest.char_indices().skip(1) {
            if escaped {
                escaped = false;
            } else if c == '\\' && quote == '"' {
                escaped = true;
            } else if c == quote {
                return Some(at + n + 1);
            } else {
                // a character of the text
            }
        }
        None
    }

    /// A text that goes on behind its first line, which ends at a byte. One that is closed nowhere is closed before the
    /// next header or key.
    fn over_lines(&mut self, delimiter: &'static str, opened: usize, end: usize) {
        let rest = self.source.text().get(end..).unwrap_or_default();
        if rest.contains(delimiter) {
            self.inside = Some(delimiter);
            return;
        }
        let (mut at, mut next) = (end, end);
        for line in rest.split_inclusive('\n') {
            if next > end && (Header::of(line.trim_end()).is_some() || begins_with_key(line)) {
                break;
            }
            next += line.len();
            at = next - (line.len() - line.trim_end_matches(['\r', '\n']).len());
        }
        let problem =
            Diagnostic::error("syntax", opened..opened + delimiter.len(), "a text that is opened here is not closed");
        self.report(problem.help(format!("end it with {delimiter}")));
        self.edits.push(Edit { at: at..at, put: delimiter.to_owned() });
        (self.from, self.last) = (next, at);
    }

    fn opens(&mut self, bracket: char, at: usize) {
        let before = self.source.text().get(..self.last).unwrap_or_default();
        let top = self.open.last().map(|(bracket, _)| *bracket);
        if bracket == '{' && top == Some('{') && !before.ends_with('=') {
            // Two exercises of a list, and the first was not closed.
            self.close(self.open.len() - 1, self.last, ",");
        }
        self.open.push((bracket, at));
    }

    fn closes(&mut self, bracket: char, at: usize) {
        let opener = if bracket == ']' { '[' } else { '{' };
        let Some(depth) = self.open.iter().rposition(|(open, _)| *open == opener) else { return };
        self.close(depth + 1, at, "");
        self.open.truncate(depth);
    }

    /// Closes what is open above a depth, at a place, with something behind it.
    fn close(&mut self, depth: usize, at: usize, behind: &str) {
        if self.open.len() <= depth {
            return;
        }
        let mut put = String::new();
        for (bracket, opened) in self.open.split_off(depth).into_iter().rev() {
            let (what, closer) = if bracket == '[' { ("list", ']') } else { ("brace", '}') };
            put.push(closer);
            let message = format!("a {what} that is opened here is not closed");
            let problem = Diagnostic::error("syntax", opened..opened + 1, message);
            self.report(problem.help(format!("end it with {closer}")));
        }
        put.push_str(behind);
        self.edits.push(Edit { at: at..at, put });
    }

    /// A header that is not as it should be.
    fn header(&mut self, header: &Header, start: usize) {
        if let Some((problem, right)) = header.wrong(start) {
            let width = header.place.len();
            self.edits.push(Edit { at: problem.span.clone(), put: format!("{right:width$}") });
            self.report(problem);
        }
    }

    /// A line with a quote that is not closed, in a list or with one: all but its unpaired brackets becomes blank.
    fn skeleton(&mut self, start: usize, text: &str, quote: usize) {
        let line = start..start + text.len();
        let problem = curly(self.source, &line).unwrap_or_else(|| {
            let message = "a closing quote is missing on this line";
            Diagnostic::error("syntax", start + quote..start + quote + 1, message)
                .help("put one at the end of each text, and a comma between two texts")
        });
        self.report(problem);
        let mut unpaired: Vec<(usize, char)> = Vec::new();
        for (at, c) in text.char_indices().filter(|(_, c)| "[]{}".contains(*c)) {
            let pair = matches!((unpaired.last(), c), (Some((_, '[')), ']') | (Some((_, '{')), '}'));
            if pair {
                unpaired.pop();
            } else {
                unpaired.push((at, c));
            }
        }
        let key = match unpaired.first() {
            Some((_, '[' | '{')) if begins_with_key(text) => text.find('=').map_or(0, |at| at + 1),
            _ => 0,
        };
        let mut kept = Vec::new();
        for (at, c) in unpaired {
            let opens = match (c, self.open.last()) {
                ('[' | '{', _) => true,
                (']', Some(('[', _))) | ('}', Some(('{', _))) => false,
                _ => continue,
            };
            if opens {
                self.open.push((c, start + at));
            } else {
                self.open.pop();
            }
            kept.push(at);
            self.last = start + at + 1;
        }
        let keeps = |at: usize, byte: u8| byte.is_ascii() && (at < key || kept.contains(&at));
        let letter = |(at, byte)| if keeps(at, byte) { char::from(byte) } else { ' ' };
        let blank = text.bytes().enumerate().map(letter).collect();
        self.edits.push(Edit { at: line, put: blank });
    }

    fn report(&mut self, problem: Diagnostic) {
        self.done.lines.insert(self.source.line_of(problem.span.start));
        self.done.problems.push(problem);
    }
}

/// Behind the delimiter that ends a text of several lines: the next one that is not escaped, with up to two quotes in
/// front of it that belong to the text.
fn end_of_lines(text: &str, delimiter: &str) -> Option<usize> {
    let quote = delimiter.chars().next()?;
    let (mut escaped, mut row) = (false, 0);
    for (at, c) in text.char_indices() {
        if row >= 3 && (c != quote || row == 5) {
            return Some(at);
        }
        row = if c == quote && !escaped { row + 1 } else { 0 };
        escaped = c == '\\' && quote == '"' && !escaped;
    }
    (row >= 3).then_some(text.len())
}

#[cfg(test)]
mod tests;
