//! The fields of a form: the key of the file, the words beside it, what may be written.

/// A key of a program file that has a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the key of the format that it is named after")]
pub enum Key {
    #[default]
    Title,
    Summary,
    Audience,
    Author,
    Schedule,
    Gap,
    Equipment,
    NotFor,
    StopIf,
    Expect,
    PainAsk,
    PainLimit,
    PainWhere,
    Id,
    Weeks,
    Goal,
    Entry,
    SkipIf,
    AdvanceSessions,
    AdvancePain,
    BackPain,
    BackSessions,
    SameAs,
    Replace,
    Use,
    Name,
    Sets,
    Reps,
    Tempo,
    Hold,
    Relax,
    Time,
    Side,
    Load,
    Rest,
    RestAfter,
    ClimbEvery,
    ClimbStep,
    ClimbPain,
    ClimbSooner,
    SoreSets,
    SoreReps,
    SoreHold,
    SoreTime,
    SoreLoad,
    Circuit,
    Days,
    OnlyPain,
    Measure,
    Optional,
    Note,
    Steps,
}

/// The fields of a program.
pub const HEAD: &[Key] = &[
    Key::Title,
    Key::Summary,
    Key::Schedule,
    Key::Gap,
    Key::Equipment,
    Key::NotFor,
    Key::StopIf,
    Key::Expect,
    Key::PainAsk,
    Key::PainLimit,
    Key::PainWhere,
    Key::Audience,
    Key::Author,
    Key::Id,
];
/// The fields of a variant.
pub const VARIANT: &[Key] = &[Key::Title, Key::Replace, Key::Id];
/// The fields of a stage.
pub const PHASE: &[Key] = &[
    Key::Title,
    Key::Weeks,
    Key::Goal,
    Key::Entry,
    Key::SkipIf,
    Key::Schedule,
    Key::AdvanceSessions,
    Key::AdvancePain,
    Key::BackSessions,
    Key::BackPain,
    Key::SameAs,
];
/// The fields of a session.
pub const SESSION: &[Key] = &[Key::Title, Key::Schedule];
/// The fields of an exercise.
pub const EXERCISE: &[Key] = &[
    Key::Use,
    Key::Name,
    Key::Sets,
    Key::Reps,
    Key::Tempo,
    Key::Hold,
    Key::Relax,
    Key::Time,
    Key::Side,
    Key::Load,
    Key::Rest,
    Key::RestAfter,
    Key::ClimbEvery,
    Key::ClimbStep,
    Key::ClimbPain,
    Key::ClimbSooner,
    Key::SoreSets,
    Key::SoreReps,
    Key::SoreHold,
    Key::SoreTime,
    Key::SoreLoad,
    Key::Circuit,
    Key::Days,
    Key::OnlyPain,
    Key::Note,
    Key::Measure,
    Key::Optional,
    Key::Steps,
    Key::Id,
];

/// What is written in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number, or a range in words.
    Number,
    /// Texts, a line each.
    List,
    /// Two words to a line, with `=` between.
    Pairs,
    /// One of these words; the first is empty for nothing written.
    Choice(&'static [&'static str]),
    /// Any of these words.
    Some(&'static [&'static str]),
    /// Yes, or nothing.
    Flag,
}

const SIDES: &[&str] = &["", "both", "each", "each in turn", "affected", "unaffected", "left", "right"];
const ASKS: &[&str] = &["before", "after", "next-morning", "morning-stiffness"];

