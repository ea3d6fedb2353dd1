import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import leadershipTeam from '../../../../shared/content/leadership-team.json' with { type: 'json' }
import { workshopDocs } from '../../../../shared/tools/docs'
import { partNote } from '../../../../shared/tools/document/parts'
import { partnersTool } from '../../../../shared/tools/partners'
import { partners } from '../../../../shared/tools/partners/collections'
import { addPartner } from '../../../../shared/tools/partners/commands'
import { coverage, gapSentences } from '../../../../shared/tools/partners/coverage'
import { proposeSeats } from '../../../../shared/tools/partners/propose-seats'
import { seatRules, seats, sectors, teams } from '../../../../shared/tools/partners/recommended-team'
import { participants } from '../../../../shared/workshop/collections'
import { cascadia, copperBasin, importedBoard, rosa } from './support'

const coverOf = (board: Y.Doc) => coverage(partners.all(board))
const missingIds = (board: Y.Doc) => coverOf(board).missing.map(({ id }) => id)

describe('the recommended team', () => {
  it('has levels, teams and rules that name its own seats', () => {
    expect(new Set(seats.map(({ level }) => level))).toEqual(new Set(['state', 'local', 'either']))
    expect(teams.map(({ id }) => id)).toEqual(leadershipTeam.teamKinds.map(({ id }) => id))
    expect(sectors).toHaveLength(6)
    for (const { anyOf, level } of seatRules) {
      expect(['state', 'local']).toContain(level)
      for (const seat of anyOf) expect(seats.map(({ id }) => id)).toContain(seat)
    }
  })
})

describe('coverage', () => {
  it('[PARTNERS-4] counts the copper basin by sector and level and names the silent sector', () => {
    const board = importedBoard(copperBasin(), true)
    const counts = Object.fromEntries(coverOf(board).sectors.map(({ id, partners: count }) => [id, count]))
    expect(counts).toEqual({
      'workforce-development': 4,
      education: 2,
      'human-services': 1,
      'community-based-organizations': 1,
      employers: 4,
      'economic-development': 0,
    })
    expect(coverOf(board).sectors[0]?.byLevel).toEqual({ state: 0, local: 1, tribal: 2, federal: 1 })
    expect(gapSentences(coverOf(board))[0]).toBe('No one speaks for economic development yet.')
  })

  it('[PARTNERS-5] finds which minimum seats the copper basin lacks', () => {
    const board = importedBoard(copperBasin(), true)
    expect(missingIds(board)).toEqual([
      'state-workforce',
      'state-human-services-seat',
      'state-secondary',
      'state-postsecondary',
      'state-adult-basic',
      'state-economic',
      'local-economic',
    ])
    expect(gapSentences(coverOf(board))).toEqual([
      'No one speaks for economic development yet.',
      'Nobody from the state holds a seat for workforce development, human services, secondary education, postsecondary education or adult basic education yet.',
    ])
  })

  it('[PARTNERS-5] finds the gaps of cascadia, where only two local seats are open', () => {
    const board = importedBoard(cascadia(), true)
    expect(missingIds(board)).toEqual(['local-adult-education', 'local-human-services-seat'])
    expect(gapSentences(coverOf(board))).toEqual([
      'Nobody from the local level holds a seat for adult education provider or TANF provider or human service agency yet.',
    ])
  })

  it('[PARTNERS-5] says nothing about an empty roster, and nothing of a partner that was removed', () => {
    expect(gapSentences(coverage([]))).toEqual([])
    const board = new Y.Doc()
    addPartner(board, rosa, {
      name: 'County economic council',
      sector: 'economic-development',
      level: 'local',
      seats: ['local-economic-development'],
    })
    const [partner] = partners.all(board)
    if (!partner) throw new Error('nothing was added')
    expect(coverage([partner]).filled.map(({ id }) => id)).toEqual(['local-economic'])
    expect(coverage([{ ...partner, removedAtMs: 1 }]).filled).toEqual([])
  })

  it.each([
    ['State workforce board', 'workforce-development', 'state', ['state-workforce-board']],
    ['Copper County One Stop', 'workforce-development', 'local', ['local-workforce-agency']],
    ['Local Workforce Investment Board, Area 1', 'workforce-development', 'local', ['local-workforce-board']],
    [
      'Department of Community Colleges and Workforce Development',
      'workforce-development',
      'state',
      ['state-postsecondary-education', 'state-workforce-agency'],
    ],
    ["Heron's Bend Nation Workforce Program (WIA)", 'workforce-development', 'tribal', []],
    ['Federal Employment, Training and Apprenticeship Office', 'workforce-development', 'federal', []],
    ['Copper Basin Community College Adult Basic Education', 'education', 'local', ['local-adult-basic-education']],
    ['Cascadia Department of Education', 'education', 'state', ['state-secondary-education']],
    ['Vocational rehabilitation agency', 'human-services', 'state', []],
    ['Faith-based job club network', 'community-based-organizations', 'local', ['local-faith-based']],
    ['Red Mesa Resort', 'employers', 'tribal', ['private-business']],
    ['Somebody', undefined, undefined, []],
  ] as const)('[PARTNERS-6] proposes seats for %s', (name, sector, level, expected) => {
    expect(proposeSeats({ name, sector, level })).toEqual(expected)
  })

  it('[PARTNERS-6] stores no seat that nobody confirmed', () => {
    const board = importedBoard(copperBasin())
    expect(partners.all(board).flatMap((partner) => partner.seats)).toEqual([])
    expect(coverOf(board).missing).toHaveLength(seatRules.length)
  })
})

