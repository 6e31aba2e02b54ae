//! The tones as files in the cache folder, each named by what is in it.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// The file with these bytes. One that is there and the same is used as it is; else it is written aside and renamed, so
/// that a player never sees half of one.
pub(super) fn keep(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let hash = Sha256::digest(bytes).iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let path = folder.join(format!("{name}-{hash:016x}.wav"));
    if is_there(&path, bytes) {
        return Ok(path);
    }
    make(folder)?;
    let aside = folder.join(format!("{name}-{hash:016x}.{}.part", std::process::id()));
    let _left_over = fs::remove_file(&aside);
    let written = write(&aside, bytes).and_then(|()| fs::rename(&aside, &path));
    if written.is_err() {
        let _half = fs::remove_file(&aside);
    }
    written.map(|()| path)
}

fn is_there(path: &Path, bytes: &[u8]) -> bool {
    let read = || -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        // Whatever else has this name is not read.
        if !file.metadata()?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut found = Vec::new();
        file.take(bytes.len() as u64 + 1).read_to_end(&mut found)?;
        Ok(found)
    };
    path.symlink_metadata().is_ok_and(|file| file.is_file()) && read().is_ok_and(|found| found == bytes)
}

/// `create_new` follows no link and opens nothing that somebody else has put there.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}

fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
