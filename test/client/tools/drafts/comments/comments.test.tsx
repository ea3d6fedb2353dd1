// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WorkshopContext, type WorkshopSession } from '../../../../../client/app/workshop-context'
import { Stage } from '../../../../../client/tools/drafts/DraftsStage'
import { keys } from '../../../../../client/tools/drafts/keys'
import type { Actor, Role } from '../../../../../shared/access/actor'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { limits } from '../../../../../shared/sync/limits'
import { wordsAt } from '../../../../../shared/tools/drafts/anchor'
import { drafts, replies, threads } from '../../../../../shared/tools/drafts/collections'
import { addReply, addThread, resolveThread } from '../../../../../shared/tools/drafts/comment-commands'
import type { ThreadId } from '../../../../../shared/tools/drafts/comment-schema'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'
import { participants } from '../../../../../shared/workshop/collections'
import type { AgendaStep } from '../../../../../shared/workshop/schema'

const draftId = 'draft_vision01'
const vision = 'Every adult can see a clear path to a career.'
const step: AgendaStep = {
  id: 'step_aaaaaaaa',
  title: 'Write together',
  minutes: 20,
  tool: 'drafts',
  order: 'a0',
  subject: { collection: 'drafts', id: draftId },
}
const actor = (id: string, role: Role): Actor => ({ workshopId: 'ws_aaaaaaaa', id: `p_${id}`, role })
const grace = actor('grace', 'voter')

let record: Y.Doc
let text: Y.Doc
let comments: Y.Doc
beforeEach(() => {
  record = new Y.Doc()
  text = new Y.Doc()
  comments = new Y.Doc()
  fillFragment(text.getXmlFragment('body'), [{ type: 'paragraph', text: [{ text: vision }] }])
  participants.put(record, {
    id: grace.id,
    name: 'Grace Lindqvist',
    organisation: 'County Human Services',
    role: 'voter',
    colour: 5,
    joinedAtMs: 1,
  })
  participants.put(record, { id: 'p_ben', name: 'Ben Whitehorse', role: 'contributor', colour: 4, joinedAtMs: 1 })
})
afterEach(cleanup)

function show(me: Actor, state: 'open' | 'locked' = 'locked') {
  const common = { id: draftId, kind: 'vision', title: 'Vision', version: 1, order: 'a1', createdBy: 'p_rosa', createdAtMs: 1 }
  drafts.put(record, drafts.schema.parse({ ...common, state, ...(state === 'locked' ? { lockedByName: 'Rosa' } : {}) }))
  const session: WorkshopSession = {
    actor: me,
    name: 'Me',
    record,
    board: new Y.Doc(),
    awareness: new Awareness(new Y.Doc()),
    title: 'W',
    serverNow: () => 1 + 4 * 60_000,
    openRoom(zone) {
      const doc = zone === 'comments' ? comments : text
      return { doc, awareness: new Awareness(doc), ready: Promise.resolve(), close() {} }
    },
  }
  return render(
    <WorkshopContext value={session}>
      <Stage step={step} />
    </WorkshopContext>,
  )
}

function comment(by: Actor, said: string, on?: string): ThreadId {
  const read = wordingText(text.getXmlFragment('body'))
  const from = on === undefined ? 0 : read.characters.indexOf(on)
  const words = on === undefined ? undefined : wordsAt(read, { from, to: from + on.length })
  const id = addThread(comments, by, { text: said, words, nowMs: 1 })
  if (!id) throw new Error('the comment was not taken')
  return id
}

/** Selects words of the wording that is shown to read. */
function select(words: string): void {
  const run = [...document.querySelectorAll('.drafts-text .blocks-run')].find((each) => each.textContent?.includes(words))?.firstChild
  if (!run) throw new Error(`“${words}” is not on the page`)
  const at = run.textContent?.indexOf(words) ?? 0
  const range = document.createRange()
  range.setStart(run, at)
  range.setEnd(run, at + words.length)
  document.getSelection()?.removeAllRanges()
  document.getSelection()?.addRange(range)
}

const panel = () => within(screen.getByRole('tabpanel', { name: /^Comments/ }))
const thread = (name: RegExp) => screen.findByRole('article', { name })
const body = () => text.getXmlFragment('body')

