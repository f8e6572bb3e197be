import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import { idsOf } from '../../lib/db/rows.ts'
import { openToken } from '../../lib/token/open.ts'
import { line, lines, tick, whole } from '../../lib/ui/forms.ts'
import { PostButton, Titled } from '../../lib/ui/parts.tsx'
import type { SettingsPart } from '../../lib/ui/variables.ts'
import { act, bodyOf, type C, done, doneIf, idOf, mailed, onlyPages, pages, refusable, toSettings } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { ledGroup, slugOf } from '../group-pages.tsx'
import { getWorkGroup, listGroupLists } from '../queries.ts'
import { changePost, chooseTelling, draft, dropPost, sendPost } from './actions.ts'
import { countTold, findChoice, getPost, listPosts, listThreads, listUntold } from './queries.ts'
import { isForLists } from './rules.ts'
import { PostPage, TellingChoice, TellingPage } from './views.tsx'

const t = textsOf('advocacy', 'tellingPage')
const tellingWords = textsOf('advocacy', 'telling')
const stopping = textsOf('outbox', 'letters')

const DraftForm = z.object({ group: line(40).optional(), listId: whole() })

const PostForm = z.object({ subject: line(200), body: lines(60_000), threads: tick(), act: z.enum(['save', 'send']).default('save') })
const ChoiceForm = z.object({ choice: z.enum(['each', 'weekly', 'never']) })

async function showTelling(c: C, slug: string | undefined) {
  const { db, actor } = c.var
  const group = await getWorkGroup(db, actor, slug)
  const [untold, posts, lists] = await Promise.all([listUntold(db, group.id), listPosts(db, group.id), listGroupLists(db, group.id)])
  const told = await countTold(db, idsOf(untold.filter((event) => !isForLists(event, lists))))
  return c.var.page(t.tellingBack, <TellingPage {...{ group, untold, told, posts, lists }} at={actor.at} />)
}

async function showPost(c: C) {
  const post = await getPost(c.var.db, c.var.actor, idOf(c, 'post'))
  return c.var.page(
    post.subject,
    <PostPage post={post} threads={post.sentAt ? [] : await listThreads(c.var.db, post.id)} at={c.var.actor.at} />,
  )
}

async function showChoice(c: C) {
  const { db, actor } = c.var
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const choice = await findChoice(db, actor.personId)
  return { now: tellingWords.page[choice], content: <TellingChoice choice={choice} /> }
}

/** Whose letters a link ends; undefined where it ends none. */
const readerOf = (c: C): number | undefined => openToken(c.var.site.secret, 'telling', c.req.param('token') ?? '', c.var.actor.at)

function showStop(c: C, personId: number | undefined, stopped: boolean) {
  if (personId === undefined) throw new NotFound(refusals.thisLinkIsOutOfDate)
  const { title, lead, never, saved } = tellingWords.page
  return c.var.page(
    title,
    <Titled title={title} lead={stopped ? `${saved} ${never}.` : lead}>
      {!stopped && <PostButton action={c.req.path} kind="primary" text={stopping.button} />}
    </Titled>,
  )
}

/** How somebody hears what became of what they asked for, among their settings. */
export const resultsSettings: SettingsPart = { name: 'results', show: showChoice }

export const tellingPages = pages()
  .get('/telling', (c) => showTelling(c, c.req.query('group')))
  .post('/telling', act('work', 'draftListReport', 'Draft a report to a list', DraftForm), async (c) => {
    const { actor, write, site } = c.var
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => showTelling(c, group.slug)).take(DraftForm, async ({ listId }) => {
      const id = await write((tx) => draft(tx, actor, site, group.id, listId))
      return done(c, `/telling/${id}`)
    })
  })
  .get('/telling/:post', (c) => showPost(c))
  .post('/telling/:post', act('will', 'editListReport', 'Edit or send a report to a list', PostForm), async (c) => {
    const { db, actor, write, site } = c.var
    const post = await getPost(db, actor, idOf(c, 'post'))
    if (!post.leads) throw new NotFound(t.noSuchPost)
    return refusable(c, () => showPost(c)).take(PostForm, async ({ act: chosen, threads, ...words }) => {
      await write(async (tx) => {
        await changePost(tx, actor, post.id, words)
        if (chosen === 'send') await sendPost(tx, actor, site, post.id, { threads })
      })
      return done(c, `/telling/${post.id}`, chosen === 'send' ? mailed(c, t.itIsOnItsWayTo({ list: post.list })) : t.saved)
    })
  })
  .post('/telling/:post/drop', act('work', 'discardListReport', 'Discard the draft of a report to a list'), async (c) => {
    await c.var.write((tx) => dropPost(tx, c.var.actor, idOf(c, 'post')))
    return done(c, '/telling', t.thrownAwayWhatItWouldHave)
  })
  .get('/me/telling', toSettings('results'))
  .post('/me/telling', act('will', 'setMyReports', 'Choose how I hear about my requests', ChoiceForm), async (c) => {
    const { actor, write } = c.var
    if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => c.var.settings()).take(ChoiceForm, async ({ choice }) => {
      const changed = await write((tx) => chooseTelling(tx, actor, choice))
      return doneIf(c, changed, '/me#results', tellingWords.page.saved)
    })
  })
  .get('/unsubscribe/results/:token', (c) => showStop(c, readerOf(c), false))
  // RFC 8058: one POST from the mail program, without cookies, ends them.
  .post('/unsubscribe/results/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const personId = readerOf(c)
    if (personId !== undefined)
      await c.var.write(async (tx) => {
        const reader = await loadActor(tx, personId, c.var.actor.at, 'web')
        if (reader) await chooseTelling(tx, reader, 'never')
      })
    return showStop(c, personId, true)
  })
