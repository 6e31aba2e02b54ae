//! The programs that speak, by system.
//!
//! `spd-say` queues and speaks in the background: `-w` waits until all was said, `-e` reads lines from standard input,
//! and `-C` makes void whatever is still being said (also what others say: the server knows no finer way). The rows for
//! macOS and Windows are taken from their manuals and were never run by us.

use crate::io::helper::{Row, System};

/// What only the first text after a cut is given: it ends what the server is still saying.
pub(super) const CANCEL: &str = "-C";

/// The table. The text comes on standard input, always.
pub(super) const VOICES: &[Row] = &[
    row(System::Linux, "spd-say", &["-w", "-e", "-l", "{language}", "-r", "{rate}", "-N", "soleus"]),
    row(System::Linux, "espeak-ng", &["--stdin", "-v", "{language}", "-s", "{words}"]),
    // For a language that it does not know, espeak-ng fails; better its usual voice than none.
    row(System::Linux, "espeak-ng", &["--stdin", "-s", "{words}"]),
    // A voice that is not installed makes `say` fail; the second row speaks with the one of the system.
    row(System::Mac, "say", &["-v", "{voice}", "-r", "{words}"]),
    row(System::Mac, "say", &["-r", "{words}"]),
    row(
        System::Windows,
        "powershell",
        &[
            "-NoLogo",
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            "[Console]::InputEncoding = [Text.Encoding]::UTF8; $text = [Console]::In.ReadToEnd(); \
             Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
             try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [cultureinfo]'{language}') } catch {}; \
             $voice.Rate = [int]({rate} / 10); $voice.Speak($text)",
        ],
    ),
];

const fn row(system: System, program: &'static str, arguments: &'static [&'static str]) -> Row {
    Row { system, desktop: "", program, arguments, piped: true }
}
