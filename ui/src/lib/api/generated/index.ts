// Written by `cargo xtask bindings` from crates/api. Do not edit.

export type ActionFields = { 
/**
 * The child's case.
 */
caseId: CaseId, 
/**
 * What is to be done.
 */
action: string, 
/**
 * Who does it, when they have a record.
 */
ownerId: PersonId | null, 
/**
 * Their name or post.
 */
ownerName: string, 
/**
 * Their agency; none for the family's own actions.
 */
agencyId: AgencyId | null, 
/**
 * By when; not in the past.
 */
dueOn: string, 
/**
 * What it should bring about.
 */
outcomeSought: string | null, 
/**
 * Who may read it.
 */
audience: Audience, };

export type ActionFilterFields = { 
/**
 * Only of the cases that I chair.
 */
mine: boolean, 
/**
 * Only of this agency.
 */
agencyId: AgencyId | null, 
/**
 * Only of this case.
 */
caseId: CaseId | null, 
/**
 * Only set by this meeting.
 */
meetingId: MeetingId | null, 
/**
 * Only owned by this person.
 */
ownerId: PersonId | null, 
/**
 * Only in these states; empty means open and in progress.
 */
statuses: Array<ActionStatus>, 
/**
 * Only open ones whose day has passed.
 */
overdue: boolean, 
/**
 * Also those put off until a later day.
 */
snoozed: boolean, };

export type ActionHistoryView = { 
/**
 * The action.
 */
action: ActionView, 
/**
 * Oldest first.
 */
history: Array<ActionProgressView>, };

export type ActionId = string;

export type ActionPage = { 
/**
 * The rows.
 */
actions: Array<ActionView>, 
/**
 * How many there are in all.
 */
total: number, };

export type ActionProgressView = { 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * The meeting that recorded it; none outside meetings.
 */
meetingId: MeetingId | null, 
/**
 * How it stood then.
 */
status: ActionStatus, 
/**
 * What was said.
 */
note: string | null, 
/**
 * When (RFC 3339, UTC).
 */
recordedAt: string, 
/**
 * By whom.
 */
recordedBy: string, };

export type ActionStatus = "open" | "in_progress" | "done" | "not_possible" | "not_done";

export type ActionView = { 
/**
 * Which.
 */
id: ActionId, 
/**
 * To name when changing.
 */
version: number, 
/**
 * The child's case.
 */
caseId: CaseId, 
/**
 * Its reference.
 */
caseReference: string, 
/**
 * The child's name.
 */
childName: string, 
/**
 * The meeting that set it.
 */
meetingId: MeetingId, 
/**
 * The day of that meeting.
 */
meetingOn: string, 
/**
 * What is to be done.
 */
action: string, 
/**
 * Who does it, when they have a record.
 */
ownerId: PersonId | null, 
/**
 * Their name or post.
 */
ownerName: string, 
/**
 * Their agency; none for the family's own actions.
 */
agencyId: AgencyId | null, 
/**
 * Its name.
 */
agencyName: string | null, 
/**
 * By when.
 */
dueOn: string, 
/**
 * Whether that day has passed and it is still open.
 */
overdue: boolean, 
/**
 * What it should bring about.
 */
outcomeSought: string | null, 
/**
 * Who may read it.
 */
audience: Audience, 
/**
 * How it stands.
 */
status: ActionStatus, 
/**
 * The last word on it.
 */
note: string | null, 
/**
 * When it was closed.
 */
closedOn: string | null, 
/**
 * Not before this day on anybody's list.
 */
notBefore: string | null, };

export type AddAction = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * What it says.
 */
action: ActionFields, };

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

export type AddCover = { 
/**
 * Who is away.
 */
chair: UserId, 
/**
 * Who covers: somebody who may chair.
 */
coveredBy: UserId, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
until: string, 
/**
 * Why.
 */
reason: string | null, };

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

export type AddInvitee = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Who is asked.
 */
kind: InvitationKind, 
/**
 * The agency: needed for an agency.
 */
agency: AgencyId | null, 
/**
 * The person: needed for a child, family member or observer.
 */
person: PersonId | null, 
/**
 * As what: "Police", "Mother".
 */
capacity: string, 
/**
 * Whether the meeting needs them.
 */
required: boolean, };

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

export type Adjourn = { 
/**
 * Which meeting.
 */
id: MeetingId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Why.
 */
reason: string, };

export type AgenciesMerged = { 
/**
 * The record that stays.
 */
agency: AgencyView, 
/**
 * How many entries elsewhere now name it.
 */
moved: number, };

export type AgencyChoice = { 
/**
 * Which.
 */
id: AgencyId, 
/**
 * Its name.
 */
name: string, };

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

export type AgencyHit = { 
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
kind: AgencyKind, };

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

export type Agenda = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
until: string, 
/**
 * Only this chair's.
 */
chair: UserId | null, };

export type AgendaDay = { 
/**
 * The day.
 */
on: string, 
/**
 * Whether it is a working day.
 */
workingDay: boolean, 
/**
 * Its meetings, by time. Cancelled ones are here too, with their status.
 */
meetings: Array<MeetingLine>, };

export type AgendaView = { 
/**
 * Days with a meeting, in order.
 */
days: Array<AgendaDay>, 
/**
 * Today.
 */
today: string, };

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

export type ApproveMinutes = { 
/**
 * Which version of the minutes.
 */
id: MinutesId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The digest of the draft that was read: nobody approves what they did not see.
 */
digest: string, };

export type ApproveRelease = { 
/**
 * Which.
 */
id: ReleaseId, 
/**
 * The version that was read.
 */
version: number, };

export type AskReports = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Which agencies.
 */
agencies: Array<AgencyId>, 
/**
 * When it should be here; three working days before the meeting when not said.
 */
dueOn: string | null, };

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

export type AttendanceMark = { 
/**
 * Which row.
 */
invitationId: InvitationId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Whether they came; none takes a mark back.
 */
mark: Mark | null, 
/**
 * Who came in their place: required for `substitute`, refused otherwise.
 */
substituteName: string | null, 
/**
 * Their record, when they have one.
 */
substituteId: PersonId | null, 
/**
 * Which part they were there for.
 */
partNote: string | null, 
/**
 * Why they could not come. Kept for the chair; never copied to an output. None keeps what
 * was noted; an empty text takes it away.
 */
apologyReason: string | null, };

export type AttendanceView = { 
/**
 * Which row.
 */
invitationId: InvitationId, 
/**
 * To name when marking.
 */
version: number, 
/**
 * Who is asked.
 */
kind: InvitationKind, 
/**
 * The person, when known.
 */
personId: PersonId | null, 
/**
 * Their name; none when only the agency was asked.
 */
name: string | null, 
/**
 * The agency.
 */
agencyId: AgencyId | null, 
/**
 * Its name.
 */
agencyName: string | null, 
/**
 * What it does.
 */
agencyKind: AgencyKind | null, 
/**
 * As what: "Police", "Mother".
 */
capacity: string, 
/**
 * Whether the meeting needs them.
 */
required: boolean, 
/**
 * What was answered.
 */
reply: Reply, 
/**
 * Whether they came.
 */
mark: Mark | null, 
/**
 * Who came in their place.
 */
substituteName: string | null, 
/**
 * Which part they were there for.
 */
partNote: string | null, 
/**
 * Whether a reason for apologies was noted. The reason itself is never shown again.
 */
hasApologyReason: boolean, };

export type Audience = "everyone" | "agencies" | "closed";

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

export type BeginCorrection = { 
/**
 * Which version of the minutes: the newest, approved or issued.
 */
id: MinutesId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Why.
 */
reason: string, };

export type BookedView = { 
/**
 * Which.
 */
meeting: MeetingId, 
/**
 * Its neutral reference.
 */
reference: string, 
/**
 * For when.
 */
on: string, };

export type CancelMeeting = { 
/**
 * Which.
 */
meeting: MeetingId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Why.
 */
reason: string, };

export type CancellationView = { 
/**
 * "Cancelled: Review meeting, ref 7F3K".
 */
subject: string, 
/**
 * Which meeting will not take place, to copy.
 */
details: string, 
/**
 * A calendar file that takes the meeting out of a calendar.
 */
calendarFile: FileView, 
/**
 * The addresses of agencies who were invited: as blind copies.
 */
agencies: Array<string>, 
/**
 * Those of the family: one by one, and never with an agency.
 */
family: Array<string>, };

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

export type CaseDue = { 
/**
 * The last day that keeps the rule; none while there is no clock or a fact is missing.
 */
by: string | null, 
/**
 * Where it stands.
 */
state: State, 
/**
 * The row of the rules: "R01".
 */
rule: string, 
/**
 * The row in a few words.
 */
ruleTitle: string, 
/**
 * How that was found, a sentence for each step.
 */
why: Array<string>, };

export type CaseFilter = "open" | "closed" | "all";

export type CaseHit = { 
/**
 * Which.
 */
id: CaseId, 
/**
 * Its reference.
 */
reference: string, 
/**
 * The child's name.
 */
childName: string, 
/**
 * Whether it is open.
 */
open: boolean, };

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

export type CaseMeeting = { 
/**
 * Which.
 */
id: MeetingId, 
/**
 * Its neutral reference: "7F3K".
 */
reference: string, 
/**
 * Its type: `eram`.
 */
meetingType: string, 
/**
 * A review, or the first.
 */
review: boolean, 
/**
 * Where it stands.
 */
status: MeetingStatus, 
/**
 * The day.
 */
on: string, 
/**
 * The time in England: "09:30".
 */
at: string, 
/**
 * Whose meeting it is.
 */
chairName: string, 
/**
 * The level that it set for this child.
 */
level: RatingLevel | null, 
/**
 * What happens next for this child.
 */
route: Route | null, 
/**
 * Why it was cancelled.
 */
cancelledReason: string | null, };

export type CaseOrder = "reference" | "level" | "next_meeting" | "last_meeting" | "due";

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
 * The last day that keeps the rule for the next meeting.
 */
dueBy: string | null, 
/**
 * Where that stands.
 */
