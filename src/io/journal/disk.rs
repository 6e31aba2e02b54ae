//! The few things the journal does to a disk, each of which may fail: a seam for tests that make them fail.

use std::fmt::Debug;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// What is done to a disk. The bodies are the real thing; a test overrides them to fail at the n-th step.
pub(super) trait Disk: Debug + Send + Sync {
    /// Makes one folder, for its owner alone.
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path)
    }

    /// Makes a new file for its owner alone; fails where the name is taken.
    fn create(&self, path: &Path) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.append(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path)
    }

    /// Opens a file to add to its end.
    fn open(&self, path: &Path) -> io::Result<File> {
        regular(plain(OpenOptions::new().read(true).append(true)).open(path)?)
    }

    /// Writes at the end of a file: one call unless the system takes less at a time.
    fn write(&self, mut file: &File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Takes back what was written beyond this length.
    fn trim(&self, file: &File, length: u64) -> io::Result<()> {
        file.set_len(length)
    }

    /// Removes a file that was never called saved.
    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    /// Waits until the content is on the disk.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_data()
    }

    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if cfg!(windows) { Ok(()) } else { File::open(path)?.sync_all() }
    }

    /// Whether the open file is still the one that the path leads to.
    fn is_same(&self, file: &File, path: &Path) -> io::Result<bool> {
        match std::fs::symlink_metadata(path) {
            Ok(there) => Ok(identity(&file.metadata()?) == identity(&there)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// The disk of the machine.
#[derive(Debug)]
pub(super) struct RealDisk;

impl Disk for RealDisk {}

/// Opens a file to read it, if it is one: a pipe must not make us wait, a link must not lead us out.
pub(super) fn open_to_read(path: &Path) -> io::Result<File> {
    regular(plain(OpenOptions::new().read(true)).open(path)?)
}

fn plain(options: &mut OpenOptions) -> &OpenOptions {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW;
        options.custom_flags(flags.bits().cast_signed());
    }
    options
}

/// The handle is asked, not the path: between the two a name can change hands.
fn regular(file: File) -> io::Result<File> {
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other("not a regular file")) }
}

#[cfg(unix)]
fn identity(metadata: &std::fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn identity(metadata: &std::fs::Metadata) -> (u64, u64) {
    (0, metadata.len())
}
