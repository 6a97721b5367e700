//! Writes a made-up case and its meetings through the store.

use chrono::{Days, NaiveDate, TimeDelta};
use domain::agency::AgencyKind;
use domain::calendar::local_instant;
use domain::case::{
    Case, CasePerson, Closed, Exploitation, Incident, MissingEpisode, RatingLevel, Relationship,
    RiskRating,
};
use domain::clock::Instant;
use domain::ids::{
    CaseId, CasePersonId, IncidentId, InvitationId, MeetingId, MissingEpisodeId, PersonId,
    RiskRatingId, UserId,
};
use domain::meeting::{
    Invitation, InvitationKind, InvitationRoute, Mark, Meeting, MeetingCase, MeetingStatus,
    NrmDecision, Reply, Route, Sitting, Voice,
};
use store::WriteTx;

use super::history::{History, Review};
use super::people::{Family, Maker, text};
use super::{Authority, text_record, words};
use crate::AppError;

/// A case as its meetings see it.
pub(super) struct Told<'a> {
    pub(super) case: CaseId,
    pub(super) family: &'a Family,
    pub(super) chair: UserId,
}

/// Writes a whole case.
pub(super) async fn case(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    authority: &mut Authority<'_>,
    history: &History,
) -> Result<(), AppError> {
    let family = maker.family(history.opened_on)?;
    let chair = maker.one(authority.chairs)?;
    let opened = at(history.opened_on, 9)?;
    let case = Case {
        id: CaseId::new(maker.ids),
        reference: text(&format!("C-{:04}", authority.made.cases + 1))?,
        child: family.child.id,
        opened_on: history.opened_on,
        closed: match history.closed_on {
            Some(on) => {
                Some(Closed { on, reason: text("Risk reduced; support goes on elsewhere")? })
            }
            None => None,
        },
        reopened: None,
        chair: Some(chair),
        area: Some(text(maker.one(words::AREAS)?)?),
        exploitation: vec![maker.one(Exploitation::ALL)?],
        created_at: opened,
        version: 1,
    };
    let everybody = [Some(&family.child), Some(&family.parent), family.sibling.as_ref()];
    for person in everybody.into_iter().flatten().chain([&family.concern]) {
        store::people::insert(tx, person).await?;
    }
    store::cases::insert(tx, &case).await?;
    places(tx, maker, authority, case.id, &family).await?;
    rating(tx, maker, case.id, chair, history.first_level, opened, None).await?;
    happenings(tx, maker, case.id, chair, history).await?;
    authority.made.cases += 1;
    let told = Told { case: case.id, family: &family, chair };
    for (place, review) in history.reviews.iter().enumerate() {
        meeting(tx, maker, authority, &told, review, place > 0).await?;
    }
    Ok(())
}

fn at(day: NaiveDate, hour: u32) -> Result<Instant, AppError> {
    let time = chrono::NaiveTime::from_hms_opt(hour, 0, 0).ok_or(AppError::Document)?;
    local_instant(day, time).map_err(|_| AppError::Document)
}

async fn places(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    authority: &Authority<'_>,
    case: CaseId,
    family: &Family,
) -> Result<(), AppError> {
    let mother = if maker.chance(70) { Relationship::Mother } else { Relationship::Father };
    let social_care =
        authority.teams.iter().find(|team| team.agency.kind == AgencyKind::SocialCare);
    let worker = social_care.and_then(|team| team.people.last()).map(|(person, _)| person.id);
    let everybody = [
        (Some(family.parent.id), mother, true),
        (family.sibling.as_ref().map(|person| person.id), Relationship::Sibling, false),
        (Some(family.concern.id), Relationship::PersonOfConcern, false),
        (worker, Relationship::SocialWorker, true),
    ];
    for (person, relationship, invited) in everybody {
        let Some(person) = person else { continue };
        let agency = match relationship {
            Relationship::SocialWorker => social_care.map(|team| team.agency.id),
            _ => None,
        };
        let place = CasePerson {
            id: CasePersonId::new(maker.ids),
            case,
            person,
            relationship,
            description: None,
            agency,
            parental_responsibility: person == family.parent.id,
            invited,
            until: None,
        };
        store::cases::insert_place(tx, &place).await?;
    }
    Ok(())
}