dueState: State | null, 
/**
 * Whether the child's location must not be disclosed.
 */
safeAddress: boolean, };

export type CaseToHandOver = { 
/**
 * Which.
 */
id: CaseId, 
/**
 * Its reference.
 */
reference: string, 
/**
 * The child's name.
 */
childName: string, 
/**
 * Its actions that are not closed: they stay with their owners, the new chair asks after them.
 */
openActions: number, };

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
 * When it was last opened again.
 */
reopenedOn: string | null, 
/**
 * Why.
 */
reopenedReason: string | null, 
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
 * Its meetings, newest first.
 */
meetings: Array<CaseMeeting>, 
/**
 * The meeting that it is owed.
 */
due: CaseDue | null, 
/**
 * Everything that happened, newest first, without wrong entries.
 */
chronology: Array<ChronologyEntry>, 
/**
 * To name when changing.
 */
version: number, };

export type ChangeAction = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * Which action.
 */
id: ActionId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * What it says.
 */
action: ActionFields, };

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

export type ChangePlace = { 
/**
 * Which.
 */
meeting: MeetingId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The room.
 */
place: string | null, 
/**
 * The link.
 */
link: string | null, 
/**
 * Who takes the minutes.
 */
minuteTaker: UserId | null, };

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

export type ChaseReport = { 
/**
 * Which request.
 */
report: ReportRequestId, 
/**
 * The version that was read.
 */
version: number, };

export type Choice = "include" | "withhold" | "reword";

export type ChoosePart = { 
/**
 * Which release.
 */
id: ReleaseId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * What kind of part.
 */
part: PartKind, 
/**
 * Which part.
 */
partId: string, 
/**
 * What happens to it.
 */
choice: Choice, 
/**
 * Why it is withheld or reworded: required for both.
 */
reason: WithholdReason | null, 
/**
 * The other words, when reworded.
 */
wording: string | null, };

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

export type ChronologyKind = "opened" | "rated" | "incident" | "went_missing" | "returned" | "meeting_held" | "reopened" | "closed";

export type ClashKind = "not_a_working_day" | "closed" | "chair_full" | "chair_busy" | "room_taken" | "person_busy";

export type ClashView = { 
/**
 * What.
 */
kind: ClashKind, 
/**
 * With which meeting.
 */
meeting: MeetingId | null, 
/**
 * Its neutral reference.
 */
reference: string | null, 
/**
 * When it begins: "09:30".
 */
at: string | null, 
/**
 * Who is asked to both.
 */
who: string | null, };

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

export type CloseInquorate = { 
/**
 * Which meeting.
 */
id: MeetingId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The new date: within 10 working days of today.
 */
newOn: string, };

export type CloseMeeting = { 
/**
 * Which meeting.
 */
id: MeetingId, 
/**
 * The version that was read.
 */
version: number, };

export type Comparator = "more_than" | "at_least";

export type ConcludeChild = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * Which child's case.
 */
caseId: CaseId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The level that the meeting sets.
 */
level: RatingLevel | null, 
/**
 * Why.
 */
ratingReason: string | null, 
/**
 * The date of the exploitation toolkit behind it.
 */
toolkitOn: string | null, 
/**
 * How the child's views came in.
 */
voice: Voice | null, 
/**
 * Why they are absent.
 */
voiceReason: string | null, 
/**
 * The NRM decision (R09).
 */
nrm: NrmDecision | null, 
/**
 * Why.
 */
nrmReason: string | null, 
/**
 * Who makes the referral.
 */
nrmOwner: string | null, 
/**
 * When it is to be made, or was.
 */
nrmOn: string | null, 
/**
 * What happens next.
 */
route: Route | null, 
/**
 * The next date; after the rule's last day only with a reason.
 */
nextOn: string | null, 
/**
 * Why it is outside the rule, or there is none.
 */
nextReason: string | null, };

export type ConclusionPart = "voice" | "child_words" | "voice_reason" | "level" | "rating_reason" | "nrm" | "nrm_reason" | "nrm_owner" | "nrm_on" | "route" | "next_on" | "next_reason";

export type ConclusionView = { 
/**
 * To name when changing.
 */
version: number, 
/**
 * The level that the meeting sets.
 */
level: RatingLevel | null, 
/**
 * Why.
 */
ratingReason: string | null, 
/**
 * The date of the exploitation toolkit behind it.
 */
toolkitOn: string | null, 
/**
 * How the child's views came in.
 */
voice: Voice | null, 
/**
 * Why they are absent.
 */
voiceReason: string | null, 
/**
 * The NRM decision (R09).
 */
nrm: NrmDecision | null, 
/**
 * Why.
 */
nrmReason: string | null, 
/**
 * Who makes the referral.
 */
nrmOwner: string | null, 
/**
 * When it is to be made, or was.
 */
nrmOn: string | null, 
/**
 * What happens next.
 */
route: Route | null, 
/**
 * The next date.
 */
nextOn: string | null, 
/**
 * Why it is outside the rule, or there is none.
 */
nextReason: string | null, };

export type CoverId = string;

export type CoverList = { 
/**
 * By first day.
 */
covers: Array<CoverView>, };

export type CoverView = { 
/**
 * Which.
 */
id: CoverId, 
/**
 * Who is away.
 */
chair: UserId, 
/**
 * Their name.
 */
chairName: string, 
/**
 * Who covers.
 */
coveredBy: UserId, 
/**
 * Their name.
 */
coveredByName: string, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
until: string, 
/**
 * Why.
 */
reason: string | null, };

export type CreateDemo = { 
/**
 * How much.
 */
size: DemoSize, 
/**
 * The day that its dates are relative to; today when absent.
 */
today: string | null, };

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

export type DecideWords = { 
/**
 * Which release.
 */
id: ReleaseId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The words: those of cards, or any others that must not be read.
 */
words: Array<WordDecision>, };

export type DecisionId = string;

export type DecisionView = { 
/**
 * Which.
 */
id: DecisionId, 
/**
 * To name when changing.
 */
version: number, 
/**
 * The child it is about, when only one.
 */
caseId: CaseId | null, 
/**
 * What was decided.
 */
decision: string, 
/**
 * Why.
 */
rationale: string, 
/**
 * Who disagreed and why.
 */
dissent: string | null, 
/**
 * From which agency.
 */
dissentAgencyId: AgencyId | null, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * Why it may not go further.
 */
restriction: WithholdReason | null, };

export type DeclareInterest = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * Whose row.
 */
invitationId: InvitationId, 
/**
 * What it is.
 */
interest: string, 
/**
 * Whether they take part all the same.
 */
takesPart: boolean, };

export type DemoCreated = { 
/**
 * Children's cases.
 */
cases: number, 
/**
 * Meetings held.
 */
held: number, 
/**
 * Meetings in the diary.
 */
planned: number, };

export type DemoSize = "small" | "authority" | "decade";

export type DocumentId = string;

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

export type EntryMoved = { 
/**
 * The case it was in.
 */
fromCaseId: CaseId, 
/**
 * The case it is in.
 */
toCaseId: CaseId, };

export type EntryVoided = Record<symbol, never>;

export type EpisodeRule = { 
/**
 * How the number found is compared.
 */
comparator: Comparator, 
/**
 * With what.
 */
count: number, 
/**
 * Length of the window in days: the day itself and the days before it.
 */
withinDays: number, };

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
voided: VoidedView | null, 
/**
 * The reference of the case that it was moved from.
 */
movedFrom: string | null, };

export type ErrorCode = "invalid" | "refused" | "missing" | "denied" | "stale" | "locked" | "internal";

export type Exploitation = "sexual" | "criminal" | "financial" | "county_lines" | "modern_slavery" | "online";

export type ExportDocument = { 
/**
 * Which.
 */
document: DocumentId, };

export type ExportMinutes = { 
/**
 * Which version of the minutes.
 */
id: MinutesId, };

export type ExportRelease = { 
/**
 * Which.
 */
id: ReleaseId, };

export type FieldProblem = { 
/**
 * The field.
 */
path: string, 
/**
 * What is wrong with it.
 */
code: Problem, };

export type FileView = { 
/**
 * A neutral name.
 */
name: string, 
/**
 * Its media type.
 */
mediaType: string, 
/**
 * Its bytes, base64.
 */
content: string, };

export type FoundKind = "exact" | "near" | "metadata" | "covered_text" | "structure" | "unreadable" | "missing";

export type FoundWhere = "page" | "hidden" | "properties" | "file_name" | "structure" | "file";

export type FrozenAction = { 
/**
 * Which.
 */
id: ActionId, 
/**
 * The child's case.
 */
caseId: CaseId, 
/**
 * What is to be done.
 */
action: string, 
/**
 * Who does it.
 */
owner: string, 
/**
 * Their agency's name; none for the family's own actions.
 */
agency: string | null, 
/**
 * By when.
 */
dueOn: string, 
/**
 * What it should bring about.
 */
outcomeSought: string | null, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * How the meeting found or set it.
 */
status: ActionStatus, 
/**
 * What was said about it.
 */
note: string | null, };

export type FrozenAttendance = { 
/**
 * Who was asked.
 */
kind: InvitationKind, 
/**
 * Their name.
 */
name: string | null, 
/**
 * Their agency's name.
 */
agency: string | null, 
/**
 * As what.
 */
capacity: string, 
/**
 * Whether they came.
 */
mark: Mark | null, 
/**
 * Who came in their place.
 */
substitute: string | null, 
/**
 * Which part they were there for.
 */
partNote: string | null, };

