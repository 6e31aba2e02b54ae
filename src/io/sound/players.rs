//! The programs that play a file, by system; the first that ends well is kept.
//!
//! The rows for Linux were measured against `PulseAudio` and `PipeWire`; those for macOS and Windows are taken from their
//! manuals and were never run by us.

use crate::io::helper::{Row, System};

/// The table. `{file}` is always an absolute path of our own cache and cannot look like an option.
pub(super) const PLAYERS: &[Row] = &[
    row(System::Linux, "pw-play", &["{file}"], false),
    row(System::Linux, "paplay", &["{file}"], false),
    row(System::Linux, "aplay", &["-q", "{file}"], false),
    row(System::Linux, "play", &["-q", "{file}"], false),
    row(System::Mac, "afplay", &["{file}"], false),
    // The path comes on standard input: a path in the script itself would have to be quoted.
    row(
        System::Windows,
        "powershell",
        &[
            "-NoLogo",
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            "[Console]::InputEncoding = [Text.Encoding]::UTF8; \
             (New-Object Media.SoundPlayer ([Console]::In.ReadLine())).PlaySync()",
        ],
        true,
    ),
];

const fn row(system: System, program: &'static str, arguments: &'static [&'static str], piped: bool) -> Row {
    Row { system, desktop: "", program, arguments, piped }
}
