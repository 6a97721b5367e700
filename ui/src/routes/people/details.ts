/** What is known about a person, as a form holds it and as it is sent. */

import type { AddressKind, IdentifierKind, NameKind, PersonDetails, PersonView } from '$lib/api/generated'
import { orNull } from '$lib/forms'
import { longDate } from '$lib/format'
import { t } from '$lib/i18n'

export interface PersonValues extends Record<string, unknown> {
  name: string
  dateOfBirth: string
  professional: boolean
  gender: string
  pronouns: string
  email: string
  phone: string
  safe: boolean
  safeAddressReason: string
  names: { kind: NameKind; name: string }[]
  addresses: { kind: AddressKind; address: string; from: string; until: string }[]
  identifiers: { kind: IdentifierKind; identifier: string }[]
  notes: string
}

export function emptyPerson(): PersonValues {
  return {
    name: '', dateOfBirth: '', professional: false, gender: '', pronouns: '', email: '', phone: '', safe: false,
    safeAddressReason: '', names: [], addresses: [], identifiers: [], notes: '',
  }
}

/** The record as the form begins. */
export function valuesOf(details: PersonDetails): PersonValues {
  const text = (value: string | null) => value ?? ''
  return {
    name: details.name,
    dateOfBirth: text(details.dateOfBirth),
    professional: details.professional,
    gender: text(details.gender),
    pronouns: text(details.pronouns),
    email: text(details.email),
    phone: text(details.phone),
    safe: details.safeAddressReason !== null,
    safeAddressReason: text(details.safeAddressReason),
    names: details.names.map((name) => ({ ...name })),
    addresses: details.addresses.map(({ kind, address, from, until }) => ({ kind, address, from: text(from), until: text(until) })),
    identifiers: details.identifiers.map((identifier) => ({ ...identifier })),
    notes: text(details.notes),
  }
}

/** The form as it is sent. */
export function detailsOf(values: PersonValues): PersonDetails {
  return {
    name: values.name,
    dateOfBirth: orNull(values.dateOfBirth),
    professional: values.professional,
    gender: orNull(values.gender),
    pronouns: orNull(values.pronouns),
    email: orNull(values.email),
    phone: orNull(values.phone),
    safeAddressReason: values.safe ? values.safeAddressReason : null,
    names: values.names.map(({ kind, name }) => ({ kind, name })),
    addresses: values.addresses.map(({ kind, address, from, until }) => ({ kind, address, from: orNull(from), until: orNull(until) })),
    identifiers: values.identifiers.map(({ kind, identifier }) => ({ kind, identifier })),
    notes: orNull(values.notes),
  }
}

/** What each field is called in a sentence. */
export function personWords(): Readonly<Record<keyof PersonValues & string, string>> {
  return {
    name: t('people.fullNameWords'), dateOfBirth: t('people.dateOfBirthWords'), professional: t('people.professionalWords'),
    gender: t('people.genderWords'), pronouns: t('people.pronounsWords'), email: t('people.emailWords'), phone: t('people.phoneWords'),
    safe: t('people.safeReasonWords'), safeAddressReason: t('people.safeReasonWords'), names: t('people.namesWords'),
    addresses: t('people.addressesWords'), identifiers: t('people.identifiersWords'), notes: t('people.notesWords'),
  }
}

/** A safe address without its reason would be recorded as no safe address at all. */
export function checkPerson({ safe, safeAddressReason }: PersonValues): Partial<Record<keyof PersonValues & string, string>> {
  return safe && safeAddressReason.trim() === '' ? { safeAddressReason: t('people.safeReasonMissing') } : {}
}

/** "1 May 2024 to 3 June 2025", "since 1 May 2024", "until 3 June 2025", or nothing. */
export function spanWords(from: string | null, until: string | null): string {
  if (from !== null && until !== null) return t('people.fromUntil', { from: longDate(from), until: longDate(until) })
  if (from !== null) return t('people.sinceDate', { date: longDate(from) })
  return until === null ? '' : t('people.untilDate', { date: longDate(until) })
}

/** The facts of which a person has one, and which two records give differently: to look at before merging. */
export function differences(keep: PersonDetails, other: PersonDetails): readonly string[] {
  const facts = [
    [t('people.fullName'), keep.name, other.name],
    [t('people.born'), keep.dateOfBirth, other.dateOfBirth],
    [t('people.gender'), keep.gender, other.gender],
    [t('people.email'), keep.email, other.email],
    [t('people.phone'), keep.phone, other.phone],
  ] as const
  return facts
    .filter(([, mine, theirs]) => mine !== null && theirs !== null && mine.trim().toLocaleLowerCase() !== theirs.trim().toLocaleLowerCase())
    .map(([fact]) => fact)
}

/** How much two records hold, and how much the one that stays will hold at most. */
export function holdings(keep: PersonView, other: PersonView) {
  const rows = [
    { what: t('people.nNames'), mine: keep.details.names.length + 1, theirs: other.details.names.length + 1 },
    { what: t('people.nAddresses'), mine: keep.details.addresses.length, theirs: other.details.addresses.length },
    { what: t('people.nIdentifiers'), mine: keep.details.identifiers.length, theirs: other.details.identifiers.length },
    { what: t('people.nPosts'), mine: keep.posts.length, theirs: other.posts.length },
    { what: t('people.nCases'), mine: keep.cases.length, theirs: other.cases.length },
  ]
  return rows
}
