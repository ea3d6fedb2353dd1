import { useEffect, useRef } from 'react'
import type { Role } from '../../../shared/access/actor'
import { toast } from '../../ui/toast'
import { useWorkshop } from '../workshop-context'

const noticeMs = 20_000

const notices: Readonly<Record<Role, string>> = {
  host: 'You are a host now. You can lead this workshop.',
  facilitator: 'You are a facilitator now. You can lead this workshop.',
  contributor: 'You are a participant now. You can write and vote.',
  voter: 'You are a voter now. You can vote and read along. What you wrote stays.',
  observer: 'You are an observer now. You can read along. What you wrote stays.',
}

/** Tells me when my part was changed: it opens and closes fields under my hands. */
export function useRoleNotice(): void {
  const { role } = useWorkshop().actor
  const before = useRef(role)
  useEffect(() => {
    if (before.current === role) return
    before.current = role
    toast({ message: notices[role], refusal: true, durationMs: noticeMs })
  }, [role])
}
