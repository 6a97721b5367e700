//! What a reader reads: every text that goes in, with protected words taken out and pseudonyms
//! that stay the same for the life of a release.
//!
//! Nothing undecided stays in a text: a suggestion goes as if it were certain until somebody
//! decides that it is an ordinary word.

use std::collections::BTreeMap;

use domain::release::{Chosen, Part, PartRef, Pseudonym, WordChoice};
use domain::text::SearchKey;
use redact::{Action, Certainty, Detector, Label, Request, Run, Seed, Span, Survivor, Unresolved};

use super::register::Known;
use super::source::Source;
use crate::AppError;

/// A text that goes in.
pub(super) struct SafeText {
    /// Before.
    pub(super) original: String,
    /// After.
    pub(super) text: String,
    /// What was done to it, by position in `original`.
    pub(super) spans: Vec<Span>,
}

/// A part with what happens to it and, unless it is withheld, its safe text.
pub(super) struct ReadPart {
    pub(super) part: Part,
    pub(super) chosen: Chosen,
    pub(super) safe: Option<SafeText>,
    /// Who does it, for actions that go in.
    pub(super) owner: Option<SafeText>,
}

/// Somebody who was asked, as the reader may know them.
pub(super) struct ReadSeat {
    pub(super) name: String,
    pub(super) capacity: String,
    pub(super) agency: String,
    pub(super) mark: Option<domain::meeting::Mark>,
}

/// A word that goes or may have to go.
pub(super) struct Card {
    pub(super) label: Label,
    pub(super) replacement: Option<String>,
    pub(super) certain: bool,
    pub(super) decision: Option<WordChoice>,
    pub(super) mentions: usize,
    pub(super) contexts: Vec<Context>,
}

/// A word with what stands around it.
pub(super) struct Context {
    pub(super) part: PartRef,
    pub(super) before: String,
    pub(super) word: String,
    pub(super) after: String,
}

/// A copy as its reader reads it.
pub(super) struct Reading {
    pub(super) parts: Vec<ReadPart>,
    pub(super) seats: Vec<ReadSeat>,
    pub(super) child: String,
    pub(super) chair: String,
    /// By the folded word.
    pub(super) cards: BTreeMap<String, Card>,
    /// Pseudonyms that were given in this reading and are not kept yet.
    pub(super) new_pseudonyms: Vec<Pseudonym>,
    /// Protected words that would survive: the copy may not leave.
    pub(super) survivors: Vec<Survivor>,
}

/// How many characters of context a card shows on each side.
const CONTEXT: usize = 60;
/// How many places a card shows.
const PLACES: usize = 5;
/// What stands for a word that a person chose to take out.
const TAKEN_OUT: &str = "[detail withheld]";

impl Reading {
    /// Reads the source for its reader.
    pub(super) fn of(source: &Source, known: &Known) -> Result<Self, AppError> {
        let request = Request {
            register: &known.register,
            recipient: &known.recipient,
            documents: &[],
            unresolved: Unresolved::Withhold,
            seed: Seed::new(source.seed.into()),
            on: Some(source.record.held_on),
        };
        let run = Run::new(&request).map_err(|_| AppError::Document)?;
        let mut eyes = Eyes::new(source, run);
        let mut parts = Vec::new();
        for part in source.parts() {
            let chosen = part.settled(&source.choices).clone();
            let text = match &chosen {
                Chosen::Include => Some(part.text.clone()),
                Chosen::Withhold(_) => None,
                Chosen::Reword { wording, .. } => Some(wording.as_str().to_owned()),
            };
            let safe = text.map(|text| eyes.read(&text, Some(part.at))).transpose()?;
            let frozen = source.record.actions.iter();
            let action =
                frozen.filter(|_| safe.is_some()).find(|action| action.id.as_uuid() == part.at.id);
            let owner = action.map(|action| eyes.read(&action.owner, None)).transpose()?;
            parts.push(ReadPart { part, chosen, safe, owner });
        }
        let mut seats = Vec::new();
        for seat in source.record.attendance.iter().filter(|seat| seat.mark.is_some()) {
            let name = seat.substitute.as_ref().or(seat.name.as_ref());
            seats.push(ReadSeat {
                name: eyes.text(name.map_or("", String::as_str))?,
                capacity: eyes.text(&seat.capacity)?,
                agency: eyes.text(seat.agency.as_deref().unwrap_or_default())?,
                mark: seat.mark,
            });
        }
        let child = source.child().map(|child| child.name.clone()).unwrap_or_default();
        let child = eyes.text(&child)?;
        let chair = eyes.text(&source.record.chair.name)?;
        Ok(Self {
            parts,
            seats,
            child,
            chair,
            cards: eyes.cards,
            new_pseudonyms: eyes.new_names,
            survivors: eyes.survivors,
        })
    }

