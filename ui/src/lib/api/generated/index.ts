// Written by `cargo xtask bindings` from crates/api. Do not edit.

export type AddAgency = { 
/**
 * What is known about it.
 */
details: AgencyDetails, };

export type AddCasePerson = { 
/**
 * Which case.
 */
caseId: CaseId, 
/**
 * Who.
 */
personId: PersonId, 
/**
 * As what.
 */
place: CasePlace, };

export type AddIncident = { 
/**
 * Which case.
 */
caseId: CaseId, 
/**
 * When it happened; not in the future.
 */
happenedOn: string, 
/**
 * What happened.
 */
summary: string, 
/**
 * Whether it calls for a review (R03).
 */
reviewWanted: boolean, };

export type AddMissingEpisode = { 
/**
 * Which case.
 */
caseId: CaseId, 
/**
 * The day the child went missing.
 */
startedOn: string, 
/**
 * The time in England: `22:30`.
 */
startedAt: string, 
/**
 * The day they came back.
 */
returnedOn: string | null, 
/**
 * The time in England.
 */
returnedAt: string | null, 
/**
 * What is known.
 */
note: string | null, };

export type AddNonWorkingDays = { 
/**
 * What kind.
 */
kind: DayOff, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day; the first when absent.
 */
until: string | null, 
/**
 * What it is called.
 */
name: string, };

export type AddPerson = { 
/**
 * What is known.
 */
details: PersonDetails, 
/**
 * The candidates were looked at: this is somebody else.
 */
confirmed: boolean, };

export type AddPost = { 
/**
 * Who.
 */
personId: PersonId, 
/**
 * Where.
 */
agencyId: AgencyId, 
/**
 * Their post.
 */
title: string, 
/**
 * The meeting type whose standing list they join: `eram`.
 */
standing: string | null, };

export type AddUser = { 
/**
 * Their name.
 */
name: string, 
/**
 * Their post.
 */
jobTitle: string | null, 
/**
 * What they do here.
 */
roles: Array<Role>, 
/**
 * Their first passphrase.
 */
passphrase: string, };

export type AddressKind = "home" | "placement" | "school" | "work" | "other";

export type AgenciesMerged = { 
/**
 * The record that stays.
 */
agency: AgencyView, 
/**
 * How many entries elsewhere now name it.
 */
moved: number, };

export type AgencyDetail = { 
/**
 * The agency.
 */
agency: AgencyView, 
/**
 * Who works there, by name.
 */
posts: Array<PostView>, };

export type AgencyDetails = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it does.
 */
kind: AgencyKind, 
/**
 * Where invitations go.
 */
email: string | null, 
/**
 * Whether that address is secure.
 */
secureEmail: boolean, 
/**
 * Its telephone.
 */
phone: string | null, };

export type AgencyId = string;

export type AgencyKind = "social_care" | "police" | "health" | "education" | "youth_justice" | "substance_misuse" | "mental_health" | "placement" | "voluntary" | "probation" | "housing" | "community_safety" | "early_help" | "other";

export type AgencyList = { 
/**
 * By name.
 */
agencies: Array<AgencyView>, };

export type AgencyRoleId = string;

export type AgencyView = { 
/**
 * Which.
 */
id: AgencyId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it does.
 */
kind: AgencyKind, 
/**
 * Where invitations go.
 */
email: string | null, 
/**
 * Whether that address is secure.
 */
secureEmail: boolean, 
/**
 * Its telephone.
 */
phone: string | null, 
/**
 * Whether it is still offered.
 */
active: boolean, 
/**
 * The agency that this record became.
 */
mergedInto: AgencyId | null, 
/**
 * To name when changing.
 */
version: number, };

export type ApiError = { 
/**
 * What kind.
 */
code: ErrorCode, 
/**
 * The rule that says no.
 */
violation: Violation | null, 
/**
 * The fields that need attention.
 */
fields: Array<FieldProblem>, 
/**
 * Names an unexpected error in the log.
 */
reference: string | null, };

export type AssignChair = { 
/**
 * Which case.
 */
id: CaseId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Who chairs.
 */
chair: UserId, };

export type BackUp = { 
/**
 * The copy's store file; its key file goes beside it.
 */
to: string, };

export type BackedUp = { 
/**
 * Audit entries.
 */
auditEntries: number, 
/**
 * Cases.
 */
cases: number, 
/**
 * Meetings.
 */
meetings: number, };

