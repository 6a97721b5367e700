//! Which saves a trial makes: drawn from its seed, so that both processes know each of them.

use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

/// The children of the meeting.
pub(super) const CHILDREN: usize = 2;

const SECTIONS: [&str; 4] = ["child_voice", "family_voice", "analysis", "safety_plan"];

/// What is written; some of it is several bytes a character.
const WORDS: [&str; 8] =
    ["missing", "twice", "café", "“home”", "late", "naïve – perhaps", "school", "bus"];

/// All saves of one trial.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) seed: u64,
}

/// One save of a meeting being held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Save {
    /// The text of a section is saved while it is typed.
    Passage { child: usize, section: &'static str, body: String },
    /// An action is added.
    Action { child: usize, text: String },
    /// A decision is added.
    Decision { text: String },
}

/// What a store holds of a plan.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) passages: BTreeMap<(usize, String), String>,
    pub(super) actions: BTreeSet<String>,
    pub(super) decisions: BTreeSet<String>,
}

impl Plan {
    /// The n-th save, from 1.
    pub(super) fn save(self, n: u32) -> Save {
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        random.set_stream(n.into());
        let child = random.random_range(0..CHILDREN);
        match random.random_range(0..6) {
            0 => Save::Action { child, text: words(&mut random, n, 12) },
            1 => Save::Decision { text: words(&mut random, n, 40) },
            _ => {
                let section = SECTIONS[random.random_range(0..SECTIONS.len())];
                // Up to forty pages of the file in one save.
                let most = if random.random_range(0..8) == 0 { 20_000 } else { 600 };
                let count = random.random_range(1..most);
                Save::Passage { child, section, body: words(&mut random, n, count) }
            }
        }
    }

    /// What is there after the first `n` saves.
    pub(super) fn held_after(self, n: u32) -> Held {
        let mut held = Held::default();
        for n in 1..=n {
            match self.save(n) {
                Save::Passage { child, section, body } => {
                    held.passages.insert((child, section.to_owned()), body);
                }
                Save::Action { text, .. } => {
                    held.actions.insert(text);
                }
                Save::Decision { text } => {
                    held.decisions.insert(text);
                }
            }
        }
        held
    }
}

fn words(random: &mut ChaCha8Rng, n: u32, count: usize) -> String {
    let mut text = format!("Save {n}:");
    for _ in 0..count {
        text.push(' ');
        text.push_str(WORDS[random.random_range(0..WORDS.len())]);
    }
    text
}
