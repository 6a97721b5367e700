/**
 * Words for the closed vocabularies of meetings, records, actions and releases; the others are in
 * `terms.ts`. Keyed by the generated unions: a new value without words does not pass `npm run check`.
 */

import type {
  ActionStatus, Audience, InvitationKind, InvitationRoute, Mark, MeetingStatus, MinutesStatus, NrmDecision, RecipientKind,
  ReleaseStatus, Reply, Route, SeatRole, Section, Voice, WithholdReason,
} from '../../api/generated'

type Words<V extends string> = Readonly<Record<V, string>>

/** Attendance (R37). */
export const marks = {
  present: 'Present',
  apologies: 'Apologies',
  absent: 'Absent',
  substitute: 'Sent a deputy',
  in_attendance: 'In attendance',
} as const satisfies Words<Mark>

export const meetingStatuses = {
  planned: 'Planned', in_progress: 'Being held', adjourned: 'Adjourned', held: 'Held', cancelled: 'Cancelled',
} as const satisfies Words<MeetingStatus>

export const sections = {
  welcome: 'Welcome and confidentiality',
  last_minutes: 'Accuracy of the last minutes',
  purpose: 'Purpose and threshold',
  information: 'Information by agency',
  push_factors: 'Push factors',
  pull_factors: 'Pull factors',
  missing: 'Missing episodes',
  child_voice: 'The child’s words',
  family_voice: 'The family’s views',
  analysis: 'Analysis',
  safety_plan: 'Safety plan',
  other_business: 'Anything else',
} as const satisfies Words<Section>

export const audiences = {
  everyone: 'Everyone, the family too', agencies: 'Agencies only', closed: 'Closed part',
} as const satisfies Words<Audience>

export const withholdReasons = {
  third_party: 'Identifies somebody else',
  serious_harm: 'Would be likely to cause serious harm',
  child_wishes: 'Against what the child expected or wished',
  child_abuse_data: 'Child abuse data',
  crime: 'Would prejudice preventing or detecting crime',
  police_sensitive: 'The police have not agreed',
  legal_privilege: 'Legal advice',
  court: 'Restricted by court proceedings',
  not_relevant: 'Outside what this reader needs to know',
} as const satisfies Words<WithholdReason>

export const voices = {
  attended: 'The child was here',
  given_another_way: 'Given another way',
  declined: 'The child did not want to',
  not_invited: 'The child was not asked',
} as const satisfies Words<Voice>

export const nrmDecisions = {
  threshold_not_met: 'Considered; the threshold is not met',
  referral_to_be_made: 'A referral is to be made',
  referral_made: 'A referral was made',
} as const satisfies Words<NrmDecision>

export const routes = {
  continue_eram: 'Another ERAM',
  step_down: 'Step down',
  escalate_mace: 'Escalate to MACE',
  strategy_discussion: 'Strategy discussion (section 47)',
  child_in_need: 'Child in need plan',
  early_help: 'Early Help',
  close: 'Close',
} as const satisfies Words<Route>

export const actionStatuses = {
  open: 'Not started',
  in_progress: 'In progress',
  done: 'Done',
  not_possible: 'Could not be done',
  not_done: 'Was not done',
} as const satisfies Words<ActionStatus>

export const seatRoles = {
  chair: 'chair',
  social_care: 'children’s social care',
  police: 'police',
  police_view: 'the police’s view in writing',
  health: 'health',
  education: 'education',
  youth_justice: 'youth justice',
  lado: 'LADO',
  employer: 'employer',
  other_agency: 'another agency',
} as const satisfies Words<SeatRole>

export const invitationKinds = {
  agency: 'Agency', child: 'Child', family: 'Family', observer: 'In attendance',
} as const satisfies Words<InvitationKind>

export const invitationRoutes = {
  outlook: 'Outlook',
  calendar_file: 'Calendar file',
  email: 'E-mail',
  letter: 'Letter',
  telephone: 'Telephone',
  in_person: 'In person',
} as const satisfies Words<InvitationRoute>

export const replies = {
  none: 'No reply yet', accepted: 'Yes', tentative: 'Perhaps', declined: 'No', substitute: 'Sending a deputy',
} as const satisfies Words<Reply>

export const minutesStatuses = {
  draft: 'Draft', approved: 'Approved', issued: 'Issued', superseded: 'Replaced',
} as const satisfies Words<MinutesStatus>

export const recipientKinds = {
  family: 'Family', attending_agency: 'Agency that took part',
} as const satisfies Words<RecipientKind>

export const releaseStatuses = {
  preparing: 'Being prepared',
  awaiting_approval: 'Waiting for the second person',
  returned: 'Sent back',
  approved: 'Approved, not sent',
  issued: 'Issued',
  void: 'Void',
} as const satisfies Words<ReleaseStatus>
