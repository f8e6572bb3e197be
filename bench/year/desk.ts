import type { Hand, Received } from './hand.ts'
import { clearHeld, onPage } from './recipes.ts'

/** Something in a week's letter. */
interface Item {
  n: number
  title: string
  lines: string[]
  /** It offers an answer. */
  asks: boolean
  /** The lines that can be filled in: `3.12`. */
  form: string[]
  path: string
}

/** The numbered things of a week's letter. */
export function readItems(text: string): Item[] {
  const items: Item[] = []
  for (const block of text.split(/\n\n/)) {
    const [, number, title = ''] = /^(\d+)\. (.*)$/m.exec(block.split('\n')[0] ?? '') ?? []
    if (!number) continue
    const lines = block
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
    const path = lines.findLast((line) => line.startsWith('http://rapport.test/'))?.slice('http://rapport.test'.length) ?? ''
    items.push({
      n: Number(number),
      title,
      lines: lines.filter((line) => !line.startsWith('http')),
      asks: lines.some((line) => /^yes: /.test(line)),
      form: lines.flatMap((line) => /^\[ *\] +(\d+\.\S+)/.exec(line)?.[1] ?? []),
      path,
    })
  }
  return items
}

/** Marks in invented mail, by which the bench's people tell what it is. */
export const isSpam = (text: string): boolean => /selected|casino|winner|invoice overdue|prize|loan|SEO|crypto|cheap/i.test(text)

/** What somebody says to a thing of the letter. */
function say({ n, title, lines }: Item): string {
  const facts = lines.join(' ')
  // Each answer in words has its own.
  if (facts.includes('with your text'))
    return `yes: Thank you, ${n === 1 ? 'at once' : 'gladly'}. Thursday suits us; I send an invitation. ${title.length}`
  if (facts.includes('discard:')) return isSpam(`${title} ${facts}`) || /^unsubscribe$/i.test(title) ? 'discard' : 'yes'
  if (/students/.test(facts)) return 'no: the list is for staff'
  return 'yes'
}

/** Whose work something is: who does not do it leaves it to others, and only reads its line. */
export type Duty = (path: string) => boolean

/** One order for all that get the same word. */
function ordersOf(said: ReadonlyMap<number, string>): string {
  const together = Map.groupBy([...said], ([, word]) => word)
  return [...together].map(([word, ones]) => `${ones.map(([n]) => n).join(' ')} ${word}`).join('\n')
}

async function workWeek(hand: Hand, letter: Received, mine: Duty): Promise<void> {
  const items = readItems(letter.text)
  hand.effort.doing = 'letter site.week'
  hand.effort.click()
  hand.effort.wait()
  const said = new Map<number, string>()
  const filled: string[] = []
  hand.numbers.clear()
  for (const item of items) {
    hand.numbers.set(item.n, item)
    hand.effort.read(`${item.title} ${item.lines[0] ?? ''}`)
    if (item.form.length > 0) {
      hand.effort.read(item.lines.join(' '))
      hand.effort.think()
      filled.push(fill(item.form))
    }
    if (!item.asks || !mine(item.path)) continue
    hand.effort.think()
    said.set(item.n, say(item))
  }
  const [, news = ''] = letter.text.split(/— (?:News|What else happened|Also) —/)
  hand.effort.read(news.split('\n\n')[0] ?? '')
  // What of it was done, the confirmation says.
  if (said.size + filled.length > 0) await hand.answer(letter, [ordersOf(said), ...filled].filter(Boolean).join('\n'), 0)
  for (const { asks, form, path, title } of items) if (!asks && form.length === 0 && mine(path)) await onPage(hand, path, title)
}

/** What is written into the lines of a ballot: the first options, or yes. */
function fill(lines: readonly string[]): string {
  const numbers = lines.filter((line) => /\d$/.test(line))
  if (numbers.length === 0) return `[x] ${lines[0] ?? 'yes'}`
  return numbers
    .slice(0, 3)
    .map((n, at) => `${n}: ${[5, 3, 2][at]}`)
    .join('\n')
}

/** The options of a ballot's mail, in their order. */
const voteOf = (text: string): string => fill([...text.matchAll(/^\s*\[[^\]]*\]\s*(\d+)\b/gm)].flatMap(([, n]) => n ?? []))

type Reader = (hand: Hand, letter: Received, mine: Duty) => Promise<unknown>

const readAndReply =
  (text: (letter: Received) => string, acts = 1): Reader =>
  async (hand, letter) => {
    hand.open(letter, 'whole')
    await hand.answer(letter, text(letter), acts)
  }

/** One word, where the letter asks for it. */
const sayYes: Reader = async (hand, letter) => {
  hand.open(letter)
  if (letter.replyTo.startsWith('reply+') && /[Rr]eply “yes”|[“"]yes[”"]/.test(letter.text)) await hand.answer(letter, 'yes')
}

/** What is done with a letter as it comes; any other is only read. */
const readers: Record<string, Reader> = {
  'site.week': workWeek,
  'list.held-moderators': async (hand, letter, mine) => {
    if (!mine('/held')) return hand.open(letter, 'line')
    hand.open(letter)
    await hand.answer(letter, isSpam(letter.text) ? 'discard' : 'approve')
  },
  'list.held-summary': async (hand, letter, mine) => {
    hand.open(letter, mine('/held') ? 'skim' : 'line')
    if (mine('/held')) await clearHeld(hand, '/lists/lectio-l/held')
  },
  'list.held-reminder': async (hand, letter) => hand.open(letter, 'skim'),
  'site.week-answered': async (hand, letter) => {
    hand.open(letter, 'skim')
    for (const [, n = '', became = ''] of letter.text.replaceAll(/\n {3}> .*/g, '').matchAll(/^(\d+)\. (.*)$/gm)) {
      const item = hand.numbers.get(Number(n))
      if (!/nothing changed/i.test(became)) hand.effort.act(true)
      else if (item && /wants to join/.test(item.title)) await onPage(hand, item.path, item.title)
    }
  },
  'people.sign-in': async () => {},
  'ballots.opened': readAndReply(({ text }) => voteOf(text)),
  'meetings.invited': sayYes,
  'meetings.several': sayYes,
  'meetings.series': sayYes,
  'vendor.answered': sayYes,
  'vendor.sign': sayYes,
  'office.passed-on': readAndReply(() => 'Thank you. Thursday suits us; I send an invitation.'),
  'vendor.asked': readAndReply(() => 'When the list is sent for review; in every browser that we have tried.'),
}

/** Letters that may be answered, and are not here. */
const onlyRead = new Set([
  'meetings.agenda',
  'meetings.poll',
  'meetings.reminder',
  'vendor.due',
  'vendor.handed',
  'vendor.signed',
  'vendor.told',
  'vendor.withdrawn',
])

/** Opens what came, oldest first, and does what it asks for. */
export async function workInbox(hand: Hand, mine: Duty): Promise<void> {
  for (const letter of hand.inbox.splice(0)) {
    const reader = readers[letter.kind]
    if (reader) await reader(hand, letter, mine).catch((error: Error) => hand.stuck.push(`${letter.kind}: ${error.stack}`))
    else {
      if (letter.replyTo.startsWith('reply+') && !onlyRead.has(letter.kind)) hand.unknown.add(`letter ${letter.kind}`)
      hand.open(letter)
    }
  }
}
