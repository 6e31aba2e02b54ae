//! The builder joined with the disk: a program opened, tried out after every key, and written when that is asked for.

use std::path::{Path, PathBuf};

use crate::app::screen::{How, OpenOn, open};
use crate::app::world::World;
use crate::app::{live, on_a_terminal, say};
use crate::cli::Edit;
use crate::domain::exercise::Exercise;
use crate::domain::form::{Form, Key, Spot, advise};
use crate::domain::problem::{Gravity, Problem};
use crate::domain::text::{Clean, Id};
use crate::error::Error;
use crate::io::diagnostic::{self, Source};
use crate::io::library::{Library, Origin, PROGRAMS};
use crate::io::program_file::{self, Reading};
use crate::io::program_save::{NotSaved, free_name, present, save};
use crate::io::program_text;
use crate::tui::effect::builder::{Ask, Opened, Saved, Told, Tried};

/// `soleus edit [FILE]`.
pub(crate) fn edit(asked: &Edit) -> Result<(), Error> {
    let world = World::open()?;
    if !on_a_terminal() {
        return Err(Error::input("the builder needs a terminal")
            .hint("write the file in any editor; `soleus check FILE` says what is wrong with it"));
    }
    // What cannot be opened is said before the screen is taken.
    Workshop::of_asked(&world, asked)?;
    open(world, OpenOn::Edit(asked), How::default())
}

/// Why a file is not opened, with all that is wrong with it at its place.
fn not_opened(world: &World, file: &Path, why: &str) -> Error {
    let name = Clean::text(&file.to_string_lossy());
    let reading = world.library.check(file).ok();
    let Some(reading) = reading.filter(Reading::has_errors) else {
        return Error::input(format!("`{name}`: {why}")).hint(format!("`soleus check {name}` shows the place"));
    };
    say(diagnostic::report(&reading.problems, &reading.source).trim_end());
    let hint = if opens_mended(&reading.source) {
        format!(
            "mend what is marked above in any editor (`soleus preview {name}` looks on), or: `soleus edit --mended \
             {name}` opens a copy with the slips mended and writes nothing unless you save"
        )
    } else {
        format!("mend what is marked above in any editor; `soleus preview {name}` looks on while you do")
    };
    Error::input(format!("`{name}` has slips, and no form can be made of it")).hint(hint)
}

/// Whether the mended copy of a text can be taken apart.
fn opens_mended(source: &Source) -> bool {
    program_text::form(&program_file::mended(source.text())).is_ok()
}

/// A program that is written.
pub(crate) struct Workshop {
    /// Where it goes; none: into the programs folder, by its title.
    path: Option<PathBuf>,
    /// The programs folder.
    folder: PathBuf,
    /// What the file held when it was read; none where it was not there.
    seen: Option<Vec<u8>>,
    /// The text that the form was read from.
    base: String,
    /// The text of the file, where slips of it are mended in `base`.
    slips: Option<String>,
    /// It began as a bundled program.
    copy: Option<Id>,
}

impl Workshop {
    /// A program from nothing, in the programs folder.
    fn from_nothing(world: &World) -> Self {
        let base = program_text::FROM_NOTHING.to_owned();
        Self { path: None, folder: world.programs.clone(), seen: None, base, slips: None, copy: None }
    }

    /// What the command line named: nothing, a file, which need not be there yet, or a program's id.
    fn of_asked(world: &World, asked: &Edit) -> Result<Self, Error> {
        let Some(file) = &asked.file else { return Ok(Self::from_nothing(world)) };
        let is_word = file.components().count() == 1 && file.extension().is_none();
        if is_word && std::fs::symlink_metadata(file).is_err() {
            return Self::of_word(world, &file.to_string_lossy(), asked.mended);
        }
        Self::of_file(world, file, asked.mended).map_err(|why| not_opened(world, file, &why))
    }

    /// A word that is no file: a program's id, or the file of the programs folder that could not be read.
    fn of_word(world: &World, named: &str, mended: bool) -> Result<Self, Error> {
        if let Some(entry) = world.library.find(named) {
            let id = entry.program.id.clone();
            return Self::of_program(world, &id).map_err(Error::failed);
        }
        let mut refused = world.library.refused.iter().map(|file| &file.path);
        if let Some(path) = refused.find(|path| path.file_stem().is_some_and(|stem| stem == named)) {
            return Self::of_file(world, path, mended).map_err(|why| not_opened(world, path, &why));
        }
        let named = Clean::text(named);
        Err(Error::input(format!("there is no file and no program `{named}`"))
            .hint(format!("`soleus list` shows the programs; `soleus edit {named}.toml` begins a new file")))
    }

