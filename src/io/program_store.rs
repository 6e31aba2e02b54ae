//! Program files and handouts on their way to the disk: whole or not at all, and never over what is there unasked.
//!
//! A file is written aside and synced before it gets its name; the name is taken in one step that fails where there
//! is one already. What is replaced stays beside it with a number.

use std::ffi::OsString;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::domain::text::Id;
use crate::io::program_file::LARGEST;

/// Who may read a file that is written here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Its owner alone: what lies in soleus's own folders.
    Owner,
    /// Whoever the system lets: what is handed out.
    Usual,
}

/// Old versions that are kept of one program; the next is refused.
const MOST_KEPT: u32 = 9_999;

/// Writes a new file; an error of the kind [`ErrorKind::AlreadyExists`] where the name is taken.
pub fn create(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let aside = write_aside(path, bytes, readers)?;
    let named = take_name(&aside, path, bytes, readers);
    drop(std::fs::remove_file(&aside));
    named.and_then(|()| sync_folder(path))
}

/// Writes a file in the place of whatever has its name, in one step.
pub fn write_over(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let aside = write_aside(path, bytes, readers)?;
    if let Err(error) = std::fs::rename(&aside, path) {
        drop(std::fs::remove_file(&aside));
        return Err(error);
    }
    sync_folder(path)
}

/// Puts a file in the place of an old one, which may have another name, and gives the path under which the old one is
/// kept. Until the new one has its name the old one keeps its own: at every moment one of them is there.
pub fn replace(old: &Path, path: &Path, bytes: &[u8], readers: Readers) -> io::Result<PathBuf> {
    let aside = write_aside(path, bytes, readers)?;
    let placed = keep(old).and_then(|kept| {
        if old == path {
            std::fs::rename(&aside, path)?;
        } else {
            take_name(&aside, path, bytes, readers)?;
        }
        Ok(kept)
    });
    drop(std::fs::remove_file(&aside));
    let kept = placed?;
    if old != path {
        std::fs::remove_file(old)?;
        sync_folder(old)?;
    }
    sync_folder(path)?;
    Ok(kept)
}

/// Makes a folder and those on the way to it, for their owner alone.
pub fn make_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    sync_folder(path)
}

/// What comes in on standard input, one byte more than a program may have at most.
pub fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The id that is written in a program; none where it follows from the file's name.
pub fn written_id(text: &str) -> Option<Id> {
    let (root, _) = DeTable::parse_recoverable(text);
    root.get_ref().get("id").and_then(|value| Id::new(value.get_ref().as_str()?))
}

/// The same program under another id, and with another title where one is given; everything else stays as it is,
/// remarks included. A program without an `id` gets one above its title.
pub fn renamed(text: &str, id: &Id, title: Option<&str>) -> String {
    let (root, _) = DeTable::parse_recoverable(text);
    let span = |key: &str| -> Option<std::ops::Range<usize>> {
        let value = root.get_ref().get(key)?;
        matches!(value.get_ref(), DeValue::String(_)).then(|| value.span())
    };
    let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    match (span("id"), span("title")) {
        (Some(id_span), _) => edits.push((id_span, quoted(id.as_str()))),
        (None, at) => {
            let at = at.map_or(0, |span| line_start(text, span.start));
            edits.push((at..at, format!("id = {}\n", quoted(id.as_str()))));
        }
    }
    if let (Some(title), Some(span)) = (title, span("title")) {
        edits.push((span, quoted(title)));
    }
    edits.sort_by_key(|(span, _)| std::cmp::Reverse((span.start, span.end)));
    let mut out = text.to_owned();
    for (span, new) in edits {
        // The spans are those of the parser, so they lie on letters.
        if out.is_char_boundary(span.start) && out.is_char_boundary(span.end) {
            out.replace_range(span, &new);
        }
    }
    out
}

