//! The session of today in words: the stage, the exercises with their doses, what is left out and why, what else there
//! is.

use ratatui::text::Line;

use crate::domain::advice::Call;
use crate::domain::exercise::{Exercise, Side, SideDose, SideDoses, SideRule};
use crate::domain::plan::choose::resolved;
use crate::domain::plan::{Item, Plan};
use crate::domain::prescription::{
    advancing, and_list, climb, count, going_back, in_general, lower_first, manner, schedule, short_dose, side_dose,
};
use crate::domain::program::{PainQuestion, Program};
use crate::domain::standing::Occasion;
use crate::domain::text::Clean;
use crate::domain::timeline::side_word;
use crate::domain::today::Row;
use crate::tui::theme::{Look, Role};
use crate::tui::view::heading;
use crate::tui::words;

/// The session that comes next, as it is known before it begins.
#[derive(Debug)]
pub(super) struct Coming {
    pub(super) occasion: Occasion,
    /// None where nothing is left of it.
    pub(super) plan: Option<Plan>,
    /// What is left out, by name, and why.
    left_out: Vec<(Clean, String)>,
    /// Its exercises as they are written, ranges and all.
    written: Vec<Exercise>,
    /// Whether somebody follows the program: what is of today alone is of no interest to others.
    follows: bool,
    /// Pain is asked before it, so that what depends on it is not known yet.
    asks_pain: bool,
}

impl Coming {
    pub(super) fn new(program: &Program, row: Option<&Row>, mut occasion: Occasion) -> Self {
        let follows = row.is_some_and(|row| row.enrolled.is_some());
        occasion.on = occasion.on.filter(|_| follows);
        let asks_pain = program.pain.ask.contains(&PainQuestion::Before);
        let mut known = occasion.clone();
        if let Some(on) = known.on.as_mut().filter(|_| asks_pain) {
            on.pain = Some(0);
        }
        let plan = Plan::of(program, &known);
        let session = program.phases.get(known.standing.phase).and_then(|phase| phase.sessions.get(known.session));
        let written = session.into_iter().flat_map(|session| resolved(session, &known.standing)).cloned().collect();
        Self { plan, written, left_out: Plan::left_out(program, &known), follows, asks_pain, occasion }
    }

