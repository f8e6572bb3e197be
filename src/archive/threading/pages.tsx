import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { line, readForm } from '../../lib/ui/forms.ts'
import { threadPath } from '../../lib/ui/paths.ts'
import { act, bodyOf, type C, done, doneIf, idOf, moderatorAct, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isHerself, mayModerate } from '../../policy.ts'
import { getArchive, getThreadOf } from '../core/queries.ts'
import { showThread } from '../pages.tsx'
import { chooseThread, holdThread, joinThreads, renameThread, splitThread, undoEdit } from './actions.ts'

const t = textsOf('archive', 'threading')

const RenameForm = z.object({ subject: line(300) })
const JoinForm = z.object({ other: line(1_500) })
const ChoiceForm = z.object({ choice: z.enum(['follow', 'mute', 'none']) })

const idIn = (c: C): string => c.req.param('id') ?? ''

/** The list, for who moderates it, with the thread of the address: to others there is none. */
async function moderated(c: C) {
  const list = await getArchive(c.var.db, c.var.actor, c.req.param('list') ?? '')
  if (!mayModerate(c.var.actor, list)) throw new NotFound(refusals.thereIsNoSuchPage)
  if (idIn(c)) await getThreadOf(c.var.db, list.id, idIn(c))
  return list
}

/** The Message-ID in what somebody pastes: the address of a thread or a message, or the id itself. */
function messageIn(text: string): string {
  const [, id] = /\/[mt]\/([^/?#\s]+)/.exec(text) ?? []
  try {
    return id === undefined ? text.replaceAll(/^<|>$/g, '') : decodeURIComponent(id)
  } catch {
    return text
  }
}

/** What moderators make of threads, and how their readers want them. */
export const threadingPages = pages()
  .post('/lists/:list/t/:id/rename', moderatorAct('renameThread', 'Rename a thread', RenameForm), async (c) => {
    const list = await moderated(c)
    return refusable(c, () => showThread(c), 'rename').take(RenameForm, async ({ subject }) => {
      const changed = await c.var.write((tx) => renameThread(tx, c.var.actor, list, idIn(c), subject))
      return doneIf(c, changed, threadPath(list.name, idIn(c)), t.renamed)
    })
  })
  .post('/lists/:list/t/:id/join', moderatorAct('joinThreads', 'Join two threads', JoinForm), async (c) => {
    const list = await moderated(c)
    return refusable(c, () => showThread(c), 'join').take(JoinForm, async ({ other }) => {
      await c.var.write((tx) => joinThreads(tx, c.var.actor, list, idIn(c), messageIn(other)))
      return done(c, threadPath(list.name, idIn(c)), t.joined)
    })
  })
  .post('/lists/:list/t/:id/split', moderatorAct('splitThread', 'Make a message the start of a new thread'), async (c) => {
    const list = await moderated(c)
    await c.var.write((tx) => splitThread(tx, c.var.actor, list, idIn(c)))
    return done(c, threadPath(list.name, idIn(c)), t.splitDone)
  })
  .post('/lists/:list/t/:id/hold', moderatorAct('holdThread', 'Hold the answers of a thread for a moderator'), async (c) => {
    const list = await moderated(c)
    const changed = await c.var.write((tx) => holdThread(tx, c.var.actor, list, idIn(c)))
    return doneIf(c, changed, threadPath(list.name, idIn(c)), t.held)
  })
  .post('/lists/:list/t/edits/:edit/undo', moderatorAct('undoThreadChange', 'Undo a change of a thread'), async (c) => {
    const list = await moderated(c)
    const messageId = await c.var.write((tx) => undoEdit(tx, c.var.actor, list, idOf(c, 'edit')))
    return done(c, threadPath(list.name, messageId), t.takenBack)
  })
  .post('/lists/:list/t/:id/choose', act('will', 'chooseThread', 'Follow or mute a thread', ChoiceForm), async (c) => {
    const { db, actor, write } = c.var
    const list = await getArchive(db, actor, c.req.param('list') ?? '')
    if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const thread = await getThreadOf(db, list.id, idIn(c))
    const { choice } = readForm(ChoiceForm, await bodyOf(c), actor.locale)
    await write((tx) => chooseThread(tx, actor, thread.id, choice === 'none' ? undefined : choice))
    return done(c, threadPath(list.name, thread.root), choice === 'none' ? t.chosen.none : t.chosen[choice])
  })
