// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { WorkshopContext } from '../../../../../client/app/workshop-context'
import { wordingFrom } from '../../../../../client/tools/drafts/live-wording'
import { CompareDialog } from '../../../../../client/tools/drafts/rivals/CompareDialog'
import { MergeDialog } from '../../../../../client/tools/drafts/rivals/MergeDialog'
import { isChanged, type MergePiece, movedPiece, shortened, withPiece } from '../../../../../client/tools/drafts/rivals/merging'
import { type Block, plain } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import type { Statement } from '../../../../../shared/tools/drafts/schema'
import { openedDoc, workshopSession } from '../../../../support/workshop-session'
import { vision } from '../statements'

let rooms: Map<string, Y.Doc>
beforeEach(() => {
  rooms = new Map()
})
afterEach(cleanup)

function statement(id: string, text: string): Statement {
  const doc = new Y.Doc()
  fillFragment(doc.getXmlFragment('body'), [{ type: 'paragraph', text: plain(text) }])
  rooms.set(`draft_${id}`, doc)
  return vision({ id: `draft_${id}`, title: id })
}

function wordings() {
  return [
    { draft: statement('aaaaaaaa', 'Every adult sees a path, and finds one team.'), name: 'Working draft' },
    { draft: statement('bbbbbbbb', 'Talent stays and grows.'), name: 'Alternative B' },
    { draft: statement('cccccccc', 'Nobody has to choose.'), name: 'Alternative C' },
  ] as const
}

function show(children: React.ReactNode) {
  const session = workshopSession({ openRoom: (_zone, id) => openedDoc(rooms.get(id) ?? new Y.Doc()) })
  return render(<WorkshopContext value={session}>{children}</WorkshopContext>)
}

function Merging({ all }: { readonly all: ReturnType<typeof wordings> }) {
  const [pieces, setPieces] = useState<readonly MergePiece[]>([])
  return (
    <MergeDialog working={all[0].draft} wording={wordingFrom([])} wordings={all} pieces={pieces} onPieces={setPieces} onClose={() => {}} />
  )
}

const press = (name: string) => fireEvent.keyDown(screen.getByRole('button', { name }), { key: 'Enter' })
const picked = () => [...screen.getByRole('list', { name: 'Picked phrases' }).querySelectorAll('.voice')].map((each) => each.textContent)

