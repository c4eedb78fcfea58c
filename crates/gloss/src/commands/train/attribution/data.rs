//! What the stages learn from: the sequences of all articles, and in which order the stages learn.

use super::articles::Article;
use super::judge;
use super::learner::{Sequences, Settings, learn};
use engine::attribution::training::{Model, Surroundings, Weights, marks, may_follow, of_cue};
use indicatif::ProgressBar;

/// How cues are learned, and but for the number of labels and features their arguments. Steps, rounds and draw were chosen by
/// cross-validation; the numbers of features kept so that the file stays below 300 KB.
const CUES: Settings = Settings { labels: 3, rounds: 14, choosing: 4, step: 0.05, draw: 1e-4, keep: 20_000 };
/// How the judge is learned.
const JUDGE: Settings = Settings { labels: 2, rounds: 10, choosing: 3, step: 0.05, draw: 1e-3, keep: 6_000 };

/// What is learned from: the sequences of all articles, and which belong to which.
pub struct Data {
    cues: Sequences,
    arguments: Sequences,
    /// For each article its sequences in `cues` and `arguments`.
    of_article: Vec<(Vec<usize>, Vec<usize>)>,
}

impl Data {
    /// The sequences of `articles`; `each` is called after each.
    pub fn new(articles: &[Article], mut each: impl FnMut()) -> Self {
        let mut data = Self { cues: Sequences::default(), arguments: Sequences::default(), of_article: Vec::new() };
        for article in articles {
            let mut numbers = (Vec::new(), Vec::new());
            data.add(article, &mut numbers);
            data.of_article.push(numbers);
            each();
        }
        data
    }

    fn add(&mut self, article: &Article, numbers: &mut (Vec<usize>, Vec<usize>)) {
        let mut features = Vec::new();
        for (passage, known) in article.passages.iter().zip(&article.known) {
            let mut labels = vec![0u8; passage.units.len()];
            for known in known {
                mark(&mut labels, &known.cue, 0);
            }
            for (unit, &label) in labels.iter().enumerate() {
                features.clear();
                of_cue(passage, unit, &mut features);
                self.cues.unit(&features, label);
            }
            numbers.0.push(self.cues.end());
            let marks = marks(passage.units.len(), known.iter().map(|known| known.cue.clone()));
            for known in known {
                let surroundings = Surroundings::new(passage, known.cue.clone(), &marks);
                let window = surroundings.window.clone();
                let mut labels = vec![0u8; passage.units.len()];
                for (role, units) in &known.arguments {
                    mark(&mut labels, units, *role);
                }
                labels[known.cue.clone()].fill(0);
                begin_anew(&mut labels[window.clone()]);
                for unit in window {
                    features.clear();
                    surroundings.of_argument(unit, &mut features);
                    self.arguments.unit(&features, labels[unit]);
                }
                numbers.1.push(self.arguments.end());
            }
        }
    }

    /// The model learned from those articles.
    pub fn learn(&self, articles: &[Article], chosen: &[usize], bar: &ProgressBar) -> Model {
        bar.set_length((3 * 2 * CUES.rounds + JUDGE.rounds) as u64);
        // The judge learns from statements that chains propose in articles they didn't learn from.
        let mut judged = Sequences::default();
        let halves: [Vec<usize>; 2] = [0, 1].map(|half| {
            chosen.iter().copied().enumerate().filter(|(at, _)| at % 2 == half).map(|(_, index)| index).collect()
        });
        for (learned, proposed) in [(&halves[0], &halves[1]), (&halves[1], &halves[0])] {
            let model = self.chains(learned, bar);
            for &index in proposed {
                judge::add(&articles[index], &model, &mut judged);
            }
        }
        let all: Vec<usize> = (0..judged.len()).collect();
        let judge = learn(&judged, &all, JUDGE, || bar.inc(1));
        let model = Model { judge, ..self.chains(chosen, bar) };
        bar.finish_and_clear();
        model
    }

    /// The two chains learned from those articles, and a judge that knows nothing.
    fn chains(&self, chosen: &[usize], bar: &ProgressBar) -> Model {
        let arguments = Settings { labels: 5, keep: 26_000, ..CUES };
        let cues: Vec<usize> = chosen.iter().flat_map(|&index| self.of_article[index].0.iter().copied()).collect();
        let cues = learn(&self.cues, &cues, CUES, || bar.inc(1));
        let sequences: Vec<usize> = chosen.iter().flat_map(|&index| self.of_article[index].1.iter().copied()).collect();
        let arguments = learn(&self.arguments, &sequences, arguments, || bar.inc(1));
        Model { cues, arguments, judge: Weights::new(2, vec![0.0; 4], Vec::new()) }
    }
}

/// Labels `units` as beginning and going on with a role.
fn mark(labels: &mut [u8], units: &std::ops::Range<usize>, role: usize) {
    for (index, unit) in units.clone().enumerate() {
        labels[unit] = 2 * role as u8 + if index == 0 { 1 } else { 2 };
    }
}

/// Lets whatever the cue interrupts begin anew after it.
fn begin_anew(labels: &mut [u8]) {
    let mut before = 0;
    for label in labels {
        if !may_follow(Some(usize::from(before)), usize::from(*label)) {
            *label -= 1;
        }
        before = *label;
    }
}
