//! All that is drawn: one screen, what lies over it, and what the world last said.

mod before;
pub mod builder;
mod checkin;
mod contexts;
mod decide;
mod figures;
mod history;
pub mod listening;
pub mod live;
mod measure;
mod over;
mod said;
mod wants;
mod which;

use std::time::Duration;

use ratatui::layout::{Rect, Size};

use crate::domain::cue::Caller;
use crate::domain::exercise::{Affected, Work};
use crate::domain::lexicon::Words;
use crate::domain::player::{Pause, Player, Run};
use crate::domain::program::Program;
use crate::domain::standing::Occasion;
use crate::domain::text::Id;
use crate::domain::time::Moment;
use crate::domain::timeline::StepKind;
use crate::domain::today::{Row, Today};
use crate::tui::effect::SummaryFacts;
use crate::tui::theme::Look;

pub use before::Before;
pub use builder::Builder;
pub use checkin::{CheckIn, Field, Morning, MorningField};
pub use decide::{Decide, Matter, Point};
pub use figures::Figures;
pub use history::{Looking, Page};
pub use listening::Listening;
pub use live::Live;
pub use wants::Wants;

pub use measure::{Measuring, Number};
pub use over::{Over, Overlay};
pub use which::{Step, Which};

/// A key that answers a question is not taken before the question was there to be read.
pub const READ_FIRST: Duration = Duration::from_millis(300);
/// While something runs, time is told to the model this often (rule T2).
pub const TICK: Duration = Duration::from_millis(100);

/// Everything that is drawn.
#[derive(Clone, Debug)]
pub struct Model {
    /// What the runner looks at.
    pub screen: Screen,
    /// What lies over it, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What is due, as the history tells it.
    pub today: Today,
    /// All programs.
    pub programs: Vec<Program>,
    /// Whether what happened is on disk.
    pub saving: Saving,
    /// What the terminal can.
    pub look: Look,
    /// Its size.
    pub size: Size,
    /// A short word about the last key.
    pub message: Option<String>,
    /// The moment of the awake clock at which it goes by itself.
    pub fades: Option<Duration>,
    /// The last moment that was told.
    pub now: Moment,
    /// So many times as fast as the clock on the wall, 1 to 1,000.
    pub speed: u32,
    /// The preview of a file, while one of its exercises is rehearsed: nothing of that is written down.
    pub rehearsed: Option<Box<Live>>,
    /// What the runner wants to be different.
    pub wants: Wants,
    /// The player shows the chief things alone, as large as possible.
    pub far: bool,
    /// A set at the runner's own pace goes on by itself.
    pub by_itself: bool,
    /// Whether the window has the focus, as far as that is told.
    pub focused: bool,
    /// What the runner hears.
    pub listening: Listening,
    /// The form of a program that was found for somebody who does not follow it yet.
    pub suggested: Option<(Id, Id)>,
    /// The figures of exercises.
    pub figures: Figures,
}

/// What the runner looks at.
#[derive(Clone, Debug)]
pub enum Screen {
    /// What is due, and all programs.
    Home(Home),
    /// Which program is for me?
    Which(Which),
    /// A program, before it is started.
    Preview(Preview),
    /// What is to be decided before a session.
    Decide(Decide),
    /// What is confirmed and asked before a session.
    Before(Before),
    /// A session.
    Play(Box<Play>),
    /// The questions after it.
    CheckIn(Box<CheckIn>),
    /// What was done.
    Summary(Box<Summary>),
    /// A session that was cut off.
    Resume(ResumeStep),
    /// The questions of the next morning.
    Morning(Morning),
    /// A program is written.
    Builder(Box<Builder>),
    /// The preview of a file that is being written.
    Live(Box<Live>),
    /// What was done.
    History(Box<Looking>),
}

/// The home screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// Which row is chosen.
    pub chosen: usize,
}

/// The preview of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Which program.
    pub program: Id,
    /// Lines scrolled.
    pub scroll: u16,
}

/// A session that is played.
#[derive(Clone, Debug)]
pub struct Play {
    /// The state machine.
    pub player: Player,
    /// Who calls out what is heard of it.
    pub caller: Caller,
    /// Since when a question is on the screen.
    pub asked: Option<Moment>,
    /// Of an instruction the step that is done now, 0 and up.
    pub reading: usize,
    /// The number that is asked in a rest.
    pub measuring: Measuring,
    /// When the border last answered the end of a phase.
    pub pulsed: Option<Moment>,
    /// What the present step is, and what the one before it was.
    pub kinds: (Option<StepKind>, Option<StepKind>),
    /// Whether pain was told since the present step began.
    pub rated: bool,
}

/// A session that is over.
#[derive(Clone, Debug)]
pub struct Summary {
    /// What was played.
    pub player: Player,
    /// What the history says; none until its record is closed.
    pub facts: Option<SummaryFacts>,
}

/// What is asked about a session that was cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResumeStep {
    /// Go on, finish, discard.
    Choose,
    /// Really discard it? Asked at this moment.
    Discard(Moment),
}

/// Whether what happened is on disk; only ever what the world answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was to be saved yet.
    #[default]
    Nothing,
    /// All of it.
    Saved,
    /// It takes longer than usual.
    Saving,
    /// It did not work, and why.
    NotSaved(String),
    /// An exercise is rehearsed: nothing is to be saved.
    Rehearsal,
}

impl Model {
    /// A model that opens on the home screen.
    pub fn new(today: Today, programs: Vec<Program>, look: Look, size: Size) -> Self {
        Self {
            screen: Screen::Home(Home::default()),
            overlays: Vec::new(),
            today,
            programs,
            saving: Saving::default(),
            look,
            size,
            message: None,
            fades: None,
            now: Moment::default(),
            speed: 1,
            rehearsed: None,
            wants: Wants::default(),
            far: false,
            by_itself: false,
            focused: true,
            listening: Listening::default(),
            suggested: None,
            figures: Figures::default(),
        }
    }

