//! Whether enough agencies are at the table (R38). The seats are the profile's row; here is only
//! who fills them.

use std::collections::BTreeSet;

use crate::agency::AgencyKind;
use crate::ids::AgencyId;
use crate::meeting::{Invitation, Mark};
use crate::policy::{RuleId, Seat, SeatRole};

/// An agency whose representative, or a substitute, is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtTheTable {
    /// Which.
    pub agency: AgencyId,
    /// What it does.
    pub kind: AgencyKind,
}

impl Invitation {
    /// Whether somebody sits there for its agency: in person or through a substitute. Somebody
    /// only in attendance fills no seat (R37).
    #[must_use]
    pub const fn is_at_the_table(&self) -> bool {
        !self.withdrawn && matches!(self.mark, Some(Mark::Present | Mark::Substitute))
    }
}

/// A seat, and whether it is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledSeat {
    /// The seat.
    pub seat: Seat,
    /// Whether enough agencies fill it.
    pub filled: bool,
}

/// The quorum of a meeting by the marks made so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quorum {
    /// The row; none when the profile names no quorum for this meeting.
    pub rule: Option<RuleId>,
    /// Its seats.
    pub seats: Vec<FilledSeat>,
}

impl Quorum {
    /// Fills the seats. The chair is there: without one no meeting is opened.
    #[must_use]
    pub fn of(rule: Option<RuleId>, seats: &[Seat], present: &[AtTheTable]) -> Self {
        let seats = seats
            .iter()
            .map(|seat| FilledSeat { seat: seat.clone(), filled: is_filled(seat, present) })
            .collect();
        Self { rule, seats }
    }

    /// Whether every seat is filled.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.seats.iter().all(|seat| seat.filled)
    }

    /// The seats that are empty.
    #[must_use]
    pub fn empty_seats(&self) -> Vec<Vec<SeatRole>> {
        let empty = self.seats.iter().filter(|seat| !seat.filled);
        empty.map(|seat| seat.seat.any_of.clone()).collect()
    }
}

fn is_filled(seat: &Seat, present: &[AtTheTable]) -> bool {
    let chair = usize::from(seat.any_of.contains(&SeatRole::Chair));
    let agencies: BTreeSet<AgencyId> = present
        .iter()
        .filter(|one| seat.any_of.iter().any(|role| fills(one.kind, *role)))
        .map(|one| one.agency)
        .collect();
    chair + agencies.len() >= usize::from(seat.at_least)
}

/// Mental health services are health services; whoever has no seat of their own is "any other".
const fn fills(kind: AgencyKind, role: SeatRole) -> bool {
    match role {
        SeatRole::SocialCare => matches!(kind, AgencyKind::SocialCare),
        SeatRole::Police | SeatRole::PoliceView => matches!(kind, AgencyKind::Police),
        SeatRole::Health => matches!(kind, AgencyKind::Health | AgencyKind::MentalHealth),
        SeatRole::Education => matches!(kind, AgencyKind::Education),
        SeatRole::YouthJustice => matches!(kind, AgencyKind::YouthJustice),
        SeatRole::OtherAgency => !matches!(
            kind,
            AgencyKind::SocialCare
                | AgencyKind::Police
                | AgencyKind::Health
                | AgencyKind::MentalHealth
                | AgencyKind::Education
        ),
        // Persons, not agencies: the chair is counted apart; the others have no kind of agency.
        SeatRole::Chair | SeatRole::Lado | SeatRole::Employer => false,
    }
}
