//! Who may read what: the matrix of domain section 8 as data, and the overrides that beat it.
//!
//! Rules are read from two tables; the only logic here is whose turn it is to be "theirs".

use crate::error::RedactError;
use crate::register::{EntityId, EntityKind, Register, Standing, Whereabouts};
use crate::span::{Label, Reason, words};

words! {
    /// Who a summary is for.
    RecipientKind {
        /// Parents or carers of the child concerned.
        Family = "family",
        /// The child concerned.
        Child = "child",
        /// The adult a managing-allegations meeting is about.
        AdultOfConcern = "adult-of-concern",
        /// That adult's employer.
        Employer = "employer",
        /// An agency that took part.
        AttendingAgency = "attending-agency",
        /// Whoever made the referral.
        Referrer = "referrer",
        /// DBS or a professional regulator.
        Regulator = "regulator",
        /// Those who look at the quality of the work.
        Scrutiny = "scrutiny",
        /// Anybody.
        Public = "public",
    }
}

/// One reader of one summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Which profile applies.
    pub kind: RecipientKind,
    /// Who on the register the reader is, or whose family or employer they are.
    pub entity: Option<EntityId>,
    /// When given, exactly these entries are kept in place of what the profile would keep.
    pub keep: Option<Vec<EntityId>>,
    /// Never shown, whatever else is said.
    pub never_reveal: Vec<EntityId>,
}

impl Recipient {
    /// A reader with nothing but a profile.
    #[must_use]
    pub fn of_kind(kind: RecipientKind) -> Self {
        Self { kind, entity: None, keep: None, never_reveal: Vec::new() }
    }
}

/// What a profile does with a kind of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// Left as written.
    Keep,
    /// Kept for the one it concerns: the recipient's own entry, or the only one of this standing; else a pseudonym.
    Theirs,
    /// A name that is stable within one run.
    Pseudonym,
    /// Said more coarsely.
    Coarse,
    /// Taken out.
    Withhold,
}

/// One row: a treatment for each recipient kind, in the order of [`RecipientKind::ALL`].
type Row = [Treatment; 9];

use Treatment::{Coarse as C, Keep as K, Pseudonym as P, Theirs as T, Withhold as W};

//                                             family child adult employer agency referrer regulator scrutiny public
const ENTRIES: [(Standing, Row); 13] = [
    (Standing::SubjectChild, [T, T, P, P, K, P, K, P, P]),
    (Standing::OtherChild, [P, P, P, P, P, P, P, P, P]),
    (Standing::Relative, [P, P, P, P, K, P, P, P, P]),
    (Standing::AdultOfConcern, [P, P, T, T, K, P, K, P, P]),
    (Standing::PersonOfConcern, [W, W, W, W, P, W, P, P, P]),
    (Standing::Source, [W, W, W, P, P, W, P, W, W]),
    (Standing::ConfidentialSource, [W, W, W, W, W, W, W, W, W]),
    (Standing::Professional, [K, K, P, P, K, K, K, P, P]),
    (Standing::Other, [P, P, P, P, P, P, P, P, P]),
    (Standing::Address, [W, W, W, W, W, W, W, C, W]),
    (Standing::Place, [P, P, P, P, K, P, P, C, P]),
    (Standing::Organisation, [P, P, P, P, K, P, K, P, P]),
    (Standing::School, [P, P, P, P, K, P, K, P, P]),
];

/// Content that carries no name. Labels that are not listed are withheld from everybody.
const DETAILS: [(Label, Row); 4] = [
    (Label::DateOfBirth, [C, C, C, C, C, C, C, C, C]),
    (Label::Date, [K, K, K, K, K, K, K, C, C]),
    (Label::Age, [K, K, C, C, K, C, K, C, C]),
    (Label::Quasi, [K, K, W, W, K, W, K, W, W]),
];

/// The matrix's cell for a register entry.
#[must_use]
pub fn treatment_of_entry(kind: RecipientKind, standing: Standing) -> Treatment {
    cell(&ENTRIES, kind, &standing)
}

/// The matrix's cell for content that carries no name.
#[must_use]
pub fn treatment_of_detail(kind: RecipientKind, label: Label) -> Treatment {
    cell(&DETAILS, kind, &label)
}

fn cell<Key: PartialEq>(table: &[(Key, Row)], kind: RecipientKind, key: &Key) -> Treatment {
    let row = table.iter().find(|(listed, _)| listed == key).map(|(_, row)| row);
    let column = RecipientKind::ALL.iter().position(|listed| *listed == kind);
    row.zip(column)
        .and_then(|(row, column)| row.get(column))
        .copied()
        .unwrap_or(Treatment::Withhold)
}

/// What happens to one register entry for one recipient, with everything settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The name stays; numbers, addresses and the like stay too if they are the reader's own or expressly kept.
    Kept(Details),
    /// The name becomes a pseudonym.
    Pseudonym,
    /// The name becomes something coarser.
    Coarse,
    /// Nothing of it stays.
    Hidden(Reason),
}

