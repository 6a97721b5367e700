/** The browser of this machine, told to speak to nobody. */

/** @returns {{ executablePath: string, args: string[] }} */
export function chromium() {
  const asRoot = process.getuid?.() === 0
  return {
    executablePath: process.env['CONVENOR_BROWSER'] ?? '/usr/bin/chromium',
    args: [
      // Chromium refuses to build its sandbox for root, which is what a bare container has.
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}
