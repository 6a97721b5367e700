//! A made-up review with approved minutes, full of what must not reach everybody: other
//! children's names, police intelligence, a safe address, a confidential source.

use chrono::NaiveDate;
use domain::access::Role;
use domain::action::ActionStatus;
use domain::audit::Hash;
use domain::case::RatingLevel;
use domain::frozen::{
    FrozenAction, FrozenAttendance, FrozenChild, FrozenDecision, FrozenOfficer, FrozenPassage,
    FrozenQuorum, FrozenRecord, SCHEMA,
};
use domain::ids::{
    ActionId, AgencyId, CaseId, DecisionId, MeetingId, MinutesId, PassageId, PersonId,
};
use domain::meeting::{InvitationKind, Mark, Route};
use domain::record::{Audience, Section, WithholdReason};
use store::WriteTx;
use store::statement::sql;
use testkit::World;

pub(crate) struct Review {
    pub(crate) meeting: MeetingId,
    pub(crate) case: CaseId,
    pub(crate) minutes: MinutesId,
    pub(crate) mother: PersonId,
    pub(crate) concern: PersonId,
    pub(crate) peer: PersonId,
    pub(crate) police: AgencyId,
    pub(crate) intelligence: PassageId,
    pub(crate) purpose: PassageId,
}

/// What no family copy may hold, in any form.
pub(crate) const NEVER: &[&str] = &[
    "Wrexley",
    "Tobiah",
    "Dravan",
    "Holt",
    "Ghost",
    "Lindqvist",
    "Petra",
    "Teasel",
    "Quillon",
    "ZE3 9QQ",
    "943 476 5919",
    "Observations",
    "legal advice about",
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn person(
    world: &World,
    tx: &mut WriteTx,
    name: &str,
    professional: bool,
    safe: bool,
) -> PersonId {
    let id = PersonId::new(&*world.app.ids);
    sql(
        "INSERT INTO people (id, name, search_key, professional, safe_address, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, 1)",
    )
    .bind(id)
    .bind(name)
    .bind(&domain::text::SearchKey::of(name))
    .bind(professional)
    .bind(safe)
    .bind(world.app.clock.now())
    .insert(tx, "people")
    .await
    .unwrap();
    id
}

async fn place(
    world: &World,
    tx: &mut WriteTx,
    case: CaseId,
    person: PersonId,
    part: &str,
    words: Option<&str>,
) {
    sql("INSERT INTO case_people (id, case_id, person_id, relationship, description,
             parental_responsibility, invited) VALUES ($1, $2, $3, $4, $5, $6, $6)")
    .bind(world.app.ids.next())
    .bind(case)
    .bind(person)
    .bind(part)
    .bind(words)
    .bind(false)
    .insert(tx, "case_people")
    .await
    .unwrap();
}

async fn agency(world: &World, tx: &mut WriteTx, name: &str, kind: &str) -> AgencyId {
    let id = AgencyId::new(&*world.app.ids);
    sql("INSERT INTO agencies (id, name, search_key, kind, secure_email, active, version)
         VALUES ($1, $2, $3, $4, $5, $5, 1)")
    .bind(id)
    .bind(name)
    .bind(&domain::text::SearchKey::of(name))
    .bind(kind)
    .bind(true)
    .insert(tx, "agencies")
    .await
    .unwrap();
    id
}

fn passage(world: &World, case: CaseId, section: Section, body: &str) -> FrozenPassage {
    FrozenPassage {
        id: PassageId::new(&*world.app.ids),
        section,
        case_id: Some(case),
        agency_id: None,
        agency: None,
        body: body.into(),
        nothing_to_report: false,
        audience: Audience::Everyone,
        restriction: None,
    }
}

/// Writes the review into the store.
pub(crate) async fn write(world: &World) -> Review {
    let mut tx = world.write().await;
    let ids = &*world.app.ids;
    let child = person(world, &mut tx, "Ottoline Fennimore", false, true).await;
    let mother = person(world, &mut tx, "Marigold Fennimore", false, false).await;
    let sibling = person(world, &mut tx, "Sorrel Fennimore", false, false).await;
    let peer = person(world, &mut tx, "Tobiah Wrexley", false, false).await;
    let concern = person(world, &mut tx, "Dravan Holt", false, false).await;
    let source = person(world, &mut tx, "Petra Lindqvist", false, false).await;
    let officer = person(world, &mut tx, "Imre Castellan", true, false).await;
    for (table, text) in [
        (
            "INSERT INTO person_names (id, person_id, kind, name, search_key) VALUES ($1, $2, $3, $4, $4)",
            ("alias", "Ghost", concern),
        ),
        (
            "INSERT INTO person_addresses (id, person_id, kind, address, search_key) VALUES ($1, $2, $3, $4, $4)",
            ("home", "14 Quillon Crescent, Marlow Bassett, ZE3 9QQ", child),
        ),
        (
            "INSERT INTO person_identifiers (id, person_id, kind, identifier, search_key) VALUES ($1, $2, $3, $4, $4)",
            ("nhs", "943 476 5919", child),
        ),
    ] {
        let (kind, form, person) = text;
        sql(table)
            .bind(ids.next())
            .bind(person)
            .bind(kind)
            .bind(form)
            .insert(&mut tx, "forms")
            .await
            .unwrap();
    }
    let chair = world.user(Role::Chair);
    let now = world.app.clock.now();
    let case = CaseId::new(ids);
    sql("INSERT INTO cases (id, reference, child_id, opened_on, exploitation, created_at, version)
         VALUES ($1, 'C-0412', $2, $3, $4, $5, 1)")
    .bind(case)
    .bind(child)
    .bind(day("2026-06-01"))
    .bind(serde_json::json!(["criminal"]))
    .bind(now)
    .insert(&mut tx, "cases")
    .await
    .unwrap();
    place(world, &mut tx, case, mother, "mother", None).await;
    place(world, &mut tx, case, sibling, "sibling", None).await;
    place(world, &mut tx, case, peer, "peer_at_risk", None).await;
    place(world, &mut tx, case, concern, "person_of_concern", None).await;
    place(world, &mut tx, case, source, "other", Some("confidential referrer")).await;
    let police = agency(world, &mut tx, "Trentshire Police", "police").await;
    let meeting = MeetingId::new(ids);
    sql("INSERT INTO meetings (id, meeting_type, review, reference, status, starts_on, starts_at,
             duration_minutes, chair_id, invitation_sequence, created_at, created_by, version)
         VALUES ($1, 'eram', $2, '7F3K', 'held', $3, '10:00', 60, $4, 0, $5, $4, 1)")
    .bind(meeting)
    .bind(true)
    .bind(day("2026-11-20"))
    .bind(chair.id)
    .bind(now)
    .insert(&mut tx, "meetings")
    .await
    .unwrap();
    sql("INSERT INTO meeting_cases (meeting_id, case_id, position, version) VALUES ($1, $2, 1, 1)")
        .bind(meeting)
        .bind(case)
        .insert(&mut tx, "meeting_cases")
        .await
        .unwrap();
    sql("INSERT INTO invitations (id, meeting_id, position, kind, agency_id, person_id, capacity,
             required, reply, withdrawn, mark, version)
         VALUES ($1, $2, 1, 'agency', $3, $4, 'Police', $5, 'accepted', $6, 'present', 1)")
    .bind(ids.next())
    .bind(meeting)
    .bind(police)
    .bind(officer)
    .bind(true)
    .bind(false)
    .insert(&mut tx, "invitations")
    .await
    .unwrap();
    let actions = [ActionId::new(ids), ActionId::new(ids)];
    for (position, (id, agency, text)) in [
        (actions[0], Some(police), "Visit the flats and report back"),
        (actions[1], None, "Walk to the bus stop together"),
    ]
    .into_iter()
    .enumerate()
    {
        sql(
            "INSERT INTO actions (id, case_id, meeting_id, position, action, owner_name, agency_id,
                 due_on, audience, status, version)
             VALUES ($1, $2, $3, $4, $5, 'Somebody', $6, $7, 'agencies', 'open', 1)",
        )
        .bind(id)
        .bind(case)
        .bind(meeting)
        .bind(u32::try_from(position).unwrap())
        .bind(text)
        .bind(agency)
        .bind(day("2026-11-27"))
        .insert(&mut tx, "actions")
        .await
        .unwrap();
    }
    let mut intelligence = passage(
        world,
        case,
        Section::Information,
        "Dravan Holt, known as Ghost, is thought to run the line from Teasel Court. Observations will start there on Friday night.",
    );
    intelligence.agency_id = Some(police);
    intelligence.agency = Some("Trentshire Police".into());
    intelligence.audience = Audience::Agencies;
    intelligence.restriction = Some(WithholdReason::PoliceSensitive);
    let mut advice = passage(
        world,
        case,
        Section::OtherBusiness,
        "The chair took legal advice about the next hearing of the matter.",
    );
    advice.audience = Audience::Closed;
    let purpose = passage(
        world,
        case,
        Section::Purpose,
        "We met because Ottoline was missing twice. Tobiah Wrexley was with her. She lives at 14 Quillon Crescent, Marlow Bassett, ZE3 9QQ and her NHS number is 943 476 5919. Petra Lindqvist told us.",
    );
    let plan = passage(
        world,
        case,
        Section::SafetyPlan,
        "Marigold will ring the school each morning. Ottoline and Sorrel will be met at the gate.",
    );
    let voice = passage(
        world,
        case,
        Section::ChildVoice,
        "I want to feel safe on the bus home every day of the week.",
    );
    let (intelligence_id, purpose_id) = (intelligence.id, purpose.id);
    let record = FrozenRecord {
        schema: SCHEMA,
        authority: "Trentshire".into(),
        meeting_id: meeting,
        reference: "7F3K".into(),
        meeting_type: "eram".into(),
        review: true,
        held_on: day("2026-11-20"),
        at: "10:00".into(),
        place: None,
        chair: FrozenOfficer {
            name: "Robin Marsh".into(),
            job_title: Some("Child Protection Coordinator".into()),
        },
        vice_chair: None,
        minute_taker: None,
        sittings: Vec::new(),
        children: vec![FrozenChild {
            case_id: case,
            case_reference: "C-0412".into(),
            name: "Ottoline Fennimore".into(),
            date_of_birth: None,
            rule: None,
            due_by: None,
            prior_level: None,
            level: Some(RatingLevel::High),
            rating_reason: Some(
                "The line run by Dravan Holt is still open and she was seen there again.".into(),
            ),
            toolkit_on: None,
            voice: None,
            voice_reason: None,
            nrm: None,
            nrm_reason: None,
            nrm_owner: None,
            nrm_on: None,
            route: Some(Route::ContinueEram),
            next_on: Some(day("2027-01-15")),
            next_reason: None,
        }],
        attendance: vec![FrozenAttendance {
            kind: InvitationKind::Agency,
            name: Some("Imre Castellan".into()),
            agency: Some("Trentshire Police".into()),
            capacity: "Police".into(),
            mark: Some(Mark::Present),
            substitute: None,
            part_note: None,
        }],
        quorum: FrozenQuorum { met: true, override_reason: None },
        interests: Vec::new(),
        reviewed: Vec::new(),
        passages: vec![purpose, intelligence, voice, plan, advice],
        decisions: vec![FrozenDecision {
            id: DecisionId::new(ids),
            case_id: Some(case),
            decision: "We will meet again in eight weeks.".into(),
            rationale: "The risk is still high and the plan is new.".into(),
            dissent: None,
            dissent_agency: None,
            audience: Audience::Everyone,
            restriction: None,
        }],
        actions: [
            (actions[0], Some("Trentshire Police"), "Visit the flats and report back"),
            (actions[1], None, "Walk to the bus stop together"),
        ]
        .into_iter()
        .map(|(id, agency, action)| FrozenAction {
            id,
            case_id: case,
            action: action.into(),
            owner: if agency.is_some() {
                "Imre Castellan".into()
            } else {
                "Marigold Fennimore".into()
            },
            agency: agency.map(Into::into),
            due_on: day("2026-11-27"),
            outcome_sought: None,
            audience: Audience::Agencies,
            status: ActionStatus::Open,
            note: None,
        })
        .collect(),
    };
    let content = serde_json::to_string(&record).unwrap();
    let minutes = MinutesId::new(ids);
    sql("INSERT INTO minutes (id, meeting_id, number, status, content, digest, approved_by,
             approved_at, version) VALUES ($1, $2, 1, 'approved', $3, $4, $5, $6, 1)")
    .bind(minutes)
    .bind(meeting)
    .bind(content.as_str())
    .bind(Hash::of(content.as_bytes()))
    .bind(chair.id)
    .bind(now)
    .insert(&mut tx, "minutes")
    .await
    .unwrap();
    world.commit(tx).await;
    Review {
        meeting,
        case,
        minutes,
        mother,
        concern,
        peer,
        police,
        intelligence: intelligence_id,
        purpose: purpose_id,
    }
}
