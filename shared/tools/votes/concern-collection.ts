import { defineCollection } from '../../doc/collection'
import { Concern } from './concern-schema'

/** Concerns about wordings; in `record`, written by the server only. */
export const concerns = defineCollection('concerns', Concern)
