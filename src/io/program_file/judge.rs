//! What a session's exercises are to each other, and what is probably not meant in them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::exercise::{Exercise, SideDoses, SideRule, Work};
use crate::domain::text::{Clean, Id};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::exercise::Placed;
use crate::io::program_file::notes::Notes;
use crate::io::program_file::remarks::ASK;
use crate::io::program_file::variants::Variation;

/// What is known of the phase in which a session stands.
pub(super) struct Stage {
    /// The first of several phases: the runner begins here.
    pub(super) first_of_several: bool,
    /// Whether the runner confirms something before it begins.
    pub(super) entry: bool,
    /// Whether any score of pain is asked.
    pub(super) asks_pain: bool,
}

impl Stage {
    /// Judges the exercises of a session; where not all of them could be read, nobody knows their neighbours.
    pub(super) fn judge(&self, read: &[Placed], all: bool, variants: &[Variation], notes: &Notes<'_>) {
        unique(read, notes);
        for variant in variants {
            unique_in(variant, read, notes);
            variant.leaves_some(read.iter().map(|placed| &placed.exercise.id), notes);
        }
        if all {
            circuits(read, notes);
            early_stretch(read, notes);
        }
        for placed in read {
            self.jumps(placed, notes);
            self.unasked(placed, notes);
            unused(placed, notes);
        }
        uneven(read, notes);
    }

    /// Jumps where nothing makes sure that the runner is ready.
    fn jumps(&self, placed: &Placed, notes: &Notes<'_>) {
        let exercise = &placed.exercise;
        if !is_jump(exercise) {
            return;
        }
        let (why, help) = if self.first_of_several {
            ("stands in the first phase", "let a phase of strength go before it")
        } else if !self.entry && exercise.only_if_pain.is_none() {
            let help =
                "write `entry` at its phase (what the runner can do before it), or only_if = { pain_at_most = 2 } here";
            ("is a jump, and nothing makes sure that the runner is ready", help)
        } else {
            return;
        };
        let message = format!("`{}` {why}", exercise.id);
        notes.add(Diagnostic::warning("jumps", placed.span.clone(), message).help(help));
    }

    /// Rules that need a score which is never asked.
    fn unasked(&self, placed: &Placed, notes: &Notes<'_>) {
        if self.asks_pain {
            return;
        }
        let id = &placed.exercise.id;
        let rules = [(placed.placing.only_if.as_ref().map(|at| &at.span), "done"), (placed.range.as_ref(), "climbed")];
        for (span, what) in rules {
            let Some(span) = span else { continue };
            let message = format!("`{id}` is never {what}: no score of pain is asked, and an unknown one is not low");
            notes.add(Diagnostic::warning("pain-not-asked", span.clone(), message).help(ASK));
        }
    }
}

/// Words for a jump, in ids and names.
const JUMPS: [&str; 14] = [
    "jump", "jumps", "jumping", "hop", "hops", "hopping", "pogo", "pogos", "bound", "bounds", "bounding", "skip",
    "skips", "skipping",
];

fn is_jump(exercise: &Exercise) -> bool {
    let words = |text: &str| {
        let small = text.to_lowercase();
        let words: Vec<String> = small.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        words.iter().any(|word| JUMPS.contains(&word.as_str()))
            || words.windows(2).any(|pair| matches!(pair, [a, b] if a == "drop" && b.starts_with("landing")))
    };
    words(exercise.id.as_str()) || words(&exercise.name)
}

/// Two exercises of a session with one id: both places are told.
fn unique(read: &[Placed], notes: &Notes<'_>) {
    let mut first: BTreeMap<&Id, &Range<usize>> = BTreeMap::new();
    for Placed { exercise, span, .. } in read {
        if let Some(before) = first.get(&exercise.id) {
            let message = format!("two exercises of the session have the id `{}`", exercise.id);
            let problem = Diagnostic::error("duplicate-id", span.clone(), message).also((*before).clone(), "the first");
            notes.add(problem.help(format!("give this one another: id = \"{}-2\"", exercise.id)));
        } else {
            first.insert(&exercise.id, span);
        }
    }
}

/// The same in a variant, where a stand-in may have the id of another exercise.
fn unique_in(variant: &Variation, read: &[Placed], notes: &Notes<'_>) {
    let mut seen: BTreeMap<&Id, &Id> = BTreeMap::new();
    for Placed { exercise, .. } in read.iter().filter(|placed| !variant.leaves_out(&placed.exercise.id)) {
        let other = exercise.variants.iter().find(|(id, _)| *id == variant.id).map(|(_, other)| other);
        let id = other.map_or(&exercise.id, |other| &other.id);
        let Some(before) = seen.insert(id, &exercise.id).filter(|before| *before != &exercise.id) else { continue };
        let places = [&exercise.id, before].map(|id| variant.instead_of(id));
        let Some(place) = places.into_iter().flatten().next() else { continue };
        let message = format!("with this variant `{before}` and `{}` both become `{id}`", exercise.id);
        let help = "define the second one under a name of its own: [define.NAME], use = \"…\"";
        notes.add(Diagnostic::error("duplicate-id", place.span.clone(), message).help(help));
    }
}

