//! The handout: everything of the program is on it, nothing is loaded from elsewhere, and no text becomes markup.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::cli::{BUNDLED, Home, MORNING, errors};

/// All that makes a browser fetch or run something.
const LOADS: [&str; 12] = [
    "<script",
    "<link",
    "<img",
    "<iframe",
    "<object",
    "<embed",
    "src=",
    "href=",
    "url(",
    "@import",
    "javascript:",
    "onload",
];

fn html(home: &Home, program: &str) -> String {
    home.good(MORNING, &["handout", program])
}

/// The text between the tags, entities as the letters that they stand for.
fn visible(html: &str) -> String {
    let body = html.split("</head>").nth(1).unwrap();
    let mut text = String::new();
    let mut in_tag = false;
    for c in body.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

/// Every tag that is opened is closed, in order.
pub(crate) fn is_well_formed(html: &str) -> bool {
    let mut open: Vec<String> = Vec::new();
    for tag in html.split('<').skip(1) {
        let inner = tag.split('>').next().unwrap();
        let name: String = inner.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if inner.starts_with('!') || inner.ends_with('/') || name == "meta" {
            continue;
        }
        if inner.starts_with('/') {
            if open.pop().as_ref() != Some(&name) {
                return false;
            }
        } else {
            open.push(name);
        }
    }
    open.is_empty()
}

#[test]
fn everything_of_a_bundled_program_is_on_paper() {
    let home = Home::new();
    for name in BUNDLED {
        let page = html(&home, name);
        let (seen, text) = (visible(&page), home.good(MORNING, &["handout", name, "--text"]));
        assert!(is_well_formed(&page), "{name}");
        let library = soleus::io::library::Library::bundled();
        let program = library.find(name).unwrap().program.clone();
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (flat_seen, flat_text) = (words(&seen), words(&text));
        let mut expected: Vec<String> =
            vec![program.title.to_string(), "Exercise guidance, not medical advice.".into()];
        expected.extend(program.exercises().map(|exercise| exercise.name.to_string()));
        expected.extend(program.exercises().flat_map(|exercise| &exercise.mistakes).map(ToString::to_string));
        for list in [&program.not_for, &program.stop_if, &program.sources] {
            expected.extend(list.iter().map(ToString::to_string));
        }
        for sentence in &expected {
            assert!(flat_seen.contains(sentence.as_str()), "{name}: the page lacks {sentence}");
            assert!(flat_text.contains(sentence.as_str()), "{name}: the text lacks {sentence}");
        }
        // Each exercise is explained once, however often it is done; so is each that stands in for one.
        let stand_ins = program.exercises().flat_map(|exercise| &exercise.variants).map(|(_, other)| other);
        let explained: BTreeSet<_> = program.exercises().chain(stand_ins).map(|e| (&e.name, &e.steps)).collect();
        let steps = explained.iter().map(|(_, steps)| steps.len()).sum::<usize>();
        let lists = program.not_for.len() + program.stop_if.len() + program.sources.len();
        assert_eq!(page.matches("<li>").count(), steps + lists, "{name}: every step and every line of the lists");
        // Every exercise of the catalogue has a figure: no room stays empty.
        assert_eq!(page.matches("aria-label=\"room for a picture").count(), 0, "{name}");
        assert_eq!(page.matches("<svg x=\"2\" ").count(), 2 * explained.len(), "{name}");
        assert!(page.contains("<html lang=\"en\">"), "{name}");
    }
}

/// The programs that use everything the format has.
fn rich() -> Vec<(std::path::PathBuf, soleus::domain::program::Program)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let programs = files.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    let library = soleus::io::library::Library::bundled();
    programs.filter_map(|path| Some((path.clone(), library.check(&path).unwrap().program?))).collect()
}

