//! From the first start to the first rep in at most four screens and 60 seconds, for someone who reads quickly.
//!
//! Every word that has to be read is charged at 450 a minute: the welcome, the title and the sentence of the program,
//! the whole text before a first session, the set-up. Every key is charged a second, finding it and reading its line
//! included; so is every page.

use std::time::Duration;

use soleus::domain::program::Program;
use soleus::tui::model::{Model, Screen};
use soleus::tui::view;

use super::bundled::programs;
use super::script::{Script, phase};
use super::world::secs;

const MINUTE: u64 = 60_000;
const WORDS: u64 = 450;

/// A runner with a clock of their own.
struct Reader {
    script: Script,
    size: (u16, u16),
    spent: Duration,
}

impl Reader {
    fn new(program: Program, size: (u16, u16)) -> Self {
        let mut script = Script::new(vec![program], None);
        let _drawn = script.drawn(size.0, size.1);
        Self { script, size, spent: Duration::ZERO }
    }

    fn read(&mut self, words: &str) {
        let count = words.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
        self.spent += Duration::from_millis(MINUTE * u64::try_from(count).unwrap() / WORDS);
    }

    fn press(&mut self, key: &str) {
        self.spent += secs(1);
        self.script.keys(key);
        let _drawn = self.script.drawn(self.size.0, self.size.1);
    }

    /// What stands between the title and the confirmations, page after page; each line once.
    fn read_pages(&mut self) {
        let mut seen = 0;
        loop {
            let picture = self.script.picture(self.size.0, self.size.1);
            let body = self.body(&picture);
            let scroll = usize::from(scrolled(&self.script.model));
            let fresh: Vec<&str> = body.iter().skip(seen - scroll).map(String::as_str).collect();
            let read: Vec<&str> = fresh.iter().take_while(|line| !line.contains("[ ]")).copied().collect();
            self.read(&read.join(" "));
            seen = scroll + body.len();
            if !picture.contains("↓ more") {
                return;
            }
            self.press("space");
        }
    }

    fn body(&self, picture: &str) -> Vec<String> {
        let lines: Vec<&str> = picture.lines().collect();
        let first = if self.size.1 > 15 { 2 } else { 1 };
        let text = lines[first..lines.len() - 1].iter().take_while(|line| !line.contains("↓ more"));
        text.map(|line| line.trim().trim_end_matches('↑').to_owned()).collect()
    }
}

fn scrolled(model: &Model) -> u16 {
    match &model.screen {
        Screen::Before(before) => before.scroll.min(view::scroll_end(model).0),
        _ => 0,
    }
}

fn to_the_first_rep(program: Program, size: (u16, u16)) -> (Duration, Vec<&'static str>) {
    let asks_side = program.asks_side();
    let (title, summary) = (program.title.to_string(), program.summary.clone());
    let mut reader = Reader::new(program, size);
    let welcome = reader.script.picture(size.0, size.1);
    let welcome: Vec<&str> = welcome.lines().skip(1).take_while(|line| !line.contains('▸')).collect();
    assert!(welcome.join(" ").contains("hoose"), "{welcome:?}");
    reader.read(&welcome.join(" "));
    reader.read(&title);
    reader.press("enter");
    reader.read(&summary.map(|words| words.to_string()).unwrap_or_default());
    reader.press("enter");
    reader.read_pages();
    for key in ["n", "w", "m"] {
        reader.press(key);
    }
    if asks_side {
        reader.press("l");
    }
    reader.press("enter");
    assert_eq!(phase(&reader.script.model), "get ready", "{}", reader.script.picture(size.0, size.1));
    let Screen::Play(play) = &reader.script.model.screen else { panic!("not playing") };
    let setup = play.player.snapshot(reader.script.model.now).unwrap().exercise.setup.clone().unwrap();
    reader.read(&setup);
    reader.press("enter");
    let works = phase(&reader.script.model) != "get ready";
    assert!(works, "the first rep has begun");
    (reader.spent, reader.script.screens.clone())
}

/// Seconds at 80x24, a minute for each, and at 40x12, where small pages cost keys. A reader of 400 words a minute needs
/// 60, 61 and 67 s at 80x24. The limits keep all from growing.
const LIMITS: &[(&str, [u64; 2])] =
    &[("ankle-strength-five", [60, 60]), ("achilles-eccentric-12w", [60, 61]), ("hip-release-realign", [60, 65])];

#[test]
fn from_home_to_the_first_rep_of_each_bundled_program_in_about_a_minute() {
    let mut slow = Vec::new();
    for (id, limits) in LIMITS {
        let program = programs().into_iter().find(|program| program.id.as_str() == *id).unwrap();
        for (size, limit) in [(80, 24), (40, 12)].into_iter().zip(limits) {
            let (spent, screens) = to_the_first_rep(program.clone(), size);
            assert_eq!(screens, ["home", "preview", "before", "play"]);
            if spent > secs(*limit) {
                slow.push(format!("{id} at {size:?}: {spent:?}, and it must be {limit} s"));
            }
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

#[test]
fn a_small_window_needs_few_pages() {
    for program in programs() {
        let mut script = Script::new(vec![program.clone()], None);
        let _drawn = script.drawn(40, 12);
        script.keys("enter enter");
        let mut pages = 1;
        while script.picture(40, 12).contains("↓ more") {
            script.keys("space");
            pages += 1;
        }
        assert!(pages <= 10, "{}: {pages} pages", program.title);
    }
}
