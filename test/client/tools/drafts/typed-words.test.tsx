// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dropAllWords, keptWords } from '../../../../client/app/typed-words'
import { useTypedWords } from '../../../../client/app/use-typed-words'
import { WorkshopContext } from '../../../../client/app/workshop-context'
import type { Adopting } from '../../../../client/tools/drafts/adopting/adopting'
import { BeforeAdopt } from '../../../../client/tools/drafts/adopting/BeforeAdopt'
import { wordingFrom } from '../../../../client/tools/drafts/live-wording'
import { useKeptPieces } from '../../../../client/tools/drafts/rivals/kept-pieces'
import { withPiece } from '../../../../client/tools/drafts/rivals/merging'
import { ResonanceReason } from '../../../../client/tools/votes/check/ResonanceReason'
import { ConcernForm } from '../../../../client/tools/votes/concerns/ConcernForm'
import { wordsAt } from '../../../../shared/tools/drafts/anchor'
import { proposals, replies, threads } from '../../../../shared/tools/drafts/collections'
import { addThread } from '../../../../shared/tools/drafts/comments/comment-commands'
import { wordingText } from '../../../../shared/tools/drafts/wording-text'
import { workshopSession } from '../../../support/workshop-session'
import { actorNamed, CommentedVision, selectShown, visionText } from './commented-vision'
import { vision } from './statements'

const ben = actorNamed('ben', 'contributor')
const rosa = workshopSession({ name: 'Rosa Delgado', actor: { workshopId: 'ws_aaaaaaaa', id: 'p_aaaaaaaa', role: 'host' } })

