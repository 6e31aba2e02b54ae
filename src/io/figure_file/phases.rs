//! The phases of a figure, in the order of the file.

use crate::domain::text::Clean;
use crate::figure::ease::Ease;
use crate::figure::model::Phase;
use crate::io::diagnostic::Diagnostic;
use crate::io::figure_file::keys::PHASE;
use crate::io::figure_file::numbers::{choice, effort, missing, number, words};
use crate::io::figure_file::poses::{MOST, Read};
use crate::io::program_file::nearest;
use crate::io::program_file::table::{At, Table};

const EASES: [(&str, Ease); 3] = [("steady", Ease::Steady), ("smooth", Ease::Smooth), ("linear", Ease::Linear)];

/// Reads every phase.
pub(super) fn phases(table: &Table<'_>, poses: &[Read]) -> Vec<Phase> {
    let Some(value) = table.get("phase") else {
        let problem = Diagnostic::error("missing-key", 0..0, "the figure has no phase");
        table.notes.missing(problem.help("write [phase.raise] with `from` and `to`"));
        return Vec::new();
    };
    let Some(all) = value.get_ref().as_table() else {
        table.wrong_type("phase", value, "tables", "write [phase.raise]");
        return Vec::new();
    };
    if all.len() > MOST {
        table.notes.error("limit", value.span(), format!("a figure has at most {MOST} phases"));
        return Vec::new();
    }
    let mut read = Vec::new();
    for (name, value) in all {
        if let Some(inner) = table.sub_of(name.get_ref(), value, PHASE, "write [phase.raise]") {
            read.push((name.span().start, phase(inner, name.get_ref(), poses)));
        }
    }
    read.sort_by_key(|(at, _)| *at);
    read.into_iter().filter_map(|(_, phase)| phase).collect()
}

/// Blanks in a player's word may be written as a dash: `[phase.change-feet]`.
fn word(name: &str) -> Clean {
    Clean::name(&name.replace(['-', '_'], " ").to_lowercase())
}

fn phase(table: Table<'_>, name: &str, poses: &[Read]) -> Option<Phase> {
    let one = |text: &At<&str>| {
        let found = poses.iter().position(|pose| pose.name.as_str() == text.value);
        if found.is_none() && !poses.is_empty() {
            let near = nearest(text.value, poses.iter().map(|pose| pose.name.as_str()));
            let help = near.map(|near| format!("did you mean \"{near}\"?"));
            let message = format!("there is no pose `{}`", Clean::name(text.value));
            table.notes.add(Diagnostic::error("pose", text.span.clone(), message).maybe_help(help));
        }
        found
    };
    let from = table.string("from").and_then(|text| one(&text));
    missing(&table, "from");
    let via: Vec<Option<usize>> = words(&table, "via").iter().map(one).collect();
    let to = table.string("to").map(|text| one(&text));
    let cycle = number(&table, "cycle");
    if let Some(wrong) = cycle.filter(|cycle| !(0.2..=60.0).contains(cycle)) {
        let place = table.place_of("cycle").unwrap_or_else(|| table.span.clone());
        table.notes.error("limit", place, format!("a cycle takes 0.2 to 60 seconds, not {wrong}"));
    }
    let also = words(&table, "also").iter().map(|text| word(text.value)).collect::<Vec<_>>();
    let ease = choice(&table, "ease", &EASES);
    let effort = effort(&table);
    table.finish();
    // Without `to` it is a hold, unless it comes by other poses: then it goes back to where it began.
    let to = to.unwrap_or(from);
    let mut way = vec![from];
    way.extend(via);
    way.push(to);
    let way: Option<Vec<usize>> = way.into_iter().collect();
    let usual = if cycle.is_some() { Ease::Smooth } else { Ease::Steady };
    let ease = ease.unwrap_or(usual);
    let mut names = vec![word(name)];
    names.extend(also);
    Some(Phase { names, way: way?, effort, ease, cycle: cycle.map(|cycle| cycle.clamp(0.2, 60.0)) })
}
