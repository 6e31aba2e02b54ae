//! The warning signs, the most urgent first (clinical facts 3.1; the last one is the line below the table).

use super::{Sign, Tier};

const NOW: &str = "Call your emergency number now.";
const STOP: &str = "Do not exercise. Get seen today (emergency or urgent care).";
const SAME_DAY: &str = "Same-day medical help. Do not massage or roll it.";
const NO_RUNNING: &str = "No running or jumping until seen.";

const fn sign(tier: Tier, sign: &'static str, action: &'static str) -> Sign {
    Sign { tier, sign, action }
}

/// Every sign that leads to a doctor.
pub const SIGNS: &[Sign] = &[
    sign(Tier::Emergency, "Chest pain, sudden breathlessness, coughing blood", NOW),
    sign(
        Tier::Emergency,
        "Sudden pop, snap, or feeling of a kick in the calf or heel; cannot push off or rise on toes",
        STOP,
    ),
    sign(Tier::Emergency, "Cannot take four steps after an injury; foot or ankle misshapen; bone through skin", STOP),
    sign(Tier::Emergency, "Foot numb, cold, pale or blue after injury; cannot move it", STOP),
    sign(Tier::Today, "One calf swollen, throbbing, warm, red or darker, sore veins; worse standing", SAME_DAY),
    sign(Tier::Today, "Hot, red, swollen joint or heel, with fever or feeling shivery", SAME_DAY),
    sign(Tier::Today, "Sudden tear in the arch, bruising", SAME_DAY),
    sign(
        Tier::Soon,
        "Bone pain in one spot, worse each run, pain at night or at rest, hurts when the heel is squeezed or on one hop",
        NO_RUNNING,
    ),
    sign(Tier::Soon, "Night pain that wakes you, unexplained weight loss, history of cancer", NO_RUNNING),
    sign(Tier::Soon, "Tingling, loss of feeling, weakness, foot drop", NO_RUNNING),
    sign(Tier::Soon, "Diabetes with foot pain or poor feeling in the feet", "Ask a clinician before starting."),
    sign(
        Tier::Soon,
        "Heel pain severe, stopping normal life, worsening, or no better after 2 weeks of self-care",
        "See a GP or a physical therapist.",
    ),
    sign(
        Tier::Soon,
        "Both Achilles sore, several sore joints, morning stiffness over 30 to 45 min, rash or bowel or eye trouble",
        "See a GP.",
    ),
    sign(
        Tier::Soon,
        "Recent fluoroquinolone antibiotic, or steroid tablets or injection near the tendon",
        "No loaded or jump work until a clinician agrees.",
    ),
    sign(
        Tier::Soon,
        "A child, pregnancy, the weeks after surgery, or blood-thinning medicine",
        "Ask a clinician before any program.",
    ),
];
