//! The nearest known word to one that was not understood.

/// Words so far apart at most are near: one slip in a short word, two in a longer one, three in a long one.
const fn reach(letters: usize) -> usize {
    match letters {
        0..=3 => 1,
        4..=8 => 2,
        _ => 3,
    }
}

/// The nearest of the known words, where one is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let limit = reach(word.chars().count());
    let ranked = known.into_iter().map(|candidate| (distance(&word, candidate), candidate));
    ranked.filter(|(distance, _)| *distance <= limit).min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}

/// The known word that a word is one slip away from; nothing where it is known itself. Any verb is allowed in a tempo,
/// so two slips (`turn`, `curl`) are another word.
pub(super) fn one_slip<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let ranked = known.into_iter().map(|candidate| (distance(word, candidate), candidate));
    ranked.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance == 1).map(|(_, word)| word)
}

/// Insertions, deletions, changes and swaps of neighbours between two words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |rows: &[Vec<usize>], up: usize, left: usize| {
                let line = rows.len().checked_sub(up).and_then(|r| rows.get(r));
                line.and_then(|line| line.get((j + 1).checked_sub(left)?)).copied().unwrap_or(usize::MAX / 2)
            };
            let change = at(&rows, 1, 1) + usize::from(x != y);
            let delete = at(&rows, 1, 0) + 1;
            let insert = row.last().copied().unwrap_or(usize::MAX / 2) + 1;
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            let swap = if swapped { at(&rows, 2, 2) + 1 } else { usize::MAX };
            row.push(change.min(delete).min(insert).min(swap));
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_finger_are_near() {
        let keys = ["reps", "sets", "rest", "rest_after", "hold"];
        assert_eq!(nearest("repz", keys), Some("reps"));
        assert_eq!(nearest("REPS", keys), Some("reps"));
        assert_eq!(nearest("hodl", keys), Some("hold"));
        assert_eq!(nearest("rest_afetr", keys), Some("rest_after"));
        assert_eq!(nearest("colour", keys), None);
        assert_eq!(one_slip("lowr", ["raise", "lower"]), Some("lower"));
        assert_eq!((one_slip("lower", ["raise", "lower"]), one_slip("turn", ["curl"])), (None, None));
        assert_eq!((distance("", "abc"), distance("ab", "ba"), distance("kitten", "sitting")), (3, 1, 3));
    }
}
