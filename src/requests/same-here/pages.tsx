import * as z from 'zod'
import { missing } from '../../errors.ts'
import { openToken } from '../../lib/token/open.ts'
import { readForm } from '../../lib/ui/forms.ts'
import { PostButton, Titled } from '../../lib/ui/parts.tsx'
import { bodyOf, type C, done, onlyPages, pages } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { titleFor } from '../asked-queries.ts'
import { answerSameHere } from './actions.ts'
import { findSameHere } from './queries.ts'

const { pages: words, sameHere } = textsOf('requests', 'letters')

async function questionOf(c: C) {
  const id = openToken(c.var.site.secret, 'sameHere', c.req.param('token') ?? '', c.var.actor.at)
  const question = id === undefined ? undefined : await findSameHere(c.var.db, id)
  if (!question) return undefined
  const { personId, requestId, title } = question
  return { ...question, title: await titleFor(c.var.db, personId, { id: requestId, title }, c.var.actor.at) }
}

/** What somebody finds behind the link in their mail. Opening it changes nothing. */
export const sameHerePages = pages()
  .get('/same-here/:token', async (c) => {
    const question = (await questionOf(c)) ?? missing(refusals.thisLinkIsOutOfDate)
    const path = `/same-here/${c.req.param('token')}`
    return c.var.page(
      question.institution,
      <Titled title={sameHere.ask({ institution: question.institution })} lead={question.title}>
        {question.answeredAt === null ? (
          <div class="row">
            <PostButton kind="primary" action={path} fields={{ answer: 'yes' }} text={sameHere.yes} />
            <PostButton action={path} fields={{ answer: 'no' }} text={sameHere.no} />
          </div>
        ) : (
          <p>{question.counted ? sameHere.counted({ institution: question.institution }) : sameHere.notCounted}</p>
        )}
      </Titled>,
      { kind: 'bare' },
    )
  })
  .post('/same-here/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { actor, write } = c.var
    const question = (await questionOf(c)) ?? missing(refusals.thisLinkIsOutOfDate)
    const { answer } = readForm(z.object({ answer: z.enum(['yes', 'no']) }), await bodyOf(c))
    await write((tx) => answerSameHere(tx, actor.at, 'web', question.id, answer === 'yes'))
    return done(c, `/same-here/${c.req.param('token')}`, words.thanks)
  })
