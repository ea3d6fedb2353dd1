import { agreementMethodLabels, fistLabels, gradientLabels } from '../../content/agreement-words'

const methods: Readonly<Record<string, string>> = {
  dots: 'Dot vote',
  approval: 'Approval vote',
  score: 'Score vote',
  rank: 'Ranked choice',
  matrix: 'Impact and effort',
  budget: 'Shared budget',
  majority: 'Majority vote',
  ...agreementMethodLabels,
}

const answers: Readonly<Record<string, string>> = {
  resonates: 'It resonates',
  'live-with': 'I can live with it',
  'not-yet': 'Not yet',
  consent: 'Consent',
  objection: 'Objection',
}

const statements: Readonly<Record<string, string>> = {
  vision: 'Vision',
  mission: 'Mission',
  value: 'Guiding principle',
  goal: 'Goal',
  objective: 'Objective',
  name: 'Name',
  agreement: 'Working agreement',
  other: 'Wording',
}

/** A round's method as people call it. */
export function methodInWords(method: string): string {
  return methods[method] ?? method
}

/** An answer of an agreement check as people read it, for example `I can live with it`. */
export function answerInWords(method: string, answer: string): string {
  if (method === 'gradients') return gradientLabels[Number(answer) - 1] ?? answer
  if (method === 'fist') return fistLabels[Number(answer)] ?? answer
  return answers[answer] ?? answer
}

/** An answer as it is told of somebody else: `I can live with it` becomes `can live with it`. */
export function answerAsTold(answer: string): string {
  const told = answer.replace(/^(?:I|It) /, '')
  return told.charAt(0).toLocaleLowerCase('en') + told.slice(1)
}

/** What an adopted wording is, for example `Vision`. */
export function statementInWords(kind: string): string {
  return statements[kind] ?? kind
}

/** The whole wording when it is short, else how it begins. Markdown marks are left out. */
export function wordingInWords(title: string, text: string): string {
  const words = text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join(' ')
    .replace(/[*_~`\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= 280) return words || title
  return `${title}. It begins: ${words.slice(0, words.lastIndexOf(' ', 200))} …`
}

/** For example `1 decision`, `3 decisions`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
