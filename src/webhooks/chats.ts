import type { HookForm } from '../lib/db/schema.ts'
import { oneLine } from '../lib/mail/one-line.ts'
import { escapeHtml } from '../lib/ui/jsx-runtime.ts'
import { textsOf } from '../lib/ui/words.ts'
import { isKind, type Told } from './rules.ts'

const t = textsOf('webhooks', 'chats')

/** The forms that a hook may speak, the first one if nothing is chosen. */
export const hookForms = ['json', 'slack', 'mattermost', 'teams', 'matrix'] as const satisfies readonly HookForm[]

/** What a template may name. */
export const placeholders = ['what', 'who', 'title', 'group', 'link', 'kind'] as const
type Placeholder = (typeof placeholders)[number]

const mostTemplates = 50
const longestTitle = 300
const longestLine = 1_000

/** What is said where no template fits. */
const usual = '{what}: {title} ({group})'
const usualAlone = '{what}: {title}'

interface Template {
  typed: string
  kind: string
  text: string
}

/** Templates as they were typed, a line each: `request.made: {what}: {title}`. */
const readTemplates = (text: string): Template[] =>
  text.split('\n').flatMap((typed) => {
    const one = typed.trim()
    if (!one) return []
    const colon = one.indexOf(':')
    return [{ typed: one, kind: one.slice(0, Math.max(0, colon)).trim(), text: colon < 0 ? '' : one.slice(colon + 1).trim() }]
  })

const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name)

/** Why these cannot be templates. */
export function whyNotTemplates(text: string): string | undefined {
  const templates = readTemplates(text)
  if (templates.length > mostTemplates) return t.tooMany({ most: mostTemplates })
  const [wrong] = templates.filter((one) => !isKind(one.kind) || one.text === '')
  if (wrong) return t.wrongLine({ line: wrong.typed.slice(0, 60) })
  const named = templates.flatMap((one) => [...one.text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name))
  const strange = named.find((name) => !isPlaceholder(name))
  return strange === undefined
    ? undefined
    : t.wrongName({ name: `{${strange.slice(0, 40)}}`, known: placeholders.map((name) => `{${name}}`).join(' ') })
}

/** The template for a kind of event: the closest that was typed. */
function templateOf(text: string, kind: string): string | undefined {
  const templates = readTemplates(text)
  const asked = [kind, `${kind.split('.')[0]}.*`, '*']
  return asked.map((one) => templates.find((template) => template.kind === one)?.text).find((found) => found !== undefined)
}

/** A piece of a line; with an address it is a link. */
interface Piece {
  text: string
  href?: string
}

/** What is said of an event, before it is put as one chat wants it. */
export interface Saying {
  /** The sentence of the history, with who did it. */
  what: string
  who: string
  /** What the thing is called where everybody may read it; its number or kind elsewhere. */
  title: string
  group: string
  link: string
}

/** The line of an event, by the template for its kind. */
export function lineOf(templates: string, told: Pick<Told, 'action'>, saying: Saying): Piece[] {
  const clipped = oneLine(saying.title)
  const title = clipped.length > longestTitle ? `${clipped.slice(0, longestTitle - 1)}…`.toWellFormed() : clipped
  const pieces: Record<Placeholder, Piece> = {
    what: { text: oneLine(saying.what) },
    who: { text: oneLine(saying.who) },
    title: { text: title || saying.link, href: saying.link },
    group: { text: oneLine(saying.group) },
    link: { text: saying.link, href: saying.link },
    kind: { text: told.action },
  }
  const template = templateOf(templates, told.action) ?? (saying.group ? usual : usualAlone)
  const line = template
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 === 1 && isPlaceholder(part) ? pieces[part] : { text: part }))
    .filter(({ text }) => text !== '')
  return fitting(line)
}

function fitting(line: Piece[]): Piece[] {
  let left = longestLine
  return line.flatMap((piece) => {
    const text = piece.text.slice(0, left).toWellFormed()
    left -= text.length
    return text ? [{ ...piece, text }] : []
  })
}

// Whoever writes a title calls nobody's attention by it: what stands behind the sign is a word like others.
const calm = (text: string): string => text.replaceAll('@', '@\u200b')

const escapeSlack = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const escapeMarkdown = (text: string): string => calm(text.replaceAll(/[\\`*_{}[\]()#+\-!|~<>:]/g, String.raw`\$&`))

const join = (line: readonly Piece[], say: (piece: Piece) => string): string => line.map(say).join('')

const slack = (line: readonly Piece[]) => ({
  text: join(line, ({ text, href }) => (href ? `<${escapeSlack(href)}|${escapeSlack(text)}>` : escapeSlack(text))),
  unfurl_links: false,
  unfurl_media: false,
})

const mattermost = (line: readonly Piece[]) => ({
  text: join(line, ({ text, href }) => (href ? `[${escapeMarkdown(text)}](${href})` : escapeMarkdown(text))),
})

/** A message as Workflows take it: one Adaptive Card. Runs of text are shown as they are, unlike blocks, which are read as Markdown. */
const teams = (line: readonly Piece[]) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        fallbackText: join(line, ({ text }) => text),
        body: [
          {
            type: 'RichTextBlock',
            inlines: line.map(({ text, href }) => ({
              type: 'TextRun',
              text,
              ...(href ? { selectAction: { type: 'Action.OpenUrl', url: href } } : {}),
            })),
          },
        ],
      },
    },
  ],
})

const plain = (line: readonly Piece[]): string =>
  join(line, ({ text, href }) => (href && href !== text ? `${calm(text)} ${href}` : calm(text)))
const html = (line: readonly Piece[]): string =>
  join(line, ({ text, href }) => (href ? `<a href="${escapeHtml(calm(href))}">${escapeHtml(calm(text))}</a>` : escapeHtml(calm(text))))

/** How a message is brought. */
export interface Sending {
  method: 'POST' | 'PUT'
  url: string
  body: string
}

// A room in Matrix’s client-server API, with or without what follows.
const room = /^(\/_matrix\/client\/(?:v3|r0)\/rooms\/[^/]+)(?:\/send\/m\.room\.message)?\/?$/

/** To a room by the client-server API, whose number of the message makes a second attempt the same one; or to a bridge’s own address. */
function matrix(url: string, id: string, line: readonly Piece[]): Sending {
  const address = new URL(url)
  const path = room.exec(address.pathname)?.[1]
  if (path === undefined) return { method: 'POST', url, body: JSON.stringify({ text: plain(line), html: html(line) }) }
  address.pathname = `${path}/send/m.room.message/${id}`
  const content = {
    msgtype: 'm.notice',
    body: plain(line),
    format: 'org.matrix.custom.html',
    formatted_body: html(line),
    'm.mentions': {},
  }
  return { method: 'PUT', url: address.href, body: JSON.stringify(content) }
}

/** A line as a chat takes it. */
export function sayTo(form: Exclude<HookForm, 'json'>, url: string, id: string, line: readonly Piece[]): Sending {
  if (form === 'matrix') return matrix(url, id, line)
  const say = { slack, mattermost, teams }[form]
  return { method: 'POST', url, body: JSON.stringify(say(line)) }
}
