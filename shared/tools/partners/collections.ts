import { defineCollection } from '../../doc/collection'
import { Partner } from './schema'

/** The roster, removed partners included; selectors leave those out. */
export const partners = defineCollection('partners', Partner)
