//! Who is asked, from the standing list, the case and the rules; sending, answering, and who is
//! missing.

use chrono::NaiveDate;

use crate::access::{Stamp, closed};
use crate::agency::AgencyKind;
use crate::audit::{AuditAction, AuditEvent, EntityKind};
use crate::case::Relationship;
use crate::field::{Fields, Invalid, Problem};
use crate::ids::{AgencyId, Ids, InvitationId, MeetingId, PersonId};
use crate::meeting::{Invitation, InvitationKind, InvitationRoute, Reply, Substitute};
use crate::policy::{Process, Profile, Requirement, SeatRole};
use crate::text::NonBlank;
use crate::violation::Violation;

/// Who receives a message together. A family is never addressed with the agencies
/// (`scheduling.md` 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// Agencies and observers.
    Agencies,
    /// The child and the family.
    Family,
}

impl InvitationKind {
    /// Whom a message may be shared with.
    #[must_use]
    pub const fn party(self) -> Party {
        match self {
            Self::Agency | Self::Observer => Party::Agencies,
            Self::Child | Self::Family => Party::Family,
        }
    }
}

closed! {
    /// What is missing of somebody whom the meeting needs.
    GapKind {
        /// Nobody is on the list.
        Nobody = "nobody",
        /// On the list, and nothing was sent.
        NotSent = "not_sent",
        /// Sent, and nothing came back.
        NoReply = "no_reply",
        /// Everybody declined.
        Declined = "declined",
    }
}

/// Somebody whom the meeting needs and does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleGap {
    /// An agency of this kind; none for the child or the family.
    pub agency_kind: Option<AgencyKind>,
    /// Who.
    pub kind: InvitationKind,
    /// What is missing.
    pub gap: GapKind,
}

/// Somebody whom the standing list or the case names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Who is asked.
    pub kind: InvitationKind,
    /// Their agency and what it does.
    pub agency: Option<(AgencyId, AgencyKind)>,
    /// What they are in the case; none for the child and the standing list.
    pub relationship: Option<Relationship>,
    /// Their post, on the standing list.
    pub title: Option<NonBlank>,
}

/// Somebody to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// Who is asked.
    pub kind: InvitationKind,
    /// The agency.
    pub agency: Option<AgencyId>,
    /// The person.
    pub person: Option<PersonId>,
    /// As what.
    pub capacity: NonBlank,
    /// Whether the meeting needs them.
    pub required: bool,
}

/// The kinds of agency that the quorum of a process names (R38): these are always asked.
#[must_use]
pub fn required_kinds(profile: &Profile, process: Process, day: NaiveDate) -> Vec<AgencyKind> {
    let mut kinds = Vec::new();
    for (_, requirement) in profile.requirements_on(day) {
        let Requirement::Quorum { process: of, seats } = requirement else { continue };
        if *of != process {
            continue;
        }
        for role in seats.iter().flat_map(|seat| &seat.any_of) {
            if let Some(kind) = kind_of(*role)
                && !kinds.contains(&kind)
            {
                kinds.push(kind);
            }
        }
    }
    kinds
}

const fn kind_of(role: SeatRole) -> Option<AgencyKind> {
    match role {
        SeatRole::SocialCare => Some(AgencyKind::SocialCare),
        SeatRole::Police | SeatRole::PoliceView => Some(AgencyKind::Police),
        SeatRole::Health => Some(AgencyKind::Health),
        SeatRole::Education => Some(AgencyKind::Education),
        SeatRole::YouthJustice => Some(AgencyKind::YouthJustice),
        SeatRole::Chair | SeatRole::Lado | SeatRole::Employer | SeatRole::OtherAgency => None,
    }
}

