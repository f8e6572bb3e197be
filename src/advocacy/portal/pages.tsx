import * as z from 'zod'
import { looksLikePortal } from '../../lib/reading/portal/read.ts'
import { type FormBody, line, lines, picked, readForm } from '../../lib/ui/forms.ts'
import { tableIn } from '../../lib/ui/upload.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { answerClasses, classNames } from '../answers/rules.ts'
import type { Taken } from '../answers/tables.ts'
import { broughtIn, ledGroup, slugOf } from '../group-pages.tsx'
import { addFeed, checkFeed, closeFeed, confirmChange, joinEntry, leaveChange, type PortalTaken } from './actions.ts'
import { bringEntries, bringTable } from './imports-actions.ts'
import { lineOf } from './imports-pages.tsx'
import { listImports } from './imports-queries.ts'
import { countCases, getCase, getChange, listChanges, listFeeds, listProposals } from './queries.ts'
import { entriesIn } from './reading.ts'
import { PortalPage } from './views.tsx'

const t = textsOf('advocacy', 'portal')

const FileForm = z.object({ group: line(40).optional(), file: z.instanceof(File).optional(), pasted: lines(500_000).optional() })
const FeedForm = z.object({ group: line(40).optional(), url: line(500), kind: z.enum(['entries', 'releases']).default('entries') })
const AnswerForm = z.object({ class: z.enum(answerClasses), reason: lines(10_000).default(''), release: line(100).default('') })
const JoinForm = z.object({ requestId: picked().optional(), join: z.enum(['yes', 'no']).default('yes') })

type Shown = {
  typed?: Taken
  read?: PortalTaken & { left: number }
  importId?: number
}

async function show(c: C, which: string | number | undefined, shown: Shown = {}) {
  const { db } = c.var
  const group = await ledGroup(c, which)
  const [changes, proposals, feeds, counts, imports] = await Promise.all([
    listChanges(db, [group.id]),
    listProposals(db, group.id),
    listFeeds(db, group.id),
    countCases(db, group.id),
    listImports(db, group.id),
  ])
  return c.var.page(t.title, <PortalPage {...{ group, changes, proposals, feeds, counts }} imports={imports.map(lineOf)} {...shown} />)
}

/** The page of the group that a thing belongs to: who leads several comes back to this one. */
const portalOf = async (c: C, groupId: number, anchor?: string) =>
  `/answers/portal?group=${(await ledGroup(c, groupId)).slug}${anchor ? `#${anchor}` : ''}`

/** What came of what somebody brought: an export, or a table that was typed. */
async function taken(c: C, groupId: number, bytes: Uint8Array, source: string): Promise<Shown> {
  const { actor, write } = c.var
  if (looksLikePortal(bytes)) {
    const { entries, left } = await entriesIn(bytes)
    const { importId, ...read } = await write((tx) => bringEntries(tx, actor, groupId, source, entries))
    return { read: { ...read, left }, importId }
  }
  const table = await tableIn(bytes)
  const { importId, ...typed } = await write((tx) => bringTable(tx, actor, groupId, source, table))
  return { typed, importId }
}

const nameOf = ({ file }: FormBody): string => (file instanceof File && file.size > 0 ? file.name.slice(0, 200) : '')

export const portalPages = pages()
  .get('/answers/portal', (c) => show(c, c.req.query('group')))
  .post('/answers/portal', act('work', 'readPortal', 'Import what the vendor’s portal says', FileForm, { files: ['file'] }), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => show(c, group.slug), 'file').run(async (body) =>
      show(c, group.slug, await taken(c, group.id, await broughtIn(body, t.chooseFile), nameOf(body))),
    )
  })
  .post('/answers/portal/feeds', act('work', 'addPortalFeed', 'Follow an address of the vendor’s portal', FeedForm), async (c) => {
    const group = await ledGroup(c, slugOf(await bodyOf(c)))
    return refusable(c, () => show(c, group.slug), 'feed').take(FeedForm, async ({ url, kind }) => {
      const { actor, write, resolver, config } = c.var
      await checkFeed(url, { resolver, allowed: config.webhookNetworks })
      await write((tx) => addFeed(tx, actor, group.id, { url, kind }))
      return done(c, `/answers/portal?group=${group.slug}#addresses`, t.feedAdded)
    })
  })
  .post(
    '/answers/portal/feeds/:feed/close',
    act('work', 'closePortalFeed', 'Stop following an address of the vendor’s portal'),
    async (c) => {
      const slug = await c.var.write((tx) => closeFeed(tx, c.var.actor, idOf(c, 'feed')))
      return done(c, `/answers/portal?group=${slug}#addresses`, t.feedClosed)
    },
  )
  .post(
    '/answers/portal/entries/:entry',
    act('work', 'joinPortalEntry', 'Join an entry of the portal with a request', JoinForm),
    async (c) => {
      const { db, actor, write } = c.var
      const { proposedId, groupId } = await getCase(db, actor, idOf(c, 'entry'))
      const { requestId, join } = readForm(JoinForm, await bodyOf(c))
      const chosen = join === 'yes' ? (requestId ?? proposedId ?? undefined) : undefined
      await write((tx) => joinEntry(tx, actor, idOf(c, 'entry'), chosen))
      return done(c, await portalOf(c, groupId, 'proposals'), chosen === undefined ? t.left : t.joined)
    },
  )
  .post(
    '/answers/portal/changes/:change',
    act('will', 'confirmPortalChange', 'Confirm what the portal says as the vendor’s answer', AnswerForm),
    async (c) => {
      const { db, actor, write } = c.var
      const change = await getChange(db, actor, idOf(c, 'change'))
      return refusable(c, () => show(c, change.groupId), `change-${change.id}`).take(AnswerForm, async (given) => {
        const id = await write((tx) => confirmChange(tx, actor, change.id, { ...given, class: classNames[given.class] }))
        return done(c, `/answers/${id}`, t.confirmed)
      })
    },
  )
  .post('/answers/portal/changes/:change/leave', act('work', 'dismissPortalChange', 'Dismiss a change on the portal'), async (c) => {
    const groupId = await c.var.write((tx) => leaveChange(tx, c.var.actor, idOf(c, 'change')))
    return done(c, await portalOf(c, groupId), t.seen)
  })
