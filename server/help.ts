import { limits } from '../shared/sync/limits'
import { type LimitName, limitVariable } from './config'

/** What `--help` prints: every option and every variable. */
export function helpText(): string {
  const limitLines = (Object.keys(limits) as LimitName[]).map((name) => `  ${limitVariable(name).padEnd(40)} ${limits[name]}`)
  return `Convene: a workshop board for shared visioning.

Usage
  npm start                    serve on http://localhost:3000, data in ./data
  npm start -- --host          open to the room's network; prints address and QR code
  npm start -- --demo          a filled sample workshop in ./data-demo; prints its links
  npm start -- --help          this text
  npm run backup -- [file]     copy the database into one file, while the server runs
  npm run restore -- <file>    put such a copy in place, while it does not
  npm run verify -- <file>     check an exported vote; 0 it holds, 1 it does not, 2 it cannot be read

Environment
  PORT             3000        port; 0 takes a free one
  HOST             127.0.0.1   address to listen on (0.0.0.0 with --host)
  DATA_DIR         ./data      folder of the database (./data-demo with --demo)
  PUBLIC_URL                   the address people use, such as https://workshops.example.org
  TLS_CERT TLS_KEY             PEM files; the server then speaks https itself
  TRUST_PROXY      0           number of proxies in front whose X-Forwarded-For is believed
  CREATE_KEY                   a key that whoever opens a workshop must know
  OPERATOR_TOKEN               lets /metrics be read from elsewhere (Authorization: Bearer ...)
  LOG_LEVEL        info        trace, debug, info, warn, error, silent
  DATABASE_URL REDIS_URL       reserved for many nodes; refused by this version
  SMTP_URL                     reserved for mail; this version sends none

Limits (defaults)
${limitLines.join('\n')}

While a secret round is open, only whoever runs the server could read who chose what; once it closes nobody can.
A copy of the database made while a secret round is open keeps what the round held then. A receipt lets a voter
find their own ballot; it also lets them show it to somebody else.
`
}
