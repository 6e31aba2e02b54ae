//! The keys of an exercise: its dose, its rests, its rules, its words.

use crate::io::schema::Missing::{Nothing, Refused, Value, Words};
use crate::io::schema::program::SIDES;
use crate::io::schema::{Key, Table, Takes, key};

/// An exercise in place, and in `define`.
pub(super) const EXERCISE: Table = Table {
    any_of: &[&["use"], &["name", "reps"], &["name", "hold"], &["name", "time"], &["name", "steps"]],
    never_beside: &[("hold", &["tempo", "time"]), ("time", &["reps", "tempo", "relax"])],
    beside: &[("tempo", &[&["use"], &["reps"]]), ("relax", &[&["use"], &["reps", "hold"]])],
    ..Table::new(
        "exercise",
        "Exercise",
        "Written as `[[exercise]]`, a key a line, or in a list, `{ use = \"calf-raise\", sets = 3 }`. What is written here wins over `define`, the defaults and the catalogue.",
        KEYS,
    )
};

const KEYS: &[Key] = &[
    key(
        "use",
        Takes::Id,
        Words("an exercise with a `name`"),
        "Takes everything from `define` or the catalogue, then what stands here.",
        &["\"calf-raise\""],
    ),
    key("name", Takes::Text(80), Words("the one that is used"), "What the runner reads.", &["\"Wall sit\""]),
    key("sets", Takes::Count(50), Value("1"), "Sets a side.", &["3", "\"2 to 4\""]),
    key(
        "reps",
        Takes::Reps,
        Nothing,
        "Reps of a set; `\"max\"`: as many as the runner can, and the player asks how many.",
        &["15", "\"8 to 15\"", "\"max\""],
    ),
    key(
        "tempo",
        Takes::Tempo,
        Words("the runner's own pace"),
        "Paces every rep: phases of one or two words and a time; or `\"own pace\"`; or four digits, lower, pause, raise, pause.",
        &["\"raise 1s, hold 1s, lower 3s\"", "\"3-1-2-0\"", "\"own pace\""],
    ),
    key(
        "hold",
        Takes::Durations,
        Nothing,
        "Alone: one held position a set. With `reps`: every rep is held so long. 4 h at most.",
        &["\"30s\"", "\"20s to 45s\""],
    ),
    key("relax", Takes::Duration, Value("\"3s\""), "Between held reps; 30 min at most.", &["\"5s\""]),
    key(
        "time",
        Takes::Durations,
        Nothing,
        "Keep doing it for so long: rolling, easy jogging, icing. 4 h at most.",
        &["\"2 min\""],
    ),
    key(
        "side",
        Takes::Word(SIDES),
        Value("\"both\""),
        "Which side works. `each`: the sides alternate, set by set. `each in turn`: all sets of one side first. `affected`: the side that the runner named.",
        &["\"each\""],
    ),
    key(
        "load",
        Takes::Text(80),
        Nothing,
        "What is carried or pulled; a range with a unit is climbed.",
        &["\"body weight\"", "\"0 kg to 20 kg\""],
    ),
    key("rest", Takes::Duration, Value("\"30s\""), "Between two sets; 30 min at most.", &["\"60s\""]),
    key("rest_after", Takes::Duration, Value("\"15s\""), "Before the next exercise; 30 min at most.", &["\"20s\""]),
    key(
        "get_ready",
        Takes::Duration,
        Words("5 s, and 15 s for the first exercise of a session"),
        "The count before the first second of work; 30 min at most.",
        &["\"25s\""],
    ),
    key("change_over", Takes::Duration, Value("\"10s\""), "To change sides; 30 min at most.", &["\"20s\""]),
    key(
        "affected",
        Takes::Table("side-dose"),
        Nothing,
        "Another dose for the side that the runner named.",
        &["{ sets = 4 }"],
    ),
    key("unaffected", Takes::Table("side-dose"), Nothing, "Another dose for the other side.", &["{ sets = 2 }"]),
    key(
        "left",
        Takes::Table("side-dose"),
        Nothing,
        "Another dose for the left side; wins over `affected` and `unaffected`.",
        &["{ load = \"4 kg\" }"],
    ),
    key(
        "right",
        Takes::Table("side-dose"),
        Nothing,
        "Another dose for the right side; wins over `affected` and `unaffected`.",
        &["{ load = \"6 kg\" }"],
    ),
    key(
        "progress",
        Takes::Table("progress"),
        Words("as its keys say"),
        "How the range of this exercise is climbed.",
        &["{ every = 7, step = 2 }"],
    ),
    key(
        "schedule",
        Takes::Schedule,
        Words("always"),
        "It is part of the session only on these days.",
        &["\"mon wed fri\""],
    ),
    key(
        "only_if",
        Takes::Table("only_if"),
        Words("always"),
        "It is left out where the last score of pain is too high, or unknown.",
        &["{ pain_at_most = 3 }"],
    ),
    key(
        "circuit",
        Takes::Text(80),
        Nothing,
        "Neighbours with the same label are done in turn, a set each, as rounds.",
        &["\"A\""],
    ),
    key(
        "measure",
        Takes::Text(80),
        Nothing,
        "A result to ask for after each set, by its unit; kept and charted.",
        &["\"cm\""],
    ),
    key(
        "optional",
        Takes::Boolean,
        Value("false"),
        "It may be skipped without the session counting as incomplete.",
        &["true"],
    ),
    key("note", Takes::Text(2_000), Nothing, "Your own remark to the runner.", &["\"Hold on to the rail.\""]),
    key("purpose", Takes::Text(2_000), Nothing, "What it is for.", &["\"Loads the tendon while it is long.\""]),
    key(
        "setup",
        Takes::Text(2_000),
        Words("the first step is shown"),
        "Where to be and what to hold before the clock starts; `{side}` stands for the side that works.",
        &["\"Stand on the step on your {side} foot.\""],
    ),
    key(
        "steps",
        Takes::Texts,
        Nothing,
        "How to do it, in order; `{side}` stands for the side that works.",
        &["[\"Rise on both feet.\", \"Lower slowly on one.\"]"],
    ),
    key("cues", Takes::Texts, Nothing, "Short words, said in turn during the work.", &["[\"heel down slowly\"]"]),
    key("mistakes", Takes::Texts, Nothing, "What goes wrong.", &["[\"the knee bends\"]"]),
    key("muscles", Takes::Texts, Nothing, "What works.", &["[\"calf\"]"]),
    key("equipment", Takes::Texts, Nothing, "What is needed for it.", &["[\"a step\"]"]),
    key("synonyms", Takes::Texts, Nothing, "Other names, for the search.", &["[\"toe raise\"]"]),
    key("sources", Takes::Texts, Nothing, "Where it comes from.", &["[\"Alfredson et al. 1998\"]"]),
    key(
        "easier",
        Takes::Id,
        Nothing,
        "What the runner swaps to, with one key, when it hurts.",
        &["\"seated-calf-raise\""],
    ),
    key("harder", Takes::Id, Nothing, "What the runner swaps to when it is too light.", &["\"single-leg-calf-raise\""]),
    key(
        "figure",
        Takes::Figure,
        Nothing,
        "The picture: its id in the catalogue, or a file beside the program.",
        &["\"calf-raise\""],
    ),
    key(
        "id",
        Takes::Id,
        Words("what `use` says, else made of the name"),
        "What the history knows it by; needed where the same exercise stands twice in a session.",
        &["\"calf-raise-slow\""],
    ),
];

