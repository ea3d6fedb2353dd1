import { CircleAlert, X } from 'lucide-react'
import { limits } from '../../../../shared/sync/limits'
import { editRight, removeRight, restoreRight, setShare } from '../../../../shared/tools/roles/rights/right-commands'
import { type DecisionRight, type RightLevel, Share } from '../../../../shared/tools/roles/rights/right-schema'
import { decidingLevels, openAbout, rightLevels, shareInWords, shareLabels } from '../../../../shared/tools/roles/rights/rights'
import { useWorkshop } from '../../../app/workshop-context'
import { IconButton } from '../../../ui/IconButton'
import { toast } from '../../../ui/toast'
import { WordsField } from './WordsField'

/** One kind of decision; on a phone a card with a line for each level. */
export function RightRow({ right, mayEdit }: { readonly right: DecisionRight; readonly mayEdit: boolean }) {
  const { board, actor, serverNow } = useWorkshop()
  const { id, decision, decider, consulted } = right

  function takeOut() {
    removeRight(board, actor, id, serverNow())
    toast({ message: `“${decision}” was taken out.`, action: { label: 'Undo', run: () => void restoreRight(board, actor, id) } })
  }

  return (
    <tr>
      <th scope="row">
        {decision}
        {openAbout(right).map((words) => (
          <span key={words} className="row rights-open">
            <CircleAlert className="i s" aria-hidden />
            {words}
          </span>
        ))}
      </th>
      {rightLevels.map(({ id: level, label }) => (
        <td key={level} data-label={label}>
          {mayEdit ? <ShareChoice right={right} level={level} label={label} /> : shareInWords(right, level)}
        </td>
      ))}
      <td data-label="Who decides">
        {mayEdit ? (
          <WordsField
            label={`Who decides: ${decision}`}
            value={decider ?? ''}
            list="rights-parties"
            maxLength={limits.titleLength}
            onSettled={(words) => editRight(board, actor, id, { decider: words || undefined })}
          />
        ) : (
          decider
        )}
      </td>
      <td data-label="Who is asked before">
        {mayEdit ? (
          <WordsField
            label={`Who is asked before: ${decision}`}
            value={consulted ?? ''}
            list="rights-parties"
            maxLength={limits.titleLength}
            onSettled={(words) => editRight(board, actor, id, { consulted: words || undefined })}
          />
        ) : (
          consulted
        )}
      </td>
      {mayEdit ? (
        <td className="rights-out">
          <IconButton small label={`Take out: ${decision}`} Icon={X} onClick={takeOut} />
        </td>
      ) : null}
    </tr>
  )
}

interface ShareChoiceProps {
  readonly right: DecisionRight
  readonly level: RightLevel
  readonly label: string
}

function ShareChoice({ right, level, label }: ShareChoiceProps) {
  const { board, actor } = useWorkshop()
  const share = right.shares[level]
  const isJoint = share === 'decides' && decidingLevels(right).length > 1
  return (
    <select
      className={`input rights-share ${share ?? ''}`}
      aria-label={`${label}: ${right.decision}`}
      value={share ?? ''}
      onChange={(event) => setShare(board, actor, right.id, level, Share.safeParse(event.target.value).data)}
    >
      <option value="">–</option>
      {Share.options.map((each) => (
        <option key={each} value={each}>
          {each === 'decides' && isJoint ? 'Jointly' : shareLabels[each]}
        </option>
      ))}
    </select>
  )
}
