import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'

/** The policy the window and the server send; the preview sends it too, so that a breach is seen early. */
const contentSecurityPolicy =
  "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  base: './',
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  css: {
    // govuk-frontend 6 carries an old Internet Explorer rule that is not valid CSS.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['node_modules'] } },
  },
  build: {
    target: ['chrome120', 'safari17'],
    // `default-src 'self'` refuses data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  // The help screen shows the guides, which lie outside this folder.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../docs/user-guide'] } },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test-setup.ts'],
    env: { TZ: 'UTC' },
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
