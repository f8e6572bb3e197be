import * as z from 'zod'
import { visitor } from '../../actor.ts'
import { conflictIf, NotFound } from '../../errors.ts'
import { openToken } from '../../lib/token/open.ts'
import { lines, picked, readForm, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, inWords, onlyPages, pageOf, pages, refusable, twin } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { collateCases } from '../actions.ts'
import { getRequest, getRequestGroup, listRequestChoices } from '../core/queries.ts'
import { CaseChange, CaseForm, linesOf } from '../forms.tsx'
import { askedGroup } from '../group-choice.tsx'
import { casePath } from '../parts.tsx'
import { listPicks } from '../picking-queries.ts'
import { requestRefusals } from '../refusals.ts'
import { meanRequest, sayLike } from '../similar-actions.ts'
import { findSimilar, readAhead, type SimilarRequest } from '../similar-queries.ts'
import { typedSoFar } from '../similar-rules.ts'
import { listInstitutionsOf } from '../support/queries.ts'
import { changeCase, writeCase } from './actions.ts'
import { setConsent, withdrawCase, withdrawOwnCase } from './author-actions.ts'
import { AuthorPage } from './author-page.tsx'
import {
  findCase,
  findMeant,
  getCase,
  getCollatedCase,
  listCases,
  listCaseVersions,
  listCollating,
  listNumbersOf,
  listSources,
  sourcesFor,
} from './queries.ts'
import { whyNotCorrect } from './rules.ts'
import { CaseFormPage, CasePage, CasesPage } from './views.tsx'

const t = textsOf('requests', 'cases')
const letters = textsOf('requests', 'letters')

const ConsentForm = z.object({ consent: z.enum(['no', 'vendor', 'public']) })
const WithdrawForm = z.object({ why: lines(1_000).default('') })
const LikeForm = z.object({ requestId: whole() })
const JoinForm = z.object({ requestId: picked() })

interface Looked {
  typed: Record<string, string>
  similar: SimilarRequest[]
}

/** The request that a new case is an example for, as its page or a refused form says, where this person may read it. */
async function findAbout(c: C, groupId: number): Promise<{ id: number; title: string } | undefined> {
  const id = Number(c.var.form?.requestId ?? c.req.query('request'))
  if (!Number.isSafeInteger(id) || id <= 0) return undefined
  const request = await getRequest(c.var.db, c.var.actor, id).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error
  })
  return request?.groupId === groupId ? request : undefined
}

async function showForm(c: C, { id, looked }: { id?: number; looked?: Looked } = {}) {
  const { db, actor } = c.var
  const one = id === undefined ? undefined : await getCase(db, actor, id)
  if (one && !one.mine && !one.mayCollate) throw new NotFound(requestRefusals.userCase)
  conflictIf(one && whyNotCorrect(one))
  const group = await getRequestGroup(db, actor, one ? { id: one.groupId } : askedGroup(c))
  if (!one && !group.mayContribute) throw new NotFound(refusals.thereIsNoSuchPage)
  readAhead(db, group.id)
  const [choices, mine, sources, numbers] = await Promise.all([
    listRequestChoices(db, group.id, actor.at),
    actor.personId === null ? [] : listInstitutionsOf(db, actor.personId, actor.at),
    one ? listSources(db, [one.id]) : [],
    one ? listNumbersOf(db, [one.id]) : [],
  ])
  const about = one ? undefined : await findAbout(c, group.id)
  const own = one?.organisationId ? [{ id: one.organisationId, name: one.organisation ?? '' }] : []
  const institutions = [...new Map([...own, ...mine].map((institution) => [institution.id, institution])).values()]
  return c.var.page(
    one ? `${t.userCase2({ id: one.id })}: ${one.title}` : t.shareAUserCase,
    <CaseFormPage
      group={group}
      choices={choices}
      institutions={institutions}
      one={one}
      sources={sources}
      numbers={numbers.map(({ number }) => number)}
      about={about}
      {...looked}
    />,
  )
}

/** The case that a link in a mail opens, in its author's language. */
async function byToken(c: C) {
  const { db, actor, site } = c.var
  const token = c.req.param('token') ?? ''
  const id = openToken(site.secret, 'case', token, actor.at)
  const one = id === undefined ? undefined : await findCase(db, id)
  return { one, token, sources: one ? await listSources(db, [one.id]) : [] }
}

