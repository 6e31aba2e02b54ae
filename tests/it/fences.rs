//! The fenced examples of a Markdown text.

/// What stands behind the opening fence, and what stands between the fences.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fence {
    pub(crate) info: String,
    pub(crate) text: String,
    /// The line of the opening fence, from 1.
    pub(crate) line: usize,
}

/// Every fenced example, in order.
pub(crate) fn fences(markdown: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut open: Option<Fence> = None;
    for (n, line) in markdown.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                open = Some(Fence { info: info.trim().to_owned(), text: String::new(), line: n + 1 });
            }
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some(fence), None) => {
                fence.text.push_str(line);
                fence.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert_eq!(open, None, "a fence is not closed");
    found
}

#[test]
fn a_fence_is_what_stands_between_its_marks() {
    let found = fences("a\n```toml wrong\nb = 1\n\n```\nc\n```\nd\n```\n");
    let fence = |info: &str, text: &str, line| Fence { info: info.to_owned(), text: text.to_owned(), line };
    assert_eq!(found, [fence("toml wrong", "b = 1\n\n", 2), fence("", "d\n", 7)]);
}