export type FrozenChild = { 
/**
 * The case.
 */
caseId: CaseId, 
/**
 * Its reference.
 */
caseReference: string, 
/**
 * The child's name.
 */
name: string, 
/**
 * When they were born.
 */
dateOfBirth: string | null, 
/**
 * The rule that asked for the meeting.
 */
rule: string | null, 
/**
 * The last day that kept it.
 */
dueBy: string | null, 
/**
 * The level before.
 */
priorLevel: RatingLevel | null, 
/**
 * The level that was set.
 */
level: RatingLevel | null, 
/**
 * Why.
 */
ratingReason: string | null, 
/**
 * The date of the exploitation toolkit behind it.
 */
toolkitOn: string | null, 
/**
 * How the child's views came in.
 */
voice: Voice | null, 
/**
 * Why they are absent.
 */
voiceReason: string | null, 
/**
 * The NRM decision.
 */
nrm: NrmDecision | null, 
/**
 * Why.
 */
nrmReason: string | null, 
/**
 * Who makes the referral.
 */
nrmOwner: string | null, 
/**
 * When it is to be made, or was.
 */
nrmOn: string | null, 
/**
 * What happens next.
 */
route: Route | null, 
/**
 * The next date.
 */
nextOn: string | null, 
/**
 * Why it is outside the rule, or there is none.
 */
nextReason: string | null, };

export type FrozenDecision = { 
/**
 * Which.
 */
id: DecisionId, 
/**
 * The child it is about.
 */
caseId: CaseId | null, 
/**
 * What was decided.
 */
decision: string, 
/**
 * Why.
 */
rationale: string, 
/**
 * Who disagreed and why.
 */
dissent: string | null, 
/**
 * From which agency.
 */
dissentAgency: string | null, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * Why it may not go further.
 */
restriction: WithholdReason | null, };

export type FrozenInterest = { 
/**
 * Whose: name or capacity.
 */
who: string, 
/**
 * What it is.
 */
interest: string, 
/**
 * Whether they took part all the same.
 */
takesPart: boolean, };

export type FrozenOfficer = { 
/**
 * Their name.
 */
name: string, 
/**
 * Their post.
 */
jobTitle: string | null, };

export type FrozenPassage = { 
/**
 * Which, so that a copy made from it can be traced.
 */
id: PassageId, 
/**
 * Its section.
 */
section: Section, 
/**
 * The child it is about.
 */
caseId: CaseId | null, 
/**
 * Whose information it is.
 */
agencyId: AgencyId | null, 
/**
 * That agency's name.
 */
agency: string | null, 
/**
 * The text.
 */
body: string, 
/**
 * The agency had nothing to report.
 */
nothingToReport: boolean, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * Why it may not go further.
 */
restriction: WithholdReason | null, };

export type FrozenQuorum = { 
/**
 * Whether every seat was filled.
 */
met: boolean, 
/**
 * Why the chair went on all the same.
 */
overrideReason: string | null, };

export type FrozenRecord = { 
/**
 * The number of the layout.
 */
schema: number, 
/**
 * The authority.
 */
authority: string, 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * The neutral reference.
 */
reference: string, 
/**
 * Its type: `eram`.
 */
meetingType: string, 
/**
 * A review, or the first.
 */
review: boolean, 
/**
 * The day it counts as held.
 */
heldOn: string, 
/**
 * The time in England for which it was planned, `10:00`.
 */
at: string, 
/**
 * The room.
 */
place: string | null, 
/**
 * Who chaired.
 */
chair: FrozenOfficer, 
/**
 * In whose place and why, when the chair was away.
 */
viceChair: FrozenVice | null, 
/**
 * Who took the minutes.
 */
minuteTaker: FrozenOfficer | null, 
/**
 * Its sittings.
 */
sittings: Array<FrozenSitting>, 
/**
 * The children.
 */
children: Array<FrozenChild>, 
/**
 * Everybody asked, and who came.
 */
attendance: Array<FrozenAttendance>, 
/**
 * Whether enough agencies were there.
 */
quorum: FrozenQuorum, 
/**
 * Declarations of interest.
 */
interests: Array<FrozenInterest>, 
/**
 * Actions of earlier meetings, as reviewed.
 */
reviewed: Array<FrozenAction>, 
/**
 * What was written.
 */
passages: Array<FrozenPassage>, 
/**
 * What was decided.
 */
decisions: Array<FrozenDecision>, 
/**
 * New actions.
 */
actions: Array<FrozenAction>, };

export type FrozenSitting = { 
/**
 * When it began (RFC 3339, UTC).
 */
openedAt: string, 
/**
 * When it ended.
 */
closedAt: string | null, 
/**
 * Why it was adjourned.
 */
adjournedReason: string | null, };

export type FrozenVice = { 
/**
 * Whose meeting it is.
 */
chairName: string, 
/**
 * Why they did not chair.
 */
reason: string, };

export type GapKind = "nobody" | "not_sent" | "no_reply" | "declined";

export type GapView = { 
/**
 * An agency of this kind; none for the child or the family.
 */
agencyKind: AgencyKind | null, 
/**
 * The child or the family.
 */
kind: InvitationKind, 
/**
 * What is missing.
 */
gap: GapKind, };

export type GateFindingView = { 
/**
 * What kind.
 */
kind: FoundKind, 
/**
 * Where in the file.
 */
place: FoundWhere, 
/**
 * On which page.
 */
page: number | null, 
/**
 * Whose name or number, for those who may see the case.
 */
whose: string | null, 
/**
 * The part whose words were found.
 */
partId: string | null, 
/**
 * What form of it ("whole", "initials", "sentence").
 */
form: string | null, };

export type GateView = { 
/**
 * Whether it may leave.
 */
passed: boolean, 
/**
 * What stops it.
 */
findings: Array<GateFindingView>, };

export type GetAction = { 
/**
 * Which.
 */
id: ActionId, };

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

export type GetMinutes = { 
/**
 * Of which meeting.
 */
meetingId: MeetingId, 
/**
 * Which version; none for the newest.
 */
number: number | null, };

export type GetPerson = { 
/**
 * Who.
 */
id: PersonId, };

export type HandOver = { 
/**
 * Whose work.
 */
from: UserId, 
/**
 * To whom: somebody who may chair.
 */
to: UserId, 
/**
 * Which cases; one that is somebody else's by now is refused as stale.
 */
cases: Array<CaseId>, 
/**
 * Which meetings.
 */
meetings: Array<MeetingId>, };

export type HandOverPreview = { 
/**
 * Open cases by reference; none when days were named.
 */
cases: Array<CaseToHandOver>, 
/**
 * Planned meetings by day and time.
 */
meetings: Array<MeetingToHandOver>, };

export type HandedOver = { 
/**
 * How many cases.
 */
cases: number, 
/**
 * How many meetings.
 */
meetings: number, };

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
voided: VoidedView | null, 
/**
 * The reference of the case that it was moved from.
 */
movedFrom: string | null, };

export type InterestId = string;

export type InterestView = { 
/**
 * Which.
 */
id: InterestId, 
/**
 * Whose row.
 */
invitationId: InvitationId, 
/**
 * What it is.
 */
interest: string, 
/**
 * Whether they take part all the same.
 */
takesPart: boolean, };

export type Interval = { 
/**
 * How many; a profile with 0 here is refused.
 */
n: number, 
/**
 * Of what.
 */
unit: Unit, };

export type InvitationId = string;

export type InvitationKind = "agency" | "child" | "family" | "observer";

export type InvitationList = { 
/**
 * The meeting.
 */
meeting: MeetingLine, 
/**
 * Agencies and observers, in order; withdrawn ones last.
 */
agencies: Array<InvitationView>, 
/**
 * The child and the family: always asked apart from the agencies.
 */
family: Array<InvitationView>, 
/**
 * Whom the meeting needs and does not have.
 */
gaps: Array<GapView>, 
/**
 * The last day for invitations that gives the notice of R07.
 */
inviteBy: string | null, 
/**
 * Whether an invitation sent today is shorter notice than that: a warning, never refused.
 */
shortNotice: boolean, };

export type InvitationRoute = "outlook" | "calendar_file" | "email" | "letter" | "telephone" | "in_person";

export type InvitationView = { 
/**
 * Which.
 */
id: InvitationId, 
/**
 * Who is asked.
 */
kind: InvitationKind, 
/**
 * The agency.
 */
agency: AgencyId | null, 
/**
 * Its name.
 */
agencyName: string | null, 
/**
 * What it does.
 */
agencyKind: AgencyKind | null, 
/**
 * The person.
 */
person: PersonId | null, 
/**
 * Their name.
 */
personName: string | null, 
/**
 * As what: "Police", "Mother".
 */
capacity: string, 
/**
 * Whether the meeting needs them.
 */
required: boolean, 
/**
 * Where it goes: their own address, else the agency's.
 */
email: string | null, 
/**
 * How it was sent.
 */
route: InvitationRoute | null, 
/**
 * When it was sent.
 */
sentAt: string | null, 
/**
 * What was answered.
 */
reply: Reply, 
/**
 * How the answer came.
 */
replyRoute: InvitationRoute | null, 
/**
 * What was said with it.
 */
replyNote: string | null, 
/**
 * When.
 */
repliedAt: string | null, 
/**
 * Who comes in their place.
 */
substituteName: string | null, 
/**
 * Whether it was taken back.
 */
withdrawn: boolean, 
/**
 * To name when changing.
 */
version: number, };

export type InvitationsSent = { 
/**
 * "Review meeting, ref 7F3K".
 */
subject: string, 
/**
 * Details to copy: date, time, place, link, reference.
 */
details: string, 
/**
 * Opens a filled form in Outlook on the web.
 */
outlookLink: string, 
/**
 * The calendar file.
 */
calendarFile: FileView, 
/**
 * The addresses, one each: to be sent one by one to a family, as blind copies to agencies.
 */
addresses: Array<string>, 
/**
 * Whether notice is shorter than R07: a warning.
 */
shortNotice: boolean, 
/**
 * The list after it.
 */
list: InvitationList, };

export type IssueMinutes = { 
/**
 * Which version of the minutes.
 */
id: MinutesId, 
/**
 * The version that was read.
 */
version: number, };

export type IssueRelease = { 
/**
 * Which.
 */
id: ReleaseId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * How it travels ("by hand", "secure e-mail").
 */
route: string, };

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

