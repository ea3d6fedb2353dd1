import { type Block, plain } from '../../doc/outline'
import { joined, plural } from '../../doc/words'
import type { Fill } from '../tool'
import { levels, sectorLabel } from './recommended-team'
import type { Intermediary, Partner } from './schema'
import { onRoster } from './selectors'

/** So many names are read in one sentence; more are in the table below it. */
const mostNamed = 6

/** Who the partners are, what each gives and whom each serves, as far as the roster says. */
export function partnersFills(all: readonly Partner[], chosen?: Intermediary): readonly Fill[] {
  const roster = onRoster(all)
  if (roster.length === 0) return []
  const words =
    roster.length <= mostNamed ? joined(roster.map(({ name }) => name)) : `the ${plural(roster.length, 'partner')} in the table below`
  const open = [
    ...openCount(roster, ({ contact }) => contact === undefined, 'nobody named who may sign'),
    ...openCount(roster, ({ sector, level }) => sector === undefined || level === undefined, 'no sector or no level'),
  ]
  const giving = { from: 'roster.giving', head: ['Partner', 'Gives'], cells: givingOf, silent: 'not said what they give' }
  const wins = {
    from: 'roster.wins',
    head: ['Partner', 'A win for it'],
    cells: ({ goals = '' }: Partner) => [goals],
    silent: 'not said what a win would be',
  }
  const served = {
    from: 'roster.served',
    head: ['Partner', 'Serves', 'Must do, or may not do'],
    cells: ({ populations = [], requirements = '' }: Partner) => [populations.join(', '), requirements],
    silent: 'not said whom they serve',
  }
  return [
    { from: 'roster', words, blocks: [rosterTable(roster)], open },
    ...tableFill(roster, wins),
    ...tableFill(roster, giving),
    ...tableFill(roster, served),
    ...intermediaryFill(roster, chosen),
  ]
}

/** Nothing when the one that was chosen has left the list: then the group chooses again. */
function intermediaryFill(roster: readonly Partner[], chosen: Intermediary | undefined): readonly Fill[] {
  const partner = roster.find(({ id }) => id === chosen?.partnerId)
  return partner ? [{ from: 'roster.intermediary', words: partner.name }] : []
}

function rosterTable(roster: readonly Partner[]): Block {
  return {
    type: 'table',
    head: ['Partner', 'Sector', 'Level', 'Signs for it'].map(plain),
    rows: roster.map(({ name, sector, level, contact }) =>
      [name, sector ? sectorLabel(sector) : '', levelLabel(level), contact ?? ''].map(plain),
    ),
  }
}

/** A table with a row for each partner that has something to say in it; no fill while none has. */
function tableFill(
  roster: readonly Partner[],
  {
    from,
    head,
    cells,
    silent,
  }: {
    readonly from: string
    readonly head: readonly string[]
    readonly cells: (partner: Partner) => readonly string[]
    readonly silent: string
  },
): readonly Fill[] {
  const rows = roster.map((partner) => ({ partner, said: cells(partner) }))
  const isSilent = ({ said }: (typeof rows)[number]) => said.every((words) => words === '')
  if (rows.every(isSilent)) return []
  const table: Block = {
    type: 'table',
    head: head.map(plain),
    rows: rows.filter((row) => !isSilent(row)).map(({ partner: { name }, said }) => [name, ...said].map(plain)),
  }
  const silentIds = new Set(rows.filter(isSilent).map(({ partner }) => partner.id))
  return [{ from, words: 'what the table below says', blocks: [table], open: openCount(roster, ({ id }) => silentIds.has(id), silent) }]
}

/** Hours, resources and pledges as its own words have them. */
function givingOf({ hoursPerMonth, resources, pledgedAction, pledgedMoney, pledgedLegislation }: Partner): readonly string[] {
  const hours = hoursPerMonth === undefined ? '' : `${plural(hoursPerMonth, 'hour')} a month`
  const given = [hours, resources, pledgedAction, pledgedMoney, pledgedLegislation]
  return [given.filter((words) => words !== undefined && words !== '').join('; ')]
}

function levelLabel(id: Partner['level']): string {
  return levels.find((level) => level.id === id)?.label ?? ''
}

function openCount(roster: readonly Partner[], isOpen: (partner: Partner) => boolean, words: string): readonly string[] {
  const open = roster.filter(isOpen)
  if (open.length === 0) return []
  const who = open.length <= mostNamed ? joined(open.map(({ name }) => name)) : plural(open.length, 'partner')
  return [`${who} ${open.length === 1 ? 'has' : 'have'} ${words}.`]
}
