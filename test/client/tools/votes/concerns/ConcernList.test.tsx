// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ConcernList } from '../../../../../client/tools/votes/concerns/ConcernList'
import { keepConcernKey, keptConcernKey } from '../../../../../client/tools/votes/concerns/concern-key'
import type { Role } from '../../../../../shared/access/actor'
import { concerns } from '../../../../../shared/tools/votes/concern-collection'
import type { Concern } from '../../../../../shared/tools/votes/concern-schema'
import { standingInWords } from '../../../../../shared/tools/votes/concern-words'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { participants } from '../../../../../shared/workshop/collections'
import { askedHash, checkRound, checkSession, Inside } from '../../../../support/checks'
import { answeredState, changedHash, concernOf } from '../../../../support/concerns'

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
})

interface Shown {
  /** Grace is the contributor, Hanna the host. */
  readonly role?: Role
  readonly check?: Round
  readonly textHash?: string
  readonly gone?: boolean
}

/** What the server was asked; it takes everything, knows two texts and one key. */
function show(all: readonly Concern[], { role = 'contributor', check = checkRound(), textHash = askedHash, gone = false }: Shown = {}) {
  const seen: { readonly path: string; readonly body: unknown }[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const path = url.replace('/api/workshops/ws_1/', '')
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    seen.push({ path, body })
    if (path.startsWith('texts/'))
      return Response.json({ textHash: path.slice(6), text: path.endsWith('a') ? 'One door.' : 'One open door.' })
    if (path.endsWith('/own-concern') && body.key === 'right') return Response.json({ concernId: 'concern_2' })
    if (path.endsWith('/own-concern')) return Response.json(notAuthor, { status: 403 })
    return Response.json({ state: { is: 'open' } })
  })
  const session = checkSession(role, check)
  for (const concern of all) concerns.put(session.record, concern)
  if (gone) participants.patch(session.record, 'p_1', { removed: true })
  render(
    <Inside session={session}>
      <ConcernList draftId="draft_vision01" text="One open door." textHash={textHash} check={check} />
    </Inside>,
  )
  return { seen, record: session.record }
}

const notAuthor = { type: 'urn:x', title: 'vote/not-author', code: 'vote/not-author', status: 403, detail: 'Not yours.' }
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent)
const ownButtons = ['Record it as dissent: I still disagree', 'Withdraw it']