export type LastTimeView = { 
/**
 * Which passage: name it as `copiedFrom` when its text is used again.
 */
passageId: PassageId, 
/**
 * The day of that meeting.
 */
on: string, 
/**
 * Its section.
 */
section: Section, 
/**
 * The child of this meeting that it is about.
 */
caseId: CaseId, 
/**
 * Whose information it was.
 */
agencyId: AgencyId | null, 
/**
 * The text.
 */
body: string, 
/**
 * The agency had nothing to report.
 */
nothingToReport: boolean, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * Why it may not go further: comes along with a copy.
 */
restriction: WithholdReason | null, };

export type Likeness = "same_name" | "same_birth_similar_name";

export type ListActions = { 
/**
 * Which ones.
 */
filter: ActionFilterFields, 
/**
 * How many to skip.
 */
offset: number, 
/**
 * How many at most: 1 to 200.
 */
limit: number, };

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

export type ListCovers = Record<symbol, never>;

export type ListInvitations = { 
/**
 * The meeting.
 */
meeting: MeetingId, };

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

export type ListReissues = Record<symbol, never>;

export type ListReleases = { 
/**
 * Of this meeting.
 */
meetingId: MeetingId | null, 
/**
 * Of this case.
 */
caseId: CaseId | null, };

export type ListReports = { 
/**
 * The meeting.
 */
meeting: MeetingId, };

export type ListRules = Record<symbol, never>;

export type ListSavedViews = { 
/**
 * The screen.
 */
screen: ListScreen, };

export type ListScreen = "cases";

export type ListStanding = { 
/**
 * The meeting type: `eram`.
 */
meetingType: string, };

export type ListUsers = Record<symbol, never>;

export type LiveActionView = { 
/**
 * Which.
 */
id: ActionId, 
/**
 * To name when changing.
 */
version: number, 
/**
 * The child's case.
 */
caseId: CaseId, 
/**
 * What is to be done.
 */
action: string, 
/**
 * Who does it, when they have a record.
 */
ownerId: PersonId | null, 
/**
 * Their name or post.
 */
ownerName: string, 
/**
 * Their agency; none for the family's own actions.
 */
agencyId: AgencyId | null, 
/**
 * Its name.
 */
agencyName: string | null, 
/**
 * By when.
 */
dueOn: string, 
/**
 * Whether that day has passed and it is still open.
 */
overdue: boolean, 
/**
 * What it should bring about.
 */
outcomeSought: string | null, 
/**
 * Who may read it.
 */
audience: Audience, 
/**
 * How it stands.
 */
status: ActionStatus, 
/**
 * The last word on it.
 */
note: string | null, 
/**
 * Not before this day on anybody's list.
 */
notBefore: string | null, };

export type LiveChildView = { 
/**
 * The case.
 */
caseId: CaseId, 
/**
 * Its reference: "C-0412".
 */
caseReference: string, 
/**
 * The child.
 */
personId: PersonId, 
/**
 * Their name.
 */
name: string, 
/**
 * When they were born.
 */
dateOfBirth: string | null, 
/**
 * As they wish to be spoken of.
 */
pronouns: string | null, 
/**
 * Whether their location must not be disclosed.
 */
safeAddress: boolean, 
/**
 * The level before the meeting.
 */
priorLevel: RatingLevel | null, 
/**
 * Since when.
 */
priorSince: string | null, 
/**
 * The rule that asked for the meeting: "R01".
 */
rule: string | null, 
/**
 * The last day that kept it.
 */
dueBy: string | null, 
/**
 * What was concluded so far.
 */
conclusion: ConclusionView, 
/**
 * What the rules propose as the next date, for each level that may be chosen.
 */
proposals: Array<NextProposalView>, 
/**
 * The last meeting held about the child.
 */
lastMeetingOn: string | null, };

export type LiveMeeting = { 
/**
 * Which meeting.
 */
id: MeetingId, };

export type LiveMeetingView = { 
/**
 * Which meeting.
 */
id: MeetingId, 
/**
 * To name when opening, adjourning, resuming, overriding and closing.
 */
version: number, 
/**
 * The neutral reference: "7F3K".
 */
reference: string, 
/**
 * Its type: `eram`.
 */
meetingType: string, 
/**
 * A review, or the first.
 */
review: boolean, 
/**
 * Where it stands.
 */
status: MeetingStatus, 
/**
 * The day, `2026-11-25`.
 */
on: string, 
/**
 * The time in England, `10:00`.
 */
at: string, 
/**
 * How long it was planned for, in minutes.
 */
minutes: number, 
/**
 * The room.
 */
place: string | null, 
/**
 * Whose meeting it is.
 */
chairId: UserId, 
/**
 * Their name.
 */
chairName: string, 
/**
 * Who chairs in the chair's place, and why.
 */
viceChair: ViceChairView | null, 
/**
 * Whether the person who asks is the one who chairs: may override, adjourn and close.
 */
youChair: boolean, 
/**
 * Who takes the minutes.
 */
minuteTakerName: string | null, 
/**
 * Its sittings so far.
 */
sittings: Array<SittingView>, 
/**
 * Minutes spent in all sittings until now.
 */
elapsedMinutes: number, 
/**
 * Whether the record may be written now: while it is held, or its newest minutes are a draft.
 */
writable: boolean, 
/**
 * The sections of the record, in the order of the agenda.
 */
sections: Array<SectionView>, 
/**
 * The children, in order.
 */
children: Array<LiveChildView>, 
/**
 * Everybody asked, in order.
 */
attendance: Array<AttendanceView>, 
/**
 * Who makes the quorum.
 */
quorum: QuorumView, 
/**
 * Declarations of interest.
 */
interests: Array<InterestView>, 
/**
 * Actions of earlier meetings that were open when this one began: to be reviewed (R44).
 */
reviewActions: Array<ReviewActionView>, 
/**
 * The passages of this meeting.
 */
passages: Array<PassageView>, 
/**
 * What was written last time, to stand beside them.
 */
lastTime: Array<LastTimeView>, 
/**
 * What was decided.
 */
decisions: Array<DecisionView>, 
/**
 * New actions.
 */
actions: Array<LiveActionView>, 
/**
 * What still stops closing; empty when it may be closed.
 */
missing: Array<Missing>, 
/**
 * The newest version of the minutes.
 */
minutesVersion: MinutesVersionView | null, };

export type Lock = Record<symbol, never>;

export type Locked = Record<symbol, never>;

export type Mark = "present" | "apologies" | "absent" | "substitute" | "in_attendance";

export type MarkAllPresent = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, };

export type MarkAttendance = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * The rows.
 */
rows: Array<AttendanceMark>, };

export type MatchKind = "identifier" | "date_of_birth" | "exact" | "prefix" | "similar";

export type MeetingChild = { 
/**
 * The case.
 */
caseId: CaseId, 
/**
 * Its reference.
 */
caseReference: string, 
/**
 * The child's name.
 */
name: string, 
/**
 * The rule that asked for the meeting: "R01".
 */
rule: string | null, 
/**
 * The last day that kept it.
 */
dueBy: string | null, 
/**
 * By how many days the meeting is later than that.
 */
lateDays: number | null, 
/**
 * Why.
 */
lateReason: string | null, };

export type MeetingId = string;

export type MeetingLine = { 
/**
 * Which.
 */
id: MeetingId, 
/**
 * Its neutral reference: "7F3K".
 */
reference: string, 
/**
 * A review, or the first.
 */
review: boolean, 
/**
 * Where it stands.
 */
status: MeetingStatus, 
/**
 * The day.
 */
on: string, 
/**
 * The time in England: "09:30".
 */
at: string, 
/**
 * When it ends: "11:00".
 */
until: string, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * The room.
 */
place: string | null, 
/**
 * The link of an online meeting.
 */
link: string | null, 
/**
 * Whose meeting it is.
 */
chair: UserId, 
/**
 * Their name.
 */
chairName: string, 
/**
 * Who takes the minutes.
 */
minuteTaker: UserId | null, 
/**
 * Their name.
 */
minuteTakerName: string | null, 
/**
 * Why it was cancelled.
 */
cancelledReason: string | null, 
/**
 * The children, in order.
 */
children: Array<MeetingChild>, 
/**
 * How many are invited, withdrawn ones apart.
 */
invited: number, 
/**
 * How many of them were sent their invitation.
 */
sent: number, 
/**
 * How many replied.
 */
replied: number, 
/**
 * How many will come or send somebody.
 */
coming: number, 
/**
 * How many reports were asked for and are needed.
 */
reportsAsked: number, 
/**
 * How many of them came.
 */
reportsReceived: number, 
/**
 * Rises with each change of time.
 */
sequence: number, 
/**
 * To name when changing.
 */
version: number, };

export type MeetingSaved = { 
/**
 * The meeting.
 */
meeting: MeetingLine, 
/**
 * Whether notice is shorter than R07: a warning.
 */
shortNotice: boolean, 
/**
 * How many people were told of the time before, and must be told again.
 */
toTellAgain: number, };

export type MeetingStatus = "planned" | "in_progress" | "adjourned" | "held" | "cancelled";

export type MeetingToHandOver = { 
/**
 * Which.
 */
id: MeetingId, 
/**
 * Its neutral reference.
 */
reference: string, 
/**
 * The day.
 */
on: string, 
/**
 * The time in England.
 */
at: string, 
/**
 * The children's names, in order.
 */
children: Array<string>, 
/**
 * The reference of the meeting in which who would take it is at that time.
 */
busyWith: string | null, };

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

export type MinutesFile = { 
/**
 * A neutral file name: no name of a child, no type of meeting.
 */
fileName: string, 
/**
 * `application/pdf`.
 */
mediaType: string, 
/**
 * The bytes, in base64.
 */
base64: string, };

export type MinutesId = string;

export type MinutesLine = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Its neutral reference.
 */
reference: string, 
/**
 * The children's names.
 */
children: Array<string>, 
/**
 * When it was held.
 */
heldOn: string, 
/**
 * Where they stand; none when not begun.
 */
status: MinutesStatus | null, 
/**
 * The last day for issuing (R41).
 */
issueBy: string | null, 
/**
 * Days from today; negative when past.
 */
daysLeft: number | null, };

