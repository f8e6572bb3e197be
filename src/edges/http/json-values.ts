import type { MiddlewareHandler } from 'hono'
import { Invalid } from '../../errors.ts'
import type { ApiEnv } from '../../lib/ui/api.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('lib', 'texts')

/** More than any operation takes: five thousand members of a list with all that is said of each. A body of two megabytes may have a million. */
const mostValues = 50_000

/** Does a text of JSON have more values than so many? What stands in its strings is none. */
export function hasMoreValues(text: string, most: number): boolean {
  let values = 1
  let within = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') within = !within
    else if (within && sign === '\\') at++
    else if (!within && (sign === ',' || sign === '[' || sign === '{') && ++values > most) return true
  }
  return false
}

// The signs of JSON are ASCII, whatever stands between them.
const signsOf = (body: ArrayBuffer): string => Buffer.from(body).toString('latin1')

/** Refuses a body of more values than are read: each costs time before anybody knows whether it fits. Who shows no token is not read. */
export const boundValues: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const sends = c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.var.token !== undefined
  const isForm = /^\s*multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')
  if (sends && !isForm && hasMoreValues(signsOf(await c.req.arrayBuffer()), mostValues)) throw new Invalid(t.tooManyFields)
  await next()
}
