//! Reads everything about a meeting while it is held, and what the rules say about it.

use chrono::NaiveDate;
use domain::action::{Action, ActionProgress};
use domain::calendar::{WorkingCalendar, start_of_day};
use domain::case::RatingLevel;
use domain::clock::{Instant, local_date};
use domain::hold::{AtTheTable, Missing, NextRule, Quorum, Record, missing, require_writable};
use domain::ids::{ActionId, AgencyId, CaseId, MeetingId, UserId};
use domain::meeting::{Interest, Invitation, Meeting, MeetingStatus};
use domain::policy::due::{
    Due, Need, Obligation, RuleBook, Standing, Task, Window, evaluate, propose_next,
};
use domain::policy::{
    Event, Fact, MeetingKind, Process, Profile, Quoracy, Requirement, RiskLevel, RuleId,
};
use domain::record::{Decision, Minutes, Passage};
use domain::user::User;
use store::invitations::Address;
use store::live::{Child, NamedAgency};
use store::{Reads, StoreError};

use crate::AppError;
use crate::policies;

/// Everything that the screen of a meeting needs.
#[derive(Debug)]
pub struct Live {
    /// The meeting with its children and sittings.
    pub meeting: Meeting,
    /// When this was read.
    pub read_at: Instant,
    /// Who the children are.
    pub children: Vec<Child>,
    /// Everybody asked whose invitation was not taken back, in order.
    pub invitations: Vec<Invitation>,
    /// Their names.
    pub names: Vec<Address>,
    /// Who makes the quorum.
    pub quorum: Quorum,
    /// Declarations of interest.
    pub interests: Vec<Interest>,
    /// Actions of earlier meetings to review, or reviewed.
    pub review: Vec<Action>,
    /// What this meeting recorded about actions.
    pub progress: Vec<ActionProgress>,
    /// What was written.
    pub passages: Vec<Passage>,
    /// What was written last time.
    pub last_time: Vec<LastTime>,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// New actions.
    pub actions: Vec<Action>,
    /// What the rules propose for each level.
    pub proposals: Vec<Proposal>,
    /// The last day for a new date when it closes without a quorum (R39).
    pub inquorate_by: Option<NaiveDate>,
    /// What still stops closing; empty unless it is being held.
    pub missing: Vec<Missing>,
    /// Every version of its minutes.
    pub minutes: Vec<Minutes>,
    /// Every agency.
    pub agencies: Vec<NamedAgency>,
    /// Everybody who signs in.
    pub users: Vec<User>,
    /// The rules in force.
    pub profile: Profile,
    /// The working days.
    pub calendar: WorkingCalendar,
}

/// What was written about a child at the last meeting held.
#[derive(Debug)]
pub struct LastTime {
    /// Which child of this meeting.
    pub case: CaseId,
    /// The day of that meeting.
    pub on: NaiveDate,
    /// What was written.
    pub passages: Vec<Passage>,
}

/// What the rules propose as the next date at a level.
#[derive(Debug)]
pub struct Proposal {
    /// The level.
    pub level: RatingLevel,
    /// The row.
    pub rule: Option<RuleId>,
    /// The last day, if there is one.
    pub next: NextRule,
    /// The days to offer.
    pub window: Option<Window>,
    /// Why.
    pub why: Vec<String>,
}

impl Live {
    /// What the rules say at a level; nothing while none is chosen.
    #[must_use]
    pub fn next_at(&self, level: Option<RatingLevel>) -> NextRule {
        let proposal = self.proposals.iter().find(|one| Some(one.level) == level);
        proposal.map_or(NextRule::NoClock, |one| one.next)
    }

