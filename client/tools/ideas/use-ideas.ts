import { useMemo } from 'react'
import type * as Y from 'yjs'
import { clusters, ideaModes, ideas, prompts } from '../../../shared/tools/ideas/collections'
import { can } from '../../../shared/tools/ideas/permissions'
import type { Idea, IdeaMode, PromptId } from '../../../shared/tools/ideas/schema'
import type { Board } from '../../../shared/tools/ideas/selectors'
import { boardOf, effectiveMode, visibleIdeas } from '../../../shared/tools/ideas/selectors'
import { agenda, locks, participants } from '../../../shared/workshop/collections'
import type { Participant } from '../../../shared/workshop/schema'
import { lockOf } from '../../../shared/workshop/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { useRecord, useRecords } from '../../sync/use-live'

/** The notes of a prompt, current. */
export function useBoard(promptId: PromptId): Board {
  const { board } = useWorkshop()
  const allIdeas = useRecords(ideas, board)
  const allClusters = useRecords(clusters, board)
  return useMemo(() => boardOf(allIdeas, allClusters, promptId), [allIdeas, allClusters, promptId])
}

/** This person's unrevealed notes of a prompt, the latest first. */
export function usePrivateNotes(doc: Y.Doc, promptId: PromptId): readonly Idea[] {
  const all = useRecords(ideas, doc)
  return useMemo(() => visibleIdeas(all, promptId), [all, promptId])
}

export function usePeople(): ReadonlyMap<string, Participant> {
  const { record } = useWorkshop()
  const all = useRecords(participants, record)
  return useMemo(() => new Map(all.map((person) => [person.id, person])), [all])
}

/** How a prompt's notes are written just now. */
export function useMode(promptId: PromptId): IdeaMode {
  const { record } = useWorkshop()
  const stored = useRecord(ideaModes, record, promptId)
  const steps = useRecords(agenda, record)
  return useMemo(() => effectiveMode(stored, steps, promptId), [stored, steps, promptId])
}

/** What the prompt asks, if it has words of its own. */
export function usePrompt(promptId: PromptId) {
  const { board } = useWorkshop()
  return useRecord(prompts, board, promptId)
}

/** Why this person cannot write on the board just now, in words; undefined when they can. */
export function useWriteRefusal(): string | undefined {
  const { actor, record, outdated } = useWorkshop()
  const lock = lockOf(useRecords(locks, record), 'ideas')
  if (lock) return `${lock.byName} has locked notes for this step.`
  if (outdated) return 'This page is older than the server. Reload it to write notes.'
  return can(actor, 'ideas/write') ? undefined : 'You are here to read. Ask your host if you want to write notes.'
}