let scene: CommentedVision
beforeEach(() => {
  localStorage.clear()
  scene = new CommentedVision()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

function showIn(session: typeof rosa, children: ReactNode) {
  render(<WorkshopContext value={session}>{children}</WorkshopContext>)
}

/** As when the page is loaded anew: what it held is gone, what the device keeps is there. */
function reload() {
  cleanup()
  scene.show(ben, 'locked')
}

describe('words typed beside a wording and not sent', { timeout: 30_000 }, () => {
  it('[DRAFTS-161] in a new comment are there after a reload, on the words they are about, until it is sent', async () => {
    scene.show(ben, 'locked')
    await screen.findByText(visionText)
    selectShown('clear path')
    fireEvent.keyDown(document.body, { key: 'c' })
    type(await screen.findByRole('textbox', { name: 'Your comment on “clear path”' }), 'Reachable too?')
    reload()
    const field = await screen.findByRole('textbox', { name: 'Your comment on “clear path”' })
    expect(field).toHaveProperty('value', 'Reachable too?')
    press('Comment')
    expect(threads.all(scene.comments)).toMatchObject([{ text: 'Reachable too?', quote: 'clear path' }])
    reload()
    await screen.findByText('Reachable too?')
    expect(screen.queryByRole('textbox', { name: /^Your comment/ })).toBeNull()
    expect(Object.keys(localStorage).filter((key) => key.startsWith('convene:typed'))).toEqual([])
  })

  it('[DRAFTS-198] bring the comments over the text on a phone when the page is loaded again', async () => {
    vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { matches: false, media }))
    scene.show(ben, 'locked')
    await screen.findByText(visionText)
    expect(screen.queryByRole('dialog', { name: 'Comments' })).toBeNull()
    selectShown('clear path')
    fireEvent.keyDown(document.body, { key: 'c' })
    type(await screen.findByRole('textbox', { name: 'Your comment on “clear path”' }), 'Reachable too?')
    reload()
    expect(await screen.findByRole('dialog', { name: 'Comments' })).toBeDefined()
    expect(screen.getByRole('textbox', { name: 'Your comment on “clear path”' })).toHaveProperty('value', 'Reachable too?')
  })

  it('[DRAFTS-161] in an answer are there after a reload and take no focus, until they are cancelled', async () => {
    const words = wordsAt(wordingText(scene.body), { from: 0, to: 5 })
    addThread(scene.comments, actorNamed('grace', 'voter'), { text: 'Which adults?', words, nowMs: 1 })
    scene.show(ben, 'locked')
    fireEvent.click(await screen.findByRole('button', { name: 'Answer' }))
    type(screen.getByRole('textbox', { name: 'Your answer to Grace Lindqvist' }), 'Those who come')
    reload()
    const field = await screen.findByRole('textbox', { name: 'Your answer to Grace Lindqvist' })
    expect(field).toHaveProperty('value', 'Those who come')
    await act(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    expect(document.activeElement).not.toBe(field)
    press('Cancel')
    expect(replies.all(scene.comments)).toEqual([])
    reload()
    expect(await screen.findByRole('button', { name: 'Answer' })).toBeDefined()
  })

  it('[DRAFTS-161] in a proposed wording are there after a reload with their reason, and go when other words are proposed for', async () => {
    scene.show(ben, 'locked')
    await screen.findByText(visionText)
    selectShown('clear path')
    fireEvent.keyDown(document.body, { key: 'p' })
    type(await screen.findByRole('textbox', { name: 'Your wording for “clear path”' }), 'short path')
    type(screen.getByLabelText('Why (optional)'), 'Clear says little')
    reload()
    expect(await screen.findByRole('textbox', { name: 'Your wording for “clear path”' })).toHaveProperty('value', 'short path')
    expect(screen.getByLabelText('Why (optional)')).toHaveProperty('value', 'Clear says little')
    selectShown('career')
    fireEvent.keyDown(document.body, { key: 'p' })
    const other = await screen.findByRole('textbox', { name: 'Your wording for “career”' })
    expect(other).toHaveProperty('value', 'career')
    type(other, 'living')
    press('Propose')
    expect(proposals.all(scene.comments)).toMatchObject([{ before: 'career', words: 'living' }])
  })

  it('[DRAFTS-161] in the reason for adopting are there after a reload, and go with “Not now” alone', async () => {
    const wording = wordingFrom([{ type: 'paragraph', text: [{ text: 'One door.' }] }])
    vi.stubGlobal('fetch', async () => Response.json({ textHash: wording.textHash }))
    function Page() {
      const [adopting, setAdopting] = useState<Adopting>()
      return <BeforeAdopt draft={vision()} wording={wording} adopting={adopting} setAdopting={setAdopting} />
    }
    const open = async () => {
      cleanup()
      showIn(rosa, <Page />)
      press('Adopt this vision')
      return screen.findByLabelText('Why adopt it now?')
    }
    type(await open(), 'The council meets today.')
    expect(await open()).toHaveProperty('value', 'The council meets today.')
    press('Close this dialog')
    expect(await open()).toHaveProperty('value', 'The council meets today.')
    press('Not now')
    expect(await open()).toHaveProperty('value', '')
  })

  it('[DRAFTS-161] about a concern stay when the server refuses them, and go once it takes them', async () => {
    let isTaken = false
    const form = (
      <ConcernForm
        place="concern:one:met"
        label="Anything to add?"
        hint=""
        send="Send"
        busy={false}
        onSend={async () => isTaken}
        onCancel={() => undefined}
      />
    )
    const show = () => {
      cleanup()
      showIn(rosa, form)
      return screen.getByLabelText('Anything to add?')
    }
    type(show(), 'It does now')
    await act(async () => press('Send'))
    expect(show()).toHaveProperty('value', 'It does now')
    isTaken = true
    press('Send')
    await waitFor(() => expect(keptWords(rosa.actor.id, 'concern:one:met')).toBeUndefined())
  })

  it('[DRAFTS-161] that would need to change are there after a reload, until everybody reads them', () => {
    const show = (said: string) => {
      cleanup()
      showIn(rosa, <ResonanceReason place="resonance:one" said={said} onSend={() => undefined} />)
      return screen.getByLabelText('What would need to change?')
    }
    type(show(''), 'Say who pays.')
    expect(show('')).toHaveProperty('value', 'Say who pays.')
    type(screen.getByLabelText('What would need to change?'), '')
    expect(show('')).toHaveProperty('value', '')
    type(screen.getByLabelText('What would need to change?'), 'Say who pays.')
    expect(show('Say when.')).toHaveProperty('value', 'Say who pays.')
    type(screen.getByLabelText('What would need to change?'), 'Say when.')
    expect(keptWords(rosa.actor.id, 'resonance:one')).toBeUndefined()
  })

  it('[DRAFTS-161] in a text that is put together are there after a reload', () => {
    function Pieces() {
      const [pieces, setPieces] = useKeptPieces('draft_aaaaaaaa')
      return (
        <button type="button" onClick={() => setPieces(withPiece(pieces, { text: 'a clear path', draftId: vision().id, at: 3 }))}>
          {pieces.map(({ text }) => text).join() || 'Pick'}
        </button>
      )
    }
    showIn(rosa, <Pieces />)
    press('Pick')
    cleanup()
    showIn(rosa, <Pieces />)
    expect(screen.getByRole('button', { name: 'a clear path' })).toBeDefined()
  })

  it('[DRAFTS-161] are their author’s alone, and leaving the workshop forgets them all', () => {
    function Field({ place }: { readonly place: string }) {
      const { words, type: keep } = useTypedWords(place)
      return <input aria-label={place} value={words} onChange={(event) => keep(event.target.value)} />
    }
    const show = (session: typeof rosa) => {
      cleanup()
      showIn(session, <Field place="reply:one" />)
      return screen.getByLabelText('reply:one')
    }
    const other = workshopSession({ actor: ben })
    type(show(rosa), 'Mine')
    expect(show(other)).toHaveProperty('value', '')
    type(screen.getByLabelText('reply:one'), 'His')
    dropAllWords(rosa.actor.id)
    expect(show(rosa)).toHaveProperty('value', '')
    expect(show(other)).toHaveProperty('value', 'His')
  })
})