export type Candidate = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * Their name.
 */
name: string, 
/**
 * When they were born.
 */
dateOfBirth: string | null, 
/**
 * Whether they take part as somebody at work.
 */
professional: boolean, 
/**
 * Why they may be the same.
 */
likeness: Likeness, };

export type CaseFilter = "open" | "closed" | "all";

export type CaseId = string;

export type CaseIdentity = { 
/**
 * Which.
 */
id: CaseId, 
/**
 * Its reference.
 */
reference: string, 
/**
 * The child.
 */
childId: PersonId, 
/**
 * The child's name.
 */
childName: string, 
/**
 * The first alias or nickname.
 */
childAlias: string | null, 
/**
 * When the child was born.
 */
dateOfBirth: string | null, 
/**
 * The risk, once rated.
 */
level: RatingLevel | null, 
/**
 * Since when it has been that level.
 */
levelSince: string | null, 
/**
 * Why the child's location must not be disclosed.
 */
safeAddressReason: string | null, 
/**
 * When it was closed.
 */
closedOn: string | null, };

export type CaseList = { 
/**
 * In the order asked for.
 */
cases: Array<CaseRow>, 
/**
 * The areas there are, for the filter.
 */
areas: Array<string>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * This page, from 1.
 */
page: number, 
/**
 * How many a page holds.
 */
perPage: number, };

export type CaseOrder = "reference" | "level" | "next_meeting" | "last_meeting";

export type CasePersonId = string;

export type CasePersonView = { 
/**
 * Which place.
 */
id: CasePersonId, 
/**
 * Who.
 */
personId: PersonId, 
/**
 * Their name.
 */
name: string, 
/**
 * As what.
 */
relationship: Relationship, 
/**
 * In other words.
 */
description: string | null, 
/**
 * The agency they come from.
 */
agencyId: AgencyId | null, 
/**
 * Its name.
 */
agencyName: string | null, 
/**
 * Whether they hold parental responsibility.
 */
parentalResponsibility: boolean, 
/**
 * Whether they are asked to the child's meetings.
 */
invited: boolean, 
/**
 * Until when they were part of it.
 */
until: string | null, 
/**
 * Whether their location must not be disclosed.
 */
safeAddress: boolean, };

export type CasePlace = { 
/**
 * As what.
 */
relationship: Relationship, 
/**
 * In other words: "older half-brother".
 */
description: string | null, 
/**
 * The agency they come from, for professionals.
 */
agencyId: AgencyId | null, 
/**
 * Whether they hold parental responsibility.
 */
parentalResponsibility: boolean, 
/**
 * Whether they are asked to the child's meetings.
 */
invited: boolean, };

export type CaseRow = { 
/**
 * Which.
 */
id: CaseId, 
/**
 * Its reference.
 */
reference: string, 
/**
 * The child.
 */
childId: PersonId, 
/**
 * The child's name.
 */
childName: string, 
/**
 * The first alias or nickname.
 */
childAlias: string | null, 
/**
 * The risk, once rated.
 */
level: RatingLevel | null, 
/**
 * Since when it has been that level.
 */
levelSince: string | null, 
/**
 * Who chairs.
 */
chair: UserId | null, 
/**
 * Their name.
 */
chairName: string | null, 
/**
 * The part of the authority.
 */
area: string | null, 
/**
 * When it was opened.
 */
openedOn: string, 
/**
 * When it was closed.
 */
closedOn: string | null, 
/**
 * The last meeting held.
 */
lastMeetingOn: string | null, 
/**
 * The next meeting planned.
 */
nextMeetingOn: string | null, 
/**
 * Whether the child's location must not be disclosed.
 */
safeAddress: boolean, };

export type CaseView = { 
/**
 * What stands on every screen.
 */
identity: CaseIdentity, 
/**
 * Who chairs.
 */
chair: UserId | null, 
/**
 * Their name.
 */
chairName: string | null, 
/**
 * The part of the authority.
 */
area: string | null, 
/**
 * The forms of exploitation.
 */
exploitation: Array<Exploitation>, 
/**
 * When it was opened.
 */
openedOn: string, 
/**
 * Why it was closed.
 */
closedReason: string | null, 
/**
 * Who is or was in it.
 */
people: Array<CasePersonView>, 
/**
 * The risk history, newest first, wrong entries marked.
 */
ratings: Array<RatingView>, 
/**
 * Incidents, newest first.
 */
incidents: Array<IncidentView>, 
/**
 * Missing episodes, newest first.
 */
missingEpisodes: Array<EpisodeView>, 
/**
 * Everything that happened, newest first, without wrong entries.
 */
chronology: Array<ChronologyEntry>, 
/**
 * To name when changing.
 */
version: number, };

