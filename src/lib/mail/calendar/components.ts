/** One content line (RFC 5545 §3.1), unfolded; `number` is where it began. */
export interface ContentLine {
  number: number
  /** Upper-case property name; '' for a line that has none. */
  name: string
  text: string
}

/** What stands between BEGIN and END. */
export interface Component {
  name: string
  begins: number
  lines: ContentLine[]
  parts: Component[]
}

/** Bad calendar data, with the line at which it shows. */
export class CalendarError extends Error {
  override name = 'CalendarError'
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`)
  }
}

/** As much of a line as a person wants to see in a message. */
export const excerpt = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Joins folded lines, counting the physical ones. */
function unfold(text: string): ContentLine[] {
  const lines: ContentLine[] = []
  let number = 0
  for (const line of text.split(/\r\n|\n|\r/)) {
    number += 1
    const last = lines.at(-1)
    if (last && /^[ \t]/.test(line)) last.text += line.slice(1)
    else lines.push({ number, name: '', text: line })
  }
  for (const line of lines) line.name = /^\s*([A-Za-z0-9-]+)\s*[;:]/.exec(line.text)?.[1]?.toUpperCase() ?? ''
  return lines.filter(({ text: content }) => content.trim())
}

/** What stands after the first colon. */
export const rest = ({ text }: ContentLine) => text.slice(text.indexOf(':') + 1).trim()

const open = (line: ContentLine): Component => ({ name: rest(line).toUpperCase(), begins: line.number, lines: [], parts: [] })

/** Where a line outside any calendar, or an END without its BEGIN, shows. */
function whyMisplaced(line: ContentLine, current: Component | undefined): string | undefined {
  if (!current)
    return line.name === 'BEGIN' && rest(line).toUpperCase() === 'VCALENDAR'
      ? undefined
      : `${excerpt(line.text)} stands outside a VCALENDAR`
  if (line.name !== 'END' || rest(line).toUpperCase() === current.name) return undefined
  return `${excerpt(line.text)} ends what did not begin; ${current.name} of line ${current.begins} is open`
}

/**
 * The calendars of a text, as nested components. Lines without a name are left out: clients break a long description
 * without folding it. Throws CalendarError when there is no calendar or components do not end as they began.
 */
export function readComponents(text: string): Component[] {
  const calendars: Component[] = []
  const path: Component[] = []
  for (const line of unfold(text)) {
    const current = path.at(-1)
    // Servers add remarks after the last calendar.
    if (!current && calendars.length && line.name !== 'BEGIN') continue
    const misplaced = whyMisplaced(line, current)
    if (misplaced) throw new CalendarError(line.number, misplaced)
    if (line.name === 'BEGIN') {
      const component = open(line)
      const siblings = current?.parts ?? calendars
      siblings.push(component)
      path.push(component)
    } else if (line.name === 'END') path.pop()
    else if (line.name) current?.lines.push(line)
  }
  const unfinished = path.at(-1)
  if (unfinished) throw new CalendarError(unfinished.begins, `${unfinished.name} never ends`)
  if (!calendars.length) throw new CalendarError(1, 'there is no calendar')
  return calendars
}
