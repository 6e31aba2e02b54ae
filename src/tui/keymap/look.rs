//! What is done on the history screen.

/// What is done on the history screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// It is opened.
    Open,
    /// The next page.
    NextPage,
    /// The page before.
    PageBefore,
    /// The next program, or all together.
    NextView,
    /// Numbers in the place of charts.
    Numbers,
    /// The chosen session is taken out.
    TakeOut,
    /// What was said last is taken back.
    Undo,
}