    /// Where the runner stands, and what is worth knowing.
    pub(super) fn head(&self, program: &Program, row: Option<&Row>, width: u16, look: Look) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        let phase = program.phases.get(self.occasion.standing.phase);
        let briefing = row.map(|row| &row.briefing);
        if let Some(stage) = briefing.and_then(|briefing| briefing.stage.as_ref()) {
            lines.extend(words::lines(&capital(stage), width, look, Role::Strong));
        }
        if let Some(goal) = phase.and_then(|phase| phase.goal.as_ref()) {
            lines.extend(words::lines(&format!("Goal: {goal}"), width, look, Role::Text));
        }
        if let Some(session) = briefing.and_then(|briefing| briefing.session.as_ref()) {
            lines.extend(words::lines(&format!("Session: {session}"), width, look, Role::Strong));
        }
        if let Some(advice) = briefing.and_then(|briefing| briefing.advice.as_ref()).filter(|a| a.call != Call::GoOn) {
            lines.extend(words::lines(&capital(&advice.sentence()), width, look, role(advice.call)));
        }
        for notice in briefing.iter().flat_map(|briefing| &briefing.notices) {
            lines.extend(words::lines(&capital(notice), width, look, Role::Strong));
        }
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines
    }

    /// The exercises, and what is left out.
    pub(super) fn body(&self, width: u16, look: Look) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        if !self.follows {
            for (index, exercise) in self.written.iter().enumerate() {
                heading(&mut lines, &format!("{}  {}", index + 1, exercise.name), look);
                lines.extend(words::lines(&short_dose(exercise), width, look, Role::Text));
                lines.extend(how(exercise, exercise.side, width, look));
            }
            return lines;
        }
        let Some(plan) = &self.plan else { return lines };
        for (index, item) in plan.items.iter().enumerate() {
            heading(&mut lines, &format!("{}  {}", index + 1, item.exercise.name), look);
            lines.extend(self.item((plan, index), item, width, look));
        }
        if !self.left_out.is_empty() {
            heading(&mut lines, "Left out today", look);
            let left_out: Vec<String> = self.left_out.iter().map(|(name, why)| format!("{name}: {why}")).collect();
            lines.extend(words::bullets(&left_out, "·", width, look));
        }
        lines
    }

    fn item(&self, (plan, index): (&Plan, usize), item: &Item, width: u16, look: Look) -> Vec<Line<'static>> {
        let exercise = &item.exercise;
        let mut lines = Vec::new();
        if item.own.is_empty() {
            lines.extend(words::lines(&short_dose(exercise), width, look, Role::Text));
        }
        for side in item.sides.iter().copied().filter(|_| !item.own.is_empty()) {
            let written = || SideDose { sets: exercise.sets, work: exercise.work.clone(), load: exercise.load.clone() };
            let dose = side_dose(&item.own(side).cloned().unwrap_or_else(written));
            let side = side_word(side).unwrap_or("each");
            lines.extend(words::lines(&format!("{side} side: {dose}"), width, look, Role::Text));
        }
        let circuit = plan.circuit(index);
        let others: Vec<String> = plan.items.get(circuit.clone()).unwrap_or_default().iter().map(name).collect();
        if circuit.len() > 1 && index == circuit.start {
            let words = format!("a circuit: {}, in turn, a set each", and_list(&others));
            lines.extend(words::lines(&words, width, look, Role::Text));
        }
        // What was said above of sides, circuit and pain is not said once more.
        let only_if_pain = exercise.only_if_pain.filter(|_| !self.asks_pain);
        let load = exercise.load.clone().filter(|_| item.own.is_empty());
        let side = on_its_side(item);
        let rest =
            Exercise { sides: SideDoses::default(), circuit: None, only_if_pain, load, side, ..exercise.clone() };
        let written = self.written.iter().find(|written| written.id == item.planned);
        if let Some((written, climb)) = written.and_then(|written| Some((written, climb(written)?))) {
            let words = format!("from {}; {climb}", short_dose(written));
            lines.extend(words::lines(&words, width, look, Role::Quiet));
        }
        if let Some(most) = exercise.only_if_pain.filter(|_| self.asks_pain) {
            let words = format!("only with pain of {most} or less, which is asked before you start");
            lines.extend(words::lines(&words, width, look, Role::Strong));
        }
        lines.extend(how(&rest, side, width, look));
        lines
    }

    /// The other sessions of the stage, and all stages, a line each.
    pub(super) fn others(&self, program: &Program, width: u16, look: Look) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        let at = self.occasion.standing.phase;
        let sessions = program.phases.get(at).map_or(&[][..], |phase| &phase.sessions);
        if sessions.len() > 1 {
            heading(&mut lines, "The sessions of this stage", look);
            let in_turn = sessions.iter().all(|session| session.schedule.is_none());
            let entry = |(n, session): (usize, &crate::domain::program::Session)| {
                let title = session.title.as_ref().map_or_else(|| format!("session {}", n + 1), ToString::to_string);
                let days = session.schedule.as_ref().map(|days| format!(", {}", schedule(days))).unwrap_or_default();
                let exercises = count(u32::try_from(session.exercises.len()).unwrap_or(u32::MAX), "exercise");
                let line = format!("{title}{days}: {exercises}");
                words::bullets(&[line], mark(n == self.occasion.session), width, look)
            };
            lines.extend(sessions.iter().enumerate().flat_map(entry));
            if in_turn {
                let words = "They are done in turn: the next one comes when this one was completed.";
                lines.extend(words::lines(words, width, look, Role::Quiet));
            }
        }
        if program.phases.len() > 1 {
            heading(&mut lines, "The stages", look);
            for (n, phase) in program.phases.iter().enumerate() {
                let title = phase.title.as_ref().map_or("", |title| title.as_str());
                lines.extend(words::bullets(&[format!("{}  {title}", n + 1)], mark(n == at), width, look));
                if let Some(back) = going_back(phase).filter(|_| n == at && n > 0) {
                    let words = format!("the one before is offered {back}");
                    lines.extend(words::bullets(&[words], "    ", width, look));
                }
                if let Some(advancing) = advancing(phase).filter(|_| n == at && n + 1 < program.phases.len()) {
                    let words = format!("the next one is offered {advancing}");
                    lines.extend(words::bullets(&[words], "    ", width, look));
                }
            }
        }
        lines
    }
}

fn name(item: &Item) -> String {
    lower_first(&item.exercise.name)
}

const fn mark(now: bool) -> &'static str {
    if now { "▸" } else { " " }
}

/// A sentence begins with a capital letter.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// An exercise of the affected side is one of that side.
fn on_its_side(item: &Item) -> SideRule {
    match item.sides.as_slice() {
        [Some(Side::Left)] => SideRule::Left,
        [Some(Side::Right)] => SideRule::Right,
        _ => item.exercise.side,
    }
}

/// How an exercise is done: tempo, side and rest, the therapist's note, where to be, the steps.
fn how(exercise: &Exercise, side: SideRule, width: u16, look: Look) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let manner = manner(exercise).join(" · ");
    if !manner.is_empty() {
        lines.extend(words::lines(&manner, width, look, Role::Quiet));
    }
    if let Some(note) = &exercise.note {
        lines.extend(words::lines(&format!("note: {note}"), width, look, Role::Text));
    }
    if let Some(setup) = &exercise.setup {
        let setup = format!("set-up: {}", in_general(setup, side));
        lines.extend(words::lines(&setup, width, look, Role::Text));
    }
    let steps: Vec<String> = exercise.steps.iter().map(|step| in_general(step, side)).collect();
    lines.extend(words::bullets(&steps, "·", width, look));
    lines
}

/// How loud an advice is.
const fn role(call: Call) -> Role {
    match call {
        Call::GoOn | Call::Repeat => Role::Strong,
        Call::Lighten | Call::EaseBack => Role::Caution,
        Call::SeeSomeone => Role::Danger,
    }
}
