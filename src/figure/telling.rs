//! The moments of a rep that tell it: those in which the body is most unlike itself.
//!
//! Even distances in time miss what is short. A jump is in the air for half a second of eight, and three even moments of
//! it show somebody who stands.

use crate::figure::joint::JOINTS;
use crate::figure::model::Figure;
use crate::figure::rhythm::{Beat, Rhythm};
use crate::figure::skeleton::{Skeleton, TOES};

/// How many moments of a rep are looked at.
const LOOKS: u32 = 96;

/// So far all joints together must go for a difference that is plain, cm. Where the exercise itself has one, the pose of
/// its rest, which is none of it, is not needed.
const PLAIN: f64 = 15.0;

/// So many moments in the order of time: the first in which the rep begins, each further one that which is most unlike
/// those that were taken before. Fewer where the body has not so many places.
pub fn telling<'a>(figure: &Figure, rhythm: &'a Rhythm, count: usize) -> Vec<Beat<'a>> {
    let step = rhythm.length() / f64::from(LOOKS);
    let looks: Vec<(Beat<'_>, Skeleton)> = (0..LOOKS)
        .map(|n| {
            let beat = rhythm.at(f64::from(n) * step);
            let body = figure.body(&figure.stance(beat.phase, beat.part, beat.seconds).now);
            (beat, body)
        })
        .collect();
    let mut taken: Vec<usize> = vec![0];
    // How far each moment is from the nearest one taken.
    let mut far: Vec<f64> =
        looks.iter().map(|(_, body)| looks.first().map_or(0.0, |(_, first)| unlike(first, body))).collect();
    while taken.len() < count {
        let most = |resting: bool, least: f64| {
            let those =
                far.iter().zip(&looks).enumerate().filter(|(_, (_, (beat, _)))| resting || beat.phase != "rest");
            let far = those.map(|(n, (distance, _))| (n, *distance)).filter(|(_, distance)| *distance > least);
            far.max_by(|a, b| a.1.total_cmp(&b.1))
        };
        let Some((next, _)) = most(false, PLAIN).or_else(|| most(true, 1.0)) else { break };
        taken.push(next);
        for (distance, (_, body)) in far.iter_mut().zip(&looks) {
            *distance = distance.min(looks.get(next).map_or(0.0, |(_, taken)| unlike(taken, body)));
        }
    }
    taken.sort_unstable();
    taken.into_iter().filter_map(|at| looks.get(at).map(|(beat, _)| *beat)).collect()
}

/// The way of all joints from one body to the other, cm, and that of the toes and the arch, which are no joints.
fn unlike(one: &Skeleton, other: &Skeleton) -> f64 {
    let joints: f64 = JOINTS.iter().map(|(_, joint)| one.get(*joint).to(other.get(*joint))).sum();
    let (one, other) = (one.leg(false), other.leg(false));
    let turned = [(one.toes, other.toes), (one.tips, other.tips), (one.big_toe, other.big_toe), (one.turn, other.turn)];
    let toes: f64 = turned.iter().map(|(a, b)| (a - b).abs().to_radians() * TOES).sum();
    joints + toes + 3.0 * (one.arch - other.arch).abs() + (one.heel - other.heel).abs()
}
