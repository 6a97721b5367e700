//! Agencies, and the posts that people hold in them. It must never know which meeting asks.

use crate::access::closed;
use crate::ids::{AgencyId, AgencyRoleId, PersonId};
use crate::text::NonBlank;

closed! {
    /// What an agency does: rules name kinds ("police"), never one agency.
    AgencyKind {
        /// Children's social care.
        SocialCare = "social_care",
        /// Police.
        Police = "police",
        /// Health.
        Health = "health",
        /// Schools and education services.
        Education = "education",
        /// Youth justice.
        YouthJustice = "youth_justice",
        /// Substance misuse services.
        SubstanceMisuse = "substance_misuse",
        /// Mental health services.
        MentalHealth = "mental_health",
        /// A home or foster carer's agency.
        Placement = "placement",
        /// Voluntary sector.
        Voluntary = "voluntary",
        /// Probation.
        Probation = "probation",
        /// Housing.
        Housing = "housing",
        /// Community safety, licensing.
        CommunitySafety = "community_safety",
        /// Early help.
        EarlyHelp = "early_help",
        /// Anything else.
        Other = "other",
    }
}

/// An agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Its identifier.
    pub id: AgencyId,
    /// Its name.
    pub name: NonBlank,
    /// What it does.
    pub kind: AgencyKind,
    /// Where invitations go.
    pub email: Option<NonBlank>,
    /// Whether that address is secure.
    pub secure_email: bool,
    /// Its telephone.
    pub phone: Option<NonBlank>,
    /// Whether it is still offered.
    pub active: bool,
    /// The agency that this record became, when two were one.
    pub merged_into: Option<AgencyId>,
    /// Counts changes.
    pub version: i64,
}

/// A person's post in an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyRole {
    /// Its identifier.
    pub id: AgencyRoleId,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub agency: AgencyId,
    /// Their post: "Detective Sergeant".
    pub title: NonBlank,
    /// The meeting type whose standing list they are on: `eram`.
    pub standing: Option<NonBlank>,
    /// Whether they still hold it.
    pub active: bool,
}