export type ChangeAgency = { 
/**
 * Which.
 */
id: AgencyId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * What is known about it.
 */
details: AgencyDetails, 
/**
 * Whether it is still offered.
 */
active: boolean, };

export type ChangeCase = { 
/**
 * Which.
 */
id: CaseId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The part of the authority.
 */
area: string | null, 
/**
 * The forms of exploitation.
 */
exploitation: Array<Exploitation>, };

export type ChangeCasePerson = { 
/**
 * Which place.
 */
id: CasePersonId, 
/**
 * As what.
 */
place: CasePlace, };

export type ChangePerson = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * What is known: replaces what was.
 */
details: PersonDetails, };

export type ChangePost = { 
/**
 * Which.
 */
id: AgencyRoleId, 
/**
 * Their post.
 */
title: string, 
/**
 * The meeting type whose standing list they are on.
 */
standing: string | null, 
/**
 * Whether they still hold it.
 */
active: boolean, };

export type ChangeUser = { 
/**
 * Who.
 */
id: UserId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Their name.
 */
name: string, 
/**
 * Their post.
 */
jobTitle: string | null, 
/**
 * What they do here.
 */
roles: Array<Role>, 
/**
 * Whether they may sign in.
 */
active: boolean, };

export type ChronologyEntry = { 
/**
 * The day.
 */
on: string, 
/**
 * The moment, when it is known.
 */
at: string | null, 
/**
 * What kind of entry.
 */
kind: ChronologyKind, 
/**
 * The record: a rating, an incident, a meeting …
 */
id: string, 
/**
 * The level, for a rating.
 */
level: RatingLevel | null, 
/**
 * The type, for a meeting: `eram`.
 */
meetingType: string | null, 
/**
 * What was written about it.
 */
text: string | null, };

export type ChronologyKind = "opened" | "rated" | "incident" | "went_missing" | "returned" | "meeting_held" | "closed";

export type CloseCase = { 
/**
 * Which.
 */
id: CaseId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The last day.
 */
on: string, 
/**
 * Why.
 */
reason: string, };

export type CreateStore = { 
/**
 * The authority's name.
 */
authority: string, 
/**
 * The id of its rules profile.
 */
profile: string, 
/**
 * The first person's name.
 */
name: string, 
/**
 * Their passphrase.
 */
passphrase: string, };

export type DayOff = "proclaimed" | "closure";

export type EndMissingEpisode = { 
/**
 * Which episode.
 */
id: MissingEpisodeId, 
/**
 * The day they came back.
 */
returnedOn: string, 
/**
 * The time in England.
 */
returnedAt: string, };

export type EntryVoided = Record<symbol, never>;

export type EpisodeView = { 
/**
 * Which.
 */
id: MissingEpisodeId, 
/**
 * When the child went missing.
 */
startedAt: string, 
/**
 * When they came back.
 */
returnedAt: string | null, 
/**
 * What is known.
 */
note: string | null, 
/**
 * When it was recorded.
 */
recordedAt: string, 
/**
 * By whom: their name.
 */
recordedBy: string, 
/**
 * When it was a mistake.
 */
voided: VoidedView | null, };

export type ErrorCode = "invalid" | "refused" | "missing" | "denied" | "stale" | "locked" | "internal";

export type Exploitation = "sexual" | "criminal" | "financial" | "county_lines" | "modern_slavery" | "online";

export type FieldProblem = { 
/**
 * The field.
 */
path: string, 
/**
 * What is wrong with it.
 */
code: Problem, };

export type GetAgency = { 
/**
 * Which.
 */
id: AgencyId, };

export type GetCase = { 
/**
 * Which.
 */
id: CaseId, };

export type GetPerson = { 
/**
 * Who.
 */
id: PersonId, };

export type IdentifierKind = "nhs" | "upn" | "case_system" | "police" | "ni" | "other";

export type IncidentId = string;

