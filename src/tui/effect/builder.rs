//! What the builder asks of the world, and what the world answers.

use crate::domain::exercise::Exercise;
use crate::domain::form::Form;
use crate::domain::problem::Problem;
use crate::domain::program::Program;
use crate::domain::text::{Clean, Id};

/// What the builder asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// A program from nothing. Answered by [`Told::Opened`].
    New,
    /// A program of the list: the runner's own file, or a copy of a bundled one. Answered by [`Told::Opened`].
    Open(Id),
    /// What does this form mean? Answered by [`Told::Tried`].
    Try(Box<Form>),
    /// Write it to its file. Answered by [`Told::Saved`] or [`Told::Changed`].
    Save {
        /// What to write.
        form: Box<Form>,
        /// Also where the file was changed by another since it was read; that version is kept beside it, too.
        over: bool,
    },
    /// Read the file again. Answered by [`Told::Opened`].
    Reload,
    /// The builder is left.
    Close,
}

/// What the world answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// A program is open.
    Opened(Box<Opened>),
    /// What the form means.
    Tried(Box<Tried>),
    /// It was written.
    Saved(Box<Saved>),
    /// The file was changed by another since it was read; nothing was written.
    Changed,
}

/// A program that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What it says.
    pub form: Form,
    /// The text of its file.
    pub base: String,
    /// Slips of the file are mended in the form: there is something to save before anything was written.
    pub is_mended: bool,
    /// The file is not there yet.
    pub is_new: bool,
    /// It begins as a copy of a bundled program.
    pub is_copy: bool,
    /// The exercises to choose from.
    pub shelf: Vec<Exercise>,
    /// What it means.
    pub tried: Tried,
}

/// What a form means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tried {
    /// The program; none where there is an error.
    pub program: Option<Program>,
    /// What is wrong, each with its field.
    pub problems: Vec<Problem>,
    /// The text of the file.
    pub text: String,
    /// The form could be put into a text, which can be written.
    pub is_whole: bool,
    /// Where it would be written, in words.
    pub file: Clean,
}

/// A program that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// What the file says now, as a form and as text.
    pub form: Form,
    /// The text as it was written.
    pub text: String,
    /// The whole path.
    pub path: Clean,
    /// The file's name.
    pub name: Clean,
    /// The name of the version before, which was kept beside it.
    pub kept: Option<Clean>,
    /// It lies in the programs folder, so soleus finds it.
    pub listed: bool,
}
