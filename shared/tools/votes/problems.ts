import { defineProblems } from '../../http/problem'

/** Refusals of the votes tool. */
export const problem = defineProblems({
  'vote/not-eligible': { status: 403, retry: false, detail: 'You are not one of the voters of this vote. Ask your facilitator.' },
  'vote/binding': {
    status: 403,
    retry: false,
    detail:
      'Only people who were let in at the door, know the passphrase or have a personal invite vote here. Ask your facilitator for an invite.',
  },
  'vote/not-open': { status: 409, retry: false, detail: 'This vote is not open yet. Nothing was counted.' },
  'vote/closed': {
    status: 409,
    retry: false,
    detail: 'Voting has closed. Nothing more is counted; your ballot stands as it was recorded before.',
  },
  'vote/not-closed': { status: 409, retry: false, detail: 'This vote is still running. Close it first.' },
  'vote/not-exported': { status: 409, retry: false, detail: '{why}' },
  'vote/recorded': { status: 409, retry: false, detail: 'The decision of this vote is already in the log.' },
  'vote/stale': { status: 409, retry: false, detail: 'Your ballot was changed on another device. Here is how it stands now.' },
  'vote/key-reused': { status: 422, retry: false, detail: 'This request number was already used for another ballot. Nothing was counted.' },
  'vote/over-budget': { status: 422, retry: false, detail: 'That is {spent} dots, and you have {dots}. Take one back first.' },
  'vote/over-cap': { status: 422, retry: false, detail: '{maxPerOption} is the most on one option.' },
  'vote/unknown-option': { status: 422, retry: false, detail: 'This vote has no such option. Nothing was counted.' },
  'vote/bad-value': { status: 422, retry: false, detail: '{why} Nothing was counted.' },
  'vote/bad-answer': { status: 422, retry: false, detail: 'This check cannot be answered with that. Nothing was counted.' },
  'vote/reason-needed': {
    status: 422,
    retry: false,
    detail: 'An objection needs its reason, so that the group can turn it into a change. Nothing was counted.',
  },
  'vote/not-in-round': {
    status: 409,
    retry: false,
    detail: 'The group has not come to its round of answers yet. Your facilitator opens it. Nothing was counted.',
  },
  'vote/no-steps': { status: 409, retry: false, detail: 'Only deciding by consent goes step by step, and this is something else.' },
  'vote/wrong-step': { status: 409, retry: false, detail: 'That step does not follow the one the group is at. Look at it again.' },
  'vote/too-few-options': { status: 422, retry: false, detail: 'A vote needs at least 2 options.' },
  'vote/duplicate-option': { status: 422, retry: false, detail: 'Two options read “{label}”. Change one of them.' },
  'vote/bad-setup': { status: 422, retry: false, detail: '{why}' },
  'vote/unnamed-cluster': {
    status: 422,
    retry: false,
    detail: 'One of the clusters to vote on has no name yet. Name it on the board, or leave it out.',
  },
  'vote/not-the-same': {
    status: 422,
    retry: false,
    detail: 'A vote that is held again has the options of the first one. Take exactly those, or make a new vote.',
  },
  'vote/not-tied': {
    status: 422,
    retry: false,
    detail: 'A run-off is among 2 to 4 options that share one place. Take exactly those, or make a new vote.',
  },
  'vote/voted-before': {
    status: 403,
    retry: false,
    detail: 'You answered when this was first asked, and that counts. Late answers are for those who were missing then.',
  },
  'vote/not-an-empty-seat': {
    status: 422,
    retry: false,
    detail: '“{seat}” is not an empty seat of this workshop. Choose among the seats that nobody speaks for.',
  },
  'vote/not-provisional': {
    status: 409,
    retry: false,
    detail: 'This result is not provisional, or it is final already. Vote again if you want to ask once more.',
  },
  'vote/late-open': {
    status: 409,
    retry: false,
    detail: 'Late answers to this vote are being taken. Close or cancel that round first.',
  },
  'vote/bad-date': { status: 422, retry: false, detail: 'Late answers are taken until a day within the next year. Choose another one.' },
  'vote/too-many-open': {
    status: 409,
    retry: false,
    detail: '{openRounds} votes are open already. Close one of them before you open another.',
  },
  'vote/check-exists': { status: 409, retry: false, detail: 'This wording has a check already.' },
  'vote/not-author': {
    status: 403,
    retry: false,
    detail: 'Only the person whose concern this is says how it stands. Nothing was changed.',
  },
  'vote/concern-closed': { status: 409, retry: false, detail: 'Its author has closed this concern. It stays as it was closed.' },
  'vote/concern-not-answered': { status: 409, retry: false, detail: 'No change is linked to this concern yet.' },
  'vote/concern-answered': {
    status: 409,
    retry: false,
    detail: 'A change is linked to this concern already. Its author says whether it answers it.',
  },
  'vote/text-unchanged': {
    status: 409,
    retry: false,
    detail: 'These are the words that the concern is about, or words that its author has said no to. Change them first.',
  },
  'vote/author-here': { status: 409, retry: false, detail: 'The author of this concern has not left. Ask them.' },
  'vote/no-words': { status: 409, retry: false, detail: 'This is not about a wording, so there are no words that could have changed.' },
  'vote/unknown-text': {
    status: 422,
    retry: false,
    detail: 'Nobody was asked about that text. Mark a change between a text that people answered on and the words as they are.',
  },
  'vote/not-carried': {
    status: 409,
    retry: false,
    detail: 'Your answer was not carried over to these words, so there is nothing to contest. You can change it at any time.',
  },
  'vote/subject-not-found': { status: 404, retry: false, detail: 'There is no such wording in this workshop.' },
  'draft/text-changed': {
    status: 409,
    retry: false,
    detail: 'The text has changed since you read it. Read it again, then answer.',
  },
})
