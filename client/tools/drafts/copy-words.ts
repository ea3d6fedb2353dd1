import { copyText } from '../../app/hand-over'
import { toast } from '../../ui/toast'

/** Copies a wording and says whether it worked: on plain http a browser may not let it. */
export async function copyWords(text: string): Promise<void> {
  const copied = await copyText(text)
  toast({ message: copied ? 'Copied.' : 'This browser would not copy. Select the text and copy it by hand.' })
}
