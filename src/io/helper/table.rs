//! A row of a table of helpers: data, so that the rows of every system can be read and tested on one of them.

/// The systems that differ in their helpers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum System {
    /// Linux, and whatever else is like it.
    Linux,
    /// macOS.
    Mac,
    /// Windows.
    Windows,
}

impl System {
    /// The one that soleus runs on.
    pub(crate) fn here() -> Self {
        match std::env::consts::OS {
            "macos" => Self::Mac,
            "windows" => Self::Windows,
            _ => Self::Linux,
        }
    }
}

/// A program that may be there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    /// Where it is known.
    pub(crate) system: System,
    /// Only on a desktop of this name; empty for any.
    pub(crate) desktop: &'static str,
    /// Its name, looked for on PATH.
    pub(crate) program: &'static str,
    /// Its arguments; `{file}`, `{language}` and the like are filled in by whoever starts it.
    pub(crate) arguments: &'static [&'static str],
    /// What matters (the file's path, the text) comes on standard input.
    pub(crate) piped: bool,
}
