import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { endStandIn } from '../../groups/actions.ts'
import { line, mailAddress, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, mailed, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayNameStandIn } from '../../policy.ts'
import { slugOf } from '../group-pages.tsx'
import { getDeskGroup } from '../queries.ts'
import { showDesk } from './pages.tsx'
import { askForStandIn, nameColleague } from './stand-ins-actions.ts'

const t = textsOf('advocacy', 'standIns')

const days = { fromOn: z.iso.date(), toOn: z.iso.date() }
const NameForm = z.object({ group: line(40).optional(), personId: whole(), ...days })
const AskForm = z.object({ group: line(40).optional(), name: line(200), email: mailAddress(), ...days })
const EndForm = z.object({ group: line(40).optional() })

/** The group whose guest somebody is; to others there is no such form. */
async function guestGroup(c: C) {
  const group = await getDeskGroup(c.var.db, c.var.actor, slugOf(await bodyOf(c)))
  if (!mayNameStandIn(c.var.actor, group.id)) throw new NotFound(refusals.thereIsNoSuchPage)
  return group
}

/** A guest of the vendor's who is away: who stands in for them. */
export const standInPages = pages()
  .post('/desk/stand-ins', act('will', 'nameMyGuestStandIn', 'Name a stand-in for me as a guest of the vendor', NameForm), async (c) => {
    const { id, slug } = await guestGroup(c)
    return refusable(c, () => showDesk(c, slug), 'stand-in').take(NameForm, async ({ group: _, ...facts }) => {
      await c.var.write((tx) => nameColleague(tx, c.var.actor, id, facts))
      return done(c, `/desk?group=${slug}#away`, mailed(c, t.named))
    })
  })
  .post(
    '/desk/stand-ins/ask',
    act('will', 'askForGuestStandIn', 'Ask the group to invite a stand-in for me as a guest of the vendor', AskForm),
    async (c) => {
      const { id, slug } = await guestGroup(c)
      return refusable(c, () => showDesk(c, slug), 'stand-in-asked').take(AskForm, async ({ group: _, ...facts }) => {
        await c.var.write((tx) => askForStandIn(tx, c.var.site, c.var.actor, id, facts))
        return done(c, `/desk?group=${slug}#away`, mailed(c, t.asked))
      })
    },
  )
  .post(
    '/desk/stand-ins/:appointment/end',
    act('will', 'endMyGuestStandIn', 'Say that nobody stands in for me as a guest of the vendor any more', EndForm),
    async (c) => {
      const { id, slug } = await guestGroup(c)
      await c.var.write((tx) => endStandIn(tx, c.var.actor, id, idOf(c, 'appointment')))
      return done(c, `/desk?group=${slug}#away`, t.ended)
    },
  )
