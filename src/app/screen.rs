//! The screen joined with the world: keys become actions, effects become deeds, answers come back.

use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Size;

use crate::app::hands::Hands;
use crate::app::live::{Pace, Watch};
use crate::app::patient::patiently;
use crate::app::say;
use crate::app::world::World;
use crate::domain::history::Enrolment;
use crate::domain::text::{Clean, Id};
use crate::domain::time::Moment;
use crate::error::Error;
use crate::io::settings::{Colors, Environment, Settings, process_variable};
use crate::io::timings::Timings;
use crate::tui::beside::{self, Titled};
use crate::tui::effect::Effect;
use crate::tui::gate::{Aside, terminals};
use crate::tui::keymap::{Action, Context};
use crate::tui::model::{Live, Model, ResumeStep, Screen, Wants};
use crate::tui::run::{App, Input, run};
use crate::tui::terminal::{RealTerminal, die_by, ended_by};
use crate::tui::theme::Look;
use crate::tui::{update, view};

/// How long the loop sleeps where nothing happens by itself.
const IDLE: Duration = Duration::from_millis(250);
/// The same while lines are on their way to the disk.
const SAVING: Duration = Duration::from_millis(30);
/// Reading the history may take so long before a word is said of it.
const BLINK: Duration = Duration::from_millis(60);
/// How often the words of the home screen are reckoned again ("next after 15:00").
const MINUTE: Duration = Duration::from_mins(1);

