//! What is asked about pain, and how much is too much.

use crate::domain::program::{PainQuestion, PainRule};
use crate::domain::text::{Clean, NAME};
use crate::io::diagnostic::Diagnostic;
use crate::io::program_file::guess::nearest;
use crate::io::program_file::keys::PAIN;
use crate::io::program_file::table::{At, Table};

/// Reads the table `pain`.
pub(super) fn pain(table: &Table<'_>) -> PainRule {
    let mut rule = PainRule::default();
    let Some(table) = table.sub("pain", PAIN, "write [pain] on a line of its own, its keys below") else { return rule };
    if let Some(limit) = table.score("limit") {
        rule.limit = limit.value;
    }
    if let Some(over) = table.score("lighten_over") {
        rule.lighten_over = over.value;
    }
    if let Some(value) = table.get("ask") {
        match value.get_ref().as_array() {
            Some(items) => {
                let asked = items.iter().filter_map(|item| table.string_of("ask", item)).collect::<Vec<_>>();
                rule.ask = asked.iter().filter_map(|text| question(&table, text)).collect();
            }
            None => table.wrong_type("ask", value, "a list", "write ask = [\"before\", \"after\"]"),
        }
    }
    rule.place = table.text("where", NAME);
    table.finish();
    rule
}

const QUESTIONS: [(&str, PainQuestion); 4] = [
    ("before", PainQuestion::Before),
    ("after", PainQuestion::After),
    ("next-morning", PainQuestion::NextMorning),
    ("morning-stiffness", PainQuestion::MorningStiffness),
];

fn question(table: &Table<'_>, text: &At<&str>) -> Option<PainQuestion> {
    let said = text.value.trim().to_lowercase();
    let known = QUESTIONS.iter().find(|(word, _)| *word == said).map(|(_, question)| *question);
    if known.is_none() {
        let near = nearest(&said, QUESTIONS.map(|(word, _)| word)).map(|near| format!("did you mean \"{near}\"?"));
        let takes = "ask takes before, after, next-morning and morning-stiffness".to_owned();
        let message = format!("`{}` is no moment to ask", Clean::name(text.value));
        table.notes.add(Diagnostic::error("pain", text.span.clone(), message).help(near.unwrap_or(takes)));
    }
    known
}
