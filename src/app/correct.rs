//! Corrections: the morning's answers, pauses, sessions done elsewhere, entries put right or taken out, and all of that
//! taken back. Always as lines that are added: bytes that were written are never changed.

use std::io::Write;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::app::world::World;
use crate::cli::correct::{LogSession, MendAsked, MorningAsked, PauseAsked, VoidAsked};
use crate::domain::day;
use crate::domain::history::{Amended, Change, History, Manual, Pause, Said};
use crate::domain::program::PainQuestion;
use crate::domain::progress::today;
use crate::domain::session::{Rating, When};
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::clock::Clock as _;

/// The shortest end of an id that is taken for it.
const SHORTEST: usize = 4;

/// What every correction needs.
struct Books {
    world: World,
    history: History,
    now: DateTime<FixedOffset>,
    today: NaiveDate,
}

impl Books {
    fn open() -> Result<Self, Error> {
        let world = World::open()?;
        let history = world.journal.load().history;
        let now = world.clock.wall();
        let today = today(&history, now, world.settings.rollover);
        Ok(Self { world, history, now, today })
    }

    /// The session or entry that was meant.
    fn find(&self, asked: &str) -> Result<String, Error> {
        let sessions = self.history.sessions.iter().map(|log| (log.start.at, &log.start.session));
        let typed = self.history.manual.iter().map(|manual| (manual.at, &manual.id));
        let pauses = self.history.said.iter().filter(|said| said.kind == "pause").map(|said| (said.at, &said.id));
        if asked == "last" {
            let last = sessions.chain(typed).max().map(|(_, id)| id.clone());
            return last.ok_or_else(|| Error::input("the history is empty"));
        }
        let hint = "`soleus history --ids` lists the sessions with the ends of their ids; `last` is the last one";
        let fits = |id: &str| id == asked || asked.len() >= SHORTEST && id.ends_with(asked);
        let found: Vec<String> =
            sessions.chain(typed).chain(pauses).map(|(_, id)| id.clone()).filter(|id| fits(id)).collect();
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(Error::input(format!("nothing in the history has the id `{}`", Clean::name(asked))).hint(hint)),
            several => Err(Error::input(format!("`{}` is the end of {} ids", Clean::name(asked), several.len()))
                .hint("write more of it")),
        }
    }

    fn write(&self, change: &Change) -> Result<String, Error> {
        self.world.journal.change(change)
    }
}

/// `soleus morning`: the answers for every program that asks, of the last day with a session.
pub(crate) fn morning(asked: &MorningAsked, out: &mut impl Write) -> Result<(), Error> {
    let books = Books::open()?;
    let open = books.world.today(&books.world.journal.load()).morning;
    let Some(open) = open else {
        return Err(Error::input("no question of the morning is open")
            .hint("it belongs to the day after a session of a program that asks, and is answered once"));
    };
    if asked.pain.is_none() && asked.stiffness.is_none() {
        let asks = |question| open.ask.contains(&question);
        let stiffness = if asks(PainQuestion::MorningStiffness) { " --stiffness MINUTES" } else { "" };
        let pain = if asks(PainQuestion::NextMorning) { " 0-10" } else { "" };
        writeln!(out, "how is it this morning, after {}? answer with soleus morning{pain}{stiffness}", open.title)?;
        return Ok(());
    }
    let rating = |_: &String| Rating {
        when: When::NextMorning,
        pain: asked.pain,
        effort: None,
        stiffness: asked.stiffness,
        place: None,
    };
    for session in &open.sessions {
        let change = Change::Later { of: session.clone(), at: books.now, rating: rating(session) };
        let _id = books.write(&change)?;
    }
    writeln!(out, "saved, for {}", open.title)?;
    Ok(())
}

/// `soleus pause`.
pub(crate) fn pause(asked: &PauseAsked, out: &mut impl Write) -> Result<(), Error> {
    let books = Books::open()?;
    let (today, at) = (books.today, books.now);
    if asked.end {
        return end_pause(&books, out);
    }
    let from = asked.from.unwrap_or(today);
    let to = asked.to.or_else(|| asked.days.map(|days| day::after(from, u64::from(days) - 1)));
    let Some(to) = to else {
        let now = books.history.pauses.iter().filter(|pause| pause.to >= today);
        let mut any = false;
        for pause in now {
            any = true;
            writeln!(out, "{}", pause_words(pause))?;
        }
        if !any {
            writeln!(out, "no pause; soleus pause --days 5 --why ill begins one today")?;
        }
        return Ok(());
    };
    if to < from {
        return Err(Error::input(format!("the pause would end on {to}, before it begins on {from}"))
            .hint("--to is its last day; --days counts from the first"));
    }
    let why = asked.why.as_deref().map(Clean::text);
    let pause = Pause { id: String::new(), from, to, why };
    let _id = books.write(&Change::Pause { at, pause: pause.clone() })?;
    writeln!(out, "{}: no day of it is missed, and sessions in it count all the same", pause_words(&pause))?;
    Ok(())
}