/// How a range is climbed.
pub(super) const PROGRESS: Table = Table::new(
    "progress",
    "Progress",
    "Written at an exercise with a range, as `progress = { … }`. A step more is offered; the runner decides.",
    &[
        key("every", Takes::Whole(1, 1_000), Value("3"), "After so many completed sessions.", &["7"]),
        key(
            "step",
            Takes::Step,
            Words("1 rep, 1 set, 5 s or 2.5 kg"),
            "How far a step goes, in the unit of the range; of a load, a hold or a time also in per cent of what was reached.",
            &["2", "\"10s\"", "\"5 kg\"", "\"10 %\""],
        ),
        key(
            "pain_at_most",
            Takes::Whole(0, 10),
            Words("3; for a load 2"),
            "Only where the pain of those sessions was at most this; a score that is not known never climbs.",
            &["2"],
        ),
        key(
            "no_sooner_than",
            Takes::Duration,
            Words("for a load 7 days"),
            "The least time after the last climb; 92 days at most.",
            &["\"7d\""],
        ),
    ],
);

/// When an exercise is left out.
pub(super) const ONLY_IF: Table = Table::new(
    "only_if",
    "Only if",
    "Written at an exercise, as `only_if = { … }`. The preview says what is left out and why.",
    &[key("pain_at_most", Takes::Whole(0, 10), Refused, "The last score that was asked is at most this.", &["3"])],
);

/// The dose of one side.
pub(super) const SIDE_DOSE: Table = Table {
    is_never_empty: true,
    never_beside: &[("hold", &["time"]), ("time", &["reps"])],
    ..Table::new(
        "side-dose",
        "Dose of a side",
        "Written at an exercise whose sides work one by one, as `affected = { … }`, `unaffected`, `left` or `right`. What it leaves out is as the exercise says.",
        &[
            key("sets", Takes::Count(50), Words("the exercise's"), "Sets on this side.", &["4"]),
            key("reps", Takes::Reps, Words("the exercise's"), "Reps of a set.", &["8"]),
            key("hold", Takes::Durations, Words("the exercise's"), "How long it is held.", &["\"20s\""]),
            key("time", Takes::Durations, Words("the exercise's"), "How long it is done.", &["\"1 min\""]),
            key("load", Takes::Text(80), Words("the exercise's"), "What is carried or pulled.", &["\"4 kg\""]),
        ],
    )
};
