//! The moments that tell a rep: what is short must be among them.

use soleus::figure::joint::Joint;
use soleus::figure::rhythm::{Beat, Rhythm};
use soleus::figure::telling::telling;
use soleus::io::library::figure;

#[test]
fn a_jump_is_among_three_moments() {
    for id in ["pogo-hop", "depth-jump", "hop-and-stick", "box-jump"] {
        let figure = figure(id).unwrap();
        let rhythm = Rhythm::own(&figure);
        let lowest = |beat: &Beat<'_>| {
            let body = figure.body(&figure.stance(beat.phase, beat.part, beat.seconds).now);
            [Joint::Ball, Joint::Toe, Joint::FarBall, Joint::FarToe]
                .map(|joint| body.get(joint).y)
                .into_iter()
                .fold(f64::MAX, f64::min)
        };
        let beats = telling(&figure, &rhythm, 3);
        assert!(
            beats.iter().map(lowest).fold(f64::MIN, f64::max) > 4.0,
            "{id}: {:?}",
            beats.iter().map(lowest).collect::<Vec<_>>()
        );
    }
}

#[test]
fn they_begin_with_the_rep_and_go_on_in_the_order_of_time() {
    let figure = figure("heel-drop-straight").unwrap();
    let rhythm = Rhythm::own(&figure);
    let whole = |count| -> Vec<f64> {
        let before = |beat: &Beat<'_>| -> f64 {
            rhythm.phases.iter().take_while(|(word, _)| word.as_str() != beat.phase).map(|(_, length)| length).sum()
        };
        telling(&figure, &rhythm, count).iter().map(|beat| before(beat) + beat.seconds).collect()
    };
    assert_eq!(whole(1), [0.0]);
    for count in 2..6 {
        let moments = whole(count);
        assert_eq!(moments.len(), count);
        assert!(moments.is_sorted_by(|a, b| a < b) && moments[0] == 0.0, "{moments:?}");
    }
}

#[test]
fn a_body_that_never_moves_has_one_moment() {
    let figure = figure("calf-raise").unwrap();
    let first = figure.phases[0].clone();
    let still = soleus::figure::model::Phase { way: vec![first.way[0], first.way[0]], ..first };
    let figure = soleus::figure::Figure { phases: vec![still], ..figure };
    assert_eq!(telling(&figure, &Rhythm::own(&figure), 5).len(), 1);
}
