//! A program in a pseudo-terminal: typed at, looked at, signalled, and asked how it died.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use vt100::{Parser, Screen};

/// The longest that anything may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What leads the session in place of a person's shell. A leader that dies takes unread output with it, so it stays
/// until all was read; a program that stops is brought back with Return.
const LEADER: &str = r#"
trap : HUP TERM INT QUIT
set -m
/bin/sh -c 'echo $$ > "$HOME/.pid"; exec "$@"' sh "$@"
code=$?
while case $(kill -l $code 2>/dev/null) in STOP|TSTP|TTOU|TTIN) true;; *) false;; esac; do
    echo "(stopped)"
    read x
    fg > /dev/null
    code=$?
done
echo $code > "$HOME/.code.new"
mv "$HOME/.code.new" "$HOME/.code"
while read x; do :; done
"#;

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// With a code; by a signal it is 128 and its number, as a shell says it.
    Code(u32),
    /// By a signal, in the words of the system; only of a program that leads its session.
    Signal(String),
}

/// A program in a terminal of its own, with a home folder that goes when this goes.
pub(crate) struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    typing: Option<Box<dyn Write + Send>>,
    child: Option<Box<dyn Child + Send + Sync>>,
    pid: Pid,
    output: Receiver<Vec<u8>>,
    closing: Arc<AtomicBool>,
    reading: Arc<Mutex<()>>,
    parser: Parser,
    raw: Vec<u8>,
    home: PathBuf,
    ended: Option<Ended>,
    led: bool,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn at_least_one(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN)
}

fn new_home() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("soleus-pty-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(home.join("data.state")).unwrap();
    fs::create_dir_all(home.join("config")).unwrap();
    // Whoever runs the tests hears nothing of them, and the question about the voice is tested by itself.
    for (file, text) in
        [("data.state/hearing.toml", "voice = false\n"), ("config/settings.toml", "[sound]\nhearing = \"quiet\"\n")]
    {
        #[expect(clippy::disallowed_methods, reason = "a home made for a test, not a user's data")]
        fs::write(home.join(file), text).unwrap();
    }
    home
}

