import { calendarDayInWords } from '../../doc/day'
import { nameKey } from '../../doc/name-key'
import type { Block, Cell, OutlineOptions, OutlineSection } from '../../doc/outline'
import { plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import type { Participant } from '../../workshop/schema'
import { type Coverage, coverage, gapSentences, listOf, lowerFirst } from './coverage'
import { backings, listFields, textFields } from './fields'
import { intermediaryInWords } from './intermediary'
import { byDay, moveInWords } from './moves'
import { levels, seatLevels, teams } from './recommended-team'
import type { Intermediary, Partner, TeamMove } from './schema'
import type { SeatList } from './seat-list'
import { bySector, byTeam, onRoster, peopleOf } from './selectors'

/** The chapter on partners: who, by sector; in which ring; who is missing. */
export function partnersOutline(
  all: readonly Partner[],
  moves: readonly TeamMove[],
  seats: SeatList,
  intermediary: Intermediary | undefined,
  people: readonly Participant[],
  options: OutlineOptions,
): readonly OutlineSection[] {
  const roster = onRoster(all)
  if (roster.length === 0) return []
  const blocks: Block[] = [
    paragraph(summary(roster)),
    ...(intermediary ? [paragraph(`Intermediary: ${intermediaryInWords(intermediary, all)}`)] : []),
    rosterTable(roster, options),
    ...detailBlocks(roster, people, options),
    ...ringBlocks(roster),
    ...moveBlocks(roster, moves),
    ...coverBlocks(coverage(roster, seats)),
  ]
  return [{ part: 'partners', title: 'Partners', blocks, note: plural(roster.length, 'partner') }]
}

function summary(roster: readonly Partner[]): string {
  const groups = bySector(roster).filter(({ id }) => id !== '')
  const who = roster.length === 1 ? '1 partner' : `${roster.length} partners`
  return groups.length === 0 ? `${who}.` : `${who} from ${groups.length === 1 ? '1 sector' : `${groups.length} sectors`}.`
}

function rosterTable(roster: readonly Partner[], { names: withContacts }: OutlineOptions): Block {
  const hours = roster.some(({ hoursPerMonth }) => hoursPerMonth !== undefined)
  const head = ['Partner', 'Sector', 'Level', 'Team', ...(withContacts ? ['Contact'] : []), ...(hours ? ['Hours a month'] : [])].map(plain)
  const rows = bySector(roster).flatMap((group) =>
    group.partners.map((partner): Cell[] =>
      [
        partner.name,
        group.id === '' ? (partner.sector ?? '') : group.label,
        labelOf(levels, partner.level),
        labelOf(teams, partner.team),
        ...(withContacts ? [partner.contact ?? ''] : []),
        ...(hours ? [partner.hoursPerMonth === undefined ? '' : String(partner.hoursPerMonth)] : []),
      ].map(plain),
    ),
  )
  return { type: 'table', caption: 'Partners by sector', head, rows }
}

/** What each partner said about itself; the names of its people only where names are printed. */
function detailBlocks(roster: readonly Partner[], joined: readonly Participant[], options: OutlineOptions): Block[] {
  const lists = listFields.filter(({ key }) => options.names || key !== 'people')
  const items = roster.flatMap((partner) => {
    const said = [
      ...lists.map(({ key, label }) => ({ label, words: (key === 'people' ? peopleInWords(partner, joined) : partner[key])?.join('; ') })),
      { label: 'Backs the work as', words: partner.backing && lowerFirst(labelOf(backings, partner.backing)) },
      ...textFields.map(({ key, label }) => ({ label, words: partner[key] })),
    ].flatMap(({ label, words }) => (words ? [`${label}: ${words}`] : []))
    return said.length === 0 ? [] : [{ blocks: [paragraph(partner.name), list(said)] }]
  })
  return items.length === 0 ? [] : [heading('What each partner brings and needs'), { type: 'list', ordered: false, items }]
}

/** Who its row names, each with the role written there, and who else joined for it. */
function peopleInWords(partner: Partner, joined: readonly Participant[]): readonly string[] {
  const written = partner.people ?? []
  const known = new Set(written.map((entry) => nameKey(entry.split(',')[0] ?? '')))
  const others = peopleOf(partner, joined).filter(({ name }) => !known.has(nameKey(name)))
  return [...written, ...new Set(others.map(({ name }) => name))]
}

function ringBlocks(roster: readonly Partner[]): Block[] {
  const { rings, unplaced } = byTeam(roster)
  if (unplaced.length === roster.length) return []
  const lines = teams
    .filter(({ id }) => rings[id].length > 0)
    .map(({ id, label }) => `${label} (${rings[id].length}): ${names(rings[id])}.`)
  const rest = unplaced.length === 0 ? [] : [`In no ring yet (${unplaced.length}): ${names(unplaced)}.`]
  return [heading('Team rings'), list([...lines, ...rest])]
}

function moveBlocks(roster: readonly Partner[], moves: readonly TeamMove[]): Block[] {
  const lines = [...moves].sort(byDay).flatMap((move) => {
    const partner = roster.find(({ id }) => id === move.partnerId)
    return partner ? [`${calendarDayInWords(move.on)}: ${partner.name} ${moveInWords(move)}`] : []
  })
  return lines.length === 0 ? [] : [heading('Moves between rings'), list(lines)]
}

/** The grid of sectors and levels, the populations, and what is missing. */
function coverBlocks(cover: Coverage): Block[] {
  return [heading('Who holds which seat'), coverTable(cover), ...populationBlocks(cover), ...gapBlocks(cover)]
}

function coverTable({ sectors }: Coverage): Block {
  const rows = sectors.flatMap(({ label, seats }) =>
    seats.map(({ seat, heldBy }): Cell[] => [label, seat.name, labelOf(seatLevels, seat.level), names(heldBy) || 'nobody yet'].map(plain)),
  )
  return { type: 'table', caption: 'Seats by sector', head: ['Sector', 'Seat', 'Level', 'Held by'].map(plain), rows }
}

function populationBlocks({ populations }: Coverage): Block[] {
  if (populations.length === 0) return []
  const lines = populations.map(({ name, seats, servedBy }) => {
    const asked = seats.map(({ seat, heldBy }) => `${lowerFirst(seat.name)} (${names(heldBy) || 'nobody yet'})`)
    const served = servedBy.length === 0 ? 'Nobody says that it serves them yet' : `Served by ${names(servedBy)}`
    return `${name}. ${served}. ${asked.length === 0 ? '' : `Asks for: ${asked.join('; ')}.`}`.trim()
  })
  return [heading('Populations the work is for'), list(lines)]
}

function gapBlocks(cover: Coverage): Block[] {
  const gaps = gapSentences(cover)
  if (gaps.length > 0) return [heading('Missing voices'), list(gaps)]
  const words =
    cover.missing.length === 0
      ? 'Every minimum seat of the recommended team is held.'
      : 'Nobody has said yet which sector and which seats the partners stand for.'
  return [heading('Missing voices'), paragraph(words)]
}

function labelOf(options: readonly { readonly id: string; readonly label: string }[], id: string | undefined): string {
  return options.find((option) => option.id === id)?.label ?? ''
}

function names(partners: readonly Partner[]): string {
  return listOf(
    partners.map(({ name }) => name),
    'and',
  )
}

function heading(text: string): Block {
  return { type: 'heading', level: 3, text: plain(text) }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text: plain(text) }
}

function list(items: readonly string[]): Block {
  return { type: 'list', ordered: false, items: items.map((text) => ({ blocks: [paragraph(text)] })) }
}
