//! The keys of the format, table by table: what the reader asks for, what a hint says, what a schema must list.

use crate::io::program_file::guess::nearest;

/// A table of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Its name, the same as the key that holds it where there is one.
    pub name: &'static str,
    /// What it is in words: `an exercise`.
    pub what: &'static str,
    /// How a key that belongs to it is written, as a hint; empty for a table of another format than that of programs.
    pub(in crate::io) home: &'static str,
    /// Every key that it takes.
    pub keys: &'static [&'static str],
}

/// The outermost table.
pub const PROGRAM: Keys = Keys {
    name: "program",
    what: "the program",
    home: "move it above the first line in [brackets]",
    keys: &[
        "format",
        "id",
        "title",
        "summary",
        "audience",
        "author",
        "license",
        "version",
        "language",
        "equipment",
        "sources",
        "not_for",
        "stop_if",
        "expect",
        "review_by",
        "lighter_week",
        "schedule",
        "gap",
        "pain",
        "defaults",
        "define",
        "variant",
        "exercise",
        "session",
        "phase",
    ],
};

/// A stage of a program.
pub const PHASE: Keys = Keys {
    name: "phase",
    what: "a phase",
    home: "write it below [[phase]]",
    keys: &[
        "title",
        "weeks",
        "goal",
        "advance_when",
        "back_when",
        "entry",
        "skip_if",
        "schedule",
        "defaults",
        "exercise",
        "session",
        "same_as",
    ],
};

/// One of several sessions.
pub const SESSION: Keys = Keys {
    name: "session",
    what: "a session",
    home: "write it below [[session]]",
    keys: &["title", "schedule", "exercise"],
};

/// An exercise in place, in `define`, and in the catalogue.
pub const EXERCISE: Keys = Keys {
    name: "exercise",
    what: "an exercise",
    home: "write it below [[exercise]]",
    keys: &[
        "use",
        "id",
        "name",
        "sets",
        "reps",
        "tempo",
        "hold",
        "relax",
        "time",
        "side",
        "get_ready",
        "rest",
        "rest_after",
        "change_over",
        "load",
        "progress",
        "schedule",
        "only_if",
        "circuit",
        "affected",
        "unaffected",
        "left",
        "right",
        "measure",
        "optional",
        "setup",
        "purpose",
        "note",
        "steps",
        "cues",
        "mistakes",
        "muscles",
        "equipment",
        "synonyms",
        "sources",
        "easier",
        "harder",
        "figure",
    ],
};

/// What is asked about pain.
pub const PAIN: Keys = Keys {
    name: "pain",
    what: "`pain`",
    home: "write it below [pain]",
    keys: &["ask", "limit", "lighten_over", "where"],
};

/// What holds for every exercise that does not say.
pub const DEFAULTS: Keys = Keys {
    name: "defaults",
    what: "`defaults`",
    home: "write it below [defaults]",
    keys: &["sets", "rest", "rest_after", "get_ready", "change_over", "side"],
};

/// How a range is climbed.
pub const PROGRESS: Keys = Keys {
    name: "progress",
    what: "`progress`",
    home: "write it at an exercise, in progress = { … }",
    keys: &["every", "step", "pain_at_most", "no_sooner_than"],
};

/// When an exercise is left out.
pub const ONLY_IF: Keys = Keys {
    name: "only_if",
    what: "`only_if`",
    home: "write it at an exercise, in only_if = { … }",
    keys: &["pain_at_most"],
};

/// When the next phase is offered.
pub const ADVANCE_WHEN: Keys = Keys {
    name: "advance_when",
    what: "`advance_when`",
    home: "write it at a phase, in advance_when = { … }",
    keys: &["sessions", "pain_at_most"],
};

/// When the phase before is offered.
pub const BACK_WHEN: Keys = Keys {
    name: "back_when",
    what: "`back_when`",
    home: "write it at a phase, in back_when = { … }",
    keys: &["pain_over", "sessions"],
};

/// Another form of the program.
pub const VARIANT: Keys = Keys {
    name: "variant",
    what: "a variant",
    home: "write it below [[variant]]",
    keys: &["id", "title", "replace", "leave_out"],
};

/// The dose of one side: what `affected`, `unaffected`, `left` and `right` hold.
pub const SIDE_DOSE: Keys = Keys {
    name: "side-dose",
    what: "the dose of a side",
    home: "write it at an exercise, in affected = { … }",
    keys: &["sets", "reps", "hold", "time", "load"],
};

/// All tables, in the order in which a key that stands in a wrong one is looked for.
pub const TABLES: [Keys; 12] =
    [PROGRAM, EXERCISE, PHASE, SESSION, PAIN, PROGRESS, ADVANCE_WHEN, BACK_WHEN, VARIANT, DEFAULTS, ONLY_IF, SIDE_DOSE];

/// Keys that hold lists of tables, so that a header of two brackets is how they are written.
pub(super) const BLOCKS: [&str; 4] = ["variant", "exercise", "session", "phase"];

/// Words from other sheets for what the format calls otherwise.
const OTHER_WORDS: [(&str, &str); 14] = [
    ("repetitions", "`reps`"),
    ("rep", "`reps`"),
    ("series", "`sets`"),
    ("weight", "`load`"),
    ("resistance", "`load`"),
    ("duration", "`hold` for a position, `time` for rolling or jogging"),
    ("seconds", "`hold` for a position, `time` for rolling or jogging"),
    ("pause", "`rest`"),
    ("break", "`rest`"),
    ("frequency", "`schedule`"),
    ("description", "`summary` for the program, `purpose` for an exercise"),
    ("instructions", "`steps`"),
    ("contraindications", "`not_for`"),
    ("warnings", "`stop_if`"),
];

impl Keys {
    /// What to write instead of a key that this table does not take.
    pub(in crate::io) fn instead_of(&self, key: &str) -> String {
        let small = key.to_lowercase();
        if self.keys.contains(&small.as_str()) {
            return format!("keys are written in small letters: {small}");
        }
        if let Some(longer) =
            self.keys.iter().find(|known| known.strip_prefix(&small).is_some_and(|s| s.starts_with('_')))
        {
            return format!("did you mean `{longer}`?");
        }
        if let Some(home) = self.home_of(&small).filter(|_| !self.home.is_empty()) {
            return home;
        }
        if let Some((_, words)) = OTHER_WORDS.iter().find(|(word, _)| *word == small && !self.home.is_empty()) {
            return format!("the format calls it {words}");
        }
        if let Some(near) = nearest(key, self.keys.iter().copied()) {
            return format!("did you mean `{near}`?");
        }
        format!("{} takes: {}", self.what, self.keys.join(", "))
    }

    /// Where a key belongs that stands in this table by mistake.
    fn home_of(&self, key: &str) -> Option<String> {
        let known = |table: &&Self| table.keys.contains(&key);
        let inside = [PROGRESS, ONLY_IF, SIDE_DOSE].contains(self);
        let first = if inside { Some(EXERCISE) } else { [ADVANCE_WHEN, BACK_WHEN].contains(self).then_some(PHASE) };
        let home = first.iter().chain(&TABLES).find(known)?;
        if BLOCKS.contains(&key) {
            return Some(format!("`{key}` belongs to {}: write [[{key}]] on a line of its own", home.what));
        }
        Some(format!("`{key}` belongs to {}: {}", home.what, home.home))
    }
}
