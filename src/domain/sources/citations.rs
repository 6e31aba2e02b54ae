//! The citations that bundled programs and exercises name, each with its key in the clinical facts and its mark.

use super::{Citation, Mark};

const fn c(cite: &'static str, key: &'static str, mark: Mark) -> Citation {
    Citation { cite, key, mark }
}

/// Every citation, in the order of its words.
pub const CITATIONS: &[Citation] = &[
    c("A ten-level walk and run program of a sports podiatrist", "R28", Mark::Read),
    c("A tool maker's instructions", "R40", Mark::Read),
    c("Alfredson et al. 1998, Am J Sports Med 26:360-366", "R1", Mark::Read),
    c("American Academy of Orthopaedic Surgeons, foot and ankle conditioning program", "R23", Mark::SecondHand),
    c("American College of Sports Medicine, flexibility", "R22", Mark::SecondHand),
    c("An article on Achilles pain in runners (Dr J. Liaw)", "S:002", Mark::Article),
    c("An article on ankle pain after running (Hinge Health, 2024)", "S:000", Mark::Article),
    c("An article on ankles and hip flexors (2021)", "S:001", Mark::Article),
    c("An article on heel pain after running (Docus, 2024)", "S:003", Mark::Article),
    c("Baxter et al. 2021, Med Sci Sports Exerc 53:124-130", "R30", Mark::Read),
    c("Bennell 1998, Chisholm 2012", "R19", Mark::SecondHand),
    c("Beyer et al. 2015, Am J Sports Med 43:1704-1711", "R11", Mark::SecondHand),
    c("Caratun et al. 2018, Can Fam Physician 64:44-46", "R17", Mark::SecondHand),
    c("Common practice", "", Mark::Known),
    c("Depth-jump readiness and progression pages", "R29", Mark::SecondHand),
    c("DiGiovanni et al. 2003, J Bone Joint Surg Am 85:1270-1277, and its authors' release", "R16", Mark::SecondHand),
    c("FIX-Heel protocol, Trials 2020", "R15", Mark::Read),
    c("Foot and ankle home programs", "R23b", Mark::SecondHand),
    c("Foot-surgery handout (FootEducation)", "R44", Mark::SecondHand),
    c("Franettovich Smith et al. 2014, Med Sci Sports Exerc 46:594-599", "R35", Mark::Read),
    c("General knowledge", "", Mark::Known),
    c("Griffin et al. 2021, BMC Musculoskelet Disord 22, criteria-based arm", "R12", Mark::Read),
    c("Griffin et al. 2021, BMC Musculoskelet Disord 22, Table 1", "R8", Mark::Read),
    c("Heel-pain handouts", "R16b", Mark::SecondHand),
    c("Hop-to-stabilise studies, J Athl Train 53(7):662", "R26b", Mark::Read),
    c("Hupperets et al. 2009, BMJ 339:b2684", "R25", Mark::Read),
    c("Hébert-Losier et al. 2017, Physiotherapy 103:446-452", "R18", Mark::SecondHand),
    c("J Foot Ankle Res 2022 (s13047-022-00514-x)", "R26", Mark::Read),
    c("Jonsson et al. 2008, Br J Sports Med", "R5", Mark::Read),
    c("Moen et al. 2012", "R27", Mark::SecondHand),
    c("NHS, plantar fasciitis", "R36", Mark::Read),
    c("Nutrients 2019;11(1):76, Table A2", "R2", Mark::Read),
    c("Rathleff et al. 2015, Scand J Med Sci Sports 25:e292-300", "R14", Mark::SecondHand),
    c("Silbernagel et al. 2007, Am J Sports Med 35:897-906", "R9", Mark::Read),
    c("Sports-medicine handouts", "R47", Mark::SecondHand),
    c("Springer et al. 2007, J Geriatr Phys Ther 30:8-15", "R45b", Mark::Read),
    c("Stevens & Tan 2014, J Orthop Sports Phys Ther 44:59-67", "R6", Mark::Read),
    c("Stretch handouts", "R42", Mark::SecondHand),
    c("Stretching and running, a review of 2021", "R37", Mark::Read),
    c("Taddei et al. 2020, Am J Sports Med 48:3610-3619", "R24", Mark::Read),
    c("Technique pages on hinge, hip thrust and swing", "R43", Mark::SecondHand),
    c("This program's own choice", "", Mark::Choice),
];
