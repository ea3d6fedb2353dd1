import { useMemo } from 'react'
import { learnings, meetings, skills } from '../../../../shared/tools/partners/capacity/collections'
import { skillCover, skillGaps } from '../../../../shared/tools/partners/capacity/skill-cover'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'
import { usePartners } from '../use-roster'

/** Every training, community of practice and mentoring pair. */
export function useLearnings() {
  return useRecords(learnings, useWorkshop().board)
}

/** Every meeting that is planned. */
export function useMeetings() {
  return useRecords(meetings, useWorkshop().board)
}

/** The skills that the work asks for, with who has them. */
export function useSkillCover() {
  const all = usePartners()
  const asked = useRecords(skills, useWorkshop().board)
  return useMemo(() => skillCover(all, asked), [all, asked])
}

/** The skills that are missing. */
export function useSkillGaps() {
  const covers = useSkillCover()
  const planned = useLearnings()
  return useMemo(() => skillGaps(covers, planned), [covers, planned])
}
