import type { Actor } from '../../../shared/access/actor'
import { writeCsv } from '../../../shared/doc/csv'
import { can } from '../../../shared/tools/votes/permissions'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import type { FileAnswer } from '../../http/api'
import { fileNameOf } from '../../http/file-name'
import { ledgerEntries } from '../../storage/hash-chain'
import type { ServerContext } from '../server-tool'
import { ledgerExport } from './ledger-export'
import { resultSheet } from './result-sheet'
import { roundExport } from './round-export'

/** What proofs ask of other tools. */
export interface ProofPorts {
  /** Whether the workshop has a public page: what is public, observers may check. Source: THREATS section 7. */
  isPublished(workshopId: string): Promise<boolean>
}

/** What people take home to check a vote without trusting this server. */
export interface ProofService {
  /** @throws WorkshopError `vote/not-exported` before the close */
  exportRound(actor: Actor, roundId: string, format: 'json' | 'csv'): Promise<FileAnswer>
  /** @throws WorkshopError `request/not-found` for who may not */
  exportLedger(actor: Actor): Promise<FileAnswer>
}

export function createProof({ db }: ServerContext, ports: ProofPorts): ProofService {
  return {
    async exportRound(actor, roundId, format) {
      demand(can(actor, 'votes/read'))
      const round = await roundExport(db, actor.workshopId, roundId)
      const fileName = `${fileNameOf(round.terms.question)}.${format}`
      if (format === 'json') return { ...jsonFile(round), fileName }
      return { bytes: bytesOf(writeCsv(resultSheet(round.terms, round.result, round.final))), type: 'text/csv; charset=utf-8', fileName }
    },

    async exportLedger(actor) {
      demand(can(actor, 'votes/read-ledger') || (await ports.isPublished(actor.workshopId)))
      return { ...jsonFile(ledgerExport(actor.workshopId, await ledgerEntries(db, actor.workshopId))), fileName: 'Ledger.json' }
    },
  }
}

/** Forbidden looks like unknown. Source: THREATS I17. */
function demand(allowed: boolean): void {
  if (!allowed) throw kernelProblem('request/not-found')
}

function jsonFile(value: object): Pick<FileAnswer, 'bytes' | 'type'> {
  return { bytes: bytesOf(`${JSON.stringify(value, null, 2)}\n`), type: 'application/json; charset=utf-8' }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
