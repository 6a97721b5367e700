/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  compilerOptions: { runes: true },
  onwarn(warning, report) {
    if (warning.code.startsWith('a11y')) throw new Error(`${warning.filename}: ${warning.message}`)
    report?.(warning)
  },
  vitePlugin: {
    // A library may hold components written before runes.
    dynamicCompileOptions({ filename }) {
      return filename.includes('node_modules') ? { runes: undefined } : undefined
    },
  },
}
