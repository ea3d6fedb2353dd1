import { defineCollection } from '../../doc/collection'
import { Cluster, Idea, IdeaMode, Prompt } from './schema'

/** On `board`, and under the same name in `private/<participant>` until the reveal. */
export const ideas = defineCollection('ideas', Idea)
export const clusters = defineCollection('clusters', Cluster)
export const prompts = defineCollection('prompts', Prompt)

/** On `record`. */
export const ideaModes = defineCollection('idea-modes', IdeaMode)
