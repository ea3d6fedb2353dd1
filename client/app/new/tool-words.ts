import type { StepTool } from '../../../shared/workshop/schema'

/** What each tool is called in an agenda; `short` in a running sentence. */
export const toolWords: Readonly<Record<StepTool, { readonly label: string; readonly short: string }>> = {
  ideas: { label: 'Ideas', short: 'ideas' },
  drafts: { label: 'Draft', short: 'vision' },
  votes: { label: 'Decide', short: 'decide' },
  partners: { label: 'Partners', short: 'partners' },
  roles: { label: 'Roles', short: 'roles' },
  'service-map': { label: 'Service map', short: 'service map' },
  assessment: { label: 'Readiness', short: 'readiness' },
  plan: { label: 'Action plan', short: 'plan' },
  measures: { label: 'Measures', short: 'measures' },
  communication: { label: 'Communication', short: 'communication' },
  decisions: { label: 'Decision log', short: 'decisions' },
  document: { label: 'Document', short: 'read-back' },
  talk: { label: 'Talk', short: 'talk' },
}
