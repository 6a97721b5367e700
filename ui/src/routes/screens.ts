/**
 * Every screen: one line each. To add one, put its folder beside this file and its line below.
 *
 * `nav` puts it in the main navigation, `roles` says for whom it is (nobody named: everybody);
 * the back end decides again on every call, so this only keeps useless links off the screen.
 */

import type { AsyncSvelteComponent } from 'svelte-spa-router/wrap'
import type { Role } from '$lib/api/generated'
import type { PlainWordKey } from '$lib/i18n'
import { rights } from '$lib/state/rights'

/** The places of the main navigation, in their order. */
export const places = ['today', 'schedule', 'cases', 'actions', 'people', 'search', 'settings', 'users'] as const
export type Place = (typeof places)[number]

/** What a route gets from its address: `/cases/:id` gives `params.id`. */
export interface RouteProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

export interface Screen {
  /** The address after `#`. */
  readonly path: string
  /** What the palette calls it; without it, the palette does not offer it. */
  readonly title?: PlainWordKey
  /** Its place in the main navigation, or the place it belongs under when it has none. */
  readonly nav?: Place
  readonly under?: Place
  readonly roles?: readonly Role[]
  /** The screen, loaded when it is first wanted. A screen may take `RouteProps`. */
  readonly load: AsyncSvelteComponent
}

const working: readonly Screen[] = [
  { path: '/', title: 'shell.navToday', nav: 'today', load: () => import('./today/Today.svelte') },
  { path: '/cases', title: 'shell.navCases', nav: 'cases', roles: rights.readCases, load: () => import('./cases/Cases.svelte') },
  { path: '/cases/new', title: 'cases.open', under: 'cases', roles: rights.changeCases, load: () => import('./cases/OpenCase.svelte') },
  { path: '/cases/new/:child', under: 'cases', roles: rights.changeCases, load: () => import('./cases/OpenCase.svelte') },
  { path: '/cases/:id', under: 'cases', roles: rights.readCases, load: () => import('./cases/Case.svelte') },
  { path: '/cases/:id/:part', under: 'cases', roles: rights.readCases, load: () => import('./cases/Case.svelte') },
  { path: '/people', title: 'shell.navPeople', nav: 'people', roles: rights.readCases, load: () => import('./people/People.svelte') },
  { path: '/people/new', title: 'people.add', under: 'people', roles: rights.changePeople, load: () => import('./people/NewPerson.svelte') },
  { path: '/people/new/:for', under: 'people', roles: rights.changePeople, load: () => import('./people/NewPerson.svelte') },
  { path: '/people/:id', under: 'people', roles: rights.readCases, load: () => import('./people/Person.svelte') },
  { path: '/people/:id/merge', under: 'people', roles: rights.changePeople, load: () => import('./people/MergePerson.svelte') },
  { path: '/agencies/:id', under: 'people', roles: rights.readCases, load: () => import('./people/Agency.svelte') },
  { path: '/search', title: 'shell.navSearch', nav: 'search', roles: rights.readCases, load: () => import('./search/Search.svelte') },
  { path: '/search/:text', under: 'search', roles: rights.readCases, load: () => import('./search/Search.svelte') },
  { path: '/settings', title: 'shell.navSettings', nav: 'settings', load: () => import('./settings/Settings.svelte') },
  { path: '/settings/rules', title: 'settings.rules', under: 'settings', load: () => import('./settings/Rules.svelte') },
  { path: '/settings/days', title: 'settings.days', under: 'settings', load: () => import('./settings/NonWorkingDays.svelte') },
  { path: '/settings/cover', title: 'settings.cover', under: 'settings', roles: rights.handOver, load: () => import('./settings/Cover.svelte') },
  { path: '/settings/backup', title: 'settings.backup', under: 'settings', roles: rights.backUp, load: () => import('./settings/BackUp.svelte') },
  { path: '/settings/passphrase', title: 'settings.own', under: 'settings', load: () => import('./settings/OwnPassphrase.svelte') },
  { path: '/users', title: 'shell.navUsers', nav: 'users', roles: rights.manageUsers, load: () => import('./users/Users.svelte') },
  { path: '/schedule', title: 'shell.navSchedule', nav: 'schedule', roles: rights.readCases, load: () => import('./schedule/Schedule.svelte') },
  { path: '/schedule/plan/:cases', under: 'schedule', roles: rights.readCases, load: () => import('./schedule/Plan.svelte') },
  { path: '/schedule/plan/:cases/:on', under: 'schedule', roles: rights.readCases, load: () => import('./schedule/Plan.svelte') },
  { path: '/meetings/:id', under: 'schedule', roles: rights.readCases, load: () => import('./meetings/Meeting.svelte') },
  { path: '/meetings/:id/invitations', under: 'schedule', roles: rights.readCases, load: () => import('./meetings/Invitations.svelte') },
  { path: '/meetings/:id/live', under: 'schedule', roles: rights.readCases, load: () => import('./live/Live.svelte') },
  { path: '/meetings/:id/minutes', under: 'schedule', roles: rights.readCases, load: () => import('./minutes/Minutes.svelte') },
  { path: '/meetings/:id/copies', under: 'schedule', roles: rights.readCases, load: () => import('./releases/Copies.svelte') },
  { path: '/copies/:id', under: 'schedule', roles: rights.readCases, load: () => import('./releases/Desk.svelte') },
  { path: '/actions', title: 'shell.navActions', nav: 'actions', roles: rights.readCases, load: () => import('./actions/Actions.svelte') },
  { path: '/actions/:which', under: 'actions', roles: rights.readCases, load: () => import('./actions/Actions.svelte') },
  { path: '/actions/:which/:agency', under: 'actions', roles: rights.readCases, load: () => import('./actions/Actions.svelte') },
  { path: '/help', title: 'help.title', load: () => import('./help/Help.svelte') },
  { path: '/help/:page', load: () => import('./help/Help.svelte') },
  { path: '/help/:page/:at', load: () => import('./help/Help.svelte') },
  { path: '/display', title: 'shell.display', load: () => import('./display/Display.svelte') },
]

/** Only in development and in the check of the components. */
const gallery: readonly Screen[] =
  import.meta.env.DEV || import.meta.env.MODE === 'gallery'
    ? [
        { path: '/gallery', title: 'gallery.title', load: () => import('./gallery/Gallery.svelte') },
        { path: '/gallery/list', load: () => import('./gallery/GalleryList.svelte') },
      ]
    : []

export const screens: readonly Screen[] = [...working, ...gallery]
