import type { RoomRef } from '../../shared/sync/room-name'
import type { TouchedRecord } from '../../shared/tools/tool'
import type { Writer } from '../storage/writer'
import type { ClientOwners } from './client-owners'
import { compose } from './compose'
import { malformed, maxBytes, maxStructs, type Refusal } from './gate'
import type { Offer } from './intake'
import { type Judgement, judge } from './judge'
import type { LiveDocument } from './live-document'
import { standBetween } from './neighbours'
import { Removals } from './removals'
import type { RoomRules } from './rules'
import type { Session } from './session'
import { snapshotRecords, touchedRecords } from './touched'
import { validate } from './validate'

/** What admission needs of its room. */
export interface AdmissionServices {
  readonly ref: RoomRef
  readonly document: LiveDocument
  readonly owners: ClientOwners
  readonly rules: RoomRules
  readonly writer: Writer
  /** So many update frames of clients were admitted. */
  admitted(frames: number): void
}

type Admitted = Extract<Judgement, { kind: 'admit' }>

/** An offer that the gate lets through. */
interface Candidate {
  readonly offer: Offer
  readonly admitted: Admitted
}

/** Updates of one session that cannot be admitted, and why not. */
export type Rejection = Exclude<Judgement, { kind: 'admit' }>

const tooManyRemovals: Refusal = {
  reason: 'forbidden',
  code: 'room/too-many-removals',
  detail: 'This would remove a lot that others wrote. Ask a facilitator to do it.',
}

/** Lets clients' updates into one document: judged by the gate, applied, held against the rules, put on their way to disk. */
export class Admissions {
  readonly #services: AdmissionServices
  readonly #removals = new Removals()

  constructor(services: AdmissionServices) {
    this.#services = services
  }

  /**
   * Admits, as one, those of the offers that are sound and do not touch each other.
   *
   * @returns the offers to be judged one by one. When the whole was found to break a rule, these are all of them, and
   * the document is being rebuilt
   */
  admitTogether(offers: readonly Offer[]): readonly Offer[] {
    const together = this.#candidatesIn(offers)
    if (together.length === 0) return offers
    if (this.#apply(together) !== undefined) return offers
    const taken = new Set(together.map(({ offer }) => offer))
    return offers.filter((offer) => !taken.has(offer))
  }

  /** Admits one update of a session; otherwise says why not, and then the document is being rebuilt where it had to be. */
  admit(session: Session, update: Uint8Array, structLimit: number): Rejection | undefined {
    const judgement = this.#judge(session, [update], structLimit)
    if (judgement.kind !== 'admit') return judgement
    const refusal = this.#apply([{ offer: { session, frames: [{ message: update, update }] }, admitted: judgement }])
    return refusal && { kind: 'refuse', refusal }
  }

  #candidatesIn(offers: readonly Offer[]): readonly Candidate[] {
    const apart = new Apart()
    const candidates: Candidate[] = []
    for (const offer of offers) {
      const updates = offer.frames.map(({ update }) => update)
      const bytes = updates.reduce((sum, update) => sum + update.byteLength, 0)
      if (bytes > maxBytes.update) continue
      const judgement = this.#judge(offer.session, updates, maxStructs.update)
      if (judgement.kind === 'admit' && apart.add(judgement, bytes)) candidates.push({ offer, admitted: judgement })
    }
    return candidates
  }

