import { plainSubject } from './subject.ts'

/** An article as pipermail's own pages list it. */
export interface Article {
  /** `000123` */
  number: string
  subject: string
  author: string
}

// A subject holds no link and an author no article: what is not closed is looked through once.
const entry =
  /<a\s+href="(\d{6,})\.html">((?:(?!<\/?a\b)[\s\S])*)<\/a>(?:\s*<a\s+name="\d+">\s*(?:&nbsp;\s*)?<\/a>)?\s*<i>((?:(?!<a\b|<\/?i>)[\s\S])*)<\/i>/gi

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', apos: "'" }

const plainText = (html: string): string =>
  html
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, decimal?: string, hex?: string, name = '') => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
      if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
      return named[name.toLowerCase()] ?? whole
    })
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The articles that a page of pipermail lists (`thread.html`, `date.html`, …), in the order of their numbers, each once. */
export function readArticles(html: string): Article[] {
  const articles = new Map<string, Article>()
  for (const [, number = '', subject = '', author = ''] of html.matchAll(entry))
    articles.set(number, { number, subject: plainText(subject), author: plainText(author) })
  return [...articles.values()].toSorted((a, b) => (a.number < b.number ? -1 : 1))
}

/**
 * The Message-ID of an article by its own page: the link that answers it carries the id.
 * @returns undefined where the page has none
 */
export function messageIdIn(html: string): string | undefined {
  const found = /mailto:(?:(?!mailto:)[^"]){0,2000}?In-Reply-To=([^"&]{3,2000})/i.exec(html)?.[1]
  if (found === undefined) return undefined
  try {
    return /<([^<>\s]{1,900})>/.exec(decodeURIComponent(plainText(found).replaceAll('+', '%2B')))?.[1]
  } catch {
    return undefined
  }
}

/** A mail of a volume, as its text file has it. */
export interface VolumeMail {
  messageId: string
  subject: string
  author: string
}

// A volume of ten thousand mails is compared where its ends differ; beyond that, what lies between stays without addresses.
const mostCells = 25_000_000

/**
 * Which article is which mail. Pipermail numbers the mails of a volume in the order in which they stand in its text file; where one
 * of the two lacks something, subject and author say where both agree, and as many between two such places are the same ones.
 * @returns Message-IDs by article number; articles that no mail can be told for have none
 */
export function matchArticles(articles: Article[], mails: VolumeMail[]): Map<string, string> {
  const left = articles.map(({ subject, author }) => keyOf(subject, author))
  const right = mails.map(({ subject, author }) => keyOf(subject, author))
  const matched = new Map<string, string>()
  let [from, to] = [0, 0]
  for (const [i, j] of [...common(left, right), [left.length, right.length] as const]) {
    if (i - from === j - to) for (let k = 0; from + k < i; k++) put(from + k, to + k)
    if (i < left.length) put(i, j)
    from = i + 1
    to = j + 1
  }
  function put(i: number, j: number) {
    matched.set((articles[i] as Article).number, (mails[j] as VolumeMail).messageId)
  }
  return matched
}

const keyOf = (subject: string, author: string): string => `${plainSubject(subject)}|${plainSubject(author)}`

/** The longest sequence that both have, as pairs of places: ends that agree first, then by comparing the middle. */
function common(left: string[], right: string[]): [number, number][] {
  let begin = 0
  while (begin < left.length && begin < right.length && left[begin] === right[begin]) begin++
  let end = 0
  while (end < left.length - begin && end < right.length - begin && left.at(-1 - end) === right.at(-1 - end)) end++
  const pairs = Array.from({ length: begin }, (_, i): [number, number] => [i, i])
  const [rows, columns] = [left.length - begin - end, right.length - begin - end]
  if (rows * columns <= mostCells) pairs.push(...middle(left.slice(begin, begin + rows), right.slice(begin, begin + columns), begin))
  for (let k = end; k > 0; k--) pairs.push([left.length - k, right.length - k])
  return pairs
}

function middle(left: string[], right: string[], offset: number): [number, number][] {
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        left[i] === right[j]
          ? (lengths[(i + 1) * width + j + 1] as number) + 1
          : Math.max(lengths[(i + 1) * width + j] as number, lengths[i * width + j + 1] as number)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) pairs.push([offset + i++, offset + j++])
    else if ((lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number)) i++
    else j++
  }
  return pairs
}
