//! Who may do what: roles, permissions and the reach of a session.
//!
//! It must never know how somebody proved who they are.

use crate::clock::Instant;
use crate::ids::UserId;

macro_rules! closed {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize,
            serde::Deserialize,
        )]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word that the store and the wire use.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $($text => Ok(Self::$variant),)+ _ => Err($crate::vocabulary::UnknownWord) }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use closed;

closed! {
    /// What somebody does here (decisions 19). A person may have several roles.
    Role {
        /// Chairs meetings, approves minutes: a Child Protection Coordinator.
        Chair = "chair",
        /// Schedules, invites, chases, takes minutes in the meetings of their team.
        MeetingAdministrator = "meeting_administrator",
        /// Users, templates, retention, backup; no case content.
        SystemAdministrator = "system_administrator",
        /// Records allegations and outcomes.
        LadoOfficer = "lado_officer",
        /// Reads, and approves releases as the second person.
        Manager = "manager",
        /// Reads the audit record; no case content.
        Auditor = "auditor",
        /// Reads.
        Reader = "reader",
    }
}

closed! {
    /// One thing that somebody may be allowed to do.
    Permission {
        /// See lists and records of cases, people, meetings and actions.
        ReadCases = "read_cases",
        /// Add and change cases, ratings, incidents and the people in them.
        ChangeCases = "change_cases",
        /// Add and change people and agencies; merge duplicates.
        ChangePeople = "change_people",
        /// Plan, move, cancel and invite; ask for reports.
        ScheduleMeetings = "schedule_meetings",
        /// Write the record of a meeting while it is held and written up.
        RecordMeetings = "record_meetings",
        /// What only the chair decides: quorum override, rating, closing, approval of minutes.
        ChairMeetings = "chair_meetings",
        /// Report progress on actions.
        ProgressActions = "progress_actions",
        /// Prepare a summary for a recipient.
        PrepareReleases = "prepare_releases",
        /// Approve a summary as the second person.
        ApproveReleases = "approve_releases",
        /// Issue an approved summary.
        IssueReleases = "issue_releases",
        /// Take a document out of the store.
        ExportDocuments = "export_documents",
        /// Add people who sign in, and their roles.
        ManageUsers = "manage_users",
        /// Edit and publish rules.
        ManageRules = "manage_rules",
        /// Back up and restore.
        BackUp = "back_up",
        /// Read the audit record.
        ReadAudit = "read_audit",
        /// Hand over meetings and name cover for a chair who is away.
        HandOver = "hand_over",
        /// See who signs in, rules and settings; save own views.
        UseConvenor = "use_convenor",
    }
}

impl Role {
    /// What the role allows. The one table of rights; `tests/it/permissions.rs` prints it whole.
    #[must_use]
    pub const fn allows(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Self::Chair => {
                !matches!(permission, P::ManageUsers | P::ManageRules | P::BackUp | P::ReadAudit)
            }
            Self::LadoOfficer => !matches!(
                permission,
                P::ManageUsers | P::ManageRules | P::BackUp | P::ReadAudit | P::ChairMeetings
            ),
            Self::MeetingAdministrator => matches!(
                permission,
                P::ReadCases
                    | P::ChangeCases
                    | P::ChangePeople
                    | P::ScheduleMeetings
                    | P::RecordMeetings
                    | P::ProgressActions
                    | P::PrepareReleases
                    | P::IssueReleases
                    | P::ExportDocuments
                    | P::HandOver
                    | P::UseConvenor
            ),
            Self::SystemAdministrator => {
                matches!(permission, P::ManageUsers | P::ManageRules | P::BackUp | P::UseConvenor)
            }
            Self::Manager => matches!(
                permission,
                P::ReadCases
                    | P::ProgressActions
                    | P::ApproveReleases
                    | P::IssueReleases
                    | P::ExportDocuments
                    | P::HandOver
                    | P::UseConvenor
            ),
            Self::Auditor => matches!(permission, P::ReadAudit | P::UseConvenor),
            Self::Reader => matches!(permission, P::ReadCases | P::UseConvenor),
        }
    }
}

/// How far a transaction may see. `store` asks it before every query on a case-owned table, so
/// a forgotten check in a use case fails closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Records of cases and everything else.
    Cases,
    /// Users, rules and settings only; no case content.
    NoCases,
}

impl Reach {
    /// The reach of somebody with these roles.
    #[must_use]
    pub fn of(roles: &[Role]) -> Self {
        if roles.iter().any(|role| role.allows(Permission::ReadCases)) {
            Self::Cases
        } else {
            Self::NoCases
        }
    }
}

/// Who did something, and when: goes into every change and every audit entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// When.
    pub at: Instant,
    /// Who.
    pub by: UserId,
}

#[cfg(test)]
mod tests {
    use super::{Permission, Reach, Role};

    #[test]
    fn a_system_administrator_sees_no_case() {
        assert!(!Role::SystemAdministrator.allows(Permission::ReadCases));
        assert_eq!(Reach::of(&[Role::SystemAdministrator, Role::Auditor]), Reach::NoCases);
    }

    #[test]
    fn every_role_word_is_read_back() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse(), Ok(*role));
        }
    }
}
