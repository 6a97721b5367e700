import { mount } from 'svelte'
import App from './App.svelte'
import { host } from './lib/platform'
import { findRecords } from './routes/search/results'
import { usePaletteFinder } from './lib/state/palette'
import { preferences } from './lib/state/preferences.svelte'
import './styles/app.scss'

// Before anything is drawn: takes the server's token out of the address, and sets the colours.
host()
preferences.load()
usePaletteFinder(findRecords)

const target = document.getElementById('app')
if (target) mount(App, { target })
