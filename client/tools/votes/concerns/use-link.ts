import { plainWords } from '../../../../shared/doc/plain-words'
import type { Concern } from '../../../../shared/tools/votes/concern-schema'
import { isAnswerable } from '../../../../shared/tools/votes/concern-selectors'
import { can } from '../../../../shared/tools/votes/permissions'
import { useWorkshop } from '../../../app/workshop-context'
import type { CheckedWording } from '../../client-tool'
import { useAskedText } from '../check/use-asked-text'

/** Whether this person may link the words as they are to a concern, and why not where only the words stand against it. */
export interface Linking {
  readonly mayLink: boolean
  readonly whyNot?: string
}

/** A change that answers a concern is one of its words: formatting alone is none. */
export function useLinking(concern: Concern, { text, textHash }: Pick<CheckedWording, 'text' | 'textHash'>): Linking {
  const { actor } = useWorkshop()
  const mayTry = concern.state.is === 'open' && can(actor, 'votes/answer-concern')
  const isNew = isAnswerable(concern, textHash)
  const asked = useAskedText(mayTry && isNew ? concern.textHash : undefined)
  if (!mayTry) return { mayLink: false }
  if (textHash === concern.textHash) return { mayLink: false, whyNot: unchanged }
  if (!isNew) return { mayLink: false, whyNot: refusedBefore }
  if (asked === undefined) return { mayLink: false }
  const isSame = asked !== 'lost' && plainWords(asked.text) === plainWords(text)
  return isSame ? { mayLink: false, whyNot: unchanged } : { mayLink: true }
}

const unchanged = 'The words are still those that this was said about. Once they change, the change can be linked here.'
const refusedBefore = 'Its author has said that the words as they are do not answer this. Once they change again, that can be linked here.'
