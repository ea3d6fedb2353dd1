import { can } from '../../../shared/tools/ideas/permissions'
import type { Idea, IdeaMode } from '../../../shared/tools/ideas/schema'
import { countWords } from '../../../shared/tools/ideas/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { useStage } from './stage-context'

interface NoticesProps {
  readonly mode: IdeaMode
  /** This person's own notes that nobody else can see. */
  readonly mine: readonly Idea[]
  readonly isPhone: boolean
  /** Opens the way to reveal; offered to facilitators. */
  readonly onReveal: () => void
}

/** What is unusual about writing here just now. */
export function Notices({ mode, mine, isPhone, onReveal }: NoticesProps) {
  const { actor } = useWorkshop()
  const { refusal } = useStage()
  const waiting = can(actor, 'ideas/reveal') ? mode.privateCount : 0
  // On a phone the composer, always in view, says how notes are written; the shell says who has locked them.
  const promise = mode.writing === 'private' && !isPhone && !refusal ? promiseOf(mode) : undefined
  return (
    <>
      {promise || waiting > 0 ? (
        <Banner tone="info" action={waiting > 0 ? <RevealButton count={waiting} onReveal={onReveal} /> : undefined}>
          {promise}
          {waiting > 0 ? ` ${countWords(waiting, 'note')} ${waiting === 1 ? 'is' : 'are'} still private.` : null}
        </Banner>
      ) : null}
      {mode.writing === 'open' && mine.length > 0 && !refusal ? <LateNotes mine={mine} /> : null}
    </>
  )
}

function promiseOf(mode: IdeaMode): string {
  return mode.anonymous
    ? 'Private writing, without names. Only you see your notes until the reveal; then they come in random order and nobody learns who wrote which.'
    : 'Private writing. Only you see your notes until they are all revealed at once, with names.'
}

function RevealButton({ count, onReveal }: { readonly count: number; readonly onReveal: () => void }) {
  return (
    <Button size="sm" aria-haspopup="dialog" onClick={onReveal}>
      {count === 1 ? 'Reveal it' : 'Reveal them'}
    </Button>
  )
}

/** Notes that reached the server after the reveal. */
function LateNotes({ mine }: { readonly mine: readonly Idea[] }) {
  const { actions } = useStage()
  const named = mine.filter((note) => !note.anonymous).length
  if (named === 0) {
    return (
      <Banner tone="info">
        {countWords(mine.length, 'note')} of yours came after the reveal. No name may be shown, so a facilitator has to reveal them.
      </Banner>
    )
  }
  return (
    <Banner
      tone="info"
      action={
        <Button size="sm" onClick={() => actions.publishOwn()}>
          Put them on the board
        </Button>
      }
    >
      {countWords(named, 'note')} of yours came after the reveal. Only you see them so far.
    </Banner>
  )
}
