//! A page of text for every kind of problem, built into the binary: what it means, a wrong example, the right one.
//!
//! Tests hold the list against the codes, and every page's examples against the reader.

macro_rules! embedded {
    ($($code:literal),* $(,)?) => {
        &[$(($code, include_str!(concat!("../../../assets/explain/", $code, ".md")))),*]
    };
}

/// Code and page, in alphabetical order of the codes.
pub const PAGES: &[(&str, &str)] = embedded!(
    "character",
    "circuit",
    "count",
    "curly-quotes",
    "cycle",
    "date",
    "duplicate-id",
    "duration",
    "empty",
    "figure",
    "file-name",
    "file-size",
    "format",
    "hold-as-reps",
    "id",
    "jumps",
    "language",
    "limit",
    "lone-circuit",
    "long-session",
    "many-exercises",
    "missing-key",
    "mixed-schedules",
    "no-phase",
    "no-stop-if",
    "not-text",
    "nothing-left",
    "one-of",
    "pain",
    "pain-not-asked",
    "phase-without-end",
    "points-to-itself",
    "pose",
    "progress",
    "range",
    "replace",
    "same-as",
    "schedule",
    "side",
    "side-dose",
    "step",
    "stretch-before-release",
    "syntax",
    "tempo",
    "too-long",
    "two-ranges",
    "type",
    "uneven-sides",
    "unknown-exercise",
    "unknown-key",
    "unreachable-phase",
    "unused-dose",
    "verb",
    "work",
);

/// The page of a code.
pub fn page(code: &str) -> Option<&'static str> {
    PAGES.iter().find(|(name, _)| *name == code).map(|(_, page)| *page)
}
