//! Taking a program up, leaving it, and what is decided about it: lines of the history that are no session.

use chrono::NaiveDate;

use super::Hands;
use crate::app::sitting::{choose, decision, enrolment};
use crate::domain::exercise::Affected;
use crate::domain::history::{Change, Chosen, Enrolment, Stop};
use crate::domain::progress;
use crate::domain::text::{Clean, Id};
use crate::error::Error;
use crate::io::clock::Clock as _;
use crate::tui::effect::Answer;

impl Hands {
    pub(super) fn enrol(
        &mut self,
        id: &Id,
        affected: Affected,
        from: Option<NaiveDate>,
        place: Option<Clean>,
    ) -> Result<(), Error> {
        let Some(program) = self.program(id) else { return Ok(()) };
        let enrolment = Enrolment { from, place, ..enrolment(program, affected, self.world.clock.wall()) };
        if self.rehearsal {
            self.agreed.push(enrolment.clone());
        } else {
            self.world.journal.change(&Change::Enrol(enrolment.clone()))?;
        }
        self.loaded.history.enrolments.push(enrolment);
        self.answers.push(Answer::Programs(self.programs()));
        self.reckon();
        Ok(())
    }

    /// Leaves a program; a rehearsal writes nothing, so it leaves none.
    pub(super) fn stop(&mut self, program: Id) -> Result<(), Error> {
        if self.rehearsal {
            return Err(Error::failed("a rehearsal leaves no program: nothing of it is written"));
        }
        let at = self.world.clock.wall();
        let day = progress::today(&self.loaded.history, at, self.world.settings.rollover);
        self.world.journal.change(&Change::Stop(Stop { at, day, program }))?;
        self.refresh();
        Ok(())
    }

    /// Writes decisions down, as far as they can be; those of a rehearsal hold for it alone.
    pub(super) fn choose(&mut self, id: &Id, what: Vec<Chosen>) {
        let Some(program) = self.program(id).cloned() else { return };
        let (at, rollover) = (self.world.clock.wall(), self.world.settings.rollover);
        let mut kept = Ok(());
        for what in what {
            let choice = if self.rehearsal {
                Ok(decision(&program, what, at, rollover))
            } else {
                choose(&self.world.journal, &program, what, at, rollover)
            };
            match choice {
                Ok(choice) => {
                    self.decided.extend(self.rehearsal.then(|| choice.clone()));
                    self.loaded.history.choices.push(choice);
                }
                Err(error) => kept = Err(error),
            }
        }
        if let Err(error) = kept {
            let message = format!("not saved, so it is not decided: {}", error.message());
            self.answers.push(Answer::Failed(message));
        }
        self.reckon();
        self.answers.push(Answer::Decided);
    }
}
