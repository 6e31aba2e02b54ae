//! What a key takes: its words for the reference, and its rule for the schema.

use crate::io::schema::node::Node;
use crate::io::schema::patterns::{
    COUNT, DATE, DURATION, DURATIONS, FIGURE, ID, LANGUAGE, REPS, STEP, TEMPO, TEXT, WHOLE, schedule, words,
};

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A text of so many characters at most.
    Text(u32),
    /// A list of texts.
    Texts,
    /// An id, or a file beside the program.
    Figure,
    /// An id.
    Id,
    /// A whole number from a least to a most.
    Whole(u32, u32),
    /// A whole number up to a most, or a range of them.
    Count(u32),
    /// The same, or as many as possible.
    Reps,
    /// A length of time.
    Duration,
    /// A length of time, or a range of them.
    Durations,
    /// The phases of a rep.
    Tempo,
    /// One of some words, without regard to case.
    Word(&'static [&'static str]),
    /// A list of some words.
    Words(&'static [&'static str]),
    /// When it is due.
    Schedule,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// The tag of a language.
    Language,
    /// A step of a climb: a number, or a text with a unit.
    Step,
    /// A table of the format.
    Table(&'static str),
    /// A list of tables, so many at most.
    Tables(&'static str, u32),
    /// Exercises by their ids.
    Definitions,
    /// Ids by ids.
    Ids,
    /// Ids, one at least.
    IdList,
}

/// The forms of a schedule that an editor offers.
const SCHEDULES: &[&str] = &[
    "daily",
    "daily, 2 times a day",
    "weekdays",
    "mon wed fri",
    "every 2 days",
    "3 times a week",
    "2 to 3 times a week",
    "as needed",
];

/// The longest text.
const LONGEST: u32 = 2_000;

impl Takes {
    /// What it takes, in words.
    pub fn words(self) -> String {
        match self {
            Self::Text(most) => format!("text, 1 to {most} characters"),
            Self::Texts => "list of texts".to_owned(),
            Self::Figure => "id, or file".to_owned(),
            Self::Id => "id".to_owned(),
            Self::Whole(least, most) => format!("whole number, {least} to {most}"),
            Self::Count(most) => format!("count or range, 1 to {most}"),
            Self::Reps => "count or range, 1 to 1000, or `\"max\"`".to_owned(),
            Self::Duration => "duration".to_owned(),
            Self::Durations => "duration or range".to_owned(),
            Self::Tempo => "tempo".to_owned(),
            Self::Word(words) => quoted(words),
            Self::Words(words) => format!("list of {}", quoted(words)),
            Self::Schedule => "schedule".to_owned(),
            Self::Boolean => "`true` or `false`".to_owned(),
            Self::Date => "day".to_owned(),
            Self::Language => "language tag".to_owned(),
            Self::Step => "number, or text with a unit".to_owned(),
            Self::Table(name) => format!("table `{name}`"),
            Self::Tables(name, most) => format!("list of `{name}`, 1 to {most}"),
            Self::Definitions => "tables `exercise`, by id".to_owned(),
            Self::Ids => "table, id = id".to_owned(),
            Self::IdList => "list of ids".to_owned(),
        }
    }

    /// Its rule for a value.
    pub(super) fn rule(self) -> Rule {
        match self {
            Self::Text(most) => text(most),
            Self::Texts => list(text(LONGEST)),
            Self::Figure => pattern(FIGURE),
            Self::Id => pattern(ID),
            Self::Whole(least, most) => number_or(least, most, WHOLE),
            Self::Count(most) => number_or(1, most, COUNT),
            Self::Reps => number_or(1, 1_000, REPS),
            Self::Duration => pattern(DURATION),
            Self::Durations => pattern(DURATIONS),
            Self::Tempo => pattern(TEMPO),
            Self::Word(known) => offered(known, &words(known)),
            Self::Words(known) => list(offered(known, &words(known))),
            Self::Schedule => offered(SCHEDULES, &schedule()),
            Self::Boolean => vec![("type", Node::text("boolean"))],
            Self::Date => {
                // A bare day of TOML is a text of this format to Tombi and to Taplo.
                let bare = vec![("type", Node::text("string")), ("format", Node::text("date"))];
                vec![("anyOf", Node::List(vec![Node::object(bare), Node::object(pattern(DATE))]))]
            }
            Self::Language => pattern(LANGUAGE),
            Self::Step => vec![
                ("type", Node::List(vec![Node::text("number"), Node::text("string")])),
                ("exclusiveMinimum", Node::Number(0)),
                ("pattern", Node::text(STEP)),
            ],
            Self::Table(name) => reference(name),
            Self::Tables(name, most) => {
                let mut rule = list(reference(name));
                rule.extend([("minItems", Node::Number(1)), ("maxItems", Node::Number(most))]);
                if name == "session" {
                    rule.push(("anyOf", all_or_none("schedule")));
                }
                rule
            }
            Self::Definitions => by_id(reference("definition")),
            Self::Ids => {
                let mut rule = by_id(pattern(ID));
                rule.push(("minProperties", Node::Number(1)));
                rule
            }
            Self::IdList => {
                let mut rule = list(pattern(ID));
                rule.push(("minItems", Node::Number(1)));
                rule
            }
        }
    }
}

/// The pairs of a rule of the schema.
type Rule = Vec<(&'static str, Node)>;

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ")
}

fn text(most: u32) -> Rule {
    vec![("type", Node::text("string")), ("maxLength", Node::Number(most)), ("pattern", Node::text(TEXT))]
}

fn list(items: Rule) -> Rule {
    vec![("type", Node::text("array")), ("items", Node::object(items))]
}

/// A number, or a text: limits hold for the one and the pattern for the other.
fn number_or(least: u32, most: u32, text: &str) -> Rule {
    vec![
        ("type", Node::List(vec![Node::text("integer"), Node::text("string")])),
        ("minimum", Node::Number(least)),
        ("maximum", Node::Number(most)),
        ("pattern", Node::text(text)),
    ]
}

fn pattern(pattern: &str) -> Rule {
    vec![("type", Node::text("string")), ("pattern", Node::text(pattern))]
}

/// Some forms that an editor offers, and every other spelling that is read.
fn offered(forms: &[&str], spelling: &str) -> Rule {
    let forms = vec![("enum", Node::List(forms.iter().map(|form| Node::text(form)).collect()))];
    vec![("anyOf", Node::List(vec![Node::object(forms), Node::object(pattern(spelling))]))]
}

fn reference(name: &str) -> Rule {
    vec![("$ref", Node::Text(format!("#/definitions/{name}")))]
}

/// Either every table of a list has a key or none has.
fn all_or_none(key: &str) -> Node {
    // Without the word on other keys Tombi would warn of each of them here too.
    let tables = |rule: (&'static str, Node)| {
        let others = ("additionalProperties", Node::Bool(true));
        Node::object(vec![("items", Node::object(vec![("type", Node::text("object")), rule, others]))])
    };
    let all = ("required", Node::List(vec![Node::text(key)]));
    let none = ("properties", Node::Object(vec![(key.to_owned(), Node::Bool(false))]));
    Node::List(vec![tables(all), tables(none)])
}

fn by_id(values: Rule) -> Rule {
    vec![
        ("type", Node::text("object")),
        ("patternProperties", Node::Object(vec![(ID.to_owned(), Node::object(values))])),
        ("additionalProperties", Node::Bool(false)),
    ]
}
