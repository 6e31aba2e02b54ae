//! The loop with a small app on a scripted stage.

use ratatui::widgets::Paragraph;

use super::*;
use crate::tui::key::Key;
use crate::tui::script::Script;

/// Shows what it heard and whole seconds.
#[derive(Default)]
struct Dummy {
    heard: String,
    seconds: u64,
    changed: bool,
    done: bool,
    suspend: bool,
    ticks: usize,
}

impl App for Dummy {
    type Answer = &'static str;

    fn input(&mut self, input: Input, _: Moment) {
        self.changed = true;
        match input {
            Input::Key(key) if key == KeyPress::ctrl(Key::Char('z')) => self.suspend = true,
            Input::Key(KeyPress { code: Key::Char(letter), .. }) => self.heard.push(letter),
            Input::Key(_) => self.changed = false,
            Input::Ended => self.done = true,
            other => self.heard = format!("{}<{other:?}>", self.heard),
        }
    }

    fn answer(&mut self, answer: &'static str, _: Moment) {
        self.heard.push_str(answer);
    }

    fn tick(&mut self, now: Moment) {
        self.ticks += 1;
        self.changed |= self.seconds != now.awake.as_secs();
        self.seconds = now.awake.as_secs();
    }

    fn wait(&self, now: Moment) -> Duration {
        Duration::from_secs(self.seconds + 1).saturating_sub(now.awake)
    }

    fn changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn view(&self, frame: &mut Frame<'_>, _: Moment) {
        frame.render_widget(Paragraph::new(format!("{} s\n日 {}", self.seconds, self.heard)), frame.area());
    }

    fn done(&self) -> bool {
        self.done
    }

    fn suspend(&mut self) -> bool {
        std::mem::take(&mut self.suspend)
    }
}

fn played(script: Script<&'static str>) -> (Dummy, Script<&'static str>) {
    let (mut app, mut script) = (Dummy::default(), script);
    run(&mut app, &mut script).unwrap();
    (app, script)
}

#[test]
fn a_script_plays_and_keeps_its_shots() {
    let script = Script::new(30, 2).unwrap();
    let script = script.shot("first").keys("ab").wait(Duration::from_secs(2)).shot("then").resize(12, 2).shot("small");
    let (app, script) = played(script);
    assert_eq!(script.taken("first"), Some("0 s\n日"));
    assert_eq!(script.taken("then"), Some("2 s\n日 ab"));
    assert_eq!(script.taken("small"), Some("2 s\n日 ab<Resize"));
    assert_eq!((app.heard.as_str(), script.now().awake), ("ab<Resize(12, 2)>", Duration::from_secs(2)));
}

#[test]
fn only_what_changed_is_drawn() {
    let (app, script) = played(Script::new(30, 2).unwrap().wait(Duration::from_secs(3)).press(Key::Up).press(Key::Up));
    assert_eq!(script.frames(), 4, "the first, and one for each second");
    assert!(app.ticks > 30, "the clock moves 100 ms a turn");
}

#[test]
fn coming_back_is_heard_and_drawn() {
    let (app, script) = played(Script::new(30, 2).unwrap().key(KeyPress::ctrl(Key::Char('z'))).keys("x"));
    assert_eq!((app.heard.as_str(), script.suspended()), ("<Back>x", 1));
}

#[test]
fn answers_arrive() {
    let mut once = vec!["!"];
    let (app, _) = played(Script::new(30, 2).unwrap().answering(move |_| std::mem::take(&mut once)));
    assert_eq!(app.heard, "!");
}

#[test]
fn an_app_that_never_ends_is_an_error() {
    struct Stubborn(Dummy);
    impl App for Stubborn {
        type Answer = ();
        fn input(&mut self, _: Input, _: Moment) {}
        fn answer(&mut self, (): (), _: Moment) {}
        fn tick(&mut self, _: Moment) {}
        fn wait(&self, now: Moment) -> Duration {
            self.0.wait(now)
        }
        fn changed(&mut self) -> bool {
            false
        }
        fn view(&self, _: &mut Frame<'_>, _: Moment) {}
        fn done(&self) -> bool {
            false
        }
        fn suspend(&mut self) -> bool {
            false
        }
    }
    let mut script = Script::new(3, 3).unwrap();
    assert!(run(&mut Stubborn(Dummy::default()), &mut script).is_err());
}
