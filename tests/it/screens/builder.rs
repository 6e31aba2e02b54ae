//! A program is written by keys: from nothing, changed, with mistakes, saved; and a file is looked at meanwhile.

use soleus::domain::exercise::Exercise;
use soleus::domain::form::{Form, Key as FormKey, Place, advise};
use soleus::domain::text::{Clean, Id};
use soleus::io::library::{Library, PROGRAMS};
use soleus::io::program_file::read;
use soleus::io::program_text::{FROM_NOTHING, form, spots, write};
use soleus::tui::effect::builder::{Ask, Opened, Saved, Told, Tried};
use soleus::tui::effect::{Answer, Effect, live};
use soleus::tui::key::KeyPress;
use soleus::tui::model::builder::Pane;
use soleus::tui::model::{Builder, Live, Screen};
use soleus::tui::update::{answer, press};

use super::script::{Script, flat};
use super::world;

/// A script with somebody who answers it: the reader and the writer of program files, without a disk.
pub(crate) struct Bench {
    pub(crate) script: Script,
    library: &'static Library,
    base: String,
    /// What was written, each time.
    pub(crate) written: Vec<String>,
    /// Another program changed the file meanwhile.
    meddled: bool,
    heard: usize,
}

/// The bundled library, read once.
fn library() -> &'static Library {
    static LIBRARY: std::sync::OnceLock<Library> = std::sync::OnceLock::new();
    LIBRARY.get_or_init(Library::bundled)
}

impl Bench {
    pub(crate) fn new() -> Self {
        let script = Script::new(vec![world::drops()], None);
        Self { script, library: library(), base: String::new(), written: Vec::new(), meddled: false, heard: 0 }
    }

    /// The builder with a bundled program as a file of one's own.
    pub(crate) fn with(program: &str) -> Self {
        let mut bench = Self::new();
        let (_, text) = PROGRAMS.iter().find(|(name, _)| name.starts_with(program)).unwrap();
        (*text).clone_into(&mut bench.base);
        bench.open(false);
        bench
    }

    pub(crate) fn builder(&self) -> &Builder {
        let Screen::Builder(builder) = &self.script.model.screen else { panic!("not in the builder") };
        builder
    }

    /// Keys by their names, as in a script, each answered.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            match key {
                "left" | "right" | "delete" | "home" | "end" | "ctrl-s" | "ctrl-u" | "ctrl-r" | "f1" => {
                    self.special(key);
                }
                _ => {
                    self.script.key(key);
                }
            }
            self.answer();
            self.script.wait(400);
        }
        self
    }

    fn special(&mut self, key: &str) {
        use soleus::tui::key::Key;
        let key = match key {
            "left" => Key::Left.into(),
            "right" => Key::Right.into(),
            "delete" => Key::Delete.into(),
            "home" => Key::Home.into(),
            "end" => Key::End.into(),
            "f1" => Key::F(1).into(),
            other => KeyPress::ctrl(Key::Char(other.chars().last().unwrap())),
        };
        self.send(key);
    }

    fn send(&mut self, key: KeyPress) {
        let effects = press(&mut self.script.model, key, self.script.now);
        self.script.effects.extend(effects);
    }

    /// Letters, blanks and all.
    pub(crate) fn write(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.send(KeyPress::char(letter));
            self.answer();
        }
        self
    }

    fn answer(&mut self) {
        let new: Vec<Effect> = self.script.effects[self.heard..].to_vec();
        self.heard = self.script.effects.len();
        for effect in new {
            match effect {
                Effect::Builder(Ask::New) => {
                    FROM_NOTHING.clone_into(&mut self.base);
                    self.open(true);
                }
                Effect::Builder(Ask::Open(_) | Ask::Reload) => self.open(false),
                Effect::Builder(Ask::Try(form)) => {
                    let tried = self.tried(&form);
                    self.tell(Told::Tried(Box::new(tried)));
                }
                Effect::Builder(Ask::Save { over: false, .. }) if self.meddled => self.tell(Told::Changed),
                Effect::Builder(Ask::Save { form, .. }) => self.save(&form),
                _ => {}
            }
        }
    }

    fn tell(&mut self, told: Told) {
        let _none = answer(&mut self.script.model, Answer::Builder(told), self.script.now);
    }

    fn open(&mut self, is_new: bool) {
        let first = form(&self.base).unwrap();
        let meant = self.tried(&first);
        let base = self.base.clone();
        let catalogue = self.shelf();
        self.tell(Told::Opened(Box::new(Opened {
            form: first,
            base,
            is_mended: false,
            is_new,
            is_copy: false,
            shelf: catalogue,
            tried: meant,
        })));
    }

    fn tried(&self, form: &Form) -> Tried {
        let text = write(form, &self.base).unwrap();
        let reading = read(text.as_bytes(), "mine.toml", self.library.catalogue());
        let spots = spots(&text);
        let problems = reading.problems.iter().map(|found| {
            let mut problem = found.plain(&reading.source);
            problem.spot = Some(spots.of(&found.span));
            advise(&mut problem);
            problem
        });
        let problems = problems.collect();
        Tried { problems, program: reading.program, text, is_whole: true, file: Clean::text("mine.toml") }
    }

    fn save(&mut self, form: &Form) {
        let text = write(form, &self.base).unwrap();
        let kept = (!self.written.is_empty()).then(|| Clean::text("mine.toml.1"));
        self.base.clone_from(&text);
        self.written.push(text.clone());
        let path = Clean::text("/home/runner/.config/soleus/programs/mine.toml");
        let form = soleus::io::program_text::form(&text).unwrap();
        self.tell(Told::Saved(Box::new(Saved {
            form,
            text,
            path,
            name: Clean::text("mine.toml"),
            kept,
            listed: true,
        })));
    }

    fn shelf(&self) -> Vec<Exercise> {
        let one = |id: &Id| {
            let text = format!("title = \"x\"\n[[exercise]]\nuse = \"{id}\"\n");
            read(text.as_bytes(), "x.toml", self.library.catalogue()).program?.exercises().next().cloned()
        };
        let few = ["calf-raise", "calf-raise-step", "heel-drop-straight", "single-leg-balance", "soleus-stretch"];
        few.iter().filter_map(|id| one(&Id::new(id).unwrap())).collect()
    }

    pub(crate) fn text(&mut self, size: (u16, u16)) -> String {
        flat(&self.script.picture(size.0, size.1))
    }
}

