/**
 * Words for the closed vocabularies of cases, people, agencies and rules; those of meetings, records,
 * actions and copies are in `meeting-terms.ts`, and no vocabulary is in both. Keyed by the generated
 * unions: a new value without words does not pass `npm run check`.
 */

import type {
  Comparator,
  AddressKind, AgencyKind, CaseFilter, CaseOrder, ChronologyKind, DayOff, Exploitation, IdentifierKind, Likeness, MatchKind,
  NameKind, Part, RatingChange, RatingLevel, Relationship, Status, Unit,
} from '../../api/generated'

type Words<V extends string> = Readonly<Record<V, string>>

export const ratingLevels = {
  high: 'High', medium: 'Medium', low: 'Low', none: 'No current indicators',
} as const satisfies Words<RatingLevel>

export const ratingChanges = {
  first: 'First rating', raised: 'Raised', lowered: 'Lowered', confirmed: 'Same as before',
} as const satisfies Words<RatingChange>

export const exploitation = {
  sexual: 'Sexual',
  criminal: 'Criminal',
  financial: 'Financial',
  county_lines: 'County lines',
  modern_slavery: 'Modern slavery',
  online: 'Online',
} as const satisfies Words<Exploitation>

export const relationships = {
  mother: 'Mother',
  father: 'Father',
  parent: 'Parent',
  carer: 'Carer',
  sibling: 'Brother or sister',
  grandparent: 'Grandparent',
  relative: 'Other relative',
  partner_of_parent: 'Parent’s partner',
  friend: 'Friend',
  peer_at_risk: 'Another child at risk',
  person_of_concern: 'Person who may pose a risk',
  social_worker: 'Social worker',
  team_manager: 'Team manager',
  other_professional: 'Other professional',
  other: 'Other',
} as const satisfies Words<Relationship>

export const chronologyKinds = {
  opened: 'Case opened',
  rated: 'Risk rated',
  incident: 'Significant incident',
  went_missing: 'Went missing',
  returned: 'Returned',
  meeting_held: 'Meeting held',
  closed: 'Case closed',
  reopened: 'Case opened again',
} as const satisfies Words<ChronologyKind>

export const caseFilters = {
  open: 'Open', closed: 'Closed', all: 'Open and closed',
} as const satisfies Words<CaseFilter>

export const caseOrders = {
  reference: 'Reference',
  level: 'Highest risk first',
  next_meeting: 'Next meeting first',
  last_meeting: 'Longest without a meeting',
  due: 'Soonest due first',
} as const satisfies Words<CaseOrder>

export const nameKinds = {
  alias: 'Also known as', former: 'Former name', nickname: 'Nickname', online: 'Name used online',
} as const satisfies Words<NameKind>

export const addressKinds = {
  home: 'Home', placement: 'Placement', school: 'School', work: 'Work', other: 'Other',
} as const satisfies Words<AddressKind>

export const identifierKinds = {
  nhs: 'NHS number',
  upn: 'Unique pupil number',
  case_system: 'Council case number',
  police: 'Police reference',
  ni: 'National Insurance number',
  other: 'Other number',
} as const satisfies Words<IdentifierKind>

export const likenesses = {
  same_name: 'Same name or alias',
  same_birth_similar_name: 'Same date of birth, similar name',
} as const satisfies Words<Likeness>

export const matches = {
  identifier: 'by a number',
  date_of_birth: 'by date of birth',
  exact: 'by name',
  prefix: 'by the start of a name',
  similar: 'by a name that sounds or looks alike',
} as const satisfies Words<MatchKind>

export const agencyKinds = {
  social_care: 'Children’s social care',
  police: 'Police',
  health: 'Health',
  education: 'Education',
  youth_justice: 'Youth justice',
  substance_misuse: 'Substance misuse',
  mental_health: 'Mental health',
  placement: 'Placement provider',
  voluntary: 'Voluntary sector',
  probation: 'Probation',
  housing: 'Housing',
  community_safety: 'Community safety',
  early_help: 'Early help',
  other: 'Other',
} as const satisfies Words<AgencyKind>

export const ruleStatuses = {
  seed: 'Authority’s own papers',
  statutory: 'Statutory',
  guidance: 'Guidance',
  local: 'Local choice',
  proposed: 'Proposed, no source',
} as const satisfies Words<Status>

export const ruleParts = {
  initial_conference: 'Initial conference',
  first_review: 'First review',
  later_review: 'Later reviews',
  after_birth: 'After birth',
  first_meeting: 'First meeting',
  later_meeting: 'Later meetings',
  second_review: 'Second review',
  eram: 'ERAM',
  mace: 'MACE',
  mase: 'MASE',
  ccep: 'CCEP',
  hsb: 'HSB panel',
  ma: 'Managing Allegations',
  conference: 'Conferences',
} as const satisfies Words<Part>

export const comparators = {
  more_than: 'More than',
  at_least: 'At least',
} as const satisfies Words<Comparator>

export const units = {
  hours: 'hours', days: 'days', weeks: 'weeks', months: 'months', years: 'years', working_days: 'working days',
} as const satisfies Words<Unit>

export const daysOff = {
  proclaimed: 'Bank holiday that was proclaimed', closure: 'The authority is closed',
} as const satisfies Words<DayOff>
