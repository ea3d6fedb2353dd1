import { useId, useRef } from 'react'
import type { Round } from '../../../../shared/tools/votes/schema'
import { announce } from '../../../ui/announce'
import { AskAbsent } from './AskAbsent'
import { LateRunning } from './LateRunning'
import './late.css'
import { useGuests } from './use-guests'

interface LateCardProps {
  readonly round: Round
  /** The round of the late answers, from when it is made until it is closed. */
  readonly late: Round | undefined
  readonly onAnswer: (() => void) | undefined
}

/** For facilitators, beside a provisional result: what becomes of it. Links that were made stay here while the rest changes. */
export function LateCard({ round, late, onAnswer }: LateCardProps) {
  const guests = useGuests(round)
  const head = useRef<HTMLHeadingElement>(null)
  const headId = useId()
  const isOpen = late !== undefined && late.state !== 'draft'

  function said(words: string) {
    announce(words)
    head.current?.focus()
  }

  return (
    <section className="card late-card" aria-labelledby={headId}>
      <h2 className="h" id={headId} ref={head} tabIndex={-1}>
        {isOpen ? 'Late answers' : 'Ask those who were missing'}
      </h2>
      {isOpen ? (
        <LateRunning late={late} guests={guests} onInvited={() => said('The links stand here now.')} onAnswer={onAnswer} />
      ) : (
        <AskAbsent round={round} draft={late} guests={guests} onOpened={() => said('Late answers are open.')} />
      )}
    </section>
  )
}
