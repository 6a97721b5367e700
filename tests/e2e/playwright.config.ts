import { defineConfig } from '@playwright/test'
import { chromium } from './tools/chromium.mjs'

/**
 * Journeys of people through the real screens, against the real back end on loopback.
 *
 * One at a time: each starts its own server with its own encrypted file, and two cores are all
 * that the gate may count on.
 */
export default defineConfig({
  testMatch: '*.spec.ts',
  outputDir: '../../target/e2e',
  snapshotPathTemplate: '{testDir}/snapshots/{testFileName}/{arg}{ext}',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list', { printSteps: false }]],
  use: {
    browserName: 'chromium',
    launchOptions: chromium(),
    viewport: { width: 1366, height: 768 },
    actionTimeout: 15_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