    /// How many words wait for a decision.
    pub(super) fn n_undecided(&self) -> usize {
        self.cards.values().filter(|card| !card.certain && card.decision.is_none()).count()
    }

    /// How many parts go in.
    pub(super) fn n_included(&self) -> usize {
        self.parts.iter().filter(|part| part.safe.is_some()).count()
    }

    /// How many words were replaced or taken out.
    pub(super) fn n_replaced(&self) -> usize {
        let texts = self.parts.iter().filter_map(|part| part.safe.as_ref());
        texts.flat_map(|text| &text.spans).filter(|span| span.replacement.is_some()).count()
    }
}

/// Reads one text after the other with one register, one set of pseudonyms, one set of decisions.
struct Eyes<'s> {
    run: Run<'s>,
    decisions: BTreeMap<&'s str, WordChoice>,
    names: BTreeMap<String, String>,
    new_names: Vec<Pseudonym>,
    cards: BTreeMap<String, Card>,
    survivors: Vec<Survivor>,
}

impl<'s> Eyes<'s> {
    fn new(source: &'s Source, run: Run<'s>) -> Self {
        let decisions = source.decisions.iter();
        let names = source.pseudonyms.iter();
        Self {
            run,
            decisions: decisions.map(|one| (one.word.as_str(), one.choice)).collect(),
            names: names.map(|one| (one.entity.clone(), one.pseudonym.clone())).collect(),
            new_names: Vec::new(),
            cards: BTreeMap::new(),
            survivors: Vec::new(),
        }
    }

    fn text(&mut self, text: &str) -> Result<String, AppError> {
        Ok(self.read(text, None)?.text)
    }

    fn read(&mut self, text: &str, part: Option<PartRef>) -> Result<SafeText, AppError> {
        let letters: Vec<char> = text.chars().collect();
        let findings = self.run.find(text);
        let mut spans = self.run.plan(text, &findings);
        for span in &mut spans {
            let word = slice(&letters, span.start, span.end);
            let key = SearchKey::of(&word).as_str().to_owned();
            let decision = self.decisions.get(key.as_str()).copied();
            if span.action != Action::Keep {
                if span.action == Action::Pseudonymise {
                    self.name(span, &key);
                }
                self.note(&letters, span, &key, part);
                if span.certainty == Certainty::Suggested && decision == Some(WordChoice::Keep) {
                    span.action = Action::Keep;
                    span.replacement = None;
                    span.reason = None;
                }
            }
        }
        self.take_out(&letters, &mut spans, part);
        let applied = redact::apply(text, &spans).map_err(|_| AppError::Document)?;
        if let Err(survivors) = self.run.verify(&applied) {
            self.survivors.extend(survivors);
        }
        Ok(SafeText { original: text.to_owned(), text: applied.text, spans })
    }

