import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

/** Who may import what: the fences of the architecture. */
const fences = {
  tauri: { group: ['@tauri-apps/*'], message: 'Only src/lib/platform/tauri.ts speaks to Tauri.' },
  platform: {
    group: ['**/platform/tauri', '**/platform/http'],
    message: 'Use host() from lib/platform; call the backend through lib/api/call.',
  },
}

export default ts.config(
  { ignores: ['dist/', 'dist-gallery/', 'src/lib/api/generated/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-imports': ['error', { patterns: [fences.tauri, fences.platform] }],
      'svelte/no-at-html-tags': 'error',
      // Addresses are hash routes; there is no SvelteKit resolver here.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    files: ['src/lib/platform/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [] }] },
  },
  {
    files: ['tools/**'],
    rules: { 'no-console': 'off' },
  },
)
