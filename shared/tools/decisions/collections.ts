import { defineCollection } from '../../doc/collection'
import { Decision } from './schema'

/** In `record`: only the server writes it, and only ever adds. */
export const decisions = defineCollection('decisions', Decision)
