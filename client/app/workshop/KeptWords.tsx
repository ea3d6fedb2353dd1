import { Copy, Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import { copyText, downloadText } from '../hand-over'

/** Words of mine that the server does not have: to read, to copy, to take along. */
export function KeptWords({ words, children }: { readonly words: readonly string[]; readonly children?: ReactNode }) {
  const text = words.join('\n\n')

  async function copy() {
    const copied = await copyText(text)
    toast({ message: copied ? 'Your text is copied.' : 'This browser would not copy. Select the text and copy it by hand.' })
  }

  return (
    <>
      <pre className="kept-words">{text}</pre>
      <div className="row wrap">
        <Button size="sm" Icon={Copy} onClick={() => void copy()}>
          Copy my text
        </Button>
        <Button size="sm" Icon={Download} onClick={() => downloadText('my-words.txt', text)}>
          Download
        </Button>
        {children}
      </div>
    </>
  )
}