  #judge(session: Session, updates: readonly Uint8Array[], structLimit: number): Judgement {
    const { ref, document, rules, owners, writer } = this.#services
    const unsavedBytesInProcess = writer.health.pendingBytes
    return judge(session, updates, { ref, document, rules, owners, maxStructs: structLimit, unsavedBytesInProcess })
  }

  /** Applies what was admitted, and takes it back when it breaks a rule: then says which. */
  #apply(candidates: readonly Candidate[]): Refusal | undefined {
    const { document } = this.#services
    const before = candidates.map(({ admitted }) => snapshotRecords(document.doc, admitted.admission.records))
    const proposals = candidates.map(({ admitted }) => admitted.proposal)
    const applied = document.apply(compose(document.doc, proposals))
    const isSound = applied !== undefined && candidates.every(({ admitted }) => standBetween(document.doc, admitted.admission.placed))
    const touched = candidates.map((candidate, index) => (isSound ? this.#touchedBy(candidate, before[index] ?? new Map()) : []))
    const refusal = isSound ? this.#refusalOf(candidates, touched) : malformed
    const bindings = refusal ? [] : this.#claim(candidates)
    if (!applied || refusal || !bindings) {
      document.rebuild()
      return refusal ?? tooManyClients
    }
    for (const [index, { admitted }] of candidates.entries()) this.#removals.count(admitted.person, touched[index] ?? [])
    let frames = 0
    const credits = candidates.map(({ offer }) => {
      frames += offer.frames.length
      return { session: offer.session, count: offer.session.countFrames(offer.frames.length) }
    })
    document.commit(applied, credits, bindings)
    this.#services.admitted(frames)
    return undefined
  }

  #touchedBy({ offer, admitted }: Candidate, before: ReturnType<typeof snapshotRecords>): readonly TouchedRecord[] {
    const { document, owners } = this.#services
    const { records, newClients } = admitted.admission
    const authorOf = (clientId: number) => (newClients.includes(clientId) ? offer.session.participantId : owners.authorOf(clientId))
    return touchedRecords(document.doc, records, before, authorOf)
  }

  #refusalOf(candidates: readonly Candidate[], touched: readonly (readonly TouchedRecord[])[]): Refusal | undefined {
    const { ref, rules, document } = this.#services
    for (const [index, { admitted }] of candidates.entries()) {
      const { person } = admitted
      const records = touched[index] ?? []
      const refusal = validate({ ref, doc: document.doc, actor: person.actor, touched: records, rules })
      if (refusal) return refusal
      if (ref.zone === 'board' && !this.#removals.allow(person, records)) return tooManyRemovals
    }
    const texts = [...rules.roots(ref)].filter(([, rule]) => rule.kind === 'text').map(([root]) => root)
    return texts.length > 0 && !document.hasTextWithin(texts) ? { reason: 'tooLarge', code: 'room/text-full' } : undefined
  }

  /** Gives client ids that are new to those who show them; undefined when it would be too many. */
  #claim(candidates: readonly Candidate[]) {
    const [first, ...others] = candidates
    // Several are taken together only when none of them shows a new client id.
    if (!first || others.length > 0) return []
    return this.#services.owners.claim(first.admitted.admission.newClients, first.offer.session.participantId)
  }
}

const tooManyClients: Refusal = { reason: 'rate', code: 'room/too-many-clients' }

/** Tells which admissions may be applied as one: together they must leave no doubt about who did what. */
class Apart {
  readonly #people = new Set<string>()
  readonly #clients = new Set<number>()
  readonly #records = new Set<string>()
  #bytes = 0
  #count = 0

  /** False, and nothing is noted, when it has to be taken by itself. */
  add({ admission, person }: Admitted, bytes: number): boolean {
    const { clients, newClients, records } = admission
    const keys = [...records].flatMap(([root, ids]) => [...ids].map((id) => `${root}/${id}`))
    const isAlone = newClients.length > 0 || this.#bytes + bytes > maxBytes.update
    const isMixed =
      this.#people.has(person.actor.id) || clients.some((id) => this.#clients.has(id)) || keys.some((key) => this.#records.has(key))
    if (this.#count > 0 && (isAlone || isMixed)) return false
    this.#people.add(person.actor.id)
    for (const client of clients) this.#clients.add(client)
    for (const key of keys) this.#records.add(key)
    // Nothing joins one that shows a new client id.
    this.#bytes = newClients.length > 0 ? maxBytes.update : this.#bytes + bytes
    this.#count += 1
    return true
  }
}
