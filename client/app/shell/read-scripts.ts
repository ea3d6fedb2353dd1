import { leadingContract } from '../../../shared/workshop/leading-contract'
import { call } from '../../api/call'

/** The scripts of all steps; facilitators only, so only their devices load this. */
export async function readScripts(workshopId: string) {
  const { scripts } = await call(leadingContract.scripts, { params: { id: workshopId } })
  return scripts
}