describe('putting a text together', { timeout: 30_000 }, () => {
  it('[DRAFTS-150] shows in its preview the bold, italics and links that the wording will have', async () => {
    const all = wordings()
    const body = rooms.get('draft_aaaaaaaa')?.getXmlFragment('body')
    body?.delete(0, body.length)
    const marked: Block = {
      type: 'paragraph',
      text: [
        { text: 'Every ' },
        { text: 'adult', marks: ['bold'] },
        { text: ' finds a ' },
        { text: 'team', marks: [{ href: 'https://example.org/' }] },
      ],
    }
    if (body) fillFragment(body, [marked])
    show(<Merging all={all} />)
    await screen.findByRole('button', { name: 'Pick “Every adult finds a team”' })
    press('Pick “Every adult finds a team”')
    const preview = screen.getByRole('region', { name: 'Preview' })
    expect(preview.textContent).toBe('Every adult finds a team')
    expect(preview.querySelector('strong')?.textContent).toBe('adult')
    expect(preview.querySelector('a')?.textContent).toBe('team')
  })

  it('[DRAFTS-85] picks, moves and takes out phrases by keyboard, and joins them with words of its own', async () => {
    show(<Merging all={wordings()} />)
    await screen.findByRole('button', { name: 'Pick “Talent stays and grows.”' })
    press('Pick “Every adult sees a path,”')
    press('Pick “Talent stays and grows.”')
    fireEvent.change(screen.getByRole('textbox', { name: 'Joining words, written fresh' }), { target: { value: 'where' } })
    fireEvent.click(screen.getByRole('button', { name: 'Add' }))
    expect(picked()).toEqual(['Every adult sees a path,', 'Talent stays and grows.', 'where'])
    fireEvent.click(screen.getByRole('button', { name: 'Move “where” up' }))
    expect(screen.getByRole('region', { name: 'Preview' }).textContent).toBe('Every adult sees a path, where Talent stays and grows.')
    press('Pick “Every adult sees a path,”')
    expect(picked()).toEqual(['where', 'Talent stays and grows.'])
    fireEvent.click(screen.getByRole('button', { name: 'Take out “where”' }))
    fireEvent.click(screen.getByRole('button', { name: /^Pick the whole sentence/ }))
    expect(picked()).toEqual(['Talent stays and grows.', 'Every adult sees a path, and finds one team.'])
  })

  it('[DRAFTS-85] keeps what is picked while others write, and marks a phrase that changed', async () => {
    show(<Merging all={wordings()} />)
    await screen.findByRole('button', { name: 'Pick “Talent stays and grows.”' })
    press('Pick “Talent stays and grows.”')
    press('Pick “Nobody has to choose.”')
    const paragraph = rooms.get('draft_bbbbbbbb')?.getXmlFragment('body').get(0)
    const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (!(line instanceof Y.XmlText)) throw new Error('there is no line')
    line.insert(0, 'Here, ')
    await screen.findByRole('button', { name: 'Pick “Here, Talent stays and grows.”' })
    expect(screen.queryByText('Changed there since. Pick it again.')).toBeNull()
    line.insert('Here, Talent stays'.length, ', returns')
    expect(await screen.findByText('Changed there since. Pick it again.')).toBeDefined()
    expect(picked()).toEqual(['Talent stays and grows.', 'Nobody has to choose.'])
    expect(screen.getByRole('button', { name: 'Make it another wording' }).getAttribute('aria-disabled')).toBe('true')
  })

  it('[DRAFTS-85] shortens a piece by a word at either end, and moves none over the edge', () => {
    const pieces = withPiece(withPiece([], { draftId: 'draft_aaaaaaaa', text: 'a clear path', at: 5 }), { text: 'and' })
    const [first] = pieces
    if (!first) throw new Error('nothing was picked')
    expect(shortened(first, 'first')).toMatchObject({ text: 'clear path', at: 6 })
    expect(shortened(first, 'last')).toMatchObject({ text: 'a clear', at: 5 })
    expect(shortened({ ...first, text: 'path' }, 'last').text).toBe('path')
    expect(movedPiece(pieces, first.key, -1)).toBe(pieces)
    expect(movedPiece(pieces, first.key, 1).map(({ text }) => text)).toEqual(['and', 'a clear path'])
    expect(isChanged(first, new Map([['draft_aaaaaaaa', { ink: 'aclearpath' }]]))).toBe(false)
    expect(isChanged(first, new Map([['draft_aaaaaaaa', { ink: 'apath' }]]))).toBe(true)
    expect(isChanged(first, new Map())).toBe(false)
  })
})

describe('comparing wordings', () => {
  it('[DRAFTS-83] compares any two, and choosing the other one swaps them', async () => {
    const all = wordings()
    const [a, b, c] = all.map(({ draft }) => draft.id)
    show(<CompareDialog wordings={all} first={[a ?? '', b ?? '']} onClose={() => {}} />)
    const gone = () => [...document.querySelectorAll('.compared del')].map((each) => each.textContent).join('')
    await waitFor(() => expect(gone()).toContain('Every adult'))
    fireEvent.change(screen.getByLabelText('Compare'), { target: { value: c } })
    await waitFor(() => expect(gone()).toContain('Nobody has to choose'))
    expect(document.querySelector('.compared ins')?.textContent).toContain('Talent stays')
    fireEvent.change(screen.getByLabelText('Compare'), { target: { value: b } })
    await waitFor(() => expect(gone()).toContain('Talent stays'))
    expect((screen.getByLabelText('with') as HTMLSelectElement).value).toBe(c)
  })
})
