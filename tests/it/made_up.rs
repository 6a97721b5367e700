//! A made-up family and its agencies, written straight into the tables: for tests of rooms that
//! only read people, agencies and cases.

use ::store::statement::sql;
use chrono::{NaiveDate, NaiveTime};
use domain::access::Role;
use domain::case::{RatingLevel, Relationship};
use domain::ids::{
    AgencyId, AgencyRoleId, CaseId, CasePersonId, InvitationId, MeetingId, PersonId, RiskRatingId,
};
use domain::meeting::{Invitation, InvitationKind, Meeting, MeetingCase, MeetingStatus, Reply};
use domain::text::{NonBlank, SearchKey};
use store::WriteTx;
use testkit::World;

/// A text that is not blank.
pub(crate) fn text(text: &str) -> NonBlank {
    NonBlank::new(text).unwrap()
}

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A time of day.
pub(crate) fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// A person with a name.
pub(crate) async fn person(world: &World, tx: &mut WriteTx, name: &str) -> PersonId {
    let id = PersonId::new(&*world.app.ids);
    sql(
        "INSERT INTO people (id, name, search_key, professional, safe_address, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, 1)",
    )
    .bind(id)
    .bind(name)
    .bind(&SearchKey::of(name))
    .bind(false)
    .bind(false)
    .bind(world.app.clock.now())
    .insert(tx, "people")
    .await
    .unwrap();
    id
}

/// An open case of a child, chaired by the chair.
pub(crate) async fn case(world: &World, tx: &mut WriteTx, reference: &str, child: &str) -> CaseId {
    let child = person(world, tx, child).await;
    let id = CaseId::new(&*world.app.ids);
    sql(
        "INSERT INTO cases (id, reference, child_id, opened_on, chair_id, exploitation, created_at,
             version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1)",
    )
    .bind(id)
    .bind(reference)
    .bind(child)
    .bind(day("2026-09-01"))
    .bind(world.user(Role::Chair).id)
    .bind(serde_json::json!(["criminal"]))
    .bind(world.app.clock.now())
    .insert(tx, "cases")
    .await
    .unwrap();
    id
}

/// A rating of a case at a moment.
pub(crate) async fn rating(
    world: &World,
    tx: &mut WriteTx,
    case: CaseId,
    level: RatingLevel,
    at: &str,
) {
    let at: domain::clock::Instant = at.parse().unwrap();
    sql("INSERT INTO risk_ratings (id, case_id, process, level, reason, rated_at, rated_by)
         VALUES ($1, $2, 'eram', $3, 'Known to go missing', $4, $5)")
    .bind(RiskRatingId::new(&*world.app.ids))
    .bind(case)
    .bind(level.as_str())
    .bind(at)
    .bind(world.user(Role::Chair).id)
    .insert(tx, "risk_ratings")
    .await
    .unwrap();
}

/// An agency of a kind.
pub(crate) async fn agency(world: &World, tx: &mut WriteTx, name: &str, kind: &str) -> AgencyId {
    let id = AgencyId::new(&*world.app.ids);
    sql("INSERT INTO agencies (id, name, search_key, kind, email, secure_email, active, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 1)")
    .bind(id)
    .bind(name)
    .bind(&SearchKey::of(name))
    .bind(kind)
    .bind(format!("{kind}@trentshire.example"))
    .bind(true)
    .bind(true)
    .insert(tx, "agencies")
    .await
    .unwrap();
    id
}

/// A post on the standing list of ERAMs.
pub(crate) async fn standing(
    world: &World,
    tx: &mut WriteTx,
    agency: AgencyId,
    name: &str,
    title: &str,
) -> PersonId {
    let who = person(world, tx, name).await;
    sql("INSERT INTO agency_roles (id, person_id, agency_id, title, standing_meeting_type, active)
         VALUES ($1, $2, $3, $4, 'eram', $5)")
    .bind(AgencyRoleId::new(&*world.app.ids))
    .bind(who)
    .bind(agency)
    .bind(title)
    .bind(true)
    .insert(tx, "agency_roles")
    .await
    .unwrap();
    who
}

/// Somebody in a case who is asked to its meetings.
pub(crate) async fn in_case(
    world: &World,
    tx: &mut WriteTx,
    case: CaseId,
    who: PersonId,
    as_what: Relationship,
) {
    sql("INSERT INTO case_people (id, case_id, person_id, relationship, parental_responsibility,
             invited)
         VALUES ($1, $2, $3, $4, $5, $6)")
    .bind(CasePersonId::new(&*world.app.ids))
    .bind(case)
    .bind(who)
    .bind(as_what.as_str())
    .bind(false)
    .bind(as_what != Relationship::Sibling)
    .insert(tx, "case_people")
    .await
    .unwrap();
}

/// A planned meeting for some cases; not saved.
pub(crate) fn meeting(
    world: &World,
    reference: &str,
    on: &str,
    at: &str,
    cases: &[CaseId],
) -> Meeting {
    let subject = |case: &CaseId| MeetingCase {
        case: *case,
        rule: Some(text("R01")),
        due_by: Some(day("2026-12-15")),
        late_reason: None,
        prior_level: Some(RatingLevel::High),
        level: None,
        rating_reason: None,
        toolkit_on: None,
        voice: None,
        voice_reason: None,
        nrm: None,
        nrm_reason: None,
        nrm_owner: None,
        nrm_on: None,
        route: None,
        next_on: None,
        next_reason: None,
        version: 1,
    };
    Meeting {
        id: MeetingId::new(&*world.app.ids),
        meeting_type: text("eram"),
        review: true,
        reference: text(reference),
        status: MeetingStatus::Planned,
        on: day(on),
        at: time(at),
        minutes: 90,
        place: Some(text("Room 2")),
        link: None,
        chair: world.user(Role::Chair).id,
        vice_chair: None,
        minute_taker: None,
        cancelled_reason: None,
        quorate: None,
        quorum_override: None,
        invitation_sequence: 0,
        closed_at: None,
        created_at: world.app.clock.now(),
        created_by: world.user(Role::Chair).id,
        cases: cases.iter().map(subject).collect(),
        sittings: Vec::new(),
        version: 1,
    }
}

/// An invitation of an agency; not saved.
pub(crate) fn invitation(world: &World, meeting: MeetingId, agency: AgencyId) -> Invitation {
    Invitation {
        id: InvitationId::new(&*world.app.ids),
        meeting,
        position: 1,
        kind: InvitationKind::Agency,
        agency: Some(agency),
        person: None,
        capacity: text("Police"),
        required: true,
        route: None,
        invited_at: None,
        reply: Reply::None,
        reply_route: None,
        reply_note: None,
        replied_at: None,
        withdrawn: false,
        mark: None,
        part_note: None,
        substitute: None,
        apology_reason: None,
        version: 1,
    }
}
