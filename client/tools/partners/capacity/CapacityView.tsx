import './capacity.css'
import { LearningSection } from './LearningSection'
import { MeetingSection } from './MeetingSection'
import { SkillSection } from './SkillSection'
import { TimeSection } from './TimeSection'

/** What the partners can do, how they learn what is missing, and what it takes of their time. */
export function CapacityView({ mayEdit }: { readonly mayEdit: boolean }) {
  return (
    <>
      <SkillSection mayEdit={mayEdit} />
      <LearningSection mayEdit={mayEdit} />
      <TimeSection />
      <MeetingSection mayEdit={mayEdit} />
    </>
  )
}
