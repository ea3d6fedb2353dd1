// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { AdoptDialog } from '../../../../../client/tools/drafts/adopting/AdoptDialog'
import { AdoptedMeanwhile } from '../../../../../client/tools/drafts/adopting/AdoptedMeanwhile'
import type { Adopting } from '../../../../../client/tools/drafts/adopting/adopting'
import { type Wording, wordingFrom } from '../../../../../client/tools/drafts/live-wording'
import { meanwhile } from '../../../../../shared/tools/drafts/adopting/meanwhile'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import type { Agreement, Statement } from '../../../../../shared/tools/drafts/schema'
import { workshopSession } from '../../../../support/workshop-session'
import { vision } from '../statements'

const draft = vision()
const passed: Agreement = {
  roundId: 'round_aaaaaaaa',
  method: 'resonance',
  eligible: 4,
  answered: 4,
  passed: true,
  levels: [{ answer: 'resonates', people: 4 }],
  reservations: [],
  missing: [],
}
const before = wording('One door.')
const after = wording('One door for every learner.')
/** What the server knows of each text. */
const known = new Map([
  [before.textHash, passed],
  [after.textHash, { ...passed, passed: false, answered: 0, levels: [], answeredEarlier: 4, missing: ['Ann', 'Bo', 'Cy', 'Di'] }],
])

const asked: string[] = []
const changed = {
  type: 'about:blank',
  title: 'Changed',
  status: 409,
  code: 'draft/changed',
  detail: 'The text has changed since you read it.',
}
beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (init?.method === 'POST') return Response.json(changed, { status: 409, headers: { 'content-type': 'application/problem+json' } })
    const textHash = new URL(url, 'http://localhost').searchParams.get('textHash') ?? ''
    asked.push(textHash)
    return Response.json({ textHash, agreement: known.get(textHash) })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function wording(text: string): Wording {
  return wordingFrom([{ type: 'paragraph', text: [{ text }] }])
}

function dialog(shown: Wording, all: readonly Statement[] = [draft]) {
  return (
    <WorkshopContext value={session}>
      <Page shown={shown} all={all} />
    </WorkshopContext>
  )
}

/** As the page has it: the dialog goes with the open draft, what is about to be adopted stays. */
function Page({ shown, all }: { readonly shown: Wording; readonly all: readonly Statement[] }) {
  const [adopting, setAdopting] = useState<Adopting | undefined>({ draftId: draft.id, title: 'Vision', reason: '', sending: 'no' })
  const hand = { adopting, setAdopting }
  return (
    <>
      {all[0]?.state === 'open' ? <AdoptDialog draft={draft} wording={shown} {...hand} /> : null}
      <AdoptedMeanwhile all={all} {...hand} />
    </>
  )
}

const session = workshopSession({ name: 'Rosa Delgado', actor: { workshopId: 'ws_aaaaaaaa', id: 'p_aaaaaaaa', role: 'host' } })

describe('adopting a text that changes meanwhile', () => {
  it('[DRAFTS-204] says that the day for a review is only proposed, and no more once it is chosen', async () => {
    known.set(before.textHash, { ...passed, method: 'consent' })
    render(dialog(before))
    expect(await screen.findByText(/^Convene proposes three months; clear it for no review\./)).toBeDefined()
    fireEvent.change(screen.getByLabelText('Review it by (optional)'), { target: { value: '' } })
    expect(screen.queryByText(/Convene proposes/)).toBeNull()
    known.set(before.textHash, passed)
  })

  it('[DRAFTS-25] asks again about the new text and shows nothing heard about the one before', async () => {
    const { rerender } = render(dialog(before))
    expect(await screen.findByText('The check passed on these words. 4 of 4 answered on this text.')).toBeDefined()
    rerender(dialog(after))
    expect(screen.getByText('The text has changed since you opened this.')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Show the new text' }))
    expect(screen.queryByText(/of 4 answered/)).toBeNull()
    expect(screen.getByText('Looking up who answered on this text.')).toBeDefined()
    const now = '0 of 4 answered on this text. 4 answered an earlier wording; answers on it do not count and are not recorded.'
    expect(await screen.findByText(now)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Adopt with this reason' })).toBeDefined()
    expect(asked).toEqual([before.textHash, after.textHash])
  })

  it('[DRAFTS-25] takes back a refusal and a missing reason once their cause is gone', async () => {
    const { rerender } = render(dialog(after))
    const adopt = await screen.findByRole('button', { name: 'Adopt with this reason' })
    fireEvent.click(adopt)
    const missing = 'Say in a sentence why it is adopted all the same.'
    expect(screen.getByText(missing)).toBeDefined()
    fireEvent.change(screen.getByLabelText('Why adopt it now?'), { target: { value: 'The council meets today.' } })
    expect(screen.queryByText(missing)).toBeNull()
    fireEvent.click(adopt)
    expect(await screen.findByText(/since you read it/)).toBeDefined()
    rerender(dialog(before))
    rerender(dialog(after))
    expect(screen.queryByText(/since you read it/)).toBeNull()
  })
})

describe('a wording that somebody else adopts while the dialog is open', () => {
  const adopted = drafts.schema.parse({
    ...draft,
    state: 'adopted',
    adopted: { text: 'One door.', textHash: before.textHash, blocksJson: '[]', atMs: 1, byName: 'Rosa Delgado', overrideReason: 'Theirs.' },
  })

  it('[DRAFTS-135] says by whom and when, and keeps the typed reason to copy', async () => {
    const { rerender } = render(dialog(after))
    fireEvent.change(await screen.findByLabelText('Why adopt it now?'), { target: { value: 'The council meets today.' } })
    rerender(dialog(after, [adopted]))
    expect(screen.getByText(/^This was adopted meanwhile, by you, at .+\.$/)).toBeDefined()
    expect(screen.getByText('Your reason was not needed; copy it if you want to keep it.')).toBeDefined()
    expect(screen.getByLabelText('Your reason')).toHaveProperty('value', 'The council meets today.')
    expect(screen.getByRole('button', { name: 'Copy the reason' })).toBeDefined()
    fireEvent.click(screen.getAllByRole('button', { name: 'Close this dialog' })[0] as HTMLElement)
    expect(screen.queryByText(/adopted meanwhile/)).toBeNull()
  })

  it('[DRAFTS-135] says nothing of one’s own adoption, and says when the wording was set aside', async () => {
    expect(meanwhile([adopted], draft.id, 'Theirs.')).toBeUndefined()
    expect(meanwhile([adopted], draft.id, '')).toBeUndefined()
    expect(meanwhile([adopted], draft.id, 'Mine.')?.what).toBe('adopted')
    const aside = drafts.schema.parse({ ...draft, state: 'retired' })
    const rival = drafts.schema.parse({ ...adopted, id: 'draft_rival001', title: 'B', rivalOf: draft.id })
    expect(meanwhile([aside], draft.id, undefined)).toEqual({ what: 'set-aside' })
    expect(meanwhile([aside, rival], draft.id, undefined)).toMatchObject({ what: 'adopted', as: 'B' })
  })
})
