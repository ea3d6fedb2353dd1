/** One spelling of an organisation's name for counting; undefined for people who named none. */
export function organisationKey(organisation: string | undefined | null): string | undefined {
  const key = organisation?.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
  return key ? key : undefined
}
