import * as z from 'zod'
import { openToken } from '../../lib/token/open.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { readForm } from '../../lib/ui/forms.ts'
import { Heading, PostButton, Titled } from '../../lib/ui/parts.tsx'
import { sayWhen } from '../../lib/ui/placed.ts'
import { bodyOf, type C, onlyPages, pages } from '../../lib/ui/web.tsx'
import { settleWaiting } from './actions.ts'
import { findWaiting } from './queries.ts'
import { changeWords } from './words.ts'

const AnswerForm = z.object({ answer: z.enum(['open', 'refuse']) })

/** The address that waits behind the link of a letter. */
async function waitingAt(c: C) {
  const { db, site, actor } = c.var
  const id = openToken(site.secret, 'opening', c.req.param('token') ?? '', actor.at)
  return id === undefined ? undefined : findWaiting(db, id, actor.at)
}

function settledPage(c: C) {
  const words = changeWords(c.var.actor.locale)
  return c.var.page(words.settled, <Heading title={words.settled} lead={words.settledLead} />, { kind: 'bare', status: 404 })
}

/** Where an older address says whether a new one is theirs: the link asks, the button answers. */
export const waysInPages = pages()
  .get('/ways-in/:token', async (c) => {
    const waiting = await waitingAt(c)
    if (!waiting?.opensAt) return settledPage(c)
    const locale = waiting.locale as Locale
    const words = changeWords(locale)
    const when = sayWhen(waiting, waiting.home, waiting.opensAt, 'instant', c.var.actor.at)
    const action = `/ways-in/${c.req.param('token')}`
    return c.var.page(
      words.title({ email: waiting.email }),
      <Titled title={words.title({ email: waiting.email })} lead={words.lead({ when })}>
        <div class="row">
          <PostButton action={action} fields={{ answer: 'open' }} kind="primary" text={words.open} />
          <PostButton action={action} fields={{ answer: 'refuse' }} text={words.refuse} />
        </div>
      </Titled>,
      { kind: 'bare' },
    )
  })
  .post('/ways-in/:token', onlyPages('person', 'The link in an email is enough.'), async (c) => {
    const waiting = await waitingAt(c)
    if (!waiting) return settledPage(c)
    const { answer } = readForm(AnswerForm, await bodyOf(c))
    await c.var.write((tx) => settleWaiting(tx, c.var.actor, waiting.id, answer))
    const words = changeWords(waiting.locale as Locale)
    const [title, lead] =
      answer === 'open' ? [words.opened({ email: waiting.email })] : [words.refused({ email: waiting.email }), words.refusedLead]
    return c.var.page(title, <Heading title={title} lead={lead} />, { kind: 'bare' })
  })