    /// The same, with what the runner wants to be different.
    #[must_use]
    pub const fn wanting(mut self, wants: Wants) -> Self {
        self.wants = wants;
        self.by_itself = wants.goes_on.is_some();
        self
    }

    /// The same, opened on the preview of a program (`soleus play PROGRAM`).
    #[must_use]
    pub fn opened(mut self, program: &Id) -> Self {
        if self.program(program).is_some() {
            self.screen = Screen::Preview(Preview { program: program.clone(), scroll: 0 });
        }
        self
    }

    /// A program by its id.
    pub fn program(&self, id: &Id) -> Option<&Program> {
        self.programs.iter().find(|program| program.id == *id)
    }

    /// A program's row of the home screen.
    pub fn row(&self, id: &Id) -> Option<&Row> {
        self.today.rows.iter().find(|row| row.id == *id)
    }

    /// What decides about the next session of a program; its first one, where no row tells.
    pub fn occasion(&self, program: &Program) -> Occasion {
        let row = self.row(&program.id);
        let known = row.map(|row| row.briefing.occasion.clone());
        let mut occasion = known.unwrap_or_else(|| Occasion::first(Affected::Both));
        if let Some((suggested, variant)) = &self.suggested
            && *suggested == program.id
            && row.is_none_or(|row| row.enrolled.is_none())
        {
            occasion.standing.variant = Some(variant.clone());
        }
        occasion
    }

    /// The program that the present screen is about.
    pub fn program_in_focus(&self) -> Option<&Program> {
        let id = match &self.screen {
            Screen::Home(home) => &self.today.rows.get(home.chosen)?.id,
            Screen::Preview(preview) => &preview.program,
            Screen::Decide(decide) => &decide.program,
            Screen::Before(before) => &before.program,
            Screen::Play(play) => &play.player.plan().program,
            Screen::CheckIn(checkin) => &checkin.player.plan().program,
            Screen::Summary(summary) => &summary.player.plan().program,
            Screen::Resume(_) => &self.today.unfinished.as_ref()?.program,
            Screen::Builder(builder) => return builder.good.as_ref().map(|(program, _)| program),
            Screen::Live(live) => return live.program.as_ref(),
            Screen::Morning(_) | Screen::History(_) | Screen::Which(_) => return None,
        };
        if let Some(live) = &self.rehearsed {
            return live.program.as_ref();
        }
        self.program(id)
    }

    /// The whole terminal, clamped to a size that nobody has.
    pub fn area(&self) -> Rect {
        Rect::new(0, 0, self.size.width.min(1000), self.size.height.min(500))
    }

    /// The next moment of the awake clock at which [`crate::tui::update::tick`] must be called: none while nothing
    /// changes by itself.
    pub fn wake(&self) -> Option<Duration> {
        let next = match &self.screen {
            Screen::Play(play) => self.next_of(play),
            _ => self.loops().then(|| self.now.awake + TICK),
        };
        [next, self.fades].into_iter().flatten().min()
    }
}

impl Model {
    fn next_of(&self, play: &Play) -> Option<Duration> {
        let heard = play.caller.deadline(&play.player);
        let next = [play.player.deadline(), heard].into_iter().flatten().min()?;
        match play.player.run() {
            Run::Running { .. } | Run::CountIn { .. } => Some(next.min(self.now.awake + TICK)),
            Run::Paused { .. } | Run::Over(_) => Some(next),
        }
    }

    /// Whether something on the screen moves by itself now.
    pub fn moves(&self) -> bool {
        match &self.screen {
            Screen::Play(play) if matches!(play.player.run(), Run::Running { .. } | Run::CountIn { .. }) => true,
            _ => self.loops(),
        }
    }

    /// Whether a figure plays by itself beside a text or a list.
    fn loops(&self) -> bool {
        let has_figure = match (self.overlays.last().map(|over| over.what), &self.screen) {
            (Some(what), Screen::Play(_)) => what == Over::HowTo,
            (None, Screen::Preview(_)) => true,
            (None, Screen::Builder(builder)) => matches!(builder.pane, builder::Pane::Shelf(_)),
            _ => false,
        };
        let moves = self.figures.picture().is_some() && self.figures.moves() && !self.look.still;
        has_figure && moves
    }
}

impl Play {
    /// A session at its first moment.
    pub fn new(player: Player) -> Self {
        Self {
            player,
            caller: Caller::new(Words::default()),
            asked: None,
            reading: 0,
            measuring: Measuring::new(),
            pulsed: None,
            kinds: (None, None),
            rated: false,
        }
    }

    /// The same, called out by somebody.
    #[must_use]
    pub fn called_by(self, caller: Caller) -> Self {
        Self { caller, ..self }
    }

    /// How many steps the present instruction has; none where nothing is read step by step.
    pub fn steps(&self) -> Option<usize> {
        let step = self.player.step().filter(|step| step.kind == StepKind::Work)?;
        let item = self.player.plan().items.get(step.bout.item)?;
        (*item.work(step.bout.side) == Work::Instruction).then_some(item.exercise.steps.len())
    }

    /// The question that is asked, where one is.
    pub const fn question(&self) -> Option<Pause> {
        match self.player.run() {
            Run::Paused { why: Pause::Asked, .. } | Run::Running { .. } | Run::CountIn { .. } | Run::Over(_) => None,
            Run::Paused { why, .. } => Some(why),
        }
    }
}
