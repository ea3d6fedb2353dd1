import type { Actor } from '../../../access/actor'
import { nameKey } from '../../../doc/name-key'
import { joined } from '../../../doc/words'
import type { Party } from '../../tool'
import { can } from '../permissions'
import type { Statement } from '../schema'
import type { Signature } from './signature-schema'

/** A partner that is to sign, or has. */
export interface Signatory {
  readonly party: Pick<Party, 'id' | 'name' | 'level' | 'contact'>
  /** Absent while it has not signed. */
  readonly signature?: Signature
}

/** Whether an agreement is one that partners sign: one that was put together. */
export function isToSign(statement: Pick<Statement, 'composedFrom'>): boolean {
  return statement.composedFrom !== undefined
}

/** Everybody on the roster, and partners that signed and have left it since. */
export function signatoriesOf(draftId: string, signatures: readonly Signature[], parties: readonly Party[]): readonly Signatory[] {
  const standing = standingOn(draftId, signatures)
  const here = parties.map((party): Signatory => {
    const signature = standing.find(({ partyId }) => partyId === party.id)
    return { party, ...(signature ? { signature } : {}) }
  })
  const left = standing.filter(({ partyId }) => !parties.some(({ id }) => id === partyId))
  return [...here, ...left.map((signature) => ({ party: { id: signature.partyId, name: signature.partyName, level: '' }, signature }))]
}

/** The signatures under a text that nobody has taken back, oldest first. */
export function standingOn(draftId: string, signatures: readonly Signature[]): readonly Signature[] {
  return signatures.filter((each) => each.draftId === draftId && each.takenBack === undefined).sort((a, b) => a.atMs - b.atMs)
}

/** How somebody may sign for a partner: themselves when they come from it, else as a facilitator who writes it down; undefined when not at all. */
export function signsAs(
  actor: Pick<Actor, 'role'>,
  organisation: string | undefined,
  party: Pick<Party, 'name'>,
): 'own' | 'recorder' | undefined {
  if (can(actor, 'drafts/sign') && organisation !== undefined && nameKey(organisation) === nameKey(party.name)) return 'own'
  return can(actor, 'drafts/record-signature') ? 'recorder' : undefined
}

/** Who may take a signature back: whoever gave it, and facilitators. */
export function mayTakeBack(actor: Pick<Actor, 'id' | 'role'>, signature: Pick<Signature, 'by'>): boolean {
  return can(actor, 'drafts/record-signature') || (can(actor, 'drafts/sign') && signature.by === actor.id)
}

/** For example `3 of 12 partners have signed. Missing: Basin College and State Office.` */
export function signedInWords(signatories: readonly Signatory[]): string {
  const missing = signatories.filter(({ signature }) => !signature).map(({ party }) => party.name)
  const signed = signatories.length - missing.length
  if (missing.length === 0) return signed === 1 ? 'The one partner has signed.' : `All ${signed} partners have signed.`
  const named = missing.length > 6 ? `${missing.slice(0, 5).join(', ')} and ${missing.length - 5} more` : joined(missing)
  return `${signed} of ${signatories.length} partners ${signed === 1 ? 'has' : 'have'} signed. Missing: ${named}.`
}