    /// Whether the record may be written now.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        let newest = self.minutes.last().map(|minutes| minutes.status);
        require_writable(&self.meeting, newest).is_ok()
    }

    /// An agency's name.
    #[must_use]
    pub fn agency_name(&self, id: Option<AgencyId>) -> Option<String> {
        let agency = self.agencies.iter().find(|agency| Some(agency.id) == id);
        agency.map(|agency| agency.name.clone())
    }

    /// A user, if they still have a record.
    #[must_use]
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    /// The name of somebody who signs in.
    #[must_use]
    pub fn user_name(&self, id: UserId) -> String {
        self.user(id).map(|user| user.name.as_str().to_owned()).unwrap_or_default()
    }

    /// The last word of this meeting on an action, if it was reviewed.
    #[must_use]
    pub fn review_of(&self, action: ActionId) -> Option<&ActionProgress> {
        self.progress.iter().rev().find(|progress| progress.action == action)
    }
}

pub(crate) async fn load(
    tx: &mut impl Reads,
    id: MeetingId,
    now: Instant,
) -> Result<Live, AppError> {
    let meeting = store::meetings::get(tx, id).await?;
    let profile = policies::rule_book(tx).await?;
    let calendar = policies::calendar(tx).await?;
    let mut invitations = store::invitations::of_meeting(tx, id).await?;
    invitations.retain(|one| !one.withdrawn);
    let agencies = store::live::agencies(tx).await?;
    let process = process_of(&meeting)?;
    let today = local_date(now);
    let held_on = if meeting.sittings.is_empty() { today } else { meeting.held_on() };
    let mut live = Live {
        quorum: quorum(&profile, process, held_on, &invitations, &agencies),
        children: store::live::children(tx, id).await?,
        names: store::invitations::addresses(tx, &[id]).await?,
        interests: store::interests::of_meeting(tx, id).await?,
        review: to_review(tx, &meeting, today).await?,
        progress: store::actions::progress_at(tx, id).await?,
        passages: store::passages::of_meeting(tx, id).await?,
        last_time: last_time(tx, &meeting).await?,
        decisions: store::decisions::of_meeting(tx, id).await?,
        actions: store::actions::of_meeting(tx, id).await?,
        proposals: proposals(&profile, &calendar, process, held_on)?,
        inquorate_by: inquorate_by(&profile, &calendar, process, today)?,
        minutes: store::minutes::of_meeting(tx, id).await?,
        users: store::users::list(tx).await?,
        missing: Vec::new(),
        read_at: now,
        meeting,
        invitations,
        agencies,
        profile,
        calendar,
    };
    if live.meeting.is_being_held() {
        live.missing = still_missing(&live);
    }
    Ok(live)
}

pub(crate) fn process_of(meeting: &Meeting) -> Result<Process, AppError> {
    let unknown = StoreError::Inconsistent { table: "meetings", column: "meeting_type" };
    Ok(meeting.meeting_type.as_str().parse().map_err(|_| unknown)?)
}

fn still_missing(live: &Live) -> Vec<Missing> {
    let next: Vec<(CaseId, NextRule)> =
        live.meeting.cases.iter().map(|case| (case.case, live.next_at(case.level))).collect();
    let reviewed: Vec<ActionId> = live.progress.iter().map(|one| one.action).collect();
    missing(&Record {
        meeting: &live.meeting,
        invitations: &live.invitations,
        quorum: &live.quorum,
        open_actions: &live.review,
        reviewed: &reviewed,
        passages: &live.passages,
        next: &next,
    })
}

fn quorum(
    profile: &Profile,
    process: Process,
    day: NaiveDate,
    invitations: &[Invitation],
    agencies: &[NamedAgency],
) -> Quorum {
    let present: Vec<AtTheTable> = invitations
        .iter()
        .filter(|one| one.is_at_the_table())
        .filter_map(|one| agencies.iter().find(|agency| Some(agency.id) == one.agency))
        .map(|agency| AtTheTable { agency: agency.id, kind: agency.kind })
        .collect();
    let row = profile.requirements_on(day).find_map(|(rule, requirement)| match requirement {
        Requirement::Quorum { process: of, seats } if *of == process => Some((rule.id, seats)),
        _ => None,
    });
    match row {
        Some((rule, seats)) => Quorum::of(Some(rule), seats, &present),
        None => Quorum::of(None, &[], &present),
    }
}

