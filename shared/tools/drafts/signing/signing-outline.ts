import { dayInWords } from '../../../doc/day'
import { type Block, type Cell, type OutlineOptions, plain } from '../../../doc/outline'
import type { Party } from '../../tool'
import type { Statement } from '../schema'
import { isToSign, type Signatory, signatoriesOf, signedInWords } from './signatories'
import type { Signature } from './signature-schema'

/** The agreement in which the levels sign apart. */
const byLevel = 'state-local-agreement'
const levels = [
  { id: 'state', label: 'For the state' },
  { id: 'local', label: 'For the local level' },
  { id: 'tribal', label: 'For tribal nations' },
  { id: 'federal', label: 'For the federal level' },
] as const

/** Below an agreement: a block for each partner to sign in, filled in where it has signed. */
export function signingBlocks(
  statement: Statement,
  signatures: readonly Signature[],
  parties: readonly Party[],
  options: OutlineOptions,
): readonly Block[] {
  if (!isToSign(statement)) return []
  const all = signatoriesOf(statement.id, signatures, parties)
  if (all.length === 0) return []
  const groups = statement.composedFrom?.outline === byLevel ? grouped(all) : [{ label: 'Signatures', members: all }]
  const state = statement.state === 'adopted' ? [meta(signedInWords(all))] : []
  return [...groups.map(({ label, members }) => signingTable(label, members, options)), ...state]
}

function grouped(all: readonly Signatory[]): readonly { readonly label: string; readonly members: readonly Signatory[] }[] {
  const others = all.filter(({ party }) => !levels.some(({ id }) => id === party.level))
  const groups = levels.map(({ id, label }) => ({ label, members: all.filter(({ party }) => party.level === id) }))
  return [...groups, { label: 'For other partners', members: others }].filter(({ members }) => members.length > 0)
}

function signingTable(caption: string, members: readonly Signatory[], { names }: OutlineOptions): Block {
  const rows = members.map(({ party, signature }): Cell[] => {
    if (!signature) return [party.name, party.contact ?? '', '', ''].map(plain)
    const { name, roleTitle, day, recorded } = signature
    const how = recorded ? 'Signed; written down in the workshop' : 'Signed in the workshop'
    return [party.name, names ? `${name}, ${roleTitle}` : roleTitle, how, dayInWords(Date.parse(day))].map(plain)
  })
  return { type: 'table', caption, head: ['Partner', 'Name and role title', 'Signature', 'Date'].map(plain), rows, toSign: true }
}

function meta(text: string): Block {
  return { type: 'paragraph', text: plain(text), style: 'meta' }
}
