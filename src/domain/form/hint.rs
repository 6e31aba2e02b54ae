//! What every field is for, in a sentence that stands beside it while it is written in.

use crate::domain::form::Key;

impl Key {
    /// What the field is for and how it is written, in a sentence.
    #[expect(clippy::too_many_lines, reason = "a sentence for each field, and nothing else")]
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Title => "What the runner reads, up to 80 letters.",
            Self::Summary => "What it is, in a sentence.",
            Self::Audience => "Whom the program is meant for.",
            Self::Author => "Who wrote it.",
            Self::Schedule => {
                "daily · weekdays · mon wed fri · every 2 days · 3 times a week · 2 to 3 times a week · as needed; more \
                 than once: daily, 2 times a day"
            }
            Self::Gap => "The least time between two sessions: 5h",
            Self::Equipment => "What is needed, a line each; Enter begins another line.",
            Self::NotFor => {
                "Who must not do it: confirmed once, before the first session. A line each; Enter begins another."
            }
            Self::StopIf => {
                "Warning signs: confirmed before the first session, one key away in every one. A line each."
            }
            Self::Expect => "What the runner may expect in the first weeks.",
            Self::PainAsk => "When pain is asked. ← → choose, Space ticks.",
            Self::PainLimit => "0 to 10: pain above it stops an exercise. 5 where nothing is written.",
            Self::PainWhere => "Where it hurts: Achilles tendon",
            Self::Id => "a to z, 0 to 9 and -: what the history knows it by. Made from the name where it is empty.",
            Self::Weeks => "Its least length in weeks; empty: open-ended, which only the last phase may be.",
            Self::Goal => "What the phase is for.",
            Self::Entry => "Statements that the runner confirms before it begins, a line each.",
            Self::AdvanceSessions => "The next phase is offered after so many completed sessions in a row.",
            Self::AdvancePain => "… whose pain stayed so low, 0 to 10.",
            Self::Replace => {
                "A line each, as the field exercise names them: heel-drop-straight = heel-lower-floor. Sets, reps, hold, \
                 time, load and side stay."
            }
            Self::SkipIf => "Only some need the phase: who confirms all of this may skip it. A line each.",
            Self::BackPain => "… whose pain was over this, 0 to 9.",
            Self::BackSessions => {
                "The phase before is offered after so many sessions in a row; 1 where only the pain is written."
            }
            Self::SameAs => "The title of a phase above: its exercises are those of this one too.",
            Self::Use => "Which exercise of the catalogue. Enter chooses another; empty: one of your own, with a name.",
            Self::Name => "What the runner reads; empty: as in the catalogue.",
            Self::Sets => "3, or a range that is climbed: 2 to 4",
            Self::Reps => "15, a range that is climbed: 8 to 15, or max for as many as possible",
            Self::Tempo => "The phases of one rep in their order: raise 1s, hold 1s, lower 3s; or own pace",
            Self::Hold => "How long it is held: 30s, 2 min, 30s to 45s. With reps every rep is held.",
            Self::Relax => "Between two held reps: 3s",
            Self::Time => "Keep doing it for so long: 60s, 5 min. Not together with reps or hold.",
            Self::Side => {
                "← → choose. Affected: the sore side, which the runner names. Each: right, left, right, left."
            }
            Self::Load => "body weight · 10 kg · red band; a range that is climbed: 0 kg to 20 kg",
            Self::Rest => "Between two sets: 60s",
            Self::RestAfter => "Before the next exercise: 60s. In a circuit: before its next station.",
            Self::ClimbEvery => "A step more is offered after so many completed sessions: 3",
            Self::ClimbStep => {
                "How far a step goes, in the unit of the range: 2 for reps, 10s for a hold, 5 kg for a load"
            }
            Self::ClimbPain => "… only where the pain of those sessions was at most this, 0 to 10.",
            Self::ClimbSooner => "… and no sooner than so long after the step before: 7d",
            Self::SoreSets => "Sets of the affected side, the sore one that the runner names; empty: as the other.",
            Self::SoreReps => "Reps of the affected side; empty: as the other.",
            Self::SoreHold => "How long the affected side holds; empty: as the other.",
            Self::SoreTime => "How long the affected side works; empty: as the other.",
            Self::SoreLoad => "What the affected side carries or pulls; empty: as the other.",
            Self::Circuit => "Neighbours with the same word are done in turn, a set each, as rounds: A",
            Self::Days => "Part of the session only on these days: mon thu; or 3 times a week. Empty: always.",
            Self::OnlyPain => "Left out today where the last pain was above this, 0 to 10, or is not known.",
            Self::Measure => "A result is asked after each set, in this unit, and charted: cm",
            Self::Optional => "May be left out. ← → choose.",
            Self::Note => "A remark that the runner reads.",
            Self::Steps => "How to do it, a line each; empty: as in the catalogue.",
        }
    }
}
