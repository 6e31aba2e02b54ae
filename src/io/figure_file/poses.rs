//! The poses of a figure: `like` followed, pins turned into angles where a neighbour has none.

use std::collections::BTreeMap;

use crate::domain::text::Clean;
use crate::figure::joint::Joint;
use crate::figure::model::Plane;
use crate::figure::pose::Pose;
use crate::figure::skeleton::Skeleton;
use crate::io::diagnostic::Diagnostic;
use crate::io::figure_file::drafts::{PoseDraft, draft};
use crate::io::figure_file::keys::POSE;
use crate::io::program_file::nearest;
use crate::io::program_file::table::Table;

/// A figure has no more poses, phases, props or arrows of one kind.
pub(super) const MOST: usize = 64;

/// A pose with its name and the place of its table.
pub(super) struct Read {
    pub(super) name: Clean,
    pub(super) pose: Pose,
    pub(super) span: std::ops::Range<usize>,
}

/// Reads every pose.
pub(super) fn poses(table: &Table<'_>, plane: Plane, anchor: Joint) -> Vec<Read> {
    let Some(value) = table.get("pose") else {
        table
            .notes
            .missing(Diagnostic::error("missing-key", 0..0, "the figure has no pose").help("write [pose.start]"));
        return Vec::new();
    };
    let Some(all) = value.get_ref().as_table() else {
        table.wrong_type("pose", value, "tables", "write [pose.start]");
        return Vec::new();
    };
    if all.len() > MOST {
        table.notes.error("limit", value.span(), format!("a figure has at most {MOST} poses"));
        return Vec::new();
    }
    let mut drafts = Vec::new();
    for (name, value) in all {
        if let Some(inner) = table.sub_of(name.get_ref(), value, POSE, "write [pose.start]") {
            let mut read = draft(inner, name.get_ref());
            read.span = name.span();
            drafts.push(read);
        }
    }
    drafts.sort_by_key(|draft| draft.span.start);
    let by_name: BTreeMap<&str, &PoseDraft> = drafts.iter().map(|draft| (draft.name.as_str(), draft)).collect();
    let mut read = Vec::new();
    for draft in &drafts {
        if let Some(whole) = followed(draft, &by_name, table) {
            // A pinned limb between this pose and one without a pin needs its angles.
            let pose = Skeleton::new(plane, anchor, &whole.pose(plane)).pose;
            read.push(Read { name: Clean::name(&draft.name), pose, span: draft.span.clone() });
        }
    }
    read
}

/// A pose over all that it is like.
fn followed(draft: &PoseDraft, all: &BTreeMap<&str, &PoseDraft>, table: &Table<'_>) -> Option<PoseDraft> {
    let mut whole = draft.clone();
    let mut passed = vec![draft.name.clone()];
    while let Some(like) = whole.like.take() {
        let Some(base) = all.get(like.value.as_str()) else {
            let help = nearest(&like.value, all.keys().copied()).map(|near| format!("did you mean \"{near}\"?"));
            let message = format!("there is no pose `{}`", Clean::name(&like.value));
            table.notes.add(Diagnostic::error("pose", like.span, message).maybe_help(help));
            return None;
        };
        if passed.contains(&base.name) {
            let message = format!("`{}` is like itself in the end", Clean::name(&draft.name));
            table.notes.add(Diagnostic::error("cycle", like.span, message).help("take one `like` out"));
            return None;
        }
        passed.push(base.name.clone());
        let mut next = whole.over(base);
        next.like.clone_from(&base.like);
        whole = next;
    }
    Some(whole)
}
