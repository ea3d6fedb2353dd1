import { defineCollection } from '../doc/collection'
import { AgendaStep, Lock, Participant, Workshop } from './schema'

/** All of these live in `record`: only the server writes them. */
export const workshops = defineCollection('workshop', Workshop)
export const agenda = defineCollection('agenda', AgendaStep)
export const participants = defineCollection('participants', Participant)
export const locks = defineCollection('locks', Lock)