/// The list to begin with: everybody named, once. The required agencies, the child and the family
/// are needed; others are asked as well. A person who may pose a risk is never asked, and neither
/// is another child at risk.
#[must_use]
pub fn standing_list(candidates: &[Candidate], required: &[AgencyKind]) -> Vec<Attendee> {
    let mut seen = Vec::new();
    let mut list = Vec::new();
    for candidate in candidates {
        let is_kept_away = matches!(
            candidate.relationship,
            Some(Relationship::PersonOfConcern | Relationship::PeerAtRisk)
        );
        if is_kept_away || seen.contains(&candidate.person) {
            continue;
        }
        seen.push(candidate.person);
        list.push(Attendee {
            kind: candidate.kind,
            agency: candidate.agency.map(|(agency, _)| agency),
            person: Some(candidate.person),
            capacity: capacity(candidate),
            required: match candidate.kind {
                InvitationKind::Child | InvitationKind::Family => true,
                InvitationKind::Agency => {
                    candidate.agency.is_some_and(|(_, kind)| required.contains(&kind))
                }
                InvitationKind::Observer => false,
            },
        });
    }
    list
}

/// As what somebody is asked: their post, else what they are in the case.
fn capacity(candidate: &Candidate) -> NonBlank {
    if let Some(title) = &candidate.title {
        return title.clone();
    }
    let word = match (candidate.kind, candidate.relationship) {
        (InvitationKind::Child, _) => "child",
        (_, Some(relationship)) => relationship.as_str(),
        (_, None) => candidate.agency.map_or("other", |(_, kind)| kind.as_str()),
    };
    let mut first = true;
    NonBlank::of_symbols(word.chars().map(|symbol| {
        let symbol = match symbol {
            '_' => ' ',
            other if first => other.to_ascii_uppercase(),
            other => other,
        };
        first = false;
        symbol
    }))
}

impl Attendee {
    /// An invitation that is not sent yet.
    #[must_use]
    pub fn invite(self, ids: &dyn Ids, meeting: MeetingId, position: u32) -> Invitation {
        Invitation {
            id: InvitationId::new(ids),
            meeting,
            position,
            kind: self.kind,
            agency: self.agency,
            person: self.person,
            capacity: self.capacity,
            required: self.required,
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

    /// Checks that somebody can be asked: an agency by its record, anybody else by theirs, and
    /// nobody twice.
    pub fn check(&self, fields: &mut Fields, listed: &[Invitation]) {
        match self.kind {
            InvitationKind::Agency => {
                fields.require(self.agency.is_some(), "agency", Problem::Required);
            }
            InvitationKind::Child | InvitationKind::Family | InvitationKind::Observer => {
                fields.require(self.person.is_some(), "person", Problem::Required);
            }
        }
        let mut standing = listed.iter().filter(|listed| !listed.withdrawn);
        let (is_twice, path) = match self.person {
            Some(person) => (standing.any(|listed| listed.person == Some(person)), "person"),
            None => {
                let same =
                    |listed: &Invitation| listed.person.is_none() && listed.agency == self.agency;
                (standing.any(same), "agency")
            }
        };
        fields.require(!is_twice, path, Problem::Taken);
    }
}

/// A reply, however it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was answered.
    pub reply: Reply,
    /// How it came.
    pub route: Option<InvitationRoute>,
    /// What was said with it, or who answered for them.
    pub note: Option<NonBlank>,
    /// Who comes in their place.
    pub substitute: Option<NonBlank>,
}

impl Invitation {
    fn event(&self, action: AuditAction) -> AuditEvent {
        AuditEvent::new(action, EntityKind::Invitation, self.id)
    }

    fn require_standing(&self) -> Result<(), Violation> {
        if self.withdrawn {
            Err(Violation::WrongState { state: "withdrawn".into() })
        } else {
            Ok(())
        }
    }

    /// Takes it back. It stays on the list as withdrawn.
    ///
    /// # Errors
    /// [`Violation::WrongState`] when it was taken back already.
    pub fn withdraw(mut self) -> Result<(Self, AuditEvent), Violation> {
        self.require_standing()?;
        self.withdrawn = true;
        let event = self.event(AuditAction::Removed);
        Ok((self, event))
    }

