/**
 * What the client's build takes for zod. Shared schemas are written in zod, and the server reads with zod itself; a
 * phone reads its answers with the few kinds of schema that they are made of, since zod weighs as much as a fifth of
 * its first screen. A schema made of anything else fails the build, and test/client/api/lean-zod.test.ts holds every
 * shared schema to zod's own verdict.
 */
export * as z from './kinds'
