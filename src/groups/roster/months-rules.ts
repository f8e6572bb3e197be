import { locales } from '../../lib/ui/format.ts'

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

// Every name of each month, long and short, in our languages; what people write besides.
const names: readonly string[][] = Array.from({ length: 12 }, (_, i) => {
  const day = new Date(Date.UTC(2026, i, 15))
  const said = locales.flatMap((locale) =>
    (['long', 'short'] as const).map((month) => plain(new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(day))),
  )
  return [...new Set([...said, ...(i === 8 ? ['setiembre', 'sept'] : [])])]
})

/** A month by its name or the beginning of one, in any of our languages; undefined where several begin so. */
function monthOf(word: string): number | undefined {
  const typed = plain(word)
  if (typed.length < 3) return undefined
  const exact = names.findIndex((some) => some.includes(typed))
  if (exact >= 0) return exact + 1
  const begun = names.flatMap((some, i) => (some.some((name) => name.startsWith(typed)) ? [i + 1] : []))
  return begun.length === 1 ? begun[0] : undefined
}

function dayOf(year: number, month: number, day: number | undefined, end: 'first' | 'last'): string | undefined {
  try {
    const first = Temporal.PlainDate.from({ year, month, day: day ?? 1 }, { overflow: 'reject' })
    return (day === undefined && end === 'last' ? first.with({ day: first.daysInMonth }) : first).toString()
  } catch {
    return undefined
  }
}

const year = '((?:19|20)\\d\\d)'
const word = '(\\p{L}{3,12})\\.?'
const between = '(?:\\s+(?:de|del|di))?\\s+'
const patterns: readonly [RegExp, (found: RegExpExecArray) => [year: string, month: number | undefined, day?: string]][] = [
  [new RegExp(`^${word}${between}${year}$`, 'u'), ([, month = '', of = '']) => [of, monthOf(month)]],
  [
    new RegExp(`^(\\d{1,2})(?:\\.|er|º|°)?${between}${word}${between}${year}$`, 'u'),
    ([, day = '', month = '', of = '']) => [of, monthOf(month), day],
  ],
  [new RegExp(`^${word}\\s+(\\d{1,2}),?\\s+${year}$`, 'u'), ([, month = '', day = '', of = '']) => [of, monthOf(month), day]],
  [new RegExp(`^(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${year}$`), ([, day = '', month = '', of = '']) => [of, Number(month), day]],
  [new RegExp(`^(\\d{1,2})[./]${year}$`), ([, month = '', of = '']) => [of, Number(month)]],
  [new RegExp(`^${year}-(\\d\\d)$`), ([, of = '', month = '']) => [of, Number(month)]],
]

/**
 * The day of a month or a day as people write it: Sept 2021, 1. September 2021, 1er septembre 2021, 09/2021, 1.9.2021. Of a month alone it is the
 * first or the last.
 * @returns undefined for anything else
 */
export function readMonth(text: string, end: 'first' | 'last'): string | undefined {
  const trimmed = text.slice(0, 60).replaceAll(/\s+/g, ' ').trim()
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(trimmed)
    if (!found) continue
    const [of, month, day] = read(found)
    if (month !== undefined) return dayOf(Number(of), month, day === undefined ? undefined : Number(day), end)
  }
  return undefined
}

// A hyphen parts two months, `Sep 2021-Aug 2024`, and not what is in a day, `2021-09`.
const parts = /(?<!\s)\s+[–—]\s*|[–—]\s*|(?<=\d{4})-(?=\p{L})|(?<!\s)\s+(?:[-/]|to|until|till|bis|à|au|ad|al?|hasta|fino al?)\s+/iu
const opening = /^(?:from|von|vom|de|du|desde|dal?)\s+/iu
const since = /^(?:since|from|seit|ab|depuis|desde|dal?|à partir de)\s+(.*)$/isu
const until = /^(?:until|till|to|bis|jusqu’?'?(?:en|à|au)|hasta|fino ad?l?)\s+(.*)$/isu
const iso = /^\d{4}-\d\d-\d\d$/

type End = 'first' | 'last'
const endOf = (part: string, end: End) => (iso.test(part) || /^(?:19|20)\d\d$/.test(part) ? part : readMonth(part, end))

/** A term by its months or days: Sept 2021 – Aug 2024, Sept – Dez 2021, seit März 2022, jusqu’en août 2024; the words of `goesOn` are no end. */
export function readMonths(text: string, goesOn: RegExp): { from: string; to: string | undefined } | undefined {
  const trimmed = text
    .slice(0, 120)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\p{L}\.? )[’'](\d\d)(?!\d)/gu, '20$1')
    .trim()
  const [first = '', last, ...more] = trimmed.split(parts)
  if (last !== undefined && more.length === 0) return betweenTwo(first, last === '' || goesOn.test(last) ? undefined : last)
  const begun = endOf(since.exec(trimmed)?.[1] ?? '', 'first')
  if (begun) return { from: begun, to: undefined }
  const ended = endOf(until.exec(trimmed)?.[1] ?? '', 'last')
  if (ended) return { from: '?', to: ended }
  const only = readMonth(trimmed, 'first')
  return only === undefined ? undefined : { from: only, to: readMonth(trimmed, 'last') }
}

function betweenTwo(begins: string, last: string | undefined): { from: string; to: string | undefined } | undefined {
  const to = last === undefined ? undefined : endOf(last, 'last')
  if (last !== undefined && to === undefined) return undefined
  const first = begins.replace(opening, '')
  // The year stands once where both months are of it.
  const from = endOf(first, 'first') ?? (to ? endOf(`${first} ${to.slice(0, 4)}`, 'first') : undefined)
  return from === undefined ? undefined : { from, to }
}