    /// The pseudonym that the entity has in this release, or the one it gets now.
    fn name(&mut self, span: &mut Span, key: &str) {
        let entity = match &span.entity {
            Some(id) if id.as_str().contains(':') || id.as_str() == "authority" => {
                id.as_str().to_owned()
            }
            _ => format!("word:{key}"),
        };
        if let Some(name) = self.names.get(&entity) {
            span.replacement = Some(name.clone());
            return;
        }
        let Some(dealt) = span.replacement.clone() else { return };
        let name = self.free(dealt);
        self.names.insert(entity.clone(), name.clone());
        self.new_names.push(Pseudonym { entity, pseudonym: name.clone() });
        span.replacement = Some(name);
    }

    /// A dealt name that no other entity of this release has: when the register grew, the same
    /// card may be dealt twice.
    fn free(&self, dealt: String) -> String {
        let is_taken = |name: &String| self.names.values().any(|taken| taken == name);
        if !is_taken(&dealt) {
            return dealt;
        }
        let numbered = (2..).map(|round| format!("{dealt}{round}"));
        numbered.into_iter().find(|name| !is_taken(name)).unwrap_or(dealt)
    }

    /// Notes a word on its card.
    fn note(&mut self, letters: &[char], span: &Span, key: &str, part: Option<PartRef>) {
        let certain = span.certainty == Certainty::Certain;
        let card = self.cards.entry(key.to_owned()).or_insert_with(|| Card {
            label: span.label,
            replacement: span.replacement.clone(),
            certain,
            decision: self.decisions.get(key).copied(),
            mentions: 0,
            contexts: Vec::new(),
        });
        card.certain |= certain;
        card.mentions += 1;
        if let Some(part) = part.filter(|_| card.contexts.len() < PLACES) {
            card.contexts.push(Context {
                part,
                before: slice(letters, span.start.saturating_sub(CONTEXT), span.start),
                word: slice(letters, span.start, span.end),
                after: slice(letters, span.end, (span.end + CONTEXT).min(letters.len())),
            });
        }
    }

    /// Takes out the words that a person chose, wherever nothing stands in for them yet.
    fn take_out(&mut self, letters: &[char], spans: &mut Vec<Span>, part: Option<PartRef>) {
        let wanted: Vec<&str> = (self.decisions.iter())
            .filter(|(_, choice)| **choice == WordChoice::Withhold)
            .map(|(word, _)| *word)
            .collect();
        if wanted.is_empty() {
            return;
        }
        let tokens = tokens(letters);
        for word in wanted {
            let keys: Vec<&str> = word.split(' ').collect();
            for run in tokens.windows(keys.len()) {
                if !run.iter().map(|token| token.key.as_str()).eq(keys.iter().copied()) {
                    continue;
                }
                let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
                let (start, end) = (first.start, last.end);
                let overlaps = |span: &Span| span.start < end && start < span.end;
                if spans.iter().any(|span| overlaps(span) && span.action != Action::Keep) {
                    continue;
                }
                spans.retain(|span| !overlaps(span));
                let span = Span {
                    start,
                    end,
                    label: Label::Quasi,
                    entity: None,
                    action: Action::Withhold,
                    replacement: Some(TAKEN_OUT.to_owned()),
                    reason: Some(redact::Reason::NotRelevant),
                    detector: Detector::Gazetteer,
                    certainty: Certainty::Suggested,
                };
                self.note(letters, &span, word, part);
                spans.push(span);
                spans.sort_by_key(|span| span.start);
            }
        }
    }
}

/// A word of a text, folded.
struct Token {
    start: usize,
    end: usize,
    key: String,
}

/// The words of a text as [`SearchKey`] tells them apart.
fn tokens(letters: &[char]) -> Vec<Token> {
    let is_inner =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`');
    let mut tokens = Vec::new();
    let mut start = None;
    for at in 0..=letters.len() {
        let goes_on = letters.get(at).is_some_and(|letter| is_inner(*letter));
        match (goes_on, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let key = SearchKey::of(&slice(letters, from, at)).as_str().to_owned();
                tokens.push(Token { start: from, end: at, key });
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

fn slice(letters: &[char], start: usize, end: usize) -> String {
    letters.get(start..end).map_or_else(String::new, |letters| letters.iter().collect())
}
