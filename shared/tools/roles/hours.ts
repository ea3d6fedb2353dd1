/** Hours of a month of 31 days. */
export const mostHours = 744

/** A number of hours as somebody writes it, `4`, `4.5` or `4,5`; undefined when it is none, or more than a month has. */
export function hoursIn(text: string): number | undefined {
  const trimmed = text.trim().replace(',', '.')
  const hours = trimmed === '' ? Number.NaN : Number(trimmed)
  return hours >= 0 && hours <= mostHours ? hours : undefined
}
