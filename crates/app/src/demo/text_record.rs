//! What was said, decided and asked for at a made-up meeting.

use std::collections::BTreeMap;

use chrono::{Days, TimeDelta};
use domain::action::{Action, ActionStatus};
use domain::agency::AgencyKind;
use domain::audit::Hash;
use domain::clock::local_date;
use domain::ids::{ActionId, AgencyId, DecisionId, MinutesId, PassageId};
use domain::meeting::Meeting;
use domain::record::{
    Audience, Decision, Minutes, MinutesStatus, Passage, Section, WithholdReason,
};
use store::WriteTx;

use super::people::{Maker, text};
use super::record::Told;
use super::{Authority, words};
use crate::AppError;

/// Words for the places of a template, the same through one meeting.
struct Places(BTreeMap<&'static str, String>);

impl Places {
    fn of(maker: &mut Maker<'_>, told: &Told<'_>) -> Result<Self, AppError> {
        let first = |name: &str| name.split(' ').next().unwrap_or(name).to_owned();
        let family = told.family;
        let hours = maker.between(6, 40).to_string();
        let percent = maker.between(48, 94).to_string();
        Ok(Self(BTreeMap::from([
            ("{child}", first(family.child.name.as_str())),
            ("{them}", "them".into()),
            ("{they}", "they".into()),
            ("{parent}", family.parent.name.as_str().into()),
            ("{concern}", family.concern.name.as_str().into()),
            ("{place}", maker.one(words::PLACES)?.into()),
            ("{school}", family.school.into()),
            ("{hours}", hours),
            ("{percent}", percent),
        ])))
    }

    fn fill(&self, template: &str) -> String {
        self.0.iter().fold(template.to_owned(), |text, (place, word)| text.replace(place, word))
    }
}

/// One passage to write.
struct Said {
    section: Section,
    agency: Option<AgencyId>,
    template: &'static str,
    audience: Audience,
    restriction: Option<WithholdReason>,
}

/// Writes the record of a held meeting, and its minutes.
pub(super) async fn write(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    authority: &Authority<'_>,
    told: &Told<'_>,
    meeting: &Meeting,
) -> Result<(), AppError> {
    let places = Places::of(maker, told)?;
    for (position, said) in (0..).zip(said(maker, authority)?) {
        let body = places.fill(said.template);
        let passage = Passage {
            id: PassageId::new(maker.ids),
            meeting: meeting.id,
            case: Some(told.case),
            section: said.section,
            agency: said.agency,
            position,
            body,
            nothing_to_report: false,
            audience: said.audience,
            restriction: said.restriction,
            origin: None,
            updated_at: meeting.closed_at.unwrap_or(meeting.created_at),
            updated_by: told.chair,
            version: 1,
        };
        store::passages::insert(tx, &passage).await?;
    }
    decisions(tx, maker, told, meeting, &places).await?;
    actions(tx, maker, authority, told, meeting, &places).await?;
    minutes(tx, maker, authority, told, meeting).await
}

fn said(maker: &mut Maker<'_>, authority: &Authority<'_>) -> Result<Vec<Said>, AppError> {
    let agency = |kind: AgencyKind| {
        authority.teams.iter().find(|team| team.agency.kind == kind).map(|team| team.agency.id)
    };
    let everyone = |section, template| Said {
        section,
        agency: None,
        template,
        audience: Audience::Everyone,
        restriction: None,
    };
    let mut all = vec![everyone(Section::Purpose, maker.one(words::PURPOSE)?)];
    let brought = [
        (AgencyKind::Police, words::POLICE, Audience::Agencies),
        (AgencyKind::Health, words::HEALTH, Audience::Everyone),
        (AgencyKind::Education, words::EDUCATION, Audience::Everyone),
        (AgencyKind::SocialCare, words::SOCIAL_CARE, Audience::Everyone),
    ];
    for (kind, list, audience) in brought {
        let template = maker.one(list)?;
        all.push(Said {
            section: Section::Information,
            agency: agency(kind),
            template,
            audience,
            restriction: None,
        });
    }
    if maker.chance(45) {
        all.push(Said {
            section: Section::OtherBusiness,
            agency: agency(AgencyKind::Police),
            template: maker.one(words::POLICE_RESTRICTED)?,
            audience: Audience::Closed,
            restriction: Some(WithholdReason::PoliceSensitive),
        });
    }
    for (section, list) in [
        (Section::PushFactors, words::PUSH),
        (Section::PullFactors, words::PULL),
        (Section::ChildVoice, words::CHILD_WORDS),
        (Section::FamilyVoice, words::FAMILY_WORDS),
        (Section::Analysis, words::ANALYSIS),
    ] {
        all.push(everyone(section, maker.one(list)?));
    }
    Ok(all)
}

async fn decisions(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    told: &Told<'_>,
    meeting: &Meeting,
    places: &Places,
) -> Result<(), AppError> {
    for position in 0..maker.between(1, 2) {
        let (decision, rationale) = maker.one(words::DECISIONS)?;
        let decision = Decision {
            id: DecisionId::new(maker.ids),
            meeting: meeting.id,
            case: Some(told.case),
            position,
            decision: text(&places.fill(decision))?,
            rationale: text(&places.fill(rationale))?,
            dissent: None,
            dissent_agency: None,
            audience: Audience::Everyone,
            restriction: None,
            version: 1,
        };
        store::decisions::insert(tx, &decision).await?;
    }
    Ok(())
}

async fn actions(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    authority: &Authority<'_>,
    told: &Told<'_>,
    meeting: &Meeting,
    places: &Places,
) -> Result<(), AppError> {
    for position in 0..maker.between(2, 4) {
        let (what, by) = maker.one(words::ACTIONS)?;
        let team = authority.teams.iter().find(|team| team.agency.kind.as_str() == by);
        let owner = team.and_then(|team| team.people.first());
        let days = maker.between(7, 42);
        let due_on = meeting.on.checked_add_days(Days::new(days.into())).unwrap_or(meeting.on);
        let old =
            meeting.on.checked_add_days(Days::new(70)).is_some_and(|day| day < authority.today);
        let status = match maker.between(0, 99) {
            0..10 if old => ActionStatus::NotDone,
            10..18 if old => ActionStatus::NotPossible,
            _ if old => ActionStatus::Done,
            0..25 => ActionStatus::Done,
            25..50 => ActionStatus::InProgress,
            _ => ActionStatus::Open,
        };
        let note = match status {
            ActionStatus::NotDone => Some(text("Staff changed and nobody took it over")?),
            ActionStatus::NotPossible => Some(text("The family did not want it")?),
            ActionStatus::Done => Some(text("Reported done")?),
            ActionStatus::InProgress => Some(text("Begun")?),
            ActionStatus::Open => None,
        };
        let action = Action {
            id: ActionId::new(maker.ids),
            case: told.case,
            meeting: meeting.id,
            position,
            action: text(&places.fill(what))?,
            owner: owner.map(|(person, _)| person.id),
            owner_name: match owner {
                Some((person, _)) => person.name.clone(),
                None => told.family.parent.name.clone(),
            },
            agency: team.map(|team| team.agency.id),
            due_on,
            outcome_sought: None,
            audience: Audience::Everyone,
            status,
            note,
            closed_on: (!status.is_open()).then_some(due_on.min(authority.today)),
            not_before: None,
            version: 1,
        };
        store::actions::insert(tx, &action).await?;
    }
    Ok(())
}

/// Minutes older than three weeks are issued; of the newer ones some are approved, some drafts.
async fn minutes(
    tx: &mut WriteTx,
    maker: &mut Maker<'_>,
    authority: &Authority<'_>,
    told: &Told<'_>,
    meeting: &Meeting,
) -> Result<(), AppError> {
    let closed_at = meeting.closed_at.unwrap_or(meeting.created_at);
    let live = crate::live::load(tx, meeting.id, closed_at).await?;
    let content = crate::minutes::freeze(tx, &live).await?.1;
    let age = authority.today.signed_duration_since(local_date(closed_at)).num_days();
    let status = match age {
        22.. => MinutesStatus::Issued,
        _ if maker.chance(50) => MinutesStatus::Approved,
        _ => MinutesStatus::Draft,
    };
    let after = |days| closed_at.checked_add_signed(TimeDelta::days(days)).unwrap_or(closed_at);
    let minutes = Minutes {
        id: MinutesId::new(maker.ids),
        meeting: meeting.id,
        number: 1,
        status,
        digest: Hash::of(content.0.as_bytes()),
        content,
        correction_reason: None,
        approved: (status != MinutesStatus::Draft).then(|| (told.chair, after(4))),
        issued: (status == MinutesStatus::Issued).then(|| (told.chair, after(7))),
        version: 1,
    };
    Ok(store::minutes::insert(tx, &minutes).await?)
}
