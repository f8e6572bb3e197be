import * as z from 'zod'
import { getMessage } from '../../archive/queries.ts'
import { Invalid, NotAllowed } from '../../errors.ts'
import { bringFile } from '../../files/actions.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { filesIn } from '../../lib/ui/editor.tsx'
import { type FormBody, line, lines, many } from '../../lib/ui/forms.ts'
import { threadPath } from '../../lib/ui/paths.ts'
import { spokenName } from '../../lib/ui/post-html.ts'
import { act, bodyOf, type C, done, idOf, inWords, ownPath, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { findDraft } from '../../people/queries.ts'
import { getList, getWritableList } from '../core/queries.ts'
import { sendLater, takeBack } from './actions.ts'
import { findWritten } from './queries.ts'
import { placeOf } from './rules.ts'
import { SentPage, WritePage } from './views.tsx'

const t = textsOf('list', 'pagesPage')
const words = textsOf('list', 'writing')

export const WriteForm = z.object({
  subject: line(300),
  text: lines(100_000),
  reply: line(998).optional(),
  upload: many(line(300)),
  draft: line(1_200).optional(),
})
const postsPerPerson = 30
const hour = 3_600

/** Files that came with the form, without script: kept as those are that came before it. */
async function bringFiles(c: C, body: FormBody): Promise<string[]> {
  const { db, write, actor, config } = c.var
  const brought: string[] = []
  for (const file of [body.file ?? []].flat())
    if (file instanceof File && file.size > 0)
      brought.push(`${await bringFile(db, write, actor, file, config.largestFile)}/${spokenName(file.name)}`)
  return brought
}

/** The list, for who may write to it; and, with the reason, for who no longer may and has begun to: their text stays theirs. */
async function listOrDraft(c: C, reply: string | undefined) {
  const { db, actor } = c.var
  const name = c.req.param('list') ?? ''
  try {
    return { list: await getWritableList(db, actor, name), why: undefined }
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error
    const list = await getList(db, actor, name)
    if (!(await findDraft(db, actor, placeOf(list.name, reply))).fields) throw error
    return { list, why: error.message }
  }
}

async function show(c: C) {
  const { db, actor } = c.var
  const body = c.var.refused?.typed.reply
  const reply = (typeof body === 'string' && body) || c.req.query('reply')
  const { list, why } = await listOrDraft(c, reply)
  const answered = reply && why === undefined ? await getMessage(db, list.id, reply) : undefined
  const draft = await findDraft(db, actor, placeOf(list.name, answered?.messageId ?? reply))
  const status = c.var.refused ? 422 : 200
  // What keeps them from sending stands on the form that they come back to.
  if (why !== undefined && !c.var.refused) c.set('refused', { message: why, fields: {}, typed: draft.fields ?? {}, form: 'f' })
  const about = ownPath(c.req.query('about'), '')
  const begun = {
    subject: c.req.query('subject')?.slice(0, 300) ?? '',
    text: about && `<${c.var.site.baseUrl}${about}>\n\n`,
  }
  return c.var.page(
    t.writeTo({ title: list.title }),
    <WritePage {...{ list, answered, draft, begun }} files={filesIn(c.var.refused?.typed ?? draft.fields ?? {})} />,
    { status },
  )
}

/** A message to a list, or an answer in a thread. */
export const writeForm = inWords(act('will', 'postToList', 'Write to a list', WriteForm, { files: ['file'] }))

export const writingPages = pages()
  .get('/lists/:list/write', (c) => show(c))
  .post('/lists/:list/write', writeForm, async (c) => {
    const { db, write, actor } = c.var
    const list = await getWritableList(db, actor, c.req.param('list'))
    const body = await bodyOf(c)
    const answered = typeof body.reply === 'string' && body.reply ? await getMessage(db, list.id, body.reply) : undefined
    return refusable(c, () => show(c)).take(WriteForm, async ({ subject, text, upload }) => {
      if (!(await takeTurn(db, `write:${actor.personId}`, postsPerPerson, hour, actor.at)))
        throw new Invalid(t.haveReachedLimitMessagesHour)
      const files = filesIn({ upload: [...upload, ...(await bringFiles(c, body))] })
      const id = await write((tx) => sendLater(tx, actor, list, { subject, text, reply: answered?.messageId, files }))
      const reply = answered ? `?${new URLSearchParams({ reply: answered.messageId })}` : ''
      return done(c, `/lists/${list.name}/sent/${id}${reply}`, undefined, id)
    })
  })
  .get('/lists/:list/sent/:post', async (c) => {
    const { db, actor } = c.var
    const reply = c.req.query('reply')
    const { list, why } = await listOrDraft(c, reply)
    const post = await findWritten(db, actor, list.id, idOf(c, 'post'))
    if (!post && why !== undefined) return c.redirect(placeOf(list.name, reply), 303)
    // It has left, and stands in its thread.
    if (!post) return c.redirect(reply ? threadPath(list.name, reply) : `/lists/${list.name}/threads`, 303)
    // Once it has left, this page leads on; there is nothing to take back then.
    const again = Math.max(2, Math.ceil((post.leavesAt.getTime() - actor.at.getTime()) / 1_000) + 2)
    return c.var.page(words.way, <SentPage list={list} post={post} />, { head: <meta http-equiv="refresh" content={String(again)} /> })
  })
  .post('/lists/:list/sent/:post/back', act('will', 'takePostBack', 'Take a message back before it leaves'), async (c) => {
    const { db, write, actor } = c.var
    const list = await getWritableList(db, actor, c.req.param('list'))
    const post = await findWritten(db, actor, list.id, idOf(c, 'post'))
    const place = placeOf(list.name, post?.reply)
    await write((tx) => takeBack(tx, actor, list, idOf(c, 'post'), place))
    return done(c, place, words.takenBack)
  })
