/** Locks when nobody has touched the keyboard or pointer for a while. */

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Ten minutes: long enough to listen in a meeting's pause, short enough for an open office. */
export const idleLockMs = 10 * 60_000

/** Calls `lock` once nobody has done anything for `afterMs`. Returns how to stop watching. */
export function watchIdle(lock: () => void, afterMs: number = idleLockMs): () => void {
  let timer = setTimeout(lock, afterMs)
  const seen = () => {
    clearTimeout(timer)
    timer = setTimeout(lock, afterMs)
  }
  for (const sign of signs) window.addEventListener(sign, seen, { passive: true })
  return () => {
    clearTimeout(timer)
    for (const sign of signs) window.removeEventListener(sign, seen)
  }
}
