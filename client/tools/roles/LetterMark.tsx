import type { RoleModel } from '../../../shared/tools/roles/models'
import { classNames } from '../../ui/class-names'
import { cellLook } from './cell-choices'

/** A letter as cells show it, small; its name stands beside it or is said. */
export function LetterMark({
  model,
  letter,
  contested,
}: {
  readonly model: RoleModel
  readonly letter: string
  readonly contested?: boolean
}) {
  return (
    <i className={classNames('roles-ce small', cellLook(model, [letter]), contested && 'contested')} aria-hidden>
      {letter}
    </i>
  )
}
