//! Where keys mean something.

/// Where a key means something. Several hold at once: [`crate::tui::model::Model::contexts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// On every screen.
    Anywhere,
    /// The home screen.
    Home,
    /// … with a session that was cut off.
    HomeUnfinished,
    /// … with open questions of the morning.
    HomeMorning,
    /// The history.
    History,
    /// … something to scroll.
    HistoryScroll,
    /// … sessions to choose from.
    HistorySessions,
    /// … one of them is opened.
    HistoryEntry,
    /// … of several programs.
    HistoryViews,
    /// … something was said that can be taken back.
    HistoryUndo,
    /// Which program is for me: the warning signs.
    WhichSigns,
    /// … what it is, or which of several programs.
    WhichList,
    /// … a doctor first.
    WhichDoctor,
    /// The preview.
    Preview,
    /// Before the session.
    Before,
    /// … reasons against it are to be confirmed.
    BeforeNotFor,
    /// … warning signs are to be confirmed.
    BeforeSigns,
    /// … statements about the runner are to be confirmed.
    BeforeEntry,
    /// … the advice is to be confirmed.
    BeforeAdvice,
    /// … the side is to be named.
    BeforeSide,
    /// … pain is asked.
    BeforePain,
    /// The player, whatever it does, unless it asks something.
    Play,
    /// Timed work runs, or the count before going on.
    Work,
    /// A set at the runner's own pace, the last step of an instruction.
    OwnPace,
    /// An instruction of several steps.
    Steps,
    /// … and the present one is not the last.
    StepsMore,
    /// Do you hear the tones, and shall a voice lead?
    AskVoice,
    /// A rest or a count.
    Rest,
    /// A rest, and the reps of the last set can be put right.
    RestReps,
    /// Paused.
    Paused,
    /// The machine slept: how to go on?
    AskGap,
    /// Pain over the limit: how to go on?
    AskPain,
    /// … an easier exercise is known.
    AskPainEasier,
    /// … the exercise that hurt is over.
    AskPainBetween,
    /// End the session?
    AskEnd,
    /// Why is it skipped?
    AskReason,
    /// The questions after the session.
    CheckIn,
    /// … a score is asked.
    CheckInScore,
    /// … the reps of the last set can be put right.
    CheckInReps,
    /// A note is written.
    Note,
    /// The summary.
    Summary,
    /// A session was cut off.
    Resume,
    /// … and can go on.
    ResumePlace,
    /// Really discard it?
    Discard,
    /// The questions of the morning.
    Morning,
    /// … a score is asked.
    MorningScore,
    /// … minutes are asked.
    MorningMinutes,
    /// A program is written: the list of its stages and exercises.
    Outline,
    /// … one of them is chosen.
    OutlineItem,
    /// Its fields.
    Fields,
    /// … a field takes text.
    FieldText,
    /// … a field takes one of several words.
    FieldChoice,
    /// An exercise is chosen from the catalogue.
    Shelf,
    /// What would be written is shown.
    Review,
    /// Another has changed the file.
    FileChanged,
    /// Changes were not written.
    LeaveForm,
    /// The file was written.
    FileSaved,
    /// The preview of a file.
    Live,
    /// … it has problems.
    LiveProblems,
    /// … it has exercises to rehearse.
    LiveExercises,
    /// A figure plays alone.
    Figure,
    /// Something is read: help, warning signs, how to.
    Reading,
    /// The preview of a program with variants that is followed.
    PreviewVariants,
    /// … with a stage before the present one.
    PreviewStages,
    /// … with a climbed step that can be taken back.
    PreviewSteps,
    /// … that is followed.
    PreviewFollowed,
    /// Really leave the program?
    AskStop,
    /// Before the first session: when it begins, and where it hurts.
    BeforeNew,
    /// Which variant?
    AskVariant,
    /// Really a stage back?
    AskStageBack,
    /// Which climbed step back?
    AskStepBack,
    /// Before the session, with variants; digits answer something else.
    BeforeVariants,
    /// … digits choose the variant.
    BeforeVariant,
    /// Something is to be decided before the session.
    Decide,
    /// … there are questions.
    DecideAsks,
    /// … there is only something to read.
    DecideReads,
    /// The player, and a harder exercise is known.
    Harder,
    /// The player, and an easier exercise is known.
    Lighter,
    /// In a rest, a number is asked.
    Number,
    /// … it is open.
    NumberOpen,
    /// … it was given, and is put right.
    NumberGiven,
    /// In a rest, and a number was given before.
    RestNumber,
    /// After the session, and numbers were given.
    CheckInResults,
    /// After the session, a number that is still open is asked.
    CheckInNumber,
}

