import * as z from 'zod'
import { NotFound } from '../errors.ts'
import type { Tx } from '../lib/db/rows.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { act, adminAct, type C, done, doneIf, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayAdminister } from '../policy.ts'
import { todayOf } from '../time.ts'
import { endOffice, giveOffice, leaveOffice } from './offices-actions.ts'
import { isFreeToLeave, listOffices, listToldOfOffice } from './offices-queries.ts'
import { LeaveOfficePage, OfficesPage, ownName } from './offices-views.tsx'
import { getOwnOffice } from './own-offices-queries.ts'
import { listCommunities } from './queries.ts'

const t = textsOf('groups', 'offices')
const leaving = textsOf('groups', 'stepDown')

const GiveForm = z.object({
  email: line(254),
  /** `administrator`, or `c1` for the steering committee of a user group. */
  office: z.string().regex(/^(?:administrator|c\d{1,15})$/, { error: () => refusals.chooseOneOfThoseThatAre }),
  fromOn: z.iso.date(),
  toOn: z.iso.date().optional(),
  how: line(200).default(''),
})
const EndForm = z.object({ toOn: z.iso.date() })
const LeaveForm = EndForm.extend({ note: lines(1_000).default('') })

async function showOffices(c: C) {
  const { db, actor } = c.var
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const today = todayOf(actor)
  return c.var.page(
    t.administratorsAndCommittees,
    <OfficesPage offices={await listOffices(db, today)} communities={await listCommunities(db)} today={today} />,
  )
}

async function take<S extends z.ZodType>(
  c: C,
  form: string | undefined,
  schema: S,
  perform: (tx: Tx, typed: z.output<S>) => Promise<unknown>,
): Promise<Response> {
  if (!mayAdminister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  return refusable(c, () => showOffices(c), form).take(schema, async (typed) => {
    await c.var.write((tx) => perform(tx, typed))
    return done(c, '/admin/offices', t.saved)
  })
}

async function showLeaving(c: C) {
  const { db, actor } = c.var
  const held = await getOwnOffice(db, actor, idOf(c, 'term'))
  const told = await listToldOfOffice(db, held, actor.at)
  const today = todayOf(actor)
  const free = await isFreeToLeave(db, held, today)
  return c.var.page(leaving.titleOf({ role: ownName(held) }), <LeaveOfficePage {...{ held, told, today, free }} />)
}

/** The offices of the site and of its user groups. */
export const officesPages = pages()
  .get('/admin/offices', (c) => showOffices(c))
  .post('/admin/offices', adminAct('appointOffice', 'Appoint an administrator or a member of a steering committee', GiveForm), (c) =>
    take(c, undefined, GiveForm, (tx, { office, toOn = null, ...given }) => {
      const communityId = office === 'administrator' ? undefined : Number(office.slice(1))
      return giveOffice(tx, c.var.actor, { ...given, communityId, toOn })
    }),
  )
  .post('/admin/offices/:term/end', adminAct('endOffice', 'End a term of an administrator or of a steering committee', EndForm), (c) =>
    take(c, `end-${c.req.param('term')}`, EndForm, (tx, { toOn }) => endOffice(tx, c.var.actor, idOf(c, 'term'), toOn)),
  )
  .get('/me/offices/:term/step-down', (c) => showLeaving(c))
  .post(
    '/me/offices/:term/step-down',
    act(
      'will',
      'leaveOffice',
      'End your own term as an administrator, on a steering committee, as a referent or as a guest of the vendor',
      LeaveForm,
    ),
    (c) =>
      refusable(c, () => showLeaving(c)).take(LeaveForm, async (typed) => {
        const { write, site, actor } = c.var
        const changed = await write((tx) => leaveOffice(tx, site, actor, idOf(c, 'term'), typed))
        return doneIf(c, changed, '/me/record', leaving.done)
      }),
  )
