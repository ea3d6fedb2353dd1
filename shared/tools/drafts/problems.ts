import { defineProblems } from '../../http/problem'

/** Refusals of the drafts tool. */
export const problem = defineProblems({
  'draft/not-found': { status: 404, retry: false, detail: 'There is no such wording in this workshop.' },
  'draft/forbidden': { status: 403, retry: false, detail: 'Only facilitators can do this to a wording. Ask yours.' },
  'draft/text-changed': {
    status: 409,
    retry: false,
    detail: 'The text has changed since you read it. Nothing was adopted. Read it again, then decide.',
  },
  'draft/not-agreed': {
    status: 409,
    retry: false,
    detail: 'The group’s check on exactly this text has not passed. Ask everybody first, or adopt it with a reason that goes into the log.',
  },
  'draft/adopted': {
    status: 409,
    retry: false,
    detail: 'This wording is adopted and does not change any more. Start a new version to edit it.',
  },
  'draft/not-adopted': { status: 409, retry: false, detail: 'Only an adopted wording gets a new version. Edit this one as it is.' },
  'draft/retired': { status: 409, retry: false, detail: 'This wording was set aside. Bring it back first.' },
  'draft/wordings-locked': {
    status: 409,
    retry: false,
    detail: '{name} has locked wordings for this step. Nothing was added.',
  },
  'draft/locked': { status: 409, retry: false, detail: 'This wording is locked. Open it first.' },
  'draft/empty': { status: 422, retry: false, detail: 'There are no words to adopt yet.' },
  'draft/not-empty': {
    status: 409,
    retry: false,
    detail: 'Somebody has begun to write here. Import the file as another wording instead.',
  },
  'draft/wrong-kind': { status: 422, retry: false, detail: 'Another wording is of the same kind as the draft it stands beside.' },
  'draft/too-many': {
    status: 409,
    retry: false,
    detail: 'A workshop holds {drafts} wordings, and this one is full. Nothing was added.',
  },
  'draft/too-many-wordings': {
    status: 409,
    retry: false,
    detail: 'A statement has at most {wordings} wordings side by side, and this one has them. Set one aside first. Nothing was added.',
  },
  'draft/phrase-changed': {
    status: 409,
    retry: false,
    detail: '“{words}” no longer stands in “{title}” as you picked it. Nothing was added, and your other phrases are still picked.',
  },
  'draft/note-gone': {
    status: 409,
    retry: false,
    detail: 'One of these notes or clusters is not on the board any more. Nothing was added. Choose again.',
  },
  'draft/too-many-notes': { status: 422, retry: false, detail: 'A wording begins from at most {notes} notes. Choose fewer.' },
  'draft/too-long': {
    status: 422,
    retry: false,
    detail: 'This text has {characters} characters. A wording holds {limit}. Nothing was added.',
  },
  'draft/unreadable': { status: 422, retry: false, detail: 'This file could not be read as {format}. Nothing was added.' },
  'draft/empty-file': { status: 422, retry: false, detail: 'There are no words in this file. Nothing was added.' },
  'draft/no-words': { status: 422, retry: false, detail: 'There are no words to name yet.' },
  'draft/too-many-versions': {
    status: 409,
    retry: false,
    detail: 'This wording has {versions} named versions, and that is all it holds. Its text is kept all the same.',
  },
  'draft/no-dissent': {
    status: 409,
    retry: false,
    detail: 'A minority statement follows a check on this wording that is closed, or a resonance check with answers below its threshold.',
  },
  'draft/minority': {
    status: 409,
    retry: false,
    detail: 'This is a minority statement. It is not adopted, renamed, set aside or rivalled; it goes with the wording it is about.',
  },
  'draft/no-authors': {
    status: 409,
    retry: false,
    detail: 'A minority statement names only those who stand behind it, and not who wrote which words.',
  },
  'draft/no-minority': { status: 409, retry: false, detail: 'This wording is no minority statement.' },
  'draft/minority-closed': {
    status: 409,
    retry: false,
    detail: 'This minority statement is closed. Its words and names stay as they are.',
  },
  'draft/minority-waits': {
    status: 409,
    retry: false,
    detail: 'A minority statement is open until its wording is adopted. Name the day on which it closes after that.',
  },
  'draft/closing-past': { status: 422, retry: false, detail: 'A minority statement closes on a day that is still to come.' },
  'draft/not-signable': { status: 409, retry: false, detail: 'Only an adopted working agreement is signed. Adopt it first.' },
  'draft/no-such-party': { status: 409, retry: false, detail: 'This partner is not on the list any more. Nothing was signed.' },
  'draft/other-signer': {
    status: 403,
    retry: false,
    detail: 'Only people of {party} sign for it, and facilitators write down what was signed elsewhere. Nothing was signed.',
  },
  'draft/signed': { status: 409, retry: false, detail: '{name} has signed for {party} already. Nothing more was signed.' },
  'draft/signing-future': { status: 422, retry: false, detail: 'A signature has a day that has come. Nothing was signed.' },
  'draft/not-in-force': { status: 409, retry: false, detail: 'Only a wording in force is looked at again. This one is not.' },
  'draft/review-past': { status: 422, retry: false, detail: 'The next review needs a day that is still to come.' },
  'draft/reviewed': { status: 409, retry: false, detail: 'Somebody has just noted this review. Nothing more was written.' },
  'draft/sentence-changed': {
    status: 409,
    retry: false,
    detail: 'These words have changed since the proposal was made. Nothing was replaced. Compare them, then propose again.',
  },
  'draft/words-gone': {
    status: 409,
    retry: false,
    detail: 'The words that this proposal was for are gone from the text. Nothing was replaced. You can copy the proposed words.',
  },
  'draft/no-way-back': {
    status: 409,
    retry: false,
    detail: 'The version from before this wording is no longer kept. Nothing was changed.',
  },
  'draft/proposal-decided': { status: 409, retry: false, detail: '{decided} Nothing was changed by this.' },
  'draft/proposal-withdrawn': { status: 409, retry: false, detail: 'Its author has withdrawn this proposal. Nothing was changed.' },
  'draft/revision-open': { status: 409, retry: false, detail: 'A new version of this wording is open already.' },
})