/// The pause goes on to yesterday, or never was.
fn end_pause(books: &Books, out: &mut impl Write) -> Result<(), Error> {
    let (today, at) = (books.today, books.now);
    let pauses: Vec<&Pause> =
        books.history.pauses.iter().filter(|pause| (pause.from..=pause.to).contains(&today)).collect();
    if pauses.is_empty() {
        return Err(Error::input("today is in no pause").hint("soleus pause lists those that are to come"));
    }
    for pause in pauses {
        let _id = books.write(&Change::Void { at, of: pause.id.clone() })?;
        if pause.from < today {
            let shorter = Pause { id: String::new(), to: day::before(today, 1), ..pause.clone() };
            let _id = books.write(&Change::Pause { at, pause: shorter })?;
        }
    }
    writeln!(out, "welcome back: the pause has ended, today counts again")?;
    Ok(())
}

fn pause_words(pause: &Pause) -> String {
    let why = pause.why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
    let date = |day: NaiveDate| day.format("%-d %B %Y");
    if pause.from == pause.to {
        format!("pause on {}{why}", date(pause.from))
    } else {
        format!("pause from {} to {}{why}", date(pause.from), date(pause.to))
    }
}

/// `soleus log session`: one that was done elsewhere.
pub(crate) fn log_session(asked: &LogSession, out: &mut impl Write) -> Result<(), Error> {
    let books = Books::open()?;
    let program = crate::app::program(&books.world.library, &asked.program)?;
    let day = asked.on.unwrap_or(books.today);
    if day > books.today {
        return Err(Error::input(format!("{day} has not come yet")).hint("a session is logged once it is done"));
    }
    let fraction = f64::from(asked.part) / 100.0;
    // From half of it on a session keeps its day (reliability.md 5.3).
    let manual = Manual {
        id: String::new(),
        program: program.id.clone(),
        day,
        counts: asked.part >= 50,
        fraction,
        pain: asked.pain,
        at: books.now,
    };
    let _id = books.write(&Change::Manual(manual))?;
    let counts = if asked.part >= 50 { "" } else { "; less than half of it keeps no day" };
    writeln!(out, "logged: {} on {}, {} %{counts}", program.title, day.format("%-d %B %Y"), asked.part)?;
    Ok(())
}

/// `soleus mend`.
pub(crate) fn mend(asked: &MendAsked, out: &mut impl Write) -> Result<(), Error> {
    let books = Books::open()?;
    let of = books.find(&asked.id)?;
    let MendAsked { day, pain_before, pain_after, effort, .. } = *asked;
    let set = Amended { day, counts: None, pain_before, pain_after, effort };
    if set == Amended::default() {
        return Err(Error::input("nothing was named to put right")
            .hint("--day, --pain-before, --pain-after or --effort; `soleus void` takes a session out"));
    }
    if day.is_some_and(|day| day > books.today) {
        return Err(Error::input("that day has not come yet").hint("a session belongs to today or a day before it"));
    }
    let _id = books.write(&Change::Amend { at: books.now, of: of.clone(), set })?;
    writeln!(out, "put right; what was written before stays in the files, `soleus undo` takes the correction back")?;
    Ok(())
}

/// `soleus void`.
pub(crate) fn void(asked: &VoidAsked, out: &mut impl Write) -> Result<(), Error> {
    let books = Books::open()?;
    let of = books.find(&asked.id)?;
    let _id = books.write(&Change::Void { at: books.now, of })?;
    writeln!(out, "taken out; nothing is deleted, `soleus undo` brings it back")?;
    Ok(())
}

/// `soleus undo`: the last thing that was said outside of a session.
pub(crate) fn undo(out: &mut impl Write) -> Result<(), Error> {
    let books = Books::open()?;
    let last = books.history.said.iter().max_by_key(|said| (said.at, &said.id));
    let Some(Said { id, kind, at }) = last else {
        return Err(
            Error::input("there is no correction to take back").hint("a session is taken out by `soleus void last`")
        );
    };
    let _id = books.write(&Change::Void { at: books.now, of: id.clone() })?;
    let what = match *kind {
        "void" => "a session or entry that was taken out is back",
        "amend" => "a correction",
        "manual" => "a session that was typed in",
        "pause" => "a pause",
        "run" => "a run",
        "stop" => "leaving a program",
        "choose" => "a decision about a program",
        _ => "an answer",
    };
    writeln!(out, "taken back: {what}, of {}", at.format("%-d %B %Y, %H:%M"))?;
    Ok(())
}