/// One script on each screen of the builder and of the preview of a file.
pub(crate) fn everywhere() -> Vec<(&'static str, Script)> {
    let scripted = |mut bench: Bench, keys: &str| {
        bench.keys(keys);
        bench.script
    };
    let mut mistake = Bench::with("achilles-eccentric");
    mistake.keys("down down down down down enter down down").write("x10");
    let mut fresh = Bench::new();
    fresh.keys("n").write("Ankles").keys("esc a").write("calf");
    let mut review = Bench::with("ankle-strength");
    review.keys("enter").write(", at home").keys("esc down d s");
    let mut saved = Bench::new();
    saved.keys("n").write("Ankles").keys("esc a").write("calf").keys("enter ctrl-s enter");
    let mut leave = Bench::with("ankle-strength");
    leave.keys("enter").write("!").keys("esc esc");
    let mut changed = Bench::with("ankle-strength");
    changed.meddled = true;
    changed.keys("enter").write("!").keys("esc s enter");
    vec![
        ("builder", scripted(Bench::with("achilles-eccentric"), "down down down down")),
        ("builder-variant", scripted(Bench::with("achilles-eccentric"), "down enter tab")),
        ("builder-program", scripted(Bench::with("ankle-strength"), "enter down down")),
        (
            "builder-choice",
            scripted(Bench::with("ankle-strength"), "down down enter tab tab tab tab tab tab tab right"),
        ),
        ("builder-mistake", mistake.script),
        ("builder-shelf", fresh.script),
        ("builder-review", review.script),
        ("builder-saved", saved.script),
        ("builder-leave", leave.script),
        ("builder-changed", changed.script),
        ("live", watching(true, None)),
        ("live-faulty", watching(true, Some("use = \"calf-raise\"\nsets = \"3x10\"\ntempoo = \"raise 1s\""))),
        ("live-gone", watching(false, None)),
    ]
}