/// While it is held: every open action that was not put off; afterwards: those it reviewed.
async fn to_review(
    tx: &mut impl Reads,
    meeting: &Meeting,
    today: NaiveDate,
) -> Result<Vec<Action>, AppError> {
    let mut found = store::actions::reviewed_at(tx, meeting.id).await?;
    if matches!(meeting.status, MeetingStatus::Held | MeetingStatus::Cancelled) {
        return Ok(found);
    }
    let cases: Vec<CaseId> = meeting.cases.iter().map(|case| case.case).collect();
    let open = store::actions::open_of_cases(tx, &cases, meeting.id).await?;
    for action in open {
        let is_listed = action.not_before.is_none_or(|day| day <= today);
        if is_listed && found.iter().all(|one| one.id != action.id) {
            found.push(action);
        }
    }
    found.sort_by_key(|action| (action.due_on, action.id));
    Ok(found)
}

async fn last_time(tx: &mut impl Reads, meeting: &Meeting) -> Result<Vec<LastTime>, AppError> {
    let mut found = Vec::new();
    for case in &meeting.cases {
        let earlier = store::meetings::of_case(tx, case.case).await?;
        let key = |one: &Meeting| (one.on, one.at);
        let last = earlier.into_iter().rev().find(|one| {
            one.status == MeetingStatus::Held && one.id != meeting.id && key(one) <= key(meeting)
        });
        let Some(last) = last else { continue };
        let mut passages = store::passages::of_meeting(tx, last.id).await?;
        passages.retain(|passage| passage.case.is_none_or(|of| of == case.case));
        found.push(LastTime { case: case.case, on: last.held_on(), passages });
    }
    Ok(found)
}

fn proposals(
    profile: &Profile,
    calendar: &WorkingCalendar,
    process: Process,
    held_on: NaiveDate,
) -> Result<Vec<Proposal>, AppError> {
    let rules = RuleBook::new(&profile.rules);
    let propose = |level: &RatingLevel| {
        let risk = match level {
            RatingLevel::High => RiskLevel::High,
            RatingLevel::Medium => RiskLevel::Medium,
            // "None" has no clock, as low has none (R03).
            RatingLevel::Low | RatingLevel::None => RiskLevel::Low,
        };
        let found = propose_next(&rules, calendar, process, held_on, risk)?;
        let (obligation, window) = found.unzip();
        Ok(Proposal {
            level: *level,
            rule: obligation.as_ref().map(|one| one.rule.id),
            next: obligation.as_ref().map_or(NextRule::NoClock, next_rule),
            window: window.flatten(),
            why: obligation.map(|one| one.why()).unwrap_or_default(),
        })
    };
    RatingLevel::ALL.iter().map(propose).collect()
}

fn next_rule(obligation: &Obligation) -> NextRule {
    match obligation.standing {
        Standing::Dated { due, .. } => NextRule::By(due.day()),
        Standing::Needs(Need::NextDateSet) | Standing::Overdue => NextRule::ChairSets,
        Standing::Needs(Need::RiskRated) | Standing::Triggered | Standing::NoClock => {
            NextRule::NoClock
        }
    }
}

/// The last day for the new date of a meeting that had no quorum today (R39).
fn inquorate_by(
    profile: &Profile,
    calendar: &WorkingCalendar,
    process: Process,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, AppError> {
    let event = Event::MeetingHeld {
        process,
        kind: MeetingKind::Review,
        quoracy: Quoracy::Inquorate,
        sittings: Vec::new(),
    };
    let rules = RuleBook::new(&profile.rules);
    let owed = evaluate(&[Fact::on(today, event)], &rules, calendar, start_of_day(today)?)?;
    let replacement = owed.iter().find(|one| one.task == Task::QuorateMeeting);
    Ok(replacement.and_then(Obligation::due).map(Due::day))
}
