//! The programs that keep a screen awake, by system and desktop.
//!
//! GNOME asks its own session manager and not logind, so it has a row of its own. `systemd-inhibit` holds logind's idle
//! lock, which KDE, sway's and hyprland's idle programs and the console heed; where a desktop does not, the screen may
//! still go dark. Only that a lock is taken and released was tried by us (on no desktop); macOS and Windows are taken
//! from their manuals and were never run by us.

use crate::io::helper::{Row, System};

/// The table. `{cat}` is the path of `cat`, `{pid}` our process number.
pub(super) const KEEPERS: &[Row] = &[
    row(
        System::Linux,
        "GNOME",
        "gnome-session-inhibit",
        &["--app-id", "soleus", "--reason", "a session is being played", "--inhibit", "idle", "{cat}"],
    ),
    row(
        System::Linux,
        "",
        "systemd-inhibit",
        &["--what=idle", "--who=soleus", "--why=a session is being played", "--mode=block", "{cat}"],
    ),
    row(System::Mac, "", "caffeinate", &["-d", "-i", "-w", "{pid}"]),
    // Display and system are required (2 and 1) until the thread ends (0x80000000): it ends with our pipe.
    row(
        System::Windows,
        "",
        "powershell",
        &[
            "-NoLogo",
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            "$power = Add-Type -PassThru -Name Power -Namespace Soleus -MemberDefinition \
             '[DllImport(\"kernel32.dll\")] public static extern uint SetThreadExecutionState(uint flags);'; \
             [void]$power::SetThreadExecutionState([uint32]2147483651); [void][Console]::In.ReadToEnd()",
        ],
    ),
];

const fn row(system: System, desktop: &'static str, program: &'static str, arguments: &'static [&'static str]) -> Row {
    Row { system, desktop, program, arguments, piped: true }
}
