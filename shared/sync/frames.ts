/** First varUint of every socket message. 0-3 are y-protocols', the rest ours. Source: HOUSE section 4. */
export const frameType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Server to client: varUint, how many of this connection's SyncStep2 and Update frames are durable. */
  saved: 4,
  /** Server to client, before it closes: varString code, varString detail. */
  refused: 5,
} as const

/** Second varUint of a sync frame (y-protocols/sync). */
export const syncType = { step1: 0, step2: 1, update: 2 } as const

/** Version of the documents' schema; the client sends it in the handshake as `?schema=`. */
export const schemaVersion = 1
