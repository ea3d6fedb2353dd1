import { Lock } from 'lucide-react'

interface SealedNoteProps {
  readonly receipt?: string | undefined
}

/** What nobody can see yet. */
export function SealedNote({ receipt }: SealedNoteProps) {
  return (
    <div className="votes-sealed">
      <Lock className="i" aria-hidden />
      <div>
        <p>
          <b>Results are sealed.</b> Nobody, including the facilitator, can see counts until it closes.
        </p>
        {receipt ? (
          <p className="fine">
            Your receipt: <span className="votes-receipt">{receipt}</span>. This device keeps it. From 5 people on it finds yours after the
            close, when you <a href="/verify">check the result</a>.
          </p>
        ) : null}
      </div>
    </div>
  )
}