export type MinutesStatus = "draft" | "approved" | "issued" | "superseded";

export type MinutesVersionView = { 
/**
 * Which.
 */
id: MinutesId, 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * Where it stands.
 */
status: MinutesStatus, };

export type MinutesView = { 
/**
 * Which.
 */
id: MinutesId, 
/**
 * Of which meeting.
 */
meetingId: MeetingId, 
/**
 * To name when approving, issuing and correcting.
 */
version: number, 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * Where it stands.
 */
status: MinutesStatus, 
/**
 * The SHA-256 of the frozen record, in hexadecimal.
 */
digest: string, 
/**
 * The record: of a draft as it stands now, of the others as it was frozen.
 */
record: FrozenRecord, 
/**
 * Why a correction was needed.
 */
correctionReason: string | null, 
/**
 * Who approved it.
 */
approvedBy: string | null, 
/**
 * When (RFC 3339, UTC).
 */
approvedAt: string | null, 
/**
 * Who issued it.
 */
issuedBy: string | null, 
/**
 * When (RFC 3339, UTC).
 */
issuedAt: string | null, 
/**
 * When the actions should be out (R40).
 */
actionsDueOn: string | null, 
/**
 * When the minutes should be out (R41).
 */
minutesDueOn: string | null, 
/**
 * Until when corrections are taken (R42), once issued.
 */
correctionsUntil: string | null, 
/**
 * Every version, oldest first.
 */
versions: Array<VersionView>, 
/**
 * Whether the person who asks may approve it: they chaired.
 */
mayApprove: boolean, };

export type Missing = { "kind": "attendance", 
/**
 * Whose row.
 */
invitationId: InvitationId, } | { "kind": "quorum", 
/**
 * The empty seats: any of each list fills one.
 */
seats: Array<Array<SeatRole>>, } | { "kind": "action_review", 
/**
 * Which.
 */
actionId: ActionId, 
/**
 * Of which child.
 */
caseId: CaseId, } | { "kind": "conclusion", 
/**
 * Which child.
 */
caseId: CaseId, 
/**
 * What.
 */
part: ConclusionPart, };

export type MissingEpisodeId = string;

export type MoveEntry = { 
/**
 * Which entry.
 */
entry: VoidableEntry, 
/**
 * Where it belongs.
 */
toCaseId: CaseId, 
/**
 * Why it was in the wrong place.
 */
reason: string, };

export type MoveMeeting = { 
/**
 * Which.
 */
meeting: MeetingId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The new day.
 */
on: string, 
/**
 * The new time.
 */
at: string, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * Why it moves.
 */
reason: string, 
/**
 * Reasons for the children for whom it is later than the rule.
 */
late: Array<ScheduleCase>, 
/**
 * The person saw the warning that nobody works that day.
 */
dayOffConfirmed: boolean, };

export type NameKind = "alias" | "former" | "nickname" | "online";

export type Need = "risk_rated" | "next_date_set";

export type NextProposalView = { 
/**
 * The level.
 */
level: RatingLevel, 
/**
 * The row: "R01"; none when no rule asks for a next meeting.
 */
rule: string | null, 
/**
 * Whether a next date must be set before closing (or the route says close).
 */
required: boolean, 
/**
 * The last day that keeps the rule; none when the chair sets the date, or there is no clock.
 */
dueBy: string | null, 
/**
 * The first day to offer.
 */
opensOn: string | null, 
/**
 * The last day to offer.
 */
closesOn: string | null, 
/**
 * The date to put into the field.
 */
proposedOn: string | null, 
/**
 * Why, in sentences.
 */
why: Array<string>, };

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

export type NrmDecision = "threshold_not_met" | "referral_to_be_made" | "referral_made";

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

export type OpenMeeting = { 
/**
 * Which meeting.
 */
id: MeetingId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Why somebody other than the chair chairs; required when the chair is somebody else.
 */
viceChairReason: string | null, };

export type OtherName = { 
/**
 * What kind.
 */
kind: NameKind, 
/**
 * The name.
 */
name: string, };

export type OverdueActions = { 
/**
 * The agency; none for the family's own actions.
 */
agency: AgencyId | null, 
/**
 * Its name.
 */
agencyName: string | null, 
/**
 * How many.
 */
count: number, 
/**
 * The oldest date.
 */
oldest: string, };

export type OverrideQuorum = { 
/**
 * Which meeting.
 */
id: MeetingId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Why; none takes an override back.
 */
reason: string | null, };

export type Part = "initial_conference" | "first_review" | "later_review" | "after_birth" | "first_meeting" | "later_meeting" | "second_review" | "eram" | "mace" | "mase" | "ccep" | "hsb" | "ma" | "conference";

export type PartKind = "passage" | "rating" | "decision" | "action";

export type PassageHit = { 
/**
 * Which.
 */
id: PassageId, 
/**
 * In which meeting.
 */
meetingId: MeetingId, 
/**
 * Its neutral reference.
 */
meetingReference: string, 
/**
 * The day of the meeting.
 */
heldOn: string, 
/**
 * The child it is about, when only one.
 */
caseId: CaseId | null, 
/**
 * The part of the record that it belongs to.
 */
section: Section, 
/**
 * Up to 120 characters around the words.
 */
snippet: string, };

export type PassageId = string;

export type PassageSaved = { "outcome": "saved", 
/**
 * As saved; none when an empty passage was saved where there was none.
 */
passage: PassageView | null, } | { "outcome": "conflict", 
/**
 * What is saved now.
 */
current: PassageView | null, };

export type PassageView = { 
/**
 * Which.
 */
id: PassageId, 
/**
 * To name when saving again.
 */
version: number, 
/**
 * Its section.
 */
section: Section, 
/**
 * The child it is about, when only one.
 */
caseId: CaseId | null, 
/**
 * Whose information it is.
 */
agencyId: AgencyId | null, 
/**
 * The text.
 */
body: string, 
/**
 * The agency has nothing to report.
 */
nothingToReport: boolean, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * Why it may not go further.
 */
restriction: WithholdReason | null, 
/**
 * The passage that it was copied from.
 */
origin: PassageId | null, 
/**
 * When it was last saved (RFC 3339, UTC).
 */
savedAt: string, 
/**
 * By whom.
 */
savedBy: string, };

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

export type PersonHit = { 
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
 * How they were found.
 */
matched: MatchKind, 
/**
 * The name that was found, when it is not their present one.
 */
otherName: string | null, 
/**
 * The open or last case of which they are the child.
 */
caseId: CaseId | null, 
/**
 * Its reference.
 */
caseReference: string | null, };

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

export type PlanChildView = { 
/**
 * The case.
 */
caseId: CaseId, 
/**
 * Its reference.
 */
caseReference: string, 
/**
 * The child's name.
 */
name: string, 
/**
 * The row of the rules.
 */
rule: string | null, 
/**
 * The row in a few words.
 */
ruleTitle: string | null, 
/**
 * What is owed.
 */
task: Task | null, 
/**
 * Where it stands.
 */
state: State | null, 
/**
 * The last day that keeps the rule.
 */
dueBy: string | null, 
/**
 * Days from today.
 */
daysLeft: number | null, 
/**
 * How that was found.
 */
why: Array<string>, 
/**
 * By how many days the day thought of is early.
 */
earlyDays: number | null, 
/**
 * By how many days it is late: scheduling then needs a reason for this child.
 */
lateDays: number | null, };

export type PlanDayView = { 
/**
 * The day.
 */
on: string, 
/**
 * Whether a meeting can be booked without being asked twice.
 */
bookable: boolean, 
/**
 * How many meetings the chair has that day.
 */
workload: number, 
/**
 * What stands in the way.
 */
clashes: Array<ClashView>, 
/**
 * The last day for invitations that gives the notice of R07; a warning when it is past.
 */
inviteBy: string | null, 
/**
 * Whether that day is past.
 */
shortNotice: boolean, };

export type PlanOptions = { 
/**
 * The cases.
 */
cases: Array<CaseId>, 
/**
 * The day thought of.
 */
on: string | null, 
/**
 * The time thought of: "09:30".
 */
at: string | null, 
/**
 * How long, in minutes; 90 when not said.
 */
minutes: number | null, 
/**
 * The chair; that of the first case when not said.
 */
chair: UserId | null, 
/**
 * The room.
 */
place: string | null, 
/**
 * The meeting being moved, which does not clash with itself.
 */
meeting: MeetingId | null, };

export type PlanView = { 
/**
 * Each child and what is owed.
 */
children: Array<PlanChildView>, 
/**
 * The earliest last day of them all: it decides.
 */
dueBy: string | null, 
/**
 * The last day on or before it on which a meeting can be booked.
 */
bookBy: string | null, 
/**
 * The first day to offer; the soonest bookable day when the rule cannot be kept any more.
 */
opens: string | null, 
/**
 * The last day to offer; none when the rule cannot be kept any more.
 */
closes: string | null, 
/**
 * The day to offer first.
 */
suggested: string | null, 
/**
 * The day thought of, looked at closely.
 */
chosen: PlanDayView | null, 
/**
 * The days to offer, each with its workload and clashes for this chair.
 */
offered: Array<PlanDayView>, 
/**
 * Cases of brothers and sisters that could be heard together, with their due days.
 */
siblings: Array<SiblingView>, 
/**
 * Whom the standing list and the rules would invite.
 */
standing: Array<StandingView>, 
/**
 * Today.
 */
today: string, };

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

export type PrepareRelease = { 
/**
 * The meeting, whose minutes are approved or issued.
 */
meetingId: MeetingId, 
/**
 * The child whose copy it is.
 */
caseId: CaseId, 
/**
 * What kind of recipient.
 */
recipientKind: RecipientKind, 
/**
 * The child, or the relative or carer in the child's case (`family`).
 */
personId: PersonId | null, 
/**
 * The agency that took part (`attending_agency`).
 */
agencyId: AgencyId | null, 
/**
 * The recipient as printed ("Ms Q Fennimore"); the name on record when left out.
 */
recipient: string | null, };

