//! What the history screen asks.

/// Answered by [`super::Answer::Past`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// All of it.
    Look,
    /// This session or entry is taken out.
    Void(String),
    /// The worst pain in it was so much, 0 to 10.
    Pain(String, u8),
    /// What was said last is taken back.
    Undo,
}
