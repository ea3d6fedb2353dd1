import { Ellipsis } from 'lucide-react'
import type { PointerEvent } from 'react'
import { useMemo, useRef, useState } from 'react'
import { classNames } from './class-names'
import { Menu } from './Menu'
import { monograms } from './monograms'
import { type Band, placeInBand, type Spot } from './ring-layout'
import './team-rings.css'

/** Somebody who can stand in a ring. */
export interface RingMember {
  readonly id: string
  readonly name: string
  /** `leadership`, `operations` or `stakeholders`; anything else stands in none. */
  readonly team?: string | undefined
}

interface TeamRingsProps {
  readonly members: readonly RingMember[]
  /** What the picture leaves out, in words. */
  readonly note?: string | undefined
  /** Moves a member to a ring, or out of all; absent for those who may only look. */
  readonly onMove?: ((id: string, team: RingTeam | undefined) => void) | undefined
}

const rings = [
  { id: 'leadership', label: 'Leadership', radius: 92, band: { inner: 34, outer: 88, gap: 0 }, labelAt: 4 },
  { id: 'operations', label: 'Operations', radius: 152, band: { inner: 96, outer: 148, gap: 44 }, labelAt: 121 },
  { id: 'stakeholders', label: 'Stakeholders', radius: 214, band: { inner: 156, outer: 210, gap: 36 }, labelAt: 187 },
] as const satisfies readonly { id: string; label: string; radius: number; band: Band; labelAt: number }[]

export type RingTeam = (typeof rings)[number]['id']

/** Who stands how close to the middle: a picture, its words, and three ways to move somebody (drag, menu, keyboard). */
export function TeamRings({ members, note, onMove }: TeamRingsProps) {
  const svg = useRef<SVGSVGElement>(null)
  const [held, setHeld] = useState<{ readonly id: string; readonly at: Spot; readonly moved: boolean } | null>(null)
  const nodes = useMemo(() => rings.flatMap((ring) => nodesOf(ring, members)), [members])
  const marks = useMemo(
    () => monograms(nodes.map(({ member: { id, name }, radius }) => ({ id, name, most: radius < 16 ? 2 : 3 }))),
    [nodes],
  )
  const target = held?.moved ? ringAt(held.at) : undefined

  function pointAt(event: PointerEvent): Spot {
    const matrix = svg.current?.getScreenCTM()?.inverse()
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix)
    return { x, y }
  }

  function drop() {
    const member = members.find(({ id }) => id === held?.id)
    setHeld(null)
    if (!member || !held?.moved) return
    const team = ringAt(held.at)
    if (team !== member.team) onMove?.(member.id, team)
  }

  return (
    <div className="rings">
      <svg
        ref={svg}
        viewBox="-220 -220 440 440"
        className={classNames('rings-svg', held?.moved && 'holding')}
        role="img"
        aria-label={note ? `${ringWords(members)} ${note}` : ringWords(members)}
        onPointerMove={(event) => {
          if (held) setHeld({ ...held, at: pointAt(event), moved: true })
        }}
        onPointerUp={drop}
        onPointerCancel={() => setHeld(null)}
      >
        {[...rings].reverse().map(({ id, radius }) => (
          <circle key={id} r={radius} className={classNames('ring', id, target === id && 'over')} />
        ))}
        {rings.map(({ id, label, labelAt }) => (
          <text key={id} y={labelAt} textAnchor="middle" className={`ring-label ${id}`}>
            {label}
          </text>
        ))}
        {nodes.map(({ member, ring, spot, radius }) => {
          const at = held?.id === member.id && held.moved ? held.at : spot
          return (
            <g
              key={member.id}
              className={classNames('ring-node', ring, onMove && 'movable')}
              transform={`translate(${at.x} ${at.y})`}
              onPointerDown={(event) => {
                if (!onMove) return
                event.currentTarget.setPointerCapture(event.pointerId)
                setHeld({ id: member.id, at: spot, moved: false })
              }}
            >
              <title>{member.name}</title>
              <circle r={radius} />
              {radius < 11 ? null : (
                <text y={radius < 16 ? 3.4 : 4.6} textAnchor="middle" className={radius < 16 ? 'small' : undefined}>
                  {marks.get(member.id)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      {note ? <p className="meta">{note}</p> : null}
      <RingList members={members} onMove={onMove} />
    </div>
  )
}

/** The diagram's text twin; the menus are the way without dragging. */
function RingList({ members, onMove }: TeamRingsProps) {
  const unplaced = members.filter(({ team }) => !rings.some(({ id }) => id === team))
  const groups = [
    ...rings.map(({ id, label }) => ({ id: id as string, label: label as string, members: members.filter(({ team }) => team === id) })),
    { id: '', label: 'In no ring yet', members: unplaced },
  ].filter((group) => group.members.length > 0)
  return (
    <details className="rings-list">
      <summary>Rings as a list{unplaced.length > 0 ? `, ${unplaced.length} not placed` : ''}</summary>
      {groups.map((group) => (
        <div key={group.id}>
          <p className="strong">
            {group.label}, {group.members.length}
          </p>
          <ul>
            {group.members.map((member) => (
              <li key={member.id} className="row between">
                <span>{member.name}</span>
                {onMove ? <Menu label={`Move ${member.name} to…`} Icon={Ellipsis} small items={ringChoices(member, onMove)} /> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}

/** Menu entries that move somebody between rings. */
export function ringChoices(member: RingMember, onMove: (id: string, team: RingTeam | undefined) => void) {
  const choices: readonly { readonly id: RingTeam | undefined; readonly label: string }[] = [...rings, { id: undefined, label: 'No ring' }]
  return choices.map(({ id, label }) => ({ label, checked: member.team === id, onSelect: () => onMove(member.id, id) }))
}

interface Node {
  readonly member: RingMember
  readonly ring: RingTeam
  readonly spot: Spot
  readonly radius: number
}

function nodesOf(ring: (typeof rings)[number], members: readonly RingMember[]): Node[] {
  const inside = members.filter(({ team }) => team === ring.id)
  const { radius, spots } = placeInBand(inside.length, ring.band)
  return inside.map((member, index) => ({ member, ring: ring.id, spot: spots[index] ?? { x: 0, y: 0 }, radius }))
}

function ringAt({ x, y }: Spot): RingTeam | undefined {
  const distance = Math.hypot(x, y)
  return rings.find(({ radius }) => distance <= radius)?.id
}

function ringWords(members: readonly RingMember[]): string {
  const parts = rings.map(({ id, label }) => {
    const names = members.filter(({ team }) => team === id).map(({ name }) => name)
    return `${label}: ${names.length === 0 ? 'nobody' : names.join(', ')}`
  })
  return `Team rings. ${parts.join('. ')}.`
}