export type PreviewHandOver = { 
/**
 * Whose work.
 */
from: UserId, 
/**
 * To whom.
 */
to: UserId, 
/**
 * The first day of the meetings; without one, everything from today and every open case.
 */
first: string | null, 
/**
 * The last day of the meetings.
 */
last: string | null, };

export type PreviewRelease = { 
/**
 * Which.
 */
id: ReleaseId, };

export type Problem = "required" | "too_long" | "not_a_date" | "not_a_time" | "not_a_number" | "not_a_choice" | "not_a_record" | "in_future" | "in_past" | "too_early" | "too_late" | "taken" | "contradicts" | "not_a_working_day" | "too_weak" | "not_an_email" | "too_large";

export type ProgressAction = { 
/**
 * Which.
 */
id: ActionId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * How it stands.
 */
status: ActionStatus, 
/**
 * What was done or why not: required for in progress, not possible and not done.
 */
note: string | null, };

export type QuorumView = { 
/**
 * Whether enough are there by the marks made so far.
 */
met: boolean, 
/**
 * Every seat that the rule names.
 */
seats: Array<SeatView>, 
/**
 * The row: "R38"; none when the profile has no quorum for this meeting.
 */
rule: string | null, 
/**
 * Why the chair goes on all the same (decisions 20).
 */
overrideReason: string | null, };

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
voided: VoidedView | null, 
/**
 * The reference of the case that it was moved from.
 */
movedFrom: string | null, };

export type ReceiveReport = { 
/**
 * Which request.
 */
report: ReportRequestId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * When it came; today when not said.
 */
receivedOn: string | null, 
/**
 * The file, kept encrypted in the store.
 */
file: ReceivedFile | null, };

export type ReceivedFile = { 
/**
 * Its name, as it came.
 */
name: string, 
/**
 * Its media type.
 */
mediaType: string, 
/**
 * Its bytes, base64; at most 25 MB of them.
 */
content: string, };

export type RecipientKind = "family" | "attending_agency";

export type RecordReply = { 
/**
 * Which invitation.
 */
invitation: InvitationId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * What was answered; `none` takes an earlier reply back.
 */
reply: Reply, 
/**
 * How it came; not for `none`.
 */
route: InvitationRoute | null, 
/**
 * What was said with it, or who answered for them.
 */
note: string | null, 
/**
 * Who comes in their place: needed for `substitute`.
 */
substituteName: string | null, };

export type Relationship = "mother" | "father" | "parent" | "carer" | "sibling" | "grandparent" | "relative" | "partner_of_parent" | "friend" | "peer_at_risk" | "person_of_concern" | "social_worker" | "team_manager" | "other_professional" | "other";

export type ReleaseDocument = { 
/**
 * The name of the file.
 */
fileName: string, 
/**
 * What kind of file.
 */
mediaType: string, 
/**
 * Its bytes in base64.
 */
content: string, 
/**
 * How many parts go in.
 */
included: number, 
/**
 * How many are left out.
 */
withheld: number, 
/**
 * How many words were replaced or taken out.
 */
replaced: number, 
/**
 * What the gate says of it.
 */
gate: GateView, };

export type ReleaseFile = { 
/**
 * The name of the file.
 */
fileName: string, 
/**
 * What kind of file.
 */
mediaType: string, 
/**
 * Its bytes in base64.
 */
content: string, 
/**
 * Their SHA-256, in hexadecimal.
 */
digest: string, };

export type ReleaseId = string;

export type ReleaseLine = { 
/**
 * Which.
 */
id: ReleaseId, 
/**
 * Where it stands.
 */
status: ReleaseStatus, 
/**
 * The meeting.
 */
meetingId: MeetingId, 
/**
 * Its neutral reference ("7F3K").
 */
meetingReference: string, 
/**
 * The day it was held.
 */
meetingOn: string, 
/**
 * The child's case.
 */
caseId: CaseId, 
/**
 * Its reference.
 */
caseReference: string, 
/**
 * What kind of recipient.
 */
recipientKind: RecipientKind, 
/**
 * The recipient as printed.
 */
recipient: string, 
/**
 * The version of the minutes that it is made from.
 */
minutesNumber: number, 
/**
 * Whether those minutes were corrected since.
 */
superseded: boolean, 
/**
 * Who prepared it.
 */
preparedBy: UserId, 
/**
 * Their name.
 */
preparedByName: string, 
/**
 * When.
 */
preparedAt: string, 
/**
 * The second person.
 */
approvedByName: string | null, 
/**
 * When.
 */
approvedAt: string | null, 
/**
 * Who issued it.
 */
issuedByName: string | null, 
/**
 * When.
 */
issuedAt: string | null, 
/**
 * How it travelled.
 */
route: string | null, 
/**
 * The SHA-256 of the document, in hexadecimal.
 */
digest: string | null, 
/**
 * The name of the file: nothing in it tells whom it is about.
 */
fileName: string, 
/**
 * To name when changing.
 */
version: number, };

export type ReleaseList = { 
/**
 * The newest first.
 */
releases: Array<ReleaseLine>, };

export type ReleasePartView = { 
/**
 * What kind of part.
 */
part: PartKind, 
/**
 * Which.
 */
partId: string, 
/**
 * The section, for passages.
 */
section: Section | null, 
/**
 * Whose information or action it is.
 */
agency: string | null, 
/**
 * As it stands in the record.
 */
original: string, 
/**
 * For whom it was recorded.
 */
audience: Audience, 
/**
 * Why it may not go further.
 */
restriction: WithholdReason | null, 
/**
 * Whether it may go in as it stands; when not, it can be withheld or reworded.
 */
mayInclude: boolean, 
/**
 * What happens to it.
 */
choice: Choice, 
/**
 * Why it is withheld or reworded.
 */
reason: WithholdReason | null, 
/**
 * The other words.
 */
wording: string | null, 
/**
 * Whether a person chose, and who.
 */
chosenByName: string | null, 
/**
 * What goes in: the text after protected words were taken out; none when withheld.
 */
preview: string | null, 
/**
 * What happens within the text that goes in (`wording`, else `original`).
 */
spans: Array<SpanView>, };

export type ReleaseStatus = "preparing" | "awaiting_approval" | "returned" | "approved" | "issued" | "void";

export type ReleaseView = { 
/**
 * Its line of the distribution log.
 */
release: ReleaseLine, 
/**
 * The minutes.
 */
minutesId: MinutesId, 
/**
 * The person who gets it.
 */
personId: PersonId | null, 
/**
 * The agency that gets it.
 */
agencyId: AgencyId | null, 
/**
 * Whether the one who asks prepared it, and so cannot approve it.
 */
isAuthor: boolean, 
/**
 * Whether choices may be made: it is being prepared, or was sent back.
 */
isOpen: boolean, 
/**
 * Whether minutes, people or choices changed after it was submitted: it can only become void.
 */
sourceChanged: boolean, 
/**
 * Why it was sent back.
 */
returnedReason: string | null, 
/**
 * The record in reading order, with what happens to each part.
 */
parts: Array<ReleasePartView>, 
/**
 * One card for each different word that goes or may have to go.
 */
words: Array<WordCard>, 
/**
 * How many cards wait for a decision; it cannot be submitted before all are decided.
 */
undecided: number, 
/**
 * What is left out, by reason: what the reader is told.
 */
withheld: Array<WithheldCount>, 
/**
 * What the gate found when it last refused; empty findings when it let the document pass.
 */
gate: GateView | null, };

export type RemindList = { 
/**
 * The soonest meeting first.
 */
meetings: Array<RemindMeeting>, };

export type RemindMeeting = { 
/**
 * The meeting.
 */
meeting: MeetingLine, 
/**
 * Those who were sent an invitation and have not replied.
 */
invitations: Array<InvitationView>, };

export type RemoveCasePerson = { 
/**
 * Which place.
 */
id: CasePersonId, 
/**
 * The last day; today when absent.
 */
until: string | null, };

export type RemoveCover = { 
/**
 * Which.
 */
id: CoverId, };

export type RemoveDecision = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * Which decision.
 */
id: DecisionId, 
/**
 * The version that was read.
 */
version: number, };

export type RemoveInterest = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * Which declaration.
 */
id: InterestId, };

export type RemoveNonWorkingDay = { 
/**
 * Which day.
 */
on: string, };

export type RemoveView = { 
/**
 * Which.
 */
id: SavedViewId, };

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

export type Reply = "none" | "accepted" | "tentative" | "declined" | "substitute";

export type ReportList = { 
/**
 * By agency.
 */
reports: Array<ReportView>, 
/**
 * Agencies that are invited and were not asked yet.
 */
notAsked: Array<AgencyChoice>, 
/**
 * The day offered for new requests: three working days before the meeting.
 */
dueOn: string, };

export type ReportNotNeeded = { 
/**
 * Which request.
 */
report: ReportRequestId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Why.
 */
reason: string, };

export type ReportRequestId = string;

export type ReportState = "waiting" | "late" | "received" | "not_needed";

export type ReportView = { 
/**
 * Which request.
 */
id: ReportRequestId, 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * Its name.
 */
agencyName: string, 
/**
 * Where the request stands.
 */
state: ReportState, 
/**
 * When it was asked.
 */
askedOn: string, 
/**
 * When it should be here.
 */
dueOn: string, 
/**
 * How often it was chased.
 */
chased: number, 
/**
 * When last.
 */
chasedOn: string | null, 
/**
 * When it came.
 */
receivedOn: string | null, 
/**
 * Why it is not needed.
 */
notNeededReason: string | null, 
/**
 * The file, to be taken out with `export_document`.
 */
document: DocumentId | null, 
/**
 * Its size in bytes.
 */
documentSize: number | null, 
/**
 * To name when changing.
 */
version: number, };

export type Resume = { 
/**
 * Which meeting.
 */
id: MeetingId, 
/**
 * The version that was read.
 */
version: number, };

export type ReturnRelease = { 
/**
 * Which.
 */
id: ReleaseId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Why.
 */
reason: string, };

export type ReviewAction = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * Which action.
 */
