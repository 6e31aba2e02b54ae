//! What differs between two texts, line by line: shown before a file is written.

/// A line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffLine {
    /// In both.
    Same(String),
    /// In the old one alone.
    Gone(String),
    /// In the new one alone.
    New(String),
}

/// So many pairs of lines are compared at most; beyond that the old lines stand before the new ones.
const MOST: usize = 4_000_000;

/// Every line of both texts, the changed ones marked; the longest run of lines that both have stays.
pub fn diff(old: &str, new: &str) -> Vec<DiffLine> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let front = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - front;
    let back = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (mine, theirs) = (old.get(front..old.len() - back), new.get(front..new.len() - back));
    let (mine, theirs) = (mine.unwrap_or_default(), theirs.unwrap_or_default());
    let same = |line: &&str| DiffLine::Same((*line).to_owned());
    let mut lines: Vec<DiffLine> = old.iter().take(front).map(same).collect();
    lines.extend(middle(mine, theirs));
    lines.extend(old.iter().skip(old.len() - back).map(same));
    lines
}

fn middle(old: &[&str], new: &[&str]) -> Vec<DiffLine> {
    let gone = |line: &&str| DiffLine::Gone((*line).to_owned());
    let fresh = |line: &&str| DiffLine::New((*line).to_owned());
    if old.len().saturating_mul(new.len()) > MOST {
        return old.iter().map(gone).chain(new.iter().map(fresh)).collect();
    }
    // `longest[i][j]`: lines in common of what lies behind `i` and `j`.
    let width = new.len() + 1;
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    let at = |longest: &[u32], i: usize, j: usize| longest.get(i * width + j).copied().unwrap_or(0);
    for (i, mine) in old.iter().enumerate().rev() {
        for (j, theirs) in new.iter().enumerate().rev() {
            let best = if mine == theirs {
                at(&longest, i + 1, j + 1) + 1
            } else {
                at(&longest, i + 1, j).max(at(&longest, i, j + 1))
            };
            if let Some(cell) = longest.get_mut(i * width + j) {
                *cell = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    while let (Some(mine), Some(theirs)) = (old.get(i), new.get(j)) {
        if mine == theirs {
            lines.push(DiffLine::Same((*mine).to_owned()));
            (i, j) = (i + 1, j + 1);
        } else if at(&longest, i + 1, j) >= at(&longest, i, j + 1) {
            lines.push(gone(mine));
            i += 1;
        } else {
            lines.push(fresh(theirs));
            j += 1;
        }
    }
    lines.extend(old.iter().skip(i).map(gone));
    lines.extend(new.iter().skip(j).map(fresh));
    lines
}