describe('the list of concerns', () => {
  it('[VOTES-116] tells whoever closed theirs as met that the answer still stands, while it may be changed', () => {
    const met = concernOf({ id: 'concern_1', authorId: 'p_1', state: { is: 'closed', as: 'met', atMs: 3 } })
    show([met], { check: checkRound({ state: 'open' }) })
    expect(screen.getByText(/^This closed your concern; your answer still stands\./)).toBeDefined()
    cleanup()
    show([met], { check: checkRound({ state: 'closed' }) })
    expect(screen.queryByText(/your answer still stands/)).toBeNull()
    cleanup()
    show([met], { role: 'host', check: checkRound({ state: 'open' }) })
    expect(screen.queryByText(/your answer still stands/)).toBeNull()
  })

  it('[VOTES-115] counts them, open ones first, each with who, the answer in words, the reason and how it stands', () => {
    show([
      concernOf({
        id: 'concern_1',
        state: { is: 'closed', as: 'met', atMs: 3, words: 'Good.' },
        history: [{ ...answeredState, what: 'answered' }],
      }),
      concernOf({ id: 'concern_2', authorId: 'p_2', method: 'fist', answer: 1, words: undefined, atMs: 5 }),
      concernOf({ id: 'concern_3', authorId: undefined, method: 'gradients', answer: 7, words: 'Too long.', state: answeredState }),
    ])
    expect(screen.getByText('1 open · 1 answered · 1 closed')).toBeDefined()
    const [first, second, third] = within(screen.getByRole('list', { name: 'Concerns' })).getAllByRole('listitem')
    expect(first?.textContent).toContain('Ben Whitehorse, answered OneOpen')
    expect(first?.textContent).toContain('Gave no reason.')
    expect(second?.textContent).toContain('Somebody, in a secret check, serious disagreement')
    expect(second?.textContent).toContain('“Too long.”')
    expect(second?.textContent).toContain('Ben Whitehorse changed the words to answer it: “The council does.”')
    expect(third?.textContent).toContain('Grace Lindqvist (you), not yetMet by a change')
    expect(third?.textContent).toContain('says now: “Good.”')
  })

  it('[VOTES-115] [VOTES-179] says what will stand there, that a sealed check tells it at its close, and that few secret answers stay unsaid', () => {
    show([], { check: checkRound({ method: 'resonance', answers: {} }) })
    expect(screen.getByText(/^None so far\./)).toBeDefined()
    cleanup()
    show([])
    expect(screen.getByText(/^Sealed until the check closes\./).textContent).not.toContain('key')
    cleanup()
    show([], { check: checkRound({ secret: true }) })
    expect(screen.getByText(/If 5 or more answer, then .* the device you answer on keeps the key to yours/)).toBeDefined()
    cleanup()
    const levels = [1, 2, 3, 4, 5, 6, 7, 8].map((answer) => ({ answer, people: answer === 2 ? 1 : answer === 7 ? 2 : 0 }))
    show([], { check: checkRound({ state: 'closed', secret: true, result: { voters: 3, levels } }) })
    expect(screen.getByText(/^2 answers are below the threshold\. With fewer than 5 voters/)).toBeDefined()
    expect(screen.queryByText(/^None so far/)).toBeNull()
    cleanup()
    show([], { check: checkRound({ state: 'closed', secret: true, result: { voters: 2, withheld: true } }) })
    expect(screen.getByText('Fewer than 3 answered in secret, so any concerns stay unsaid.')).toBeDefined()
  })

  it('[VOTES-115] shows the linked change by words, and what was said before', async () => {
    show([
      concernOf({ state: answeredState, history: [{ what: 'said', atMs: 0, answer: 'not-yet', words: 'Say who.', textHash: askedHash }] }),
    ])
    expect(screen.getByText('Said before, not yet: “Say who.”')).toBeDefined()
    const details = screen.getByText('Show the change').closest('details')
    if (!details) throw new Error('nothing to open')
    details.open = true
    fireEvent(details, new Event('toggle'))
    await waitFor(() => expect(details.querySelector('.compared ins')?.textContent).toContain('open'))
  })
})

