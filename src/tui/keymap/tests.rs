//! What the key table promises.

use super::*;

/// Contexts that hold at the same time.
const TOGETHER: &[&[Context]] = &[
    &[Context::Home, Context::HomeUnfinished, Context::HomeMorning],
    &[Context::Preview],
    &[
        Context::Before,
        Context::BeforeNotFor,
        Context::BeforeSigns,
        Context::BeforeEntry,
        Context::BeforeAdvice,
        Context::BeforeSide,
        Context::BeforePain,
    ],
    &[Context::Play, Context::Work],
    &[Context::Play, Context::OwnPace, Context::Steps],
    &[Context::Play, Context::Steps, Context::StepsMore],
    &[Context::Play, Context::Rest, Context::RestReps],
    &[Context::Play, Context::Paused],
    &[Context::AskGap],
    &[Context::AskPain, Context::AskPainEasier, Context::AskPainBetween],
    &[Context::AskEnd],
    &[Context::AskReason],
    &[Context::CheckIn, Context::CheckInScore, Context::CheckInReps, Context::CheckInResults],
    &[Context::Note],
    &[Context::Summary],
    &[Context::Resume, Context::ResumePlace],
    &[Context::Discard],
    &[Context::Morning, Context::MorningScore],
    &[Context::Morning, Context::MorningMinutes],
    &[Context::Outline, Context::OutlineItem],
    &[Context::Fields, Context::FieldText],
    &[Context::Fields, Context::FieldChoice],
    &[Context::Shelf],
    &[Context::Review],
    &[Context::FileChanged],
    &[Context::LeaveForm],
    &[Context::FileSaved],
    &[Context::Live, Context::LiveProblems, Context::LiveExercises],
    &[Context::Reading],
    &[Context::Figure],
    &[Context::History, Context::HistoryScroll, Context::HistoryViews, Context::HistoryUndo],
    &[Context::History, Context::HistorySessions, Context::HistoryViews, Context::HistoryUndo],
    &[Context::HistoryEntry, Context::HistoryScroll, Context::HistoryUndo],
    &[Context::AskVoice],
    &[
        Context::Preview,
        Context::PreviewVariants,
        Context::PreviewStages,
        Context::PreviewSteps,
        Context::PreviewFollowed,
    ],
    &[Context::AskStepBack],
    &[Context::AskVariant],
    &[Context::AskStop],
    &[Context::WhichSigns],
    &[Context::WhichList],
    &[Context::WhichDoctor],
    &[Context::AskStageBack],
    &[
        Context::Before,
        Context::BeforeNotFor,
        Context::BeforeSigns,
        Context::BeforeEntry,
        Context::BeforeAdvice,
        Context::BeforeSide,
        Context::BeforeNew,
        Context::BeforeVariant,
    ],
    &[
        Context::Before,
        Context::BeforeNotFor,
        Context::BeforeSigns,
        Context::BeforeEntry,
        Context::BeforeAdvice,
        Context::BeforeSide,
        Context::BeforePain,
        Context::BeforeNew,
        Context::BeforeVariants,
    ],
    &[Context::Decide, Context::DecideAsks],
    &[Context::Decide, Context::DecideReads],
    &[Context::Play, Context::Work, Context::Harder, Context::Lighter],
    &[Context::Play, Context::OwnPace, Context::Harder, Context::Lighter],
    &[Context::Play, Context::Rest, Context::RestReps, Context::RestNumber, Context::Harder, Context::Lighter],
    &[Context::Play, Context::Paused, Context::Harder, Context::Lighter],
    &[Context::Number, Context::NumberOpen, Context::Harder, Context::Lighter],
    &[Context::Number, Context::NumberGiven, Context::Harder, Context::Lighter],
    &[Context::CheckInNumber],
];

#[test]
fn no_key_means_two_things_at_once() {
    for together in TOGETHER {
        let mut contexts = together.to_vec();
        contexts.push(Context::Anywhere);
        let mut seen: Vec<KeyPress> = Vec::new();
        for row in TABLE.iter().filter(|row| row.holds(&contexts)) {
            for key in row.keys {
                assert!(!seen.contains(key), "{key} means two things in {contexts:?}: {}", row.long);
                seen.push(*key);
            }
        }
    }
}

#[test]
fn every_context_has_a_key_and_is_tested() {
    for context in Context::ALL {
        assert!(TABLE.iter().any(|row| row.contexts.contains(context)), "{context:?} has no key");
        assert!(*context == Context::Anywhere || TOGETHER.iter().any(|t| t.contains(context)), "{context:?}");
    }
}

#[test]
fn every_row_can_be_pressed_and_read() {
    for row in TABLE {
        assert!(!row.long.is_empty() && !row.keys.is_empty() && !row.contexts.is_empty(), "{row:?}");
        for (place, key) in row.keys.iter().enumerate() {
            let means = action(*key, row.contexts.first().map_or(&[], std::slice::from_ref));
            let wanted = match row.does {
                Does::One(action) => action,
                Does::Score => Action::Score(u8::try_from(place).unwrap()),
                Does::Choice => Action::Choice(u8::try_from(place).unwrap()),
                Does::Type => Action::Type("0123456789.,".chars().nth(place).unwrap()),
            };
            assert_eq!(means, Some(wanted), "{key} in {:?}", row.contexts);
        }
    }
}

#[test]
fn the_readme_lists_every_row_once() {
    let text = markdown();
    for row in TABLE {
        assert!(text.contains(row.long), "{}", row.long);
    }
    assert!(text.contains("| during a session | `s` | skip this exercise and say why |"), "{text}");
}

#[test]
fn letters_are_typed_only_where_text_is_asked() {
    let q = KeyPress::char('q');
    assert_eq!(action(q, &[Context::Note]), Some(Action::Type('q')));
    assert_eq!(action(q, &[Context::MorningMinutes]), None);
    assert_eq!(action(KeyPress::char('7'), &[Context::MorningMinutes]), Some(Action::Type('7')));
    assert_eq!(action(KeyPress::ctrl(Key::Char('x')), &[Context::Note]), None);
}