/// The preview of a file that was good, and then perhaps was not.
fn watching(there: bool, then: Option<&str>) -> Script {
    let library = library();
    let mut script = Script::new(Vec::new(), None);
    script.model.screen = Screen::Live(Box::new(Live::new(Clean::text("ankles.toml"))));
    let head = "title = \"Ankles\"\nsummary = \"Two exercises.\"\nstop_if = [\"A snap in the calf\"]\n";
    let good =
        "[[exercise]]\nuse = \"calf-raise\"\n[[exercise]]\nuse = \"single-leg-balance\"\nnote = \"Near a wall\"\n";
    let good = format!("{head}{good}");
    let bad = then.map(|work| format!("{head}[[exercise]]\n{work}\n"));
    for text in std::iter::once(good).chain(bad) {
        let reading = read(text.as_bytes(), "ankles.toml", library.catalogue());
        let problems = reading.problems.iter().map(|found| found.plain(&reading.source)).collect();
        let told = live::Told::Read { program: reading.program.map(Box::new), problems, at: "07:12:30".to_owned() };
        let _none = answer(&mut script.model, Answer::Live(told), script.now);
    }
    if !there {
        let told = live::Told::Gone("there is no such file".to_owned());
        let _none = answer(&mut script.model, Answer::Live(told), script.now);
    }
    script
}

#[test]
fn a_program_is_made_from_nothing_by_keys() {
    let mut bench = Bench::new();
    bench.keys("n").write("Ankles, ten minutes");
    assert!(bench.text((80, 24)).contains("What the runner reads"), "the field says what it takes");
    bench.keys("esc a").write("soleus str").keys("enter").write("3").keys("esc");
    bench.keys("a").write("balance").keys("enter").write("2").keys("esc");
    assert_eq!(bench.builder().form.text(Place::Exercise(0, 0, 0), FormKey::Use), "soleus-stretch");
    bench.keys("k s");
    let picture = bench.text((80, 24));
    assert!(
        picture.contains("A new file, mine.toml") && picture.contains("+ title = \"Ankles, ten minutes\""),
        "{picture}"
    );
    assert!(bench.written.is_empty(), "nothing is written before it was read and confirmed");
    bench.keys("enter");
    let wanted = "\ntitle = \"Ankles, ten minutes\"\n\n[[exercise]]\nuse = \"single-leg-balance\"\nsets = 2\n\n[[exercise]]\nuse = \"soleus-stretch\"\nsets = 3\n";
    assert!(bench.written[0].ends_with(wanted), "{}", bench.written[0]);
    let picture = bench.text((80, 24));
    assert!(picture.contains("programs/mine.toml") && picture.contains("soleus add mine.toml"), "{picture}");
    bench.keys("enter esc");
    assert_eq!(bench.script.screen(), "home", "all is saved: nothing is asked");
}

#[test]
fn a_mistake_is_said_at_its_field_while_it_is_typed() {
    let mut bench = Bench::with("achilles-eccentric");
    let first = bench.builder().form.places().into_iter().find(|place| matches!(place, Place::Exercise(..))).unwrap();
    while bench.builder().place != first {
        bench.keys("down");
    }
    let before = bench.builder().form.text(first, FormKey::Sets).to_owned();
    bench.keys("enter down down").write("x10");
    let picture = bench.script.picture(80, 24);
    assert!(picture.contains("! sets") && picture.contains("is sets and reps in one"), "{picture}");
    assert!(picture.contains("1 error"), "{picture}");
    bench.keys("ctrl-u");
    assert_eq!(bench.builder().form.text(first, FormKey::Sets), before, "typing in one field is one change");
    assert!(!bench.builder().is_changed());
}

#[test]
fn words_are_chosen_and_ticked() {
    let mut bench = Bench::with("ankle-strength");
    let first = bench.builder().form.places().into_iter().find(|place| matches!(place, Place::Exercise(..))).unwrap();
    while bench.builder().place != first {
        bench.keys("down");
    }
    bench.keys("enter tab tab tab tab tab tab tab");
    let side = |bench: &Bench| bench.builder().form.text(first, FormKey::Side).to_owned();
    let before = side(&bench);
    bench.keys("right");
    assert_ne!(side(&bench), before);
    bench.keys("left");
    assert_eq!(side(&bench), before);
    bench.keys("esc pgup enter");
    for _ in 0..8 {
        bench.keys("tab");
    }
    assert_eq!(bench.builder().key(), FormKey::PainAsk);
    bench.keys("backspace space right right space");
    assert_eq!(bench.builder().form.head.get(FormKey::PainAsk), "before\nnext-morning");
    bench.keys("left left space");
    assert_eq!(bench.builder().form.head.get(FormKey::PainAsk), "next-morning");
}

