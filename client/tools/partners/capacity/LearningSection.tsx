import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { byOrder } from '../../../../shared/doc/order'
import { editLearning, removeLearning } from '../../../../shared/tools/partners/capacity/commands'
import type { Learning } from '../../../../shared/tools/partners/capacity/schema'
import { proposedLearning, type SkillCover } from '../../../../shared/tools/partners/capacity/skill-cover'
import { learningInWords } from '../../../../shared/tools/partners/capacity/words'
import { onRoster } from '../../../../shared/tools/partners/selectors'
import { useWorkshop } from '../../../app/workshop-context'
import { Button } from '../../../ui/Button'
import { Menu } from '../../../ui/Menu'
import { toast } from '../../../ui/toast'
import { usePartners } from '../use-roster'
import { LearningDialog } from './LearningDialog'
import { useLearnings, useSkillCover, useSkillGaps } from './use-capacity'

type Open = { readonly cover: SkillCover; readonly learning?: Learning } | null

/** What is missing in words, and the trainings, communities of practice and mentors that follow from it. */
export function LearningSection({ mayEdit }: { readonly mayEdit: boolean }) {
  const covers = useSkillCover()
  const gaps = useSkillGaps()
  const all = useLearnings()
  const [open, setOpen] = useState<Open>(null)
  if (covers.length === 0) return null
  const items = [...all].sort(byOrder).flatMap((learning) => {
    const cover = covers.find(({ skill }) => skill.id === learning.skillId)
    return cover ? [{ cover, learning }] : []
  })
  return (
    <section className="card partners-card capacity-card" aria-label="Skills that are missing">
      <h2 className="h">Skills that are missing</h2>
      {gaps.length === 0 ? <p className="meta">Every skill is held by those who need it.</p> : null}
      <ul>
        {gaps.map(({ cover, words, planned }) => (
          <li key={cover.skill.id} className="capacity-line">
            <span className="grow">
              {words}
              {planned.length === 0 ? (
                <span className="capacity-gap"> Nothing is planned for it yet.</span>
              ) : (
                ' A way to learn it is planned.'
              )}
            </span>
            {mayEdit ? (
              <Button size="sm" onClick={() => setOpen({ cover })}>
                Plan how to learn it<span className="vh">: {cover.skill.name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {items.length > 0 ? <h3>Trainings, communities of practice and mentors</h3> : null}
      <ul>
        {items.map(({ cover, learning }) => (
          <LearningLine key={learning.id} cover={cover} learning={learning} mayEdit={mayEdit} onEdit={() => setOpen({ cover, learning })} />
        ))}
      </ul>
      {open ? (
        <LearningDialog
          skill={open.cover.skill}
          learning={open.learning}
          proposed={open.learning ?? proposedLearning(open.cover)}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </section>
  )
}

interface LearningLineProps {
  readonly cover: SkillCover
  readonly learning: Learning
  readonly mayEdit: boolean
  readonly onEdit: () => void
}

function LearningLine({ cover: { skill }, learning, mayEdit, onEdit }: LearningLineProps) {
  const { board, actor } = useWorkshop()
  const words = learningInWords(learning, onRoster(usePartners()))

  function remove() {
    removeLearning(board, actor, learning.id)
    toast({ message: `Nothing is planned there for ${skill.name} any more` })
  }

  return (
    <li className="capacity-line">
      <span className="grow">
        <b>{skill.name}</b>
        <p className="meta">
          {words}.{learning.isDone ? ' Done.' : ''}
        </p>
      </span>
      {mayEdit ? (
        <Menu
          label={`More for ${skill.name}: ${words}`}
          small
          items={[
            {
              label: 'Done',
              checked: learning.isDone,
              onSelect: () => editLearning(board, actor, learning.id, { isDone: !learning.isDone }),
            },
            { label: 'Change…', Icon: Pencil, onSelect: onEdit },
            { label: 'Take off', Icon: Trash2, onSelect: remove },
          ]}
        />
      ) : null}
    </li>
  )
}
