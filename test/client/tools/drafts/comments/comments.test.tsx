// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { keys } from '../../../../../client/tools/drafts/keys'
import type { Actor } from '../../../../../shared/access/actor'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import { limits } from '../../../../../shared/sync/limits'
import { wordsAt } from '../../../../../shared/tools/drafts/anchor'
import { replies, threads } from '../../../../../shared/tools/drafts/collections'
import { addReply, addThread, resolveThread } from '../../../../../shared/tools/drafts/comments/comment-commands'
import type { ThreadId } from '../../../../../shared/tools/drafts/comments/comment-schema'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'
import { actorNamed, CommentedVision, commentsPanel as panel, selectShown as select, visionText } from '../commented-vision'

const grace = actorNamed('grace', 'voter')

let scene: CommentedVision
beforeEach(() => {
  scene = new CommentedVision()
})
afterEach(cleanup)

const show = (me: Actor, state: 'open' | 'locked' = 'locked') => scene.show(me, state)

function comment(by: Actor, said: string, on?: string): ThreadId {
  const read = wordingText(scene.body)
  const from = on === undefined ? 0 : read.characters.indexOf(on)
  const words = on === undefined ? undefined : wordsAt(read, { from, to: from + on.length })
  const id = addThread(scene.comments, by, { text: said, words, nowMs: 1 })
  if (!id) throw new Error('the comment was not taken')
  return id
}

const thread = (name: RegExp) => screen.findByRole('article', { name })
const body = () => scene.body

describe('the comments beside a wording', { timeout: 30_000 }, () => {
  it('[DRAFTS-27] shows who said what on which words, with the answers, and what is resolved', async () => {
    const id = comment(grace, 'Can we say “reachable”?', 'clear path')
    addReply(scene.comments, actorNamed('ben', 'contributor'), id, 'Works for me.', 2)
    const settled = comment(grace, 'On careers', 'career')
    resolveThread(scene.comments, actorNamed('ben', 'contributor'), settled, 2)
    show(actorNamed('ben', 'contributor'))
    const card = within(await thread(/^Grace Lindqvist on “clear path”$/))
    expect(card.getByText('County Human Services · 4 min')).toBeDefined()
    expect(card.getByText('Works for me.')).toBeDefined()
    expect(panel().getByText('1 open · 1 resolved')).toBeDefined()
    expect(panel().getByText(/^Resolved by Ben Whitehorse/)).toBeDefined()
  })

  it('[DRAFTS-27] takes a comment on selected words of a locked wording, by key, and marks them', async () => {
    show(grace)
    await screen.findByText(visionText)
    select('clear path')
    fireEvent.keyDown(document.body, { key: 'c' })
    const field = await screen.findByRole('textbox', { name: 'Your comment on “clear path”' })
    fireEvent.change(field, { target: { value: 'Reachable too?' } })
    fireEvent.click(screen.getByRole('button', { name: 'Comment' }))
    expect(threads.all(scene.comments)).toMatchObject([{ text: 'Reachable too?', quote: 'clear path', authorId: grace.id }])
    const mark = await screen.findByRole('button', { name: 'clear path, commented' })
    expect(mark.closest('mark')?.className).toBe('cm on')
    expect(keys.map((row) => row.does)).toContain('Comment on the selected words')
  })

  it('[DRAFTS-36] opens the thread of a mark that is pressed, by key too', async () => {
    comment(grace, 'On adults', 'adult')
    comment(grace, 'On the path', 'clear path')
    show(actorNamed('ben', 'contributor'))
    fireEvent.keyDown(await screen.findByRole('button', { name: 'clear path, commented' }), { key: 'Enter' })
    expect((await thread(/on “clear path”/)).getAttribute('aria-current')).toBe('true')
    fireEvent.click(screen.getByRole('button', { name: 'adult, commented' }))
    expect((await thread(/on “adult”/)).getAttribute('aria-current')).toBe('true')
    expect((await thread(/on “clear path”/)).getAttribute('aria-current')).toBeNull()
    expect(panel().getByRole('button', { name: 'Show “clear path” in the text' })).toBeDefined()
  })

  it('[DRAFTS-27] offers an observer nothing to write with', async () => {
    comment(grace, 'Reachable too?', 'clear path')
    show(actorNamed('olga', 'observer'))
    await thread(/^Grace/)
    for (const name of ['Add a comment', 'Answer', 'Resolve']) expect(screen.queryByRole('button', { name })).toBeNull()
    fireEvent.keyDown(document.body, { key: 'c' })
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('[DRAFTS-29] offers changing and deleting to the author and to facilitators only', async () => {
    comment(grace, 'Reachable too?', 'clear path')
    show(actorNamed('ben', 'contributor'))
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
    expect(threads.all(scene.comments)).toEqual([])
  })

  it('[DRAFTS-33] lists a comment apart when its words are gone', async () => {
    comment(grace, 'On the path', 'clear path')
    show(actorNamed('ben', 'contributor'))
    await thread(/on “clear path”/)
    body().delete(0, 1)
    const gone = within(await screen.findByRole('region', { name: 'On words that are gone' }))
    expect(gone.getByText('clear path')).toBeDefined()
    expect(gone.getByText('On the path')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'clear path, commented' })).toBeNull()
  })

  it('[DRAFTS-37] takes back one’s own resolving and comment, and leaves others’ answers', async () => {
    const id = comment(grace, 'Not mine', 'adult')
    show(actorNamed('ben', 'contributor'))
    const card = within(await thread(/^Grace/))
    fireEvent.click(card.getByRole('button', { name: 'Resolve' }))
    expect(threads.get(scene.comments, id)?.resolved?.byId).toBe('p_ben')
    fireEvent.click(panel().getByRole('button', { name: 'Add a comment' }))
    const field = await screen.findByRole('textbox', { name: /^Your comment/ })
    fireEvent.change(field, { target: { value: 'Mine' } })
    fireEvent.click(screen.getByRole('button', { name: 'Comment' }))
    const mine = threads.all(scene.comments).find((each) => each.text === 'Mine')
    if (mine) addReply(scene.comments, grace, mine.id, 'An answer', 5)
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(await panel().findByText('This comment was deleted.')).toBeDefined()
    expect(panel().getByText('An answer')).toBeDefined()
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(threads.get(scene.comments, id)?.resolved).toBeUndefined()
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(threads.get(scene.comments, id)?.deletedAtMs).toBeUndefined()
    expect(replies.all(scene.comments)).toHaveLength(1)
  })

  it('keeps the guidance one press away', async () => {
    comment(grace, 'On the path', 'clear path')
    show(actorNamed('ben', 'contributor'))
    await thread(/^Grace/)
    fireEvent.keyDown(screen.getByRole('tab', { name: /^Comments/ }), { key: 'ArrowRight' })
    expect(screen.getByRole('tabpanel', { name: 'Guidance' }).textContent).toContain('A good vision')
  })

  it('[DRAFTS-35] leaves the text and its hash as they were', async () => {
    const before = canonicalText(body())
    const state = Y.encodeStateAsUpdate(scene.text)
    comment(grace, 'On the path', 'clear path')
    show(actorNamed('ben', 'contributor'), 'open')
    await waitFor(() => expect(document.querySelector('.ProseMirror mark.cm')?.textContent).toBe('clear path'), { timeout: 20_000 })
    expect(canonicalText(body())).toBe(before)
    expect(Y.encodeStateAsUpdate(scene.text)).toEqual(state)
  })
})
