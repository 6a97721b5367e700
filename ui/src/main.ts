import { mount } from 'svelte'
import App from './App.svelte'
import { host } from './lib/platform'
import { preferences } from './lib/state/preferences.svelte'
import './styles/app.scss'

// Before anything is drawn: takes the server's token out of the address, and sets the colours.
host()
preferences.load()

const target = document.getElementById('app')
if (target) mount(App, { target })