export type IncidentView = { 
/**
 * Which.
 */
id: IncidentId, 
/**
 * When it happened.
 */
happenedOn: string, 
/**
 * What happened.
 */
summary: string, 
/**
 * Whether it calls for a review (R03).
 */
reviewWanted: boolean, 
/**
 * When it was recorded.
 */
recordedAt: string, 
/**
 * By whom: their name.
 */
recordedBy: string, 
/**
 * When it was a mistake.
 */
voided: VoidedView | null, };

export type Interval = { 
/**
 * How many; a profile with 0 here is refused.
 */
n: number, 
/**
 * Of what.
 */
unit: Unit, };

export type KnownPerson = { 
/**
 * Who.
 */
userId: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their post, in a made-up authority.
 */
title: string | null, };

export type Likeness = "same_name" | "same_birth_similar_name";

export type ListAgencies = { 
/**
 * Part of the name.
 */
text: string | null, 
/**
 * Only this kind.
 */
kind: AgencyKind | null, 
/**
 * Only those still offered, or only those not; both when absent.
 */
active: boolean | null, };

export type ListCases = { 
/**
 * Part of a reference, or the beginning of a word of the child's names.
 */
text: string | null, 
/**
 * Only this level.
 */
level: RatingLevel | null, 
/**
 * Only this chair's.
 */
chair: UserId | null, 
/**
 * Only this area.
 */
area: string | null, 
/**
 * Open ones when absent.
 */
filter: CaseFilter | null, 
/**
 * By reference when absent.
 */
order: CaseOrder | null, 
/**
 * From 1.
 */
page: number | null, };

export type ListNonWorkingDays = Record<symbol, never>;

export type ListPeople = { 
/**
 * The beginning of a word of a name, alias or former name.
 */
text: string | null, 
/**
 * Whom; everybody when absent.
 */
filter: PeopleFilter | null, 
/**
 * From 1.
 */
page: number | null, };

export type ListRules = Record<symbol, never>;

export type ListStanding = { 
/**
 * The meeting type: `eram`.
 */
meetingType: string, };

export type ListUsers = Record<symbol, never>;

export type Lock = Record<symbol, never>;

export type Locked = Record<symbol, never>;

export type MeetingId = string;

export type MergeAgencies = { 
/**
 * The record that stays in use.
 */
keep: AgencyId, 
/**
 * Its version that was read.
 */
keepVersion: number, 
/**
 * The record that is the same agency.
 */
duplicate: AgencyId, 
/**
 * Its version that was read.
 */
duplicateVersion: number, };

export type MergePeople = { 
/**
 * The record that stays in use.
 */
keep: PersonId, 
/**
 * Its version that was read.
 */
keepVersion: number, 
/**
 * The record of the same person.
 */
duplicate: PersonId, 
/**
 * Its version that was read.
 */
duplicateVersion: number, };

export type MissingEpisodeId = string;

export type NameKind = "alias" | "former" | "nickname" | "online";

export type NonWorkingDayList = { 
/**
 * By date.
 */
days: Array<NonWorkingDayView>, };

export type NonWorkingDayView = { 
/**
 * The day.
 */
on: string, 
/**
 * What kind.
 */
kind: DayOff, 
/**
 * What it is called.
 */
name: string, };

export type OpenCase = { 
/**
 * The child.
 */
childId: PersonId, 
/**
 * The first day; today when absent.
 */
openedOn: string | null, 
/**
 * Who chairs.
 */
chair: UserId | null, 
/**
 * The part of the authority.
 */
area: string | null, 
/**
 * The forms of exploitation.
 */
exploitation: Array<Exploitation>, };

export type OtherName = { 
/**
 * What kind.
 */
kind: NameKind, 
/**
 * The name.
 */
name: string, };

export type Part = "initial_conference" | "first_review" | "later_review" | "after_birth" | "eram" | "mace" | "mase" | "ccep" | "hsb" | "ma" | "conference";

export type PassphraseSet = Record<symbol, never>;

export type PeopleFilter = "professionals" | "family";

export type PeopleMerged = { 
/**
 * The record that stays.
 */
person: PersonView, 
/**
 * How many entries elsewhere now name it.
 */
moved: number, };

export type PersonAdded = { 
/**
 * The new record; absent when nothing was saved.
 */
person: PersonView | null, 
/**
 * Who may be the same person; empty when the person was added.
 */
candidates: Array<Candidate>, };

