//! The last look before a copy may leave: the gate reads the finished bytes for everything that
//! must not be there, and for what must.
//!
//! No decision of a reviewer switches it off. A term that the copy may hold for another reason (a
//! sibling's family name is the child's too; March is a month) is looked for exactly or not at
//! all; the redaction of the text and the whole name still guard it.

use std::collections::HashSet;

use domain::release::{
    Chosen, Document, FoundKind, FoundWhere, GateFinding, GateReport, PartRef, WordChoice,
};
use domain::text::SearchKey;
use gate::{FindingKind, Kind, Place, ReadAs, Term};
use redact::{Care, Entity, Form, Label};
use render::Summary;

use super::document::fixed_words;
use super::reading::{Reading, SafeText};
use super::register::Known;
use super::source::Source;

/// A sentence shorter than this says nothing by which it could be known.
const N_SENTENCE: usize = 30;
/// Of a part that must be there, so many letters are looked for.
const N_EXPECTED: usize = 40;

/// What must not stand in a copy: everybody and everything that its reader may not have.
struct Forbidden {
    terms: Vec<Term>,
}

/// Checks finished bytes.
pub(super) fn check(
    source: &Source,
    known: &Known,
    reading: &Reading,
    summary: &Summary,
    document: &Document,
    file_name: &str,
) -> GateReport {
    let file = gate::Document { name: file_name, bytes: &document.bytes, kind: Kind::Pdf };
    let forbidden = Forbidden::of(source, known, reading, summary);
    let mut findings: Vec<GateFinding> =
        gate::check(&file, &forbidden.terms).findings.iter().map(finding).collect();
    let survivors = reading.survivors.iter().map(|survivor| GateFinding {
        kind: FoundKind::Exact,
        place: FoundWhere::Page,
        page: None,
        whose: survivor.entities.first().map(|id| id.as_str().to_owned()),
        form: Some(survivor.label.as_str().into()),
    });
    findings.extend(survivors);
    findings.extend(missing(&file, reading, summary));
    GateReport { findings }
}

impl Forbidden {
    fn of(source: &Source, known: &Known, reading: &Reading, summary: &Summary) -> Self {
        let mut terms = Vec::new();
        for (entity, kept) in known.register.entities().iter().zip(&known.kept) {
            if !kept {
                terms.extend(terms_of(entity));
            }
        }
        let decided = source.decisions.iter().filter(|one| one.choice == WordChoice::Withhold);
        terms.extend(
            decided.map(|one| Term::new("decided", "decided", one.word.as_str(), ReadAs::Words)),
        );
        let mut vouched = fixed_words(summary);
        for (entity, kept) in known.register.entities().iter().zip(&known.kept) {
            if *kept {
                vouched.push_str(&names(entity));
            }
        }
        let mut terms = without_vouched(terms, &vouched);
        terms.extend(sentences(source, reading));
        Self { terms }
    }
}

/// The names of an entry that the copy may hold, each on a line, and the plural of its family
/// name: "Hale" before a word with an s reads like "Hales", which is also what others are called
/// who bear the name and may not be named.
fn names(entity: &Entity) -> String {
    let plurals = redact::terms(entity)
        .filter(|term| term.form() == Form::Plural)
        .map(|term| term.letters().to_owned());
    let spelt = entity.names.iter().chain(&entity.aliases).cloned();
    spelt.chain(plurals).fold(String::new(), |lines, name| lines + "\n" + &name)
}

/// Every form of an entry as the gate compares it.
fn terms_of(entity: &Entity) -> Vec<Term> {
    let id = entity.id.as_str();
    let forms = redact::terms(entity).filter_map(|term| {
        let letters = term.letters();
        let n_letters = letters.chars().count();
        let is_number = letters.chars().all(|letter| letter.is_ascii_digit());
        let read_as = match (term.form(), term.care()) {
            (Form::Stem, _) => return None,
            // Two letters are too like any word; the text itself was searched for them.
            (Form::Initials | Form::WithInitial, _) if n_letters < 3 => return None,
            (Form::Number, _) if is_number && n_letters < 4 => return None,
            (Form::Number, _) if is_number => ReadAs::Digits,
            (_, Care::Plain) => ReadAs::Words,
            (_, Care::Capital | Care::Initials | Care::Stem) => ReadAs::OrdinaryWord,
        };
        Some(Term::new(id, form_word(term.form(), term.label()), letters, read_as))
    });
    let mut terms: Vec<Term> = forms.collect();
    if let Some(born) = entity.born {
        for shape in ["%d/%m/%Y", "%-d/%-m/%Y", "%d/%m/%y", "%Y-%m-%d"] {
            terms.push(Term::new(
                id,
                "date_of_birth",
                born.format(shape).to_string(),
                ReadAs::Digits,
            ));
        }
        for shape in ["%-d %B %Y", "%-d %b %Y", "%B %-d %Y"] {
            terms.push(Term::new(
                id,
                "date_of_birth",
                born.format(shape).to_string(),
                ReadAs::OrdinaryWord,
            ));
        }
    }
    terms
}

const fn form_word(form: Form, label: Label) -> &'static str {
    match form {
        Form::Whole => "whole",
        Form::Part => "part",
        Form::Alias => "alias",
        Form::WithInitial => "with_initial",
        Form::Initials => "initials",
        Form::Plural => "plural",
        Form::Stem => "stem",
        Form::Head => "head",
        Form::Number => label.as_str(),
    }
}

