//! The fields of a form: the key of the file, the words beside it, what may be written.

/// A key of a program file that has a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is the key of the format that it is named after")]
pub enum Key {
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
/// The fields of a stage.
pub const PHASE: &[Key] = &[
    Key::Title,
    Key::Weeks,
    Key::Goal,
    Key::Entry,
    Key::SkipIf,
    Key::AdvanceSessions,
    Key::AdvancePain,
    Key::BackSessions,
    Key::BackPain,
    Key::Schedule,
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
    Key::Note,
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
            Self::Schedule => &["schedule"],
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
            Self::AdvancePain => "pain up to",
            Self::SkipIf => "skip it if",
            Self::BackPain => "pain over",
            Self::BackSessions => "back after",
            Self::SameAs => "same as",
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
            Self::Optional => "optional",
            Self::Note => "note",
            Self::Steps => "steps",
        }
    }

    /// What the field is for and how it is written, in a sentence.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Title => "What the runner reads, up to 80 letters.",
            Self::Summary => "What it is, in a sentence.",
            Self::Audience => "Whom the program is meant for.",
            Self::Author => "Who wrote it.",
            Self::Schedule => {
                "daily · weekdays · mon wed fri · every 2 days · 3 times a week · 2 to 3 times a week · as needed; more \
                 than once: daily, 2 times a day"
            }
            Self::Gap => "The least time between two sessions: 5h",
            Self::Equipment => "What is needed, a line each; Enter begins another line.",
            Self::NotFor => {
                "Who must not do it: confirmed once, before the first session. A line each; Enter begins another."
            }
            Self::StopIf => {
                "Warning signs: confirmed before the first session, one key away in every one. A line each."
            }
            Self::Expect => "What the runner may expect in the first weeks.",
            Self::PainAsk => "When pain is asked. ← → choose, Space ticks.",
            Self::PainLimit => "0 to 10: pain above it stops an exercise. 5 where nothing is written.",
            Self::PainWhere => "Where it hurts: Achilles tendon",
            Self::Id => "a to z, 0 to 9 and -: what the history knows it by. Made from the name where it is empty.",
            Self::Weeks => "Its least length in weeks; empty: open-ended, which only the last phase may be.",
            Self::Goal => "What the phase is for.",
            Self::Entry => "Statements that the runner confirms before it begins, a line each.",
            Self::AdvanceSessions => "The next phase is offered after so many completed sessions in a row.",
            Self::AdvancePain => "… whose pain stayed so low, 0 to 10.",
            Self::SkipIf => "Only some need the phase: who confirms all of this may skip it. A line each.",
            Self::BackPain => "… whose pain was over this, 0 to 9.",
            Self::BackSessions => {
                "The phase before is offered after so many sessions in a row; 1 where only the pain is written."
            }
            Self::SameAs => "The title of a phase above: its exercises are those of this one too.",
            Self::Use => "Which exercise of the catalogue. Enter chooses another; empty: one of your own, with a name.",
            Self::Name => "What the runner reads; empty: as in the catalogue.",
            Self::Sets => "3, or a range that is climbed: 2 to 4",
            Self::Reps => "15, a range that is climbed: 8 to 15, or max for as many as possible",
            Self::Tempo => "The phases of one rep in their order: raise 1s, hold 1s, lower 3s; or own pace",
            Self::Hold => "How long it is held: 30s, 2 min, 30s to 45s. With reps every rep is held.",
            Self::Relax => "Between two held reps: 3s",
            Self::Time => "Keep doing it for so long: 60s, 5 min. Not together with reps or hold.",
            Self::Side => "← → choose. Affected: the side that the runner names.",
            Self::Load => "body weight · 10 kg · red band; a range that is climbed: 0 kg to 20 kg",
            Self::Rest => "Between two sets: 60s",
            Self::Optional => "May be left out. ← → choose.",
            Self::Note => "A remark that the runner reads.",
            Self::Steps => "How to do it, a line each; empty: as in the catalogue.",
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
            | Self::Reps => Kind::Number,
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
            | Self::Note => Kind::Text,
        }
    }
}
