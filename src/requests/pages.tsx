import * as z from 'zod'
import { Invalid, missing, NotFound } from '../errors.ts'
import { lookAt, readFileBytes } from '../files/queries.ts'
import { listGroups } from '../groups/queries.ts'
import type { Tx } from '../lib/db/rows.ts'
import { dayCell, type SheetCell } from '../lib/sheet/write.ts'
import { openToken } from '../lib/token/open.ts'
import { sendFile } from '../lib/ui/download.ts'
import { filesIn } from '../lib/ui/editor.tsx'
import { type FormBody, line, lines, many, orNone, readForm, whole } from '../lib/ui/forms.ts'
import { sendXlsx } from '../lib/ui/imports/sheets.tsx'
import { act, bodyOf, type C, done, doneIf, idOf, inWords, onlyPages, ownPath, pageOf, pages, refusable, twin } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { isHerself, mayContribute, mayRank } from '../policy.ts'
import { dayIn } from '../time.ts'
import { collateCases, nameChampion, releaseCase, setFollowing, setStageByHand } from './actions.ts'
import { titleFor } from './asked-queries.ts'
import { commentOnRequest, editComment, removeComment } from './comments-actions.ts'
import { findFollower, getOwnComment } from './comments-queries.ts'
import { filterOf } from './core/filter-queries.ts'
import {
  getCollatedRequest,
  getRequest,
  getRequestGroup,
  type ListedRequest,
  listRequestChoices,
  listRequests,
  listVersions,
  orders,
  type Request,
} from './core/queries.ts'
import { kindNames, severityNames, stageNames, stages } from './core/rules.ts'
import { LinkForm } from './forms.tsx'
import { askedGroup } from './group-choice.tsx'
import { linkRequests, unlinkRequests } from './links-actions.ts'
import { listMovedAway } from './moving-queries.ts'
import { writeNote } from './notes-actions.ts'
import { requestPath } from './parts.tsx'
import { FollowPage } from './public-views.tsx'
import { addAffected, addFile, removeFile } from './record/actions.ts'
import { CommentText } from './record/discussion.tsx'
import { HistoryPage } from './record/history.tsx'
import { findMentions } from './record/mentions-queries.ts'
import { RecordPage } from './record/page.tsx'
import { getRequestFile, readRecord } from './record/queries.ts'
import { requestRefusals } from './refusals.ts'
import { sayLike } from './similar-actions.ts'
import { raiseVoice, withdrawVoice } from './support/actions.ts'
import { listInstitutionsOf, listSupporting } from './support/queries.ts'
import { strengths } from './support/rules.ts'
import { RequestsPage } from './views.tsx'

const t = textsOf('requests', 'pagesPage')
const pageWords = textsOf('requests', 'pages')

const StageForm = z.object({ stage: z.enum(stages), why: lines(500).default('') })
const ChampionForm = z.object({ personId: orNone(whole()) })
const DifferentForm = z.object({ otherId: whole() })
const AffectedForm = z.object({ institution: line(300), versions: line(200).default('') })
const AddCaseForm = z.object({ caseId: whole() })
export const TextForm = z.object({ text: lines(20_000) })
/** As many as one letter would carry. */
const mostFiles = 10
const CommentForm = z.object({
  text: lines(20_000),
  file: many(z.instanceof(File)).pipe(z.array(z.instanceof(File)).max(mostFiles)),
  upload: many(line(300)).pipe(z.array(line(300)).max(mostFiles)),
})
const LookForm = z.object({ text: lines(20_000).default(''), upload: many(line(300)) })
const FollowForm = z.object({ following: z.enum(['yes', 'no']) })
const FileForm = z.object({ file: z.instanceof(File) })

/** A request's page, also with a form that was refused. */
async function showRecord(c: C, id: number, preview?: z.output<typeof LookForm>) {
  const { db, actor, offers } = c.var
  const record = await readRecord(db, actor, id)
  const [stations, said, portal, forward, agenda, draft] = await Promise.all([
    offers.findStations(db, actor, id),
    offers.findVendorSaid(db, actor, id),
    offers.findPortalSaid(db, actor, id),
    offers.listWaysForward(db, actor, record.request),
    record.group.mayCollate && record.request.mergedIntoId === null ? offers.findAgenda(db, actor, record.request) : undefined,
    record.group.mayContribute ? offers.findDraft(db, actor, requestPath(id)) : undefined,
  ])
  return c.var.page(
    `${record.request.title} (${record.request.id})`,
    <RecordPage {...record} {...{ stations, said, portal, forward, agenda }} signedIn={actor.personId !== null} {...{ draft, preview }} />,
    { group: record.group.slug },
  )
}

