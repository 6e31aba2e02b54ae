//! Lines by their number, which nearly always come in order: a sorted list that is added to at its end.

/// Values by number, each number once.
#[derive(Clone, Debug)]
pub(super) struct Numbered<T>(Vec<(u64, T)>);

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Numbered<T> {
    /// Puts a value in its place. Where the number is taken, what has it and the value that is not put.
    pub(super) fn put(&mut self, n: u64, value: T) -> Option<(&mut T, T)> {
        if self.0.last().is_none_or(|(last, _)| *last < n) {
            self.0.push((n, value));
            return None;
        }
        match self.0.binary_search_by_key(&n, |(n, _)| *n) {
            Ok(at) => self.0.get_mut(at).map(|(_, known)| (known, value)),
            Err(at) => {
                self.0.insert(at, (n, value));
                None
            }
        }
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is one of this number.
    pub(super) fn has(&self, n: u64) -> bool {
        self.0.binary_search_by_key(&n, |(n, _)| *n).is_ok()
    }

    /// The highest number.
    pub(super) fn highest(&self) -> Option<u64> {
        self.0.last().map(|(n, _)| *n)
    }

    /// The values in the order of their numbers.
    pub(super) fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }
}

impl<T> IntoIterator for Numbered<T> {
    type Item = (u64, T);
    type IntoIter = std::vec::IntoIter<(u64, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_order_they_end_up_sorted_and_the_first_of_a_number_stays() {
        let mut numbers = Numbered::default();
        for n in [4, 9, 2, 7, 0, 11] {
            assert!(numbers.put(n, n * 10).is_none());
        }
        let taken = numbers.put(7, 1).map(|(known, new)| (*known, new));
        assert_eq!(taken, Some((70, 1)));
        assert_eq!(numbers.values().copied().collect::<Vec<_>>(), [0, 20, 40, 70, 90, 110]);
        assert_eq!((numbers.len(), numbers.highest(), numbers.has(9), numbers.has(8)), (6, Some(11), true, false));
    }
}
