//! The programs that can do a thing, in the order in which they are tried, and what became of each.

use std::path::PathBuf;

use super::PATIENCE;
use super::surroundings::Surroundings;
use super::table::{Row, System};

/// Who named a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The built-in table of the system.
    Table,
    /// The runner's settings.
    Settings,
}

/// What became of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Not on PATH, or not executable.
    Missing,
    /// It is there and was not needed yet.
    NotTried,
    /// It has done what was asked.
    Works,
    /// It has not, and is not tried again; in words why: `exit code 1`.
    Failed(String),
}

/// A program and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Its name, as in the table or the settings.
    pub program: String,
    /// Where it is.
    pub path: Option<PathBuf>,
    /// What became of it.
    pub fate: Fate,
}

/// Which way is in use, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Who named the programs.
    pub source: Source,
    /// All of them, in the order in which they are tried.
    pub verdicts: Vec<Verdict>,
    /// The one in use, as a place in `verdicts`; none where none is left.
    pub used: Option<usize>,
}

/// A program with its arguments.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    verdict: Verdict,
    pub(crate) arguments: Vec<String>,
    pub(crate) piped: bool,
    failures: u8,
}

impl Way {
    /// Where it is, as long as it may be used.
    pub(crate) fn path(&self) -> Option<&PathBuf> {
        self.verdict.path.as_ref().filter(|_| matches!(self.verdict.fate, Fate::NotTried | Fate::Works))
    }
}

/// The programs that can do a thing, the one in use first among those that are left.
#[derive(Clone, Debug)]
pub(crate) struct Ways {
    source: Source,
    ways: Vec<Way>,
}

impl Ways {
    /// The rows of a table that hold for a system, each looked for.
    pub(crate) fn of(table: &[Row], system: System, around: &Surroundings) -> Self {
        let here = table.iter().filter(|row| row.system == system && around.is_desktop(row.desktop));
        let way = |row: &Row| {
            let arguments = row.arguments.iter().map(|argument| (*argument).to_owned()).collect();
            found(row.program, arguments, row.piped, around)
        };
        Self { source: Source::Table, ways: here.map(way).collect() }
    }

    /// The one program that the settings name: the program, then its arguments.
    pub(crate) fn own(command: &[String], piped: bool, around: &Surroundings) -> Self {
        let way = command.split_first().map(|(program, rest)| found(program, rest.to_vec(), piped, around));
        Self { source: Source::Settings, ways: way.into_iter().collect() }
    }

    /// The settings' one, or else those of this system.
    pub(crate) fn choose(command: Option<&[String]>, piped: bool, table: &[Row], around: &Surroundings) -> Self {
        command.map_or_else(|| Self::of(table, System::here(), around), |own| Self::own(own, piped, around))
    }

    /// The one in use, with its number.
    pub(crate) fn present(&self) -> Option<(usize, &Way)> {
        self.ways.iter().enumerate().find(|(_, way)| way.path().is_some())
    }

    /// It has done what was asked.
    pub(crate) fn works(&mut self, number: usize) {
        if let Some(way) = self.ways.get_mut(number).filter(|way| way.verdict.fate == Fate::NotTried) {
            way.verdict.fate = Fate::Works;
        }
    }

    /// It has not. One that never worked gives way to the next at once; one that did, or the last of all, is borne
    /// [`PATIENCE`] times. Says whether it was given up.
    pub(crate) fn failed(&mut self, number: usize, why: String) -> bool {
        let others = self.ways.iter().enumerate().any(|(n, way)| n != number && way.path().is_some());
        let Some(way) = self.ways.get_mut(number).filter(|way| way.path().is_some()) else { return false };
        way.failures += 1;
        let given_up = way.failures >= PATIENCE || others && way.verdict.fate == Fate::NotTried;
        if given_up {
            way.verdict.fate = Fate::Failed(why);
        }
        given_up
    }

    /// Gives it up at once: it cannot even be started.
    pub(crate) fn strike(&mut self, number: usize, why: String) {
        if let Some(way) = self.ways.get_mut(number) {
            way.verdict.fate = Fate::Failed(why);
        }
    }

    /// What became of all of them.
    pub(crate) fn report(&self) -> Report {
        Report {
            source: self.source,
            verdicts: self.ways.iter().map(|way| way.verdict.clone()).collect(),
            used: self.present().map(|(number, _)| number),
        }
    }

    /// `pw-play is not on PATH, aplay failed (exit code 1)`: why none is left, for a notice.
    pub(crate) fn why_none(&self) -> String {
        let words: Vec<String> = self.ways.iter().map(|way| way.verdict.words()).collect();
        if words.is_empty() { "no program for it is known on this system".to_owned() } else { words.join(", ") }
    }
}

impl Verdict {
    /// `aplay failed (exit code 1)`: the program and what became of it.
    pub fn words(&self) -> String {
        let program = crate::domain::text::Clean::name(&self.program);
        match &self.fate {
            Fate::Missing => format!("{program} is not on PATH"),
            Fate::NotTried => format!("{program} was not tried"),
            Fate::Works => format!("{program} works"),
            Fate::Failed(why) => format!("{program} failed ({why})"),
        }
    }
}

fn found(program: &str, arguments: Vec<String>, piped: bool, around: &Surroundings) -> Way {
    let path = around.find(program);
    let fate = if path.is_some() { Fate::NotTried } else { Fate::Missing };
    Way { verdict: Verdict { program: program.to_owned(), path, fate }, arguments, piped, failures: 0 }
}