describe('what a person may do about a concern', () => {
  it('[VOTES-116] is for its author to end it, and once a change is linked to say whether it answers', async () => {
    const { seen } = show([concernOf()])
    expect(buttons()).toEqual(ownButtons)
    cleanup()
    show([concernOf({ state: answeredState })])
    expect(buttons()).toEqual(['This answers it', 'Not answered', ...ownButtons])
    cleanup()
    show([concernOf({ state: { is: 'closed', as: 'dissent', atMs: 3 } })])
    expect(buttons()).toEqual([])
    expect(seen).toEqual([])
  })

  it('[VOTES-142] is to record dissent in words that nobody takes for consent', () => {
    show([concernOf()])
    press('Record it as dissent: I still disagree')
    expect(screen.getByText(/The record says that you disagree, which is no consent/)).toBeDefined()
    expect(document.body.textContent).not.toContain('live with it')
    const closed = concernOf({ state: { is: 'closed', as: 'dissent', atMs: 3 } })
    expect(standingInWords(closed)).toBe('Recorded as dissent: its author still disagrees, and the group may go on.')
  })

  it('[VOTES-116] is sent with a few words or none, and can be left', async () => {
    const { seen } = show([concernOf({ state: answeredState })])
    press('Not answered')
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    press('Not now')
    press('Not answered')
    fireEvent.change(screen.getByLabelText('What is still missing? (optional)'), { target: { value: ' Since when? ' } })
    press('Not answered')
    await waitFor(() => expect(seen).toEqual([{ path: 'concerns/concern_1/settle', body: { as: 'not-answered', words: 'Since when?' } }]))
    await waitFor(() => expect(document.activeElement?.tagName).toBe('LI'))
    press('This answers it')
    await waitFor(() => expect(seen.at(-1)?.body).toEqual({ as: 'met' }))
  })

  it('[VOTES-116] is for whoever writes to link the change, once the words differ from those it is about and from those refused', async () => {
    const others = concernOf({ authorId: 'p_2' })
    show([others])
    expect(buttons()).toEqual([])
    cleanup()
    show([others], { textHash: changedHash, role: 'observer' })
    expect(buttons()).toEqual([])
    cleanup()
    show([concernOf({ authorId: 'p_2', history: [{ ...answeredState, what: 'answered', refused: { atMs: 3 } }] })], {
      textHash: changedHash,
    })
    expect(buttons()).toEqual([])
    cleanup()
    const { seen } = show([others], { textHash: changedHash })
    fireEvent.click(await screen.findByRole('button', { name: 'Answered by this change' }))
    // What would be linked is in sight, word by word.
    await waitFor(() => expect(document.querySelector('.compared ins')?.textContent).toContain('open'))
    fireEvent.change(screen.getByLabelText('What did you change? (optional)'), { target: { value: 'The council does.' } })
    press('Answered by this change')
    await waitFor(() =>
      expect(seen.filter(({ path }) => path.startsWith('concerns/'))).toEqual([
        { path: 'concerns/concern_1/answer', body: { textHash: changedHash, words: 'The council does.' } },
      ]),
    )
  })

  it('[VOTES-140] is not to link words that are those it is about, be they formatted anew, and a line says why', async () => {
    const others = concernOf({ authorId: 'p_2' })
    show([others])
    expect(screen.getByText(/^The words are still those that this was said about\./)).toBeDefined()
    cleanup()
    show([concernOf({ authorId: 'p_2', textHash: 'c'.repeat(64) })], { textHash: changedHash })
    expect(await screen.findByText(/^The words are still those/)).toBeDefined()
    expect(buttons()).toEqual([])
    cleanup()
    show([concernOf({ authorId: 'p_2', history: [{ ...answeredState, what: 'answered', refused: { atMs: 3 } }] })], {
      textHash: changedHash,
    })
    expect(screen.getByText(/do not answer this\. Once they change again/)).toBeDefined()
    cleanup()
    show([others], { textHash: changedHash, role: 'observer' })
    expect(screen.queryByText(/linked here/)).toBeNull()
  })

  it('[VOTES-116] is nothing for a facilitator but linking; where its author has left, to write that down', () => {
    show([concernOf({ state: answeredState })], { role: 'host' })
    expect(buttons()).toEqual([])
    expect(screen.getByText('Only its author says whether this answers it.')).toBeDefined()
    cleanup()
    show([concernOf()], { role: 'host', gone: true })
    expect(screen.getByText(/^Its author has left, so nobody closes it\./)).toBeDefined()
    expect(buttons()).toEqual(['Write down that its author has left'])
    cleanup()
    show([concernOf({ history: [{ what: 'author-left', byName: 'Rosa', atMs: 4 }] })], { role: 'host', gone: true })
    expect(screen.getByText(/Rosa wrote down\.$/)).toBeDefined()
    expect(buttons()).toEqual([])
  })

  it('[VOTES-116] in a secret check is for the device that has its key, which it sends; a key that opens nothing is forgotten', async () => {
    const secret = [
      concernOf({ id: 'concern_2', authorId: undefined }),
      concernOf({ id: 'concern_3', authorId: undefined, words: 'Another.' }),
      concernOf({ id: 'concern_4', roundId: 'round_2', authorId: undefined, words: 'A third.' }),
    ]
    keepConcernKey({ roundId: 'round_1', participantId: 'p_1' }, { version: 1, done: true, concernKey: 'right' })
    keepConcernKey({ roundId: 'round_2', participantId: 'p_1' }, { version: 1, done: true, concernKey: 'wrong' })
    // Somebody else has used this device.
    keepConcernKey({ roundId: 'round_3', participantId: 'p_2' }, { version: 1, done: true, concernKey: 'theirs' })
    const { seen } = show([...secret, concernOf({ id: 'concern_5', roundId: 'round_3', authorId: undefined })])
    await waitFor(() => expect(buttons()).toEqual(ownButtons))
    await waitFor(() => expect(keptConcernKey({ roundId: 'round_2', participantId: 'p_1' })).toBeUndefined())
    expect(screen.getByText('(you)', { exact: false }).textContent).toContain('Somebody, in a secret check')
    expect(seen.map(({ path }) => path)).not.toContain('rounds/round_3/own-concern')
    press('Withdraw it')
    press('Withdraw it')
    await waitFor(() => expect(seen.at(-1)).toEqual({ path: 'concerns/concern_2/settle', body: { as: 'withdrawn', key: 'right' } }))
  })
})
