//! A child's case: whose it is, who is in it, what was rated and what happened.
//!
//! It must never know about the diary: what is due comes from [`crate::policy::due`].

use chrono::NaiveDate;

use crate::access::closed;
use crate::clock::Instant;
use crate::ids::{
    AgencyId, CaseId, CasePersonId, IncidentId, MeetingId, MissingEpisodeId, PersonId,
    RiskRatingId, UserId,
};
use crate::text::NonBlank;

closed! {
    /// A form of exploitation; a child may face several (S1:135).
    Exploitation {
        /// Sexual.
        Sexual = "sexual",
        /// Criminal.
        Criminal = "criminal",
        /// Financial.
        Financial = "financial",
        /// County lines.
        CountyLines = "county_lines",
        /// Modern slavery.
        ModernSlavery = "modern_slavery",
        /// Online.
        Online = "online",
    }
}

/// A child's case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its identifier.
    pub id: CaseId,
    /// The reference that may be spoken: "C-0412".
    pub reference: NonBlank,
    /// The child.
    pub child: PersonId,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// When and why it was closed.
    pub closed: Option<Closed>,
    /// When and why it was last opened again.
    pub reopened: Option<Reopened>,
    /// The Child Protection Coordinator who chairs its meetings.
    pub chair: Option<UserId>,
    /// The part of the authority: "North".
    pub area: Option<NonBlank>,
    /// The forms of exploitation.
    pub exploitation: Vec<Exploitation>,
    /// When the record was made.
    pub created_at: Instant,
    /// Counts changes.
    pub version: i64,
}

/// The end of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// When.
    pub on: NaiveDate,
    /// Why.
    pub reason: NonBlank,
}

/// The opening of a case that had been closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopened {
    /// When.
    pub on: NaiveDate,
    /// Why.
    pub reason: NonBlank,
}

closed! {
    /// What somebody is in a case.
    Relationship {
        /// Mother.
        Mother = "mother",
        /// Father.
        Father = "father",
        /// Parent.
        Parent = "parent",
        /// Carer.
        Carer = "carer",
        /// Brother or sister.
        Sibling = "sibling",
        /// Grandparent.
        Grandparent = "grandparent",
        /// Another relative.
        Relative = "relative",
        /// A parent's partner.
        PartnerOfParent = "partner_of_parent",
        /// A friend.
        Friend = "friend",
        /// Another child at risk.
        PeerAtRisk = "peer_at_risk",
        /// Person who may pose a risk.
        PersonOfConcern = "person_of_concern",
        /// The allocated social worker.
        SocialWorker = "social_worker",
        /// Their team manager.
        TeamManager = "team_manager",
        /// Another professional.
        OtherProfessional = "other_professional",
        /// Anybody else.
        Other = "other",
    }
}

/// Somebody's place in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePerson {
    /// Its identifier.
    pub id: CasePersonId,
    /// The case.
    pub case: CaseId,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub relationship: Relationship,
    /// In other words: "older half-brother".
    pub description: Option<NonBlank>,
    /// The agency they come from, for professionals.
    pub agency: Option<AgencyId>,
    /// Whether they hold parental responsibility.
    pub parental_responsibility: bool,
    /// Whether they are asked to the child's meetings.
    pub invited: bool,
    /// Until when they were part of it.
    pub until: Option<NaiveDate>,
}

closed! {
    /// A level of risk. Labels and order come from the authority's profile.
    RatingLevel {
        /// High.
        High = "high",
        /// Medium.
        Medium = "medium",
        /// Low.
        Low = "low",
        /// No current indicators.
        None = "none",
    }
}

/// One entry of a risk history: never changed, only declared wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskRating {
    /// Its identifier.
    pub id: RiskRatingId,
    /// The case.
    pub case: CaseId,
    /// The process whose scale it is: `eram`.
    pub process: NonBlank,
    /// The level.
    pub level: RatingLevel,
    /// Why.
    pub reason: NonBlank,
    /// When.
    pub rated_at: Instant,
    /// By whom.
    pub rated_by: UserId,
    /// The date of the toolkit behind it.
    pub toolkit_on: Option<NaiveDate>,
    /// The meeting that set it.
    pub meeting: Option<MeetingId>,
    /// When it was a mistake.
    pub voided: Option<Voided>,
}

/// An entry that was declared wrong: it stays, and no longer counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voided {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: UserId,
    /// Why.
    pub reason: NonBlank,
}

/// A significant incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// Its identifier.
    pub id: IncidentId,
    /// The case.
    pub case: CaseId,
    /// When it happened.
    pub happened_on: NaiveDate,
    /// What happened.
    pub summary: NonBlank,
    /// Whether it calls for a review (R03).
    pub review_wanted: bool,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: UserId,
    /// When it was a mistake.
    pub voided: Option<Voided>,
}

/// A missing episode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingEpisode {
    /// Its identifier.
    pub id: MissingEpisodeId,
    /// The case.
    pub case: CaseId,
    /// When the child went missing.
    pub started_at: Instant,
    /// When they came back.
    pub returned_at: Option<Instant>,
    /// What is known.
    pub note: Option<NonBlank>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: UserId,
    /// When it was a mistake.
    pub voided: Option<Voided>,
}
