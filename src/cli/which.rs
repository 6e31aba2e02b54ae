//! `soleus which`: the way to a program, red flags first.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use crate::domain::program::Program;
use crate::domain::text::Clean;
use crate::domain::which::{ANSWERS, Answer, DOCTOR, SIGNS, Said, Sign, Suggestion, Tier, Way, way};
use crate::error::Error;

/// `soleus which`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples: soleus which\n          soleus which --no-sign --says heel-bone")]
pub struct Which {
    /// None of the warning signs is true of me
    #[arg(long, conflicts_with = "sign")]
    pub no_sign: bool,
    /// The warning sign of this number is true of me
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub sign: Option<u16>,
    /// What it is: one of the words that are listed
    #[arg(long, value_name = "WORD")]
    pub says: Option<String>,
    /// For a program to read
    #[arg(long)]
    pub json: bool,
}

/// What the flags answer; nothing where they leave the signs or the answer open.
pub fn flags(asked: &Which) -> Result<Option<Way>, Error> {
    if let Some(number) = asked.sign {
        return sign(number).map(|place| way(Said::Sign(place), 0));
    }
    match (&asked.says, asked.no_sign) {
        (Some(word), true) => answer(word).map(|place| way(Said::NoSign, place)),
        (Some(word), false) => {
            answer(word)?;
            Err(Error::input("the warning signs come first")
                .hint("`soleus which` lists them; add --no-sign where none is true of you, else --sign N"))
        }
        (None, _) => Ok(None),
    }
}

/// The place of the sign with this number, 1 and up.
pub fn sign(number: u16) -> Result<usize, Error> {
    let place = usize::from(number).checked_sub(1).filter(|place| *place < SIGNS.len());
    place.ok_or_else(|| {
        Error::input(format!("there is no warning sign {number}"))
            .hint(format!("they have the numbers 1 to {}", SIGNS.len()))
    })
}

/// The place of an answer, by its word.
pub fn answer(word: &str) -> Result<usize, Error> {
    ANSWERS.iter().position(|answer| answer.id == word).ok_or_else(|| {
        let known: Vec<&str> = ANSWERS.iter().map(|answer| answer.id).collect();
        Error::input(format!("`{}` is none of the answers", Clean::name(word)))
            .hint(format!("known are {}", known.join(", ")))
    })
}

/// The warning signs in their groups, numbered.
pub fn signs(out: &mut impl Write) -> Result<(), Error> {
    for tier in Tier::ALL {
        writeln!(out, "{}:", tier.title())?;
        for (n, sign) in SIGNS.iter().enumerate().filter(|(_, sign)| sign.tier == tier) {
            writeln!(out, "  {:>2}  {}", n + 1, sign.sign)?;
        }
    }
    Ok(())
}

/// The answers, numbered, each with its word.
pub fn answers(out: &mut impl Write) -> Result<(), Error> {
    for (n, answer) in ANSWERS.iter().enumerate() {
        writeln!(out, "  {}  {:<14} {}", n + 1, answer.id, answer.says)?;
    }
    Ok(())
}

/// Where the answers lead, in words; of each program that is found what it is, as far as it is among these.
pub fn text(way: &Way, programs: &[&Program], out: &mut impl Write) -> Result<(), Error> {
    match way {
        Way::Doctor(sign) => {
            writeln!(out, "{}", sign.sign)?;
            writeln!(out, "  {}", sign.action)?;
            writeln!(out, "{DOCTOR}")?;
        }
        Way::Programs(answer) => {
            writeln!(out, "{}:", answer.says)?;
            for offer in answer.offers {
                let variant = offer.variant.map(|variant| format!(" --variant {variant}")).unwrap_or_default();
                let program = programs.iter().find(|program| program.id.as_str() == offer.program);
                let title = program.map_or(offer.program, |program| program.title.as_str());
                writeln!(out, "\n{title}\n  {}", offer.why)?;
                if let Some(summary) = program.and_then(|program| program.summary.as_ref()) {
                    writeln!(out, "  {summary}")?;
                }
                writeln!(out, "  soleus show {}{variant}", offer.program)?;
            }
        }
    }
    Ok(())
}

/// The same for a program to read; without answers the whole table.
pub fn json(found: Option<&Way>) -> Value {
    match found {
        None => json!({
            "signs": SIGNS.iter().enumerate().map(|(n, sign)| sign_json(n + 1, sign)).collect::<Vec<_>>(),
            "answers": ANSWERS.iter().map(answer_json).collect::<Vec<_>>(),
        }),
        Some(Way::Doctor(sign)) => {
            let number = SIGNS.iter().position(|known| known == *sign).map_or(0, |place| place + 1);
            json!({ "way": "doctor", "sign": sign_json(number, sign), "advice": DOCTOR })
        }
        Some(Way::Programs(answer)) => json!({ "way": "programs", "answer": answer_json(answer) }),
    }
}

fn sign_json(number: usize, sign: &Sign) -> Value {
    json!({ "number": number, "tier": sign.tier.word(), "sign": sign.sign, "action": sign.action })
}

fn answer_json(answer: &Answer) -> Value {
    let offer = |offer: &Suggestion| json!({ "program": offer.program, "variant": offer.variant, "why": offer.why });
    json!({ "id": answer.id, "says": answer.says, "offers": answer.offers.iter().map(offer).collect::<Vec<_>>() })
}
