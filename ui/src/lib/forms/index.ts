/** State of forms and of text that saves itself. */
export { Autosave, createAutosave, type AutosaveOptions, type AutosaveState, type SavedText } from './autosave.svelte'
export { choicesOf, keysOf } from './choices'
export { orNull, within } from './answers'
export { createForm, Form, type FormFault, type FormOptions } from './form.svelte'
