//! What the history screen asks: told from the history as it was read last, corrected by lines that are added.

use crate::app::hands::Hands;
use crate::domain::history::{Amended, Change};
use crate::domain::progress::Seen;
use crate::domain::visit::Past;
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::tui::effect::Answer;
use crate::tui::effect::past::Ask;

impl Hands {
    /// Does it, and tells the past anew.
    pub(super) fn past(&mut self, ask: Ask) -> Result<(), Error> {
        let at = self.world.clock.wall();
        let change = match ask {
            Ask::Look => None,
            Ask::Void(of) => Some(Change::Void { at, of }),
            Ask::Pain(of, score) => {
                let set = Amended { pain_after: Some(score), ..Amended::default() };
                Some(Change::Amend { at, of, set })
            }
            Ask::Undo => {
                let last = self.loaded.history.said.iter().max_by_key(|said| (said.at, &said.id));
                last.map(|last| Change::Void { at, of: last.id.clone() })
            }
        };
        if let Some(change) = change {
            let _id = self.world.journal.change(&change)?;
            self.refresh();
        }
        let rules = self.world.rules();
        let seen = Seen { history: &self.loaded.history, rules: &rules, now: at };
        let past = Past::of(self.world.library.programs(), &seen);
        self.answers.push(Answer::Past(Box::new(past)));
        Ok(())
    }
}
