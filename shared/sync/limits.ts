/** Every limit of the product, for client and server alike. Sizes in bytes unless named otherwise. Source: THREATS section 6. */
export const limits = {
  messageBytes: 4 * 1024 * 1024,
  messageFragments: 64,
  updateBytes: 1024 * 1024,
  firstSyncBytes: 4 * 1024 * 1024,
  updatesPerSecond: 60,
  updatesBurst: 200,
  updateBytesPerSecond: 256 * 1024,
  updateBytesBurst: 2 * 1024 * 1024,
  /** Whole documents answered to one connection. */
  answersPerSecond: 1,
  answersBurst: 3,
  awarenessBytes: 4 * 1024,
  awarenessPerSecond: 20,
  /** Unreadable or forbidden updates of one device within the window before it is kept away. */
  refusals: 3,
  refusalsWindowMs: 600_000,
  suspensionMs: 600_000,
  foreignDeletes: 50,
  foreignDeletesWindowMs: 10_000,
  socketsPerParticipant: 32,
  socketsPerWorkshop: 6_000,
  socketsPerAddress: 3_000,
  socketsPerProcess: 20_000,
  slowReaderBytes: 4 * 1024 * 1024,
  slowReaderMs: 10_000,
  pingMs: 15_000,
  deadAfterMs: 45_000,
  idleUnloadMs: 15_000,
  documentBytes: 8 * 1024 * 1024,
  notesPerBoard: 5_000,
  /** Characters. */
  draftText: 200_000,
  /** Records one command writes in one transaction. */
  recordsPerStep: 1_000,
  /** Characters. */
  noteLength: 2_000,
  /** Characters. */
  commentLength: 2_000,
  /** Characters of the words that a comment stands on. */
  quoteLength: 300,
  /** Lines that the words under a comment may run through. */
  anchorParts: 50,
  /** Characters kept from before and from after the words under a comment. */
  anchorContext: 24,
  /** Characters. */
  nameLength: 80,
  /** Characters; titles and option labels. */
  titleLength: 200,
  /** Characters. */
  linkLength: 2_048,
  options: 100,
  dots: 99,
  budgetUnits: 1_000_000,
  participants: 500,
  /** People who wait at a workshop's door. */
  knocks: 200,
  passphraseLength: 128,
  drafts: 300,
  /** Of one statement, side by side: its working draft and its rivals. */
  wordings: 6,
  /** Picked for one merged text. */
  phrases: 200,
  /** Characters. */
  phraseLength: 2_000,
  /** That one wording begins from. */
  notesPerWording: 200,
  /** Records that one phrase is traced to. */
  originRefs: 20,
  /** Characters of the words that were traced, as they were then. */
  originQuote: 600,
  /** Written in one act. */
  origins: 2_000,
  /** Looked at when a wording is merged, revised or adopted. */
  originsRead: 5_000,
  openRounds: 5,
  /** A wording that nobody has changed for so long gets a version of its own. */
  versionRestMs: 60_000,
  /** One that is written in without a rest gets one so often. */
  versionEveryMs: 600_000,
  /** Kept of each wording; older ones thin out. */
  automaticVersions: 100,
  /** Kept of each wording for good. */
  namedVersions: 100,
  versionsPerPage: 30,
  /** Lines that a restore takes away stay empty for so long, for letters that are on their way to them. */
  restoreGraceMs: 3_000,
  agendaSteps: 60,
  httpBodyBytes: 1024 * 1024,
  httpTimeoutMs: 30_000,
  httpKeepAliveMs: 75_000,
  importBytes: 10 * 1024 * 1024,
  importRows: 5_000,
  exportsPerWorkshop: 2,
  exportTimeoutMs: 30_000,
  badSecretsPerMinute: 20,
  workshopsPerHour: 20,
  /** A busy room sends at most one frame so often. */
  paceMs: 16,
  /** Presence leaves a room at most so often. */
  awarenessPaceMs: 50,
  /** A workshop can be brought back to any minute of so many days. */
  historyDays: 30,
  groupCommitMs: 5,
  groupCommitFrames: 64,
  closeGraceMs: 3_000,
  deviceTokenDays: 180,
  joinCodeIdleDays: 14,
  /** Whoever comes back within it is on the same visit. */
  visitGapMs: 120_000,
  /** While people are here, that is noted so often. */
  visitNotedEveryMs: 60_000,
  /** An absence that long is worth a word on return. */
  awayMs: 1_800_000,
  clientIdsPerParticipantAndDay: 500,
} as const