async function showAuthorPage(c: C) {
  const { one, token, sources } = await byToken(c)
  if (!one) throw new NotFound(refusals.thisLinkIsOutOfDate)
  return c.var.page(letters.pages.caseTitle, <AuthorPage {...{ one, token, sources }} />, {
    kind: 'bare',
    status: c.var.refused ? 422 : 200,
  })
}

/** A new user case. */
export const writeCaseForm = inWords(twin('will', 'POST /user-cases'))

/** The page of a user case, also with a request that cannot take it. */
async function showCase(c: C) {
  const { db, actor } = c.var
  const one = await getCase(db, actor, idOf(c, 'userCase'))
  const [group, sources, numbers, collating, versions, picks] = await Promise.all([
    getRequestGroup(db, actor, { id: one.groupId }),
    listSources(db, [one.id]),
    listNumbersOf(db, [one.id]),
    listCollating(db, one.id, actor),
    listCaseVersions(db, one.id),
    one.mayCollate ? listPicks(db, actor, one.groupId) : [],
  ])
  const meant = one.mayCollate && collating.length === 0 ? await findMeant(db, one.id) : undefined
  // What a reader may not open stays out of what they see of its sources.
  const shown = sources.filter(({ archive }) => archive === 'public' || archive === 'subscribers')
  const open = one.mine || one.mayCollate ? sources : sourcesFor(actor, shown)
  const similar =
    one.mayCollate || one.mine
      ? await findSimilar(
          db,
          actor,
          one.groupId,
          {
            title: one.title,
            text: [one.problem, one.workflow, ...sources.map(({ excerpt }) => excerpt)].join('\n'),
            area: one.area,
            numbers: numbers.map(({ number }) => number),
            threads: sources.flatMap(({ threadId }) => threadId ?? []),
          },
          { of: { kind: 'case', id: one.id } },
        )
      : undefined
  const page = <CasePage {...{ one, group, numbers, versions, similar, picks, meant }} sources={open} requests={collating} />
  return c.var.page(one.title, page, { group: group.slug })
}