actionId: ActionId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * How it stands; `open` leaves it as it was.
 */
status: ActionStatus, 
/**
 * What was done or why not: required for in progress, not possible and not done.
 */
note: string | null, 
/**
 * Not before this day on anybody's list.
 */
notBefore: string | null, };

export type ReviewActionView = { 
/**
 * The meeting that set it.
 */
setAt: MeetingId, 
/**
 * Whether this meeting has looked at it.
 */
reviewed: boolean, 
/**
 * What this meeting recorded.
 */
reviewNote: string | null, 
/**
 * Which.
 */
id: ActionId, 
/**
 * To name when changing.
 */
version: number, 
/**
 * The child's case.
 */
caseId: CaseId, 
/**
 * What is to be done.
 */
action: string, 
/**
 * Who does it, when they have a record.
 */
ownerId: PersonId | null, 
/**
 * Their name or post.
 */
ownerName: string, 
/**
 * Their agency; none for the family's own actions.
 */
agencyId: AgencyId | null, 
/**
 * Its name.
 */
agencyName: string | null, 
/**
 * By when.
 */
dueOn: string, 
/**
 * Whether that day has passed and it is still open.
 */
overdue: boolean, 
/**
 * What it should bring about.
 */
outcomeSought: string | null, 
/**
 * Who may read it.
 */
audience: Audience, 
/**
 * How it stands.
 */
status: ActionStatus, 
/**
 * The last word on it.
 */
note: string | null, 
/**
 * Not before this day on anybody's list.
 */
notBefore: string | null, };

export type RiskRatingId = string;

export type Role = "chair" | "meeting_administrator" | "system_administrator" | "lado_officer" | "manager" | "auditor" | "reader";

export type Route = "continue_eram" | "step_down" | "escalate_mace" | "strategy_discussion" | "child_in_need" | "early_help" | "close";

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
 * When episodes call for a meeting, when that is what it says.
 */
episodes: EpisodeRule | null, 
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

export type SaveDecision = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * Which decision; none for a new one.
 */
id: DecisionId | null, 
/**
 * The version that was read; 0 for a new one.
 */
version: number, 
/**
 * The child it is about, when only one.
 */
caseId: CaseId | null, 
/**
 * What was decided.
 */
decision: string, 
/**
 * Why.
 */
rationale: string, 
/**
 * Who disagreed and why.
 */
dissent: string | null, 
/**
 * From which agency: only with a dissent.
 */
dissentAgencyId: AgencyId | null, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * Why it may not go further.
 */
restriction: WithholdReason | null, };

export type SavePassage = { 
/**
 * Which meeting.
 */
meetingId: MeetingId, 
/**
 * The section.
 */
section: Section, 
/**
 * The child it is about; required when the section is by child.
 */
caseId: CaseId | null, 
/**
 * Whose information it is; required when the section is by agency.
 */
agencyId: AgencyId | null, 
/**
 * The version that was read; 0 when there was none.
 */
version: number, 
/**
 * The text; may be empty.
 */
body: string, 
/**
 * The agency has nothing to report: then the text is empty.
 */
nothingToReport: boolean, 
/**
 * For whom.
 */
audience: Audience, 
/**
 * Why it may not go further.
 */
restriction: WithholdReason | null, 
/**
 * The passage that the text was copied from; its restriction comes along.
 */
copiedFrom: PassageId | null, };

export type SaveView = { 
/**
 * The screen.
 */
screen: ListScreen, 
/**
 * What to call it: at most 60 characters.
 */
name: string, 
/**
 * The filter: at most 4,000 characters.
 */
filter: string, };

export type SavedViewId = string;

export type SavedViewList = { 
/**
 * By name.
 */
views: Array<SavedViewView>, };

export type SavedViewView = { 
/**
 * Which.
 */
id: SavedViewId, 
/**
 * What its owner called it.
 */
name: string, 
/**
 * The filter, as the screen wrote it: the store does not read it.
 */
filter: string, };

export type ScheduleCase = { 
/**
 * The case.
 */
caseId: CaseId, 
/**
 * Why the meeting is later than the rule: needed then, and counted as a breach.
 */
lateReason: string | null, };

export type ScheduleMeeting = { 
/**
 * The children, in order.
 */
cases: Array<ScheduleCase>, 
/**
 * The day.
 */
on: string, 
/**
 * The time: "09:30".
 */
at: string, 
/**
 * How long, in minutes: 15 to 480.
 */
minutes: number, 
/**
 * The room.
 */
place: string | null, 
/**
 * The link of an online meeting. A place or a link is needed.
 */
link: string | null, 
/**
 * The chair.
 */
chair: UserId, 
/**
 * Who takes the minutes.
 */
minuteTaker: UserId | null, 
/**
 * The person saw the warning that nobody works that day.
 */
dayOffConfirmed: boolean, };

export type Search = { 
/**
 * As typed, at most 200 characters.
 */
text: string, };

export type SearchResults = { 
/**
 * People.
 */
people: Array<PersonHit>, 
/**
 * Cases.
 */
cases: Array<CaseHit>, 
/**
 * Agencies.
 */
agencies: Array<AgencyHit>, 
/**
 * Passages of minutes.
 */
passages: Array<PassageHit>, };

export type SeatRole = "chair" | "social_care" | "police" | "police_view" | "health" | "education" | "youth_justice" | "lado" | "employer" | "other_agency";

export type SeatView = { 
/**
 * Any of these fills it.
 */
anyOf: Array<SeatRole>, 
/**
 * How many agencies must.
 */
atLeast: number, 
/**
 * Whether it is filled.
 */
filled: boolean, };

export type Section = "welcome" | "last_minutes" | "purpose" | "information" | "push_factors" | "pull_factors" | "missing" | "child_voice" | "family_voice" | "analysis" | "safety_plan" | "other_business";

export type SectionView = { 
/**
 * Which.
 */
section: Section, 
/**
 * One passage for each child; otherwise one for the meeting.
 */
byChild: boolean, 
/**
 * One passage for each agency.
 */
byAgency: boolean, 
/**
 * For whom a new passage is recorded unless somebody chooses.
 */
audience: Audience, };

export type SendInvitations = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Which invitations.
 */
invitations: Array<InvitationId>, 
/**
 * How.
 */
route: InvitationRoute, };

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
 * The one in use: needed to change one's own.
 */
present: string | null, 
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
 * When episodes call for a meeting: for a row that counts them, in place of the figure.
 */
episodes: EpisodeRule | null, 
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

export type SiblingView = { 
/**
 * The case.
 */
caseId: CaseId, 
/**
 * Its reference.
 */
caseReference: string, 
/**
 * The child's name.
 */
name: string, 
/**
 * The last day that keeps the rule.
 */
dueBy: string | null, };

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

export type SittingView = { 
/**
 * When it began (RFC 3339, UTC).
 */
openedAt: string, 
/**
 * When it ended.
 */
closedAt: string | null, 
/**
 * Why it was adjourned.
 */
adjournedReason: string | null, };

export type SnoozeAction = { 
/**
 * Which.
 */
id: ActionId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Not before this day; none brings it back.
 */
notBefore: string | null, };

export type SpanView = { 
/**
 * First character.
 */
start: number, 
/**
 * One past the last.
 */
end: number, 
/**
 * What it is (`contracts/redact.md`: `person`, `postcode` …).
 */
label: string, 
/**
 * What is done (`keep`, `withhold`, `pseudonymise`, `generalise`).
 */
action: string, 
/**
 * What stands in its place.
 */
replacement: string | null, 
/**
 * False: a person decides.
 */
certain: boolean, 
/**
 * The word of its card.
 */
word: string, };

export type StandingList = { 
/**
 * By agency and name.
 */
posts: Array<PostView>, };

export type StandingView = { 
/**
 * As what: "Police", "Mother".
 */
capacity: string, 
/**
 * Their name, when somebody is named.
 */
name: string | null, 
/**
 * The person, when named.
 */
person: PersonId | null, 
/**
 * Their agency.
 */
agencyName: string | null, 
/**
 * Whether the meeting needs them.
 */
required: boolean, };

export type State = "not_due" | "due_soon" | "due" | "overdue" | "no_clock" | "triggered" | "needs_fact";

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

export type SubmitRelease = { 
/**
 * Which.
 */
id: ReleaseId, 
/**
 * The version that was read.
 */
version: number, };

export type Task = "review_meeting" | "first_meeting" | "review_decision" | "next_date" | "quorate_meeting" | "referral" | "assessment" | "return_interview" | "missing_meeting" | "panel" | "initial_conference" | "review_conference";

export type TellCancelled = { 
/**
 * The meeting.
 */
meeting: MeetingId, };

export type ToRemind = { 
/**
 * Only this meeting.
 */
meeting: MeetingId | null, };

export type ToSchedule = { 
/**
 * Only the cases of this chair.
 */
chair: UserId | null, };

export type ToScheduleList = { 
/**
 * Missing facts first, then overdue, then by days left.
 */
rows: Array<ToScheduleRow>, 
/**
 * Today.
 */
today: string, };

export type ToScheduleRow = { 
/**
 * The case.
 */
caseId: CaseId, 
/**
 * Its reference.
 */
caseReference: string, 
/**
 * The child.
 */
childId: PersonId, 
/**
 * Their name.
 */
childName: string, 
/**
 * The level of risk now; none when never rated.
 */
level: RatingLevel | null, 
/**
 * The chair of the case.
 */
chair: UserId | null, 
/**
 * Their name.
 */
chairName: string | null, 
/**
 * The row of the rules: "R01".
 */
rule: string, 
/**
 * The row in a few words.
 */
ruleTitle: string, 
/**
 * What is owed.
 */
task: Task, 
/**
 * Where it stands.
 */
state: State, 
/**
 * The missing fact, when the state is `needs_fact`.
 */
needs: Need | null, 
/**
 * The last day that keeps the rule.
 */
dueBy: string | null, 
/**
 * The last day on or before it on which a meeting can be booked.
 */
bookBy: string | null, 
/**
 * Days from today to `dueBy`; negative when it is past.
 */
daysLeft: number | null, 
/**
 * How that was found, a sentence for each step.
 */
why: Array<string>, 
/**
 * The day to offer: the last working day in time without a clash, else the soonest.
 */
suggested: string | null, 
/**
 * What stands in the way of the last bookable day, so that an earlier one was suggested.
 */
clashes: Array<ClashView>, 
/**
 * A meeting is planned, but later than the rule allows.
 */
booked: BookedView | null, };

