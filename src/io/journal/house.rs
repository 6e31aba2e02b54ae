//! The data folder as a whole: whose it is, who can look in, and the note for git.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use super::disk::Disk;
use super::file;
use crate::domain::text::Clean;
use crate::error::Error;

/// Git must neither change line ends nor cut a line in two when it merges.
const ATTRIBUTES: &[u8] = b"*.jsonl -text merge=union\n";

/// Refuses to let root write into the folder of somebody else: its owner could not add to those files (F32).
#[cfg(unix)]
pub(super) fn check(data: &Path) -> Result<(), Error> {
    use std::os::unix::fs::MetadataExt as _;
    let Ok(metadata) = fs::metadata(data) else { return Ok(()) };
    if rustix::process::geteuid().is_root() && metadata.uid() != 0 {
        let shown = Clean::text(&data.to_string_lossy());
        return Err(Error::input(format!("{shown} belongs to another user, and this is root"))
            .hint("run soleus as that user, or set SOLEUS_DATA"));
    }
    Ok(())
}

/// Elsewhere there is no such owner to look at.
#[cfg(not(unix))]
pub(super) fn check(_data: &Path) -> Result<(), Error> {
    Ok(())
}

/// Makes the data folder, and the note for git when the history begins. What fails here fails again, with words, at the first line.
pub(super) fn furnish(disk: &dyn Disk, data: &Path) {
    let has_history = ["sessions", "changes"].iter().any(|top| data.join(top).is_dir());
    if has_history || file::make_folders(disk, data).is_err() {
        return;
    }
    if let Ok(mut note) = disk.create(&data.join(".gitattributes")) {
        drop(note.write_all(ATTRIBUTES));
    }
}

/// Whether group or others have any right to the folder.
#[cfg(unix)]
pub(super) fn is_exposed(data: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(data).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
}

/// Elsewhere the folder of a user is closed to others by itself.
#[cfg(not(unix))]
pub(super) fn is_exposed(_data: &Path) -> bool {
    false
}

#[cfg(unix)]
pub(super) fn make_private(data: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(data, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
pub(super) fn make_private(_data: &Path) -> io::Result<()> {
    Ok(())
}
