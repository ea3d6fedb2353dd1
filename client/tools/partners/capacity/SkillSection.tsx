import { Check, Plus, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { joined } from '../../../../shared/doc/words'
import { dropSkill } from '../../../../shared/tools/partners/capacity/commands'
import type { SkillId } from '../../../../shared/tools/partners/capacity/schema'
import type { SkillCover } from '../../../../shared/tools/partners/capacity/skill-cover'
import type { Partner } from '../../../../shared/tools/partners/schema'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Menu } from '../../../ui/Menu'
import { toast } from '../../../ui/toast'
import { AddSkillsDialog } from './AddSkillsDialog'
import { SkillDialog } from './SkillDialog'
import { useSkillCover } from './use-capacity'

type Open = { readonly what: 'add' } | { readonly what: 'skill'; readonly id: SkillId } | null

/** The skills that the work asks for, with who needs and who has each. */
export function SkillSection({ mayEdit }: { readonly mayEdit: boolean }) {
  const covers = useSkillCover()
  const [open, setOpen] = useState<Open>(null)
  const shown = open?.what === 'skill' ? covers.find(({ skill }) => skill.id === open.id) : undefined
  return (
    <section className="card partners-card capacity-card" aria-label="Skills needed and held">
      <h2 className="h">Skills needed and held</h2>
      {covers.length === 0 ? (
        <p className="meta">No skill named yet. Name what the work asks people to be able to do, then who has it.</p>
      ) : (
        <ul>
          {covers.map((cover) => (
            <SkillLine key={cover.skill.id} cover={cover} mayEdit={mayEdit} onOpen={() => setOpen({ what: 'skill', id: cover.skill.id })} />
          ))}
        </ul>
      )}
      {mayEdit ? (
        <Button variant="ghost" Icon={Plus} onClick={() => setOpen({ what: 'add' })}>
          Add skills
        </Button>
      ) : null}
      {open?.what === 'add' ? <AddSkillsDialog onClose={() => setOpen(null)} /> : null}
      {shown ? <SkillDialog skill={shown.skill} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}

interface SkillLineProps {
  readonly cover: SkillCover
  readonly mayEdit: boolean
  readonly onOpen: () => void
}

function SkillLine({ cover: { skill, holders, teachers, needing, lacking }, mayEdit, onOpen }: SkillLineProps) {
  const { board, actor } = useWorkshop()
  const isGap = holders.length === 0 || lacking.length > 0
  const Icon = isGap ? TriangleAlert : Check

  function drop() {
    dropSkill(board, actor, skill.id)
    toast({ message: `${skill.name} is not asked for any more` })
  }

  return (
    <li className="capacity-line">
      <Icon className={isGap ? 'i s capacity-gap' : 'i s'} aria-hidden />
      <div className="grow">
        <b>{skill.name}</b>
        <p className="meta">
          {holders.length === 0 ? 'Nobody has it yet.' : `Held by ${names(holders)}.`}
          {teachers.length > 0 ? ` ${names(teachers)} can teach it.` : ''}
          {needing.length > 0 ? ` Needed by ${names(needing)}.` : ''}
        </p>
      </div>
      {mayEdit ? (
        <span className="row">
          <Button size="sm" onClick={onOpen}>
            Who has it<span className="vh">: {skill.name}</span>
          </Button>
          <Menu label={`More for ${skill.name}`} small items={[{ label: 'Ask for it no longer', Icon: Trash2, onSelect: drop }]} />
        </span>
      ) : null}
    </li>
  )
}

function names(partners: readonly Partner[]): string {
  return joined(partners.map(({ name }) => name))
}
