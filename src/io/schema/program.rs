//! The keys of a program, its phases, its sessions and its rules.

use crate::io::schema::Missing::{Nothing, Refused, Value, Words};
use crate::io::schema::{Key, Table, Takes, key};

/// Which side works.
pub(super) const SIDES: &[&str] = &["both", "each", "each in turn", "left", "right", "affected", "unaffected"];
const QUESTIONS: &[&str] = &["before", "after", "next-morning", "morning-stiffness"];

/// The outermost table.
pub(super) const PROGRAM: Table = Table {
    one_of: &["exercise", "session", "phase"],
    ..Table::new(
        "program",
        "The program",
        "One file is one program. These keys stand above the first bracket.",
        PROGRAM_KEYS,
    )
};

const PROGRAM_KEYS: &[Key] = &[
    key(
        "title",
        Takes::Text(80),
        Refused,
        "What the runner reads in the list of programs.",
        &["\"Ankles, ten minutes\""],
    ),
    key(
        "schedule",
        Takes::Schedule,
        Value("\"daily\""),
        "When it is due.",
        &["\"3 times a week\"", "\"daily, 2 times a day\""],
    ),
    key(
        "summary",
        Takes::Text(2_000),
        Nothing,
        "What it is, in a sentence; shown in the preview and on the handout.",
        &["\"Slow lowering over the edge of a step.\""],
    ),
    key(
        "audience",
        Takes::Text(2_000),
        Nothing,
        "For whom it is.",
        &["\"Runners with pain 2 to 6 cm above the heel bone\""],
    ),
    key("author", Takes::Text(2_000), Nothing, "Who wrote it.", &["\"A. Berg, physiotherapist\""]),
    key("license", Takes::Text(2_000), Nothing, "How it may be passed on.", &["\"CC BY 4.0\""]),
    key("version", Takes::Text(2_000), Nothing, "Your own count of versions.", &["\"2\""]),
    key("equipment", Takes::Texts, Nothing, "What is needed.", &["[\"a step with a rail\", \"a small towel\"]"]),
    key("sources", Takes::Texts, Nothing, "Where it comes from.", &["[\"Alfredson et al. 1998\"]"]),
    key(
        "not_for",
        Takes::Texts,
        Nothing,
        "Who must not do it: shown, and confirmed once, before any session.",
        &["[\"A pop or sudden weakness in the calf\"]"],
    ),
    key(
        "stop_if",
        Takes::Texts,
        Nothing,
        "Warning signs: confirmed before the first session, one key away at any time.",
        &["[\"You cannot stand on tiptoe\"]"],
    ),
    key(
        "expect",
        Takes::Text(2_000),
        Nothing,
        "What the runner may expect.",
        &["\"Some ache up to 3 is usual in the first week.\""],
    ),
    key(
        "gap",
        Takes::Duration,
        Nothing,
        "The least time between the end of one session and the start of the next, across days too; 92 days at most.",
        &["\"6h\"", "\"40h\""],
    ),
    key(
        "review_by",
        Takes::Date,
        Nothing,
        "Past this day the player says that you should look at the program again; it still plays.",
        &["2027-03-31"],
    ),
    key(
        "lighter_week",
        Takes::Whole(2, 52),
        Nothing,
        "In every so manieth week, counted from the first session, a lighter session is offered: a set less, else a fifth \
         less; and nothing that is more.",
        &["4"],
    ),
    key(
        "pain",
        Takes::Table("pain"),
        Words("asked after the session, limit 5"),
        "What is asked about pain, and how much is too much.",
        &["{ ask = [\"before\", \"after\"], limit = 4 }"],
    ),
    key(
        "defaults",
        Takes::Table("defaults"),
        Nothing,
        "What holds for every exercise that does not say otherwise.",
        &["{ side = \"affected\", rest = \"60s\" }"],
    ),
    key(
        "define",
        Takes::Definitions,
        Nothing,
        "Exercises of your own by their ids; `use` finds them before the catalogue. What is defined has no `id` in it.",
        &["{ slow-raise = { use = \"calf-raise\", tempo = \"raise 3s, lower 3s\" } }"],
    ),
    key(
        "variant",
        Takes::Tables("variant", 12),
        Nothing,
        "Other forms of the program; the runner chooses one.",
        &[
            "[{ id = \"floor\", title = \"My pain is at the heel bone\", replace = { heel-drop-straight = \"heel-lower-floor\" } }]",
        ],
    ),
    key(
        "exercise",
        Takes::Tables("exercise", 200),
        Nothing,
        "The exercises of one session that is always the same.",
        &["[{ use = \"calf-raise\" }]"],
    ),
    key(
        "session",
        Takes::Tables("session", 28),
        Nothing,
        "Several sessions.",
        &["[{ title = \"A\", exercise = [{ use = \"calf-raise\" }] }]"],
    ),
    key(
        "phase",
        Takes::Tables("phase", 52),
        Nothing,
        "Stages of the program, in order.",
        &["[{ title = \"Strength\", exercise = [{ use = \"calf-raise\" }] }]"],
    ),
    key(
        "id",
        Takes::Id,
        Words("the file's name"),
        "What the history knows the program by: a file that is renamed keeps its progress if it has one.",
        &["\"achilles-drops\""],
    ),
    key("format", Takes::Whole(1, 1), Value("1"), "The version of the format that the file is written in.", &["1"]),
    key(
        "language",
        Takes::Language,
        Value("\"en\""),
        "The language of its texts, for the voice that speaks the cues.",
        &["\"de\""],
    ),
];

