import { useState } from 'react'
import { newId } from '../../../../shared/doc/ids'
import type { ResultOf } from '../../../../shared/http/endpoint'
import { isAgreement } from '../../../../shared/tools/votes/methods'
import { nameInSentence } from '../../../../shared/tools/votes/required-words'
import type { Constituency, Round, RoundRule } from '../../../../shared/tools/votes/schema'
import { workshopContract } from '../../../../shared/workshop/contract'
import { call } from '../../../api/call'
import { refusalWords } from '../../../app/join/refusal-words'
import { useWorkshop } from '../../../app/workshop-context'
import { useShownStep } from './use-shown-step'

/** Somebody to ask for a late answer. */
export interface Guest {
  readonly key: string
  /** The empty seat that they speak for. */
  readonly seat?: string
  readonly name: string
  readonly organisation: string
}

/** A private link that can be seen this once. */
export type MadeLink = ResultOf<typeof workshopContract.makeInvite>

/** Who is to be asked for late answers to a round, and the links that were made for them. */
export function useGuests({ provisional, stepId: own, rule, method }: Pick<Round, 'provisional' | 'stepId' | 'rule' | 'method'>) {
  const { workshopId } = useWorkshop().actor
  const shown = useShownStep()
  const stepId = own ?? (isAgreement(method) ? shown : undefined)
  const [rows, setRows] = useState<readonly Guest[]>(() =>
    (provisional?.missing ?? []).map((seat) => ({ ...nobody, ...organisationOf(rule, seat), key: seat, seat })),
  )
  const [made, setMade] = useState<readonly MadeLink[]>([])
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const named = rows.filter(({ name }) => name.trim() !== '')

  async function invite(guest: Guest, expiresAtMs: number): Promise<void> {
    const { key, name, organisation, seat } = guest
    // Whoever is asked for those who must agree is one of them.
    const constituency = constituencyOf(rule, seat)
    const body = {
      name: name.trim(),
      organisation: organisation.trim(),
      role: 'voter' as const,
      ...(constituency && constituency.by !== 'organisation' ? { [constituency.by]: constituency.name } : {}),
      ...(stepId ? { stepId } : {}),
      expiresAtMs,
    }
    const link = await call(workshopContract.makeInvite, { params: { id: workshopId }, body })
    setMade((before) => [...before, link])
    setRows((before) => before.filter((row) => row.key !== key))
  }

  return {
    rows,
    named,
    made,
    failure,
    busy,
    change: (key: string, part: Partial<Pick<Guest, 'name' | 'organisation'>>) =>
      setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row))),
    add: () => setRows((before) => [...before, { ...nobody, key: newId('row') }]),
    /** Makes a link for everybody who has a name. What was made stays when the rest is refused, and the rest can be tried again. */
    async inviteAll(expiresAtMs: number): Promise<void> {
      setFailure(undefined)
      setBusy(true)
      try {
        for (const guest of named) await invite(guest, expiresAtMs)
      } catch (refusal) {
        setFailure(refusalWords(refusal))
      } finally {
        setBusy(false)
      }
    },
  }
}

/** Who is to be asked, with the ways to change it. */
export type Guests = ReturnType<typeof useGuests>

const nobody = { name: '', organisation: '' }

/** The constituency that a missing seat stands for; undefined for a seat of the roster. */
function constituencyOf({ required = [] }: RoundRule, seat: string | undefined): Constituency | undefined {
  return required.find((each) => nameInSentence(each) === seat)
}

function organisationOf(rule: RoundRule, seat: string): Partial<Pick<Guest, 'organisation'>> {
  const constituency = constituencyOf(rule, seat)
  return constituency?.by === 'organisation' ? { organisation: constituency.name } : {}
}
