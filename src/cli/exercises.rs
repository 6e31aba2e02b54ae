//! `soleus exercises`: the catalogue, searched.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use crate::domain::exercise::Exercise;
use crate::domain::prescription::{dose, in_general};
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::program_file::nearest;

/// `soleus exercises`.
#[derive(Clone, Debug, Args)]
#[command(after_help = "Examples: soleus exercises balance\n          soleus exercises calf step\n          \
    soleus exercises calf-raise")]
pub struct Exercises {
    /// Words that must all be found in name, other names, muscles, equipment or id; nothing lists all
    #[arg(value_name = "WORD")]
    pub words: Vec<String>,
    /// For a program to read
    #[arg(long)]
    pub json: bool,
}

/// What a search found.
#[derive(Debug)]
pub enum Found<'a> {
    /// Exactly one is meant.
    One(&'a Exercise),
    /// Some, in the order of the catalogue.
    Several(Vec<&'a Exercise>),
    /// None.
    Nothing,
}

/// The exercises that hold every word, in any case. The whole id or name of one means that one alone.
pub fn find<'a>(catalogue: &'a [Exercise], words: &[String]) -> Found<'a> {
    let words: Vec<String> = words.iter().flat_map(|word| word.split_whitespace()).map(str::to_lowercase).collect();
    let whole = words.join(" ");
    let named = |exercise: &&Exercise| exercise.id.as_str() == words.join("-") || exercise.name.to_lowercase() == whole;
    if let Some(one) = catalogue.iter().find(named) {
        return Found::One(one);
    }
    let holds = |exercise: &&Exercise| {
        let text = searched(exercise);
        words.iter().all(|word| text.contains(word))
    };
    let found: Vec<&Exercise> = catalogue.iter().filter(holds).collect();
    match found.as_slice() {
        [] => Found::Nothing,
        [one] => Found::One(one),
        [_, _, ..] => Found::Several(found),
    }
}

/// Everything of an exercise that is searched, in lower case.
fn searched(exercise: &Exercise) -> String {
    let Exercise { id, name, synonyms, muscles, equipment, .. } = exercise;
    let lists = [synonyms, muscles, equipment].into_iter().flatten();
    let texts = lists.chain([name]).map(Clean::as_str).chain([id.as_str()]);
    texts.collect::<Vec<_>>().join("\n").to_lowercase()
}

/// Nothing was found: what may have been meant.
pub fn unknown(catalogue: &[Exercise], words: &[String]) -> Error {
    let typed = words.join(" ");
    let error = Error::input(format!("no exercise of the catalogue matches `{}`", Clean::text(&typed)));
    let texts: Vec<String> = catalogue.iter().map(searched).collect();
    let known = |word: &str| texts.iter().any(|text| text.contains(word));
    let all = || texts.iter().flat_map(|text| text.split([' ', '\n'])).filter(|word| word.len() > 2);
    let near: Vec<String> = words
        .iter()
        .flat_map(|word| word.split_whitespace())
        .map(str::to_lowercase)
        .filter(|word| !known(word))
        .filter_map(|word| nearest(&word, all()).map(|near| format!("`{near}`")))
        .collect();
    if !near.is_empty() {
        return error.hint(format!("did you mean {}?", near.join(" and ")));
    }
    let alone = words.len() > 1 && words.iter().all(|word| known(&word.to_lowercase()));
    error.hint(if alone {
        "each of the words is found, but not together: try fewer"
    } else {
        "try one word of a name, a muscle or a tool; `soleus exercises` lists all"
    })
}

/// One line of facts for each.
pub fn list(found: &[&Exercise], out: &mut impl Write) -> Result<(), Error> {
    for exercise in found {
        writeln!(out, "{:<24} {}", exercise.id, exercise.name)?;
        let equipment: Vec<&str> = exercise.equipment.iter().map(Clean::as_str).collect();
        let needed = if equipment.is_empty() { "nothing needed".to_owned() } else { equipment.join(", ") };
        writeln!(out, "{:<24} {}\n{:<24} {needed}", "", dose(exercise), "")?;
    }
    Ok(())
}

/// All that the catalogue says of one.
pub fn entry(exercise: &Exercise, out: &mut impl Write) -> Result<(), Error> {
    writeln!(out, "{} ({})", exercise.name, exercise.id)?;
    let lists = [("also called", &exercise.synonyms), ("muscles", &exercise.muscles), ("needed", &exercise.equipment)];
    for (title, items) in lists {
        if !items.is_empty() {
            let items: Vec<&str> = items.iter().map(Clean::as_str).collect();
            writeln!(out, "{title}: {}", items.join(", "))?;
        }
    }
    writeln!(out, "dose: {}", dose(exercise))?;
    if let Some(purpose) = &exercise.purpose {
        writeln!(out, "\n{purpose}")?;
    }
    if let Some(setup) = &exercise.setup {
        writeln!(out, "\nset-up: {}", in_general(setup, exercise.side))?;
    }
    if !exercise.steps.is_empty() {
        writeln!(out)?;
    }
    for (n, step) in exercise.steps.iter().enumerate() {
        writeln!(out, "  {}) {}", n + 1, in_general(step, exercise.side))?;
    }
    for (title, items) in [("cues", &exercise.cues), ("avoid", &exercise.mistakes), ("sources", &exercise.sources)] {
        if !items.is_empty() {
            writeln!(out, "\n{title}:")?;
            for item in items {
                writeln!(out, "  - {item}")?;
            }
        }
    }
    let neighbours = [("easier", &exercise.easier), ("harder", &exercise.harder)];
    for (word, neighbour) in neighbours {
        if let Some(neighbour) = neighbour {
            writeln!(out, "\n{word}: {} ({})", neighbour.name, neighbour.id)?;
        }
    }
    writeln!(out, "\nin a program:\n  [[exercise]]\n  use = \"{}\"", exercise.id)?;
    Ok(())
}

/// The same for a program to read.
pub fn json(exercise: &Exercise) -> Value {
    let texts = |items: &[Clean]| items.iter().map(|item| Value::from(item.as_str())).collect::<Vec<_>>();
    let text = |item: &Option<Clean>| item.as_ref().map(|item| item.as_str().to_owned());
    let id = |neighbour: &Option<Box<Exercise>>| neighbour.as_ref().map(|other| other.id.to_string());
    json!({
        "id": exercise.id.as_str(), "name": exercise.name.as_str(), "dose": dose(exercise),
        "synonyms": texts(&exercise.synonyms), "muscles": texts(&exercise.muscles),
        "equipment": texts(&exercise.equipment), "purpose": text(&exercise.purpose), "setup": text(&exercise.setup),
        "steps": texts(&exercise.steps), "cues": texts(&exercise.cues), "mistakes": texts(&exercise.mistakes),
        "easier": id(&exercise.easier), "harder": id(&exercise.harder), "sources": texts(&exercise.sources),
    })
}
