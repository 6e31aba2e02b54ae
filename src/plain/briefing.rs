//! What is said before a session: where the runner stands, what changed, what is worth knowing.

use crate::domain::advice::{Advice, Call};
use crate::domain::standing::Offer;
use crate::domain::today::Briefing;

/// The lines of a briefing, offers left out.
pub fn briefing(briefing: &Briefing) -> Vec<String> {
    let session = briefing.session.as_ref().map(|title| format!("session: {title}"));
    let mut lines: Vec<String> = briefing.stage.iter().cloned().chain(session).collect();
    if !briefing.changes.is_empty() {
        lines.push("changed since the last session:".to_owned());
        lines.extend(briefing.changes.iter().map(|change| format!("  - {change}")));
    }
    lines.extend(briefing.advice.iter().filter(|advice| advice.call != Call::GoOn).map(Advice::sentence));
    lines.extend(briefing.notices.iter().cloned());
    lines
}

/// `offered: heel drop: 10 reps instead of 8 (7 sessions in a row with pain of 3 or less)`.
pub fn offer(offer: &Offer) -> String {
    format!("offered: {} ({})", offer.words, offer.why)
}
