import type { Context } from 'hono'
import * as z from 'zod'
import { lookAt } from '../../files/queries.ts'
import { cancelUpload } from '../../files/uploads/actions.ts'
import { findReadyUpload } from '../../files/uploads/queries.ts'
import { act } from '../../lib/ui/acts.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { type FormBody, many, type Refused } from '../../lib/ui/forms.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { bodyOf, done, type Env, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { getDesk } from '../../list/role-addresses/queries.ts'
import { getMailbox, isUnderWay, listMailboxes } from '../undo/queries.ts'
import { bringMailbox, checkMailbox, tryAgain } from './actions.ts'
import { readOwn } from './rules.ts'
import { MailboxesPage, Progress } from './views.tsx'

// With script a file comes in pieces, before its form; then the form names it.
const MailboxForm = z.object({
  file: many(z.instanceof(File)),
  upload: line(80).optional(),
  own: lines(5_000).default(''),
})

const deskOf = (c: Context<Env>) => getDesk(c.var.db, c.var.actor, c.req.param('desk') ?? '')

/** A file that came in pieces, before its form: by the address, or by a form that was refused. */
const uploadIn = (c: Context<Env>, body?: FormBody) =>
  findReadyUpload(c.var.db, c.var.actor, typeof body?.upload === 'string' && body.upload ? body.upload : c.req.query('upload'))

async function showMailboxes(c: Context<Env>, desk: Awaited<ReturnType<typeof deskOf>>, body?: FormBody, refused?: Refused | undefined) {
  return c.var.page({
    title: `Old mailboxes of ${desk.title}`,
    head: <script type="module" src={assetPath('upload.js')} />,
    status: refused ? 422 : 200,
    children: <MailboxesPage {...{ desk, refused }} mailboxes={await listMailboxes(c.var.db, desk.id)} brought={await uploadIn(c, body)} />,
  })
}

/** Old mailboxes of a role: those that came in, and the way in for one more. */
export const bringingPages = pages()
  .get('/correspondence/:desk/imports', async (c) => showMailboxes(c, await deskOf(c)))
  .post('/correspondence/:desk/imports', act('work', 'Bring an old mailbox in', MailboxForm, { files: ['file'] }), async (c) => {
    const { db, write, actor } = c.var
    const desk = await deskOf(c)
    const body = await bodyOf(c)
    return refusable(c, async (refused) => {
      // A file that came in pieces and is no mailbox does not wait for another form.
      const ready = refused.fields.file === undefined ? undefined : await uploadIn(c, body)
      if (ready) await write((tx) => cancelUpload(tx, actor, ready.key))
      return showMailboxes(c, desk, body, refused)
    }).take(MailboxForm, async ({ file: files, upload, own: typed }) => {
      const own = readOwn(typed)
      const chosen = files.find(({ name }) => name !== '')
      await checkMailbox(db, actor, { file: chosen, upload })
      const file = chosen && (await lookAt(chosen))
      const id = await write((tx) => bringMailbox(tx, actor, desk, { file, upload, own }))
      return done(c, `/correspondence/${desk.name}/imports/${id}`, 'It is here, and comes in now.')
    })
  })
  .get('/correspondence/:desk/imports/:import/progress', async (c) => {
    const desk = await deskOf(c)
    const box = await getMailbox(c.var.db, desk, idOf(c, 'import'))
    // The page itself says what became of it.
    if (!isUnderWay(box)) c.header('hx-refresh', 'true')
    return c.html(<Progress path={`/correspondence/${desk.name}/imports/${box.id}`} box={box} />)
  })
  .post('/correspondence/:desk/imports/:import/again', act('work', 'Try an old mailbox again that stopped'), async (c) => {
    const desk = await deskOf(c)
    const box = await getMailbox(c.var.db, desk, idOf(c, 'import'))
    await c.var.write((tx) => tryAgain(tx, c.var.actor, desk, box.id))
    return done(c, `/correspondence/${desk.name}/imports/${box.id}`, 'It goes on where it was.')
  })