    /// A file, which need not be there yet; of one with slips, where that was asked, what the reader mended.
    fn of_file(world: &World, path: &Path, mended: bool) -> Result<Self, String> {
        let path = std::path::absolute(path).unwrap_or_else(|_nowhere| path.to_owned());
        let seen = present(&path).map_err(|error| match error {
            NotSaved::Failed(why) => why,
            NotSaved::Changed => "it changes while it is read".to_owned(),
        })?;
        let written = match &seen {
            None => program_text::FROM_NOTHING.to_owned(),
            Some(bytes) if bytes.len() > program_file::LARGEST => return Err("the file is too large".to_owned()),
            Some(bytes) => {
                String::from_utf8(bytes.clone()).map_err(|_foreign| "the file is not UTF-8 text".to_owned())?
            }
        };
        let base = if mended { program_file::mended(&written) } else { written.clone() };
        program_text::form(&base).map_err(|why| format!("its text cannot be taken apart: {why}"))?;
        let slips = (base != written).then_some(written);
        Ok(Self { path: Some(path), folder: world.programs.clone(), seen, base, slips, copy: None })
    }

    /// A program of the list: its file, or a copy of a bundled one.
    fn of_program(world: &World, id: &Id) -> Result<Self, String> {
        let entry = world.library.find(id.as_str()).ok_or("there is no such program")?;
        let Origin::Own(path) = &entry.origin else {
            let text = PROGRAMS.iter().find(|(name, _)| name_is(name, id)).map(|(_, text)| (*text).to_owned());
            let base = text.ok_or("its text is not at hand")?;
            let (folder, copy) = (world.programs.clone(), Some(id.clone()));
            return Ok(Self { path: None, folder, seen: None, base, slips: None, copy });
        };
        Self::of_file(world, path, false)
    }

    /// Where the program goes: its own file, else one made from its id or title, with an id that nobody has.
    fn target(&self, form: &Form, library: &Library) -> PathBuf {
        if let Some(path) = &self.path {
            return path.clone();
        }
        let names = [form.head.get(Key::Id), form.head.get(Key::Title)];
        let stem = names.into_iter().find_map(Id::from_name);
        let mut stem = stem.map_or_else(|| "my-program".to_owned(), |id| id.as_str().to_owned());
        // Without an id of its own the file's name is the id, and two programs may not have the same.
        if form.head.get(Key::Id).is_empty() {
            let free = (1..).map(|n: u32| if n == 1 { stem.clone() } else { format!("{stem}-{n}") });
            let mut free = free.filter(|stem| library.find(stem).is_none());
            stem = free.next().unwrap_or(stem);
        }
        free_name(&self.folder, &stem)
    }

    /// The form with an id in it where it becomes a new file: mailed and saved under another name, a program without one
    /// would be another program, and its runner's progress would be lost.
    fn named(&self, form: &Form, target: &Path) -> Form {
        let mut form = form.clone();
        let stem = target.file_stem().and_then(|stem| Id::from_name(&stem.to_string_lossy()));
        if let Some(id) = stem.filter(|_| self.seen.is_none() && form.head.get(Key::Id).is_empty()) {
            form.head.set(Key::Id, id.as_str());
        }
        form
    }

    fn opened(&self, world: &World) -> Result<Told, String> {
        let mut form = program_text::form(&self.base)?;
        if self.copy.is_some() {
            let title = form.head.get(Key::Title).to_owned();
            form.head.set(Key::Title, format!("{title}, my version"));
            // The bundled program has its id already.
            form.head.set(Key::Id, "");
        }
        let tried = self.tried(&form, &world.library);
        Ok(Told::Opened(Box::new(Opened {
            form,
            base: self.slips.as_ref().unwrap_or(&self.base).clone(),
            is_mended: self.slips.is_some(),
            is_new: self.seen.is_none(),
            is_copy: self.copy.is_some(),
            shelf: shelf(&world.library),
            tried,
        })))
    }

