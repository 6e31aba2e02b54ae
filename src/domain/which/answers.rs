//! What runners say, and the programs for it (clinical facts 5.18; the reasons are those of each program's section).

use super::{Answer, Suggestion};

const fn offer(program: &'static str, why: &'static str) -> Suggestion {
    Suggestion { program, variant: None, why }
}

/// Every answer.
pub const ANSWERS: &[Answer] = &[
    Answer {
        id: "ankle-ache",
        says: "General ankle ache, no injury",
        offers: &[offer("ankle-strength-five", "For a mild, spread-out ankle ache or stiffness after runs.")],
    },
    Answer {
        id: "achilles",
        says: "Pain at the Achilles, 2 to 6 cm above the heel bone, for more than 3 months",
        offers: &[
            offer("achilles-combined", "The first choice: daily, where 180 drops a day are not realistic."),
            offer(
                "achilles-eccentric-12w",
                "Two sessions a day, 7 days a week, for people who can do 10 one-leg raises.",
            ),
            offer("achilles-heavy-slow", "With gym access, or when you are short of time: 3 sessions a week."),
            offer("achilles-heavy-slow-home", "The same at home, with a backpack and a step."),
        ],
    },
    Answer {
        id: "heel-bone",
        says: "Pain at the back of the heel bone",
        offers: &[Suggestion {
            program: "achilles-eccentric-12w",
            variant: Some("floor-level"),
            why: "In its floor-level form: never below floor height.",
        }],
    },
    Answer {
        id: "under-heel",
        says: "Pain under the heel, with the first steps",
        offers: &[
            offer("heel-pain-daily", "First: short sessions of stretch and release, three a day."),
            offer("plantar-high-load", "Then, beyond 4 weeks and able to stand on one leg: strength every second day."),
        ],
    },
    Answer {
        id: "shin",
        says: "Ache along the inner shin",
        offers: &[offer("shin-care", "For a spread-out inner-shin ache with running, not one spot.")],
    },
    Answer {
        id: "rolls-ankles",
        says: "My ankles roll",
        offers: &[offer(
            "steady-ankle",
            "For repeated ankle sprains or a \"gives way\" feeling, at least 3 weeks after the last sprain.",
        )],
    },
    Answer {
        id: "break",
        says: "Back from a break",
        offers: &[offer(
            "return-to-run",
            "For coming back after ankle, heel, Achilles or shin trouble or a break: walk and run in ten levels.",
        )],
    },
    Answer {
        id: "tight-hips",
        says: "Tight hips, and curious",
        offers: &[offer(
            "hip-release-realign",
            "A daily routine for hip flexors that feel tight: one author's method, low evidence.",
        )],
    },
    Answer {
        id: "nothing-hurts",
        says: "Nothing hurts",
        offers: &[
            offer("achilles-prevention", "Achilles prevention: slow lowering, glutes, calf stretch, mobility."),
            offer("runner-warm-up", "Before any run, 6 or 9 minutes."),
            offer("cool-down-stretch", "After a run or on rest days."),
            offer("glute-strength", "Glute strength, for all runners."),
            offer("foot-core", "For uninjured runners who want prevention in foot and arch."),
            offer(
                "depth-jump-prep",
                "Later: jump training for healthy, running runners; every stage has to be earned.",
            ),
        ],
    },
];