    /// Records a reply. `none` takes an earlier one back; a substitute has a name.
    ///
    /// # Errors
    /// When a field is missing.
    pub fn answer(mut self, answer: Answer, stamp: Stamp) -> Result<(Self, AuditEvent), Invalid> {
        let Answer { reply, route, note, substitute } = answer;
        let mut fields = Fields::default();
        if reply != Reply::None {
            fields.require(route.is_some(), "route", Problem::Required);
        }
        if reply == Reply::Substitute {
            fields.require(substitute.is_some(), "substituteName", Problem::Required);
        }
        fields.require(!self.withdrawn, "invitation", Problem::NotAChoice);
        fields.finish()?;
        let answered = reply != Reply::None;
        self.reply = reply;
        self.reply_route = route.filter(|_| answered);
        self.reply_note = note.filter(|_| answered);
        self.replied_at = answered.then_some(stamp.at);
        self.substitute = substitute
            .filter(|_| reply == Reply::Substitute)
            .map(|name| Substitute { person: None, name });
        let event = self.event(AuditAction::Recorded).fields(&["reply", "reply_route"]);
        Ok((self, event))
    }

    /// What a new time does to it: what was sent and answered was about the old one.
    #[must_use]
    pub fn for_new_time(mut self) -> Self {
        self.invited_at = None;
        self.reply = Reply::None;
        self.reply_route = None;
        self.reply_note = None;
        self.replied_at = None;
        self.substitute = None;
        self
    }

    /// Whether somebody was sent it and has not answered.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        !self.withdrawn && self.invited_at.is_some() && self.reply == Reply::None
    }
}

/// Notes that invitations were sent together, by one route.
///
/// # Errors
/// [`Violation::SeparateMessages`] for agencies and a family in one message;
/// [`Violation::WrongState`] for one that was taken back.
pub fn send_together(
    invitations: Vec<Invitation>,
    route: InvitationRoute,
    stamp: Stamp,
) -> Result<Vec<(Invitation, AuditEvent)>, Violation> {
    let party = invitations.first().map(|first| first.kind.party());
    if invitations.iter().any(|one| Some(one.kind.party()) != party) {
        return Err(Violation::SeparateMessages);
    }
    let send = |mut invitation: Invitation| {
        invitation.require_standing()?;
        invitation.route = Some(route);
        invitation.invited_at = Some(stamp.at);
        let event = invitation.event(AuditAction::Invited).fields(&["route", "invited_at"]);
        Ok((invitation, event))
    };
    invitations.into_iter().map(send).collect()
}

/// Whom the meeting needs and does not have: each required kind of agency, the child, the family.
#[must_use]
pub fn gaps(
    invitations: &[(Invitation, Option<AgencyKind>)],
    required: &[AgencyKind],
) -> Vec<RoleGap> {
    let agencies = required.iter().map(|kind| (InvitationKind::Agency, Some(*kind)));
    let family = [(InvitationKind::Child, None), (InvitationKind::Family, None)];
    let gap = |(kind, agency_kind): (InvitationKind, Option<AgencyKind>)| {
        let asked: Vec<&Invitation> = invitations
            .iter()
            .filter(|(one, of)| {
                !one.withdrawn && one.kind == kind && (agency_kind.is_none() || *of == agency_kind)
            })
            .map(|(one, _)| one)
            .collect();
        gap_of(&asked).map(|gap| RoleGap { agency_kind, kind, gap })
    };
    agencies.chain(family).filter_map(gap).collect()
}

fn gap_of(asked: &[&Invitation]) -> Option<GapKind> {
    let comes = |one: &&Invitation| {
        matches!(one.reply, Reply::Accepted | Reply::Tentative | Reply::Substitute)
    };
    if asked.is_empty() {
        Some(GapKind::Nobody)
    } else if asked.iter().any(comes) {
        None
    } else if asked.iter().all(|one| one.reply == Reply::Declined) {
        Some(GapKind::Declined)
    } else if asked.iter().any(|one| one.is_silent()) {
        Some(GapKind::NoReply)
    } else {
        Some(GapKind::NotSent)
    }
}
