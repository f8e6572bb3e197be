import type { MiddlewareHandler } from 'hono'
import { type Env, ownPath } from '../../lib/ui/web.tsx'
import { dropDraft } from '../../people/actions.ts'

/** A form that was taken needs its draft no more; one that is shown again does. */
export const dropTakenDrafts: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const place = c.var.form?.draft
  if (c.req.method !== 'POST' || c.res.status !== 303 || typeof place !== 'string' || !ownPath(place, '')) return
  await c.var.write((tx) => dropDraft(tx, c.var.actor, place)).catch((err: unknown) => c.var.log.warn({ err }, 'a draft stayed'))
}
