//! The label of this device: random, kept in the state folder, which is never synced.
//!
//! A disk that was cloned to another machine must not pass for the same device, so the label is bound to the machine.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::disk::{Disk, open_to_read};
use super::{file, name};

#[derive(Debug, Serialize, Deserialize)]
struct Shape {
    /// Says which device wrote a session.
    label: String,
    /// Fingerprint of the machine's own id.
    #[serde(default)]
    machine: String,
}

/// The label, where this machine has one.
pub(super) fn label(state: &Path) -> Option<String> {
    let mut text = String::new();
    open_to_read(&state.join("device.toml")).ok()?.take(4096).read_to_string(&mut text).ok()?;
    let shape: Shape = toml::from_str(&text).ok()?;
    let fits = (1..=64).contains(&shape.label.len()) && shape.label.bytes().all(|b| b.is_ascii_alphanumeric());
    (fits && shape.machine == machine()).then_some(shape.label)
}

/// The label; a new one where there is none.
pub(super) fn label_or_new(disk: &dyn Disk, state: &Path) -> String {
    if let Some(label) = label(state) {
        return label;
    }
    let label = name::random_letters();
    // without a label on disk the session cannot be resumed in its own file, and nothing else is lost
    drop(keep(disk, state, &Shape { label: label.clone(), machine: machine() }));
    label
}

/// Written aside, synced, renamed: whole or not at all.
fn keep(disk: &dyn Disk, state: &Path, shape: &Shape) -> io::Result<()> {
    file::make_folders(disk, state)?;
    let text = toml::to_string(shape).map_err(io::Error::other)?;
    let aside = state.join(format!("device.{}.tmp", name::random_letters()));
    let mut file: File = disk.create(&aside)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if let Err(error) = written.and_then(|()| std::fs::rename(&aside, state.join("device.toml"))) {
        drop(std::fs::remove_file(&aside));
        return Err(error);
    }
    disk.sync_folder(state)
}

/// A fingerprint, not the id itself: that is nobody's business.
fn machine() -> String {
    let mut id = String::new();
    let read = File::open("/etc/machine-id").and_then(|file| file.take(256).read_to_string(&mut id));
    if read.is_err() || id.trim().is_empty() {
        return String::new();
    }
    let sum = Sha256::new().chain_update("soleus device ").chain_update(id.trim()).finalize();
    let first = sum.iter().take(8).fold(0, |bits: u64, byte| bits << 8 | u64::from(*byte));
    format!("{first:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::io::journal::disk::RealDisk;
    use crate::io::temp::Temp;

    #[test]
    fn the_label_stays_unless_the_machine_is_another() {
        let temp = Temp::new();
        let state = temp.path().join("state");
        assert_eq!(label(&state), None);
        let first = label_or_new(&RealDisk, &state);
        assert_eq!(label_or_new(&RealDisk, &state), first);
        temp.put("state/device.toml", format!("label = \"{first}\"\nmachine = \"of another\"\n").as_bytes());
        assert_eq!(label(&state), None);
        assert_ne!(label_or_new(&RealDisk, &state), first);
        assert_eq!(std::fs::read_dir(&state).unwrap().count(), 1, "nothing is left aside");
    }
}
