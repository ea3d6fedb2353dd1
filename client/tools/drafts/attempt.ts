import { WorkshopError } from '../../../shared/http/problem'
import { toast } from '../../ui/toast'

/**
 * Asks the server to do something; a refusal is said in its own words.
 *
 * @returns the answer, or undefined when it was refused
 */
export async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof WorkshopError)) throw error
    toast({ message: error.message, refusal: true })
    return undefined
  }
}