export type PersonAddress = { 
/**
 * What kind.
 */
kind: AddressKind, 
/**
 * The address.
 */
address: string, 
/**
 * From when.
 */
from: string | null, 
/**
 * Until when.
 */
until: string | null, };

export type PersonCase = { 
/**
 * Which.
 */
caseId: CaseId, 
/**
 * Its reference.
 */
reference: string, 
/**
 * As what; absent for the child whose case it is.
 */
relationship: Relationship | null, 
/**
 * Whether the case is open.
 */
open: boolean, };

export type PersonDetails = { 
/**
 * Their full name.
 */
name: string, 
/**
 * When they were born.
 */
dateOfBirth: string | null, 
/**
 * As they describe it.
 */
gender: string | null, 
/**
 * As they wish to be spoken of.
 */
pronouns: string | null, 
/**
 * Their e-mail address.
 */
email: string | null, 
/**
 * Their telephone.
 */
phone: string | null, 
/**
 * Whether they take part as somebody at work.
 */
professional: boolean, 
/**
 * Why their location must not be disclosed; absent when it may.
 */
safeAddressReason: string | null, 
/**
 * Anything a scheduler must know.
 */
notes: string | null, 
/**
 * Aliases, former names, nicknames, names used online.
 */
names: Array<OtherName>, 
/**
 * Where they live, learn and work.
 */
addresses: Array<PersonAddress>, 
/**
 * Numbers by which other systems know them.
 */
identifiers: Array<PersonIdentifier>, };

export type PersonId = string;

export type PersonIdentifier = { 
/**
 * What kind.
 */
kind: IdentifierKind, 
/**
 * The number.
 */
identifier: string, };

export type PersonList = { 
/**
 * By name.
 */
people: Array<PersonRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * This page, from 1.
 */
page: number, 
/**
 * How many a page holds.
 */
perPage: number, };

export type PersonRow = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * Their name.
 */
name: string, 
/**
 * When they were born.
 */
dateOfBirth: string | null, 
/**
 * Whether they take part as somebody at work.
 */
professional: boolean, 
/**
 * Whether their location must not be disclosed.
 */
safeAddress: boolean, 
/**
 * Their posts: "Detective Sergeant, Trentshire Police".
 */
posts: Array<string>, 
/**
 * In how many cases they are, as the child or otherwise.
 */
cases: number, };

export type PersonView = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * What is known about them.
 */
details: PersonDetails, 
/**
 * Their posts in agencies.
 */
posts: Array<PostView>, 
/**
 * The cases they are in.
 */
cases: Array<PersonCase>, 
/**
 * The record that this one became.
 */
mergedInto: PersonId | null, 
/**
 * To name when changing.
 */
version: number, };

export type PostView = { 
/**
 * Which post.
 */
id: AgencyRoleId, 
/**
 * Who.
 */
personId: PersonId, 
/**
 * Their name.
 */
personName: string, 
/**
 * Where.
 */
agencyId: AgencyId, 
/**
 * Its name.
 */
agencyName: string, 
/**
 * Their post: "Detective Sergeant".
 */
title: string, 
/**
 * The meeting type whose standing list they are on: `eram`.
 */
standing: string | null, 
/**
 * Whether they still hold it.
 */
active: boolean, };

export type Problem = "required" | "too_long" | "not_a_date" | "not_a_time" | "not_a_number" | "not_a_choice" | "not_a_record" | "in_future" | "in_past" | "too_early" | "too_late" | "taken" | "contradicts" | "not_a_working_day" | "too_weak" | "not_an_email" | "too_large";

export type RateRisk = { 
/**
 * Which case.
 */
caseId: CaseId, 
/**
 * The level; the same again is a confirmation.
 */
level: RatingLevel, 
/**
 * Why.
 */
reason: string, 
/**
 * The date of the toolkit behind it.
 */
toolkitOn: string | null, };

export type RatingChange = "first" | "raised" | "lowered" | "confirmed";

export type RatingLevel = "high" | "medium" | "low" | "none";

export type RatingView = { 
/**
 * Which.
 */
id: RiskRatingId, 
/**
 * The process whose scale it is: `eram`.
 */
process: string, 
/**
 * The level.
 */
level: RatingLevel, 
/**
 * Against the one before; absent for a wrong entry.
 */
change: RatingChange | null, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
ratedAt: string, 
/**
 * By whom: their name.
 */
ratedBy: string, 
/**
 * The date of the toolkit behind it.
 */
toolkitOn: string | null, 
/**
 * The meeting that set it.
 */
meetingId: MeetingId | null, 
/**
 * When it was a mistake.
 */
voided: VoidedView | null, };

