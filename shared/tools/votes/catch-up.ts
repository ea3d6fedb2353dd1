import type { Change, Waiting } from '../../workshop/catch-up-contract'
import type { CatchUpWords } from '../tool'

/** What happened to rounds, and what is asked in them, as a returning person reads it. */
export const votesCatchUpWords: CatchUpWords = { changed: changeInWords, waits: waitingInWords }

function changeInWords({ kind, title, counts = {}, words }: Change): string {
  const name = `“${title}”`
  const turnout = `${counts.voters ?? 0} of ${counts.eligible ?? 0} took part`
  switch (kind) {
    case 'round/opened':
      return `${name} was opened for answers.`
    case 'concern/changed':
      return `Concerns in ${name}: ${concernsInWords(counts)}.`
    case 'round/final':
      return `The result of ${name} is final: ${turnout}.`
    default:
      return `${name} was closed: ${turnout}.${words ? ` ${words}` : ''}`
  }
}

function concernsInWords(counts: Readonly<Record<string, number>>): string {
  return ['raised', 'answered', 'closed'].flatMap((what) => (counts[what] ? [`${counts[what]} ${what}`] : [])).join(', ')
}

function waitingInWords({ kind, title, by }: Waiting): { readonly words: string; readonly act: string } {
  const name = `“${title}”`
  switch (kind) {
    case 'round/finish':
      return { words: `You have begun to answer ${name}. Say that you are done, or change it.`, act: 'Go to the ballot' }
    case 'check/answer':
      return { words: `Say where you stand: ${name}.`, act: 'Go to the check' }
    case 'concern/answered':
      return {
        words: `${by ?? 'Somebody'} says that a change answers your concern in ${name}. Say whether it does.`,
        act: 'Go to your concern',
      }
    case 'check/renew':
      return {
        words: `The text has changed since you answered ${name}. Read what changed, then renew or withdraw it.`,
        act: 'See what changed',
      }
    default:
      return { words: `Give your answer: ${name}.`, act: 'Go to the ballot' }
  }
}
