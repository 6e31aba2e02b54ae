//! Where the body is at a moment of a phase.

use crate::domain::text::Clean;
use crate::figure::joint::Joint;
use crate::figure::model::{Figure, Phase};
use crate::figure::pose::Pose;
use crate::figure::skeleton::Skeleton;

/// Words of tempos that mean one movement: a figure that lacks the word itself shows a phase of the same group.
const ALIKE: [&[&str]; 4] = [
    &["raise", "lift", "push", "press", "rise", "stand up"],
    &["lower", "return", "lower down", "down"],
    &["hold", "pause", "stay", "press and hold"],
    &["rest", "relax", "get set", "get ready"],
];

/// The end of the name of a phase that is another one in every second rep.
const SECOND: &str = " second";

/// The player's word of a phase: `lift` of `lift second`.
pub fn plain(word: &str) -> &str {
    word.strip_suffix(SECOND).unwrap_or(word)
}

/// A moment of a figure.
#[derive(Clone, Debug)]
pub struct Stance<'a> {
    /// The pose now.
    pub now: Pose,
    /// The pose in which the phase ends.
    pub end: Pose,
    /// How strong the muscle glows, 0 to 1.
    pub effort: f64,
    /// Whether the phase moves at all.
    pub moves: bool,
    /// The phase; none where the figure has no such one, and stands still.
    pub phase: Option<&'a Phase>,
}

impl Phase {
    /// The player's first word for it.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", Clean::as_str)
    }

    /// Whether anything moves in it.
    pub fn moves(&self, figure: &Figure) -> bool {
        let first = self.way.first().and_then(|at| figure.poses.get(*at));
        self.way.iter().any(|at| figure.poses.get(*at).map(|(_, pose)| pose) != first.map(|(_, pose)| pose))
    }
}

impl Figure {
    /// The phase that a word of the player means.
    pub fn phase(&self, word: &str) -> Option<&Phase> {
        let named = |word: &str| self.phases.iter().find(|phase| phase.names.iter().any(|name| name.as_str() == word));
        named(word).or_else(|| {
            let group = ALIKE.iter().find(|group| group.contains(&word))?;
            group.iter().find_map(|word| named(word))
        })
    }

    /// The word of a phase in a rep, 1 and up: where the figure has `lift second`, that is `lift` in every second rep.
    pub fn of_rep<'a>(&'a self, word: &'a str, rep: u32) -> &'a str {
        let second = |name: &&Clean| name.strip_suffix(SECOND).is_some_and(|first| first == word);
        let mut names = self.phases.iter().flat_map(|phase| &phase.names);
        if rep.is_multiple_of(2) { names.find(second).map_or(word, Clean::as_str) } else { word }
    }

    /// The pose in which a rep begins: that of the first phase.
    pub fn start(&self) -> Pose {
        let first = self.phases.first().and_then(|phase| phase.way.first()).copied().unwrap_or(0);
        self.pose(first)
    }

    fn pose(&self, at: usize) -> Pose {
        self.poses.get(at).map(|(_, pose)| *pose).unwrap_or_default()
    }

    /// Where the body is at a part of a phase (0 to 1), so many seconds after its beginning.
    pub fn stance(&self, word: &str, part: f64, seconds: f64) -> Stance<'_> {
        let Some(phase) = self.phase(word) else {
            let pose = self.start();
            return Stance { now: pose, end: pose, effort: 0.0, moves: false, phase: None };
        };
        let time = phase.cycle.map_or(part, |cycle| (seconds / cycle).rem_euclid(1.0));
        let (now, end) = self.along(phase, time);
        let [first, last] = phase.effort;
        let effort = (last - first).mul_add(phase.ease.way(time), first);
        Stance { now, end, effort, moves: phase.moves(self), phase: Some(phase) }
    }

    /// The pose at a part of a phase's way, and the one in which that way, or its present leg of a cycle, ends.
    fn along(&self, phase: &Phase, time: f64) -> (Pose, Pose) {
        let parts = phase.way.len().saturating_sub(1);
        let at = |n: usize| self.pose(phase.way.get(n).copied().unwrap_or(0));
        if parts == 0 {
            return (at(0), at(0));
        }
        let whole = f64::from(u32::try_from(parts).unwrap_or(1));
        // A cycle slows down at each of its poses, a way only at its ends.
        let scaled = if phase.cycle.is_some() { time * whole } else { phase.ease.way(time) * whole };
        let leg = (1..parts).rev().find(|n| scaled >= f64::from(u32::try_from(*n).unwrap_or(0))).unwrap_or(0);
        let rest = scaled - f64::from(u32::try_from(leg).unwrap_or(0));
        let rest = if phase.cycle.is_some() { phase.ease.way(rest) } else { rest };
        let end = if phase.cycle.is_some() { at(leg + 1) } else { at(parts) };
        (at(leg).mix(&at(leg + 1), rest), end)
    }

    /// The body at a moment.
    pub fn body(&self, pose: &Pose) -> Skeleton {
        Skeleton::new(self.plane, self.anchor, pose)
    }

    /// The fastest joint of a phase that lasts so many seconds, cm/s.
    pub fn speed(&self, word: &str, seconds: f64) -> f64 {
        const STEPS: u32 = 20;
        let bodies: Vec<Skeleton> = (0..=STEPS)
            .map(|n| {
                let part = f64::from(n) / f64::from(STEPS);
                self.body(&self.stance(word, part, part * seconds).now)
            })
            .collect();
        let step = seconds.max(0.01) / f64::from(STEPS);
        let joints = || crate::figure::joint::JOINTS.iter().map(|(_, joint): &(&str, Joint)| *joint);
        bodies
            .windows(2)
            .filter_map(|pair| if let [a, b] = pair { Some((a, b)) } else { None })
            .flat_map(|(a, b)| joints().map(|joint| a.get(joint).to(b.get(joint)) / step))
            .fold(0.0, f64::max)
    }
}