impl Key {
    /// The key's name in the file, the table that holds it first.
    pub const fn path(self) -> &'static [&'static str] {
        match self {
            Self::Title => &["title"],
            Self::Summary => &["summary"],
            Self::Audience => &["audience"],
            Self::Author => &["author"],
            Self::Schedule | Self::Days => &["schedule"],
            Self::Gap => &["gap"],
            Self::Equipment => &["equipment"],
            Self::NotFor => &["not_for"],
            Self::StopIf => &["stop_if"],
            Self::Expect => &["expect"],
            Self::PainAsk => &["pain", "ask"],
            Self::PainLimit => &["pain", "limit"],
            Self::PainWhere => &["pain", "where"],
            Self::Id => &["id"],
            Self::Weeks => &["weeks"],
            Self::Goal => &["goal"],
            Self::Entry => &["entry"],
            Self::AdvanceSessions => &["advance_when", "sessions"],
            Self::AdvancePain => &["advance_when", "pain_at_most"],
            Self::SkipIf => &["skip_if"],
            Self::BackPain => &["back_when", "pain_over"],
            Self::BackSessions => &["back_when", "sessions"],
            Self::SameAs => &["same_as"],
            Self::Replace => &["replace"],
            Self::Use => &["use"],
            Self::Name => &["name"],
            Self::Sets => &["sets"],
            Self::Reps => &["reps"],
            Self::Tempo => &["tempo"],
            Self::Hold => &["hold"],
            Self::Relax => &["relax"],
            Self::Time => &["time"],
            Self::Side => &["side"],
            Self::Load => &["load"],
            Self::Rest => &["rest"],
            Self::RestAfter => &["rest_after"],
            Self::ClimbEvery => &["progress", "every"],
            Self::ClimbStep => &["progress", "step"],
            Self::ClimbPain => &["progress", "pain_at_most"],
            Self::ClimbSooner => &["progress", "no_sooner_than"],
            Self::SoreSets => &["affected", "sets"],
            Self::SoreReps => &["affected", "reps"],
            Self::SoreHold => &["affected", "hold"],
            Self::SoreTime => &["affected", "time"],
            Self::SoreLoad => &["affected", "load"],
            Self::Circuit => &["circuit"],
            Self::OnlyPain => &["only_if", "pain_at_most"],
            Self::Measure => &["measure"],
            Self::Optional => &["optional"],
            Self::Note => &["note"],
            Self::Steps => &["steps"],
        }
    }

    /// The words in front of the field, at most 12 letters.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Audience => "for whom",
            Self::Author => "author",
            Self::Schedule => "when",
            Self::Gap => "hours apart",
            Self::Equipment => "needed",
            Self::NotFor => "not for",
            Self::StopIf => "stop if",
            Self::Expect => "expect",
            Self::PainAsk => "ask pain",
            Self::PainLimit => "pain limit",
            Self::PainWhere => "pain where",
            Self::Id => "id",
            Self::Weeks => "weeks",
            Self::Goal => "goal",
            Self::Entry => "begin only",
            Self::AdvanceSessions => "next after",
            Self::SkipIf => "skip it if",
            Self::BackPain => "pain over",
            Self::BackSessions => "back after",
            Self::SameAs => "same as",
            Self::AdvancePain | Self::ClimbPain => "pain up to",
            Self::Replace => "in its place",
            Self::Use => "exercise",
            Self::Name => "name",
            Self::Sets => "sets",
            Self::Reps => "reps",
            Self::Tempo => "tempo",
            Self::Hold => "hold",
            Self::Relax => "relax",
            Self::Time => "time",
            Self::Side => "side",
            Self::Load => "load",
            Self::Rest => "rest",
            Self::RestAfter => "rest after",
            Self::ClimbEvery => "step after",
            Self::ClimbStep => "step of",
            Self::ClimbSooner => "no sooner",
            Self::SoreSets => "sore: sets",
            Self::SoreReps => "sore: reps",
            Self::SoreHold => "sore: hold",
            Self::SoreTime => "sore: time",
            Self::SoreLoad => "sore: load",
            Self::Circuit => "circuit",
            Self::Days => "only on",
            Self::OnlyPain => "only if pain",
            Self::Measure => "ask result",
            Self::Optional => "optional",
            Self::Note => "note",
            Self::Steps => "steps",
        }
    }

    /// What is written in it.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Equipment | Self::NotFor | Self::StopIf | Self::Entry | Self::SkipIf | Self::Steps => Kind::List,
            Self::PainLimit
            | Self::Weeks
            | Self::AdvanceSessions
            | Self::AdvancePain
            | Self::BackPain
            | Self::BackSessions
            | Self::Sets
            | Self::Reps
            | Self::ClimbEvery
            | Self::ClimbStep
            | Self::ClimbPain
            | Self::SoreSets
            | Self::SoreReps
            | Self::OnlyPain => Kind::Number,
            Self::Replace => Kind::Pairs,
            Self::Side => Kind::Choice(SIDES),
            Self::PainAsk => Kind::Some(ASKS),
            Self::Optional => Kind::Flag,
            Self::Title
            | Self::Summary
            | Self::Audience
            | Self::Author
            | Self::Schedule
            | Self::Gap
            | Self::Expect
            | Self::PainWhere
            | Self::Id
            | Self::Goal
            | Self::SameAs
            | Self::Use
            | Self::Name
            | Self::Tempo
            | Self::Hold
            | Self::Relax
            | Self::Time
            | Self::Load
            | Self::Rest
            | Self::RestAfter
            | Self::ClimbSooner
            | Self::SoreHold
            | Self::SoreTime
            | Self::SoreLoad
            | Self::Circuit
            | Self::Days
            | Self::Measure
            | Self::Note => Kind::Text,
        }
    }
}