describe('what other tools see', () => {
  it('[PARTNERS-13] gives the document every partner, the rings and the gaps', () => {
    const board = importedBoard(copperBasin(), true)
    const docs = workshopDocs(new Y.Doc(), board, () => undefined)
    const [section] = partnersTool.outline(docs, { names: true, reservations: true })
    expect(section).toMatchObject({ part: 'partners', title: 'Partners' })
    const text = JSON.stringify(section)
    for (const { name } of partners.all(board)) expect(text).toContain(JSON.stringify(name).slice(1, -1))
    expect(text).toContain('No one speaks for economic development yet.')
    expect(text).toContain('Leadership (7): ')
    expect(partnersTool.progress(docs)).toEqual({ done: 6, total: 13, summary: '12 partners, 6 of 13 minimum seats' })
    expect(docs.parties()).toHaveLength(12)
    expect(docs.describe({ collection: 'partners', id: docs.parties()[0]?.id ?? '' })).toBe('Copper Basin Native Center')
    expect(docs.describe({ collection: 'partners', id: 'partner_gone' })).toBeUndefined()
  })

  it('[PARTNERS-23] says in the document what each partner brings and needs, and names no people where names are left out', () => {
    const board = new Y.Doc()
    addPartner(board, rosa, {
      name: 'Valley College',
      seats: [],
      people: ['Denise Carter, Dean'],
      goals: 'Graduates who find work',
      backing: 'champion',
      pledgedLegislation: 'Bill 12',
    })
    const docs = workshopDocs(new Y.Doc(), board, () => undefined)
    const text = (names: boolean) => JSON.stringify(partnersTool.outline(docs, { names, reservations: true }))
    for (const words of ['Goals: Graduates who find work', 'Backs the work as: champion', 'Pledged legislation: Bill 12'])
      expect(text(false)).toContain(words)
    expect([text(true), text(false)].map((all) => all.includes('People: Denise Carter, Dean'))).toEqual([true, false])
  })

  it('[PARTNERS-90] names in the document who takes part from each partner, unless names are left out', () => {
    const [board, record] = [new Y.Doc(), new Y.Doc()]
    addPartner(board, rosa, { name: 'Valley College', seats: [], people: ['Denise Carter, Dean'] })
    addPartner(board, rosa, { name: 'Housing First', seats: [] })
    const join = (id: `p_${string}`, name: string, organisation: string) =>
      participants.put(record, { id, name, organisation, role: 'contributor', colour: 1, joinedAtMs: 0 })
    join('p_aaaaaaaa', 'denise carter', 'Valley College')
    join('p_bbbbbbbb', 'Ana Alvarez', 'valley college')
    join('p_cccccccc', 'Ben Whitehorse', 'Housing First')
    const text = (names: boolean) =>
      JSON.stringify(
        partnersTool.outline(
          workshopDocs(record, board, () => undefined),
          { names, reservations: true },
        ),
      )
    for (const words of ['People: Denise Carter, Dean; Ana Alvarez"', 'People: Ben Whitehorse"']) expect(text(true)).toContain(words)
    for (const name of ['enise', 'Ana Alvarez', 'Ben Whitehorse']) expect(text(false)).not.toContain(name)
  })

  it('[PARTNERS-88] counts partners where the parts of the document are chosen', () => {
    const board = new Y.Doc()
    addPartner(board, rosa, { name: 'Valley College', seats: [] })
    const docs = workshopDocs(new Y.Doc(), board, () => undefined)
    expect(partNote(partnersTool.outline(docs, { names: true, reservations: true }), 'partners')).toBe('1 partner')
  })

  it('[PARTNERS-24] gives other tools what was said of a partner and nothing else', () => {
    const board = new Y.Doc()
    addPartner(board, rosa, { name: 'Somebody', seats: [] })
    addPartner(board, rosa, { name: 'Valley College', seats: [], contact: 'Dean', skills: ['Data'], pledgedMoney: '20 000' })
    const [somebody, college] = workshopDocs(new Y.Doc(), board, () => undefined).parties()
    expect(somebody).toEqual({ id: expect.any(String), name: 'Somebody', sector: '', level: '' })
    expect(college).toMatchObject({ contact: 'Dean', skills: ['Data'], pledges: [{ label: 'Pledged money', words: '20 000' }] })
  })

  it('[PARTNERS-13] has no chapter while there is no partner', () => {
    expect(
      partnersTool.outline(
        workshopDocs(new Y.Doc(), new Y.Doc(), () => undefined),
        { names: true, reservations: true },
      ),
    ).toEqual([])
  })
})
