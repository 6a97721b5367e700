//! What a copy is made from: the frozen record, who reads it, and everybody it knows.

use domain::case::Relationship;
use domain::frozen::{FrozenChild, FrozenRecord};
use domain::ids::{MeetingId, PersonId};
use domain::record::{Audience, Minutes, MinutesStatus};
use domain::release::{
    Part, PartChoice, PartKind, PartRef, Pseudonym, Reader, Recipient, RecordedPart, Release,
    WordDecision,
};
use domain::violation::Violation;
use store::Reads;
use store::releases::known::{self, KnownAgency, KnownPerson};
use store::settings::{self, Setting};

use crate::AppError;

/// Everything that a copy is made from, at one moment.
pub(super) struct Source {
    pub(super) authority: String,
    pub(super) minutes: Minutes,
    pub(super) record: FrozenRecord,
    pub(super) parts: Vec<RecordedPart>,
    pub(super) people: Vec<KnownPerson>,
    pub(super) agencies: Vec<KnownAgency>,
    pub(super) reader: Reader,
    pub(super) recipient_name: String,
    pub(super) choices: Vec<PartChoice>,
    pub(super) decisions: Vec<WordDecision>,
    pub(super) pseudonyms: Vec<Pseudonym>,
    pub(super) seed: u32,
}

/// The newest minutes that may be shared: approved or issued.
pub(super) async fn newest_minutes(
    tx: &mut impl Reads,
    meeting: MeetingId,
) -> Result<Minutes, AppError> {
    let versions = store::minutes::of_meeting(tx, meeting).await?;
    let shared = |minutes: &Minutes| {
        matches!(minutes.status, MinutesStatus::Approved | MinutesStatus::Issued)
    };
    let newest = versions.into_iter().filter(shared).max_by_key(|minutes| minutes.number);
    let draft = || Violation::WrongState { state: MinutesStatus::Draft.as_str().into() };
    newest.ok_or_else(|| draft().into())
}

/// The record as it was frozen.
pub(super) fn frozen(minutes: &Minutes) -> Result<FrozenRecord, AppError> {
    serde_json::from_str(&minutes.content.0).map_err(|_| AppError::Document)
}

impl Source {
    /// Reads everything that a release is made from.
    pub(super) async fn load(tx: &mut impl Reads, release: &Release) -> Result<Self, AppError> {
        let minutes = store::minutes::get(tx, release.minutes).await?;
        let record = frozen(&minutes)?;
        let owners = store::actions::of_meeting(tx, release.meeting).await?;
        let people = known::people(tx, release.meeting).await?;
        let child = people.iter().find(|person| person.child_of.contains(&release.case));
        let child = child.ok_or(AppError::Document)?.id;
        let agencies = known::agencies(tx, release.meeting).await?;
        Ok(Self {
            authority: settings::find(tx, Setting::Authority).await?.unwrap_or_default(),
            parts: recorded(&record, &owners),
            minutes,
            record,
            people,
            agencies,
            reader: Reader { case: release.case, child, recipient: release.recipient },
            recipient_name: release.recipient_name.as_str().into(),
            choices: store::releases::choices(tx, release.id).await?,
            decisions: store::releases::decisions(tx, release.id).await?,
            pseudonyms: store::releases::pseudonyms(tx, release.id).await?,
            seed: release.seed,
        })
    }

    /// The parts about the child, each with its default for this reader.
    pub(super) fn parts(&self) -> Vec<Part> {
        self.reader.parts(&self.parts)
    }

    /// Texts about other children only.
    pub(super) fn of_other_children(&self) -> impl Iterator<Item = &RecordedPart> {
        self.parts.iter().filter(|part| !self.reader.is_about_child(part))
    }

    /// What the meeting concluded about the child.
    pub(super) fn child(&self) -> Option<&FrozenChild> {
        self.record.children.iter().find(|child| child.case_id == self.reader.case)
    }

    /// Whether the minutes were replaced since.
    pub(super) fn is_superseded(&self) -> bool {
        self.minutes.status == MinutesStatus::Superseded
    }
}

/// Whether somebody may get a copy as family: the child, or a relative or carer in the case.
pub(super) fn is_family(people: &[KnownPerson], reader: &Reader, person: PersonId) -> bool {
    use Relationship as R;
    if person == reader.child {
        return true;
    }
    let Some(known) = people.iter().find(|known| known.id == person) else { return false };
    let mut places = known.places.iter().filter(|place| place.case == reader.case).peekable();
    places.peek().is_some()
        && places.all(|place| {
            matches!(
                place.relationship,
                R::Mother | R::Father | R::Parent | R::Carer | R::Grandparent | R::Relative
            )
        })
}

/// Whether a recipient can be named for this child and meeting.
pub(super) fn is_known(people: &[KnownPerson], agencies: &[KnownAgency], reader: &Reader) -> bool {
    match reader.recipient {
        Recipient::Family(person) => is_family(people, reader, person),
        Recipient::AttendingAgency(id) => agencies.iter().any(|agency| agency.id == id),
    }
}

/// The frozen record as parts, in reading order. Who owns an action comes from the action itself:
/// frozen minutes name owners in words.
fn recorded(record: &FrozenRecord, owners: &[domain::action::Action]) -> Vec<RecordedPart> {
    let mut passages: Vec<_> = record.passages.iter().collect();
    passages.sort_by_key(|passage| passage.section);
    let passages = passages.into_iter().map(|passage| RecordedPart {
        at: PartRef { kind: PartKind::Passage, id: passage.id.into() },
        case: passage.case_id,
        section: Some(passage.section),
        agency: passage.agency_id,
        owner: None,
        text: passage.body.clone(),
        audience: passage.audience,
        restriction: passage.restriction,
    });
    // Why a risk was rated has no audience of its own: agencies read it, a family reads it reworded.
    let ratings = record.children.iter().filter_map(|child| {
        Some(RecordedPart {
            at: PartRef { kind: PartKind::Rating, id: child.case_id.into() },
            case: Some(child.case_id),
            section: None,
            agency: None,
            owner: None,
            text: child.rating_reason.clone()?,
            audience: Audience::Agencies,
            restriction: None,
        })
    });
    // Who disagreed stays with the record.
    let decisions = record.decisions.iter().map(|decision| RecordedPart {
        at: PartRef { kind: PartKind::Decision, id: decision.id.into() },
        case: decision.case_id,
        section: None,
        agency: None,
        owner: None,
        text: format!("{}\n\n{}", decision.decision, decision.rationale),
        audience: decision.audience,
        restriction: decision.restriction,
    });
    let actions = record.actions.iter().map(|action| {
        let row = owners.iter().find(|row| row.id == action.id);
        RecordedPart {
            at: PartRef { kind: PartKind::Action, id: action.id.into() },
            case: Some(action.case_id),
            section: None,
            agency: row.and_then(|row| row.agency),
            owner: row.and_then(|row| row.owner),
            text: action.action.clone(),
            audience: action.audience,
            restriction: None,
        }
    });
    passages.chain(ratings).chain(decisions).chain(actions).collect()
}
