//! Harmful sexual behaviour: R17–R21.

use super::exploitation::monthly;
use super::{NO_FIGURE, PROPOSED, clock, county_pack, flag, row, set_by_chair, working_days};
use super::{Origin, Status};
use crate::policy::clocks::{Anchor, Measure, Stage};
use crate::policy::fact::Process::Hsb;
use crate::policy::requirement::{Checkpoint, Flag};
use crate::policy::rule::Rule;

/// The City's monthly forum; nothing else is published.
pub(super) fn city() -> Vec<Rule> {
    let printed = Origin(Status::Seed, "Nottingham City scrutiny pack, October 2023", "section 8");
    let mut rows = vec![row(17, "The HSB forum meets every month", printed, clock(Hsb, monthly()))];
    rows.extend(chair_set());
    rows
}

/// The County's panel.
pub(super) fn county() -> Vec<Rule> {
    let printed = county_pack("harmful sexual behaviour report, paragraph 9");
    let mut rows = vec![
        row(
            17,
            "The HSB panel meets every month, more when needed",
            printed,
            clock(Hsb, monthly()),
        ),
        row(
            18,
            "The wait from panel required to panel held is measured",
            printed,
            clock(Hsb, Measure::Wait { target: None }),
        ),
    ];
    rows.extend(chair_set());
    rows
}

/// What holds everywhere: the statutory time for the assessment, chair-set reviews, and the
/// children kept apart.
pub(super) fn chair_set() -> Vec<Rule> {
    vec![
        row(
            19,
            "Child and family assessment within 45 working days of the referral",
            Origin(
                Status::Statutory,
                "Working Together to Safeguard Children",
                "assessment, the longest time allowed",
            ),
            clock(
                Hsb,
                Measure::Within { of: Anchor::AssessmentReferral, within: working_days(45) },
            ),
        ),
        row(
            20,
            "HSB review: the panel sets the next date",
            NO_FIGURE,
            clock(Hsb, set_by_chair(Stage::AfterMeeting)),
        ),
        row(
            21,
            "The child who displayed and the child harmed are kept apart",
            PROPOSED,
            flag(Hsb, Flag::SubjectsSeparated, Checkpoint::Always),
        ),
    ]
}
