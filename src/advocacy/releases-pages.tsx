import * as z from 'zod'
import { NotFound, refuse } from '../errors.ts'
import { readWithin } from '../lib/reading/within.ts'
import { keeping, line, lines, picked, whole } from '../lib/ui/forms.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { act, bodyOf, type C, decideHere, done, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { listPicks } from '../requests/queries.ts'
import { todayOf } from '../time.ts'
import { saveRelease } from './commitments/actions.ts'
import { checkCase, decideDelivery } from './commitments/deliveries-actions.ts'
import { getDelivery, listProducts } from './commitments/queries.ts'
import { getRelease, listReleases } from './commitments/releases-queries.ts'
import { tellTouched } from './commitments/touched-actions.ts'
import { countTold, listTouchedBy } from './commitments/touched-queries.ts'
import { ledGroup, slugOf } from './group-pages.tsx'
import { findStations } from './provenance-queries.ts'
import { getWorkGroup } from './queries.ts'
import { DeliveryPage, ReleaseForm, ReleasePage, ReleasesPage } from './releases-views.tsx'

const t = textsOf('advocacy', 'releases')

const ReleaseFields = z.object({
  group: line(40).optional(),
  productId: whole(),
  name: line(100),
  onDay: z.iso.date().optional(),
  link: z
    .url({ protocol: /^https?$/, error: () => t.address })
    .max(500)
    .default(''),
  notes: lines(200_000).default(''),
  file: z.instanceof(File).optional(),
})
const ReleaseChange = z.object({ ...keeping(ReleaseFields.shape), ...{ group: line(40).optional(), file: ReleaseFields.shape.file } })
const files = { files: ['file'] }

/**
 * The notes of a release as they were pasted, else as the file that was chosen says them.
 * @throws Invalid beside the file that says nothing
 */
async function notesOf<Facts extends { notes?: string; file?: File; group?: string }>({ notes, file, group: _, ...facts }: Facts) {
  if (notes || file === undefined || file.size === 0) return { ...facts, notes }
  const type = /\.(?:md|markdown|txt)$/i.test(file.name) ? 'text/plain' : file.type
  const { words, note } = await readWithin(await file.bytes(), type)
  if (words.trim() === '') refuse('file', sayKept(note) || t.fileEmpty)
  return { ...facts, notes: words.trim().slice(0, 200_000) }
}

const Verdict = z.enum(['full', 'partly', 'no'])
const DeliversForm = z.object({ requestId: picked(), delivers: z.enum(['yes', 'no']) })
const CheckForm = z.object({ verdict: Verdict, note: lines(5_000).default('') })
const CloseForm = z.object({ verdict: Verdict.optional(), note: lines(5_000).default('') })

async function showReleaseForm(c: C, slug: string | undefined, id?: number) {
  const { db, actor } = c.var
  const release = id === undefined ? undefined : await getRelease(db, actor, id)
  const group = await ledGroup(c, release?.groupId ?? slug)
  const products = await listProducts(db, group.vendorId)
  return c.var.page(release ? t.editRelease : t.newRelease, <ReleaseForm {...{ group, products, release }} />)
}

async function showRelease(c: C) {
  const release = await getRelease(c.var.db, c.var.actor, idOf(c, 'release'))
  const picks = release.leads ? await listPicks(c.var.db, c.var.actor, release.groupId) : []
  return c.var.page(
    release.name,
    <ReleasePage
      {...{ release, picks }}
      told={await countTold(c.var.db, release.id)}
      touched={await listTouchedBy(c.var.db, release, c.var.actor.at)}
      today={todayOf(c.var.actor)}
    />,
  )
}

async function showDelivery(c: C) {
  const delivery = await getDelivery(c.var.db, c.var.actor, idOf(c, 'delivery'))
  const stations = await findStations(c.var.db, c.var.actor, delivery.requestId)
  return c.var.page(delivery.title, <DeliveryPage {...{ delivery, stations }} />)
}

