//! Going on with a session that was cut off.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::Home;
use super::read::{Group, Pile};
use super::recorder::{Parts, Recorder};
use super::{Journal, device, gather, merge, name};
use crate::domain::session::Start;
use crate::domain::text::Clean;
use crate::error::Error;

/// See [`Journal::resume`].
pub(super) fn resume(journal: &Journal, session: &str) -> Result<Recorder, Error> {
    let pile = gather::gather(&journal.data);
    let label = device::label(&journal.state);
    let shown = Clean::name(session);
    let log = pile.sessions.get(session).and_then(|group| merge::whole_of(session, group, label.as_deref()));
    let (Some(group), Some(log)) = (pile.sessions.get(session), log) else {
        return Err(Error::input(format!("no session `{shown}` in the history")));
    };
    if log.finish.is_some() {
        return Err(Error::input(format!("session `{shown}` is finished")));
    }
    match label.filter(|_| log.ours) {
        Some(label) => Ok(go_on(journal, &pile, group, log.start, label)),
        // its file belongs to another device, which may go on with it too
        None => {
            journal.begin(Start { session: name::id(log.start.at), continues: Some(session.to_owned()), ..log.start })
        }
    }
}

/// In the session's own file where all its lines are in that one, else in a new file with all of them.
fn go_on(journal: &Journal, pile: &Pile, group: &Group, start: Start, device: String) -> Recorder {
    let lost: u64 = group.files.iter().filter_map(|file| pile.lost.get(file)).sum();
    let highest = group.pieces.highest().unwrap_or_default();
    let lines: Vec<String> =
        group.pieces.values().map(|kept| String::from_utf8_lossy(&kept.raw).into_owned()).collect();
    let file = group.files.first().map_or_else(|| journal.folder("sessions", start.at), PathBuf::clone);
    let home = if group.files.len() == 1 { home(&file) } else { None };
    Recorder::new(Parts {
        disk: Arc::clone(&journal.disk),
        device,
        // a damaged line had a number too, which must not be given again
        next: highest.saturating_add(1).saturating_add(lost),
        saved: lines.len(),
        lines,
        home,
        folder: file.parent().map_or_else(|| journal.folder("sessions", start.at), Path::to_owned),
        stem: file.file_stem().map(|stem| without_number(&stem.to_string_lossy()).to_owned()),
        start,
    })
}

fn home(file: &Path) -> Option<Home> {
    let length = std::fs::metadata(file).ok()?.len();
    Some(Home { path: file.to_owned(), length })
}

/// `x` out of `x.r2`.
fn without_number(stem: &str) -> &str {
    match stem.rsplit_once(".r") {
        Some((stem, number)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => stem,
        _ => stem,
    }
}