/// Whether the numbers and addresses of a kept entry stay too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Details {
    Kept,
    Withheld,
}

/// The fates of a whole register for one recipient.
#[derive(Debug, Clone)]
pub(crate) struct Fates {
    pub(crate) kind: RecipientKind,
    fates: Vec<Fate>,
    never: Vec<bool>,
    safe_address: Vec<bool>,
    /// Somebody's whereabouts must never be told, so that no school or place may stay unless expressly kept.
    hides_whereabouts: bool,
}

impl Fates {
    /// Settles every entry.
    ///
    /// # Errors
    /// The recipient names somebody who is not on the register.
    pub(crate) fn new(register: &Register, recipient: &Recipient) -> Result<Self, RedactError> {
        let find = |field: &'static str, id: &EntityId| {
            register
                .position(id)
                .ok_or_else(|| RedactError::UnknownEntity { field, id: id.clone() })
        };
        let own = recipient.entity.as_ref().map(|id| find("entity", id)).transpose()?;
        let keep = match &recipient.keep {
            Some(ids) => Some(marks(register, ids.iter().map(|id| find("keep", id)))?),
            None => None,
        };
        let never =
            marks(register, recipient.never_reveal.iter().map(|id| find("never_reveal", id)))?;
        let flagged =
            |entity: &crate::register::Entity| entity.whereabouts == Whereabouts::NeverTold;
        let entities = register.entities();
        let hides_whereabouts = entities.iter().any(flagged);
        let fates = (0..entities.len())
            .map(|index| {
                if never[index] {
                    return Fate::Hidden(Reason::ThirdParty);
                }
                fate_of_entry(
                    register,
                    recipient.kind,
                    own,
                    keep.as_deref(),
                    index,
                    hides_whereabouts,
                )
            })
            .collect();
        let safe_address = entities.iter().map(flagged).collect();
        Ok(Self { kind: recipient.kind, fates, never, safe_address, hides_whereabouts })
    }

    pub(crate) fn of(&self, index: usize) -> Fate {
        self.fates.get(index).copied().unwrap_or(Fate::Hidden(Reason::NotRelevant))
    }

    pub(crate) fn is_never_revealed(&self, index: usize) -> bool {
        self.never.get(index).copied().unwrap_or(true)
    }

    pub(crate) fn has_safe_address(&self, index: usize) -> bool {
        self.safe_address.get(index).copied().unwrap_or(true)
    }

    pub(crate) fn hides_whereabouts(&self) -> bool {
        self.hides_whereabouts
    }
}

fn marks(
    register: &Register,
    positions: impl Iterator<Item = Result<usize, RedactError>>,
) -> Result<Vec<bool>, RedactError> {
    let mut marks = vec![false; register.entities().len()];
    for position in positions {
        marks[position?] = true;
    }
    Ok(marks)
}

fn fate_of_entry(
    register: &Register,
    kind: RecipientKind,
    own: Option<usize>,
    keep: Option<&[bool]>,
    index: usize,
    hides_whereabouts: bool,
) -> Fate {
    let entity = &register.entities()[index];
    let standing = entity.standing();
    let is_own =
        own == Some(index) && !matches!(kind, RecipientKind::Scrutiny | RecipientKind::Public);
    let is_listed = keep.is_some_and(|keep| keep[index]);
    if standing == Standing::ConfidentialSource && !(is_own && kind == RecipientKind::Referrer) {
        return Fate::Hidden(Reason::ThirdParty);
    }
    if entity.kind != EntityKind::Person {
        let is_flagged = entity.whereabouts == Whereabouts::NeverTold;
        let tells_whereabouts =
            entity.kind != EntityKind::Organisation && hides_whereabouts && !is_listed;
        if is_flagged || tells_whereabouts {
            return Fate::Hidden(Reason::SeriousHarm);
        }
    }
    let treatment = treatment_of_entry(kind, standing);
    match keep {
        Some(_) if is_listed => Fate::Kept(Details::Kept),
        None if is_own => Fate::Kept(Details::Kept),
        Some(_) => without_keeping(treatment),
        None => match treatment {
            Treatment::Keep => Fate::Kept(Details::Withheld),
            Treatment::Theirs if own.is_none() && is_only_one(register, standing) => {
                Fate::Kept(Details::Kept)
            }
            other => without_keeping(other),
        },
    }
}

fn without_keeping(treatment: Treatment) -> Fate {
    match treatment {
        Treatment::Keep | Treatment::Theirs | Treatment::Pseudonym => Fate::Pseudonym,
        Treatment::Coarse => Fate::Coarse,
        Treatment::Withhold => Fate::Hidden(Reason::ThirdParty),
    }
}

fn is_only_one(register: &Register, standing: Standing) -> bool {
    register.entities().iter().filter(|entity| entity.standing() == standing).count() == 1
}
