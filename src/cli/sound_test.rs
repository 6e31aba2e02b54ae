//! `soleus sound-test`: what may be asked, and how the ways of sound are told.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};

use crate::domain::cue::Tone;
use crate::domain::text::Clean;
use crate::error::Error;
use crate::io::ears::{Fate, Report, Reports, Source, Verdict};
use crate::io::settings::Settings;

/// `soleus sound-test`.
#[derive(Clone, Debug, Args)]
#[command(
    after_help = "Hear what a session sounds like, and read which programs make it. Settings: [sound], [speech], \
    awake and [hook] in settings.toml."
)]
pub struct SoundTest {
    /// The language of the spoken sentence, as in a program file: en, de, pt-BR
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub language: String,
    /// Does not wait for a tone to fade before the next one
    #[arg(long)]
    pub quick: bool,
    /// For a program to read, after all was played
    #[arg(long)]
    pub json: bool,
}

/// A sentence in the language of a tag, and whether it is one; else the English one.
pub fn sentence(tag: &str) -> (&'static str, bool) {
    let language = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let found = SENTENCES.iter().find(|(known, _)| *known == language);
    found.map_or((SENTENCES[0].1, false), |(_, sentence)| (sentence, true))
}

/// "Left side. Set one of three. Raise." in some languages; the first is the one for all others.
const SENTENCES: [(&str, &str); 7] = [
    ("en", "Left side. Set one of three. Raise, and lower slowly."),
    ("de", "Linke Seite. Satz eins von drei. Heben, und langsam senken."),
    ("fr", "Côté gauche. Série un sur trois. Montez, et descendez lentement."),
    ("es", "Lado izquierdo. Serie uno de tres. Sube, y baja despacio."),
    ("it", "Lato sinistro. Serie uno di tre. Sali, e scendi lentamente."),
    ("nl", "Linkerkant. Set één van drie. Omhoog, en langzaam omlaag."),
    ("pt", "Lado esquerdo. Série um de três. Sobe, e desce devagar."),
];

/// What a tone is for.
pub const fn meaning(tone: Tone) -> &'static str {
    match tone {
        Tone::Raise => "rising: a phase that lifts begins",
        Tone::Lower => "falling: a phase that lets down begins",
        Tone::Hold => "steady: a phase that stays begins",
        Tone::Move => "short: any other phase begins",
        Tone::Tick => "one of the three ticks before a change",
        Tone::Start => "the work of a set begins",
        Tone::SetEnd => "a set is over",
        Tone::SideChange => "time to change sides",
        Tone::SessionEnd => "the session is over",
        Tone::Warning => "something needs you",
    }
}

/// What was found out, each of the four with its reasons.
pub fn text(reports: &Reports, settings: &Settings, out: &mut impl Write) -> Result<(), Error> {
    for (what, report) in named(reports) {
        writeln!(out, "{what}: {}", using(what, report))?;
        for (place, verdict) in report.iter().flat_map(|report| report.verdicts.iter().enumerate()) {
            let mark = if report.is_some_and(|report| report.used == Some(place)) { '*' } else { ' ' };
            writeln!(out, "  {mark} {}", reason(verdict))?;
        }
    }
    writeln!(
        out,
        "a session begins with: {} (sound.hearing), volume {} (sound.volume)",
        settings.sound.hearing.word(),
        settings.sound.volume
    )?;
    Ok(())
}

/// The same for a program to read.
pub fn value(reports: &Reports, settings: &Settings) -> Value {
    let mut object = serde_json::Map::new();
    for (what, report) in named(reports) {
        object.insert(
            what.replace(' ', "_"),
            report.map_or(Value::Null, |report| {
                let programs: Vec<Value> = report.verdicts.iter().map(verdict_value).collect();
                let used =
                    report.used.and_then(|place| report.verdicts.get(place)).map(|verdict| verdict.program.as_str());
                json!({ "used": used, "by": source(report.source), "programs": programs })
            }),
        );
    }
    object.insert("hearing".to_owned(), settings.sound.hearing.word().into());
    object.insert("volume".to_owned(), settings.sound.volume.into());
    object.into()
}

fn verdict_value(verdict: &Verdict) -> Value {
    let (fate, why) = match &verdict.fate {
        Fate::Missing => ("missing", None),
        Fate::NotTried => ("not tried", None),
        Fate::Works => ("works", None),
        Fate::Failed(why) => ("failed", Some(why)),
    };
    let path = verdict.path.as_ref().map(|path| path.to_string_lossy());
    json!({ "program": verdict.program, "path": path, "fate": fate, "why": why })
}

const fn named(reports: &Reports) -> [(&'static str, Option<&Report>); 4] {
    [
        ("tones", reports.sound.as_ref()),
        ("voice", reports.speech.as_ref()),
        ("staying awake", reports.awake.as_ref()),
        ("hook", reports.hook.as_ref()),
    ]
}

const fn source(source: Source) -> &'static str {
    match source {
        Source::Table => "the table of this system",
        Source::Settings => "settings",
    }
}

/// The program in use, or what there is instead.
fn using(what: &str, report: Option<&Report>) -> String {
    let Some(report) = report else {
        return if what == "hook" { "none is set" } else { "off by the settings" }.to_owned();
    };
    let used = report.used.and_then(|place| report.verdicts.get(place));
    match used {
        Some(verdict) => format!("{}, from {}", Clean::name(&verdict.program), source(report.source)),
        None if what == "tones" => "the terminal's bell, for want of a player".to_owned(),
        None if what == "voice" => "none; the words stay on the screen".to_owned(),
        None if what == "staying awake" => "none; the screen may go dark during a session".to_owned(),
        None => "none".to_owned(),
    }
}

fn reason(verdict: &Verdict) -> String {
    let path =
        verdict.path.as_ref().map_or_else(String::new, |path| format!("{}: ", Clean::text(&path.to_string_lossy())));
    let program = Clean::name(&verdict.program);
    match &verdict.fate {
        Fate::Missing if program.contains(['/', '\\']) => format!("{program}: not there, or not executable"),
        Fate::Missing => format!("{program}: not on PATH"),
        Fate::NotTried => format!("{path}found, and not needed"),
        Fate::Works => format!("{path}works"),
        Fate::Failed(why) => format!("{path}tried, and failed: {}", Clean::text(why)),
    }
}
