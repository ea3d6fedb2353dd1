import { type Block, plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import type { Round } from './schema'
import { shortHash } from './verify/check'

/** Of a closed check: on which text it closed, which answers had lapsed, and which changes were said to leave the sense as it was. */
export function lapsedBlocks({ result, marks = [] }: Round): readonly Block[] {
  const { textHash, lapsed = 0 } = result ?? {}
  const sentences = [
    ...(textHash ? [`The words at its close have the hash ${shortHash(textHash)}.`] : []),
    ...(lapsed > 0
      ? [`${plural(lapsed, 'answer')} had lapsed, because the words had changed since, and ${lapsed === 1 ? 'is' : 'are'} not counted.`]
      : []),
    ...marks.map(
      ({ byName, contested }) =>
        `${byName || 'A facilitator'} marked a change of the words as no change of sense; ${contested === 0 ? 'nobody' : plural(contested, 'person', 'people')} contested it.`,
    ),
  ]
  return sentences.length > 0 ? [{ type: 'paragraph', style: 'meta', text: plain(sentences.join(' ')) }] : []
}
