import { ArrowRight, Crown, UserMinus, UserRound, UsersRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { atLeast, roleLabels } from '../../../shared/access/actor'
import { agenda } from '../../../shared/workshop/collections'
import { workshopContract } from '../../../shared/workshop/contract'
import type { LinkRole } from '../../../shared/workshop/fields'
import type { Participant } from '../../../shared/workshop/schema'
import { call } from '../../api/call'
import { useRecord } from '../../sync/use-live'
import { Avatar } from '../../ui/Avatar'
import { announce } from '../../ui/announce'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { Menu, type MenuItem } from '../../ui/Menu'
import { refusalWords } from '../join/refusal-words'
import type { Presence } from '../presence'
import { useWorkshop } from '../workshop-context'
import { identityWords } from './identity-words'
import { showsPresence } from './who-is-here'

const MergeDialog = lazy(async () => ({ default: (await import('./MergeDialog')).MergeDialog }))

interface PersonRowProps {
  readonly person: Participant
  readonly presence: Presence | undefined
  readonly mayChange: boolean
  readonly mayHandOver: boolean
  readonly isMe: boolean
}

const changeable: readonly LinkRole[] = ['facilitator', 'contributor', 'voter', 'observer']

/** One person: role, where they are, and the menu of those who lead. */
export function PersonRow({ person, presence, mayChange, mayHandOver, isMe }: PersonRowProps) {
  const { actor, record } = useWorkshop()
  const step = useRecord(agenda, record, presence?.stepId ?? '')
  const [asked, setAsked] = useState<'remove' | 'hand-over' | 'merge'>()
  const [failure, setFailure] = useState<string>()

  async function act(command: () => Promise<unknown>, done: string) {
    setFailure(undefined)
    try {
      await command()
      announce(done)
      setAsked(undefined)
    } catch (refusal) {
      setFailure(refusalWords(refusal))
    }
  }
  const params = { id: actor.workshopId, pid: person.id }
  const setRole = (role: LinkRole) =>
    act(() => call(workshopContract.changeParticipant, { params, body: { role } }), `${person.name} is now ${roleLabels[role]}.`)
  const remove = () =>
    act(() => call(workshopContract.changeParticipant, { params, body: { removed: true } }), `${person.name} was removed.`)
  const handOver = () =>
    act(() => call(workshopContract.handOver, { params, body: { participantId: person.id } }), `${person.name} is now the host.`)

  const items: MenuItem[] =
    mayChange && person.role !== 'host'
      ? [
          ...changeable.map((role) => ({
            label: roleLabels[role],
            Icon: UserRound,
            checked: person.role === role,
            onSelect: () => void setRole(role),
          })),
          ...(mayHandOver ? [{ label: 'Make host…', Icon: Crown, onSelect: () => setAsked('hand-over') }] : []),
          { label: 'Same person as…', Icon: UsersRound, onSelect: () => setAsked('merge') },
          ...(isMe ? [] : [{ label: 'Remove…', Icon: UserMinus, danger: true, onSelect: () => setAsked('remove') }]),
        ]
      : []
  const isAbsent = presence === undefined && !isMe && showsPresence(person)
  const away = isAbsent || presence?.state === 'away' ? 'away' : undefined
  const where = isMe ? 'you' : isAbsent ? 'not here now' : presence && (step?.title ?? 'here')

  const identity = identityWords(person)

  return (
    <li className="people-row">
      <Avatar person={person} decorative ring={atLeast(person.role, 'facilitator')} {...(away ? { state: away } : {})} />
      <span className="grow">
        <b className="people-name">{person.name}</b>
        <span className="meta">{[roleLabels[person.role], where].filter(Boolean).join(' · ')}</span>
        {mayChange && identity ? <span className="fine">{identity}</span> : null}
        {failure && !asked ? <span className="errmsg">{failure}</span> : null}
      </span>
      {!isMe && presence?.stepId ? (
        <Link
          className="icon"
          href={`/w/${actor.workshopId}/${presence.stepId}`}
          aria-label={`Go to where ${person.name} is`}
          title={`Go to where ${person.name} is`}
        >
          <ArrowRight className="i" aria-hidden />
        </Link>
      ) : null}
      {items.length > 0 ? <Menu label={`Change ${person.name}`} items={items} /> : null}
      <Suspense fallback={null}>{asked === 'merge' ? <MergeDialog person={person} onClose={() => setAsked(undefined)} /> : null}</Suspense>
      <Dialog open={asked === 'remove'} onClose={() => setAsked(undefined)} title={`Remove ${person.name}?`}>
        <p>What {person.name} wrote stays. Their devices leave at once, and their private link stops working.</p>
        {failure ? <p className="errmsg">{failure}</p> : null}
        <DialogActions>
          <Button variant="danger" onClick={remove}>
            Remove from the workshop
          </Button>
          <Button onClick={() => setAsked(undefined)}>Keep</Button>
        </DialogActions>
      </Dialog>
      <Dialog open={asked === 'hand-over'} onClose={() => setAsked(undefined)} title={`Make ${person.name} the host?`}>
        <p>You stay on as a facilitator. Only {person.name} can then hand the workshop over again.</p>
        {failure ? <p className="errmsg">{failure}</p> : null}
        <DialogActions>
          <Button variant="primary" onClick={handOver}>
            Hand over
          </Button>
          <Button onClick={() => setAsked(undefined)}>Stay host</Button>
        </DialogActions>
      </Dialog>
    </li>
  )
}
