/** A run of text with its marks; `\n` in the text is a hard line break; a link's target is already checked (http, https, mailto). */
export interface Inline {
  readonly text: string
  readonly marks?: readonly Mark[]
}
export type Mark = 'bold' | 'italic' | 'strike' | 'code' | { readonly href: string }

/** One block of the document model that every export renders. */
export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly text: readonly Inline[]; readonly style?: 'statement' | 'meta' }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start?: number; readonly items: readonly ListItem[] }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' }
  | {
      readonly type: 'table'
      readonly caption?: string
      readonly head: readonly Cell[]
      readonly rows: readonly (readonly Cell[])[]
      /** Signature blocks: a row for each party (who, name and role title, signature, date), high enough to be signed by hand. */
      readonly toSign?: boolean
    }

export type Cell = readonly Inline[]

/** A list item; `checked` only in a task list. */
export interface ListItem {
  readonly blocks: readonly Block[]
  readonly checked?: boolean
}

/** The parts a person can choose for the document, in the order in which they are printed. */
export const documentParts = [
  'vision',
  'mission',
  'goals',
  'partners',
  'roles',
  'services',
  'plan',
  'measures',
  'agreement',
  'decisions',
  'readiness',
  'notes',
  'comments',
  'origins',
  'ballots',
] as const
export type DocumentPart = (typeof documentParts)[number]

/** One chapter of the document, made by one tool. */
export interface OutlineSection {
  readonly part: DocumentPart
  readonly title: string
  readonly blocks: readonly Block[]
  /** A wording that is not adopted yet; the tool says so in the text too, and it is never published. */
  readonly draft?: boolean
  /** Beside the part's name where a person chooses, for example `adopted` or `12`. */
  readonly note?: string
}

/** What a person leaves out of the whole document. */
export interface OutlineOptions {
  /** Names of the people who wrote notes or answered; organisations always stay. */
  readonly names: boolean
  readonly reservations: boolean
  /** For the public page: wordings that are not adopted stay out, also beside adopted ones. */
  readonly adoptedOnly?: boolean
}

/** Plain text as inline runs. */
export function plain(text: string): readonly Inline[] {
  return text === '' ? [] : [{ text }]
}

/** The checked target of a run's link, if it has one. */
export function hrefOf({ marks = [] }: Inline): string | undefined {
  for (const mark of marks) if (typeof mark === 'object') return mark.href
  return undefined
}