/// A text as a string of TOML.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r'], " "))
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// A synced file beside the path, with a name that is never read as a program.
fn write_aside(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<PathBuf> {
    let Some(name) = path.file_name() else { return Err(io::Error::other("this is not the name of a file")) };
    let mut aside = OsString::from(".");
    aside.push(name);
    aside.push(format!(".{}.new", std::process::id()));
    let aside = path.with_file_name(aside);
    let written = fill(&aside, bytes, readers);
    if written.is_err() {
        drop(std::fs::remove_file(&aside));
    }
    written.map(|()| aside)
}

fn fill(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if readers == Readers::Owner {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _everybody = readers;
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Gives a file that was written aside its name, which must be free. Where the disk knows no second name for a file
/// it is written again under the free one.
fn take_name(aside: &Path, path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    match std::fs::hard_link(aside, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists && !path.exists() => fill(path, bytes, readers),
        named => named,
    }
}

/// A second name with the first free number for a file, which keeps its own.
fn keep(old: &Path) -> io::Result<PathBuf> {
    for number in 1..=MOST_KEPT {
        let mut name = old.as_os_str().to_owned();
        name.push(format!(".{number}"));
        let kept = PathBuf::from(name);
        match std::fs::hard_link(old, &kept) {
            Ok(()) => return Ok(kept),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(_) if !kept.exists() => {
                fill(&kept, &std::fs::read(old)?, Readers::Owner)?;
                return Ok(kept);
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other(format!("{MOST_KEPT} old versions are kept already")))
}

fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    if cfg!(windows) { Ok(()) } else { File::open(folder)?.sync_all() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::temp::Temp;

    fn names(temp: &Temp) -> Vec<String> {
        let files = std::fs::read_dir(temp.path()).unwrap();
        let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn content(temp: &Temp, name: &str) -> String {
        std::fs::read_to_string(temp.path().join(name)).unwrap()
    }

    #[test]
    fn a_new_file_never_takes_a_name_that_is_taken() {
        let temp = Temp::new();
        let path = temp.path().join("a.toml");
        create(&path, b"one", Readers::Owner).unwrap();
        let error = create(&path, b"two", Readers::Owner).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        assert_eq!((names(&temp), content(&temp, "a.toml")), (vec!["a.toml".to_owned()], "one".to_owned()));
        #[cfg(unix)]
        std::os::unix::fs::symlink("nowhere", temp.path().join("link.toml")).unwrap();
        #[cfg(unix)]
        assert!(create(&temp.path().join("link.toml"), b"x", Readers::Usual).is_err(), "nothing is written through");
    }

    #[test]
    fn what_is_replaced_stays_beside_it_with_a_number() {
        let temp = Temp::new();
        let path = temp.put("a.toml", b"one");
        let kept = replace(&path, &path, b"two", Readers::Owner).unwrap();
        assert_eq!(kept, temp.path().join("a.toml.1"));
        let kept = replace(&path, &path, b"three", Readers::Owner).unwrap();
        assert_eq!(kept, temp.path().join("a.toml.2"));
        let all = ["a.toml", "a.toml.1", "a.toml.2"];
        assert_eq!(names(&temp), all);
        assert_eq!(all.map(|name| content(&temp, name)), ["three", "one", "two"]);
    }

    #[test]
    fn a_file_of_another_name_makes_room_and_is_kept_under_its_own() {
        let temp = Temp::new();
        let old = temp.put("old name.toml", b"one");
        let kept = replace(&old, &temp.path().join("a.toml"), b"two", Readers::Owner).unwrap();
        assert_eq!(kept, temp.path().join("old name.toml.1"));
        assert_eq!(names(&temp), ["a.toml", "old name.toml.1"]);
        let taken = temp.put("b.toml", b"three");
        assert!(replace(&temp.path().join("a.toml"), &taken, b"four", Readers::Owner).is_err());
        assert_eq!((content(&temp, "a.toml"), content(&temp, "b.toml")), ("two".to_owned(), "three".to_owned()));
    }

    #[test]
    fn an_id_and_a_title_change_and_every_remark_stays() {
        let id = Id::new("mine").unwrap();
        let text = "# what\nid = \"a\" # why\ntitle = \"\"\"A\nB\"\"\"\n[[exercise]]\nuse = \"calf-raise\" # x\n";
        let with = renamed(text, &id, Some("My \"own\""));
        let expected =
            "# what\nid = \"mine\" # why\ntitle = \"My \\\"own\\\"\"\n[[exercise]]\nuse = \"calf-raise\" # x\n";
        assert_eq!(with, expected);
        assert_eq!(written_id(&with), Some(id.clone()));
        assert_eq!(renamed("# é\ntitle = \"A\"\n", &id, None), "# é\nid = \"mine\"\ntitle = \"A\"\n");
        assert_eq!(written_id("title = \"A\"\n[define.id]\nname = \"b\"\n"), None);
    }
}
