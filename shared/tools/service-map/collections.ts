import { defineCollection } from '../../doc/collection'
import { Carried, Effort, MapStage, Service } from './schema'

/** Stages that differ from the usual ones or come on top of them; see `stagesOf`. */
export const mapStages = defineCollection('serviceStages', MapStage)

/** Services of all partners, removed ones included. */
export const services = defineCollection('services', Service)

export const efforts = defineCollection('serviceEfforts', Effort)

/** What was made of holes in the map. */
export const carried = defineCollection('serviceHoles', Carried)
