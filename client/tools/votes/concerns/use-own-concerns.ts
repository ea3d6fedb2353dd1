import { useEffect, useMemo, useState } from 'react'
import type { Actor } from '../../../../shared/access/actor'
import { WorkshopError } from '../../../../shared/http/problem'
import type { Concern } from '../../../../shared/tools/votes/concern-schema'
import { contract } from '../../../../shared/tools/votes/contract'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { forgetConcernKey, keptConcernKey } from './concern-key'

/** What makes a concern mine: by name, or by the key that this device has kept. */
export interface OwnConcern {
  readonly key?: string
}

/** Those of these concerns that I may close. Whose a secret one is, only the server can tell, from this device's key. */
export function useOwnConcerns(all: readonly Concern[]): ReadonlyMap<string, OwnConcern> {
  const { actor } = useWorkshop()
  const [found, setFound] = useState<ReadonlyMap<string, OwnConcern>>(new Map())
  const secret = [...new Set(all.filter(({ authorId }) => authorId === undefined).map(({ roundId }) => roundId))].sort().join(' ')

  useEffect(() => {
    let isShown = true
    for (const roundId of secret.split(' ')) {
      const key = keptConcernKey({ roundId, participantId: actor.id })
      if (key === undefined) continue
      void findOwn(actor, roundId, key).then((concernId) => {
        if (isShown && concernId) setFound((before) => new Map([...before, [concernId, { key }]]))
      })
    }
    return () => {
      isShown = false
    }
  }, [actor, secret])

  const named = all.filter(({ authorId }) => authorId === actor.id).map(({ id }) => id)
  const names = named.join(' ')
  return useMemo(() => new Map<string, OwnConcern>([...found, ...names.split(' ').map((id) => [id, {}] as const)]), [found, names])
}

async function findOwn({ workshopId, id: participantId }: Actor, roundId: string, key: string): Promise<string | undefined> {
  try {
    return (await call(contract.findOwnConcern, { params: { id: workshopId, roundId }, body: { key } })).concernId
  } catch (cause) {
    if (!(cause instanceof WorkshopError)) throw cause
    // Another device of mine answered anew: this key opens nothing.
    if (cause.code === 'vote/not-author') forgetConcernKey({ roundId, participantId })
    return undefined
  }
}
