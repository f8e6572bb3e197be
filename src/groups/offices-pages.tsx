import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { act } from '../lib/ui/acts.ts'
import { type FormBody, type Refused, readForm } from '../lib/ui/forms.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { line } from '../lib/ui/texts.ts'
import { done, type Env, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { mayAdminister } from '../policy.ts'
import { todayOf } from '../time.ts'
import { endOffice, giveOffice } from './offices-actions.ts'
import { listOffices } from './offices-queries.ts'
import { OfficesPage } from './offices-views.tsx'
import { listCommunities } from './queries.ts'

const t = textsOf('groups', 'offices')

const GiveForm = z.object({
  email: line(254),
  /** `administrator`, or `c1` for the steering committee of a user group. */
  office: z.string().regex(/^(?:administrator|c\d{1,15})$/, { error: () => refusals.chooseOneOfThoseThatAre }),
  fromOn: z.iso.date(),
  toOn: z.iso.date().optional(),
  how: line(200).default(''),
})
const EndForm = z.object({ toOn: z.iso.date() })

async function showOffices(c: Context<Env>, refused?: { form: string; refused: Refused }) {
  const { db, actor } = c.var
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const today = todayOf(actor)
  return c.var.page({
    title: t.administratorsAndCommittees,
    status: refused ? 422 : 200,
    children: (
      <OfficesPage offices={await listOffices(db, today)} communities={await listCommunities(db)} today={today} refused={refused} />
    ),
  })
}

async function take(c: Context<Env>, form: string, perform: (body: FormBody) => Promise<unknown>): Promise<Response> {
  if (!mayAdminister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  return refusable(c, (refused) => showOffices(c, { form, refused })).run(async (body) => {
    await perform(body)
    return done(c, '/admin/offices', t.saved)
  })
}

/** The offices of the site and of its user groups. */
export const officesPages = pages()
  .get('/admin/offices', (c) => showOffices(c))
  .post(
    '/admin/offices',
    act('work', 'appointOffice', 'Appoint an administrator or a member of a steering committee', GiveForm, { scope: 'admin' }),
    (c) =>
      take(c, 'give', (body) => {
        const { office, toOn, ...given } = readForm(GiveForm, body)
        const communityId = office === 'administrator' ? undefined : Number(office.slice(1))
        return c.var.write((tx) => giveOffice(tx, c.var.actor, { ...given, communityId, toOn: toOn ?? null }))
      }),
  )
  .post(
    '/admin/offices/:term/end',
    act('work', 'endOffice', 'End a term of an administrator or of a steering committee', EndForm, { scope: 'admin' }),
    (c) =>
      take(c, `end-${c.req.param('term')}`, (body) => {
        const { toOn } = readForm(EndForm, body)
        return c.var.write((tx) => endOffice(tx, c.var.actor, idOf(c, 'term'), toOn))
      }),
  )
