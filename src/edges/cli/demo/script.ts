/** One mail of a written thread. */
export interface Line {
  /** The writer's name, or how it begins. */
  by: string
  /** Hours after the mail that it answers. */
  hours: number
  /** What it answers, as a place in the thread; undefined for the first. */
  parent: number | undefined
  /** Its writer put the answer above a copy of the whole mail. */
  top: boolean
  /** What it answers never reached the archive. */
  orphan: boolean
  text: string
  /** `pdf minutes.pdf Title`, as written. */
  extras: { kind: string; rest: string }[]
}

/** A written thread, and when it began: an anniversary, or so many days before now. */
export interface Written {
  subject: string
  when: { year: number; day: string } | { daysAgo: number }
  lines: Line[]
}

const head = /^@(\p{L}+(?: \p{Lu}\p{L}+)?)(?: (\d+))?((?: \p{L}+)*)$/u

/**
 * Reads threads as they are written down: `# 2 03-14 Subject` begins one on the 14th of March of the last year but one, `# ~3
 * Subject` one of three days ago; `@Jun 4` is Jun's answer four hours after the mail above; `root` or a name behind it says which
 * other mail it answers, `top` that it stands above a copy, `missing` that it answers a mail that is not there; `!pdf name title`,
 * `!csv name lines`, `!png name` hang a file on it, `!html` makes it a mail without text, `!joins Subject` refers to another thread.
 */
export function readThreads(source: string): Written[] {
  const threads: Written[] = []
  for (const row of source.trim().split('\n')) {
    const [, year, day, daysAgo, subject] = /^# (?:(\d) (\d\d-\d\d)|~([\d.]+)) (.+)$/.exec(row) ?? []
    const thread = threads.at(-1)
    if (subject) {
      const when = daysAgo ? { daysAgo: Number(daysAgo) } : { year: Number(year), day: day ?? '' }
      threads.push({ subject, when, lines: [] })
    } else if (thread) readRow(thread.lines, row)
  }
  for (const { lines } of threads) for (const line of lines) line.text = line.text.trim()
  return threads
}

function readRow(lines: Line[], row: string): void {
  const last = lines.at(-1)
  const [, by, hours, words = ''] = head.exec(row) ?? []
  const [, kind, rest] = /^!(\w+) (.*)$/.exec(row) ?? []
  if (by) lines.push(readHead(lines, by, Number(hours ?? 0), words.trim().split(' ')))
  else if (last && kind) last.extras.push({ kind, rest: rest ?? '' })
  else if (last) last.text += `${row}\n`
}

function readHead(lines: Line[], by: string, hours: number, words: string[]): Line {
  const named = words.find((word) => /^\p{Lu}/u.test(word))
  const answered = named ? lines.findLastIndex((line) => line.by === named) : lines.length - 1
  const parent = lines.length === 0 ? undefined : words.includes('root') ? 0 : answered
  return { by, hours, parent, top: words.includes('top'), orphan: words.includes('missing'), text: '', extras: [] }
}
