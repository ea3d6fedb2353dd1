import { Plus } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { addDuty } from '../../../shared/tools/roles/commands'
import { useWorkshop } from '../../app/workshop-context'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import type { ChartView } from './use-chart'

/** Adds responsibilities one after the other: type, Enter, type. */
export function AddDuty({ chart }: { readonly chart: ChartView }) {
  const { board, actor } = useWorkshop()
  const [label, setLabel] = useState('')
  const last = chart.rows[chart.rows.length - 1]

  function add(event: FormEvent) {
    event.preventDefault()
    const words = label.trim()
    if (words === '') return
    addDuty(board, actor, chart.id, words, last?.group)
    announce(`${words} added`)
    setLabel('')
  }

  return (
    <form className="roles-add" onSubmit={add}>
      <input
        className="input"
        aria-label="New responsibility"
        placeholder="Add a responsibility"
        value={label}
        maxLength={limits.titleLength}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Button type="submit" Icon={Plus}>
        Add
      </Button>
    </form>
  )
}