impl Context {
    /// All of them, in the order of the help.
    pub const ALL: &'static [Self] = &[
        Self::Home,
        Self::HomeUnfinished,
        Self::HomeMorning,
        Self::History,
        Self::HistoryScroll,
        Self::HistorySessions,
        Self::HistoryEntry,
        Self::HistoryViews,
        Self::HistoryUndo,
        Self::WhichSigns,
        Self::WhichList,
        Self::WhichDoctor,
        Self::Preview,
        Self::Before,
        Self::BeforeNotFor,
        Self::BeforeSigns,
        Self::BeforeEntry,
        Self::BeforeAdvice,
        Self::BeforeSide,
        Self::BeforePain,
        Self::OwnPace,
        Self::Steps,
        Self::StepsMore,
        Self::Work,
        Self::Rest,
        Self::RestReps,
        Self::Paused,
        Self::Play,
        Self::AskGap,
        Self::AskPain,
        Self::AskPainEasier,
        Self::AskPainBetween,
        Self::AskEnd,
        Self::AskReason,
        Self::CheckIn,
        Self::CheckInScore,
        Self::CheckInReps,
        Self::Note,
        Self::Summary,
        Self::Resume,
        Self::ResumePlace,
        Self::Discard,
        Self::Morning,
        Self::MorningScore,
        Self::MorningMinutes,
        Self::Outline,
        Self::OutlineItem,
        Self::Fields,
        Self::FieldText,
        Self::FieldChoice,
        Self::Shelf,
        Self::Review,
        Self::FileChanged,
        Self::LeaveForm,
        Self::FileSaved,
        Self::Live,
        Self::LiveProblems,
        Self::LiveExercises,
        Self::Figure,
        Self::Reading,
        Self::PreviewVariants,
        Self::PreviewStages,
        Self::PreviewSteps,
        Self::PreviewFollowed,
        Self::AskStop,
        Self::BeforeNew,
        Self::AskVariant,
        Self::AskStageBack,
        Self::AskStepBack,
        Self::AskVoice,
        Self::BeforeVariants,
        Self::BeforeVariant,
        Self::Decide,
        Self::DecideAsks,
        Self::DecideReads,
        Self::Harder,
        Self::Lighter,
        Self::Number,
        Self::NumberOpen,
        Self::NumberGiven,
        Self::RestNumber,
        Self::CheckInResults,
        Self::CheckInNumber,
        Self::Anywhere,
    ];

    /// The headline under which its keys stand in the help.
    #[expect(clippy::too_many_lines, reason = "a table, a line for each headline")]
    pub const fn group(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Home | Self::HomeUnfinished | Self::HomeMorning => "home",
            Self::History
            | Self::HistoryScroll
            | Self::HistorySessions
            | Self::HistoryEntry
            | Self::HistoryViews
            | Self::HistoryUndo => "the history",
            Self::WhichSigns | Self::WhichList | Self::WhichDoctor => "which program is for me",
            Self::Preview
            | Self::PreviewVariants
            | Self::PreviewStages
            | Self::PreviewSteps
            | Self::PreviewFollowed => "preview",
            Self::AskVariant => "choosing a form of a program",
            Self::AskStageBack | Self::AskStepBack => "going back",
            Self::AskVoice => "the voice is offered",
            Self::AskStop => "leaving a program",
            Self::Decide | Self::DecideAsks | Self::DecideReads => "deciding before a session",
            Self::Number | Self::NumberOpen | Self::NumberGiven => "a number is asked in a rest",
            Self::Before
            | Self::BeforeNotFor
            | Self::BeforeSigns
            | Self::BeforeEntry
            | Self::BeforeAdvice
            | Self::BeforeSide
            | Self::BeforePain
            | Self::BeforeNew
            | Self::BeforeVariants
            | Self::BeforeVariant => "before a session",
            Self::Play
            | Self::Work
            | Self::OwnPace
            | Self::Steps
            | Self::StepsMore
            | Self::Rest
            | Self::RestReps
            | Self::RestNumber
            | Self::Paused
            | Self::Harder
            | Self::Lighter => "during a session",
            Self::AskGap => "after a gap",
            Self::AskPain | Self::AskPainEasier | Self::AskPainBetween => "pain over the limit",
            Self::AskEnd => "ending a session",
            Self::AskReason => "skipping an exercise",
            Self::CheckIn | Self::CheckInScore | Self::CheckInReps | Self::CheckInResults | Self::CheckInNumber => {
                "after a session"
            }
            Self::Note => "writing a note",
            Self::Summary => "summary",
            Self::Resume | Self::ResumePlace | Self::Discard => "a session that was cut off",
            Self::Morning | Self::MorningScore | Self::MorningMinutes => "the next morning",
            Self::Outline | Self::OutlineItem => "writing a program",
            Self::Fields | Self::FieldText | Self::FieldChoice => "writing in a field",
            Self::Shelf => "choosing an exercise",
            Self::Review | Self::FileChanged | Self::LeaveForm | Self::FileSaved => "saving a program",
            Self::Figure => "a figure alone",
            Self::Live | Self::LiveProblems | Self::LiveExercises => "a file while it is written",
            Self::Reading => "reading",
        }
    }
}
