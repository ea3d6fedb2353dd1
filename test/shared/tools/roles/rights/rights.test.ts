import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { agreementOutlines } from '../../../../../shared/content/working-agreement'
import { blocksText } from '../../../../../shared/doc/canonical-text'
import { composeAgreement } from '../../../../../shared/tools/document/agreement/compose'
import { rolesTool } from '../../../../../shared/tools/roles'
import { decisionRights } from '../../../../../shared/tools/roles/collections'
import {
  addRights,
  addUsualRights,
  editRight,
  removeRight,
  restoreRight,
  setShare,
} from '../../../../../shared/tools/roles/rights/right-commands'
import { type DecisionRight, Share } from '../../../../../shared/tools/roles/rights/right-schema'
import { openAbout, removedRights, rightsOf, shareInWords, usualRights } from '../../../../../shared/tools/roles/rights/rights'
import { agreedInWords, rightsFills, rightsOutline } from '../../../../../shared/tools/roles/rights/rights-outline'
import { person, replicas } from '../../../../support/boards'

const rosa = person('rosa', 'facilitator')

function started(): Y.Doc {
  const board = new Y.Doc()
  addUsualRights(board, rosa)
  return board
}

function rightIn(board: Y.Doc, decision: string): DecisionRight {
  const right = rightsOf(decisionRights.all(board)).find((each) => each.decision === decision)
  if (!right) throw new Error(`no decision ${decision}`)
  return right
}

describe('who decides what', () => {
  it('[ROLES-60] keeps what two people settle at the same time for two levels of one decision', () => {
    const { docs, sync } = replicas(2, (doc) => void addRights(doc, rosa, [{ decision: 'Choose sectors', shares: {} }]))
    const [one, two] = docs
    if (!one || !two) throw new Error('no replicas')
    const { id } = rightIn(one, 'Choose sectors')
    setShare(one, rosa, id, 'state', 'consulted')
    setShare(two, rosa, id, 'local', 'decides')
    editRight(two, rosa, id, { decider: 'Basin College' })
    sync()
    for (const doc of docs) {
      expect(rightIn(doc, 'Choose sectors')).toMatchObject({ shares: { state: 'consulted', local: 'decides' }, decider: 'Basin College' })
    }
    setShare(one, rosa, id, 'state', undefined)
    expect(rightIn(one, 'Choose sectors').shares).toEqual({ local: 'decides' })
  })

  it('[ROLES-61] starts from the usual decisions, once', () => {
    const board = started()
    expect(rightsOf(decisionRights.all(board)).map(({ decision }) => decision)).toEqual(usualRights.map(({ decision }) => decision))
    for (const { shares } of usualRights) for (const share of Object.values(shares)) expect(Share.options).toContain(share)
    removeRight(board, rosa, rightIn(board, 'Choose target sectors').id, 5)
    expect(addUsualRights(board, rosa)).toHaveLength(1)
    expect(addUsualRights(board, rosa)).toEqual([])
  })

  it('[ROLES-62] says what is joint and what is open', () => {
    const board = started()
    const joint = rightIn(board, 'Define shared measures')
    expect([shareInWords(joint, 'state'), shareInWords(joint, 'local'), shareInWords(joint, 'tribal')]).toEqual([
      'Decides jointly',
      'Decides jointly',
      '',
    ])
    expect(openAbout(joint)).toEqual(['Nobody is named who decides it for state and local together.'])
    const single = rightIn(board, 'Set program approval rules')
    expect(shareInWords(single, 'state')).toBe('Decides')
    expect(openAbout(single)).toEqual(['Nobody is named who decides it at the state level.'])
    expect(openAbout({ ...single, decider: 'State Board' })).toEqual([])
    expect(openAbout({ ...single, shares: { local: 'consulted' }, decider: 'State Board' })).toEqual(['No level decides this yet.'])
  })

  it('[ROLES-63] puts a decision back as it was', () => {
    const board = started()
    const before = rightIn(board, 'Choose training providers')
    removeRight(board, rosa, before.id, 5)
    expect(rightsOf(decisionRights.all(board))).toHaveLength(usualRights.length - 1)
    expect(removedRights(decisionRights.all(board)).map(({ id }) => id)).toEqual([before.id])
    restoreRight(board, rosa, before.id)
    expect(rightIn(board, 'Choose training providers')).toEqual(before)
  })

  it('[ROLES-64] refuses words and levels of its own', () => {
    const board = started()
    const right = rightIn(board, 'Choose target sectors')
    const check = (after: unknown) =>
      rolesTool.check?.(
        rosa,
        { collection: decisionRights.name, id: right.id, change: 'edited', fields: ['shares'], before: right, after, createdBy: rosa.id },
        { zone: 'board', record: new Y.Doc(), doc: board },
      )
    expect(check(right)).toBeUndefined()
    expect(check({ ...right, shares: { local: 'rules' } })).toContain('not written as the list needs it')
    expect(check({ ...right, shares: { county: 'decides' } })).toContain('not written as the list needs it')
  })

  it('[ROLES-65] is a chapter of the document, with what is open', () => {
    const board = started()
    const [chapter] = rightsOutline(decisionRights.all(board))
    expect(chapter).toMatchObject({ part: 'roles', title: 'Who decides what' })
    const text = blocksText(chapter?.blocks ?? [])
    expect(text).toContain('| Decision | State | Local | Who decides | Who is asked before |')
    expect(text).toContain('| Choose target sectors | Consulted | Decides |  |  |')
    expect(text).toContain('Set program approval rules: Nobody is named who decides it at the state level.')
    expect(rightsOutline([])).toEqual([])
    setShare(board, rosa, rightIn(board, 'Choose target sectors').id, 'tribal', 'consulted')
    expect(blocksText(rightsOutline(decisionRights.all(board))[0]?.blocks ?? [])).toContain('| Decision | State | Local | Tribal |')
  })

  it('[ROLES-65] goes into the agreement between the levels, and into one of its own', () => {
    const fills = rightsFills(decisionRights.all(started()))
    for (const id of ['state-local-agreement', 'decision-rights']) {
      const outline = agreementOutlines.find((each) => each.id === id)
      if (!outline) throw new Error(`no outline ${id}`)
      const text = blocksText(composeAgreement(outline, fills, {}).flatMap(({ blocks }) => blocks))
      expect(text).toContain('| Define shared measures | Decides jointly | Decides jointly |')
    }
  })

  it('[ROLES-67] says whether the group has agreed to it as it is now', () => {
    const board = started()
    const all = () => decisionRights.all(board)
    const text = blocksText(rightsFills(all())[0]?.blocks ?? [])
    const agreed = [
      { title: 'Who decides what', atMs: Date.UTC(2026, 10, 24), text: `# Who decides\n\n${text}\n\nMore.`, from: ['decisionRights'] },
    ]
    const other = { title: 'Another', atMs: Date.UTC(2027, 0, 1), text: 'No list.', from: ['roster'] }
    expect(agreedInWords(all(), [])).toBe('The group has not agreed to this yet.')
    expect(agreedInWords(all(), [other, ...agreed])).toBe('Agreed on 24 November 2026, in “Who decides what”.')
    expect(blocksText(rightsOutline(all(), agreed)[0]?.blocks ?? [])).toContain('Agreed on 24 November 2026')
    setShare(board, rosa, rightIn(board, 'Choose target sectors').id, 'state', 'informed')
    expect(agreedInWords(all(), agreed)).toBe('Changed since it was agreed on 24 November 2026, in “Who decides what”.')
  })
})
