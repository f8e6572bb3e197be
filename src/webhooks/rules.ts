import { createHmac } from 'node:crypto'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('webhooks', 'actions')
const said = textsOf('webhooks', 'views')

/** Seconds to wait after each failed attempt, as Standard Webhooks advises; after the last there is none. */
const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]

/**
 * When to try again after so many attempts; undefined: not any more.
 * @param answer a program that is told too much (429) may say how long it wants to be left alone
 */
export function nextTry(attempts: number, now: Date, answer?: { code: number | null; waitSeconds?: number }): Date | undefined {
  const seconds = waits[attempts - 1]
  const asked = answer?.code === 429 ? (answer.waitSeconds ?? 0) : 0
  return seconds === undefined ? undefined : new Date(now.getTime() + Math.max(seconds, asked) * 1_000)
}

const day = 86_400_000

/** A program that has failed for so long without one success is not asked any more until somebody says so. */
export const pauseAfter = 3 * day
/** How long what was delivered is shown. */
export const keptFor = 30 * day
/** After a pause, what is older than this is not told any more. */
export const caughtUp = 7 * day
/** How long the secret before the last signs too. */
export const overlap = day
/** As many as one person may have. */
export const mostHooks = 20

const pattern = /^(\*|[a-z][a-z0-9-]*\.(\*|[A-Za-z][A-Za-z0-9-]*))$/

/** The kinds of events that were typed, a line or a word each. */
export const readKinds = (text: string): string[] => [...new Set(text.split(/[\s,]+/).filter(Boolean))]

/** Is this how a kind of event is named, or several? */
export const isKind = (kind: string): boolean => pattern.test(kind)

/** Why somebody would wait in vain to be told of these: one of them is nothing that happens here. */
export function whyNeverTold(kinds: readonly string[], verbs: readonly string[]): string | undefined {
  const wrong = kinds.find((kind) => !verbs.some((verb) => isWanted([kind], verb)))
  return wrong === undefined ? undefined : t.kinds.wrong({ wrong })
}

/** Why these cannot be the kinds of events to tell of. */
export function whyNotKinds(kinds: readonly string[]): string | undefined {
  if (kinds.length === 0) return t.kinds.none
  if (kinds.length > 50) return t.kinds.many
  const wrong = kinds.find((kind) => !isKind(kind))
  return wrong === undefined ? undefined : t.kinds.wrong({ wrong })
}

/** Is this kind of event among those that were asked for? */
export const isWanted = (kinds: readonly string[], kind: string): boolean =>
  kinds.some((wanted) => wanted === '*' || wanted === kind || (wanted.endsWith('.*') && kind.startsWith(wanted.slice(0, -1))))

/** A secret as Standard Webhooks writes it. */
export const secretText = (bytes: Uint8Array): string => `whsec_${Buffer.from(bytes).toString('base64')}`

/** The header that proves who sent a body and when: a signature for each secret that is good (Standard Webhooks 1.0). */
export function signatureOf(secrets: readonly string[], id: string, timestamp: number, body: string): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
    })
    .join(' ')
}

/** A line of the journal, as it is told. */
export interface Told {
  id: number
  at: Date
  action: string
  subject: string
  group: string | null
  groupName: string | null
  personId: number | null
  /** Who did it; null for the program. */
  name: string | null
  via: string
  details: unknown
}

/** What is sent: numbers and addresses, never texts. Who wants more asks the API, with a token of their own. */
export const bodyOf = (told: Told, baseUrl: string): string =>
  JSON.stringify({
    type: told.action,
    timestamp: told.at.toISOString(),
    data: {
      id: told.id,
      subject: told.subject,
      group: told.group,
      person: told.personId,
      door: told.via,
      details: told.details,
      history: `${baseUrl}/history/${encodeURIComponent(told.subject)}`,
    },
  })

/** The event that a person sends by hand, to see whether their program hears it. */
export const testKind = 'webhook.test'

/** Why a hook is paused, as it is kept and told to programs; pages say it in the reader's language. */
export const pauses = {
  owner: 'The owner paused this webhook.',
  administrator: 'An administrator paused this webhook.',
  gone: 'The program answered that it wants no more messages (410).',
  failed: 'The program has failed for three days.',
  secret: 'The secret of the site was changed, so the signing secret and the access token of this webhook cannot be read any more.',
} as const

/** Can what signs it not be read any more? */
export const lostSecret = (hook: { pausedAt: Date | null; pausedWhy: string }): boolean =>
  hook.pausedAt !== null && hook.pausedWhy === pauses.secret

/** Why its owner may not resume a paused hook: what an administrator stopped, an administrator starts again, and nothing goes out unsigned. */
export function whyNotResume(hook: { pausedAt: Date | null; pausedWhy: string }, administers: boolean): string | undefined {
  if (lostSecret(hook)) return t.needsNewSecret
  return hook.pausedWhy === pauses.administrator && !administers ? t.onlyAnAdministratorRestarts : undefined
}

/** How a hook is, for people. */
export function stateOf(hook: { pausedAt: Date | null; failingSince: Date | null }): 'paused' | 'failing' | 'well' {
  if (hook.pausedAt) return 'paused'
  return hook.failingSince ? 'failing' : 'well'
}

/** A kind of event for people: by the name that programs know it by. */
export const sayKind = (kind: string): string => (kind === '*' ? said.everything : kind)
