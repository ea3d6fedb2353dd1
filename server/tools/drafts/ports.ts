import type { Sources } from '../../../shared/tools/sources'
import type { AgreementSummary, DocWrite, ServerContext, Tx } from '../server-tool'

/** What drafts asks of other tools. */
export interface DraftsPorts {
  /** How the check on exactly this text stands; undefined when there is none. */
  agreementOf(
    tx: Tx | ServerContext['db'],
    question: {
      readonly workshopId: string
      readonly draftId: string
      readonly textHash: string
      readonly roundId?: string | undefined
    },
  ): Promise<AgreementSummary | undefined>
  /** What words can be traced to, as it is now. */
  sourcesIn(workshopId: string): Promise<Sources>
  /** Makes an adopted name the workshop's own, inside the act that adopts it. */
  takeName(tx: Tx, workshopId: string, name: string): Promise<DocWrite>
}
