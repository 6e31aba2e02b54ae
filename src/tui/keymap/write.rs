//! What keys mean while a program is written, and while a file is looked at that is written elsewhere.

/// What a key may mean there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// A program from nothing.
    New,
    /// The chosen program.
    Edit,
    /// Another exercise.
    Add,
    /// Another stage.
    AddPhase,
    /// Another form of the program.
    AddVariant,
    /// Another session.
    AddSession,
    /// A copy of what is chosen.
    Copy,
    /// What is chosen is taken out.
    Remove,
    /// It goes one up.
    Raise,
    /// It goes one down.
    Lower,
    /// The last change is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
    /// To the field before.
    PreviousField,
    /// To the left: a letter, a word of a choice, a slower speed.
    Left,
    /// To the right.
    Right,
    /// To the beginning of the line.
    Start,
    /// To the end of the line.
    End,
    /// The letter behind the cursor is taken out.
    Delete,
    /// Enter in a field: the next line, the next field, the catalogue.
    Enter,
    /// One of several words, or not.
    Tick,
    /// Show what would be written.
    Review,
    /// Write it.
    Confirm,
    /// Write it although another has changed the file.
    Over,
    /// Read the file again, and drop what was not written.
    Reload,
    /// Leave without writing.
    Drop,
    /// Play the chosen exercise at once.
    Rehearse,
    /// Problems on the whole screen, or the program again.
    Problems,
}
