use super::*;
use crate::ids::{CountedIds, Ids as _};

struct Table {
    reader: Reader,
    agency: AgencyId,
    other_case: CaseId,
    ids: CountedIds,
}

impl Table {
    fn family() -> Self {
        Self::with(|_, person| Recipient::Family(person))
    }

    fn agency() -> Self {
        Self::with(|agency, _| Recipient::AttendingAgency(agency))
    }

    fn with(recipient: impl Fn(AgencyId, PersonId) -> Recipient) -> Self {
        let ids = CountedIds::new(3);
        let agency = AgencyId::new(&ids);
        let reader = Reader {
            case: CaseId::new(&ids),
            child: PersonId::new(&ids),
            recipient: recipient(agency, PersonId::new(&ids)),
        };
        Self { reader, agency, other_case: CaseId::new(&ids), ids }
    }

    fn part(&self, kind: PartKind, audience: Audience) -> RecordedPart {
        RecordedPart {
            at: PartRef { kind, id: self.ids.next() },
            case: Some(self.reader.case),
            section: None,
            agency: None,
            owner: None,
            text: "Some words.".into(),
            audience,
            restriction: None,
        }
    }

    fn default_of(&self, part: RecordedPart) -> Chosen {
        self.reader.parts(&[part])[0].default.clone()
    }
}

#[test]
fn a_family_reads_what_is_for_everyone_and_no_more() {
    let table = Table::family();
    let check = |audience, expected: Chosen| {
        assert_eq!(table.default_of(table.part(PartKind::Passage, audience)), expected);
    };
    check(Audience::Everyone, Chosen::Include);
    check(Audience::Agencies, Chosen::Withhold(WithholdReason::NotRelevant));
    check(Audience::Closed, Chosen::Withhold(WithholdReason::NotRelevant));
}

#[test]
fn an_agency_reads_a_restricted_passage_only_when_it_brought_it() {
    let table = Table::agency();
    let mut passage = table.part(PartKind::Passage, Audience::Agencies);
    passage.restriction = Some(WithholdReason::PoliceSensitive);
    assert_eq!(
        table.default_of(passage.clone()),
        Chosen::Withhold(WithholdReason::PoliceSensitive)
    );
    passage.agency = Some(table.agency);
    assert_eq!(table.default_of(passage.clone()), Chosen::Include);
    passage.audience = Audience::Closed;
    assert_eq!(table.default_of(passage), Chosen::Withhold(WithholdReason::PoliceSensitive));
}

#[test]
fn a_part_not_recorded_for_the_reader_goes_in_only_in_other_words() {
    let table = Table::family();
    let mut passage = table.part(PartKind::Passage, Audience::Everyone);
    passage.restriction = Some(WithholdReason::Crime);
    let part = &table.reader.parts(&[passage])[0];
    assert_eq!(
        part.allow(&Chosen::Include),
        Err(Violation::NotForRecipient {
            audience: Audience::Everyone,
            restriction: Some(WithholdReason::Crime)
        })
    );
    let wording = NonBlank::new("The meeting heard about safety.").unwrap();
    let reworded = Chosen::Reword { wording, reason: WithholdReason::Crime };
    assert_eq!(part.allow(&reworded), Ok(()));
}

#[test]
fn an_old_choice_that_is_no_longer_allowed_falls_back_to_the_default() {
    let table = Table::family();
    let part = &table.reader.parts(&[table.part(PartKind::Passage, Audience::Closed)])[0];
    let decided = (UserId::new(&table.ids), "2026-11-23T09:00:00Z".parse().unwrap());
    let choices = [PartChoice { part: part.at, chosen: Chosen::Include, decided }];
    assert_eq!(part.settled(&choices), &Chosen::Withhold(WithholdReason::NotRelevant));
}

#[test]
fn what_is_about_another_child_is_no_part_of_the_copy() {
    let table = Table::family();
    let mut passage = table.part(PartKind::Passage, Audience::Everyone);
    passage.case = Some(table.other_case);
    assert!(table.reader.parts(&[passage]).is_empty());
}

#[test]
fn a_relative_does_not_read_the_childs_own_words_unless_somebody_says_so() {
    let table = Table::family();
    let mut passage = table.part(PartKind::Passage, Audience::Everyone);
    passage.section = Some(Section::ChildVoice);
    let part = &table.reader.parts(&[passage.clone()])[0];
    assert_eq!(part.default, Chosen::Withhold(WithholdReason::ChildWishes));
    assert!(part.may_include);
    let child = Reader { recipient: Recipient::Family(table.reader.child), ..table.reader };
    assert_eq!(child.parts(&[passage])[0].default, Chosen::Include);
}

#[test]
fn actions_go_to_those_who_do_them() {
    let family = Table::family();
    let mut own = family.part(PartKind::Action, Audience::Agencies);
    own.owner = family.reader.recipient.person();
    assert_eq!(family.default_of(own.clone()), Chosen::Include);
    own.owner = Some(PersonId::new(&family.ids));
    assert_eq!(family.default_of(own), Chosen::Withhold(WithholdReason::NotRelevant));

    let agency = Table::agency();
    let mut action = agency.part(PartKind::Action, Audience::Everyone);
    assert_eq!(agency.default_of(action.clone()), Chosen::Withhold(WithholdReason::NotRelevant));
    action.agency = Some(agency.agency);
    assert_eq!(agency.default_of(action), Chosen::Include);
}