export type Relationship = "mother" | "father" | "parent" | "carer" | "sibling" | "grandparent" | "relative" | "partner_of_parent" | "friend" | "peer_at_risk" | "person_of_concern" | "social_worker" | "team_manager" | "other_professional" | "other";

export type RemoveCasePerson = { 
/**
 * Which place.
 */
id: CasePersonId, 
/**
 * The last day; today when absent.
 */
until: string | null, };

export type ReopenCase = { 
/**
 * Which.
 */
id: CaseId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Why: kept with the case.
 */
reason: string, };

export type RiskRatingId = string;

export type Role = "chair" | "meeting_administrator" | "system_administrator" | "lado_officer" | "manager" | "auditor" | "reader";

export type RuleId = string;

export type RuleList = { 
/**
 * The profile's name.
 */
profile: string, 
/**
 * By name, part and version.
 */
rules: Array<RuleRow>, };

export type RuleRow = { 
/**
 * Its stable name: `R01`.
 */
id: RuleId, 
/**
 * Which of the rows that share the name.
 */
part: Part | null, 
/**
 * Its version.
 */
version: number, 
/**
 * The row in a few words.
 */
title: string, 
/**
 * What it asks for, in words: "at least every 8 weeks".
 */
value: string, 
/**
 * Its one figure, when it has one that may be changed; absent also when the chair sets the
 * date.
 */
figure: Interval | null, 
/**
 * Whether a figure may be given.
 */
changeable: boolean, 
/**
 * The document it was read from.
 */
source: string, 
/**
 * The paragraph.
 */
paragraph: string, 
/**
 * How firm it is.
 */
status: Status, 
/**
 * The first day in force.
 */
effectiveFrom: string, 
/**
 * The last day in force.
 */
effectiveTo: string | null, 
/**
 * Whether it is in force today (otherwise it is coming).
 */
inForce: boolean, };

export type SessionView = { 
/**
 * Who.
 */
userId: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * What they do here.
 */
roles: Array<Role>, 
/**
 * The authority's name.
 */
authority: string, 
/**
 * Whether the authority is made up.
 */
demo: boolean, 
/**
 * When they signed in before this time.
 */
lastSignIn: string | null, 
/**
 * Today in England, by the host's clock: YYYY-MM-DD.
 */
today: string, };

export type SetPassphrase = { 
/**
 * Whose.
 */
userId: UserId, 
/**
 * The new one.
 */
passphrase: string, };

export type SetRuleVersion = { 
/**
 * Its stable name.
 */
id: RuleId, 
/**
 * Which of the rows that share the name.
 */
part: Part | null, 
/**
 * The newest version that was read.
 */
version: number, 
/**
 * The first day of the new version: today or later.
 */
effectiveFrom: string, 
/**
 * The figure; absent when the chair is to set the date.
 */
figure: Interval | null, 
/**
 * The row in a few words.
 */
title: string, 
/**
 * The document that decided it.
 */
source: string, 
/**
 * The paragraph.
 */
paragraph: string | null, 
/**
 * How firm it is.
 */
status: Status, };

export type SignIn = { 
/**
 * Who.
 */
userId: UserId, 
/**
 * Their passphrase.
 */
passphrase: string, };

export type SignInWithRecoveryKey = { 
/**
 * As printed.
 */
recoveryKey: string, 
/**
 * Who gets the new passphrase.
 */
userId: UserId, 
/**
 * The new passphrase.
 */
newPassphrase: string, };

export type StandingList = { 
/**
 * By agency and name.
 */
posts: Array<PostView>, };

export type Status = "seed" | "statutory" | "guidance" | "local" | "proposed";

export type StoreCreated = { 
/**
 * Shown once, to print and keep in sealed storage.
 */
recoveryKey: string, 
/**
 * The first person.
 */
userId: UserId, };

export type StoreState = "absent" | "locked" | "open";

export type StoreStatus = { 
/**
 * Whether there is one, and open here.
 */
state: StoreState, 
/**
 * Whether it is made up.
 */
demo: boolean, 
/**
 * The published passphrase of a made-up authority.
 */
demoPassphrase: string | null, 
/**
 * Who can sign in.
 */
people: Array<KnownPerson>, 
/**
 * Who is signed in here.
 */
session: SessionView | null, };