describe('the comments beside a wording', { timeout: 30_000 }, () => {
  it('[DRAFTS-27] shows who said what on which words, with the answers, and what is resolved', async () => {
    const id = comment(grace, 'Can we say “reachable”?', 'clear path')
    addReply(comments, actor('ben', 'contributor'), id, 'Works for me.', 2)
    const settled = comment(grace, 'On careers', 'career')
    resolveThread(comments, actor('ben', 'contributor'), settled, 2)
    show(actor('ben', 'contributor'))
    const card = within(await thread(/^Grace Lindqvist on “clear path”$/))
    expect(card.getByText('County Human Services · 4 min')).toBeDefined()
    expect(card.getByText('Works for me.')).toBeDefined()
    expect(panel().getByText('1 open · 1 resolved')).toBeDefined()
    expect(panel().getByText(/^Resolved by Ben Whitehorse/)).toBeDefined()
  })

  it('[DRAFTS-27] takes a comment on selected words of a locked wording, by key, and marks them', async () => {
    show(grace)
    await screen.findByText(vision)
    select('clear path')
    fireEvent.keyDown(document.body, { key: 'c' })
    const field = await screen.findByRole('textbox', { name: 'Your comment on “clear path”' })
    fireEvent.change(field, { target: { value: 'Reachable too?' } })
    fireEvent.click(screen.getByRole('button', { name: 'Comment' }))
    expect(threads.all(comments)).toMatchObject([{ text: 'Reachable too?', quote: 'clear path', authorId: grace.id }])
    const mark = await screen.findByRole('button', { name: 'clear path, commented' })
    expect(mark.closest('mark')?.className).toBe('cm on')
    expect(keys.map((row) => row.does)).toContain('Comment on the selected words')
  })

  it('[DRAFTS-36] opens the thread of a mark that is pressed, by key too', async () => {
    comment(grace, 'On adults', 'adult')
    comment(grace, 'On the path', 'clear path')
    show(actor('ben', 'contributor'))
    fireEvent.keyDown(await screen.findByRole('button', { name: 'clear path, commented' }), { key: 'Enter' })
    expect((await thread(/on “clear path”/)).getAttribute('aria-current')).toBe('true')
    fireEvent.click(screen.getByRole('button', { name: 'adult, commented' }))
    expect((await thread(/on “adult”/)).getAttribute('aria-current')).toBe('true')
    expect((await thread(/on “clear path”/)).getAttribute('aria-current')).toBeNull()
    expect(panel().getByRole('button', { name: 'Show “clear path” in the text' })).toBeDefined()
  })

  it('[DRAFTS-27] offers an observer nothing to write with', async () => {
    comment(grace, 'Reachable too?', 'clear path')
    show(actor('olga', 'observer'))
    await thread(/^Grace/)
    for (const name of ['Add a comment', 'Answer', 'Resolve']) expect(screen.queryByRole('button', { name })).toBeNull()
    fireEvent.keyDown(document.body, { key: 'c' })
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('[DRAFTS-29] offers changing and deleting to the author and to facilitators only', async () => {
    comment(grace, 'Reachable too?', 'clear path')
    show(actor('ben', 'contributor'))
    await thread(/^Grace/)
    expect(screen.queryByRole('button', { name: /^More for Grace/ })).toBeNull()
    cleanup()
    show(grace)
    fireEvent.click(await screen.findByRole('button', { name: /^More for Grace/ }))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Change the words…' }))
    const field = screen.getByRole('textbox', { name: 'Your words' })
    fireEvent.change(field, { target: { value: 'And reachable?' } })
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    expect(await panel().findByText('And reachable?')).toBeDefined()
  })

  it('[DRAFTS-30] says how long a comment may be, and keeps none that is longer', async () => {
    show(grace)
    fireEvent.click(await screen.findByRole('tab', { name: 'Comments' }))
    expect(panel().getByText('No comments yet.')).toBeDefined()
    fireEvent.click(panel().getByRole('button', { name: 'Add a comment' }))
    const field = await screen.findByRole('textbox', { name: 'Your comment on the whole wording' })
    fireEvent.change(field, { target: { value: 'x'.repeat(limits.commentLength + 1) } })
    expect(screen.getByRole('alert').textContent).toBe('2001 of 2000 characters. Shorten it to keep it.')
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
    expect(threads.all(comments)).toEqual([])
  })

  it('[DRAFTS-33] lists a comment apart when its words are gone', async () => {
    comment(grace, 'On the path', 'clear path')
    show(actor('ben', 'contributor'))
    await thread(/on “clear path”/)
    body().delete(0, 1)
    const gone = within(await screen.findByRole('region', { name: 'On words that are gone' }))
    expect(gone.getByText('clear path')).toBeDefined()
    expect(gone.getByText('On the path')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'clear path, commented' })).toBeNull()
  })

  it('[DRAFTS-37] takes back one’s own resolving and comment, and leaves others’ answers', async () => {
    const id = comment(grace, 'Not mine', 'adult')
    show(actor('ben', 'contributor'))
    const card = within(await thread(/^Grace/))
    fireEvent.click(card.getByRole('button', { name: 'Resolve' }))
    expect(threads.get(comments, id)?.resolved?.byId).toBe('p_ben')
    fireEvent.click(panel().getByRole('button', { name: 'Add a comment' }))
    const field = await screen.findByRole('textbox', { name: /^Your comment/ })
    fireEvent.change(field, { target: { value: 'Mine' } })
    fireEvent.click(screen.getByRole('button', { name: 'Comment' }))
    const mine = threads.all(comments).find((each) => each.text === 'Mine')
    if (mine) addReply(comments, grace, mine.id, 'An answer', 5)
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(await panel().findByText('This comment was deleted.')).toBeDefined()
    expect(panel().getByText('An answer')).toBeDefined()
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(threads.get(comments, id)?.resolved).toBeUndefined()
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(threads.get(comments, id)?.deletedAtMs).toBeUndefined()
    expect(replies.all(comments)).toHaveLength(1)
  })

  it('keeps the guidance one press away', async () => {
    comment(grace, 'On the path', 'clear path')
    show(actor('ben', 'contributor'))
    await thread(/^Grace/)
    fireEvent.keyDown(screen.getByRole('tab', { name: /^Comments/ }), { key: 'ArrowRight' })
    expect(screen.getByRole('tabpanel', { name: 'Guidance' }).textContent).toContain('A good vision')
  })

  it('[DRAFTS-35] leaves the text and its hash as they were', async () => {
    const before = canonicalText(body())
    const state = Y.encodeStateAsUpdate(text)
    comment(grace, 'On the path', 'clear path')
    show(actor('ben', 'contributor'), 'open')
    await waitFor(() => expect(document.querySelector('.ProseMirror mark.cm')?.textContent).toBe('clear path'), { timeout: 20_000 })
    expect(canonicalText(body())).toBe(before)
    expect(Y.encodeStateAsUpdate(text)).toEqual(state)
  })
})
