import { defineProblems } from '../http/problem'

/** What the kernel refuses, in words for the person. Tools declare their own. */
export const problem = defineProblems({
  'request/invalid': { status: 400, retry: false, detail: '{message}' },
  'request/not-json': { status: 400, retry: false, detail: 'This request is not JSON. Nothing was changed.' },
  'request/too-large': { status: 413, retry: false, detail: 'This is larger than the server takes. Send less at once.' },
  'request/wrong-origin': {
    status: 403,
    retry: false,
    detail: 'This request came from another site, so nothing was changed. Open the workshop at its own address.',
  },
  'request/not-found': { status: 404, retry: false, detail: 'This does not exist, or it is not yours.' },
  'request/too-many': { status: 429, retry: true, detail: 'Too many attempts from here. Wait {seconds} s, then try again.' },
  'access/not-yours': { status: 403, retry: false, detail: 'Only {who} can do this.' },
  'join/unknown-code': { status: 404, retry: false, detail: 'No session has the code {code}. Check the last digits, or ask your host.' },
  'join/unknown-link': { status: 404, retry: false, detail: 'This link does not work any more. Ask your host for a new one.' },
  'join/removed': {
    status: 403,
    retry: false,
    detail: 'A facilitator took you off the list of this session, so this device is not let in. Ask your host.',
  },
  'workshop/full': { status: 409, retry: false, detail: 'This session is full: it holds {limit} people. Ask your host.' },
  'workshop/agenda-full': { status: 409, retry: false, detail: 'An agenda holds {limit} steps. Remove one first.' },
  'workshop/last-step': { status: 409, retry: false, detail: 'An agenda needs at least one step. Change this one instead.' },
  'workshop/current-step': { status: 409, retry: false, detail: 'Everyone is on this step now. Go to another step first.' },
  'workshop/unknown-step': { status: 404, retry: false, detail: 'This step is no longer in the agenda.' },
  'workshop/unknown-template': { status: 400, retry: false, detail: 'There is no built-in agenda “{template}”.' },
  'workshop/unknown-person': { status: 404, retry: false, detail: 'This person is no longer in the workshop.' },
  'workshop/host-stays': { status: 409, retry: false, detail: 'The host cannot be changed or removed. Hand the workshop over first.' },
  'workshop/no-timer': { status: 409, retry: false, detail: 'There is no timer to change. Start one first.' },
  'workshop/not-in-history': {
    status: 422,
    retry: false,
    detail: 'A workshop can be brought back to any minute of the last {days} days in which it existed. Choose such a time.',
  },
  'workshop/create-key': { status: 403, retry: false, detail: 'This server asks for a key to open workshops. Ask whoever runs it.' },
  'server/fault': { status: 500, retry: true, detail: 'Something went wrong on the server. Nothing was changed. Try again.' },
  'server/busy': { status: 503, retry: true, detail: 'The server cannot save just now. Try again in a moment.' },
})
