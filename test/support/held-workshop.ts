import * as Y from 'yjs'
import { blocksText, textHash } from '../../shared/doc/canonical-text'
import type { Block } from '../../shared/doc/outline'
import { workshopDocs } from '../../shared/tools/docs'
import { drafts } from '../../shared/tools/drafts/collections'
import type { StatementKind } from '../../shared/tools/drafts/schema'
import { intermediaries } from '../../shared/tools/partners/collections'
import { addPartner } from '../../shared/tools/partners/commands'
import { addDuties, assign, setCell } from '../../shared/tools/roles/commands'
import { addUsualRights } from '../../shared/tools/roles/rights/right-commands'
import type { WorkshopDocs } from '../../shared/tools/tool'
import { rounds } from '../../shared/tools/votes/collections'
import { workshops } from '../../shared/workshop/collections'
import { person } from './boards'

const rosa = person('rosa', 'facilitator')

/** A workshop that holds what a working agreement is made of: statements, three partners, a chart with one open row, a passed check. */
export function heldWorkshop(): WorkshopDocs {
  const [record, board] = [new Y.Doc(), new Y.Doc()]
  workshops.put(record, {
    id: 'ws_aaaaaaaa',
    title: 'Copper Basin Caring Careers',
    stepId: 'step_a',
    timer: { state: 'none' },
    joinCode: '123456',
    joinUrl: 'http://localhost/j/123456',
    revision: 0,
    createdAtMs: 0,
  })
  const visionId = adopt(record, 'vision', 'Vision', 'By 2030, every adult can see a clear path.', '2027-11-01')
  adopt(record, 'mission', 'Mission', 'We open one front door.')
  adopt(record, 'goal', 'Shared intake', 'One intake form by March 2027.', '2027-03-01')
  rounds.put(record, {
    id: 'round_1',
    question: 'Does this resonate with you?',
    method: 'gradients',
    secret: false,
    dots: 1,
    maxPerOption: 1,
    options: [],
    rule: { quorum: 0.5, support: 0.8, supportAt: 3, blockedBy: [8] },
    facilitatorsVote: false,
    subject: { draftId: visionId, textHash: textHash('By 2030, every adult can see a clear path.') },
    state: 'closed',
    turnout: { eligible: 3, begun: 3, done: 3 },
    revision: 1,
    createdAtMs: 1_000,
    result: { voters: 3, options: [], verdict: { passed: true, quorumMet: true, words: '' } },
  })
  const college = addPartner(board, rosa, {
    name: 'Basin College',
    goals: 'Graduates who stay in the valley',
    sector: 'education',
    level: 'local',
    contact: 'President',
    hoursPerMonth: 12,
    seats: [],
  })
  const board1 = addPartner(board, rosa, {
    name: 'Workforce Board',
    resources: 'A room and a coordinator',
    populations: ['Laid-off workers'],
    sector: 'workforce',
    level: 'local',
    contact: 'Director',
    hoursPerMonth: 8,
    seats: [],
  })
  addPartner(board, rosa, { name: 'State Education Office', sector: 'education', level: 'state', seats: [] })
  intermediaries.put(record, {
    id: 'intermediary',
    partnerId: college,
    name: 'Basin College',
    roundId: 'round_0',
    question: 'Who coordinates?',
    chosenAtMs: 1,
    people: [],
  })
  const [intake, data] = addDuties(board, rosa, 'chart_main', [{ label: 'Run the shared intake' }, { label: 'Report shared data' }])
  if (intake && data) {
    assign(board, rosa, intake, board1, 1)
    setCell(board, rosa, { dutyId: intake, party: college, letters: ['R'] }, 1)
    setCell(board, rosa, { dutyId: data, party: college, letters: ['R'] }, 1)
  }
  addUsualRights(board, rosa)
  return workshopDocs(record, board, () => undefined)
}

function adopt(record: Y.Doc, kind: StatementKind, title: string, text: string, reviewOn?: string): `draft_${string}` {
  const blocks: readonly Block[] = [{ type: 'paragraph', text: [{ text }] }]
  const words = blocksText(blocks)
  const id = `draft_${kind}` as const
  drafts.put(record, {
    id,
    kind,
    title,
    version: 1,
    order: `a${drafts.all(record).length}`,
    createdBy: 'p_rosa',
    createdAtMs: 0,
    state: 'adopted',
    adopted: {
      text: words,
      blocksJson: JSON.stringify(blocks),
      textHash: textHash(words),
      atMs: Date.UTC(2026, 10, 22),
      byName: 'Rosa Delgado',
      ...(reviewOn ? { reviewOn } : {}),
    },
  })
  return id
}
