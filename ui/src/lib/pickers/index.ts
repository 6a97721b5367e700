/** Fields that find records: a person, a case, somebody who signs in. */
export { default as CasePicker } from './CasePicker.svelte'
export { default as PersonPicker } from './PersonPicker.svelte'
export { default as UserSelect } from './UserSelect.svelte'
export { chairRoles, minuteTakerRoles } from './roles'
