import { defineCollection } from '../../doc/collection'
import { Round } from './schema'

/** Rounds of deciding; in `record`, written by the server only. */
export const rounds = defineCollection('rounds', Round, { maps: ['answers'] })
