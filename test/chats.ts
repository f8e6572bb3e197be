import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a chat was brought, as it shows it. */
interface Shown {
  text: string
  links: string[]
}

type Body = Record<string, unknown>
interface Answer {
  code: number
  text: string
  shown?: Shown
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Slack reads three characters as entities, and what stands in angle brackets as a link or a call. */
function slack({ text }: Body): Answer {
  if (!isText(text)) return { code: 400, text: 'no_text' }
  const links = [...text.matchAll(/<(https?:[^|>]+)\|([^>]*)>/g)].map(([, href = '']) => href)
  if (/<(?!https?:[^|>]+\|[^>]*>)/.test(text)) return { code: 400, text: 'a call to everybody' }
  const shown = text
    .replaceAll(/<https?:[^|>]+\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  return { code: 200, text: 'ok', shown: { text: shown, links } }
}

/** Mattermost reads Markdown, and calls those whose name follows a sign. */
function mattermost({ text }: Body): Answer {
  if (!isText(text)) return { code: 400, text: 'Unable to parse incoming data' }
  if (/(?:^|[^\\])!\[/.test(text)) return { code: 400, text: 'a picture from elsewhere' }
  if (/@(?:all|here|channel)\b/.test(text)) return { code: 400, text: 'a call to everybody' }
  const links = [...text.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, href = '']) => href)
  const shown = text
    .replaceAll(/(?<!\\)\]\([^)]*\)/g, '')
    .replaceAll(/(?<!\\)\[/g, '')
    .replaceAll(/\\(.)/g, '$1')
  return { code: 200, text: 'ok', shown: { text: shown, links } }
}

interface Run {
  type: string
  text: string
  selectAction?: { type: string; url: string }
}

/** Workflows of Teams take one Adaptive Card, and say at once that they took it. */
function teams({ type, attachments }: Body): Answer {
  const [card] = (attachments ?? []) as {
    contentType: string
    content: { type: string; version: string; body: { type: string; inlines: Run[] }[] }
  }[]
  if (type !== 'message' || card?.contentType !== 'application/vnd.microsoft.card.adaptive' || card.content.type !== 'AdaptiveCard')
    return { code: 400, text: 'no card' }
  const runs = card.content.body.flatMap(({ type: block, inlines }) => (block === 'RichTextBlock' ? inlines : []))
  if (runs.length === 0 || runs.some((run) => run.type !== 'TextRun' || !isText(run.text))) return { code: 400, text: 'no text' }
  const links = runs.flatMap(({ selectAction }) => (selectAction?.type === 'Action.OpenUrl' ? [selectAction.url] : []))
  return { code: 202, text: '', shown: { text: runs.map(({ text }) => text).join(''), links } }
}

/** A Matrix server takes an event of a room from whoever shows the token of an account in it. */
function matrix(body: Body, request: IncomingMessage): Answer {
  const refused = (code: number, errcode: string): Answer => ({ code, text: JSON.stringify({ errcode }) })
  if (request.headers.authorization !== `Bearer ${matrixToken}`) return refused(401, 'M_UNKNOWN_TOKEN')
  if (request.method !== 'PUT' || !/^\/_matrix\/client\/v3\/rooms\/[^/]+\/send\/m\.room\.message\/msg_\d+$/.test(request.url ?? ''))
    return refused(404, 'M_UNRECOGNIZED')
  const { msgtype, body: plain, format, formatted_body: html } = body
  if (msgtype !== 'm.notice' || !isText(plain) || format !== 'org.matrix.custom.html' || !isText(html)) return refused(400, 'M_BAD_JSON')
  if (/@room\b/.test(plain) || /<(?!\/?a[ >])/.test(html)) return refused(400, 'M_FORBIDDEN')
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
  return { code: 200, text: JSON.stringify({ event_id: '$1' }), shown: { text: plain, links } }
}

/** What the account that writes to the Matrix room shows. */
export const matrixToken = 'syt_a-token-of-an-account'

const chats = { slack, mattermost, teams, matrix } as const
export type ChatName = keyof typeof chats
export const chatNames = Object.keys(chats) as ChatName[]

const paths: Record<ChatName, string> = {
  slack: '/services/T000/B000/XXXX',
  mattermost: '/hooks/xxxx',
  teams: '/workflows/xxxx/triggers/manual/paths/invoke',
  matrix: '/_matrix/client/v3/rooms/!room:chat.example',
}

/** A chat that takes what the real one takes, and answers as it does. `late` is what it answers first of all. */
export async function openChat(name: ChatName, late?: { code: number; after: number }) {
  const shown: Shown[] = []
  const refused: string[] = []
  const left = late ? [late] : []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const busy = left.pop()
      if (busy) return void response.writeHead(busy.code, { 'retry-after': String(busy.after) }).end('rate_limited')
      const answer = chats[name](JSON.parse(Buffer.concat(parts).toString('utf8')) as Body, request)
      if (answer.shown) shown.push(answer.shown)
      else refused.push(answer.text)
      response.writeHead(answer.code).end(answer.text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { shown, refused, url: `http://hook.example:${port}${paths[name]}` }
}
