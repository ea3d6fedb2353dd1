import { useState } from 'react'
import { Link } from 'wouter'
import type { Verification } from '../../../../shared/tools/votes/verify/verify'
import { verify } from '../../../../shared/tools/votes/verify/verify'
import { announce } from '../../../ui/announce'
import { Banner } from '../../../ui/Banner'
import { FileDrop } from '../../../ui/FileDrop'
import { Mark } from '../../../ui/Mark'
import { HowKept } from './HowKept'
import { OwnReceipt } from './OwnReceipt'
import { VerifyChecks } from './VerifyChecks'
import './verify.css'

/** Larger files are no export: one of 500 people and 100 options has a quarter of this. */
const mostBytes = 32 * 1024 * 1024

/** Checks an exported vote on this device: for anybody, with or without a seat, and without the network once it is here. */
export function VerifyPage() {
  const [name, setName] = useState<string>()
  const [found, setFound] = useState<Verification>()

  async function open(file: File | undefined) {
    if (!file) return
    const next = file.size > mostBytes ? tooLarge : verify(await file.text())
    setName(file.name)
    setFound(next)
    announce(inWords(next))
  }

  return (
    <main className="verify">
      <title>Check a vote · Convene</title>
      <Link href="/" className="mark">
        <Mark />
        <span>Convene</span>
      </Link>
      <h1 className="voice verify-title">Check a vote</h1>
      <p className="verify-lead">
        The results of a closed vote offer a file with everything needed to count it again. Choose it here. It is checked on this device and
        sent nowhere.
      </p>
      <FileDrop choose="Choose a file" label="Exported vote" accept=".json,application/json" chosen={name} onFile={open} />
      {found ? <Found key={name} found={found} /> : null}
      <HowKept secret={found?.state === 'checked' && found.round ? found.round.terms.secret : true} />
    </main>
  )
}

const tooLarge: Verification = { state: 'unreadable', words: 'This file is too large to be an exported vote. Choose another one.' }

function Found({ found }: { readonly found: Verification }) {
  if (found.state === 'unreadable') return <Banner tone="bad">{found.words}</Banner>
  const { round, fingerprint, checks, holds } = found
  return (
    <>
      <Banner tone={holds ? 'ok' : 'bad'}>{inWords(found)}</Banner>
      {round ? <p className="voice verify-question">{round.terms.question}</p> : null}
      <VerifyChecks checks={checks} />
      {fingerprint ? (
        <p className="verify-print">
          Fingerprint <span className="verify-code">{fingerprint}</span>
          <span className="meta">
            Everybody’s file of this vote has the same one. If somebody else’s differs, one of the two was made up from beginning to end.
          </span>
        </p>
      ) : null}
      {round && round.ballots.length > 0 ? <OwnReceipt round={round} /> : null}
    </>
  )
}

function inWords(found: Verification): string {
  if (found.state === 'unreadable') return found.words
  return found.holds
    ? 'This file holds. Everything that can be checked fits together.'
    : 'This file does not hold. Something in it was changed.'
}
