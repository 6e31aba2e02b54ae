//! Where the doses come from: every citation with its evidence mark (clinical facts 0.1 and 7), and where it is used.

use crate::domain::exercise::Exercise;
use crate::domain::program::Program;
use crate::domain::text::Clean;

mod citations;

pub use citations::CITATIONS;

/// How a source was read for soleus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Stated in an article that the work began with.
    Article,
    /// Read in the source itself.
    Read,
    /// Read on a page that reports the source.
    SecondHand,
    /// General knowledge.
    Known,
    /// A design choice.
    Choice,
}

impl Mark {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Article, Self::Read, Self::SecondHand, Self::Known, Self::Choice];

    /// The mark of the clinical facts.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Article => "S",
            Self::Read => "V",
            Self::SecondHand => "V2",
            Self::Known => "GK",
            Self::Choice => "D",
        }
    }

    /// What the mark means.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Article => "an article for runners: its doses are used, its explanations are opinion",
            Self::Read => "read in the paper's own abstract or table, or on the publisher's own page",
            Self::SecondHand => "read second-hand, on a page that reports it",
            Self::Known => "general knowledge, not verified",
            Self::Choice => "a design choice of soleus: no source claims it",
        }
    }
}

/// A source as programs and exercises name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The words before the colon.
    pub cite: &'static str,
    /// Its key in the clinical facts; empty for what is no source.
    pub key: &'static str,
    /// How it was read, by its weaker part where parts differ.
    pub mark: Mark,
}

/// A citation with every place that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The words before the colon.
    pub cite: String,
    /// What is known of it; none where only a runner's own program names it.
    pub known: Option<&'static Citation>,
    /// Who names it, and for what.
    pub uses: Vec<Use>,
}

/// A place that names a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Whether a program or an exercise names it.
    pub by: By,
    /// The id.
    pub id: String,
    /// What was taken from it, as it stands behind the colon; may be empty.
    pub what: String,
}

/// Who names a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// A program.
    Program,
    /// An exercise of the catalogue.
    Exercise,
}

impl By {
    /// `program` or `exercise`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Exercise => "exercise",
        }
    }
}

/// Every citation of these programs and exercises, in the order of their words.
pub fn cited<'a>(
    programs: impl IntoIterator<Item = &'a Program>,
    exercises: impl IntoIterator<Item = &'a Exercise>,
) -> Vec<Cited> {
    let mut all: Vec<Cited> = Vec::new();
    let mut add = |by: By, id: &str, sources: &[Clean]| {
        for source in sources {
            let (cite, what) = source.split_once(": ").unwrap_or((source, ""));
            let used = Use { by, id: id.to_owned(), what: what.to_owned() };
            match all.iter_mut().find(|cited| cited.cite == cite) {
                Some(cited) => cited.uses.push(used),
                None => all.push(Cited { cite: cite.to_owned(), known: known(cite), uses: vec![used] }),
            }
        }
    };
    for program in programs {
        add(By::Program, program.id.as_str(), &program.sources);
    }
    for exercise in exercises {
        add(By::Exercise, exercise.id.as_str(), &exercise.sources);
    }
    all.sort_by_key(|cited| cited.cite.to_lowercase());
    for cited in &mut all {
        cited.uses.sort_by(|a, b| (a.by, &a.id).cmp(&(b.by, &b.id)));
    }
    all
}

/// What is known of a citation.
pub fn known(cite: &str) -> Option<&'static Citation> {
    CITATIONS.iter().find(|citation| citation.cite == cite)
}
