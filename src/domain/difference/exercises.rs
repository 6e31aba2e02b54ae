//! The exercises of a session, one version against another.

use crate::domain::difference::aspects::aspects;
use crate::domain::difference::became;
use crate::domain::exercise::Exercise;
use crate::domain::prescription::{and_list, lower_first, short_dose};

/// What was added, taken out and put in another order, and what changed in the exercises that stay.
pub(super) fn lists(old: &[Exercise], new: &[Exercise]) -> Vec<String> {
    let in_list = |list: &[Exercise], wanted: &Exercise| list.iter().any(|exercise| exercise.id == wanted.id);
    let name = |exercise: &Exercise| lower_first(&exercise.name);
    let mut changes = Vec::new();
    let added = new.iter().filter(|exercise| !in_list(old, exercise));
    changes.extend(added.map(|exercise| format!("{} is new: {}", name(exercise), short_dose(exercise))));
    let gone = old.iter().filter(|exercise| !in_list(new, exercise));
    changes.extend(gone.map(|exercise| format!("{} was taken out", name(exercise))));
    let kept: Vec<&Exercise> = new.iter().filter(|exercise| in_list(old, exercise)).collect();
    let was = old.iter().filter(|exercise| in_list(new, exercise)).map(|exercise| &exercise.id);
    if !was.eq(kept.iter().map(|exercise| &exercise.id)) {
        let names: Vec<String> = kept.iter().map(|exercise| name(exercise)).collect();
        changes.push(format!("the order is another: {}", and_list(&names)));
    }
    for exercise in kept {
        let before = old.iter().find(|before| before.id == exercise.id);
        changes.extend(before.into_iter().flat_map(|before| pair(before, exercise, &name(exercise))));
    }
    changes
}

/// What changed in one exercise, and in what stands in for it.
fn pair(old: &Exercise, new: &Exercise, name: &str) -> Vec<String> {
    let (before, after) = (aspects(old), aspects(new));
    let others = before.into_iter().zip(after).filter(|(before, after)| before.1 != after.1);
    let mut changes: Vec<String> =
        others.map(|((label, before), (_, after))| became(&format!("{name}: {label}"), &before, &after)).collect();
    for (variant, other) in &new.variants {
        match old.variants.iter().find(|(id, _)| id == variant) {
            Some((_, before)) if before.id == other.id => {
                changes.extend(pair(before, other, &format!("{name}, variant {variant}")));
            }
            Some((_, before)) => {
                let (before, after) = (lower_first(&before.name), lower_first(&other.name));
                changes.push(became(&format!("{name}, variant {variant}: "), &before, &after));
            }
            None => changes.push(format!("{name}, variant {variant}: {} is new", lower_first(&other.name))),
        }
    }
    let gone = old.variants.iter().filter(|(id, _)| !new.variants.iter().any(|(other, _)| other == id));
    changes.extend(gone.map(|(variant, _)| format!("{name}, variant {variant} was taken out")));
    let out = new.left_out_by.iter().filter(|variant| !old.left_out_by.contains(variant));
    changes.extend(out.map(|variant| format!("{name}: variant {variant} leaves it out")));
    let again = old.left_out_by.iter().filter(|variant| !new.left_out_by.contains(variant));
    changes.extend(again.map(|variant| format!("{name}: variant {variant} does not leave it out any more")));
    changes
}
