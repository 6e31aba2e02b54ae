//! `soleus figure`: a picture on standard output, or one that plays until `q`.

use std::io::{IsTerminal as _, Write};
use std::path::Path;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout};

use crate::app::screen::look;
use crate::app::{on_a_terminal, pictures, say};
use crate::cli::figure::{ColorWord, FigureArgs, ShadingWord, drawing, moments, text, view};
use crate::domain::exercise::{Affected, Exercise, Side};
use crate::domain::text::{Clean, Id};
use crate::domain::time::Moment;
use crate::error::Error;
use crate::figure::motion::plain;
use crate::figure::rhythm::{Rhythm, frames_a_second};
use crate::figure::{Figure, Glyphs, Moment as Pose, Picture, draw};
use crate::io::clock::{Clock as _, RealClock};
use crate::io::diagnostic;
use crate::io::library::{FIGURES, Library, figure, figure_file};
use crate::io::settings::{Colors, Environment, FigureSettings, process_variable};
use crate::tui::gate::Gate;
use crate::tui::keymap::{Action, Context, action};
use crate::tui::run::{App, Input, run};
use crate::tui::terminal::{RealTerminal, die_by, ended_by};
use crate::tui::theme::Look;
use crate::tui::widgets::hints;

/// Whether a picture is printed, and none plays.
pub(crate) fn prints(asked: &FigureArgs) -> bool {
    asked.frame.is_some() || asked.strip.is_some() || asked.svg || !on_a_terminal()
}

/// Prints what was asked for.
pub(crate) fn print(asked: &FigureArgs, out: &mut impl Write) -> Result<(), Error> {
    let (figure, rhythm) = find(&asked.figure)?;
    let view = view(&figure, asked.view.as_deref())?;
    let mut moments = moments(&figure, &rhythm, asked)?;
    if moments.is_empty() {
        let start = rhythm.at(0.0);
        moments.push((start.phase.to_owned(), 0.0, 0.0));
    }
    if asked.svg {
        write!(out, "{}", drawing(&figure, view, &moments, asked))?;
        return Ok(());
    }
    let environment = Environment::read(&process_variable);
    let in_colour = match asked.color {
        ColorWord::Always => true,
        ColorWord::Never => false,
        ColorWord::Auto => std::io::stdout().is_terminal() && !environment.no_color && !environment.term_dumb,
    };
    let picture = picture(asked, environment, in_colour);
    let mut gate = Gate::new(&mut *out);
    write!(gate, "{}", text(&figure, view, &moments, asked, &picture))?;
    Ok(())
}

/// Plays a figure until it is ended.
pub(crate) fn play(asked: &FigureArgs) -> Result<(), Error> {
    let (figure, rhythm) = find(&asked.figure)?;
    let view = view(&figure, asked.view.as_deref())?.name.to_string();
    let environment = Environment::read(&process_variable);
    let picture = picture(asked, environment, !environment.no_color);
    let side = asked.side.into();
    let phase = (String::new(), 0.0);
    let look = look(environment);
    let mut playing =
        Playing { figure, rhythm, view, picture, look, side, begun: None, now: 0.0, phase, drawn: None, done: false };
    let clock = RealClock::new(None);
    let terminal = RealTerminal::enter(move || clock.moment())?;
    let (_nobody, answers) = std::sync::mpsc::channel();
    let mut stage = terminal.with_answers(answers);
    let played = run(&mut playing, &mut stage);
    drop(stage);
    if let Some(signal) = ended_by() {
        die_by(signal);
    }
    played
}

/// The figure of a file, of its id, or of an exercise.
fn find(named: &str) -> Result<(Figure, Rhythm), Error> {
    let figure = read(named)?;
    let rhythm = Rhythm::of(exercise(&figure, named).as_ref(), &figure);
    Ok((figure, rhythm))
}

