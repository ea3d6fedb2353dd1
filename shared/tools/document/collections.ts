import { defineCollection } from '../../doc/collection'
import { Publication } from './schema'

/** In `record`: the public page as it stands. */
export const publications = defineCollection('publications', Publication)
