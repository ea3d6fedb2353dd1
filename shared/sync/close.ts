/** What a closed socket means, and whether trying again can help. */
export interface CloseReason {
  readonly code: number
  /** The provider's rule: 4400-4499 are final, everything else is retried with jitter. */
  readonly retry: boolean
  /** Whether the client must drop its replica and start from the server's (the person's words are kept aside). */
  readonly fresh: boolean
  readonly message: string
}

/** Every close code the server uses. Source: THREATS section 6. */
export const closeReasons = {
  malformed: { code: 4400, retry: false, fresh: true, message: 'This change could not be read by the server.' },
  signedOut: { code: 4401, retry: false, fresh: false, message: 'You are not signed in to this workshop. Come back in with your link.' },
  suspended: {
    code: 4401,
    retry: false,
    fresh: false,
    message: 'Several changes from this device could not be accepted. It can come back in ten minutes.',
  },
  forbidden: { code: 4403, retry: false, fresh: true, message: 'You may read this, but not change it.' },
  notFound: { code: 4404, retry: false, fresh: false, message: 'This does not exist, or it is not yours.' },
  locked: { code: 4409, retry: false, fresh: true, message: 'Nobody could write here any more when your words arrived.' },
  epoch: { code: 4410, retry: false, fresh: true, message: 'The workshop was restored to an earlier time.' },
  tooLarge: { code: 4413, retry: false, fresh: true, message: 'This is larger than a workshop can hold.' },
  slow: { code: 4508, retry: true, fresh: false, message: 'This connection is too slow to keep up.' },
  rate: { code: 4529, retry: true, fresh: false, message: 'Too many changes at once. Trying again.' },
  messageTooBig: { code: 1009, retry: true, fresh: false, message: 'A message was too large.' },
  restart: { code: 1012, retry: true, fresh: false, message: 'The server is restarting.' },
  later: { code: 1013, retry: true, fresh: false, message: 'The server cannot save just now. Trying again.' },
} as const satisfies Record<string, CloseReason>

export type CloseName = keyof typeof closeReasons