async function ledRelease(c: C) {
  const release = await getRelease(c.var.db, c.var.actor, idOf(c, 'release'))
  if (!release.leads) throw new NotFound(t.releaseNotFound)
  return release
}

async function checkedDelivery(c: C) {
  const delivery = await getDelivery(c.var.db, c.var.actor, idOf(c, 'delivery'))
  if (!delivery.inGroup) throw new NotFound(t.deliveryNotFound)
  return delivery
}

export const releasePages = pages()
  .get('/releases', async (c) => {
    const group = await getWorkGroup(c.var.db, c.var.actor, c.req.query('group'))
    return c.var.page(t.releases, <ReleasesPage group={group} releases={await listReleases(c.var.db, group.id)} />)
  })
  .get('/releases/new', (c) => showReleaseForm(c, c.req.query('group')))
  .post('/releases', act('work', 'recordRelease', 'Record a release', ReleaseFields, files), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => showReleaseForm(c, group.slug, undefined)).take(ReleaseFields, async (typed) => {
      const facts = await notesOf(typed)
      const id = await c.var.write((tx) => saveRelease(tx, c.var.actor, group.id, undefined, facts))
      return done(c, `/releases/${id}`, t.saved)
    })
  })
  .get('/releases/:release', (c) => showRelease(c))
  .get('/releases/:release/edit', (c) => showReleaseForm(c, undefined, idOf(c, 'release')))
  .post('/releases/:release', act('work', 'editRelease', 'Change a release', ReleaseChange, files), async (c) => {
    const { id, groupId } = await ledRelease(c)
    return refusable(c, () => showReleaseForm(c, undefined, id)).take(ReleaseChange, async (typed) => {
      const facts = await notesOf(typed)
      await c.var.write((tx) => saveRelease(tx, c.var.actor, groupId, id, facts))
      return done(c, `/releases/${id}`, t.saved)
    })
  })
  .post(
    '/releases/:release/deliveries',
    act('work', 'recordDelivery', 'Say whether a release delivers a request', DeliversForm),
    async (c) => {
      const release = await ledRelease(c)
      return refusable(c, () => showRelease(c)).take(DeliversForm, async ({ requestId, delivers }) => {
        const id = await c.var.write((tx) => decideDelivery(tx, c.var.actor, release.id, requestId, delivers === 'yes'))
        return id === undefined ? done(c, `/releases/${release.id}`, t.notRecorded) : done(c, `/deliveries/${id}`, t.recorded)
      })
    },
  )
  .post('/releases/:release/tell', act('will', 'tellRelease', 'Email institutions what a release touches of theirs'), async (c) => {
    await c.var.write((tx) => tellTouched(tx, c.var.actor, idOf(c, 'release')))
    return done(c, `/releases/${idOf(c, 'release')}#touched`, t.touched.telling)
  })
  .get('/deliveries/:delivery', (c) => showDelivery(c))
  .post('/deliveries/:delivery/cases/:userCase', act('will', 'checkUserCase', 'Say whether a user case works', CheckForm), async (c) => {
    const { id } = await checkedDelivery(c)
    return refusable(c, () => showDelivery(c), `c${idOf(c, 'userCase')}`).take(CheckForm, async (facts) => {
      await c.var.write((tx) => checkCase(tx, c.var.actor, id, idOf(c, 'userCase'), facts))
      return done(c, `/deliveries/${id}`, t.checkSaved)
    })
  })
  .post('/deliveries/:delivery/close', act('will', 'closeDeliveryCheck', 'Close the acceptance check', CloseForm), async (c) => {
    const { id, title, checks } = await checkedDelivery(c)
    return refusable(c, () => showDelivery(c), 'close').take(CloseForm, ({ verdict, note }) => {
      const full = checks.length === 0 ? verdict === 'full' : checks.every((one) => one.verdict === 'full')
      return decideHere(c, {
        ...{ what: 'delivery', id, title, choice: full ? 'yes' : 'no', reason: note, more: { verdict } },
        ...{ to: `/deliveries/${id}`, said: full ? t.done : t.theRestIsOpenAgain },
      })
    })
  })
