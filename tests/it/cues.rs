//! What is heard of a session: `tests/scenarios/cues/*.toml`, each a small plan, a script and every cue of it, with
//! tones and voice (`both`), with tones alone and with the voice alone.
//!
//! A script is one of the player's scenarios: `to`, `sleep` and commands. A cue is its moment, its tone, and its text
//! in quotes with `!` before it where it cuts off what is being said; `cut` stands alone where running speech is cut
//! off and nothing is said. `SOLEUS_UPDATE_CUES=1` writes the lists anew: read what has changed before it is kept.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;
use soleus::domain::cue::{Caller, Cue, Hearing, Weight, speaking_time};
use soleus::domain::player::{Player, What};
use soleus::domain::time::Moment;
use soleus::domain::timeline::StepKind;
use soleus::io::words::lexicon;

use crate::scenarios::{Given, command, plan_in};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    why: String,
    #[serde(default = "english")]
    language: String,
    #[serde(default)]
    affected: Option<String>,
    #[serde(default)]
    limit: Option<u8>,
    exercise: Vec<Given>,
    script: String,
    #[serde(default)]
    both: String,
    #[serde(default)]
    tones: String,
    #[serde(default)]
    voice: String,
}

fn english() -> String {
    "en".to_owned()
}

/// What was heard, and when work began.
struct Heard {
    cues: Vec<Cue>,
    /// Moments at which running speech was cut off.
    cuts: Vec<Duration>,
    starts: Vec<Duration>,
}

/// A session whose clock stops at everything that is due, and at least every 0.1 s.
struct Stage {
    player: Player,
    caller: Caller,
    now: Moment,
    heard: Heard,
}

impl Stage {
    fn take(&mut self, cues: Vec<Cue>) {
        if self.caller.breaks() {
            self.heard.cuts.push(self.now.awake);
        }
        self.heard.cues.extend(cues);
    }

    fn advance(&mut self, now: Moment) {
        let between = self.caller.advance(&self.player, now);
        self.now = now;
        self.take(between);
        let events = self.player.advance(now);
        self.hear(&events);
    }

    fn hear(&mut self, events: &[soleus::domain::player::Event]) {
        let works = events.iter().filter(|e| matches!(e.what, What::Step { kind: StepKind::Work, .. }));
        self.heard.starts.extend(works.map(|event| event.due.awake));
        let cues = self.caller.hear(&self.player, events, self.now);
        self.take(cues);
    }

    fn to(&mut self, target: Duration) {
        while self.now.awake < target {
            let next = [self.player.deadline(), self.caller.deadline(&self.player)].into_iter().flatten().min();
            let tick = self.now.awake + Duration::from_millis(100);
            let soonest = self.now.awake + Duration::from_millis(1);
            let awake = next.unwrap_or(tick).clamp(soonest, tick).min(target);
            let slept = self.now.elapsed.saturating_sub(self.now.awake);
            self.advance(Moment { awake, elapsed: awake + slept });
        }
    }
}

fn seconds(text: &str) -> Duration {
    Duration::from_secs_f64(text.parse().unwrap())
}

fn play(scenario: &Scenario) -> Heard {
    let plan = plan_in(&scenario.language, &scenario.exercise, scenario.affected.as_deref(), scenario.limit);
    let caller = Caller::new(lexicon().of(&plan.language));
    let now = Moment::default();
    let (player, begun) = Player::start(plan, now);
    let heard = Heard { cues: Vec::new(), cuts: Vec::new(), starts: Vec::new() };
    let mut stage = Stage { player, caller, now, heard };
    stage.hear(&begun);
    for line in scenario.script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.split_once(' ').unwrap_or((line, "")) {
            ("to", at) => stage.to(seconds(at)),
            ("sleep", by) => {
                let now = Moment { elapsed: stage.now.elapsed + seconds(by), ..stage.now };
                stage.advance(now);
            }
            _ => {
                let between = stage.caller.advance(&stage.player, stage.now);
                stage.take(between);
                let events = stage.player.command(command(line, stage.player.plan()), stage.now);
                stage.hear(&events);
            }
        }
    }
    stage.heard
}

fn list(heard: &Heard, hearing: Hearing) -> String {
    let mut lines: Vec<(Duration, String)> = Vec::new();
    for cue in heard.cues.iter().cloned().filter_map(|cue| cue.heard(hearing)) {
        let mut line = format!("{:.1}", cue.due.awake.as_secs_f64());
        if let Some(tone) = cue.tone {
            write!(line, " {}", tone.word()).unwrap();
        }
        if let Some(says) = &cue.says {
            write!(line, " {}\"{}\"", if says.cuts { "!" } else { "" }, says.text).unwrap();
        }
        lines.push((cue.due.awake, line));
    }
    if hearing.voice() {
        for at in &heard.cuts {
            let said = heard.cues.iter().any(|cue| cue.due.awake == *at && cue.says.as_ref().is_some_and(|s| s.cuts));
            if !said {
                lines.push((*at, format!("{:.1} cut", at.as_secs_f64())));
            }
        }
    }
    lines.sort_by_key(|(due, _)| *due);
    lines.into_iter().map(|(_, line)| line + "\n").collect()
}