async fn rating(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    case: CaseId,
    by: UserId,
    level: RatingLevel,
    rated_at: Instant,
    meeting: Option<MeetingId>,
) -> Result<(), AppError> {
    let rating = RiskRating {
        id: RiskRatingId::new(maker.ids),
        case,
        process: text("eram")?,
        level,
        reason: text(maker.one(words::RATING)?)?,
        rated_at,
        rated_by: by,
        toolkit_on: Some(domain::clock::local_date(rated_at)),
        meeting,
        voided: None,
    };
    Ok(store::risk::insert_rating(tx, &rating).await?)
}

async fn happenings(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    case: CaseId,
    by: UserId,
    history: &History,
) -> Result<(), AppError> {
    for (started_at, returned_at) in &history.missing {
        let episode = MissingEpisode {
            id: MissingEpisodeId::new(maker.ids),
            case,
            started_at: *started_at,
            returned_at: *returned_at,
            note: None,
            recorded_at: returned_at.unwrap_or(*started_at),
            recorded_by: by,
            voided: None,
        };
        store::risk::insert_episode(tx, &episode).await?;
    }
    if let Some(happened_on) = history.incident_on {
        let place = maker.one(words::PLACES)?;
        let incident = Incident {
            id: IncidentId::new(maker.ids),
            case,
            happened_on,
            summary: text(&format!("Found with older people at {place}; brought home by police."))?,
            review_wanted: false,
            recorded_at: at(happened_on, 16)?,
            recorded_by: by,
            voided: None,
        };
        store::risk::insert_incident(tx, &incident).await?;
    }
    Ok(())
}

async fn meeting(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    authority: &mut Authority<'_>,
    told: &Told<'_>,
    review: &Review,
    is_review: bool,
) -> Result<(), AppError> {
    let reference = loop {
        let reference = domain::diary::reference(maker.ids);
        if authority.references.insert(reference.as_str().to_owned()) {
            break reference;
        }
    };
    let mut time = review.at;
    while !authority.diary.insert((told.chair, review.on, time)) {
        time = time.overflowing_add_signed(TimeDelta::minutes(90)).0;
    }
    let begins = local_instant(review.on, time).map_err(|_| AppError::Document)?;
    let ends = begins.checked_add_signed(TimeDelta::minutes(75)).unwrap_or(begins);
    let held = review.after.is_some();
    let meeting = Meeting {
        id: MeetingId::new(maker.ids),
        meeting_type: text("eram")?,
        review: is_review,
        reference,
        status: if held { MeetingStatus::Held } else { MeetingStatus::Planned },
        on: review.on,
        at: time,
        minutes: 90,
        place: Some(text("Trentbridge House, room 2")?),
        link: None,
        chair: told.chair,
        vice_chair: None,
        minute_taker: None,
        cancelled_reason: None,
        quorate: held.then_some(true),
        quorum_override: None,
        invitation_sequence: 0,
        closed_at: held.then_some(ends),
        created_at: before(begins, 18),
        created_by: told.chair,
        cases: vec![concluded(maker, authority, told, review)?],
        sittings: if held {
            vec![Sitting { opened_at: begins, closed_at: Some(ends), adjourned_reason: None }]
        } else {
            Vec::new()
        },
        version: 1,
    };
    store::meetings::insert(tx, &meeting).await?;
    invitations(tx, maker, authority, told, &meeting).await?;
    if let Some(level) = review.after {
        rating(tx, maker, told.case, told.chair, level, ends, Some(meeting.id)).await?;
        text_record::write(tx, maker, authority, told, &meeting).await?;
        authority.made.held += 1;
    } else {
        authority.made.planned += 1;
    }
    Ok(())
}

fn before(at: Instant, days: i64) -> Instant {
    at.checked_sub_signed(TimeDelta::days(days)).unwrap_or(at)
}

