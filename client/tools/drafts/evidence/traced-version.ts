import type { Evidence } from '../../../../shared/tools/drafts/evidence/evidence-schema'
import type { Adoption, Statement } from '../../../../shared/tools/drafts/schema'

/** A version that is or was in force, with where its words come from. */
export interface TracedVersion {
  readonly version: number
  readonly adopted: Adoption
  readonly evidence: Evidence
}

/** The adopted version of this id; undefined where it is no such, or one from before its evidence was kept. */
export function versionBehind(all: readonly Statement[], draftId: string | undefined): TracedVersion | undefined {
  const draft = all.find(({ id }) => id === draftId)
  const adopted = draft && 'adopted' in draft ? draft.adopted : undefined
  return draft && adopted?.evidence ? { version: draft.version, adopted, evidence: adopted.evidence } : undefined
}
