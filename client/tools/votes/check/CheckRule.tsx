import { useState } from 'react'
import { levelsOf } from '../../../../shared/tools/votes/levels'
import type { AgreementMethod, Answer } from '../../../../shared/tools/votes/methods'
import { ruleInWords } from '../../../../shared/tools/votes/rule-words'
import type { RoundRule } from '../../../../shared/tools/votes/schema'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { Stepper } from '../../../ui/Stepper'
import { Switch } from '../../../ui/Switch'

interface CheckRuleProps {
  readonly method: AgreementMethod
  readonly rule: RoundRule
  readonly onChange: (change: RoundRule) => void
}

/** The answer that may be let stop a check by itself, where a group may choose; by the others it always does. */
const vetoes: Partial<Record<AgreementMethod, { readonly answer: Answer; readonly label: string }>> = {
  gradients: { answer: 8, label: 'A single veto stops it' },
  fist: { answer: 0, label: 'A single fist stops it' },
}

/** When the check passes: a sentence, and on demand the figures in it. */
export function CheckRule({ method, rule, onChange }: CheckRuleProps) {
  const [isChanging, setChanging] = useState(false)
  const veto = vetoes[method]
  return (
    <div className="check-rule">
      <p>
        {ruleInWords(method, rule)}{' '}
        {isChanging ? null : (
          <Button size="sm" variant="ghost" onClick={() => setChanging(true)}>
            Change the rule
          </Button>
        )}
      </p>
      {isChanging ? (
        <div className="check-figures">
          <Percent label="Must answer" share={rule.quorum ?? 0} step={10} min={0} onChange={(quorum) => onChange({ quorum })} />
          {rule.support === undefined ? null : (
            <>
              <Percent label="Must support it" share={rule.support} step={5} min={50} onChange={(support) => onChange({ support })} />
              <Field label="Weakest answer that still supports it">
                {(props) => (
                  <select
                    {...props}
                    className="input"
                    value={String(rule.supportAt)}
                    onChange={(event) => onChange({ supportAt: Number(event.target.value) })}
                  >
                    {levelsOf[method].slice(0, -1).map(({ answer, label }) => (
                      <option key={answer} value={answer}>
                        {answer}: {label}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </>
          )}
          {veto ? (
            <Switch
              label={veto.label}
              checked={rule.blockedBy?.includes(veto.answer) ?? false}
              onChange={(isOn) => onChange({ blockedBy: isOn ? [veto.answer] : [] })}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

interface PercentProps {
  readonly label: string
  /** Of 1. */
  readonly share: number
  readonly step: number
  readonly min: number
  readonly onChange: (share: number) => void
}

function Percent({ label, share, step, min, onChange }: PercentProps) {
  return (
    <div className="votes-term">
      <b className="grow">{label}</b>
      <Stepper
        label={label}
        value={Math.round(share * 100)}
        min={min}
        max={100}
        step={step}
        format={(percent) => (percent === 0 ? 'Nobody' : percent === 100 ? 'All' : `${percent}%`)}
        onChange={(percent) => onChange(percent / 100)}
      />
    </div>
  )
}