fn concluded(
    maker: &mut Maker<'_>,
    authority: &Authority<'_>,
    told: &Told<'_>,
    review: &Review,
) -> Result<MeetingCase, AppError> {
    let rule = match review.before {
        RatingLevel::High => Some(text("R01")?),
        RatingLevel::Medium => Some(text("R02")?),
        RatingLevel::Low | RatingLevel::None => None,
    };
    let late_reason = if review.on > review.due_by {
        Some(text("The police representative could not come earlier")?)
    } else {
        None
    };
    let held = review.after.is_some();
    let voice = maker.one(&[Voice::Attended, Voice::GivenAnotherWay, Voice::Declined])?;
    let next = |days| review.on.checked_add_days(Days::new(days));
    let next_on = match review.after {
        Some(RatingLevel::High) => next(49),
        Some(RatingLevel::Medium) => next(77),
        Some(RatingLevel::Low | RatingLevel::None) | None => None,
    };
    let next_on = next_on
        .map(|day| authority.calendar.previous_bookable_day(day).unwrap_or(day))
        .filter(|day| *day > authority.today);
    Ok(MeetingCase {
        case: told.case,
        rule,
        due_by: Some(review.due_by),
        late_reason,
        prior_level: Some(review.before),
        level: review.after,
        rating_reason: if held { Some(text(maker.one(words::RATING)?)?) } else { None },
        toolkit_on: held.then_some(review.on),
        voice: held.then_some(voice),
        voice_reason: if held && voice == Voice::Declined {
            Some(text("Asked twice; did not want to come or send words")?)
        } else {
            None
        },
        nrm: held.then_some(NrmDecision::ThresholdNotMet),
        nrm_reason: if held {
            Some(text("No indication of control beyond the local group")?)
        } else {
            None
        },
        nrm_owner: None,
        nrm_on: None,
        route: match review.after {
            Some(RatingLevel::High | RatingLevel::Medium) => Some(Route::ContinueEram),
            Some(RatingLevel::Low | RatingLevel::None) => Some(Route::StepDown),
            None => None,
        },
        next_on,
        next_reason: None,
        version: 1,
    })
}

async fn invitations(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    authority: &Authority<'_>,
    told: &Told<'_>,
    meeting: &Meeting,
) -> Result<(), AppError> {
    let held = meeting.status == MeetingStatus::Held;
    let mut position = 0;
    for team in authority.teams.iter().take(6) {
        let Some((person, _)) = team.people.first() else { continue };
        let required = position < 4;
        let asked = Asked {
            kind: InvitationKind::Agency,
            agency: Some(team.agency.id),
            person: person.id,
            capacity: team.agency.name.as_str().to_owned(),
            required,
        };
        let row = invitation(maker, meeting, position, &asked, held)?;
        store::invitations::insert(tx, &row).await?;
        position += 1;
    }
    let family = [
        (InvitationKind::Child, told.family.child.id, "Child"),
        (InvitationKind::Family, told.family.parent.id, "Parent"),
    ];
    for (kind, person, capacity) in family {
        let asked = Asked { kind, agency: None, person, capacity: capacity.into(), required: true };
        let row = invitation(maker, meeting, position, &asked, held)?;
        store::invitations::insert(tx, &row).await?;
        position += 1;
    }
    Ok(())
}

struct Asked {
    kind: InvitationKind,
    agency: Option<domain::ids::AgencyId>,
    person: PersonId,
    capacity: String,
    required: bool,
}

fn invitation(
    maker: &mut Maker<'_>,
    meeting: &Meeting,
    position: u32,
    asked: &Asked,
    held: bool,
) -> Result<Invitation, AppError> {
    let replied = held || maker.chance(65);
    let mark = match maker.between(0, 19) {
        0 => Mark::Apologies,
        1 => Mark::Absent,
        _ => Mark::Present,
    };
    let family = asked.kind != InvitationKind::Agency;
    let route = if family { InvitationRoute::Letter } else { InvitationRoute::Email };
    Ok(Invitation {
        id: InvitationId::new(maker.ids),
        meeting: meeting.id,
        position,
        kind: asked.kind,
        agency: asked.agency,
        person: Some(asked.person),
        capacity: text(&asked.capacity)?,
        required: asked.required,
        route: Some(route),
        invited_at: Some(meeting.created_at),
        reply: if replied { Reply::Accepted } else { Reply::None },
        reply_route: replied.then_some(InvitationRoute::Telephone),
        reply_note: None,
        replied_at: replied.then_some(meeting.created_at),
        withdrawn: false,
        mark: held.then_some(if asked.required && !family { Mark::Present } else { mark }),
        part_note: None,
        substitute: None,
        apology_reason: None,
        version: 1,
    })
}
