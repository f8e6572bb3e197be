import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { line, mailAddress, tick, whole } from '../../lib/ui/forms.ts'
import { act, type C, decideHere, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayConfirmReferents } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { nameOwnReferent, withdrawNaming } from './actions.ts'
import { getNameable, listNamings, listVacancies } from './queries.ts'
import { NamePage, ReferentsPage } from './views.tsx'

const t = textsOf('groups', 'referentsPage')

const NameForm = z.object({
  communityId: whole(),
  standIn: tick(),
  name: line(200),
  email: mailAddress(),
  fromOn: z.iso.date(),
  toOn: z.iso.date().optional(),
})
const DecideForm = z.object({ decision: z.enum(['confirm', 'refuse']), reason: line(2_000).default('') })

async function showName(c: C) {
  const organisation = await getNameable(c.var.db, c.var.actor, idOf(c, 'organisation'))
  return c.var.page(
    t.referentOf({ name: organisation.name }),
    <NamePage organisation={organisation} personId={c.var.actor.personId ?? 0} today={todayOf(c.var.actor)} />,
  )
}

function requireConfirmer(c: C): void {
  if (!mayConfirmReferents(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchPage)
}

async function showReferents(c: C) {
  requireConfirmer(c)
  const { db, actor, offers } = c.var
  const decided = await offers.listDecidedOf(db, actor, 'referent')
  const namings = (await listNamings(db, actor)).filter(({ id }) => !decided.has(id))
  return c.var.page(t.referents, <ReferentsPage namings={namings} vacancies={await listVacancies(db, actor)} />)
}

/** Who speaks for an institution: named by it, confirmed by the user group. */
export const referentPages = pages()
  .get('/referents', (c) => showReferents(c))
  .post('/referents/:naming', act('work', 'confirmReferent', 'Confirm or reject a referent', DecideForm), async (c) => {
    requireConfirmer(c)
    return refusable(c, () => showReferents(c), `naming-${idOf(c, 'naming')}`).take(DecideForm, async ({ decision, reason }) => {
      const id = idOf(c, 'naming')
      const naming = (await listNamings(c.var.db, c.var.actor)).find((one) => one.id === id)
      const confirms = decision === 'confirm'
      return decideHere(c, {
        ...{ what: 'referent', id, title: naming?.name ?? '', choice: confirms ? 'yes' : 'no', reason },
        ...{ to: '/referents', said: confirms ? t.confirmed : t.refused },
      })
    })
  })
  .post('/referents/:naming/withdraw', act('will', 'withdrawReferentNaming', 'Withdraw a referent that I named'), async (c) => {
    await c.var.write((tx) => withdrawNaming(tx, c.var.actor, idOf(c, 'naming')))
    return done(c, '/organisations', t.takenBack)
  })
  .get('/organisations/:organisation/referent', (c) => showName(c))
  .post(
    '/organisations/:organisation/referent',
    act('will', 'nameMyReferent', 'Name the referent of my institution', NameForm),
    async (c) => {
      const { write, actor } = c.var
      await getNameable(c.var.db, actor, idOf(c, 'organisation'))
      return refusable(c, () => showName(c)).take(NameForm, async (naming) => {
        await write((tx) => nameOwnReferent(tx, actor, idOf(c, 'organisation'), naming))
        return done(c, `/organisations/${idOf(c, 'organisation')}/referent`, t.referentNamedUserGroupGets)
      })
    },
  )