/// All that is read, in pieces; hangs up when the other end is closed, or with the first piece after `closing`.
fn pieces(mut reader: Box<dyn Read + Send>, closing: Arc<AtomicBool>, reading: Arc<Mutex<()>>) -> Receiver<Vec<u8>> {
    let (sender, output) = channel();
    thread::spawn(move || {
        let mut piece = vec![0; 65_536];
        while let Ok(count @ 1..) = reader.read(&mut piece) {
            let _may_read = reading.lock();
            if closing.load(Ordering::SeqCst) || sender.send(piece[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    output
}

impl Pty {
    /// Starts a program with its arguments and further variables, as a shell with job control does; the environment is
    /// otherwise empty but for what every program needs.
    pub(crate) fn spawn(words: &[&str], env: &[(&str, &str)], size: (u16, u16)) -> Self {
        let mut led = vec!["/bin/sh", "-c", LEADER, "sh"];
        led.extend(words);
        let mut pty = Self::spawn_leader(&led, env, size);
        pty.led = true;
        pty
    }

    /// The same without a shell: the program leads the session, as in a window of its own. Its death can be told from a
    /// code, but what it wrote last may be lost.
    pub(crate) fn spawn_leader(words: &[&str], env: &[(&str, &str)], (columns, rows): (u16, u16)) -> Self {
        let home = new_home();
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        command.env_clear();
        command.cwd(&home);
        let path = option_env!("PATH").unwrap_or("/usr/bin:/bin");
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("TZ", "Europe/Berlin"), ("PATH", path)]
        {
            command.env(name, value);
        }
        for (name, folder) in [("HOME", "."), ("SOLEUS_DATA", "data"), ("SOLEUS_CONFIG", "config")] {
            command.env(name, home.join(folder));
        }
        for (name, value) in env {
            command.env(name, value);
        }
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let closing = Arc::new(AtomicBool::new(false));
        let reading = Arc::new(Mutex::new(()));
        let output = pieces(pair.master.try_clone_reader().unwrap(), Arc::clone(&closing), Arc::clone(&reading));
        let typing = pair.master.take_writer().unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let pid = Pid::from_raw(i32::try_from(child.process_id().unwrap()).unwrap()).unwrap();
        Self {
            master: Some(pair.master),
            typing: Some(typing),
            child: Some(child),
            pid,
            output,
            closing,
            reading,
            parser: Parser::new(at_least_one(rows), at_least_one(columns), 0),
            raw: Vec::new(),
            home,
            ended: None,
            led: false,
        }
    }

    /// The folder that is its home; `data` and `config` are in it.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    fn hear(&mut self, piece: &[u8]) {
        self.raw.extend_from_slice(piece);
        self.parser.process(piece);
    }

    /// Waits until the screen is as it should be; stops the test, showing the screen, if it never is.
    pub(crate) fn wait_for(&mut self, what: &str, seen: impl Fn(&Screen) -> bool) {
        while !seen(self.parser.screen()) {
            match self.output.recv_timeout(PATIENCE) {
                Ok(piece) => self.hear(&piece),
                Err(why) => panic!("never saw {what} ({why}); the screen is\n{}", self.contents()),
            }
        }
    }

    /// Waits until a text is on the screen.
    pub(crate) fn wait_for_text(&mut self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    /// Whether a text comes onto the screen before a length of time is over.
    pub(crate) fn shows_within(&mut self, text: &str, at_most: Duration) -> bool {
        while !self.contents().contains(text) {
            match self.output.recv_timeout(at_most) {
                Ok(piece) => self.hear(&piece),
                Err(_) => return false,
            }
        }
        true
    }

    /// The letters on the screen.
    pub(crate) fn contents(&self) -> String {
        self.parser.screen().contents()
    }

    /// The screen as it was last read.
    pub(crate) fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Every byte that was read.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Types, or pastes, or sends what no keyboard has.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let typing = self.typing.as_mut().unwrap();
        typing.write_all(bytes.as_ref()).unwrap();
        typing.flush().unwrap();
    }

    /// Changes the size of the window.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        // The screen here is of a size that fits into memory, whatever the program is told.
        self.parser.screen_mut().set_size(at_least_one(rows.min(500)), at_least_one(columns.min(1000)));
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    /// Sends a signal to the program that was started.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.program().unwrap(), signal).unwrap();
    }

    /// The program that was started; it has begun when something of it is on the screen.
    fn program(&self) -> Option<Pid> {
        if !self.led {
            return Some(self.pid);
        }
        let pid = fs::read_to_string(self.home.join(".pid")).ok()?;
        Pid::from_raw(pid.trim().parse().ok()?)
    }

    /// `kill -9`. (The `kill` of the child hangs up.)
    pub(crate) fn kill9(&self) {
        self.signal(Signal::KILL);
    }

    /// The modes of the terminal, in the words of the system, to be compared.
    pub(crate) fn modes(&self) -> String {
        format!("{:?}", self.master.as_ref().unwrap().get_termios().unwrap())
    }

    /// The window is closed, when the program writes something because of these bytes or of a new size. Not for a
    /// program under a shell with job control: the shell goes with the window.
    ///
    /// The thread that reads has a handle too, and lets go of it only after it read something. The handle that types
    /// sends a last Return and Ctrl-D of its own (portable-pty does that); so it goes last.
    pub(crate) fn close_master(&mut self, bytes: &str) {
        self.closing.store(true, Ordering::SeqCst);
        self.resize(33, 7);
        self.send(bytes);
        while self.output.recv_timeout(PATIENCE).is_ok() {}
        self.master = None;
        self.typing = None;
    }

    /// While this is locked nobody reads what the program writes.
    pub(crate) fn reading(&self) -> Arc<Mutex<()>> {
        Arc::clone(&self.reading)
    }

    /// Reads until nothing more comes for 200 ms.
    pub(crate) fn hear_the_rest(&mut self) {
        while let Ok(piece) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.hear(&piece);
        }
    }

    /// Waits for the end of the program, and of its output.
    pub(crate) fn wait_exit(&mut self) -> Ended {
        if self.ended.is_none() {
            let ended = self.wait_child();
            self.ended = Some(ended);
        }
        self.hear_the_rest();
        self.ended.clone().unwrap()
    }

    fn wait_child(&mut self) -> Ended {
        if self.led { self.wait_led() } else { self.wait_leader() }
    }

    /// The leader says it in a file.
    fn wait_led(&mut self) -> Ended {
        let (_never, nothing) = channel::<()>();
        for _ in 0..PATIENCE.as_millis() / 20 {
            if let Ok(code) = fs::read_to_string(self.home.join(".code")) {
                return Ended::Code(code.trim().parse().unwrap());
            }
            while let Ok(piece) = self.output.try_recv() {
                self.hear(&piece);
            }
            let _while = nothing.recv_timeout(Duration::from_millis(20));
        }
        panic!("it never ended; the screen is\n{}", self.contents())
    }

    fn wait_leader(&mut self) -> Ended {
        let mut child = self.child.take().unwrap();
        let (sender, over) = channel();
        thread::spawn(move || drop(sender.send(child.wait())));
        let Ok(status) = over.recv_timeout(PATIENCE) else {
            self.kill9();
            panic!("it never ended; the screen is\n{}", self.contents())
        };
        let status = status.unwrap();
        match status.signal() {
            Some(name) => Ended::Signal(name.to_owned()),
            None => Ended::Code(status.exit_code()),
        }
    }

    /// The gate lets all of it through as it is: no title, no clipboard, no question. Beside frames nothing but the
    /// mouse is heard of in a terminal of which nothing is known.
    pub(crate) fn only_allowed_sequences(&self) {
        let mut gate = soleus::tui::gate::Gate::new(Vec::new());
        let mut frames = self.raw.clone();
        for mouse in [b"\x1b[?1000h", b"\x1b[?1006h", b"\x1b[?1000l", b"\x1b[?1006l"] {
            while let Some(at) = frames.windows(mouse.len()).position(|bytes| bytes == mouse) {
                frames.drain(at..at + mouse.len());
            }
        }
        gate.write_all(&frames).unwrap();
        assert_eq!(gate.dropped(), 0, "something else than a frame: {}", self.raw.escape_ascii());
    }

    /// The old screen, the cursor, pastes and the mouse as before.
    pub(crate) fn is_given_back(&self) -> bool {
        let screen = self.screen();
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
            && !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let program = self.program().filter(|_| self.ended.is_none());
        if let Some(child) = &mut self.child {
            if let Some(program) = program {
                let _gone = kill_process(program, Signal::KILL);
            }
            let _gone = kill_process(self.pid, Signal::KILL);
            let _reaped = child.wait();
        }
        let _left = fs::remove_dir_all(&self.home);
    }
}

fn shell(script: &str) -> Pty {
    Pty::spawn(&["/bin/sh", "-c", script], &[], (40, 6))
}

#[test]
fn a_program_is_typed_at_and_looked_at() {
    let mut pty = shell("stty -echo; printf 'size '; stty size; read x; printf \"heard $x\\n\"; read y; stty size");
    pty.wait_for_text("size 6 40");
    pty.send("日本\r");
    pty.wait_for_text("heard 日本");
    pty.resize(50, 8);
    pty.send("\r");
    pty.wait_for_text("8 50");
    assert_eq!(pty.wait_exit(), Ended::Code(0));
    pty.only_allowed_sequences();
    assert!(pty.is_given_back() && pty.raw().starts_with(b"size"), "{}", pty.raw().escape_ascii());
}

#[test]
fn a_program_has_nothing_but_its_own_home() {
    let mut pty =
        Pty::spawn(&["/bin/sh", "-c", "pwd > home; env > data; echo done; read x"], &[("MORE", "1")], (40, 6));
    pty.wait_for_text("done");
    let read = |name: &str| fs::read_to_string(pty.home().join(name)).unwrap();
    assert_eq!(read("home").trim(), pty.home().to_string_lossy());
    let mut names: Vec<String> = read("data").lines().map(|line| line.split('=').next().unwrap().to_owned()).collect();
    names.retain(|name| !["PWD", "_", "SHLVL", "OLDPWD", "SHELL"].contains(&name.as_str()));
    names.sort();
    assert_eq!(names, ["HOME", "LANG", "MORE", "PATH", "SOLEUS_CONFIG", "SOLEUS_DATA", "TERM", "TZ"]);
    let home = pty.home().to_owned();
    drop(pty);
    assert!(!home.exists());
}

#[test]
fn deaths_are_told_apart() {
    let mut pty = shell("echo up; read x");
    pty.wait_for_text("up");
    let before = pty.modes();
    pty.kill9();
    assert_eq!(pty.wait_exit(), Ended::Code(137));
    assert_eq!(pty.modes(), before);
    let mut pty = Pty::spawn_leader(&["/bin/sh", "-c", "echo up; read x"], &[], (40, 6));
    pty.wait_for_text("up");
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_exit(), Ended::Signal("Terminated".to_owned()));
    let mut pty = shell("exit 3");
    assert_eq!(pty.wait_exit(), Ended::Code(3));
}

#[test]
fn what_was_written_last_is_read_whatever_happens() {
    for _ in 0..20 {
        let mut pty = shell("printf last; kill -TERM $$");
        assert_eq!(pty.wait_exit(), Ended::Code(143));
        assert!(pty.contents().starts_with("last"), "{}", pty.contents());
    }
}

#[test]
#[should_panic(expected = "clean up")]
fn a_sequence_that_is_not_allowed_is_found() {
    let mut pty = shell("printf '\\033]0;clean up\\007'");
    pty.wait_exit();
    pty.only_allowed_sequences();
}
