import { levelInWords } from '../../../../shared/tools/votes/concern-words'
import { levelsOf } from '../../../../shared/tools/votes/levels'
import type { AgreementMethod, Answer } from '../../../../shared/tools/votes/methods'
import type { Participant } from '../../../../shared/workshop/schema'

/** Something said in a check; nobody's name where it was secret. */
export interface Said {
  readonly participantId?: string
  readonly answer: Answer
  readonly reason?: string | undefined
  readonly binding?: 'wording' | 'spirit' | undefined
}

interface CheckReasonsProps {
  readonly method: AgreementMethod
  readonly said: readonly Said[]
  readonly byId: ReadonlyMap<string, Participant>
}

/** Who said what, in their words, those first who agree least; without words, the answer itself. */
export function CheckReasons({ method, said, byId }: CheckReasonsProps) {
  if (said.length === 0) return null
  const place = ({ answer }: Said) => levelsOf[method].findIndex((level) => level.answer === answer)
  return (
    <ul className="votes-reasons">
      {[...said]
        .sort((a, b) => place(b) - place(a))
        .map((each) => (
          <li key={each.participantId ?? `${each.answer} ${each.reason}`}>
            <Speaker said={each} method={method} byId={byId} />
            {each.binding === 'spirit' ? ' (for any wording in this spirit)' : ''}
            {each.reason ? (
              <>
                : <bdi>{each.reason}</bdi>
              </>
            ) : null}
          </li>
        ))}
    </ul>
  )
}

function Speaker({ said: { participantId, answer }, method, byId }: { readonly said: Said } & Omit<CheckReasonsProps, 'said'>) {
  if (participantId === undefined) return <b>{asHead(levelInWords({ method, answer }))}</b>
  return (
    <>
      <bdi>
        <b>{byId.get(participantId)?.name ?? 'Somebody who has left'}</b>
      </bdi>
      , {levelInWords({ method, answer })}
    </>
  )
}

function asHead(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1)
}
