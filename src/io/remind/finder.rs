//! Where a program of the system is: in the folders of PATH that are absolute, never in the one at hand.

use std::path::PathBuf;

use crate::io::settings::Variables;

/// The first file of this name in the absolute folders of PATH; on Unix one that may be run.
pub fn find(name: &str, variables: Variables<'_>) -> Option<PathBuf> {
    if name.contains(['/', '\\']) {
        return None;
    }
    let path = variables("PATH")?;
    let endings: &[&str] = if cfg!(windows) { &[".exe"] } else { &[""] };
    let folders = std::env::split_paths(&path).filter(|folder| folder.is_absolute());
    let mut files = folders.flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))));
    files.find(|file| can_run(file))
}

#[cfg(unix)]
fn can_run(file: &std::path::Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(file).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn can_run(file: &std::path::Path) -> bool {
    file.is_file()
}
