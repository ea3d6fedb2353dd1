import { z } from 'zod'

// The content security policy forbids `new Function`. Imported before any schema is made, since schemas ask once.
z.config({ jitless: true })
