//! A program file on disk, written: whole or not at all, the one before kept beside it under a name that is not read.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::io::library::bytes;
use crate::io::program_file::LARGEST;

/// So many versions of a file are kept beside it at most.
const MOST_KEPT: u32 = 10_000;

/// Why a file was not written.
#[derive(Debug)]
pub enum NotSaved {
    /// It is not what it was when it was read.
    Changed,
    /// Why, in words.
    Failed(String),
}

/// Writes a program file; the path of the version before comes back, where there was one. `seen` is what the file held
/// when it was read, nothing where it was not there; with `over` it is written whatever is there now.
pub fn save(path: &Path, text: &str, seen: Option<&[u8]>, over: bool) -> Result<Option<PathBuf>, NotSaved> {
    if text.len() > LARGEST {
        return Err(NotSaved::Failed(format!("a program has at most {} KiB", LARGEST / 1024)));
    }
    // A link stays one: what it leads to is written.
    let real = std::fs::canonicalize(path).unwrap_or_else(|_not_there| path.to_owned());
    let now = present(&real)?;
    if !over && now.as_deref() != seen {
        return Err(NotSaved::Changed);
    }
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder).map_err(failed("the folder cannot be made"))?;
    let aside = with(&real, &format!(".{}.new", std::process::id()));
    let written = write_new(&aside, text.as_bytes(), &real);
    let kept = written.map_err(failed("the file cannot be written")).and_then(|()| {
        let kept =
            if now.is_some() { Some(keep(&real).map_err(failed("the version before cannot be kept"))?) } else { None };
        std::fs::rename(&aside, &real).map_err(failed("the file cannot be put in its place"))?;
        Ok(kept)
    });
    if kept.is_err() {
        drop(std::fs::remove_file(&aside));
    }
    let kept = kept?;
    sync_folder(folder).map_err(failed("the folder cannot be written"))?;
    Ok(kept)
}

/// What the file holds now; nothing where it is not there.
pub fn present(path: &Path) -> Result<Option<Vec<u8>>, NotSaved> {
    match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(_) | Ok(_) => bytes(path).map(Some).map_err(NotSaved::Failed),
    }
}

fn failed(what: &'static str) -> impl Fn(io::Error) -> NotSaved {
    move |error| NotSaved::Failed(format!("{what}: {error}").to_lowercase())
}

fn write_new(aside: &Path, text: &[u8], like: &Path) -> io::Result<()> {
    // What an earlier run left, that ended half-way.
    drop(std::fs::remove_file(aside));
    let mut file = OpenOptions::new().write(true).create_new(true).open(aside)?;
    file.write_all(text)?;
    if let Ok(old) = std::fs::metadata(like) {
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()
}

/// Keeps a file as `NAME.1`, `NAME.2`, …: the first name that is free. None is ever written over.
fn keep(path: &Path) -> io::Result<PathBuf> {
    for n in 1..=MOST_KEPT {
        let name = with(path, &format!(".{n}"));
        match std::fs::hard_link(path, &name) {
            Ok(()) => return Ok(name),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            // Not every disk has a second name for a file: then it is copied.
            Err(_) => match OpenOptions::new().write(true).create_new(true).open(&name) {
                Ok(mut copy) => {
                    io::copy(&mut File::open(path)?, &mut copy)?;
                    copy.sync_all()?;
                    return Ok(name);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            },
        }
    }
    Err(io::Error::other("too many versions are kept beside it"))
}

/// The same path with something behind its last name.
fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) { Ok(()) } else { File::open(folder)?.sync_all() }
}

/// A file name for a program that has none yet: made from its title, free in the folder.
pub fn free_name(folder: &Path, stem: &str) -> PathBuf {
    let name = |n: u32| if n == 1 { format!("{stem}.toml") } else { format!("{stem}-{n}.toml") };
    let names = (1..=MOST_KEPT).map(|n| folder.join(name(n)));
    let mut free = names.filter(|path| std::fs::symlink_metadata(path).is_err());
    free.next().unwrap_or_else(|| folder.join(name(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::temp::Temp;

    fn read(path: &Path) -> String {
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn every_version_is_kept_and_none_is_read_as_a_program() {
        let temp = Temp::new();
        let path = temp.path().join("new/own.toml");
        assert!(save(&path, "title = \"1\"", None, false).unwrap().is_none());
        let kept = save(&path, "title = \"2\"", Some(b"title = \"1\""), false).unwrap().unwrap();
        assert_eq!((kept.file_name().unwrap().to_str(), read(&kept).as_str()), (Some("own.toml.1"), "title = \"1\""));
        let kept = save(&path, "title = \"3\"", Some(b"title = \"2\""), false).unwrap().unwrap();
        assert_eq!((kept.file_name().unwrap().to_str(), read(&path).as_str()), (Some("own.toml.2"), "title = \"3\""));
        let library = crate::io::library::Library::bundled().with_folder(path.parent().unwrap());
        assert!(library.refused.iter().all(|file| file.path.ends_with("own.toml")), "{:?}", library.refused);
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 3, "nothing is left aside");
    }

    #[test]
    fn what_another_wrote_is_not_written_over_unasked() {
        let temp = Temp::new();
        let path = temp.put("own.toml", b"theirs");
        assert!(matches!(save(&path, "mine", Some(b"as it was"), false), Err(NotSaved::Changed)));
        assert!(matches!(save(&path, "mine", None, false), Err(NotSaved::Changed)));
        assert_eq!(read(&path), "theirs");
        let kept = save(&path, "mine", Some(b"as it was"), true).unwrap().unwrap();
        assert_eq!((read(&path).as_str(), read(&kept).as_str()), ("mine", "theirs"));
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(save(&path, "mine", Some(b"mine"), false), Err(NotSaved::Changed)), "it is gone");
    }

    #[test]
    fn a_file_that_cannot_be_written_leaves_all_as_it_was() {
        let temp = Temp::new();
        let path = temp.put("file", b"x").join("own.toml");
        assert!(matches!(save(&path, "mine", None, true), Err(NotSaved::Failed(_))));
        let own = temp.put("own.toml", b"old");
        let large = "x".repeat(LARGEST + 1);
        assert!(matches!(save(&own, &large, Some(b"old"), false), Err(NotSaved::Failed(_))));
        assert_eq!(read(&own), "old");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_the_rights_of_a_file_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let temp = Temp::new();
        let real = temp.put("real.toml", b"old");
        std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
        let link = temp.path().join("link.toml");
        std::os::unix::fs::symlink("real.toml", &link).unwrap();
        save(&link, "new", Some(b"old"), false).unwrap();
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(read(&real), "new");
        assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_name_is_free() {
        let temp = Temp::new();
        temp.put("ankles.toml", b"x");
        assert!(free_name(temp.path(), "ankles").ends_with("ankles-2.toml"));
        assert!(free_name(temp.path(), "hips").ends_with("hips.toml"));
    }
}