/// A circuit is neighbours: its label does not come again after another exercise, and one exercise is no circuit.
fn circuits(read: &[Placed], notes: &Notes<'_>) {
    let label = |placed: &Placed| placed.placing.circuit.as_ref().map(|at| at.value.clone());
    let mut ended: BTreeMap<Clean, Range<usize>> = BTreeMap::new();
    for group in read.chunk_by(|a, b| label(a) == label(b)) {
        let Some(at) = group.first().and_then(|placed| placed.placing.circuit.as_ref()) else { continue };
        if let Some(before) = ended.get(&at.value) {
            let message = format!(
                "circuit `{}` comes again after another exercise, and only neighbours are done in turn",
                at.value
            );
            let problem = Diagnostic::error("circuit", at.span.clone(), message).also(before.clone(), "the first");
            notes.add(problem.help("move the exercise to its circuit, or give the second circuit another label"));
        } else if group.len() == 1 {
            let message = format!("circuit `{}` has one exercise only", at.value);
            let warning = Diagnostic::warning("lone-circuit", at.span.clone(), message);
            notes.add(warning.help("give its neighbours the same label, letter for letter"));
        } else {
            // a circuit as it should be
        }
        ended.insert(at.value.clone(), at.span.clone());
    }
}

/// Release before stretching: the other way round is probably not meant.
fn early_stretch(read: &[Placed], notes: &Notes<'_>) {
    let is_stretch = |e: &Exercise| e.id.as_str().contains("stretch") && matches!(e.work, Work::Hold { .. });
    let first_release = read.iter().position(|p| p.exercise.id.as_str().contains("release")).unwrap_or(0);
    if let Some(Placed { exercise, span, .. }) = read.iter().take(first_release).find(|p| is_stretch(&p.exercise)) {
        let message = format!("`{}` stands before a release", exercise.id);
        let warning = Diagnostic::warning("stretch-before-release", span.clone(), message);
        notes.add(warning.help("release first, then stretch"));
    }
}

/// One side alone, or another dose for it, without a word why.
fn uneven(read: &[Placed], notes: &Notes<'_>) {
    for (n, placed) in read.iter().enumerate().filter(|(_, placed)| !placed.noted) {
        let exercise = &placed.exercise;
        let SideDoses { left, right, .. } = &exercise.sides;
        let (message, span) = match exercise.side {
            SideRule::Left | SideRule::Right => {
                let other = if exercise.side == SideRule::Left { SideRule::Right } else { SideRule::Left };
                let twin = |p: &&Placed| p.exercise.side == other && p.exercise.name == exercise.name;
                let even = |p: &Placed| {
                    let p = &p.exercise;
                    (&p.work, p.sets, &p.load) == (&exercise.work, exercise.sets, &exercise.load)
                };
                match read.iter().position(|p| twin(&p)).map(|at| (at, read.get(at))) {
                    // Of two exercises the second one is told.
                    Some((at, Some(twin))) if even(twin) || at > n => continue,
                    Some(_) => (format!("`{}` has another dose on the other side", exercise.id), &placed.span),
                    None => (format!("`{}` is done on one side only", exercise.id), &placed.span),
                }
            }
            SideRule::Each | SideRule::EachInTurn if left != right => {
                let dose = placed.sides.all().find(|(key, _)| ["left", "right"].contains(key));
                let span = dose.map_or(&placed.span, |(_, dose)| &dose.span);
                (format!("the sides of `{}` have different doses", exercise.id), span)
            }
            SideRule::Both | SideRule::Each | SideRule::EachInTurn | SideRule::Affected | SideRule::Unaffected => {
                continue;
            }
        };
        notes.add(Diagnostic::warning("uneven-sides", span.clone(), message).help("say why in a `note`"));
    }
}

/// Doses that no side ever gets.
fn unused(placed: &Placed, notes: &Notes<'_>) {
    let SideDoses { left, right, .. } = &placed.exercise.sides;
    let (id, side) = (&placed.exercise.id, placed.exercise.side);
    for (key, dose) in placed.sides.all() {
        let why = match (side, key) {
            (SideRule::Affected, "unaffected") => "is done on the affected side only",
            (SideRule::Unaffected, "affected") => "is done on the unaffected side only",
            (SideRule::Left, "right") => "is done on the left side only",
            (SideRule::Right, "left") => "is done on the right side only",
            (_, "affected" | "unaffected") if left.is_some() && right.is_some() => {
                "has doses for `left` and `right`, and they win"
            }
            _ => continue,
        };
        let message = format!("`{key}` is never used: `{id}` {why}");
        notes.add(Diagnostic::warning("unused-dose", dose.span.clone(), message).help("take it out"));
    }
}
