import { Link } from 'wouter'
import type { AgendaTemplate } from '../../../shared/content/agendas'
import { durationWords } from '../../../shared/workshop/selectors'
import { classNames } from '../../ui/class-names'
import { toolWords } from '../new/tool-words'

interface AgendaCardProps {
  readonly template: AgendaTemplate
  readonly featured?: boolean
}

/** A ready-made agenda: what it is for, how long, and the thread of its steps. */
export function AgendaCard({ template, featured }: AgendaCardProps) {
  return (
    <Link href={`/new?plan=${template.id}`} className={classNames('home-tpl', featured && 'feat')}>
      <span className="row between">
        <span className="h">{template.title}</span>
        <span className="fine nowrap">{durationWords(template.durationMinutes)}</span>
      </span>
      <span className="meta">{template.objective}</span>
      <AgendaThread steps={template.steps} />
      <span className="fine">{toolsInOrder(template)}</span>
    </Link>
  )
}

/** Bars as wide as their minutes: talk dim, the longest working step strong. */
export function AgendaThread({
  steps,
}: {
  readonly steps: readonly { readonly minutes: number; readonly tool: string; readonly title: string }[]
}) {
  const longest = Math.max(...steps.filter(({ tool }) => tool !== 'talk').map(({ minutes }) => minutes))
  const key = steps.findIndex(({ tool, minutes }) => tool !== 'talk' && minutes === longest)
  return (
    <span className="home-thread" aria-hidden="true">
      {steps.map(({ minutes, tool, title }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: titles may repeat and the list never changes
        <i key={`${index}-${title}`} style={{ flex: minutes }} className={index === key ? 'k' : tool === 'talk' ? 'd' : undefined} />
      ))}
    </span>
  )
}

function toolsInOrder({ steps }: AgendaTemplate): string {
  const words = [...new Set(steps.filter(({ tool }) => tool !== 'talk').map(({ tool }) => toolWords[tool].short))]
  const text = words.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