#[test]
fn lists_have_lines() {
    let mut bench = Bench::new();
    bench.keys("n").write("T").keys("tab tab tab tab tab tab");
    assert_eq!(bench.builder().key(), FormKey::StopIf);
    bench.write("one").keys("enter").write("three").keys("up end").write("!").keys("enter").write("two");
    assert_eq!(bench.builder().form.head.get(FormKey::StopIf), "one!\ntwo\nthree");
    bench.keys("enter enter");
    assert_eq!(bench.builder().key(), FormKey::Expect, "Enter on an empty line goes on");
}

#[test]
fn what_is_not_saved_is_asked_about() {
    let mut bench = Bench::with("ankle-strength");
    bench.keys("enter").write("!").keys("esc esc");
    assert!(matches!(bench.builder().pane, Pane::Leave(_)));
    bench.keys("esc q d");
    assert_eq!(bench.script.screen(), "home");
    assert!(bench.written.is_empty());
    let mut bench = Bench::with("ankle-strength");
    bench.keys("enter").write("!").keys("esc ctrl-c");
    assert!(matches!(bench.builder().pane, Pane::Leave(_)), "Ctrl-C asks, too");
    bench.keys("s enter");
    assert_eq!(bench.written.len(), 1);
}

#[test]
fn a_file_that_another_changed_is_asked_about() {
    let mut bench = Bench::with("ankle-strength");
    bench.meddled = true;
    bench.keys("enter").write("!").keys("esc s enter");
    assert!(bench.written.is_empty() && bench.text((80, 24)).contains("was changed by another program"));
    bench.keys("o");
    assert_eq!(bench.written.len(), 1);
    let mut bench = Bench::with("ankle-strength");
    bench.meddled = true;
    bench.keys("enter").write("!").keys("esc s enter r");
    assert!(bench.written.is_empty() && !bench.builder().is_changed(), "the file was read again");
}

#[test]
fn every_program_can_be_walked_through_at_every_size() {
    for (name, _) in PROGRAMS {
        let mut bench = Bench::with(name);
        let places = bench.builder().form.places();
        assert!(bench.builder().good.is_some(), "{name}");
        // What a row looks like does not depend on which it is: the first ones of each program are enough.
        for place in places.into_iter().take(12) {
            assert_eq!(bench.builder().place, place, "{name}");
            for size in [(40, 12), (80, 24), (120, 40), (5, 3)] {
                let _drawn = bench.script.drawn(size.0, size.1);
            }
            bench.keys("enter tab");
            let _drawn = bench.script.drawn(40, 12);
            bench.keys("esc down");
        }
        assert!(!bench.builder().is_changed(), "{name}");
    }
}

#[test]
fn an_exercise_of_a_file_is_rehearsed_and_nothing_is_written_down() {
    let mut script = watching(true, None);
    script.key("down");
    let right = press(&mut script.model, soleus::tui::key::Key::Right.into(), script.now);
    script.effects.extend(right);
    script.key("enter");
    assert_eq!((script.screen(), script.model.speed), ("play", 2));
    assert!(script.picture(80, 24).contains("rehearsal"));
    script.until(|model| matches!(model.screen, Screen::Live(_)));
    let kept = script.effects.iter().any(|effect| {
        matches!(effect, Effect::Log { .. } | Effect::Begin { .. } | Effect::Finish { .. } | Effect::Enrol { .. })
    });
    assert!(!kept, "{:?}", script.effects);
    let slow = Effect::Live(live::Ask::Speed(1));
    assert_eq!((script.model.speed, script.effects.last()), (1, Some(&slow)), "the clock runs as on the wall again");
    script.key("enter").wait(3000);
    script.key("q");
    assert_eq!(script.screen(), "live", "it ends at once: nothing is lost");
    script.key("q");
    assert!(script.effects.contains(&Effect::Quit));
}

#[test]
fn the_last_good_state_stays_beside_what_is_wrong() {
    let mut script = watching(true, Some("use = \"calf-raise\"\nsets = \"3x10\""));
    let picture = script.picture(80, 24);
    assert!(picture.contains("Two-leg calf raise") && picture.contains("the last good state is shown"), "{picture}");
    assert!(picture.contains("sets = \"3x10\"") && picture.contains("^^^^"), "{picture}");
    script.key("e");
    assert!(!script.picture(80, 24).contains("Two-leg calf raise"));
    script.key("esc");
    assert!(script.picture(80, 24).contains("Two-leg calf raise"));
}
