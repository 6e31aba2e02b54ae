//! The shapes of the lines as JSON has them, and the way from there to the domain and back.
//!
//! The domain knows nothing of serde; a member that is new keeps `v`, a member that is unknown is ignored.

use serde::{Deserialize, Serialize};

pub(super) use self::change::{Entry, Said, of as change_of, write as write_change};
use self::start::Detail;
pub(super) use self::start::Repeated;

use crate::domain::session::{Happened, Line, Start};

mod change;
mod choice;
mod event;
mod front;
mod run;
mod schedule;
mod start;
mod words;

/// The version of the lines written here.
const VERSION: u64 = 1;
/// The application as `start` names it.
const APP: &str = env!("CARGO_PKG_VERSION");

/// Why a line cannot be understood.
pub(super) type Bad = &'static str;

/// The members that say what a line is.
#[derive(Debug, Serialize, Deserialize)]
struct Envelope {
    #[serde(default = "version")]
    v: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u64>,
    ev: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

const fn version() -> u64 {
    VERSION
}

/// A line, understood.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Read {
    /// A line of a session, with its number in it.
    Piece(String, u64, Piece),
    /// A line of `changes/`.
    Entry(Entry),
    /// Of a newer soleus: kept where it is, counted.
    Newer,
}

/// A line of a session.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// Its head, and the label of the device that wrote it.
    Start(Box<Start>, String),
    /// What happened; a finish repeats what the history needs of the head.
    Event(Line, Option<Box<Repeated>>),
}

/// Writes the head of a session: line 0.
pub(super) fn write_start(start: &Start, device: &str) -> serde_json::Result<String> {
    let with = |detail| sealed(&start.session, 0, "start", &start::Shape::new(start, device, detail));
    for detail in [Detail::Whole, Detail::Doses] {
        let line = with(detail)?;
        if line.len() < super::line::LONGEST {
            return Ok(line);
        }
    }
    with(Detail::Ids)
}

/// Writes line `n` of a session.
pub(super) fn write_line(start: &Start, device: &str, n: u64, line: &Line) -> serde_json::Result<String> {
    let (s, at) = (start.session.as_str(), line.at);
    match &line.what {
        Happened::Set(set) => sealed(s, n, "set", &event::Set::new(set, at)),
        Happened::Rate(rating) => sealed(s, n, "rate", &event::Rate::new(rating, Some(at))),
        Happened::Note(text) => sealed(s, n, "note", &event::Note::new(text, at)),
        Happened::Interrupted => sealed(s, n, "interrupted", &event::Stamp::new(at)),
        Happened::Resumed => sealed(s, n, "resumed", &event::Stamp::new(at)),
        Happened::Finish(finish) => sealed(s, n, "finish", &event::Finished::new(finish, at, start, device)),
    }
}

/// Understands a line.
pub(super) fn read(raw: &[u8]) -> Result<Read, Bad> {
    let Envelope { v, s, n, ev, id } = parse(raw)?;
    if v != VERSION {
        return Ok(Read::Newer);
    }
    let whose = match (s, id) {
        (Some(session), _) => Whose::Session(session, n.ok_or("`n` is missing")?),
        (None, Some(id)) => Whose::Itself(id),
        (None, None) => return Err("neither `s` nor `id` says where it belongs"),
    };
    understand(&ev, whose, raw)
}

/// Understands a line whose checksum is right: one that soleus wrote has its envelope in front, always in the same
/// order, and need not be read twice. Any other is read as [`read`] does.
pub(super) fn read_sealed(raw: &[u8]) -> Result<Read, Bad> {
    match front::envelope(raw) {
        Some((ev, whose)) => understand(ev, whose, raw),
        None => read(raw),
    }
}

/// Where a line belongs.
#[derive(Debug, PartialEq, Eq)]
enum Whose {
    /// To a session, as its line of this number.
    Session(String, u64),
    /// To `changes/`, with an id of its own.
    Itself(String),
}

fn understand(kind: &str, whose: Whose, raw: &[u8]) -> Result<Read, Bad> {
    match whose {
        Whose::Session(session, n) => {
            let session = words::identity(session)?;
            let Some(piece) = read_piece(kind, &session, raw)? else { return Ok(Read::Newer) };
            Ok(Read::Piece(session, n, piece))
        }
        Whose::Itself(id) => Ok(change::read(kind, words::identity(id)?, raw)?.map_or(Read::Newer, Read::Entry)),
    }
}

fn read_piece(kind: &str, session: &str, raw: &[u8]) -> Result<Option<Piece>, Bad> {
    let event = |line| Piece::Event(line, None);
    Ok(Some(match kind {
        "start" => parse::<start::Shape>(raw)?.read(session)?,
        "set" => event(parse::<event::Set>(raw)?.read()?),
        "rate" => event(parse::<event::Rate>(raw)?.read_line()?),
        "note" => event(parse::<event::Note>(raw)?.read()?),
        "interrupted" => event(parse::<event::Stamp>(raw)?.read(Happened::Interrupted)?),
        "resumed" => event(parse::<event::Stamp>(raw)?.read(Happened::Resumed)?),
        "finish" => parse::<event::Finished>(raw)?.read(session)?,
        _ => return Ok(None),
    }))
}

fn parse<'a, T: Deserialize<'a>>(raw: &'a [u8]) -> Result<T, Bad> {
    serde_json::from_slice(raw).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => "a member is missing or of the wrong kind",
        serde_json::error::Category::Eof => "the line is cut off",
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => "not a line of JSON",
    })
}

fn sealed(session: &str, n: u64, ev: &str, body: &impl Serialize) -> serde_json::Result<String> {
    let envelope = Envelope { v: VERSION, s: Some(session.to_owned()), n: Some(n), ev: ev.to_owned(), id: None };
    Ok(super::line::seal(&[&serde_json::to_string(&envelope)?, &serde_json::to_string(body)?]))
}

fn sealed_entry(id: &str, ev: &str, bodies: &[&str]) -> serde_json::Result<String> {
    let envelope = Envelope { v: VERSION, s: None, n: None, ev: ev.to_owned(), id: Some(id.to_owned()) };
    Ok(super::line::seal(&[&[serde_json::to_string(&envelope)?.as_str()], bodies].concat()))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

#[cfg(test)]
mod tests;
