//! The runner of the scenarios.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use soleus::domain::due::{due, words};
use soleus::domain::exercise::Affected;
use soleus::domain::plan::Plan;
use soleus::domain::progress::Seen;
use soleus::domain::standing::steps_back;
use soleus::domain::streak::Rules;
use soleus::domain::today::briefing;

use super::made::{ProgramShape, at, history};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    program: ProgramShape,
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    now: String,
    #[serde(default)]
    sessions: Vec<String>,
    #[serde(default)]
    choices: Vec<String>,
    /// The answer to the question before the session: -1 where it was asked and not given.
    before: Option<i8>,
    /// Whatever stands here must come out so; what does not is not looked at.
    expect: Expect,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Expect {
    phase: Option<usize>,
    session: Option<usize>,
    since: Option<String>,
    levels: Option<BTreeMap<String, u32>>,
    variant: Option<String>,
    /// `what: why` of each.
    offers: Option<Vec<String>>,
    /// `rule: sentence`; `none` where nothing is advised.
    advice: Option<String>,
    /// `name: sets x reps` of each exercise.
    doses: Option<Vec<String>>,
    /// What can be taken back without an offer: `level: words` of each.
    back: Option<Vec<String>>,
    /// The statements before the offers.
    entry: Option<Vec<String>>,
    due: Option<String>,
    /// Names of the exercises that are in.
    plan: Option<Vec<String>>,
    /// `name: why` of each.
    left_out: Option<Vec<String>>,
    stage: Option<String>,
    title: Option<String>,
    notices: Option<Vec<String>>,
    pain: Option<i8>,
}

/// What comes of a case, as far as it is looked at.
fn outcome(file: &File, case: &Case) -> Expect {
    let program = file.program.build();
    let history = history(&program, &case.sessions, &case.choices);
    let rules = Rules::default();
    let now = at(&case.now);
    let before = case.before.map(|pain| u8::try_from(pain).ok());
    let seen = Seen { history: &history, rules: &rules, now };
    let briefing = briefing(&program, &seen, Affected::Left, before);
    let standing = &briefing.occasion.standing;
    let plan = Plan::of(&program, &briefing.occasion);
    let left_out = plan.as_ref().map_or_else(|| Plan::left_out(&program, &briefing.occasion), |p| p.left_out.clone());
    let names = plan.iter().flat_map(|plan| &plan.items);
    let names = names.map(|item| format!("{} {}", item.exercise.name, optional(item.exercise.optional)));
    let on = briefing.occasion.on.as_ref().unwrap();
    let wanted = &case.expect;
    Expect {
        phase: wanted.phase.map(|_| standing.phase),
        session: wanted.session.map(|_| briefing.occasion.session),
        since: wanted
            .since
            .as_ref()
            .map(|_| standing.since.map_or_else(|| "none".to_owned(), |day| day.format("%m-%d").to_string())),
        levels: wanted.levels.as_ref().map(|_| standing.levels.iter().map(|(id, n)| (id.to_string(), *n)).collect()),
        variant: wanted
            .variant
            .as_ref()
            .map(|_| standing.variant.as_ref().map_or_else(|| "none".to_owned(), ToString::to_string)),
        offers: wanted
            .offers
            .as_ref()
            .map(|_| briefing.offers.iter().map(|offer| format!("{} ({})", offer.words, offer.why)).collect()),
        advice: wanted.advice.as_ref().map(|_| {
            let said = briefing.advice.as_ref().map(|advice| format!("{}: {}", advice.rule, advice.sentence()));
            said.unwrap_or_else(|| "none".to_owned())
        }),
        doses: wanted.doses.as_ref().map(|_| doses(plan.as_ref())),
        back: wanted.back.as_ref().map(|_| {
            let steps = steps_back(&program, &briefing.occasion);
            steps.iter().map(|step| format!("{}: {}", step.to, step.words)).collect()
        }),
        entry: wanted
            .entry
            .as_ref()
            .map(|_| briefing.offers.iter().flat_map(|offer| &offer.entry).map(ToString::to_string).collect()),
        due: wanted.due.as_ref().map(|_| words(&due(&program, &history, &rules, now))),
        plan: wanted.plan.as_ref().map(|_| names.map(|name| name.trim().to_owned()).collect()),
        left_out: wanted
            .left_out
            .as_ref()
            .map(|_| left_out.iter().map(|(name, why)| format!("{name}: {why}")).collect()),
        stage: wanted.stage.as_ref().map(|_| briefing.stage.clone().unwrap_or_default()),
        title: wanted.title.as_ref().map(|_| briefing.session.as_ref().map(ToString::to_string).unwrap_or_default()),
        notices: wanted.notices.as_ref().map(|_| briefing.notices.clone()),
        pain: wanted.pain.map(|_| on.pain.map_or(-1, |pain| i8::try_from(pain).unwrap())),
    }
}

fn doses(plan: Option<&Plan>) -> Vec<String> {
    let planned = plan.map(Plan::planned).unwrap_or_default();
    let dose = |entry: &soleus::domain::session::PlannedExercise| {
        format!("{}: {} x {}", entry.name, entry.sets, entry.target.reps.unwrap_or_default())
    };
    planned.iter().map(dose).collect()
}

fn optional(is: bool) -> &'static str {
    if is { "(optional)" } else { "" }
}

#[test]
fn standing_scenarios() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/standing");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    let mut cases = 0;
    for path in paths {
        let file: File = toml::from_str(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for case in &file.case {
            cases += 1;
            assert_ne!(case.expect, Expect::default(), "{}: nothing is expected", case.name);
            let got = outcome(&file, case);
            if got != case.expect {
                let name = path.file_name().unwrap().to_string_lossy();
                wrong.push(format!("{name}: {}\n  got {got:?}\n wanted {:?}", case.name, case.expect));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases >= 60, "only {cases} scenarios were found");
}
