use super::*;
use crate::ids::CountedIds;

struct Desk {
    ids: CountedIds,
    author: Stamp,
    second: Stamp,
}

impl Desk {
    fn new() -> Self {
        let ids = CountedIds::new(5);
        let at = "2026-11-23T09:00:00Z".parse().unwrap();
        let author = Stamp { at, by: UserId::new(&ids) };
        let second = Stamp { at, by: UserId::new(&ids) };
        Self { ids, author, second }
    }

    fn prepared(&self) -> Release {
        let of = Commission {
            meeting: MeetingId::from_uuid(self.ids.next()),
            minutes: MinutesId::from_uuid(self.ids.next()),
            case: CaseId::from_uuid(self.ids.next()),
            recipient: Recipient::Family(PersonId::from_uuid(self.ids.next())),
            recipient_name: NonBlank::new("Ms Q").unwrap(),
        };
        Release::new(&self.ids, &self.author, 7, of).0
    }

    fn submitted(&self) -> Release {
        self.prepared().submit(&made(GateReport::default())).unwrap().0
    }
}

fn made(gate: GateReport) -> Made {
    Made { source: Hash::of(b"source"), document: Document::of(b"%PDF".to_vec()), gate }
}

fn leftover() -> GateReport {
    GateReport {
        findings: vec![GateFinding {
            kind: FoundKind::Exact,
            place: FoundWhere::Page,
            page: Some(1),
            whose: None,
            form: None,
        }],
    }
}

#[test]
fn a_release_goes_from_its_author_past_a_second_person_to_its_recipient() {
    let desk = Desk::new();
    let approved = desk.submitted().approve(&desk.second, &[]).unwrap().0;
    let issued = approved.issue(&desk.author, NonBlank::new("by hand").unwrap()).unwrap().0;
    assert_eq!(issued.status, ReleaseStatus::Issued);
    assert_eq!(issued.digest, Some(Hash::of(b"%PDF")));
}

#[test]
fn its_author_cannot_approve_it_nor_anybody_who_made_a_choice_in_it() {
    let desk = Desk::new();
    let own = desk.submitted().approve(&desk.author, &[]).unwrap_err();
    assert_eq!(own, Violation::SamePerson);
    let chooser = desk.submitted().approve(&desk.second, &[desk.second.by]).unwrap_err();
    assert_eq!(chooser, Violation::SamePerson);
}

#[test]
fn a_document_that_the_gate_refused_cannot_be_submitted() {
    let desk = Desk::new();
    let refused = desk.prepared().submit(&made(leftover())).unwrap_err();
    assert_eq!(refused, Violation::GateRefused { findings: 1 });
}

#[test]
fn a_returned_release_is_open_again_and_has_no_document() {
    let desk = Desk::new();
    let reason = NonBlank::new("Name the next step.").unwrap();
    let returned = desk.submitted().return_to_author(reason).unwrap().0;
    assert!(returned.is_open());
    assert_eq!((returned.digest, returned.source), (None, None));
    assert!(returned.submit(&made(GateReport::default())).is_ok());
}

#[test]
fn nothing_changes_once_it_was_issued_and_nothing_is_issued_unapproved() {
    let desk = Desk::new();
    let route = NonBlank::new("by hand").unwrap();
    let unapproved = desk.submitted().issue(&desk.second, route.clone()).unwrap_err();
    assert_eq!(unapproved, Violation::WrongState { state: "awaiting_approval".into() });
    let approved = desk.submitted().approve(&desk.second, &[]).unwrap().0;
    let issued = approved.issue(&desk.second, route.clone()).unwrap().0;
    assert!(issued.require_open().is_err());
    assert!(issued.clone().void().is_err());
    assert!(issued.issue(&desk.second, route).is_err());
}

#[test]
fn a_file_name_tells_nothing() {
    let release = Desk::new().prepared();
    assert_eq!(release.file_name("7F3K", 1), "summary-7F3K-1.pdf");
    assert_eq!(release.file_name("../7F/3K", 2), "summary-7F3K-2.pdf");
}