fn read(named: &str) -> Result<Figure, Error> {
    let path = Path::new(named);
    if path.extension().is_some() || path.components().count() > 1 {
        let name = Clean::text(named);
        let reading = figure_file(path)
            .map_err(|why| Error::input(format!("`{name}`: {why}")).hint("name a pose file (.toml)"))?;
        if !reading.problems.is_empty() {
            say(diagnostic::report(&reading.problems, &reading.source).trim_end());
        }
        return reading.figure.ok_or_else(|| Error::reported(1));
    }
    figure(named).ok_or_else(|| {
        let known = crate::io::program_file::nearest(named, FIGURES.iter().map(|(id, _)| *id));
        let hint = known.map_or_else(
            || format!("known are {}", FIGURES.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        Error::input(format!("there is no figure `{}`", Clean::name(named))).hint(hint)
    })
}

/// The exercise whose tempo the figure has.
fn exercise(figure: &Figure, named: &str) -> Option<Exercise> {
    let library = Library::bundled();
    let own = Id::new(named).and_then(|id| library.catalogue().exercise(&id));
    own.or_else(|| library.catalogue().exercise(&figure.id))
        .or_else(|| figure.exercises.iter().find_map(|id| library.catalogue().exercise(id)))
}

/// The picture of the command: what the terminal can, unless the flags say otherwise.
fn picture(asked: &FigureArgs, environment: Environment, in_colour: bool) -> Picture {
    let no_color = !in_colour;
    let colors = if asked.color == ColorWord::Always { Colors::True } else { environment.colors };
    let environment = Environment { no_color, colors, ..environment };
    let settings = FigureSettings {
        glyphs: asked.glyphs.map(Glyphs::from),
        smooth: asked.shading.map(|shading| shading == ShadingWord::Smooth),
        // What is written into a file is drawn for the ground that the flags name.
        light: (asked.light || asked.color == ColorWord::Always).then_some(asked.light),
        ..FigureSettings::default()
    };
    pictures::picture(environment, settings).unwrap_or_default()
}

/// A figure that plays.
struct Playing {
    figure: Figure,
    rhythm: Rhythm,
    view: String,
    picture: Picture,
    look: Look,
    side: Side,
    begun: Option<Duration>,
    /// Seconds since it began.
    now: f64,
    /// The present phase and the frames a second that it needs.
    phase: (String, f64),
    /// The phase and the number of the frame that was drawn last.
    drawn: Option<(String, i64)>,
    done: bool,
}

/// Where its keys mean something.
const KEYS: [Context; 2] = [Context::Figure, Context::Anywhere];
/// Columns of the picture for which the frames are reckoned.
const COLUMNS: f64 = 64.0;

impl Playing {
    /// The frame in which it is; in a hold there is only one.
    #[expect(clippy::cast_possible_truncation, reason = "a number of frames")]
    fn frame(&self) -> (String, i64) {
        let beat = self.rhythm.at(self.now);
        (self.phase.0.clone(), (beat.seconds * self.phase.1) as i64)
    }
}

impl App for Playing {
    type Answer = ();

    fn input(&mut self, input: Input, _: Moment) {
        match input {
            Input::Key(key) => match action(key, &KEYS) {
                Some(Action::Quit | Action::Interrupt) => self.done = true,
                Some(Action::Side(affected)) => {
                    self.side = if affected == Affected::Left { Side::Left } else { Side::Right };
                    self.drawn = None;
                }
                _ => {}
            },
            Input::Ended => self.done = true,
            Input::Paste(_) | Input::Resize(..) | Input::Focus(_) | Input::Click(_) | Input::Wheel(_) | Input::Back => {
            }
        }
    }

    fn answer(&mut self, (): (), _: Moment) {}

    fn tick(&mut self, now: Moment) {
        let begun = *self.begun.get_or_insert(now.elapsed);
        self.now = now.elapsed.saturating_sub(begun).as_secs_f64();
        let beat = self.rhythm.at(self.now);
        if beat.phase != self.phase.0 {
            let width = self.figure.view(&self.view).map_or(100.0, |view| view.high.x - view.low.x);
            let pixels = COLUMNS * f64::from(self.picture.glyphs.grid().0) / width;
            let rate = frames_a_second(&self.figure, beat.phase, beat.length, pixels);
            self.phase = (beat.phase.to_owned(), rate);
        }
    }

    fn wait(&self, _: Moment) -> Duration {
        let beat = self.rhythm.at(self.now);
        let frame = if self.phase.1 > 0.0 { 1.0 / self.phase.1 } else { beat.length };
        Duration::from_secs_f64(frame.min(beat.length - beat.seconds).max(0.01))
    }

    fn changed(&mut self) -> bool {
        let frame = Some(self.frame());
        let changed = self.drawn != frame;
        self.drawn = frame;
        changed
    }

    fn view(&self, frame: &mut Frame<'_>, _: Moment) {
        let rows = [Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)];
        let [head, area, keys] = Layout::vertical(rows).areas(frame.area());
        let beat = self.rhythm.at(self.now);
        let pose = Pose { phase: beat.phase, part: beat.part, seconds: beat.seconds, side: self.side };
        frame.render_widget(format!("{} · {}", self.figure.title, plain(beat.phase)), head);
        hints::draw(frame.buffer_mut(), keys, &KEYS, self.look);
        if let Some(view) = self.figure.view(&self.view) {
            draw(&self.figure, view, (&pose, &self.picture), area, frame.buffer_mut());
        }
    }

    fn done(&self) -> bool {
        self.done
    }

    fn suspend(&mut self) -> bool {
        false
    }
}
