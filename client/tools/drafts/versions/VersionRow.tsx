import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Version } from '../../../../shared/tools/drafts/schema'
import { Button } from '../../../ui/Button'
import { type NameOf, versionChange, versionPeople, versionTime, versionTitle } from './version-words'

/** The two ends of a comparison; `now` is the present text. */
export interface Ends {
  readonly from: string
  readonly to: string
}

interface EndsPickerProps {
  /** A version's id, or `now`. */
  readonly id: string
  /** What it is called, for example `“Before lunch”, 14:05`. */
  readonly label: string
  readonly ends: Ends
  readonly onPick: (ends: Ends) => void
}

interface VersionRowProps {
  readonly version: Version
  readonly nameOf: NameOf
  readonly ends: Ends
  readonly onPick: (ends: Ends) => void
  /** It says what the draft says. */
  readonly isPresent: boolean
  /** Absent where it cannot be brought back. */
  readonly onRestore: (() => void) | undefined
}

/** One version in the timeline. */
export function VersionRow({ version, nameOf, ends, onPick, isPresent, onRestore }: VersionRowProps) {
  const title = versionTitle(version)
  const time = versionTime(version)
  const people = versionPeople(version, nameOf)
  return (
    <li className="versions-row" data-kind={version.kind}>
      <EndsPicker id={version.versionId} label={`${title}, ${time}`} ends={ends} onPick={onPick} />
      <div className="versions-what">
        <b>{title}</b>
        <time className="fine" dateTime={new Date(version.atMs).toISOString()}>
          {time}
        </time>
        {people ? <span className="meta">{people}</span> : null}
        <span className="fine">{versionChange(version)}</span>
        {isPresent ? <span className="fine">The draft says this now.</span> : null}
        {onRestore && !isPresent ? (
          <Button
            variant="ghost"
            size="sm"
            Icon={History}
            className="versions-back"
            aria-label={`Bring back ${title}, ${time}`}
            onClick={onRestore}
          >
            Bring back
          </Button>
        ) : null}
      </div>
    </li>
  )
}

/** The present text, at the head of the timeline. */
export function PresentRow({ ends, onPick, children }: Pick<VersionRowProps, 'ends' | 'onPick'> & { readonly children: ReactNode }) {
  return (
    <li className="versions-row" data-kind="now">
      <EndsPicker id="now" label="The present text" ends={ends} onPick={onPick} />
      <div className="versions-what">
        <b>The present text</b>
        <span className="fine">{children}</span>
      </div>
    </li>
  )
}

function EndsPicker({ id, label, ends, onPick }: EndsPickerProps) {
  return (
    <span className="versions-ends">
      <input
        type="radio"
        name="versions-from"
        aria-label={`Compare from ${label}`}
        checked={ends.from === id}
        onChange={() => onPick({ ...ends, from: id })}
      />
      <input
        type="radio"
        name="versions-to"
        aria-label={`Compare to ${label}`}
        checked={ends.to === id}
        onChange={() => onPick({ ...ends, to: id })}
      />
    </span>
  )
}
