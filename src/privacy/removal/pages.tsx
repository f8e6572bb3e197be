import * as z from 'zod'
import { Conflict, Invalid, NotAllowed, refuse } from '../../errors.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { normalise } from '../../lib/mail/find-words.ts'
import { lines, readForm, tick } from '../../lib/ui/forms.ts'
import { threadPath } from '../../lib/ui/paths.ts'
import { type C, done, moderatorAct, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { remove, tryRemoval } from './actions.ts'
import { getRemovable } from './queries.ts'
import { type Wanted, whyNotReason, whyNotWords } from './rules.ts'
import { PreviewPage, RemovePage } from './views.tsx'

const t = textsOf('privacy', 'removal')

const RemovalForm = z.object({
  kind: z.string().regex(/^(?:message|words|attachment:[0-9a-f]{64})$/),
  words: lines(2_000).default(''),
  subject: tick(),
  reason: lines(300),
  step: z.literal('remove').optional(),
})

// Each looks through a whole list.
const triesPerHour = 60
const hour = 3_600

const removable = (c: C) =>
  getRemovable(c.var.db, c.var.actor, c.req.param('list') ?? '', c.req.param('id') ?? '', Number(c.req.query('v') ?? 1) || 1)

function wantedOf({ kind, words, subject }: { kind: string; words: string; subject: boolean }): Wanted {
  if (kind === 'message') return { kind: 'message', subject }
  if (kind !== 'words') return { kind: 'attachment', sha256: kind.slice('attachment:'.length) }
  const problem = whyNotWords(words)
  if (problem) refuse('words', problem)
  return { kind: 'words', words: normalise(words) }
}

/** An owner takes a message, words or an attachment out of everything that is kept. */
export const removalPages = pages()
  .get('/lists/:list/m/:id/remove', async (c) => {
    const found = await removable(c)
    return c.var.page(t.deleteFromTheArchive, <RemovePage {...found} />)
  })
  .post('/lists/:list/m/:id/remove', moderatorAct('deleteMessage', 'Delete from the archive of a list', RemovalForm), async (c) => {
    const { db, write, actor, site } = c.var
    const found = await removable(c)
    const again = () => c.var.page(t.deleteFromTheArchive, <RemovePage {...found} />, { status: 422 })
    return refusable(c, again).run(async (body) => {
      if (!(await takeTurn(db, `removal:${actor.personId}`, triesPerHour, hour, actor.at))) throw new NotAllowed(refusals.thatIsALotInAn)
      const { step, ...typed } = readForm(RemovalForm, body, actor.locale)
      const wanted = wantedOf(typed)
      const refusal = whyNotReason(typed.reason, wanted.kind === 'words' ? wanted.words : undefined)
      if (refusal) refuse('reason', refusal)
      const nothing = (error: unknown) => {
        throw error instanceof Conflict ? new Invalid(error.message, { words: error.message }) : error
      }
      if (step === 'remove') {
        await write((tx) => remove(tx, actor, site.secret, found, wanted, typed.reason)).catch(nothing)
        return done(c, threadPath(found.list.name, found.message.messageId), t.deletedFromTheArchive)
      }
      const figures = await tryRemoval(write, actor, site.secret, found, wanted).catch(nothing)
      const shown = { kind: typed.kind, words: typed.words, subject: typed.subject ? 'on' : '', reason: typed.reason }
      return c.var.page(t.deleteFromTheArchive, <PreviewPage {...found} wanted={wanted} typed={shown} figures={figures} />)
    })
  })
