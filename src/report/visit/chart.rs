//! Where the points and lines of a chart lie, in the units of its picture; and the same as a row of letters.

use crate::report::visit::block::{Line, Point};

/// The longest time between two scores over which a line is drawn, in days: behind it something is missing (D).
const BRIDGE: usize = 7;

/// The known scores of a line as runs without a gap: day and score. A day on which something was done and no score was
/// given ends a run, and so does more than a week without anything. `step`: days a point.
pub(super) fn runs(line: &Line, step: u8) -> Vec<Vec<(usize, u8)>> {
    let mut runs: Vec<Vec<(usize, u8)>> = Vec::new();
    let mut is_open = false;
    for (day, point) in line.days.iter().enumerate() {
        match point {
            Point::Unknown => is_open = false,
            Point::Nothing => {}
            Point::Known(score) => {
                let near = |run: &&mut Vec<(usize, u8)>| {
                    run.last().is_some_and(|(last, _)| (day - last) * usize::from(step) <= BRIDGE)
                };
                match runs.last_mut().filter(|_| is_open).filter(near) {
                    Some(run) => run.push((day, *score)),
                    None => runs.push(vec![(day, *score)]),
                }
                is_open = true;
            }
        }
    }
    runs
}

/// A letter for a score of 0 to 10: the higher the worse.
pub(super) const fn bar(score: u8) -> char {
    match score {
        0 => '▁',
        1 | 2 => '▂',
        3 => '▃',
        4 => '▄',
        5 | 6 => '▅',
        7 => '▆',
        8 | 9 => '▇',
        _ => '█',
    }
}

/// A letter for what is known of a day or week.
pub(super) const fn letter(point: Point) -> char {
    match point {
        Point::Known(score) => bar(score),
        Point::Unknown | Point::Nothing => '·',
    }
}

/// A letter for a value between two ends.
pub(super) fn level(value: u32, low: u32, high: u32) -> char {
    let whole = u64::from(high.saturating_sub(low));
    if whole == 0 {
        return '▄';
    }
    let part = u64::from(value.saturating_sub(low)) * 7 / whole;
    ['▁', '▂', '▃', '▄', '▅', '▆', '▇'].get(usize::try_from(part).unwrap_or(7)).copied().unwrap_or('█')
}

/// What is known of a week by what is known of its days: the worst.
pub(super) fn week(days: &[Point]) -> Point {
    let known = days.iter().filter_map(|point| match point {
        Point::Known(score) => Some(*score),
        Point::Unknown | Point::Nothing => None,
    });
    let unknown = if days.contains(&Point::Unknown) { Point::Unknown } else { Point::Nothing };
    known.max().map_or(unknown, Point::Known)
}

/// A line as letters, a day each, weeks apart by a blank: a dot where nothing is known. Of days before the first Monday
/// the week is short.
pub(super) fn letters(line: &Line, first_weekday: usize) -> String {
    let mut text = String::new();
    for (day, point) in line.days.iter().enumerate() {
        if day > 0 && (day + first_weekday).is_multiple_of(7) {
            text.push(' ');
        }
        text.push(letter(*point));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::visit::block::Sign;

    fn line(days: &str) -> Line {
        let point = |c: char| match c {
            '?' => Point::Unknown,
            ' ' => Point::Nothing,
            digit => Point::Known(u8::try_from(digit.to_digit(10).unwrap()).unwrap()),
        };
        Line { name: "", sign: Sign::Disc, days: days.chars().map(point).collect() }
    }

    #[test]
    fn what_is_unknown_is_a_gap_and_never_zero() {
        let days = |text| {
            runs(&line(text), 1).iter().map(|run| run.iter().map(|(_, n)| *n).collect()).collect::<Vec<Vec<u8>>>()
        };
        assert_eq!(days("3 4 0"), [[3, 4, 0]], "a day without a session is no gap");
        assert_eq!(days("3?4"), [[3], [4]], "a session without a score is one");
        assert_eq!(days("3      4"), [[3, 4]]);
        assert_eq!(days("3       4"), [[3], [4]], "so is more than a week without anything");
        assert_eq!(days("???"), Vec::<Vec<u8>>::new());
        assert_eq!(letters(&line("0?5 "), 5), "▁· ▅·");
        assert_eq!(runs(&line("34 5"), 7).len(), 2, "a week is no longer bridged where a point is a week");
        let of = |text| week(&line(text).days);
        assert_eq!([of(" ?3 5"), of(" ? "), of("  ")], [Point::Known(5), Point::Unknown, Point::Nothing]);
    }

    #[test]
    fn letters_rise_with_the_score() {
        assert_eq!((0..=10).map(bar).collect::<String>(), "▁▂▂▃▄▅▅▆▇▇█");
        assert_eq!([0, 5_000, 10_000].map(|value| level(value, 0, 10_000)), ['▁', '▄', '█']);
        assert_eq!(level(3, 3, 3), '▄');
    }
}