/// What the player opens on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OpenOn<'a> {
    /// The home screen.
    Home,
    /// The preview of a program.
    Preview(&'a Id),
    /// The session that was cut off, where there is one.
    Resume,
    /// The builder, with a file or with a program from nothing.
    Edit(&'a crate::cli::Edit),
    /// The preview of a file that is being written.
    Live(&'a Path),
}

/// How it is opened.
#[derive(Debug)]
pub(crate) struct How {
    /// So many times as fast as the clock on the wall.
    pub(crate) speed: u32,
    /// Nothing counts.
    pub(crate) rehearsal: bool,
    /// What the flags confirmed.
    pub(crate) agreed: Option<Enrolment>,
    /// Where it is written down how late everything was told.
    pub(crate) timings: Option<Timings>,
}

impl Default for How {
    fn default() -> Self {
        Self { speed: 1, rehearsal: false, agreed: None, timings: None }
    }
}

/// Opens the player.
pub(crate) fn open(world: World, on: OpenOn<'_>, how: How) -> Result<(), Error> {
    let pace = Rc::new(Pace::new(Rc::clone(&world.clock)));
    let clock = Rc::clone(&pace);
    let variable = |name: &str| process_variable(name).map(|value| value.to_string_lossy().into_owned());
    let mut terminal = RealTerminal::enter(move || clock.moment())?.knowing(terminals::known(&variable));
    let size = terminal.size();
    let speed = how.speed;
    let environment = world.environment;
    let settings = world.settings.clone();
    let look = Look { still: !settings.screen.motion, ..look(environment) };
    let journal = world.journal.clone();
    // Years of history take a while to read; a terminal that cannot be drawn on is told of by the first frame.
    let loaded = patiently(
        move || journal.load(),
        BLINK,
        || drop(terminal.draw(&mut |frame| view::draw_reading(look, frame.area(), frame.buffer_mut()))),
    );
    let mut hands = Hands::new(world, loaded, how, pace);
    let programs = hands.programs();
    let mut model = Model::new(hands.today(), programs, look, size).wanting(wants(&settings));
    model.speed = speed;
    model.listening = hands.listening();
    model.figures = hands.figures();
    match on {
        OpenOn::Home | OpenOn::Edit(_) => {}
        OpenOn::Preview(program) => model = model.opened(program),
        OpenOn::Resume if model.today.unfinished.is_some() => model.screen = Screen::Resume(ResumeStep::Choose),
        OpenOn::Resume => model.message = Some("no session was cut off today".to_owned()),
        OpenOn::Live(file) => {
            model.screen = Screen::Live(Box::new(Live::new(Clean::text(&file.to_string_lossy()))));
        }
    }
    match on {
        OpenOn::Edit(asked) => hands.open_builder(asked)?,
        OpenOn::Live(file) => hands.watch = Some(Watch::new(file)),
        OpenOn::Home | OpenOn::Preview(_) | OpenOn::Resume => {}
    }
    let mut joined = Joined::new(model, hands);
    let (_nobody, answers) = std::sync::mpsc::channel();
    let mut stage = terminal.with_answers(answers);
    let played = run(&mut joined, &mut stage);
    // The terminal is given back before anything is said.
    drop(stage);
    let saved = joined.hands.let_go();
    if let Err((lines, why)) = saved {
        say("the session could not be saved; its lines:");
        for line in lines {
            say(&line);
        }
        return Err(Error::failed(format!("the session was not saved: {why}"))
            .hint("make room, then keep the lines above in a .jsonl file in the data folder"));
    }
    if let Some(signal) = ended_by() {
        die_by(signal);
    }
    played
}

/// How the words of a screen look in this terminal.
pub(crate) const fn look(environment: Environment) -> Look {
    let colors = !environment.no_color && !matches!(environment.colors, Colors::None);
    Look { colors, utf8: environment.is_utf8, still: false }
}

/// The settings in the words of the screens.
const fn wants(settings: &Settings) -> Wants {
    Wants {
        flash: settings.screen.flash,
        goes_on: settings.player.own_pace_goes_on,
        mouse: settings.player.mouse,
        title: settings.notice.title,
        progress: settings.notice.progress,
        notification: settings.notice.notification,
    }
}

/// The model with its hands.
#[expect(clippy::struct_excessive_bools, reason = "each is asked by the loop on its own")]
struct Joined {
    model: Model,
    hands: Hands,
    /// Something to be seen changed.
    dirty: bool,
    /// Asked to be suspended.
    suspends: bool,
    /// Asked to end; waits for the disk.
    quits: bool,
    /// Ends whatever the disk does.
    done: bool,
    /// When the home screen was reckoned last.
    reckoned: Moment,
    /// What is to be said as a notification.
    notification: Option<Clean>,
    /// The title of the window, and since when it is that one.
    title: Titled,
}

impl Joined {
    const fn new(model: Model, hands: Hands) -> Self {
        let reckoned = Moment::awake(Duration::ZERO);
        Self {
            model,
            hands,
            dirty: true,
            suspends: false,
            quits: false,
            done: false,
            reckoned,
            notification: None,
            title: Titled::new(),
        }
    }

    fn perform(&mut self, effects: Vec<Effect>, now: Moment) {
        for effect in effects {
            match effect {
                Effect::Suspend => {
                    self.hands.perform(Effect::Suspend);
                    self.suspends = true;
                }
                // Asked a second time, it does not wait for the disk.
                Effect::Quit => {
                    self.hands.perform(Effect::Quit);
                    self.done |= self.quits;
                    self.quits = true;
                }
                Effect::Notify(words) => self.notification = Some(words),
                other => self.hands.perform(other),
            }
        }
        let answers = self.hands.answers();
        for answer in answers {
            self.dirty = true;
            let more = update::answer(&mut self.model, answer, now);
            self.perform(more, now);
        }
    }

    fn paste(&mut self, text: &str, now: Moment) {
        let takes = [Context::Note, Context::FieldText, Context::Shelf];
        if !takes.iter().any(|context| self.model.contexts().contains(context)) {
            return;
        }
        for letter in Clean::text(text).chars() {
            let effects = update::update(&mut self.model, Action::Type(letter), now);
            self.perform(effects, now);
        }
    }
}

impl App for Joined {
    type Answer = ();

    fn input(&mut self, input: Input, now: Moment) {
        self.dirty = true;
        match input {
            Input::Key(key) => {
                let effects = update::press(&mut self.model, key, now);
                self.perform(effects, now);
            }
            Input::Click(spot) => {
                let effects = update::click(&mut self.model, spot, now);
                self.perform(effects, now);
            }
            Input::Wheel(up) => update::wheel(&mut self.model, up),
            Input::Paste(text) => self.paste(&text, now),
            Input::Focus(focused) => self.model.focused = focused,
            Input::Resize(columns, rows) => update::resize(&mut self.model, Size::new(columns, rows)),
            Input::Ended => self.done = true,
            Input::Back => {}
        }
    }

    fn answer(&mut self, (): (), _now: Moment) {}

    fn tick(&mut self, now: Moment) {
        let said = self.model.message().is_some();
        let effects = update::tick(&mut self.model, now);
        self.perform(effects, now);
        self.hands.tick(now);
        if matches!(self.model.screen, Screen::Home(_)) && now.elapsed.saturating_sub(self.reckoned.elapsed) >= MINUTE {
            self.reckoned = now;
            self.hands.reckon();
        }
        self.perform(Vec::new(), now);
        // What was said goes by itself.
        self.dirty |= said != self.model.message().is_some();
    }

    fn wait(&self, now: Moment) -> Duration {
        let longest = if self.hands.busy() { SAVING } else { IDLE };
        let left = |wake: Duration| wake.saturating_sub(now.awake) / self.model.speed.max(1);
        self.model.wake().map_or(longest, |wake| left(wake).min(longest))
    }

    fn changed(&mut self) -> bool {
        std::mem::take(&mut self.dirty) || self.model.moves()
    }

    fn view(&self, frame: &mut Frame<'_>, _now: Moment) {
        view::draw(&self.model, frame.area(), frame.buffer_mut());
    }

    fn aside(&mut self, now: Moment) -> Aside {
        Aside {
            rings: self.hands.ears.rings(),
            notification: self.notification.take(),
            title: self.title.at(beside::title(&self.model), now, self.model.speed),
            ..beside::of(&self.model)
        }
    }

    fn done(&self) -> bool {
        self.done || self.quits && !self.hands.busy()
    }

    fn suspend(&mut self) -> bool {
        std::mem::take(&mut self.suspends)
    }
}
