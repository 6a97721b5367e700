//! What happens to each finding: overlaps settled, fates looked up, replacements chosen.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::Unresolved;
use crate::profile::{Details, Fate, Fates, Treatment, treatment_of_detail};
use crate::pseudonym::Pseudonyms;
use crate::register::{EntityId, Register};
use crate::span::{Action, Certainty, Detector, Finding, Label, Meaning, Owner, Reason, Span};

/// What a whole run knows: the register, the recipient's fates and the pseudonyms dealt so far.
pub(crate) struct Rules<'a> {
    pub(crate) register: &'a Register,
    pub(crate) fates: &'a Fates,
    pub(crate) unresolved: Unresolved,
    /// The day on which ages are told, when it is known.
    pub(crate) on: Option<NaiveDate>,
}

/// What is to happen to a finding, before words are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Withhold(Reason),
    Pseudonymise,
    Generalise,
    Keep,
    /// Left in the text for a person to decide.
    Mark,
}

/// Settles overlaps and chooses a replacement for each span. Spans come back in order and apart.
pub(crate) fn plan(
    rules: &Rules<'_>,
    pseudonyms: &mut Pseudonyms,
    text: &str,
    findings: &[Finding],
) -> Vec<Span> {
    let inked: Vec<bool> = text.chars().map(char::is_alphanumeric).collect();
    let mut judged: Vec<(Verdict, &Finding)> =
        findings.iter().map(|finding| (rules.verdict(finding), finding)).collect();
    judged.sort_by_key(|(verdict, finding)| {
        let is_left = *verdict == Verdict::Mark;
        let length = std::cmp::Reverse(finding.end.saturating_sub(finding.start));
        (
            rules.may_be_revealed(finding),
            is_left,
            length,
            finding.certainty,
            *verdict,
            finding.start,
            detector_rank(finding.detector),
        )
    });
    let mut taken = Taken::default();
    let mut spans = Vec::with_capacity(judged.len());
    for (verdict, finding) in judged {
        for piece in taken.free_pieces(finding.start, finding.end) {
            let is_whole = piece == (finding.start, finding.end);
            let Some((start, end)) =
                trimmed(&inked, piece).map(|inner| if is_whole { piece } else { inner })
            else {
                continue;
            };
            taken.take(start, end);
            spans.push(rules.span(pseudonyms, finding, verdict, start..end));
        }
    }
    spans.sort_by_key(|span| span.start);
    spans
}

fn detector_rank(detector: Detector) -> usize {
    Detector::ALL.iter().position(|listed| *listed == detector).unwrap_or(usize::MAX)
}

/// A range without the spaces and signs at its ends; none if it holds nothing else.
fn trimmed(inked: &[bool], (start, end): (usize, usize)) -> Option<(usize, usize)> {
    let piece = inked.get(start..end)?;
    let first = piece.iter().position(|&is_inked| is_inked)?;
    let last = piece.iter().rposition(|&is_inked| is_inked)?;
    Some((start + first, start + last + 1))
}

/// Ranges already given to a span, by start.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    fn take(&mut self, start: usize, end: usize) {
        self.0.insert(start, end);
    }

    /// What is left of a range.
    fn free_pieces(&self, start: usize, end: usize) -> Vec<(usize, usize)> {
        let mut pieces = Vec::new();
        let mut from = start;
        if let Some((_, &until)) = self.0.range(..=start).next_back() {
            from = from.max(until);
        }
        if from < end {
            for (&next, &until) in self.0.range(from..end) {
                if from < next {
                    pieces.push((from, next));
                }
                from = until;
            }
            if from < end {
                pieces.push((from, end));
            }
        }
        pieces
    }
}

