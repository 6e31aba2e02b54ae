//! What is said of a set beside its number: the round of a circuit, and the neighbour that was asked for.

use crate::domain::plan::Item;
use crate::domain::player::Snapshot;
use crate::tui::model::Play;

/// `circuit: round 2 of 3`; none where the exercise is done by itself.
pub(super) fn round(play: &Play, snapshot: &Snapshot<'_>) -> Option<String> {
    let session = play.player.plan();
    let circuit = session.circuit(snapshot.item.checked_sub(1)?);
    let stations = session.items.get(circuit.clone()).filter(|stations| stations.len() > 1)?;
    // Done side by side, the rounds are those of a side.
    let side = session.by_side(&circuit).then_some(snapshot.side);
    let counted = |item: &Item| {
        let sides = item.sides.iter().filter(|of| side.is_none_or(|side| **of == side));
        sides.map(|side| item.sets(*side)).max()
    };
    let rounds = stations.iter().filter_map(counted);
    Some(format!("circuit: round {} of {}", snapshot.set, rounds.max()?))
}

/// The neighbour with which the next set is done.
pub(super) fn wanted<'a>(play: &'a Play, snapshot: &Snapshot<'_>) -> Option<&'a str> {
    let item = play.player.plan().items.get(snapshot.item.checked_sub(1)?)?;
    let same = snapshot.next.is_some_and(|next| !next.other);
    let other = snapshot.wanted.filter(|_| same).and_then(|to| item.neighbour(to))?;
    Some(other.name.as_str())
}
