import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { line, mailAddress } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { todayOf } from '../../time.ts'
import { writingGroups } from '../pages.tsx'
import { addOutlet, attestAppeared, checkOutlet, closeOutlet, tryAgain } from './actions.ts'
import { getContribution, listContributions, listOutlets } from './queries.ts'
import { OutletsPage } from './views.tsx'

const t = textsOf('news', 'outlets')

const shared = { name: line(200), group: line(40).optional() }
const email = mailAddress()
const OutletForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), ...shared, editorName: line(200).default(''), editorEmail: email.max(254) }),
  z.object({
    kind: z.literal('wordpress'),
    ...shared,
    url: line(500),
    username: line(200),
    password: line(200),
  }),
])
const AppearedForm = z.object({ link: line(1_000).regex(/^https?:\/\/[^\s<>"]+$/i, { error: () => t.badAddress }), on: z.iso.date() })

async function showOutlets(c: C) {
  const { db, actor } = c.var
  const { groups } = await writingGroups(c)
  const page = pageOf(c)
  return c.var.page(
    t.editorsElsewhere,
    <OutletsPage
      outlets={await listOutlets(db, actor)}
      found={await listContributions(db, actor, { page })}
      page={page}
      groups={groups.filter(({ mayPublish }) => mayPublish)}
      today={todayOf(actor)}
    />,
  )
}

async function add(c: C): Promise<Response> {
  const { write, actor, site } = c.var
  const { groups } = await writingGroups(c)
  const own = groups.filter(({ mayPublish }) => mayPublish)
  const [first] = own
  if (!first) throw new NotFound(refusals.thereIsNoSuchPage)
  const body = await bodyOf(c)
  const show = () => {
    // A password is not sent back.
    delete c.var.refused?.typed.password
    return showOutlets(c)
  }
  return refusable(c, show, body.kind === 'wordpress' ? 'wordpress-form' : 'mail-form').take(
    OutletForm,
    async ({ group: slug, ...outlet }) => {
      const group = own.find((one) => one.slug === slug) ?? first
      await checkOutlet(outlet, { resolver: c.var.resolver, allowed: c.var.config.webhookNetworks })
      await write((tx) => addOutlet(tx, actor, site, group.id, outlet))
      return done(c, '/news/outlets', t.noted)
    },
  )
}

export const outletPages = pages()
  .get('/news/outlets', (c) => showOutlets(c))
  .post('/news/outlets', act('work', 'addOutlet', 'Add an editor elsewhere', OutletForm), (c) => add(c))
  .post('/news/outlets/:outlet/close', act('work', 'closeOutlet', 'Stop sending to an editor elsewhere'), async (c) => {
    await c.var.write((tx) => closeOutlet(tx, c.var.actor, idOf(c, 'outlet')))
    return done(c, '/news/outlets', t.editorArchivedSendNoMore)
  })
  .post('/news/contributions/:contribution/retry', act('work', 'retryContribution', 'Retry a contribution'), async (c) => {
    await c.var.write((tx) => tryAgain(tx, c.var.actor, idOf(c, 'contribution')))
    return done(c, '/news/outlets', t.sendingAgain)
  })
  .post(
    '/news/contributions/:contribution/appeared',
    act('work', 'recordContribution', 'Record where a contribution appeared', AppearedForm),
    async (c) => {
      const { db, write, actor } = c.var
      const id = idOf(c, 'contribution')
      await getContribution(db, actor, id)
      return refusable(c, () => showOutlets(c), `appeared-${id}`).take(AppearedForm, async (seen) => {
        await write((tx) => attestAppeared(tx, actor, id, seen))
        return done(c, '/news/outlets', t.publicationRecorded)
      })
    },
  )
