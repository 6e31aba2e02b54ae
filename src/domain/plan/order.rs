//! In which order the sets of a plan are done.

use std::ops::Range;

use crate::domain::exercise::{Side, SideRule};
use crate::domain::plan::{Item, Plan};

/// One set on one side: the unit of work, of records and of resuming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bout {
    /// Index of the item in `Plan::items`.
    pub item: usize,
    /// 1 and up, counted a side.
    pub set: u32,
    /// None for both at once.
    pub side: Option<Side>,
}

impl Plan {
    /// Every set on every side in the order in which it is played: exercise after exercise, the neighbours of a
    /// circuit in turn.
    pub fn bouts(&self) -> Vec<Bout> {
        let mut bouts = Vec::new();
        let mut next = 0;
        while next < self.items.len() {
            let circuit = self.circuit(next);
            next = circuit.end;
            bouts.extend(if circuit.len() > 1 { self.rounds(circuit) } else { self.alone(circuit.start) });
        }
        bouts
    }

    /// The items that are done in turn with this one: neighbours in the plan with the same label, itself among them.
    /// An item without neighbours is done by itself, whatever its label.
    pub fn circuit(&self, item: usize) -> Range<usize> {
        let alone = item..item + 1;
        let Some(label) = self.items.get(item).and_then(|item| item.circuit.as_ref()) else { return alone };
        let same = |item: &&Item| item.circuit.as_ref() == Some(label);
        let before = self.items.iter().take(item).rev().take_while(same).count();
        let after = self.items.iter().skip(item + 1).take_while(same).count();
        item - before..item + 1 + after
    }

    /// Whether all items of a circuit work one side after the other, so that the whole of it is done side by side.
    pub fn by_side(&self, circuit: &Range<usize>) -> bool {
        let mut items = self.items.get(circuit.clone()).unwrap_or_default().iter();
        circuit.len() > 1 && items.all(|item| item.rule == SideRule::EachInTurn)
    }

    fn alone(&self, item: usize) -> Vec<Bout> {
        self.items.get(item).map(|planned| planned.bouts(item)).unwrap_or_default()
    }

    /// A set each, in rounds; who has fewer sets is left out of the later ones.
    fn rounds(&self, circuit: Range<usize>) -> Vec<Bout> {
        let stations: Vec<(usize, &Item)> =
            self.items.iter().enumerate().take(circuit.end).skip(circuit.start).collect();
        let most = |side: Option<Side>| stations.iter().map(|(_, item)| item.sets(side)).max().unwrap_or(0);
        if self.by_side(&circuit) {
            let sides = stations.first().map(|(_, item)| item.sides.clone()).unwrap_or_default();
            let one_side = |side: Option<Side>| {
                let stations = &stations;
                (1..=most(side)).flat_map(move |set| stations.iter().filter_map(move |s| station(s, set, side)))
            };
            return sides.into_iter().flat_map(one_side).collect();
        }
        let sides = stations.iter().flat_map(|(_, item)| &item.sides);
        let rounds = sides.map(|side| most(*side)).max().unwrap_or(0);
        let in_round =
            |set| stations.iter().flat_map(move |s| s.1.sides.iter().filter_map(move |side| station(s, set, *side)));
        (1..=rounds).flat_map(in_round).collect()
    }
}

/// The set of a station, where it has so many on this side.
fn station((item, planned): &(usize, &Item), set: u32, side: Option<Side>) -> Option<Bout> {
    (set <= planned.sets(side)).then_some(Bout { item: *item, set, side })
}

impl Item {
    /// The sets of this item in order: sides alternate set by set, unless all sets of one side come first. A side
    /// with fewer sets is left out of the later ones.
    pub fn bouts(&self, index: usize) -> Vec<Bout> {
        let bout = |set, side| Bout { item: index, set, side };
        if self.rule == SideRule::EachInTurn {
            let sets = |side: &Option<Side>| 1..=self.sets(*side);
            return self.sides.iter().flat_map(|side| sets(side).map(|set| bout(set, *side))).collect();
        }
        let most = self.sides.iter().map(|side| self.sets(*side)).max().unwrap_or(0);
        let round =
            |set| self.sides.iter().filter(move |side| set <= self.sets(**side)).map(move |side| bout(set, *side));
        (1..=most).flat_map(round).collect()
    }
}
