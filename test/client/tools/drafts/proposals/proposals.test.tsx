// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { keys } from '../../../../../client/tools/drafts/keys'
import { shownToasts } from '../../../../../client/ui/toast'
import type { Actor } from '../../../../../shared/access/actor'
import { proposals, threads } from '../../../../../shared/tools/drafts/collections'
import { addThread, resolveThread } from '../../../../../shared/tools/drafts/comments/comment-commands'
import { problem } from '../../../../../shared/tools/drafts/problems'
import { addProposal } from '../../../../../shared/tools/drafts/proposals/proposal-commands'
import type { Proposal, ProposalId } from '../../../../../shared/tools/drafts/proposals/proposal-schema'
import { presentWords } from '../../../../../shared/tools/drafts/proposals/proposal-selectors'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'
import { actorNamed, CommentedVision, commentsPanel as panel, selectShown as select, visionText } from '../commented-vision'

const grace = actorNamed('grace', 'voter')
const ben = actorNamed('ben', 'contributor')

let scene: CommentedVision
/** What was asked of the server, and what it answers. */
let asked: { readonly path: string; readonly body: unknown }[]
let answer: { readonly status: number; readonly body: object }
beforeEach(() => {
  scene = new CommentedVision()
  asked = []
  answer = { status: 200, body: { proposalId: 'proposal_x', decision: 'accepted', byId: ben.id, decidedAt: 2 } }
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const { pathname } = new URL(url, 'http://localhost')
    if (!pathname.includes('/proposals/')) return Response.json({}, { status: 404 })
    asked.push({ path: pathname.split('/').slice(-2).join('/'), body: init?.body ? JSON.parse(String(init.body)) : undefined })
    const type = answer.status < 400 ? 'application/json' : 'application/problem+json'
    return Response.json(answer.body, { status: answer.status, headers: { 'content-type': type } })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (me: Actor, state: 'open' | 'locked' = 'open') => scene.show(me, state)

const body = () => scene.body
const spanOf = (words: string) => {
  const from = wordingText(body()).characters.indexOf(words)
  return [{ from, to: from + words.length }]
}

function propose(by: Actor, before: string | undefined, words: string, more: Partial<Proposal> = {}): ProposalId {
  const there = presentWords(wordingText(body()), before === undefined ? [] : spanOf(before))
  const id = there && addProposal(scene.comments, by, { ...there, words, nowMs: 1, ...more })
  if (!id) throw new Error('the proposal was not taken')
  return id
}

function line(): Y.XmlText {
  const paragraph = body().get(0)
  const found = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(found instanceof Y.XmlText)) throw new Error('no line')
  return found
}

const card = async (name: RegExp) => within(await screen.findByRole('article', { name }))
const differing = (tag: 'ins' | 'del') =>
  [...document.querySelectorAll(`.comments-sug ${tag}`)].map((each) =>
    [...each.childNodes].find(({ nodeType }) => nodeType === 3)?.textContent?.trim(),
  )

describe('proposed wordings beside a wording', { timeout: 30_000 }, () => {
  it('[DRAFTS-48] stand in the order of the text among the scene.comments, those in a conversation within it', async () => {
    const before = wordingText(body())
    const thread = addThread(scene.comments, grace, { text: 'Reachable?', nowMs: 1, words: undefined })
    propose(grace, 'career', 'good career')
    propose(ben, 'Every adult', 'Everybody')
    if (thread) propose(ben, 'clear path', 'clear and reachable path', { threadId: thread })
    show(ben)
    await card(/^Grace Lindqvist proposes another wording for “career”$/)
    const names = screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'))
    expect(names.filter(Boolean)).toEqual([
      'Grace Lindqvist on the whole wording',
      'Ben Whitehorse proposes another wording for “clear path”',
      'Ben Whitehorse proposes another wording for “Every adult”',
      'Grace Lindqvist proposes another wording for “career”',
    ])
    expect(panel().getByText('3 open')).toBeDefined()
    expect(differing('ins')).toContain('and reachable')
    expect(before.characters).toBe(wordingText(body()).characters)
  })

  it('[DRAFTS-48] in a conversation that is settled stand by themselves while they wait', async () => {
    const thread = addThread(scene.comments, grace, { text: 'Reachable?', nowMs: 1, words: undefined })
    if (!thread) throw new Error('no thread')
    propose(grace, 'clear path', 'plain path', { threadId: thread })
    resolveThread(scene.comments, ben, thread, 3)
    show(ben)
    await card(/^Grace Lindqvist proposes/)
    expect(panel().getByText('1 open · 1 resolved')).toBeDefined()
  })

  it('[DRAFTS-38] are made for selected words by key, and for what is being commented on, also while it is locked', async () => {
    show(grace, 'locked')
    await screen.findByText(visionText)
    select('clear path')
    fireEvent.keyDown(document.body, { key: 'p' })
    const field = await screen.findByRole('textbox', { name: 'Your wording for “clear path”' })
    fireEvent.change(field, { target: { value: 'clear and reachable path' } })
    fireEvent.change(screen.getByRole('textbox', { name: 'Why (optional)' }), { target: { value: 'For families.' } })
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    expect(proposals.all(scene.comments)).toMatchObject([
      { before: 'clear path', words: 'clear and reachable path', why: 'For families.', authorId: grace.id },
    ])
    const mark = await screen.findByRole('button', { name: 'clear path, another wording proposed' })
    expect(mark.closest('mark')?.className).toBe('sg on')
    select('career')
    fireEvent.keyDown(document.body, { key: 'c' })
    fireEvent.click(await screen.findByRole('button', { name: 'Propose another wording instead' }))
    expect(await screen.findByRole('textbox', { name: 'Your wording for “career”' })).toBeDefined()
    expect(keys.map((row) => row.does)).toContain('Propose another wording for the selected words')
  })

  it('[DRAFTS-39] say what is wrong with the words as they are written, and keep none that cannot be', async () => {
    show(grace, 'locked')
    await screen.findByText(visionText)
    select('clear path')
    fireEvent.keyDown(document.body, { key: 'p' })
    const field = await screen.findByRole('textbox', { name: 'Your wording for “clear path”' })
    for (const [value, said] of [
      [' ', /^Write the words that should stand there/],
      ['clear path ', /^These are the words that stand there already/],
      ['clear\npath', /^Write one line, as there are now/],
      ['x'.repeat(2_001), /^2001 of 2000 characters/],
    ] as const) {
      fireEvent.change(field, { target: { value } })
      expect(screen.getByRole('alert').textContent).toMatch(said)
      fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    }
    expect(proposals.all(scene.comments)).toEqual([])
  })

  it('[DRAFTS-40] are accepted with a press and offer the way back', async () => {
    const id = propose(grace, 'clear path', 'plain path')
    show(ben)
    fireEvent.click((await card(/^Grace/)).getByRole('button', { name: 'Accept' }))
    await waitFor(() => expect(asked.map(({ path }) => path)).toEqual([`${id}/accept`]))
    await waitFor(() =>
      expect(shownToasts().at(-1)).toMatchObject({ message: 'The proposed words are in the text', action: { label: 'Undo' } }),
    )
    shownToasts().at(-1)?.action?.run()
    await waitFor(() => expect(asked.at(-1)?.path).toBe(`${id}/reopen`))
  })

  it('[DRAFTS-41] that are refused say so in the server’s words, and stay as they are', async () => {
    propose(grace, 'clear path', 'plain path')
    const { status, detail } = problem.table['draft/sentence-changed'] ?? { status: 0, detail: '' }
    const code = 'draft/sentence-changed'
    answer = { status, body: { type: `urn:convene:problem:${code}`, title: code, status, code, detail } }
    show(ben)
    fireEvent.click((await card(/^Grace/)).getByRole('button', { name: 'Accept' }))
    await waitFor(() => expect(shownToasts().map(({ message }) => message)).toContain(detail))
    expect((await card(/^Grace/)).getByRole('button', { name: 'Accept' })).toBeDefined()
  })

  it('[DRAFTS-44] are kept as they are with a reason, which stands on the card for whoever made it, who may propose again', async () => {
    const id = propose(grace, 'clear path', 'plain path')
    show(ben)
    fireEvent.click((await card(/^Grace/)).getByRole('button', { name: 'Keep as is' }))
    const field = await screen.findByRole('textbox', { name: 'Why it stays (optional)' })
    fireEvent.change(field, { target: { value: 'Everybody knows it.' } })
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    await waitFor(() => expect(asked).toEqual([{ path: `${id}/keep`, body: { reason: 'Everybody knows it.' } }]))
    proposals.patch(scene.comments, id, { decided: { kind: 'kept', byId: ben.id, atMs: 2, reason: 'Everybody knows it.' } })
    cleanup()
    show(grace)
    const settled = await card(/^Grace Lindqvist proposes .*, kept$/)
    expect(settled.getByText(/^Kept as is by Ben Whitehorse · /)).toBeDefined()
    expect(settled.getByText('Everybody knows it.')).toBeDefined()
    fireEvent.click(settled.getByRole('button', { name: 'Propose again' }))
    expect(await screen.findByRole('textbox', { name: 'Your wording for “clear path”' })).toHaveProperty('value', 'plain path')
  })

  it('[DRAFTS-44] are withdrawn by their author, with the way back, and by nobody else', async () => {
    const id = propose(grace, 'clear path', 'plain path')
    show(ben)
    expect((await card(/^Grace/)).queryByRole('button', { name: 'Withdraw' })).toBeNull()
    cleanup()
    show(grace)
    const own = await card(/^Grace/)
    expect(own.queryByRole('button', { name: 'Accept' })).toBeNull()
    expect(own.queryByRole('button', { name: 'Keep as is' })).toBeNull()
    own.getByRole('button', { name: 'Withdraw' }).focus()
    fireEvent.click(own.getByRole('button', { name: 'Withdraw' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Comments' })))
    expect(proposals.get(scene.comments, id)?.withdrawnAtMs).toBeDefined()
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(proposals.get(scene.comments, id)?.withdrawnAtMs).toBeUndefined()
  })

  it('[DRAFTS-43] say that they wait while the wording is locked, and can be kept', async () => {
    propose(grace, 'clear path', 'plain path')
    show(ben, 'locked')
    const waiting = await card(/^Grace/)
    expect(waiting.getByText('Rosa has locked this wording. The proposal waits until it is open again.')).toBeDefined()
    expect(waiting.queryByRole('button', { name: 'Accept' })).toBeNull()
    expect(waiting.getByRole('button', { name: 'Keep as is' })).toBeDefined()
  })

  it('[DRAFTS-48] show all three texts once their words have changed, and are made again from the present ones', async () => {
    const id = propose(grace, 'clear path', 'plain path')
    line().insert(visionText.indexOf('path'), 'wide ')
    show(grace)
    const changed = await card(/^Grace/)
    expect(changed.getAllByRole('definition').map((each) => each.textContent)).toEqual(['clear path', 'clear wide path', 'plain path'])
    expect(changed.queryByRole('button', { name: 'Accept' })).toBeNull()
    fireEvent.click(changed.getByRole('button', { name: 'Propose again' }))
    const field = await screen.findByRole('textbox', { name: 'Your wording for “clear wide path”' })
    expect(field).toHaveProperty('value', 'plain path')
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    const again = proposals.all(scene.comments).find((each) => each.id !== id)
    expect(again).toMatchObject({ before: 'clear wide path', words: 'plain path' })
    expect(proposals.get(scene.comments, id)?.withdrawnAtMs).toBeDefined()
  })

  it('[DRAFTS-48] keep what they were for once it is gone, and offer their words to be copied', async () => {
    propose(grace, 'clear path', 'plain path')
    line().delete(visionText.indexOf('clear'), 'clear path '.length)
    show(ben)
    const gone = within(await screen.findByRole('region', { name: 'On words that are gone' }))
    expect(gone.getByText('clear path', { selector: 'blockquote' })).toBeDefined()
    expect(gone.getByRole('button', { name: 'Copy the words' })).toBeDefined()
    expect(gone.queryByRole('button', { name: 'Accept' })).toBeNull()
  })

  it('[DRAFTS-45] are made for the whole statement when nothing is selected', async () => {
    show(grace, 'locked')
    await screen.findByText(visionText)
    document.getSelection()?.removeAllRanges()
    fireEvent.keyDown(document.body, { key: 'p' })
    const field = await screen.findByRole('textbox', { name: 'Your wording for the whole statement' })
    expect(field).toHaveProperty('value', visionText)
    fireEvent.change(field, { target: { value: 'Every adult sees a path.\n\nNobody waits.' } })
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    expect(proposals.all(scene.comments)).toMatchObject([{ before: visionText, words: 'Every adult sees a path.\nNobody waits.' }])
    expect(proposals.all(scene.comments)[0]?.anchor).toBeUndefined()
    expect(threads.all(scene.comments)).toEqual([])
  })
})