export type StoreStatusRequest = Record<symbol, never>;

export type Unit = "hours" | "days" | "weeks" | "months" | "years" | "working_days";

export type UserId = string;

export type UserList = { 
/**
 * By name.
 */
users: Array<UserView>, };

export type UserView = { 
/**
 * Who.
 */
id: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * Their post.
 */
jobTitle: string | null, 
/**
 * What they do here.
 */
roles: Array<Role>, 
/**
 * Whether they may sign in.
 */
active: boolean, 
/**
 * When they last signed in.
 */
lastSignIn: string | null, 
/**
 * To name when changing.
 */
version: number, };

export type Violation = { "kind": "wrong_passphrase" } | { "kind": "too_many_tries", 
/**
 * How long.
 */
seconds: number, } | { "kind": "weak_passphrase", 
/**
 * The fewest characters taken.
 */
atLeast: number, } | { "kind": "wrong_recovery_key" } | { "kind": "store_exists" } | { "kind": "no_store" } | { "kind": "plain_file" } | { "kind": "foreign_file" } | { "kind": "damaged_file" } | { "kind": "no_keys" } | { "kind": "newer_store" } | { "kind": "in_use" } | { "kind": "last_administrator" } | { "kind": "taken" } | { "kind": "wrong_state", 
/**
 * The state it is in.
 */
state: string, } | { "kind": "same_person" } | { "kind": "too_early", 
/**
 * The first day that is allowed.
 */
earliest: string, } | { "kind": "in_future" };

export type VoidEntry = { 
/**
 * Which entry.
 */
entry: VoidableEntry, 
/**
 * Why.
 */
reason: string, };

export type VoidableEntry = { "kind": "risk_rating", "id": RiskRatingId } | { "kind": "incident", "id": IncidentId } | { "kind": "missing_episode", "id": MissingEpisodeId };

export type VoidedView = { 
/**
 * When.
 */
at: string, 
/**
 * By whom: their name.
 */
by: string, 
/**
 * Why.
 */
reason: string, };

/** Every command: what it takes and what it answers. */
export type Commands = {
  store_status: [StoreStatusRequest, StoreStatus];
  create_store: [CreateStore, StoreCreated];
  sign_in: [SignIn, SessionView];
  sign_in_with_recovery_key: [SignInWithRecoveryKey, SessionView];
  lock: [Lock, Locked];
  list_users: [ListUsers, UserList];
  add_user: [AddUser, UserView];
  change_user: [ChangeUser, UserView];
  set_passphrase: [SetPassphrase, PassphraseSet];
  back_up: [BackUp, BackedUp];
  list_agencies: [ListAgencies, AgencyList];
  get_agency: [GetAgency, AgencyDetail];
  add_agency: [AddAgency, AgencyView];
  change_agency: [ChangeAgency, AgencyView];
  merge_agencies: [MergeAgencies, AgenciesMerged];
  list_people: [ListPeople, PersonList];
  get_person: [GetPerson, PersonView];
  add_person: [AddPerson, PersonAdded];
  change_person: [ChangePerson, PersonView];
  merge_people: [MergePeople, PeopleMerged];
  add_post: [AddPost, PostView];
  change_post: [ChangePost, PostView];
  list_standing: [ListStanding, StandingList];
  list_cases: [ListCases, CaseList];
  get_case: [GetCase, CaseView];
  open_case: [OpenCase, CaseView];
  change_case: [ChangeCase, CaseView];
  assign_chair: [AssignChair, CaseView];
  close_case: [CloseCase, CaseView];
  reopen_case: [ReopenCase, CaseView];
  add_case_person: [AddCasePerson, CaseView];
  change_case_person: [ChangeCasePerson, CaseView];
  remove_case_person: [RemoveCasePerson, CaseView];
  rate_risk: [RateRisk, CaseView];
  add_incident: [AddIncident, CaseView];
  add_missing_episode: [AddMissingEpisode, CaseView];
  end_missing_episode: [EndMissingEpisode, CaseView];
  void_entry: [VoidEntry, EntryVoided];
  list_rules: [ListRules, RuleList];
  set_rule_version: [SetRuleVersion, RuleRow];
  list_non_working_days: [ListNonWorkingDays, NonWorkingDayList];
  add_non_working_days: [AddNonWorkingDays, NonWorkingDayList];
};