/// What is asked about pain.
pub(super) const PAIN: Table = Table::new(
    "pain",
    "Pain",
    "Written as `[pain]`, its keys below.",
    &[
        key(
            "ask",
            Takes::Words(QUESTIONS),
            Value("[\"after\"]"),
            "When a score from 0 to 10 is asked; `morning-stiffness` asks for minutes.",
            &["[\"before\", \"after\", \"next-morning\"]"],
        ),
        key("limit", Takes::Whole(0, 10), Value("5"), "A score above it stops the exercise.", &["4"]),
        key(
            "lighten_over",
            Takes::Whole(0, 10),
            Value("3"),
            "A score above it, up to the limit, offers a lighter next session: a set less, else a fifth less. As high \
             as the limit: never.",
            &["5"],
        ),
        key("where", Takes::Text(80), Nothing, "Where it hurts.", &["\"Achilles tendon\""]),
    ],
);

/// What holds for every exercise that does not say.
pub(super) const DEFAULTS: Table = Table::new(
    "defaults",
    "Defaults",
    "Written as `[defaults]`, its keys below; a phase may have its own. They win over the catalogue.",
    &[
        key("sets", Takes::Count(50), Nothing, "Sets a side.", &["3"]),
        key("rest", Takes::Duration, Nothing, "Between two sets; 30 min at most.", &["\"60s\""]),
        key("rest_after", Takes::Duration, Nothing, "Before the next exercise; 30 min at most.", &["\"20s\""]),
        key(
            "get_ready",
            Takes::Duration,
            Nothing,
            "The count before the first second of work; 30 min at most.",
            &["\"10s\""],
        ),
        key("change_over", Takes::Duration, Nothing, "To change sides; 30 min at most.", &["\"15s\""]),
        key("side", Takes::Word(SIDES), Nothing, "Which side works.", &["\"affected\""]),
    ],
);

/// Another form of the program.
pub(super) const VARIANT: Table = Table {
    any_of: &[&["replace"], &["leave_out"]],
    ..Table::new(
        "variant",
        "Variant",
        "Written as `[[variant]]`. Chosen at the beginning, changed at any time. The dose that is written at an exercise stays; the rest comes from the one that stands in.",
        &[
            key("id", Takes::Id, Refused, "What the history knows it by.", &["\"floor-level\""]),
            key(
                "title",
                Takes::Text(80),
                Refused,
                "What the runner reads.",
                &["\"My pain is at the heel bone itself\""],
            ),
            key(
                "replace",
                Takes::Ids,
                Nothing,
                "On the left an exercise of this program, on the right what stands in for it.",
                &["{ heel-drop-straight = \"heel-lower-floor\" }"],
            ),
            key(
                "leave_out",
                Takes::IdList,
                Nothing,
                "Exercises of this program that are not done.",
                &["[\"calf-stretch-straight\", \"soleus-stretch\"]"],
            ),
        ],
    )
};

