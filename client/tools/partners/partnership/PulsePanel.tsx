import { useEffect, useState } from 'react'
import { calendarDayInWords } from '../../../../shared/doc/day'
import { WorkshopError } from '../../../../shared/http/problem'
import { limits } from '../../../../shared/sync/limits'
import { contract } from '../../../../shared/tools/partners/contract'
import { type PulseAnswer, type PulsePage, type PulseTrend, pulseQuestions } from '../../../../shared/tools/partners/pulse'
import { call } from '../../../api/call'
import { useWorkshop } from '../../../app/workshop-context'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { Field } from '../../../ui/Field'
import { Segmented } from '../../../ui/Segmented'

const taps = [
  { value: '2', label: 'Yes' },
  { value: '1', label: 'Partly' },
  { value: '0', label: 'No' },
] as const
type Tap = (typeof taps)[number]['value'] | ''

/** Two taps for one's own partner; for those who act for the intermediary, whom to call first. */
export function PulsePanel() {
  const { actor } = useWorkshop()
  const params = { id: actor.workshopId }
  const [page, setPage] = useState<PulsePage>({})
  const [fault, setFault] = useState<string>()

  useEffect(() => {
    let isHere = true
    call(contract.readPulse, { params: { id: actor.workshopId } }).then(
      (read) => isHere && setPage(read),
      // Without the network there is no pulse to show; the rest of the screen does without.
      (error: unknown) => isHere && setFault(error instanceof WorkshopError ? error.message : String(error)),
    )
    return () => {
      isHere = false
    }
  }, [actor.workshopId])

  async function keep(send: () => Promise<PulsePage>, words: string) {
    try {
      setPage(await send())
      setFault(undefined)
      announce(words)
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error
      setFault(error.message)
    }
  }

  if (!page.own && !page.trends) return null
  return (
    <>
      {page.own ? (
        <OwnPulse
          own={page.own}
          onGive={(body) => keep(() => call(contract.givePulse, { params, body }), 'Your pulse is kept.')}
          onLine={(words) => keep(() => call(contract.writeMissionLine, { params, body: { words } }), 'The line is kept.')}
        />
      ) : null}
      {fault ? <Banner tone="bad">{fault}</Banner> : null}
      {page.trends ? <Trends trends={page.trends} /> : null}
    </>
  )
}

interface OwnPulseProps {
  readonly own: NonNullable<PulsePage['own']>
  readonly onGive: (answer: PulseAnswer) => void
  readonly onLine: (words: string) => void
}

function OwnPulse({ own: { name, line = '', today }, onGive, onLine }: OwnPulseProps) {
  const [given, setGiven] = useState<Partial<PulseAnswer>>(today ?? {})
  const [words, setWords] = useState(line)

  function tap(key: keyof PulseAnswer, value: Tap) {
    const next = { ...given, [key]: Number(value) }
    setGiven(next)
    if (next.serves !== undefined && next.place !== undefined) onGive({ serves: next.serves, place: next.place })
  }

  return (
    <section className="partners-part" aria-label="Your pulse">
      <h2 className="h">Pulse of {name}</h2>
      {pulseQuestions.map(({ key, words: question }) => (
        <div key={key}>
          <p>{question}</p>
          <Segmented<Tap> label={question} value={asTap(given[key])} onChange={(value) => tap(key, value)} options={taps} />
        </div>
      ))}
      <p className="meta">{today ? 'Kept for today. ' : ''}Only the intermediary sees the answers, by partner.</p>
      <Field label="How this serves our mission" hint="Only people of your own organisation read this line.">
        {(control) => (
          <input
            {...control}
            className="input"
            value={words}
            maxLength={limits.titleLength}
            onChange={(event) => setWords(event.target.value)}
            onBlur={() => {
              if (words.trim() !== line) onLine(words)
            }}
          />
        )}
      </Field>
    </section>
  )
}

/** For the intermediary: the deepest fall first. */
function Trends({ trends }: { readonly trends: readonly PulseTrend[] }) {
  return (
    <section className="partners-part" aria-label="Pulses of the partners">
      <h2 className="h">Pulses, for the intermediary only</h2>
      {trends.length === 0 ? <p className="meta">No partner has answered yet.</p> : null}
      <ul className="partners-trends">
        {trends.map(({ partnerId, name, contact, points, isFalling }) => (
          <li key={partnerId}>
            <b>{name}</b>
            {isFalling ? <span className="chip"> Falling: call first</span> : null}
            <span className="meta">
              {points.map(({ value }) => value.toFixed(value % 1 === 0 ? 0 : 1)).join(' → ')} of 4{contact ? `. ${contact}` : ''}
              {`. Last on ${calendarDayInWords(points.at(-1)?.on ?? '')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function asTap(value: number | undefined): Tap {
  return taps.find((each) => each.value === String(value))?.value ?? ''
}
