import type { MiddlewareHandler } from 'hono'
import type { Env } from '../../lib/ui/variables.ts'
import { ownPath } from '../../lib/ui/web.tsx'
import { dropDraft, noteSent } from '../../people/actions.ts'

/** A form that was taken needs its draft no more; one that is shown again does. */
export const dropTakenDrafts: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const place = c.var.form?.draft
  if (c.req.method !== 'POST' || c.res.status !== 303 || typeof place !== 'string' || !ownPath(place, '')) return
  await c.var.write((tx) => dropDraft(tx, c.var.actor, place)).catch((err: unknown) => c.var.log.warn({ err }, 'a draft stayed'))
}

/** A form that a program drafted and its person has sent waits for them no more. */
export const noteSentProposals: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const id = c.var.form?.drafted
  if (c.req.method !== 'POST' || c.res.status !== 303 || typeof id !== 'string' || !/^\d{1,15}$/.test(id)) return
  const path = new URL(c.req.raw.url).pathname
  await c.var
    .write((tx) => noteSent(tx, c.var.actor, Number(id), path))
    .catch((err: unknown) => c.var.log.warn({ err }, 'a draft of a program stayed'))
}
