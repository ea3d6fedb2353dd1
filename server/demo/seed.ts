import type { Actor } from '../../shared/access/actor'
import { boardRoom, recordRoom } from '../../shared/sync/room-name'
import type { PromptId } from '../../shared/tools/ideas/schema'
import type { ChartId } from '../../shared/tools/roles/schema'
import { agenda } from '../../shared/workshop/collections'
import type { AgendaStep } from '../../shared/workshop/schema'
import { orderedAgenda } from '../../shared/workshop/selectors'
import { subjectOf } from '../../shared/workshop/subject'
import type { App } from '../app'
import { newLinkKey } from '../auth/secrets'
import { insertLink } from '../workshop/ledger'
import { linkUrl } from '../workshop/opening'
import { writeNotes, writePartners, writeRoles, writeServices } from './board'
import * as content from './content'
import { draftTogether, openVote, voteOnThemes } from './deciding'
import { guests, host } from './people'
import { Visitor } from './visitor'

/** Links into the sample workshop. */
export interface DemoLinks {
  readonly host: string
  readonly join: string
  readonly observe: string
  readonly joinCode: string
}

/** The agenda of the sample: every tool that has a stage, in the order of the arc. */
const steps = [
  {
    title: 'Welcome',
    minutes: 5,
    tool: 'talk',
    prompt: 'Why are you here today?',
    notes: 'Say aloud that the vote on themes advises and the check on the exact words decides.',
  },
  {
    title: 'Partners',
    minutes: 10,
    tool: 'partners',
    prompt: 'Who is at the table, and who should be?',
    notes: 'Read out the missing seats; ask who could speak for them.',
  },
  {
    title: 'Ideas',
    minutes: 20,
    tool: 'ideas',
    prompt: content.focusQuestion,
    notes: 'Silence first. Merge near-duplicates before the vote.',
  },
  {
    title: 'Draft the vision',
    minutes: 30,
    tool: 'drafts',
    prompt: 'Words that everybody here can stand behind',
    notes: 'Never average. Ask those who are not there yet what would need to change.',
  },
  {
    title: 'Decide',
    minutes: 15,
    tool: 'votes',
    prompt: content.openQuestion,
    notes: 'Count voters besides dots when you read the result.',
  },
  {
    title: 'Service map',
    minutes: 20,
    tool: 'service-map',
    prompt: 'What does a learner find at each stage, and from whom?',
    notes: 'Each partner adds its own. Then read the holes aloud and ask who could fill them.',
  },
  {
    title: 'Roles',
    minutes: 20,
    tool: 'roles',
    prompt: 'Who answers for what?',
    notes: 'Differences between columns are the point of the exercise.',
  },
  {
    title: 'Read back',
    minutes: 10,
    tool: 'document',
    prompt: 'Read the agreed words aloud once.',
    notes: 'End on the words, not on logistics.',
  },
] as const

/**
 * Fills the sample workshop, or, when it is there already, makes fresh links to it.
 *
 * @throws Error when the product refuses its own sample
 */
export async function seedDemo(app: App): Promise<DemoLinks> {
  const known = await app.context.db
    .selectFrom('workshops')
    .select(['id', 'join_code'])
    .where('title', '=', content.title)
    .executeTakeFirst()
  return known ? freshLinks(app, known.id, known.join_code ?? '') : fill(app)
}

async function freshLinks({ context }: App, workshopId: string, joinCode: string): Promise<DemoLinks> {
  const nowMs = context.now()
  const [hostKey, joinKey, observeKey] = [newLinkKey(), newLinkKey(), newLinkKey()]
  await context.governed(workshopId, async (tx) => {
    const { id } = await tx
      .selectFrom('participants')
      .select('id')
      .where('workshop_id', '=', workshopId)
      .where('role', '=', 'host')
      .executeTakeFirstOrThrow()
    await insertLink(tx, { workshopId, key: hostKey, kind: 'host', role: 'host', participantId: id }, nowMs)
    await insertLink(tx, { workshopId, key: joinKey, kind: 'join', role: 'contributor', createdBy: id }, nowMs)
    await insertLink(tx, { workshopId, key: observeKey, kind: 'join', role: 'observer', createdBy: id }, nowMs)
    return { result: undefined }
  })
  const url = (key: string) => linkUrl(context.origin, workshopId, key)
  return { host: url(hostKey), join: url(joinKey), observe: url(observeKey), joinCode }
}

async function fill(app: App): Promise<DemoLinks> {
  const leader = new Visitor(app)
  const opened = await leader.request<{ workshopId: string; participantId: string; links: Omit<DemoLinks, 'joinCode'>; joinCode: string }>(
    'POST',
    '/api/workshops',
    {
      title: content.title,
      focusQuestion: content.focusQuestion,
      agenda: { steps },
      host: { name: host.name, organisation: host.organisation },
    },
  )
  leader.sit(opened)
  const crowd = await bringIn(app, opened.workshopId, opened.joinCode)
  const plan = await app.context.readDoc(recordRoom(opened.workshopId), (doc) => orderedAgenda(agenda.all(doc)))
  await fillBoard(app, leader.actor, crowd, plan)
  await voteOnThemes(app, leader, crowd)
  await draftTogether(app, leader, crowd, plan)
  await openVote(leader, crowd)
  const drafting = plan.find(({ tool }) => tool === 'drafts')
  await leader.workshop('PUT', '/step', { stepId: drafting?.id })
  await leader.workshop('PUT', '/timer', { action: 'start', minutes: drafting?.minutes })
  return { ...opened.links, joinCode: opened.joinCode }
}

async function bringIn(app: App, workshopId: string, code: string): Promise<Visitor[]> {
  const crowd: Visitor[] = []
  for (const { name, organisation, sector, level } of guests) {
    const visitor = new Visitor(app)
    visitor.sit(await visitor.request('POST', `/api/workshops/${workshopId}/join`, { code, name, organisation, sector, level }))
    crowd.push(visitor)
  }
  return crowd
}

async function fillBoard({ context }: App, leader: Actor, crowd: readonly Visitor[], plan: readonly AgendaStep[]): Promise<void> {
  const byRole = new Map(guests.map((guest, index) => [guest.roleTitle, crowd[index]?.actor ?? leader]))
  const authorOf = (roleTitle: string) => byRole.get(roleTitle) ?? leader
  const idOf = (tool: AgendaStep['tool']) => plan.filter((step) => step.tool === tool).map((step) => subjectOf(step).id)[0] ?? ''
  await context.governed(leader.workshopId, async () => ({
    result: undefined,
    writes: [
      {
        room: boardRoom(leader.workshopId),
        write(board) {
          // subjectOf names them as their collections do.
          writeNotes(board, idOf('ideas') as PromptId, authorOf, context.now())
          writePartners(board, leader, context.now())
          writeServices(board, leader)
          writeRoles(board, leader, idOf('roles') as ChartId, context.now())
        },
      },
    ],
  }))
}