/** How a comment will look: within the page with script, on the page that is shown again without. */
async function lookAtComment(c: C, request: Request, body: FormBody) {
  const { db, actor } = c.var
  const group = await getRequestGroup(db, actor, { id: request.groupId })
  if (!group.mayContribute) throw new NotFound(requestRefusals.request)
  const looked = readForm(LookForm, body)
  if (!c.req.header('x-preview')) return showRecord(c, request.id, looked)
  const { text } = looked
  return c.html(<CommentText text={text} mentions={await findMentions(db, actor, request, [text])} />)
}

/** Does something with a request and goes back to its page; what was refused stands beside its field there. */
async function take<S extends z.ZodType>(
  c: C,
  { schema, form, said, at = '', collates = false }: { schema: S; form: string; said: string; at?: string; collates?: boolean },
  does: (tx: Tx, request: Request, typed: z.output<S>) => Promise<unknown>,
) {
  const request = await (collates ? getCollatedRequest : getRequest)(c.var.db, c.var.actor, idOf(c, 'request'))
  return refusable(c, () => showRecord(c, request.id), form).take(schema, async (typed) => {
    // What only changes something answers whether it did.
    const changed = (await c.var.write((tx) => does(tx, request, typed))) !== false
    return doneIf(c, changed, `${requestPath(request.id)}${at}`, said)
  })
}

const VoiceForm = z.object({
  strength: z.enum(strengths),
  reason: lines(1_000).default(''),
  organisationId: whole().optional(),
  /** The list of requests from which it was said. */
  next: line(1_000).optional(),
})

/** Whose letter a link is of, with what they may know of the request today. */
async function followerOf(c: C) {
  const { db, actor, site } = c.var
  const id = openToken(site.secret, 'comment', c.req.param('token') ?? '', actor.at)
  const follower = id === undefined ? undefined : await findFollower(db, id)
  if (!follower) return undefined
  const { personId, requestId, title } = follower
  return { ...follower, title: await titleFor(db, personId, { id: requestId, title }, actor.at) }
}

/** A comment on a request, and a note for the working group alone. */
export const commentForm = inWords(twin('will', 'POST /requests/{request}/comments'))
export const noteForm = inWords(act('will', 'writeInternalNote', 'Write an internal note', TextForm))