/// Leaves out the terms that stand in words which are vouched for, and looks exactly for those
/// that are only like them.
fn without_vouched(terms: Vec<Term>, vouched: &str) -> Vec<Term> {
    let numbered: Vec<Term> = (terms.iter().enumerate())
        .map(|(index, term)| {
            Term::new(index.to_string(), term.label.clone(), term.text.clone(), term.read_as)
        })
        .collect();
    let file = gate::Document { name: "vouched", bytes: vouched.as_bytes(), kind: Kind::Text };
    let (mut exact, mut near) = (HashSet::new(), HashSet::new());
    for finding in gate::check(&file, &numbered).findings {
        let Some(index) = finding.entity.and_then(|index| index.parse::<usize>().ok()) else {
            continue;
        };
        match finding.kind {
            FindingKind::Near => near.insert(index),
            _ => exact.insert(index),
        };
    }
    let mut left = Vec::with_capacity(terms.len());
    for (index, mut term) in terms.into_iter().enumerate() {
        if exact.contains(&index) {
            continue;
        }
        if near.contains(&index) && term.read_as == ReadAs::Words {
            term.read_as = ReadAs::OrdinaryWord;
        }
        left.push(term);
    }
    left
}

/// Sentences of what was left out or reworded, and of what is about other children, unless they
/// stand in what goes in.
fn sentences(source: &Source, reading: &Reading) -> Vec<Term> {
    let read = reading.parts.iter().filter_map(|part| part.safe.as_ref());
    let read: Vec<String> =
        read.flat_map(|safe: &SafeText| [squeezed(&safe.original), squeezed(&safe.text)]).collect();
    let left_out = reading
        .parts
        .iter()
        .filter(|part| part.chosen != Chosen::Include)
        .map(|part| (part.part.at, part.part.text.as_str()));
    let of_others = source.of_other_children().map(|part| (part.at, part.text.as_str()));
    let mut terms = Vec::new();
    for (part, text) in left_out.chain(of_others) {
        for sentence in text.split(['.', '!', '?', ';', '\n']) {
            let letters = squeezed(sentence);
            let is_known = letters.chars().count() >= N_SENTENCE;
            if is_known && !read.iter().any(|text| text.contains(&letters)) {
                terms.push(Term::new(part_key(part), "sentence", sentence.trim(), ReadAs::Words));
            }
        }
    }
    terms
}

/// Letters and digits alone, folded.
fn squeezed(text: &str) -> String {
    SearchKey::of(text).as_str().chars().filter(|letter| *letter != ' ').collect()
}

fn part_key(part: PartRef) -> String {
    format!("part:{}", part.id)
}

/// What a reader must be able to read: an empty or unreadable document is refused.
fn missing(file: &gate::Document<'_>, reading: &Reading, summary: &Summary) -> Vec<GateFinding> {
    let parts = reading.parts.iter().filter_map(|part| Some((part.part.at, part.safe.as_ref()?)));
    let mut expected = vec![("title".to_owned(), squeezed(&summary.title))];
    expected.extend(parts.map(|(part, safe)| {
        (part_key(part), squeezed(&safe.text).chars().take(N_EXPECTED).collect())
    }));
    expected.retain(|(_, letters)| letters.chars().count() >= 8);
    let terms: Vec<Term> = (expected.iter())
        .map(|(key, letters)| Term::new(key, "expected", letters, ReadAs::Words))
        .collect();
    let found: HashSet<String> = gate::check(file, &terms)
        .findings
        .into_iter()
        .filter(|finding| finding.place == Place::PageText && finding.kind == FindingKind::Exact)
        .filter_map(|finding| finding.entity)
        .collect();
    let absent = expected.into_iter().filter(|(key, _)| !found.contains(key));
    absent
        .map(|(key, _)| GateFinding {
            kind: FoundKind::Missing,
            place: FoundWhere::Page,
            page: None,
            whose: Some(key),
            form: None,
        })
        .collect()
}

fn finding(found: &gate::Finding) -> GateFinding {
    GateFinding {
        kind: match found.kind {
            FindingKind::Exact => FoundKind::Exact,
            FindingKind::Near => FoundKind::Near,
            FindingKind::Metadata => FoundKind::Metadata,
            FindingKind::CoveredText => FoundKind::CoveredText,
            FindingKind::Structure => FoundKind::Structure,
            FindingKind::Unreadable => FoundKind::Unreadable,
        },
        place: match found.place {
            Place::PageText | Place::MailHeader | Place::MailPart => FoundWhere::Page,
            Place::HiddenText => FoundWhere::Hidden,
            Place::Properties | Place::Xmp => FoundWhere::Properties,
            Place::FileName => FoundWhere::FileName,
            Place::File => FoundWhere::File,
            _ => FoundWhere::Structure,
        },
        page: found.page,
        whose: found.entity.clone(),
        form: found.label.clone(),
    }
}

#[cfg(test)]
mod tests {
    use gate::{Document, Kind};
    use redact::{Entity, EntityKind};

    use super::{names, terms_of, without_vouched};

    fn person(id: &str, name: &str) -> Entity {
        Entity::named(id, EntityKind::Person, "relative", name)
    }

    #[test]
    fn a_family_name_before_a_word_with_an_s_is_not_taken_for_the_others_who_bear_it() {
        let (reader, sibling) =
            (person("p1", "Dorian Umbery-Hale"), person("p2", "Keziah Umbery-Hale"));
        let terms = without_vouched(terms_of(&sibling), &names(&reader));
        let found = |text: &str| {
            let file = Document { name: "copy.txt", bytes: text.as_bytes(), kind: Kind::Text };
            !gate::check(&file, &terms).findings.is_empty()
        };
        assert!(!found("Dorian Umbery-Hale\nSummary of our meeting"));
        assert!(found("Dorian Umbery-Hale came with Keziah"));
    }
}