impl Rules<'_> {
    /// False sorts first: what must never be revealed is settled before anything else.
    fn may_be_revealed(&self, finding: &Finding) -> bool {
        match &finding.owner {
            Owner::Registered(owners) => {
                !(finding.certainty == Certainty::Certain
                    && owners.iter().all(|&owner| self.fates.is_never_revealed(owner)))
            }
            Owner::Nobody | Owner::Unknown(_) => true,
        }
    }

    /// Whether a finding may not stay in this recipient's text.
    pub(crate) fn protects(&self, finding: &Finding) -> bool {
        !matches!(self.verdict(finding), Verdict::Keep | Verdict::Mark)
    }

    fn verdict(&self, finding: &Finding) -> Verdict {
        let verdict = match &finding.owner {
            Owner::Registered(owners) => owners
                .iter()
                .map(|&owner| self.verdict_for_owner(finding, owner))
                .min()
                .unwrap_or(Verdict::Withhold(Reason::NotRelevant)),
            Owner::Unknown(_) => self.verdict_for_unknown(finding.label),
            Owner::Nobody => self.verdict_for_detail(finding),
        };
        if finding.certainty == Certainty::Suggested && verdict != Verdict::Keep {
            return match self.unresolved {
                Unresolved::Mark => Verdict::Mark,
                Unresolved::Withhold => verdict,
            };
        }
        verdict
    }

    fn verdict_for_owner(&self, finding: &Finding, owner: usize) -> Verdict {
        let is_entry = self.register.entities().get(owner).is_some_and(|entity| {
            entity.kind != crate::register::EntityKind::Person || finding.label == Label::Person
        });
        let tells_whereabouts = matches!(
            finding.label,
            Label::Address | Label::Postcode | Label::Place | Label::School
        );
        if tells_whereabouts && self.fates.has_safe_address(owner) {
            return Verdict::Withhold(Reason::SeriousHarm);
        }
        match (self.fates.of(owner), is_entry) {
            (Fate::Hidden(reason), _) => Verdict::Withhold(reason),
            (Fate::Kept(Details::Kept), _) | (Fate::Kept(Details::Withheld), true) => Verdict::Keep,
            (Fate::Pseudonym, true) => match finding.label {
                Label::Address | Label::Postcode => Verdict::Withhold(Reason::ThirdParty),
                _ => Verdict::Pseudonymise,
            },
            (Fate::Coarse, true) => Verdict::Generalise,
            (_, false) => self.verdict_for_detail(finding),
        }
    }

    fn verdict_for_unknown(&self, label: Label) -> Verdict {
        let tells_whereabouts = matches!(label, Label::Address | Label::Place | Label::School);
        if tells_whereabouts && self.fates.hides_whereabouts() {
            return Verdict::Withhold(Reason::SeriousHarm);
        }
        match label {
            Label::Address => Verdict::Withhold(Reason::ThirdParty),
            _ => Verdict::Pseudonymise,
        }
    }

    fn verdict_for_detail(&self, finding: &Finding) -> Verdict {
        match treatment_of_detail(self.fates.kind, finding.label) {
            Treatment::Keep => Verdict::Keep,
            Treatment::Coarse if self.coarse(finding).is_some() => Verdict::Generalise,
            _ => Verdict::Withhold(Reason::NotRelevant),
        }
    }

    fn span(
        &self,
        pseudonyms: &mut Pseudonyms,
        finding: &Finding,
        verdict: Verdict,
        range: std::ops::Range<usize>,
    ) -> Span {
        let entity = match &finding.owner {
            Owner::Registered(owners) => match owners.as_ref() {
                [only] => self.register.entities().get(*only).map(|entity| entity.id.clone()),
                _ => None,
            },
            Owner::Unknown(number) => Some(EntityId::new(format!("u{number}"))),
            Owner::Nobody => None,
        };
        let (action, replacement, reason) = match verdict {
            Verdict::Keep | Verdict::Mark => (Action::Keep, None, None),
            Verdict::Withhold(reason) => {
                (Action::Withhold, Some(placeholder(finding.label).to_owned()), Some(reason))
            }
            Verdict::Generalise => (
                Action::Generalise,
                Some(self.coarse(finding).unwrap_or_else(|| placeholder(finding.label).to_owned())),
                Some(Reason::NotRelevant),
            ),
            Verdict::Pseudonymise => match self.pseudonym(pseudonyms, finding) {
                Some(name) => (Action::Pseudonymise, Some(name), Some(Reason::ThirdParty)),
                None => (
                    Action::Withhold,
                    Some(placeholder(finding.label).to_owned()),
                    Some(Reason::ThirdParty),
                ),
            },
        };
        Span {
            start: range.start,
            end: range.end,
            label: finding.label,
            entity,
            action,
            replacement,
            reason,
            detector: finding.detector,
            certainty: finding.certainty,
        }
    }

    /// One name for one entity; words that several share cannot be told apart and get none.
    fn pseudonym(&self, pseudonyms: &mut Pseudonyms, finding: &Finding) -> Option<String> {
        match (&finding.owner, finding.meaning) {
            (_, Meaning::Family) | (Owner::Nobody, _) => None,
            (Owner::Registered(owners), _) => match owners.as_ref() {
                [only] => Some(pseudonyms.of_entity(*only).to_owned()),
                _ => None,
            },
            (Owner::Unknown(number), _) => {
                Some(pseudonyms.of_unknown(*number, finding.label).to_owned())
            }
        }
    }

    /// A coarser way to say the same, if there is one.
    fn coarse(&self, finding: &Finding) -> Option<String> {
        match (finding.label, finding.meaning) {
            (Label::DateOfBirth, Meaning::Day(born)) => {
                let years = self.on.and_then(|today| today.years_since(born))?;
                Some(age_band(u16::try_from(years).ok()?).to_owned())
            }
            (Label::Date, Meaning::Day(day)) => Some(month_and_year(day.year(), day.month())),
            (Label::Date, Meaning::Month { year, month }) => Some(month_and_year(year, month)),
            (Label::Age, Meaning::Years(years)) => Some(age_band(years).to_owned()),
            (Label::Place | Label::Address | Label::Postcode, _) => Some(AREA.to_owned()),
            _ => None,
        }
    }
}

