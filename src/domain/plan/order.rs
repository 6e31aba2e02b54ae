//! In which order the sets of a plan are done.

use crate::domain::exercise::{Side, SideRule};
use crate::domain::plan::{Item, Plan};

/// One set on one side: the unit of work, of records and of resuming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bout {
    /// Index of the item in [`Plan::items`].
    pub item: usize,
    /// 1 and up, counted a side.
    pub set: u32,
    /// None for both at once.
    pub side: Option<Side>,
}

impl Plan {
    /// Every set on every side in the order in which it is played.
    pub fn bouts(&self) -> Vec<Bout> {
        self.items.iter().enumerate().flat_map(|(index, item)| item.bouts(index)).collect()
    }
}

impl Item {
    /// The sets of this item in order: sides alternate set by set, unless all sets of one side come first. A side
    /// with fewer sets is left out of the later ones.
    pub fn bouts(&self, index: usize) -> Vec<Bout> {
        let bout = |set, side| Bout { item: index, set, side };
        if self.exercise.side == SideRule::EachInTurn {
            let sets = |side: &Option<Side>| 1..=self.sets(*side);
            return self.sides.iter().flat_map(|side| sets(side).map(|set| bout(set, *side))).collect();
        }
        let most = self.sides.iter().map(|side| self.sets(*side)).max().unwrap_or(0);
        let round =
            |set| self.sides.iter().filter(move |side| set <= self.sets(**side)).map(move |side| bout(set, *side));
        (1..=most).flat_map(round).collect()
    }
}
