import { WorkshopError } from '../../../shared/http/problem'
import { announce } from '../../ui/announce'
import { toast } from '../../ui/toast'

/** Runs a command to the server; a refusal becomes a toast in its own words. True when it went through. */
export async function attempt(command: () => Promise<unknown>): Promise<boolean> {
  try {
    await command()
    return true
  } catch (cause) {
    if (!(cause instanceof WorkshopError)) throw cause
    toast({ message: cause.message, refusal: true })
    announce(cause.message, 'assertive')
    return false
  }
}