export type Today = Record<symbol, never>;

export type TodayView = { 
/**
 * Today.
 */
today: string, 
/**
 * Meetings today that the person chairs or takes minutes for, by time.
 */
myMeetings: Array<MeetingLine>, 
/**
 * Planned meetings of theirs in the fourteen days after today.
 */
nextDays: Array<MeetingLine>, 
/**
 * Reviews that are overdue, due today, due soon or need a fact: of the person's own cases
 * when they chair, else of all.
 */
reviews: Array<ToScheduleRow>, 
/**
 * How many reviews are overdue in the authority.
 */
overdueReviews: number, 
/**
 * Actions past their date, by agency; the most first.
 */
overdueActions: Array<OverdueActions>, 
/**
 * Minutes that the person is writing or has to approve.
 */
drafts: Array<MinutesLine>, 
/**
 * Minutes that are approved and not issued (R41).
 */
toIssue: Array<MinutesLine>, 
/**
 * Meetings in the next fourteen days whose replies or reports are missing.
 */
silentReplies: number, 
/**
 * Reports past their date.
 */
lateReports: number, };

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

export type VersionView = { 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * Where it stands.
 */
status: MinutesStatus, 
/**
 * Why a correction was needed.
 */
correctionReason: string | null, 
/**
 * When it was approved.
 */
approvedAt: string | null, 
/**
 * When it was issued.
 */
issuedAt: string | null, };

export type ViceChairView = { 
/**
 * Who.
 */
userId: UserId, 
/**
 * Their name.
 */
name: string, 
/**
 * Why.
 */
reason: string, };

export type ViewRelease = { 
/**
 * Which.
 */
id: ReleaseId, };

export type ViewRemoved = Record<symbol, never>;

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
state: string, } | { "kind": "same_person" } | { "kind": "not_for_recipient", 
/**
 * For whom it was recorded.
 */
audience: Audience, 
/**
 * Why it may not go further.
 */
restriction: WithholdReason | null, } | { "kind": "words_undecided", 
/**
 * How many.
 */
words: number, } | { "kind": "protected_word" } | { "kind": "gate_refused", 
/**
 * How many.
 */
findings: number, } | { "kind": "source_changed" } | { "kind": "nothing_to_release" } | { "kind": "too_early", 
/**
 * The first day that is allowed.
 */
earliest: string, } | { "kind": "in_future" } | { "kind": "chair_busy", 
/**
 * The neutral reference of the other meeting.
 */
reference: string, 
/**
 * When it begins.
 */
at: string, } | { "kind": "planned_already", 
/**
 * Its neutral reference.
 */
reference: string, 
/**
 * Its day.
 */
on: string, } | { "kind": "same_time" } | { "kind": "separate_messages" } | { "kind": "not_chairing" } | { "kind": "not_ready_to_close", 
/**
 * Everything that is missing, in the order of the agenda.
 */
missing: Array<Missing>, } | { "kind": "quorum_met" } | { "kind": "set_by_meeting" } | { "kind": "minutes_frozen" } | { "kind": "action_closed" } | { "kind": "record_changed" };

export type Voice = "attended" | "given_another_way" | "declined" | "not_invited";

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
reason: string, 
/**
 * The reference of the case that the entry was moved to.
 */
movedTo: string | null, };

export type WithdrawInvitee = { 
/**
 * Which.
 */
invitation: InvitationId, 
/**
 * The version that was read.
 */
version: number, };

export type WithheldCount = { 
/**
 * The reason.
 */
reason: WithholdReason, 
/**
 * How many.
 */
parts: number, };

export type WithholdReason = "third_party" | "serious_harm" | "child_wishes" | "child_abuse_data" | "crime" | "police_sensitive" | "legal_privilege" | "court" | "not_relevant";

export type WordCard = { 
/**
 * The word as it is decided on.
 */
word: string, 
/**
 * What it seems to be.
 */
label: string, 
/**
 * What stands in its place.
 */
replacement: string | null, 
/**
 * Whether it is certain: such a word goes, whatever anybody decides.
 */
certain: boolean, 
/**
 * What was decided.
 */
decision: WordChoice | null, 
/**
 * How often it stands in the parts that go in.
 */
mentions: number, 
/**
 * Some of the places.
 */
contexts: Array<WordContext>, };

export type WordChoice = "withhold" | "keep";

export type WordContext = { 
/**
 * What kind of part.
 */
part: PartKind, 
/**
 * Which.
 */
partId: string, 
/**
 * What stands before.
 */
before: string, 
/**
 * The word as written there.
 */
word: string, 
/**
 * What stands after.
 */
after: string, };

export type WordDecision = { 
/**
 * The word as the card has it.
 */
word: string, 
/**
 * What happens to it.
 */
choice: WordChoice, };

/** Every command: what it takes and what it answers. */
export type Commands = {
  store_status: [StoreStatusRequest, StoreStatus];
  create_demo: [CreateDemo, DemoCreated];
  create_store: [CreateStore, StoreCreated];
  sign_in: [SignIn, SessionView];
  sign_in_with_recovery_key: [SignInWithRecoveryKey, SessionView];
  lock: [Lock, Locked];
  list_users: [ListUsers, UserList];
  add_user: [AddUser, UserView];
  change_user: [ChangeUser, UserView];
  set_passphrase: [SetPassphrase, PassphraseSet];
  today: [Today, TodayView];
  agenda: [Agenda, AgendaView];
  to_schedule: [ToSchedule, ToScheduleList];
  plan_options: [PlanOptions, PlanView];
  schedule_meeting: [ScheduleMeeting, MeetingSaved];
  move_meeting: [MoveMeeting, MeetingSaved];
  change_place: [ChangePlace, MeetingSaved];
  cancel_meeting: [CancelMeeting, MeetingSaved];
  list_invitations: [ListInvitations, InvitationList];
  add_invitee: [AddInvitee, InvitationList];
  withdraw_invitee: [WithdrawInvitee, InvitationList];
  send_invitations: [SendInvitations, InvitationsSent];
  tell_cancelled: [TellCancelled, CancellationView];
  record_reply: [RecordReply, InvitationList];
  to_remind: [ToRemind, RemindList];
  list_reports: [ListReports, ReportList];
  ask_reports: [AskReports, ReportList];
  chase_report: [ChaseReport, ReportList];
  receive_report: [ReceiveReport, ReportList];
  report_not_needed: [ReportNotNeeded, ReportList];
  export_document: [ExportDocument, FileView];
  prepare_release: [PrepareRelease, ReleaseView];
  view_release: [ViewRelease, ReleaseView];
  choose_part: [ChoosePart, ReleaseView];
  decide_words: [DecideWords, ReleaseView];
  preview_release: [PreviewRelease, ReleaseDocument];
  submit_release: [SubmitRelease, ReleaseView];
  return_release: [ReturnRelease, ReleaseView];
  approve_release: [ApproveRelease, ReleaseView];
  issue_release: [IssueRelease, ReleaseView];
  export_release: [ExportRelease, ReleaseFile];
  list_releases: [ListReleases, ReleaseList];
  list_reissues: [ListReissues, ReleaseList];
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
  move_entry: [MoveEntry, EntryMoved];
  list_rules: [ListRules, RuleList];
  set_rule_version: [SetRuleVersion, RuleRow];
  list_non_working_days: [ListNonWorkingDays, NonWorkingDayList];
  add_non_working_days: [AddNonWorkingDays, NonWorkingDayList];
  remove_non_working_day: [RemoveNonWorkingDay, NonWorkingDayList];
  list_covers: [ListCovers, CoverList];
  add_cover: [AddCover, CoverList];
  remove_cover: [RemoveCover, CoverList];
  preview_hand_over: [PreviewHandOver, HandOverPreview];
  hand_over: [HandOver, HandedOver];
  list_saved_views: [ListSavedViews, SavedViewList];
  save_view: [SaveView, SavedViewView];
  remove_view: [RemoveView, ViewRemoved];
  live_meeting: [LiveMeeting, LiveMeetingView];
  open_meeting: [OpenMeeting, LiveMeetingView];
  mark_attendance: [MarkAttendance, LiveMeetingView];
  mark_all_present: [MarkAllPresent, LiveMeetingView];
  declare_interest: [DeclareInterest, LiveMeetingView];
  remove_interest: [RemoveInterest, LiveMeetingView];
  save_passage: [SavePassage, PassageSaved];
  review_action: [ReviewAction, LiveMeetingView];
  save_decision: [SaveDecision, LiveMeetingView];
  remove_decision: [RemoveDecision, LiveMeetingView];
  add_action: [AddAction, LiveMeetingView];
  change_action: [ChangeAction, LiveMeetingView];
  conclude_child: [ConcludeChild, LiveMeetingView];
  override_quorum: [OverrideQuorum, LiveMeetingView];
  adjourn: [Adjourn, LiveMeetingView];
  resume: [Resume, LiveMeetingView];
  close_meeting: [CloseMeeting, LiveMeetingView];
  close_inquorate: [CloseInquorate, LiveMeetingView];
  list_actions: [ListActions, ActionPage];
  get_action: [GetAction, ActionHistoryView];
  progress_action: [ProgressAction, ActionView];
  snooze_action: [SnoozeAction, ActionView];
  get_minutes: [GetMinutes, MinutesView];
  approve_minutes: [ApproveMinutes, MinutesView];
  issue_minutes: [IssueMinutes, MinutesView];
  begin_correction: [BeginCorrection, MinutesView];
  export_minutes: [ExportMinutes, MinutesFile];
  search: [Search, SearchResults];
};
