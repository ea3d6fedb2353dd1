import { render, screen, within } from '@testing-library/react'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../client/app/workshop-context'
import { Stage } from '../../../../client/tools/drafts/DraftsStage'
import type { Actor, Role } from '../../../../shared/access/actor'
import { fillFragment } from '../../../../shared/doc/rich-nodes'
import { drafts } from '../../../../shared/tools/drafts/collections'
import { participants } from '../../../../shared/workshop/collections'
import { openedDoc, workshopSession } from '../../../support/workshop-session'
import { vision, writingStep } from './statements'

/** What it says. */
export const visionText = 'Every adult can see a clear path to a career.'

/** Somebody of its workshop. */
export function actorNamed(id: string, role: Role): Actor {
  return { workshopId: 'ws_aaaaaaaa', id: `p_${id}`, role }
}

/** A vision with its comments, and the screen on which they stand side by side. */
export class CommentedVision {
  readonly record = new Y.Doc()
  readonly text = new Y.Doc()
  readonly comments = new Y.Doc()

  constructor() {
    fillFragment(this.body, [{ type: 'paragraph', text: [{ text: visionText }] }])
    const grace = { id: 'p_grace', name: 'Grace Lindqvist', organisation: 'County Human Services', role: 'voter', colour: 5 } as const
    participants.put(this.record, { ...grace, joinedAtMs: 1 })
    participants.put(this.record, { id: 'p_ben', name: 'Ben Whitehorse', role: 'contributor', colour: 4, joinedAtMs: 1 })
  }

  get body(): Y.XmlFragment {
    return this.text.getXmlFragment('body')
  }

  /** The step as this person has it, four minutes after the first comment. */
  show(me: Actor, state: 'open' | 'locked') {
    drafts.put(this.record, vision({ createdBy: 'p_rosa', state, ...(state === 'locked' ? { lockedByName: 'Rosa' } : {}) }))
    const session = workshopSession({
      actor: me,
      record: this.record,
      serverNow: () => 1 + 4 * 60_000,
      openRoom: (zone) => openedDoc(zone === 'comments' ? this.comments : this.text),
    })
    return render(
      <WorkshopContext value={session}>
        <Stage step={writingStep} />
      </WorkshopContext>,
    )
  }
}

/** Selects words of the wording that is shown to read. */
export function selectShown(words: string): void {
  const run = [...document.querySelectorAll('.drafts-text .blocks-run')].find((each) => each.textContent?.includes(words))?.firstChild
  if (!run) throw new Error(`“${words}” is not on the page`)
  const at = run.textContent?.indexOf(words) ?? 0
  document.getSelection()?.setBaseAndExtent(run, at, run, at + words.length)
}

/** What stands in the comments beside it. */
export function commentsPanel() {
  return within(screen.getByRole('tabpanel', { name: /^Comments/ }))
}
