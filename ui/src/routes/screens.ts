/**
 * Every screen: one line each. To add one, put its folder beside this file and its line below.
 *
 * `nav` puts it in the main navigation, `roles` says for whom it is (nobody named: everybody);
 * the back end decides again on every call, so this only keeps useless links off the screen.
 */

import type { AsyncSvelteComponent } from 'svelte-spa-router/wrap'
import type { Role } from '$lib/api/generated'
import type { PlainWordKey } from '$lib/i18n'

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
