import { askAhead } from './api/ahead'

askAhead(window.location)
// A file of its own, so that the requests leave before all of it is here.
void import('./start').then(({ start }) => start())
