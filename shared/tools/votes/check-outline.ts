import { type Block, plain } from '../../doc/outline'
import { headingOf } from './agreement'
import { levelsOf } from './levels'
import type { AgreementMethod } from './methods'
import { groupInWords, votersInWords } from './outline-words'
import { type Affiliation, belongsTo } from './partition'
import { heldUpBy, supportOf } from './required'
import { supportInWords } from './required-words'
import type { Breakdown, NamedAnswer, Round, RoundResult } from './schema'

/** How each group answered a check, with how many of it are at or above the threshold. */
export function spreadTable(method: AgreementMethod, rule: Round['rule'], title: string, { by, groups }: Breakdown): Block {
  const labels = levelsOf[method].map(({ answer }) => headingOf(method, answer))
  return {
    type: 'table',
    caption: `${title}, by ${by}`,
    head: [`${by.charAt(0).toUpperCase()}${by.slice(1)}`, 'Answered', 'People for each', 'Agreement'].map(plain),
    rows: groups.map((group) => {
      const support = supportOf(method, rule, group)
      const agreement = !support || support.of === 0 ? '–' : supportInWords(method, rule, support)
      return [group.name, votersInWords(group.voters), groupInWords(labels, group.counts), support ? agreement : 'hidden'].map(plain)
    }),
  }
}

/** People's own words; those of constituencies that hold a check up come first, where names are known. */
export function reasonsOf({ answers, reasons, verdict }: RoundResult, people: ReadonlyMap<string, Affiliation>): readonly string[] {
  const held = heldUpBy(verdict)
  const isHeld = ({ participantId }: NamedAnswer) => held.some((each) => belongsTo(people.get(participantId) ?? {}, each))
  const sorted = answers && [...answers].sort((a, b) => Number(isHeld(b)) - Number(isHeld(a)))
  return sorted?.flatMap(({ reason }) => (reason ? [reason] : [])) ?? reasons?.map(({ reason }) => reason) ?? []
}
