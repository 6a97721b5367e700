//! The text of the record: one passage at a place, saved as it is typed.

use domain::audit::{AuditAction, AuditEvent, EntityKind};
use domain::field::{Invalid, Problem};
use domain::hold::PassageChange;
use domain::ids::{AgencyId, CaseId, MeetingId, PassageId};
use domain::record::{Passage, Section};

use super::{begin, next_position, require_case};
use crate::{App, AppError, Session};

/// Where a passage stands in the record.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The meeting.
    pub meeting: MeetingId,
    /// The section.
    pub section: Section,
    /// The child it is about; none when it is about all of them.
    pub case: Option<CaseId>,
    /// Whose information it is.
    pub agency: Option<AgencyId>,
}

impl Place {
    fn holds(&self, passage: &Passage) -> bool {
        (passage.section, passage.case, passage.agency) == (self.section, self.case, self.agency)
    }
}

/// What came of saving a passage.
#[derive(Debug)]
pub enum Saved {
    /// It is saved, or was so already.
    Saved(Option<Passage>),
    /// Somebody else saved meanwhile; nothing was changed.
    Conflict(Option<Passage>),
}

/// Saves a passage: the first save of a place makes it.
///
/// # Errors
/// When not allowed, frozen, the place is not one of the record, or the text contradicts itself.
pub async fn save_passage(
    app: &App,
    session: &Session,
    place: Place,
    version: i64,
    change: PassageChange,
    copied_from: Option<PassageId>,
) -> Result<Saved, AppError> {
    let (mut tx, meeting) = begin(app, session, place.meeting).await?;
    require_case(&meeting, place.case, "caseId")?;
    if place.section.division().by_agency != place.agency.is_some() {
        let code = if place.agency.is_some() { Problem::Contradicts } else { Problem::Required };
        return Err(Invalid::one("agencyId", code).into());
    }
    let passages = store::passages::of_meeting(&mut tx, meeting.id).await?;
    let current = passages.iter().find(|passage| place.holds(passage)).cloned();
    let origin = match copied_from.or(current.as_ref().and_then(|passage| passage.origin)) {
        Some(id) => Some(store::passages::get(&mut tx, id).await?),
        None => None,
    };
    let change = change.checked(place.section, origin.as_ref())?;
    match &current {
        Some(passage) if change.is_said_by(passage) => return Ok(Saved::Saved(current)),
        Some(passage) if passage.version != version => return Ok(Saved::Conflict(current)),
        None if version != 0 => return Ok(Saved::Conflict(None)),
        None if change.body.trim().is_empty() && !change.nothing_to_report => {
            return Ok(Saved::Saved(None));
        }
        Some(_) | None => {}
    }
    let stamp = session.stamp(app);
    let mut passage = Passage {
        id: current.as_ref().map_or_else(|| PassageId::new(&*app.ids), |passage| passage.id),
        meeting: meeting.id,
        case: place.case,
        section: place.section,
        agency: place.agency,
        position: current.as_ref().map_or(next_position(passages.len()), |one| one.position),
        body: change.body,
        nothing_to_report: change.nothing_to_report,
        audience: change.audience,
        restriction: change.restriction,
        origin: origin.map(|passage| passage.id),
        updated_at: stamp.at,
        updated_by: stamp.by,
        version: current.as_ref().map_or(1, |passage| passage.version),
    };
    let action = if current.is_some() {
        store::passages::update(&mut tx, &passage).await?;
        passage.version += 1;
        AuditAction::Changed
    } else {
        store::passages::insert(&mut tx, &passage).await?;
        AuditAction::Added
    };
    let mut event = AuditEvent::new(action, EntityKind::Passage, passage.id);
    event.case = passage.case;
    tx.commit(&stamp, event).await?;
    Ok(Saved::Saved(Some(passage)))
}
