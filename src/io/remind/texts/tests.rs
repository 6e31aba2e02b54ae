//! The texts of a reminder to the letter, by system, with paths that need care.

use std::path::Path;

use super::*;

fn wanted<'a>(program: &'a str, variables: &'a [(String, String)]) -> Wanted<'a> {
    let at = NaiveTime::from_hms_opt(7, 5, 0).unwrap();
    Wanted { program: Path::new(program), at, folder: Path::new("/h/timers"), variables }
}

fn moved() -> Vec<(String, String)> {
    vec![("SOLEUS_DATA".to_owned(), "/h/my \"100 %\" <$data>".to_owned())]
}

#[test]
fn systemd_units_quote_what_they_carry() {
    let setup = System::Linux.setup(&wanted("/h/my $tools/100%/soleus", &moved())).unwrap();
    let [(service, text), (timer, clock)] = setup.files.as_slice() else { panic!("two files") };
    assert_eq!(service, Path::new("/h/timers/soleus-remind.service"));
    assert_eq!(
        text,
        "# written by `soleus remind install --at 07:05`\n[Unit]\nDescription=soleus: says what is due\n\n[Service]\n\
         Type=oneshot\nTimeoutStartSec=60\nEnvironment=\"SOLEUS_DATA=/h/my \\\"100 %%\\\" <$data>\"\n\
         ExecStart=\"/h/my $$tools/100%%/soleus\" remind now\n"
    );
    assert_eq!(timer, Path::new("/h/timers/soleus-remind.timer"));
    assert_eq!(
        clock,
        "# written by `soleus remind install --at 07:05`\n[Unit]\nDescription=soleus: reminds once a day\n\n[Timer]\n\
         OnCalendar=*-*-* 07:05:00\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n"
    );
    assert_eq!(setup.start[1].join(" "), "systemctl --user enable --now soleus-remind.timer");
}

#[test]
fn a_launch_agent_is_xml() {
    let setup = System::Mac.setup(&wanted("/h/a & b/soleus", &moved())).unwrap();
    let [(path, text)] = setup.files.as_slice() else { panic!("one file") };
    assert_eq!(path, Path::new("/h/timers/org.soleus.remind.plist"));
    for part in [
        "<string>/h/a &amp; b/soleus</string>",
        "<key>Hour</key><integer>7</integer>",
        "<key>Minute</key><integer>5</integer>",
        "<key>SOLEUS_DATA</key><string>/h/my \"100 %\" &lt;$data&gt;</string>",
        "written by `soleus remind install --at 07:05`",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for tag in ["dict", "array", "string", "key", "integer", "plist"] {
        let closed = text.matches(&format!("</{tag}>")).count();
        assert_eq!(
            text.matches(&format!("<{tag}>")).count() + text.matches(&format!("<{tag} ")).count(),
            closed,
            "{tag}"
        );
    }
}

#[test]
fn a_scheduled_task_is_one_command() {
    let setup = System::Windows.setup(&wanted("/h/a b/soleus.exe", &[])).unwrap();
    assert!(setup.files.is_empty());
    assert_eq!(
        setup.start,
        [[
            "schtasks",
            "/Create",
            "/F",
            "/SC",
            "DAILY",
            "/TN",
            "soleus-remind",
            "/TR",
            "\"/h/a b/soleus.exe\" remind now",
            "/ST",
            "07:05"
        ]
        .map(str::to_owned)]
    );
}

#[test]
fn what_a_timer_cannot_carry_is_refused() {
    for program in ["soleus", "/h/a\nExecStart=/bin/sh/soleus"] {
        assert_eq!(System::Linux.setup(&wanted(program, &[])).unwrap_err().exit_code(), 2, "{program}");
    }
    let broken = [("SOLEUS_DATA".to_owned(), "/h\n[Install]".to_owned())];
    assert!(System::Linux.setup(&wanted("/h/soleus", &broken)).unwrap_err().to_string().contains("SOLEUS_DATA"));
}

#[test]
fn a_notice_is_text_and_no_option() {
    let notice = |system| notice(system, "due: <b>-Knee & co</b> (12 min)").unwrap();
    assert_eq!(notice(System::Linux).last().unwrap(), "due: &lt;b&gt;-Knee &amp; co&lt;/b&gt; (12 min)");
    assert_eq!(notice(System::Linux)[2], "--");
    assert_eq!(notice(System::Mac).last().unwrap(), "due: <b>-Knee & co</b> (12 min)", "an argument of the script");
}