/// In brackets, so that a number before it is not read as its day.
fn month_and_year(year: i32, month: u32) -> String {
    let month = usize::try_from(month)
        .ok()
        .and_then(|month| MONTHS.get(month.checked_sub(1)?))
        .copied()
        .unwrap_or("Month");
    format!("[{month} {year}]")
}

/// Months as they are written in safe texts.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What a place becomes where only its area may be told.
pub(crate) const AREA: &str = "[area]";

/// Bands as the national tables use them.
pub(crate) const AGE_BANDS: [&str; 5] =
    ["[under 5]", "[5 to 9]", "[10 to 15]", "[16 to 17]", "[adult]"];

fn age_band(years: u16) -> &'static str {
    match years {
        0..=4 => AGE_BANDS[0],
        5..=9 => AGE_BANDS[1],
        10..=15 => AGE_BANDS[2],
        16..=17 => AGE_BANDS[3],
        18.. => AGE_BANDS[4],
    }
}

/// What stands where something is withheld: its kind, and neither its length nor the reason.
pub(crate) const fn placeholder(label: Label) -> &'static str {
    match label {
        Label::Person => "[name withheld]",
        Label::Address => "[address withheld]",
        Label::Place => "[place withheld]",
        Label::Organisation => "[organisation withheld]",
        Label::School => "[school withheld]",
        Label::Postcode => "[postcode withheld]",
        Label::DateOfBirth | Label::Date => "[date withheld]",
        Label::Age => "[age withheld]",
        Label::Phone => "[telephone withheld]",
        Label::Email => "[email withheld]",
        Label::Url => "[link withheld]",
        Label::Handle => "[account withheld]",
        Label::NhsNumber | Label::NiNumber | Label::Upn | Label::OtherId | Label::Account => {
            "[number withheld]"
        }
        Label::CaseReference | Label::PoliceReference => "[reference withheld]",
        Label::Vehicle => "[vehicle withheld]",
        Label::Quasi => "[detail withheld]",
    }
}
