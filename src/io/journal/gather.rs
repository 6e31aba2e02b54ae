//! A history of years read by several threads, each a part of its files; the whole is what one would have read.

use std::collections::btree_map::Entry as Slot;
use std::path::Path;

use super::read::Pile;
use super::walk::{self, Found};

/// Below so many files one thread is as fast.
const WORTH_IT: usize = 512;
/// Threads at most: more would wait for the disk.
const MOST: usize = 4;

/// Reads everything.
pub(super) fn gather(data: &Path) -> Pile {
    let found = walk::files(data);
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(MOST);
    if found.len() < WORTH_IT || threads < 2 {
        return Pile::of(data, &found);
    }
    together(data, &found, found.len().div_ceil(threads)).unwrap_or_else(|| Pile::of(data, &found))
}

/// The piles of the parts in one; nothing where a thread failed, or where two parts disagree: where that is can be told
/// only by who reads all of it in order.
fn together(data: &Path, found: &[Found], part: usize) -> Option<Pile> {
    let piles: Vec<Option<Pile>> = std::thread::scope(|scope| {
        let threads: Vec<_> = found.chunks(part).map(|part| scope.spawn(move || Pile::of(data, part))).collect();
        threads.into_iter().map(|thread| thread.join().ok()).collect()
    });
    let mut whole = Pile::default();
    for pile in piles {
        join(&mut whole, pile?)?;
    }
    Some(whole)
}

/// Puts one pile on another; nothing where they disagree.
fn join(whole: &mut Pile, mut more: Pile) -> Option<()> {
    for (session, group) in more.sessions {
        match whole.sessions.entry(session) {
            Slot::Vacant(free) => {
                free.insert(group);
            }
            Slot::Occupied(known) => {
                let known = known.into_mut();
                known.files.extend(group.files);
                for (n, kept) in group.pieces {
                    if known.pieces.put(n, kept).is_some_and(|(known, new)| *known.raw != *new.raw) {
                        return None;
                    }
                }
            }
        }
    }
    for (id, kept) in more.changes {
        match whole.changes.entry(id) {
            Slot::Vacant(free) => {
                free.insert(kept);
            }
            Slot::Occupied(known) if *known.get().raw != *kept.raw => return None,
            Slot::Occupied(_) => {}
        }
    }
    whole.problems.append(&mut more.problems);
    whole.newer.append(&mut more.newer);
    for (file, lines) in more.lost {
        *whole.lost.entry(file).or_default() += lines;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::temp::Temp;

    fn line(session: &str, n: u32, pain: u32) -> String {
        format!(
            "{{\"v\":1,\"s\":\"{session}\",\"n\":{n},\"ev\":\"rate\",\"when\":\"after\",\"pain\":{pain},\"t_ms\":1}}\n"
        )
    }

    /// A pile in words, to be compared.
    fn words(pile: &Pile) -> String {
        format!("{:?} {:?} {:?} {} {:?}", pile.sessions, pile.changes, pile.problems, pile.newer(), pile.lost)
    }

    #[test]
    fn in_parts_it_is_what_one_would_have_read() {
        let temp = Temp::new();
        for n in 0..9 {
            // Each session in two files, one of them with a line of its own; here and there damage and a newer line.
            let session = format!("session{}", n % 4);
            let text =
                line(&session, 0, 3) + &line(&session, n + 1, n) + "torn {\n{\"v\":9,\"ev\":\"x\",\"id\":\"a\"}\n";
            let _path = temp.put(&format!("sessions/2026/{n}.jsonl"), text.as_bytes());
        }
        let found = walk::files(temp.path());
        let whole = words(&Pile::of(temp.path(), &found));
        for part in [1, 2, 4, 9] {
            assert_eq!(words(&together(temp.path(), &found, part).unwrap()), whole, "{part} files a thread");
        }
        let _path = temp.put("sessions/2026/z.jsonl", line("session0", 0, 7).as_bytes());
        let found = walk::files(temp.path());
        assert!(together(temp.path(), &found, 2).is_none(), "two that disagree are told by who reads all of it");
    }
}