/// One of several sessions.
pub(super) const SESSION: Table = Table::new(
    "session",
    "Session",
    "Written as `[[session]]`, or in a phase. Either every session has a `schedule`, or none has and they are done in turn on the due days.",
    &[
        key("title", Takes::Text(80), Refused, "What the runner reads.", &["\"Morning\""]),
        key(
            "exercise",
            Takes::Tables("exercise", 200),
            Refused,
            "Its exercises, in order.",
            &["[{ use = \"calf-raise\" }]"],
        ),
        key("schedule", Takes::Schedule, Words("in turn with the others"), "When it is due.", &["\"mon thu\""]),
    ],
);

/// A stage of a program.
pub(super) const PHASE: Table = Table {
    one_of: &["exercise", "session", "same_as"],
    never_beside: &[("same_as", &["defaults"])],
    ..Table::new(
        "phase",
        "Phase",
        "Written as `[[phase]]`. The next one is offered, never forced: the runner decides.",
        &[
            key("title", Takes::Text(80), Refused, "What the runner reads.", &["\"Add load\""]),
            key("weeks", Takes::Whole(1, 520), Words("open-ended"), "Its least length.", &["2"]),
            key(
                "advance_when",
                Takes::Table("advance_when"),
                Words("after `weeks`"),
                "After which sessions the next phase is offered.",
                &["{ sessions = 6, pain_at_most = 3 }"],
            ),
            key(
                "back_when",
                Takes::Table("back_when"),
                Words("never by itself"),
                "After which pain the phase before is offered.",
                &["{ pain_over = 5, sessions = 2 }"],
            ),
            key(
                "skip_if",
                Takes::Texts,
                Words("it is for all"),
                "Only some need the phase: before it begins, who confirms all of these statements may skip it.",
                &["[\"I can raise my heel on one leg\"]"],
            ),
            key(
                "entry",
                Takes::Texts,
                Nothing,
                "Statements that the runner must confirm before it begins.",
                &["[\"I can do 3 sets of 12 without pain\"]"],
            ),
            key(
                "goal",
                Takes::Text(2_000),
                Nothing,
                "What it is for.",
                &["\"Find the dose that you can do every day.\""],
            ),
            key("schedule", Takes::Schedule, Words("the program's"), "When it is due.", &["\"every 2 days\""]),
            key(
                "defaults",
                Takes::Table("defaults"),
                Words("the program's"),
                "What holds in this phase for every exercise that does not say otherwise.",
                &["{ rest = \"90s\" }"],
            ),
            key(
                "exercise",
                Takes::Tables("exercise", 200),
                Nothing,
                "The exercises of its one session.",
                &["[{ use = \"calf-raise\" }]"],
            ),
            key(
                "session",
                Takes::Tables("session", 28),
                Nothing,
                "Its several sessions.",
                &["[{ title = \"A\", exercise = [{ use = \"calf-raise\" }] }]"],
            ),
            key(
                "same_as",
                Takes::Text(80),
                Nothing,
                "The title of a phase above this one: its exercises or sessions are those of this phase too.",
                &["\"Add load\""],
            ),
        ],
    )
};

/// When the next phase is offered.
pub(super) const ADVANCE_WHEN: Table = Table::new(
    "advance_when",
    "Advance when",
    "Written at a phase, as `advance_when = { … }`. Not before its `weeks` have passed, where they are given.",
    &[
        key("sessions", Takes::Whole(1, 1_000), Refused, "So many completed sessions of the phase in a row.", &["6"]),
        key(
            "pain_at_most",
            Takes::Whole(0, 10),
            Nothing,
            "The worst score of each of them; a score that is not known is not low.",
            &["3"],
        ),
    ],
);

/// When the phase before is offered.
pub(super) const BACK_WHEN: Table = Table::new(
    "back_when",
    "Back when",
    "Written at a phase, as `back_when = { … }`. It offers the phase before; the runner decides.",
    &[
        key(
            "pain_over",
            Takes::Whole(0, 9),
            Refused,
            "Pain over this: the worst score that is known of a session, a stamp in the middle of it too.",
            &["5"],
        ),
        key("sessions", Takes::Whole(1, 1_000), Value("1"), "In so many sessions of the phase in a row.", &["2"]),
    ],
);