export const requestPages = pages()
  .get('/requests', async (c) => {
    const { db, actor } = c.var
    const values = c.req.query()
    const group = await getRequestGroup(db, actor, askedGroup(c))
    const page = pageOf(c)
    const showSupport = mayContribute(actor, group)
    const order = orders.find((one) => one === values.order && (showSupport || one !== 'support')) ?? 'newest'
    const { mine, ...filter } = filterOf(values)
    const says = showSupport && mine === 'unsaid' && isHerself(actor) ? await listInstitutionsOf(db, actor.personId, actor.at) : []
    const [choices, supporting, groups, movedAway, found] = await Promise.all([
      listRequestChoices(db, group.id, actor.at),
      showSupport ? listSupporting(db, group.id) : [],
      listGroups(db),
      group.mayCollate ? listMovedAway(db, actor, group.id) : [],
      listRequests(db, actor, { ...filter, ...(showSupport && { mine }), groupId: group.id, page, order }),
    ])
    const { page: _, ...kept } = values
    return c.var.page(
      pageWords.title,
      <RequestsPage
        {...{ group, groups, movedAway, choices, supporting, found, page, showSupport }}
        saysFor={says.length === 1 ? says[0]?.name : undefined}
        values={kept}
        mayRank={mayRank(actor, group.id)}
      />,
      { description: pageWords.lead },
    )
  })
  .get('/requests/export.xlsx', async (c) => {
    const { db, actor } = c.var
    const group = await getRequestGroup(db, actor, askedGroup(c))
    if (!mayContribute(actor, group)) throw new NotFound(refusals.thereIsNoSuchPage)
    const { requests } = await listRequests(db, actor, { ...filterOf(c.req.query()), groupId: group.id, limit: 20_000, order: 'newest' })
    const { columns } = t
    const cells: [title: string, of: (one: ListedRequest) => SheetCell][] = [
      [columns.number, ({ id }) => id],
      [columns.kind, ({ kind }) => kindNames[kind]],
      [columns.title, ({ title }) => title],
      [columns.stage, ({ stage }) => stageNames[stage]],
      [columns.area, ({ area }) => area],
      [columns.topic, ({ topic }) => topic],
      [columns.severity, ({ severity }) => severity && severityNames[severity]],
      [columns.cases, ({ cases }) => cases],
      [columns.institutions, ({ supporters }) => supporters],
      [columns.musts, ({ musts }) => musts],
      [columns.champion, ({ champion }) => champion],
      [columns.since, ({ createdAt }) => dayCell(dayIn(createdAt, actor.zone))],
      [columns.oldNumber, ({ oldNumber }) => oldNumber],
    ]
    const titles = cells.map(([title]) => title)
    const rows = requests.map((one) => cells.map(([, of]) => of(one)))
    return sendXlsx(c, { file: 'requests', sheet: t.requests, title: t.requests2({ name: group.name }), titles, rows })
  })
  .get('/requests/follow/:token', async (c) => {
    const follower = (await followerOf(c)) ?? missing(refusals.thisLinkIsOutOfDate)
    return c.var.page(t.following, <FollowPage follower={follower} token={c.req.param('token')} />, { kind: 'bare' })
  })
  .post('/requests/follow/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { actor, write } = c.var
    const follower = (await followerOf(c)) ?? missing(refusals.thisLinkIsOutOfDate)
    await write((tx) => setFollowing(tx, { ...actor, personId: follower.personId }, follower.requestId, false))
    return c.var.page(t.following, <FollowPage follower={follower} token={c.req.param('token')} ended />, { kind: 'bare' })
  })

  .get('/requests/:request', (c) => showRecord(c, idOf(c, 'request')))
  .get('/requests/:request/history', async (c) => {
    const { db, actor } = c.var
    const request = await getRequest(db, actor, idOf(c, 'request'))
    // What was written for fewer readers must not come out by its history; of those who may read it, the versions say themselves.
    const group = await getRequestGroup(db, actor, { id: request.groupId })
    if (!mayContribute(actor, group)) throw new NotFound(requestRefusals.request)
    return c.var.page(
      t.historyOfRequest({ id: request.id }),
      <HistoryPage request={request} versions={await listVersions(db, request, actor)} />,
    )
  })
  .post('/requests/:request/stage', act('work', 'setRequestStage', 'Set the stage of a request', StageForm), (c) =>
    take(c, { schema: StageForm, form: 'stage', said: t.statusChanged, collates: true }, (tx, { id }, { stage, why }) =>
      setStageByHand(tx, c.var.actor, id, stage, why),
    ),
  )
  .post('/requests/:request/champion', act('work', 'nameChampion', 'Name the champion of a request', ChampionForm), (c) =>
    take(c, { schema: ChampionForm, form: 'champion', said: t.saved, collates: true }, (tx, { id }, { personId }) =>
      personId === undefined ? Promise.resolve(false) : nameChampion(tx, c.var.actor, id, personId),
    ),
  )
  .post('/requests/:request/links', act('work', 'linkRequests', 'Link two requests', LinkForm), (c) =>
    take(c, { schema: LinkForm, form: 'link', said: t.linked, collates: true }, (tx, { id }, { toId, kind }) =>
      linkRequests(tx, c.var.actor, id, toId, kind),
    ),
  )
  .post('/requests/:request/links/:other/remove', act('work', 'unlinkRequests', 'Unlink two requests'), async (c) => {
    await c.var.write((tx) => unlinkRequests(tx, c.var.actor, idOf(c, 'request'), idOf(c, 'other')))
    return done(c, requestPath(idOf(c, 'request')), t.linkRemoved)
  })
  .post('/requests/:request/different', act('work', 'separateRequests', 'Mark two requests as different', DifferentForm), async (c) => {
    await getCollatedRequest(c.var.db, c.var.actor, idOf(c, 'request'))
    const { otherId } = readForm(DifferentForm, await bodyOf(c))
    await c.var.write((tx) => sayLike(tx, c.var.actor, { kind: 'request', id: idOf(c, 'request'), requestId: otherId, same: false }))
    return done(c, `${requestPath(idOf(c, 'request'))}#similar`, t.willNotSuggestRequestAgain)
  })
  .post(
    '/requests/:request/affected',
    act('work', 'addAffectedInstitution', 'Add an institution that a concern affects', AffectedForm),
    (c) =>
      take(c, { schema: AffectedForm, form: 'affected', said: t.added, collates: true }, (tx, { id }, { institution, versions }) =>
        addAffected(tx, c.var.actor, id, institution, versions),
      ),
  )
  .post('/requests/:request/cases', act('work', 'addUserCase', 'Add a user case to a request', AddCaseForm), (c) =>
    take(
      c,
      { schema: AddCaseForm, form: 'add-case', said: t.userCaseAdded, at: '#cases', collates: true },
      async (tx, { id }, { caseId }) => {
        try {
          await collateCases(tx, c.var.actor, id, [caseId])
        } catch (error) {
          // The request itself was found before.
          if (error instanceof NotFound) throw new Invalid(refusals.pleaseLookAgain, { caseId: t.enterNumberUserCaseGroup })
          throw error
        }
      },
    ),
  )
  .post('/requests/:request/cases/:userCase/release', act('work', 'removeUserCase', 'Remove a user case from a request'), async (c) => {
    await c.var.write((tx) => releaseCase(tx, c.var.actor, idOf(c, 'request'), idOf(c, 'userCase')))
    return done(c, `${requestPath(idOf(c, 'request'))}#cases`, t.userCaseRemovedRequest)
  })
  .post('/requests/:request/comments', commentForm, async (c) => {
    const { db, actor } = c.var
    const request = await getRequest(db, actor, idOf(c, 'request'))
    if (c.req.query('look') !== undefined) return lookAtComment(c, request, await bodyOf(c))
    return refusable(c, () => showRecord(c, request.id), 'comment').take(CommentForm, async ({ text, file, upload }) => {
      const brought = filesIn({ upload }).map(({ key }) => ({ upload: key }))
      const files = [...(await Promise.all(file.map((one) => lookAt(one)))), ...brought]
      await c.var.write((tx) => commentOnRequest(tx, actor, request.id, text, { files }))
      return done(c, `${requestPath(request.id)}#comments`, t.commentAdded)
    })
  })
  .post('/requests/:request/comments/:comment', act('will', 'editComment', 'Edit a comment of mine', TextForm), async (c) => {
    const comment = idOf(c, 'comment')
    await getOwnComment(c.var.db, c.var.actor, idOf(c, 'request'), comment)
    const form = { schema: TextForm, form: `comment-${comment}`, said: t.commentSaved, at: `#c${comment}` }
    return take(c, form, (tx, { id }, { text }) => editComment(tx, c.var.actor, id, comment, text))
  })
  .post('/requests/:request/comments/:comment/remove', act('will', 'removeComment', 'Remove a comment'), async (c) => {
    await c.var.write((tx) => removeComment(tx, c.var.actor, idOf(c, 'comment')))
    return done(c, `${requestPath(idOf(c, 'request'))}#comments`, t.commentRemoved)
  })
  .post('/requests/:request/notes', noteForm, (c) =>
    take(c, { schema: TextForm, form: 'note', said: t.noteAddedOnlyWorkingGroup, at: '#notes', collates: true }, (tx, { id }, { text }) =>
      writeNote(tx, c.var.actor, id, text),
    ),
  )
  .post('/requests/:request/follow', act('will', 'followRequest', 'Follow a request, or stop following it', FollowForm), async (c) => {
    await getRequest(c.var.db, c.var.actor, idOf(c, 'request'))
    const { following } = readForm(FollowForm, await bodyOf(c))
    await c.var.write((tx) => setFollowing(tx, c.var.actor, idOf(c, 'request'), following === 'yes'))
    return done(c, requestPath(idOf(c, 'request')), following === 'yes' ? t.nowFollowRequestGetIts : t.noLongerFollowRequest)
  })
  .post('/requests/:request/voice', twin('will', 'PUT /requests/{request}/voice'), async (c) => {
    const { id } = await getRequest(c.var.db, c.var.actor, idOf(c, 'request'))
    return refusable(c, () => showRecord(c, id), 'voice').take(VoiceForm, async ({ next, ...word }) => {
      await c.var.write((tx) => raiseVoice(tx, c.var.actor, id, word))
      return done(c, ownPath(next, requestPath(id)), t.supportSaved)
    })
  })
  .post('/requests/:request/voice/withdraw', act('will', 'withdrawSupport', 'Withdraw my support'), async (c) => {
    await c.var.write((tx) => withdrawVoice(tx, c.var.actor, idOf(c, 'request')))
    return done(c, requestPath(idOf(c, 'request')), t.supportWithdrawn)
  })
  .post('/requests/:request/files', act('work', 'addRequestFile', 'Add a file to a request', FileForm, { files: ['file'] }), async (c) => {
    const { id } = await getRequest(c.var.db, c.var.actor, idOf(c, 'request'))
    return refusable(c, () => showRecord(c, id), 'file').take(FileForm, async ({ file }) => {
      const looked = await lookAt(file)
      await c.var.write(async (tx) => {
        const { groupId } = await getCollatedRequest(tx, c.var.actor, id)
        await addFile(tx, c.var.actor, { requestId: id, groupId }, looked)
      })
      return done(c, `${requestPath(id)}#files`, t.fileAdded)
    })
  })
  .get('/requests/:request/files/:file', async (c) => {
    const { db, actor } = c.var
    const file = await getRequestFile(db, actor, idOf(c, 'request'), idOf(c, 'file'))
    return sendFile(c, file, readFileBytes(db, file.id))
  })
  .post('/requests/:request/files/:file/remove', act('work', 'removeRequestFile', 'Remove a file of a request'), async (c) => {
    await c.var.write((tx) => removeFile(tx, c.var.actor, idOf(c, 'request'), idOf(c, 'file')))
    return done(c, `${requestPath(idOf(c, 'request'))}#files`, t.fileRemoved)
  })
