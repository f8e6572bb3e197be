// What the description says of the parts of addresses.

/** A name in words: `graceDays` is `grace days`. */
export const inWords = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** What is asked for behind the question mark; what is not here leaves those of one kind. */
const questions: Readonly<Record<string, string>> = {
  limit: 'How many at most.',
  q: 'Words that stand in it.',
  exact: 'Whether the words stand there as they are written.',
  on: 'As it was on that day: YYYY-MM-DD.',
  when: 'What is to come, or what has been.',
  view: 'Which of them.',
  mine: 'Whether only mine.',
  members: 'Whether only members.',
  variant: 'Which of several mails under one Message-ID, from 1.',
  edition: 'Which edition; the newest where it is left out.',
  page: 'Which page, from 1.',
  number: 'Its number.',
}

export interface Parameter {
  in: string
  name: string
  description?: string
  schema?: { type?: unknown }
}

/** Says of a part of an address which thing it names, or what it leaves of a collection. */
export function nameParameter(one: Parameter): void {
  const words = inWords(one.name)
  const which = one.schema?.type === 'integer' ? `The number of the ${words}.` : `The ${words}, as addresses name it.`
  one.description ??= one.in === 'path' ? which : (questions[one.name] ?? `Only those of this ${words}.`)
}