    /// What a form means, by the reader that reads every program; each problem with its field.
    fn tried(&self, form: &Form, library: &Library) -> Tried {
        let target = self.target(form, library);
        let short = target.strip_prefix(&self.folder).unwrap_or(&target);
        let file = Clean::text(&short.to_string_lossy());
        let text = match program_text::write(&self.named(form, &target), &self.base) {
            Ok(text) => text,
            Err(why) => return Tried { problems: vec![unwritten(&why)], file, ..Tried::default() },
        };
        let reading = program_file::read(text.as_bytes(), &target.to_string_lossy(), library.catalogue());
        let spots = program_text::spots(&text);
        let problem = |found: &diagnostic::Diagnostic| {
            let mut problem = found.plain(&reading.source);
            problem.spot = Some(spots.of(&found.span));
            advise(&mut problem);
            problem
        };
        let mut problems: Vec<Problem> = reading.problems.iter().map(problem).collect();
        let program = reading.program.filter(|_| !problems.iter().any(|p| p.gravity == Gravity::Error));
        if let Some(other) = program.as_ref().and_then(|program| library.find(program.id.as_str()))
            && !matches!(&other.origin, Origin::Own(path) if *path == target)
        {
            problems.push(taken(&other.program.id, &other.origin.words()));
        }
        Tried { program, problems, text, is_whole: true, file }
    }

    fn save(&mut self, form: &Form, over: bool, world: &mut World) -> Result<Told, String> {
        let path = self.target(form, &world.library);
        let text = program_text::write(&self.named(form, &path), &self.base)?;
        let kept = match save(&path, &text, self.seen.as_deref(), over) {
            Ok(kept) => kept,
            Err(NotSaved::Changed) => return Ok(Told::Changed),
            Err(NotSaved::Failed(why)) => return Err(format!("not saved: {why}")),
        };
        world.read_programs();
        self.seen = Some(text.clone().into_bytes());
        self.base.clone_from(&text);
        let listed = path.parent().is_some_and(|folder| folder == self.folder);
        let name = |path: &Path| Clean::text(&path.file_name().unwrap_or_default().to_string_lossy());
        self.path = Some(path.clone());
        (self.copy, self.slips) = (None, None);
        Ok(Told::Saved(Box::new(Saved {
            form: program_text::form(&text)?,
            text,
            path: Clean::text(&path.to_string_lossy()),
            name: name(&path),
            kept: kept.map(|kept| name(&kept)),
            listed,
        })))
    }
}

/// Does what the builder asks for; the workshop stands as long as the builder is open.
pub(crate) fn perform(ask: Ask, workshop: &mut Option<Workshop>, world: &mut World) -> Result<Option<Told>, Error> {
    let failed = |why: String| Error::failed(why);
    let opened = match ask {
        Ask::New => Workshop::from_nothing(world),
        Ask::Open(id) => Workshop::of_program(world, &id).map_err(failed)?,
        Ask::Reload => {
            let path = workshop.as_ref().and_then(|workshop| workshop.path.clone());
            match path {
                Some(path) => Workshop::of_file(world, &path, false).map_err(failed)?,
                None => Workshop::from_nothing(world),
            }
        }
        Ask::Try(form) => {
            let tried = workshop.as_ref().map(|workshop| workshop.tried(&form, &world.library));
            return Ok(tried.map(|tried| Told::Tried(Box::new(tried))));
        }
        Ask::Save { form, over } => {
            let Some(workshop) = workshop else { return Ok(None) };
            return workshop.save(&form, over, world).map(Some).map_err(failed);
        }
        Ask::Close => {
            *workshop = None;
            return Ok(None);
        }
    };
    let told = opened.opened(world).map_err(failed)?;
    *workshop = Some(opened);
    Ok(Some(told))
}

/// The workshop of what the command line named, and what the builder is told of it.
pub(crate) fn of_asked(asked: &Edit, world: &World) -> Result<(Workshop, Told), Error> {
    let workshop = Workshop::of_asked(world, asked)?;
    let told = workshop.opened(world).map_err(Error::failed)?;
    Ok((workshop, told))
}

/// Every exercise of the catalogue with its own dose.
fn shelf(library: &Library) -> Vec<Exercise> {
    let catalogue = library.catalogue();
    let one = |id: &Id| {
        let text = format!("title = \"x\"\n[[exercise]]\nuse = \"{id}\"\n");
        program_file::read(text.as_bytes(), "x.toml", catalogue).program?.exercises().next().cloned()
    };
    let mut all: Vec<Exercise> = catalogue.ids().filter_map(one).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn name_is(name: &str, id: &Id) -> bool {
    name.trim_end_matches(".toml") == id.as_str()
}

fn plain(message: &str, key: Option<Key>) -> Problem {
    let spot = Spot { key, ..Spot::default() };
    Problem { spot: Some(spot), ..live::problem(message) }
}

fn unwritten(why: &str) -> Problem {
    plain(&format!("this cannot be written: {why}"), None)
}

fn taken(id: &Id, whose: &str) -> Problem {
    plain(&format!("the id `{id}` is taken by {whose}"), Some(Key::Id))
}
