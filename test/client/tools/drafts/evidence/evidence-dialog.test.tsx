// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { EvidenceDialog } from '../../../../../client/tools/drafts/evidence/EvidenceDialog'
import { drafts } from '../../../../../shared/tools/drafts/collections'
import type { Evidence } from '../../../../../shared/tools/drafts/evidence/evidence-schema'
import { coverageInWords } from '../../../../../shared/tools/drafts/evidence/evidence-words'
import { checkSession, Inside } from '../../../../support/checks'

afterEach(cleanup)

const wording = (words: string) => [{ type: 'paragraph' as const, text: [{ text: words }] }]
const fromVersion: Evidence = {
  phrases: [
    { text: 'One door.', sources: [0] },
    { text: 'Open late.', sources: [] },
  ],
  sources: [{ ref: { collection: 'drafts', id: 'draft_vision01' }, kind: 'Adopted wording, version 1', words: 'Vision' }],
  decisions: [],
  rewritten: [],
}
const first: Evidence = { phrases: [{ text: 'One door.', sources: [] }], sources: [], decisions: [], rewritten: [] }

describe('where words come from, on screen', () => {
  it('[DRAFTS-137] says of what it speaks, and calls no phrase fresh that comes from an earlier version', () => {
    expect(coverageInWords(first)).toBe('The whole text was written fresh.')
    expect(coverageInWords(fromVersion)).toBe(
      'Of the 2 phrases in the whole text, 1 was taken from an earlier version, from another wording or from a proposal and 1 was written fresh.',
    )
    const session = checkSession('contributor')
    render(
      <Inside session={session}>
        <EvidenceDialog blocks={wording('One door. Open late.')} evidence={fromVersion} onClose={() => undefined} />
      </Inside>,
    )
    const [handedOn, fresh] = screen.getByRole('list', { name: 'Phrases' }).children
    expect(handedOn?.querySelector('summary')?.textContent).toBe('One door.From version 1')
    expect(fresh?.querySelector('summary')?.textContent).toBe('Open late.Written fresh')
    expect(screen.getByRole('button', { name: 'One door.: where it comes from' })).toBeDefined()
  })

  it('[DRAFTS-200] names beside the phrase who proposed its words, and why within', () => {
    const proposed = { kind: 'Proposed wording', words: 'One door.', by: 'Grace Lindqvist', why: 'Doors are counted.' }
    const evidence = { ...first, phrases: [{ text: 'One door.', sources: [0] }] }
    const sources = [{ ...proposed, ref: { collection: 'acceptedWordings', id: 'accepted_1' } }]
    render(
      <Inside session={checkSession('contributor')}>
        <EvidenceDialog blocks={wording('One door.')} evidence={{ ...evidence, sources }} onClose={() => undefined} />
      </Inside>,
    )
    expect(screen.getByText('Proposed wording by Grace Lindqvist')).toBeDefined()
    expect(screen.getByText('Because: Doors are counted.')).toBeDefined()
  })

  it('[DRAFTS-138] leads from a version to the one before it and to where its words come from', () => {
    const session = checkSession('contributor')
    drafts.put(
      session.record,
      drafts.schema.parse({
        id: 'draft_vision01',
        kind: 'vision',
        title: 'Vision',
        version: 1,
        order: 'a0',
        createdBy: 'p_1',
        createdAtMs: 1,
        state: 'retired',
        adopted: {
          text: 'One door.',
          textHash: 'a'.repeat(64),
          blocksJson: JSON.stringify(wording('One door.')),
          atMs: 1,
          byName: 'Rosa',
          evidence: first,
        },
      }),
    )
    render(
      <Inside session={session}>
        <EvidenceDialog blocks={wording('One door. Open late.')} evidence={fromVersion} opened={{ place: 0 }} onClose={() => undefined} />
      </Inside>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Version 1 and where its words come from' }))
    const earlier = within(screen.getByRole('dialog', { name: 'Where the words of version 1 come from' }))
    expect(earlier.getByText('The whole text was written fresh.')).toBeDefined()
  })
})
