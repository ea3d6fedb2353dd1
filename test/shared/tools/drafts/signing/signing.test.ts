import { describe, expect, it } from 'vitest'
import type { Statement } from '../../../../../shared/tools/drafts/schema'
import { signatoriesOf, signedInWords, signsAs } from '../../../../../shared/tools/drafts/signing/signatories'
import type { Signature } from '../../../../../shared/tools/drafts/signing/signature-schema'
import { signingBlocks } from '../../../../../shared/tools/drafts/signing/signing-outline'
import type { Party } from '../../../../../shared/tools/tool'

const college: Party = { id: 'partner_1', name: 'Basin College', sector: '', level: 'local', contact: 'President' }
const office: Party = { id: 'partner_2', name: 'State Office', sector: '', level: 'state' }
const nation: Party = { id: 'partner_3', name: 'River Nation', sector: '', level: 'tribal' }
const noLevel: Party = { id: 'partner_4', name: 'The Mill', sector: '', level: '' }

function signature(party: Party, more: Partial<Signature> = {}): Signature {
  return {
    id: `signature_${party.id.slice(-1)}`,
    draftId: 'draft_mou',
    textHash: 'a'.repeat(64),
    partyId: party.id,
    partyName: party.name,
    name: 'Maria Lopez',
    roleTitle: 'President',
    day: '2026-11-24',
    atMs: 1,
    by: 'p_maria',
    byName: 'Maria Lopez',
    recorded: false,
    ...more,
  }
}

function agreement(outline?: string): Statement {
  return {
    id: 'draft_mou',
    kind: 'agreement',
    title: 'Agreement',
    version: 1,
    order: 'a0',
    createdBy: 'p_a',
    createdAtMs: 0,
    state: 'open',
    ...(outline ? { composedFrom: { outline, atMs: 0, fills: [], parties: [] } } : {}),
  }
}

const options = { names: true, reservations: true }

describe('who signs', () => {
  it('[DRAFTS-183] is everybody on the list, and whoever signed and left it', () => {
    const rows = signatoriesOf(
      'draft_mou',
      [signature(nation), signature(college), signature(office, { takenBack: { atMs: 2, byName: 'R' } })],
      [college, office],
    )
    expect(rows.map(({ party, signature: signed }) => [party.name, signed !== undefined])).toEqual([
      ['Basin College', true],
      ['State Office', false],
      ['River Nation', true],
    ])
    expect(signedInWords(rows)).toBe('2 of 3 partners have signed. Missing: State Office.')
    expect(signatoriesOf('draft_other', [signature(college)], [college])[0]?.signature).toBeUndefined()
  })

  it('[DRAFTS-183] is known by the name of the organisation, and an observer signs for nobody', () => {
    expect(signsAs({ role: 'contributor' }, 'the BASIN college', college)).toBe('own')
    expect(signsAs({ role: 'contributor' }, 'State Office', college)).toBeUndefined()
    expect(signsAs({ role: 'observer' }, 'Basin College', college)).toBeUndefined()
    expect(signsAs({ role: 'facilitator' }, 'State Office', college)).toBe('recorder')
    expect(signsAs({ role: 'host' }, 'Basin College', college)).toBe('own')
  })
})

describe('signature blocks', () => {
  it('[DRAFTS-186] has a row to sign for each partner, with the role title that the roster has', () => {
    const [table] = signingBlocks(agreement('partner-mou'), [], [college, office], options)
    expect(table).toMatchObject({ type: 'table', toSign: true, caption: 'Signatures' })
    expect(table?.type === 'table' && table.rows).toEqual([
      [[{ text: 'Basin College' }], [{ text: 'President' }], [], []],
      [[{ text: 'State Office' }], [], [], []],
    ])
  })

  it('[DRAFTS-186] lets the levels sign apart where they agree with one another', () => {
    const blocks = signingBlocks(agreement('state-local-agreement'), [], [college, office, nation, noLevel], options)
    expect(blocks.map((block) => block.type === 'table' && block.caption)).toEqual([
      'For the state',
      'For the local level',
      'For tribal nations',
      'For other partners',
    ])
  })

  it('[DRAFTS-186] has none where nothing was put together, and none without partners', () => {
    expect(signingBlocks(agreement(), [], [college], options)).toEqual([])
    expect(signingBlocks(agreement('partner-mou'), [], [], options)).toEqual([])
  })
})