/// Whether the lists are written anew: never in CI.
pub(crate) fn is_written_anew() -> bool {
    #[expect(clippy::disallowed_methods, reason = "the test's own switch, not the program's")]
    let asked = std::env::var_os("SOLEUS_UPDATE_CUES").is_some() && std::env::var_os("CI").is_none();
    asked
}

fn paths() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/cues");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn scenarios() -> Vec<(PathBuf, String, Scenario)> {
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let scenario = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path, text, scenario)
    };
    paths().into_iter().map(read).collect()
}

#[test]
fn every_scenario_is_heard_as_it_is_written() {
    let scenarios = scenarios();
    assert!(scenarios.len() >= 12, "only {} scenarios were found", scenarios.len());
    let update = is_written_anew();
    let mut failed = Vec::new();
    for (path, text, scenario) in &scenarios {
        let heard = play(scenario);
        let modes = [
            ("both", Hearing::Both, &scenario.both),
            ("tones", Hearing::Tones, &scenario.tones),
            ("voice", Hearing::Voice, &scenario.voice),
        ];
        if update {
            let written = text.split("both = '''").next().unwrap().trim_end();
            let lists = modes.map(|(name, hearing, _)| format!("{name} = '''\n{}'''\n", list(&heard, hearing)));
            #[expect(clippy::disallowed_methods, reason = "a list of a test, not a user's data")]
            std::fs::write(path, format!("{written}\n{}", lists.concat())).unwrap();
            continue;
        }
        for (name, hearing, expected) in modes {
            let got = list(&heard, hearing);
            if got.trim() != expected.trim() {
                let name = format!("{} {name}", path.file_stem().unwrap().display());
                failed.push(format!("--- {name}: {}\nexpected:\n{expected}\ngot:\n{got}", scenario.why));
            }
        }
        assert_eq!(list(&heard, Hearing::Quiet), "");
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// In every scenario: the order is that of time, no two cues share a moment of one answer, no text is longer than is
/// spoken, a count never cuts a word, and the tone of a set's start is at its moment.
#[test]
fn what_always_holds_of_what_is_heard() {
    for (path, _, scenario) in scenarios() {
        let heard = play(&scenario);
        let name = path.display();
        assert!(heard.cues.is_sorted_by_key(|cue| cue.due.awake), "{name}");
        let mut words_until = Duration::ZERO;
        for cue in &heard.cues {
            let Some(says) = &cue.says else { continue };
            assert!(says.text.chars().count() <= 300, "{name}: {}", says.text);
            if says.weight < Weight::Word {
                assert!(
                    cue.due.awake >= words_until || says.cuts,
                    "{name}: over a word at {:?}: {}",
                    cue.due,
                    says.text
                );
            } else {
                words_until = cue.due.awake + speaking_time(&says.text);
            }
        }
    }
}

/// Nothing weighty is said over a start: neither a name nor a set-up.
#[test]
fn no_word_is_said_over_the_start_of_a_set() {
    let mut starts = 0;
    for (path, _, scenario) in scenarios() {
        let heard = play(&scenario);
        for start in &heard.starts {
            let before = heard.cues.iter().filter(|cue| cue.due.awake < *start);
            let mut words = before.filter_map(|cue| cue.says.as_ref().map(|says| (cue.due.awake, says)));
            let last = words.rfind(|(_, says)| says.weight == Weight::Word);
            let Some((due, says)) = last else { continue };
            starts += 1;
            let cut = heard.cuts.iter().any(|at| at > &due && at <= start);
            assert!(cut || due + speaking_time(&says.text) <= *start, "{}: {} at {start:?}", path.display(), says.text);
        }
    }
    assert!(starts > 20, "{starts}");
}

/// A look that comes late crosses the start of a set at once: what did not fit before it waits, and nobody hangs.
#[test]
fn a_late_look_crosses_a_start() {
    let scenario: Scenario = toml::from_str(
        "why = ''\nscript = ''\nexercise = [{ id = 'sit', name = 'Wall sit', hold = 60, get_ready = 1, \
         setup = 'Back against the wall, feet a step away from it, the knees over the heels.' }]",
    )
    .unwrap();
    let plan = plan_in("en", &scenario.exercise, None, None);
    let mut caller = Caller::new(lexicon().of("en")).at_speed(20.0);
    let (player, begun) = Player::start(plan, Moment::default());
    let mut player = player.at_speed(20.0);
    let mut heard = caller.hear(&player, &begun, Moment::default());
    for now in [Duration::from_millis(100), Duration::from_secs(6), Duration::from_secs(12)].map(Moment::awake) {
        heard.extend(caller.advance(&player, now));
        let events = player.advance(now);
        heard.extend(caller.hear(&player, &events, now));
    }
    let said: Vec<String> = heard.iter().filter_map(|cue| Some(cue.says.as_ref()?.text.to_string())).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(heard.iter().any(|cue| cue.tone == Some(soleus::domain::cue::Tone::Start)));
    assert!(said[2].starts_with("Back against the wall"), "{said:?}");
}