export const casePages = pages()
  .get('/cases', async (c) => {
    const { db, actor } = c.var
    const group = await getRequestGroup(db, actor, askedGroup(c))
    if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    const values = c.req.query()
    const page = pageOf(c)
    const [choices, found] = await Promise.all([
      listRequestChoices(db, group.id, actor.at),
      listCases(db, actor, {
        groupId: group.id,
        page,
        search: values.q?.trim() || undefined,
        areaId: Number(values.area) || undefined,
        state: values.state === 'draft' || values.state === 'open' ? values.state : undefined,
        loose: values.loose === 'yes' || undefined,
      }),
    ])
    const { page: _, ...kept } = values
    return c.var.page(t.userCases, <CasesPage {...{ group, choices, found, page }} values={kept} />)
  })
  .get('/cases/new', (c) => showForm(c))
  .post('/cases', writeCaseForm, async (c) => {
    const { db, actor, write } = c.var
    const group = await getRequestGroup(db, actor, askedGroup(c))
    if (!group.mayContribute) throw new NotFound(refusals.thereIsNoSuchPage)
    const body = await bodyOf(c)
    if (body.look) {
      const typed = Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
      const { numbers, ...said } = typedSoFar(typed)
      const similar = await findSimilar(db, actor, group.id, { ...said, numbers: linesOf(numbers) })
      return showForm(c, { looked: { typed, similar } })
    }
    return refusable(c, () => showForm(c)).take(
      CaseForm.required({ consent: true }),
      async ({ visibility = 'subscribers', consent = 'no', numbers, requestId, ...facts }) => {
        const id = await write(async (tx) => {
          const made = await writeCase(tx, actor, group.id, { ...facts, numbers: linesOf(numbers), visibility, consent })
          if (requestId !== undefined) await meanRequest(tx, actor, made, requestId)
          return made
        })
        return done(c, casePath(id), t.userCaseSharedThank)
      },
    )
  })

  .get('/cases/:userCase', (c) => showCase(c))
  .get('/cases/:userCase/edit', (c) => showForm(c, { id: idOf(c, 'userCase') }))
  .post('/cases/:userCase', act('will', 'editUserCase', 'Change a user case', CaseChange), async (c) => {
    const { actor, write } = c.var
    return refusable(c, () => showForm(c, { id: idOf(c, 'userCase') })).take(
      CaseChange,
      async ({ consent: _, requestId: __, numbers, visibility, ...facts }) => {
        const { mine } = await getCase(c.var.db, actor, idOf(c, 'userCase'))
        await write((tx) =>
          changeCase(tx, actor, idOf(c, 'userCase'), {
            ...facts,
            numbers: numbers === undefined ? undefined : linesOf(numbers),
            visibility: (mine && visibility) || undefined,
          }),
        )
        return done(c, casePath(idOf(c, 'userCase')), t.saved)
      },
    )
  })
  .post('/cases/:userCase/consent', act('person', 'Say who may quote my user case', ConsentForm), async (c) => {
    const { db, actor, write } = c.var
    const one = await getCase(db, actor, idOf(c, 'userCase'))
    if (!one.mine) throw new NotFound(requestRefusals.userCase)
    return refusable(c, () => showCase(c), 'consent').take(ConsentForm, async ({ consent }) => {
      await write((tx) => setConsent(tx, actor.at, actor.via, one.id, consent))
      return done(c, casePath(one.id), t.saved)
    })
  })
  .post('/cases/:userCase/withdraw', act('will', 'withdrawUserCase', 'Withdraw my user case', WithdrawForm), async (c) => {
    const { id } = await getCase(c.var.db, c.var.actor, idOf(c, 'userCase'))
    return refusable(c, () => showCase(c), 'withdraw').take(WithdrawForm, async ({ why }) => {
      await c.var.write((tx) => withdrawOwnCase(tx, c.var.actor, id, why))
      return done(c, casePath(id), t.userCaseWithdrawn2)
    })
  })
  .post('/cases/:userCase/join', act('will', 'joinUserCase', 'Add a user case to a similar request', JoinForm), async (c) => {
    await getCollatedCase(c.var.db, c.var.actor, idOf(c, 'userCase'))
    return refusable(c, () => showCase(c)).take(JoinForm, async ({ requestId }) => {
      await c.var.write(async (tx) => {
        await collateCases(tx, c.var.actor, requestId, [idOf(c, 'userCase')])
        await sayLike(tx, c.var.actor, { kind: 'case', id: idOf(c, 'userCase'), requestId, same: true })
      })
      return done(c, casePath(idOf(c, 'userCase')), t.userCaseAddedRequest({ requestId }))
    })
  })
  .post(
    '/cases/:userCase/different',
    act('will', 'separateUserCase', 'Mark a user case as different from a request', LikeForm),
    async (c) => {
      await getCollatedCase(c.var.db, c.var.actor, idOf(c, 'userCase'))
      const { requestId } = readForm(LikeForm, await bodyOf(c))
      await c.var.write((tx) => sayLike(tx, c.var.actor, { kind: 'case', id: idOf(c, 'userCase'), requestId, same: false }))
      return done(c, casePath(idOf(c, 'userCase')), t.willNotSuggestRequestAgain)
    },
  )

  .get('/case/:token', (c) => showAuthorPage(c))
  .post('/case/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { actor, write } = c.var
    const { one, token } = await byToken(c)
    if (!one) throw new NotFound(refusals.thisLinkIsOutOfDate)
    const author = { ...visitor(actor.at, actor.via, actor.locale), personId: one.authorId }
    const { act: sent } = await bodyOf(c)
    return refusable(c, () => showAuthorPage(c), String(sent)).run(async (body) => {
      const { act: chosen } = readForm(z.object({ act: z.enum(['consent', 'correct', 'withdraw']) }), body)
      if (chosen === 'consent') {
        const { consent } = readForm(ConsentForm, body, actor.locale)
        await write((tx) => setConsent(tx, actor.at, 'web', one.id, consent))
      } else if (chosen === 'withdraw') {
        const { why } = readForm(WithdrawForm, body)
        await write((tx) => withdrawCase(tx, actor.at, 'web', one.id, why))
      } else {
        const {
          consent: _,
          requestId: __,
          numbers: ___,
          areaId: ____,
          visibility: _____,
          ...facts
        } = readForm(CaseChange, body, actor.locale)
        await write((tx) => changeCase(tx, author, one.id, facts, { asAuthor: true }))
      }
      return done(c, `/case/${token}`, letters.pages.thanks)
    })
  })
