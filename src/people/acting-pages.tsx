import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { Field, Form } from '../lib/ui/form.tsx'
import { line } from '../lib/ui/forms.ts'
import { Note, Submit, Titled } from '../lib/ui/parts.tsx'
import { type C, done, onlyPages, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { isHerself, mayAdminister } from '../policy.ts'
import { beginActing, endActing } from './acting-actions.ts'
import { longest } from './acting-rules.ts'

const t = textsOf('people', 'acting')

const BeginForm = z.object({ email: line(254), reason: line(300) })

function administer(c: C): void {
  if (!mayAdminister(c.var.actor) || !isHerself(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
}

const BeginPage = () => (
  <Titled title={t.viewSiteAnotherPerson} lead={t.canDoUpMinutesBrowser({ longest })}>
    <Note>{t.recordEachChangeBothNames}</Note>
    <Form action="/admin/acting">
      <Field name="email" type="email" label={t.personsEmailAddress} />
      <Field name="reason" label={t.why} hint={t.personCanRead} maxlength={300} />
      <Submit kind="primary">{t.begin}</Submit>
    </Form>
  </Titled>
)

/** Administrators help by seeing what somebody sees. */
export const actingPages = pages()
  .get('/admin/acting', (c) => {
    administer(c)
    return c.var.page(t.viewSiteAnotherPerson, <BeginPage />)
  })
  .post('/admin/acting', onlyPages('work', 'Only a browser can sign in.'), async (c) => {
    administer(c)
    const { write, actor, sessionId } = c.var
    return refusable(c, () => c.var.page(t.viewSiteAnotherPerson, <BeginPage />)).take(BeginForm, async (asked) => {
      await write((tx) => beginActing(tx, actor, sessionId ?? '', asked))
      return done(c, '/today', t.youSeeTheSiteAsThis)
    })
  })
  .post('/acting/end', onlyPages('work', 'Only a browser can sign in.'), async (c) => {
    const { write, actor, sessionId } = c.var
    if (sessionId === undefined) throw new NotFound(refusals.thereIsNoSuchPage)
    await write((tx) => endActing(tx, actor, sessionId))
    return done(c, '/today', t.usingOwnAccountAgain)
  })
