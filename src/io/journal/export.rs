//! Export: every line of every file as it is, in one stream.
//!
//! Unknown kinds and damaged lines are kept: whoever reads the stream decides what they are worth. A line that stands in
//! several files (copies of a sync tool) is written once.

use std::collections::BTreeSet;
use std::io::{self, Write};

use sha2::{Digest as _, Sha256};

use super::Journal;
use super::read::{Oddity, Place, Problem};
use super::walk::{self, Found, RawLine};

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// Lines.
    pub lines: u64,
    /// Files that they came from.
    pub files: u64,
    /// What could not be taken along.
    pub problems: Vec<Problem>,
}

/// The bytes of a line as a fingerprint: a history of years must not lie in memory as a whole.
pub(super) type Print = [u8; 32];

pub(super) fn print_of(raw: &[u8]) -> Print {
    Sha256::digest(raw).into()
}

/// A line without the mark that some editors put in front of a file, and whether anything is in it.
pub(super) fn bare(raw: &[u8], is_first: bool) -> Option<&[u8]> {
    let bom = "\u{feff}".as_bytes();
    let raw = raw.strip_prefix(bom).filter(|_| is_first).unwrap_or(raw);
    (!raw.iter().all(u8::is_ascii_whitespace)).then_some(raw)
}

impl Journal {
    /// Writes every line, in the order of the files; what fails is the output, never the history.
    pub fn export(&self, out: &mut dyn Write) -> io::Result<Exported> {
        let mut exported = Exported::default();
        let mut seen: BTreeSet<Print> = BTreeSet::new();
        for found in walk::files(&self.data) {
            let path = match found {
                Found::File(path) => path,
                Found::Skipped(path, why) => {
                    let place = Place { data: &self.data, path: &path, line: None };
                    exported.problems.push(place.problem(Oddity::Skipped, &why));
                    continue;
                }
            };
            exported.files += 1;
            let mut lost = Vec::new();
            let mut written = Ok(());
            let read = walk::lines(&path, |number, line| {
                let RawLine::Whole(raw) = line else {
                    lost.push(number);
                    return;
                };
                let Some(raw) = bare(&raw, number == 1) else { return };
                if written.is_ok() && seen.insert(print_of(raw)) {
                    written = out.write_all(raw).and_then(|()| out.write_all(b"\n"));
                    exported.lines += 1;
                }
            });
            written?;
            let place = |line| Place { data: &self.data, path: &path, line };
            let too_long =
                lost.into_iter().map(|line| place(Some(line)).problem(Oddity::Damaged, "longer than 64 KiB"));
            exported.problems.extend(too_long);
            if let Err(error) = read {
                let what = format!("cannot be read to its end: {error}");
                exported.problems.push(place(None).problem(Oddity::Skipped, &what));
            }
        }
        Ok(exported)
    }
}