#[test]
fn whatever_the_format_has_gets_on_paper() {
    let rich = rich();
    assert!(rich.len() > 10, "the programs were not found");
    for (path, program) in rich {
        let words = soleus::io::words::lexicon().of("en");
        let page = soleus::report::handout::html(&program, &words, &|_| None);
        let text = soleus::report::handout::text(&program, &words);
        assert!(is_well_formed(&page), "{path:?}");
        let words =
            |text: &str| text.split([' ', '\n', '\u{a0}']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        let (seen, text) = (words(&visible(&page)), words(&text));
        let mut expected: Vec<&str> = program.exercises().map(|exercise| exercise.name.as_str()).collect();
        expected
            .extend(program.exercises().flat_map(|exercise| &exercise.variants).map(|(_, other)| other.name.as_str()));
        expected.extend(program.exercises().filter_map(|exercise| exercise.note.as_deref()));
        // Who swaps on paper has nobody who shows the easier exercise.
        let easier: Vec<_> = program.exercises().filter_map(|exercise| exercise.easier.as_deref()).collect();
        expected.extend(easier.iter().map(|other| other.name.as_str()));
        expected.extend(
            easier
                .into_iter()
                .flat_map(|other| &other.steps)
                .map(soleus::domain::text::Clean::as_str)
                .filter(|s| !s.contains('{')),
        );
        expected
            .extend(program.exercises().filter_map(|exercise| exercise.load.as_ref()).map(|load| load.words.as_str()));
        for phase in &program.phases {
            expected.extend(phase.title.as_deref().into_iter().chain(phase.goal.as_deref()));
            expected.extend(phase.entry.iter().map(soleus::domain::text::Clean::as_str));
            expected.extend(phase.sessions.iter().filter_map(|session| session.title.as_deref()));
        }
        for sentence in expected {
            assert!(seen.contains(sentence), "{path:?}: the page lacks {sentence}");
            assert!(text.contains(sentence), "{path:?}: the text lacks {sentence}");
        }
    }
}

#[test]
fn stages_with_other_days_have_boxes_of_their_own() {
    let home = Home::new();
    let stage = |schedule: &str| {
        format!(
            "[[phase]]\ntitle = \"{schedule}!\"\nweeks = 1\nschedule = \"{schedule}\"\n[[phase.exercise]]\nuse = \"calf-raise\"\n"
        )
    };
    let of = |schedules: &[&str]| {
        let stages: String = schedules.iter().map(|schedule| stage(schedule)).collect();
        let file = home.put("stages.toml", &format!("title = \"A\"\n{stages}"));
        html(&home, file.to_str().unwrap())
    };
    let same = of(&["mon fri", "mon fri", "mon fri"]);
    assert_eq!((same.matches("class=\"box\"").count(), same.matches("Due ").count()), (4, 0), "one grid for all");
    let three = of(&["mon fri", "daily", "2 times a week"]);
    assert_eq!(three.matches("class=\"box\"").count(), 4 + 14 + 4);
    for words in
        ["see each stage", "Due mon and fri.", "Due every day.", "Due 2 times a week.", "The stages that follow"]
    {
        assert!(three.contains(words), "{words}");
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let home = Home::new();
    for name in BUNDLED {
        let page = html(&home, name).to_lowercase();
        for load in LOADS {
            assert!(!page.contains(load), "{name}: {load}");
        }
        assert!(page.contains("default-src 'none'"), "{name}: the browser is told so too");
        assert!(page.contains("@page") && page.contains("break-inside: avoid") && page.contains("table-header-group"));
    }
}

#[test]
fn hostile_text_stays_text() {
    let home = Home::new();
    let evil = "</p></style><script>alert('x')</script><img src=x onerror=\\\"y\\\"> & ü";
    let file = home.put(
        "evil.toml",
        &format!(
            "title = \"{evil}\"\nsummary = \"{evil}\"\nlanguage = \"de\"\nstop_if = [\"{evil}\"]\nnot_for = [\"{evil}\"]\n\
             expect = \"{evil}\"\nauthor = \"{evil}\"\n[pain]\nwhere = \"{evil}\"\n\
             [[exercise]]\nname = \"{evil}\"\nid = \"a\"\nreps = 3\nsteps = [\"{evil}\"]\nnote = \"{evil}\"\n\
             mistakes = [\"{evil}\"]\nload = \"{evil}\"\n"
        ),
    );
    let output = home.run(&["handout", file.to_str().unwrap()]);
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && is_well_formed(&page), "{}", String::from_utf8_lossy(&output.stderr));
    for markup in ["<script", "<img"] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert!(page.contains("&lt;script&gt;alert(&#39;x&#39;)") && page.contains("<html lang=\"de\">"));
    assert!(visible(&page).contains("<img src=x onerror=\"y\"> & ü"), "and is read as it was written");
}

#[test]
fn boxes_stand_only_where_something_is_due() {
    let home = Home::new();
    let boxes = |schedule: &str| {
        let text = format!("title = \"A\"\nschedule = \"{schedule}\"\n[[exercise]]\nuse = \"calf-raise\"\n");
        let file = home.put("a.toml", &text);
        let page = html(&home, file.to_str().unwrap());
        let seen = visible(&page);
        (page.matches("class=\"box\"").count(), seen.contains("Tue"), seen.contains("Day 3"))
    };
    assert_eq!(boxes("daily"), (14, false, true));
    assert_eq!(boxes("daily, 2 times a day"), (28, false, true));
    assert_eq!(boxes("mon wed fri"), (6, false, false));
    assert_eq!(boxes("tue, 3 times a day"), (6, true, false));
    assert_eq!(boxes("3 times a week"), (6, false, false));
    assert_eq!(boxes("every 2 days"), (7, false, true));
}

#[test]
fn plain_text_is_eighty_columns_wide_and_reads_as_it_did() {
    let home = Home::new();
    for name in BUNDLED {
        let text = home.good(MORNING, &["handout", name, "--text"]);
        let wide = text.lines().find(|line| line.chars().count() > 80);
        assert_eq!(wide, None, "{name}");
    }
    let text = home.good(MORNING, &["handout", "ankle-strength-five", "--text"]);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/handout-ankle-strength-five.txt");
    #[expect(clippy::disallowed_methods, reason = "the test's own switch, not the program's")]
    let update = std::env::var_os("SOLEUS_UPDATE_PICTURES").is_some() && std::env::var_os("CI").is_none();
    if update {
        #[expect(clippy::disallowed_methods, reason = "a picture of a test, not a user's data")]
        fs::write(&file, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), text, "SOLEUS_UPDATE_PICTURES=1 draws it anew");
}

#[test]
fn a_file_is_named_and_never_written_over_unasked() {
    let home = Home::new();
    let file = home.path().join("drops.html");
    let path = file.to_str().unwrap();
    let said = home.good(MORNING, &["handout", "achilles-eccentric-12w", "-o", path]);
    assert!(said.contains("drops.html") && said.contains("print it"), "{said}");
    let page = fs::read_to_string(&file).unwrap();
    assert_eq!(page, html(&home, "achilles-eccentric-12w"), "standard output gets the same");
    let output = home.run(&["handout", "hip-release-realign", "-o", path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        errors(&output).contains("is there already") && errors(&output).contains("--replace"),
        "{}",
        errors(&output)
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), page);
    let _said = home.good(MORNING, &["handout", "hip-release-realign", "-o", path, "--replace"]);
    assert!(fs::read_to_string(&file).unwrap().contains("Hip release and realign"));
    let output = home.run(&["handout", "hip-release-realign", "-o", "/nowhere/at/all.html"]);
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    assert_eq!(home.run(&["handout", "no-such-program"]).status.code(), Some(2));
    assert_eq!(home.run(&["handout", "hip-release-realign", "--html", "--text"]).status.code(), Some(2));
}

/// A German program has nothing English on paper but what its author wrote.
#[test]
fn the_handout_speaks_the_language_of_its_program() {
    let home = Home::new();
    let file = home.put("hueften.toml", GERMAN);
    let path = file.to_str().unwrap();
    let text = home.good(MORNING, &["handout", path, "--text"]);
    let page = visible(&html(&home, path));
    let words = soleus::io::words::lexicon();
    let (english, german) = (words.of("en"), words.of("de"));
    for key in soleus::report::handout::KEYS {
        let (en, de) = (english.raw(key), german.raw(key));
        // Whole phrases without places; single words may stand in any language.
        let phrase = en != de && !en.contains('{') && en.contains(' ');
        assert!(!phrase || !text.contains(en) && !page.contains(en), "{key}: {en}");
    }
    for line in [
        "Wie oft:      täglich, 2-mal am Tag, mindestens 5 h auseinander",
        "Eine Einheit: etwa ",
        "Name _________________________  Betroffene Seite _______  Begonnen am _________",
        "Deine Übungen",
        "1. Wadenheben",
        "   3 × 8 bis 12 Wiederholungen; jede Seite; Pause 1 min zwischen den Sätzen",
        "   Tempo: heben 2 s, senken 3 s",
        "   Beginne am unteren Ende; 1 mehr nach 3 Einheiten mit Schmerz von höchstens 3.",
        "2. Wandsitz",
        "   1 × 30 s halten; beide zusammen",
        "Wenn es schmerzt (Achillessehne)",
        "  0 bis 3  Mach weiter.",
        "Vermeide: wippen",
        "   Auf das Bein stellen.",
        "Zwei Wochen zum Abhaken",
        "Woche 1",
        "Max. Schmerz, 0–10",
        "Programm `hueften`. Übungsanleitung, kein medizinischer Rat.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    for words in ["Sätze × Arbeit", "Platz für ein Bild", "täglich", "Anfang", "Telefon"] {
        assert!(page.contains(words) || html(&home, path).contains(words), "{words}");
    }
}

const GERMAN: &str = r#"
title = "Hüften"
language = "de"
schedule = "daily, 2 times a day"
gap = "5h"
pain = { where = "Achillessehne" }
stop_if = ["die Wade ist geschwollen, warm und rot"]

[[exercise]]
name = "Wadenheben"
id = "wadenheben"
sets = 3
reps = "8-12"
tempo = "heben 2s, senken 3s"
side = "each"
rest = "60s"
setup = "Auf das {side} Bein stellen."
mistakes = ["wippen"]

[[exercise]]
name = "Wandsitz"
id = "wandsitz"
hold = "30s"
"#;

#[test]
fn an_exercise_is_drawn_where_it_begins_and_where_it_ends() {
    let library = soleus::io::library::Library::bundled();
    let program = &library.find("ankle-strength-five").unwrap().program;
    let words = soleus::io::words::lexicon().of("en");
    let drawn = |_: &soleus::domain::exercise::Exercise| {
        Some(["<svg viewBox=\"0 0 9 9\"><title>a</title></svg>".to_owned(), "<p>no drawing</p>".to_owned()])
    };
    let page = soleus::report::handout::html(program, &words, &drawn);
    let exercises = page.matches("<article class=\"exercise\">").count();
    let placed = "<svg x=\"2\" y=\"2\" width=\"176\" height=\"138\" viewBox=\"0 0 9 9\"><title>a</title></svg>";
    assert_eq!((page.matches(placed).count(), page.contains("no drawing")), (exercises, false));
    // The command draws every exercise twice, and the page stays small.
    let text = Home::new().good(MORNING, &["handout", "ankle-strength-five", "-o", "-"]);
    assert_eq!(text.matches("<svg x=\"2\" ").count(), 2 * exercises);
    assert!(text.len() < 300_000 && !text.contains("<script"), "{}", text.len());
}
