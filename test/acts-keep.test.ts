import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { listActs } from '../src/edges/http/acts.ts'
import { pages } from '../src/edges/http/addresses.ts'
import { emptiedTo } from '../src/lib/ui/forms.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import { access } from './access/table.ts'
import { type RoleName, roles } from './access.ts'
import { fieldsOf } from './clicks.ts'
import type { Person, World } from './world.ts'

// Whoever changes a thing by program and leaves a field out leaves what was there.
let world: World
let people: Record<RoleName, Person | undefined>
beforeAll(async () => {
  const furnished = await makeFurnishedWorld()
  world = furnished
  people = { visitor: undefined, ...furnished }
})
afterAll(() => world.end())

const shapeOf = (form: unknown): z.ZodRawShape => (form instanceof z.ZodObject ? form.shape : {})
const acts = listActs(pages).map(({ path, act }) => ({ path, name: act.name, shape: shapeOf(act.form) }))
const keeps = (shape: z.ZodRawShape) => Object.keys(shape).filter((name) => emptiedTo(shape[name]) !== undefined)

/** Fields of acts that change something, but which say what is done now, not how it is from now on: each, or of the act that it stands after. */
const onceSaid: Record<string, string[]> = {
  addDraftClause: ['number'],
  changeMySubscription: ['pausedUntil'],
  changeMyWorkplace: ['leaving', 'leftOn', 'addressId', 'organisation', 'moveLists'],
  changeRequests: ['ids', 'stage', 'why'],
  chooseTalkSlot: ['was'],
  editCard: ['back', 'stage', 'why'],
  editDraftClause: ['revision'],
  editListReport: ['threads', 'act'],
  editMeasure: ['clause', 'act'],
  editNews: ['picture', 'removePicture'],
  editRelease: ['group', 'file'],
  editRequest: ['seen', 'keepComments', 'cases'],
  editSitePage: ['do'],
  editSynonym: ['remove'],
  editTask: ['asShown'],
  saveSiteLook: ['noLogo'],
  saveTopic: ['topicId'],
  setCapacity: ['group'],
  setCycleDates: ['reason'],
  setDocumentState: ['reason'],
  setListRules: ['do', 'newField', 'newPattern'],
  setMyZone: ['next'],
  setNewsletterRhythm: ['group'],
  setRequestStage: ['why'],
  setUserGroupWords: ['do'],
  settleWorkplace: ['back'],
  updateSubscribers: ['named', 'filter', 'subscription'],
  writeFromRole: ['answerExpected', 'answerBy', 'toName'],
  writeNotice: ['do'],
}

test('what changes something keeps each field that may be left out, or says with it what is done', () => {
  const changes = /^(?:edit|change|review|set|save|correct|rename|write|update|assign|choose|mark|publishFigures|reword|add(?=Draft))/
  const lost = acts.flatMap(({ name, shape }) =>
    changes.test(name)
      ? Object.entries(shape).flatMap(([field, one]) =>
          emptiedTo(one) === undefined && (one as z.ZodType).safeParse(undefined).success ? [`${name} ${field}`] : [],
        )
      : [],
  )
  const known = Object.entries(onceSaid).flatMap(([name, fields]) => fields.map((field) => `${name} ${field}`))
  expect(lost.toSorted()).toEqual(known.toSorted())
})

const first = ['carla', 'ada', 'maria'] as const

/** Whoever may do it. */
function roleOf(path: string): RoleName {
  const said = access[`POST ${path}`]?.expect
  const by = (status: number) =>
    ([...first, ...roles] as const).find((role) => role !== 'visitor' && said && (said[role] ?? said.others) === status)
  return by(303) ?? by(200) ?? by(422) ?? by(409) ?? 'carla'
}

/** Where a form stands, if not at its own address, above it or where it is edited. */
const standsAt: Record<string, string> = {
  editAgendaItem: '/meetings/2026-12-10/minutes',
  editNewsIssue: '/news/issues/1/compose',
  saveSiteParts: '/site/menu',
  setRetention: '/admin/privacy',
  setUserGroups: '/groups/lectio/facts',
}

/** What makes something, or has nothing to change in this world. */
const elsewhere = [
  ...['captureUserCase', 'rankRequests', 'signAnswer', 'signCommitment', 'setCycleDates', 'changeRequests', 'chooseTalkSlot'],
  ...['changeOrganisationTerm', 'setProductStage', 'savePaperProfile', 'saveBoardView', 'saveTopic', 'setCapacity', 'setTalkRecording'],
  ...['chooseNewsIssueItems', 'markNewsIssueReady', 'markNewsReady', 'setReportReaders'],
]

type Session = Awaited<ReturnType<World['as']>>
type Fields = Map<string, string[]>

/** The forms of a page that are sent to this address. */
async function formsAt(session: Session, page: string, action: string): Promise<string[]> {
  const answer = await session.get(page)
  if (answer.status !== 200) return []
  const all = (await answer.text()).match(/<form [^>]*>[\s\S]*?<\/form>/g) ?? []
  return all.filter((form) => (/^<form [^>]*\baction="([^"]*)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? page) === action)
}

/** The form of a page that is sent to this address and has most of these fields; nothing where it has none. */
async function formAt(session: Session, page: string, action: string, fields: readonly string[]): Promise<string> {
  const rank = (form: string) => fields.filter((field) => fieldsOf(form).has(field)).length
  const [form = ''] = (await formsAt(session, page, action)).toSorted((a, b) => rank(b) - rank(a))
  return rank(form) > 0 ? form : ''
}

/** The page and the form of it that sends most of these fields. */
async function findForm(session: Session, name: string, action: string, fields: readonly string[]) {
  const [bare = '', query] = action.split('?')
  const up = (path: string) => path.replace(/\/[^/]*$/, '')
  const near = [
    bare,
    `${bare}/edit`,
    up(bare),
    `${up(bare)}/edit`,
    `${up(bare)}/arrange`,
    `${up(bare)}/compose`,
    up(up(bare)),
    `${up(up(bare))}/edit`,
    `${up(up(bare))}/compose`,
  ]
  const from = standsAt[name] ? [standsAt[name]] : near.map((path) => (query === undefined ? path : `${path}?${query}`))
  for (const page of from) {
    const form = await formAt(session, page || '/', action, fields)
    if (form) return { page, form }
  }
  return undefined
}

/** Something for a field that says nothing yet. */
function sample(form: string, name: string): string[] {
  const tag = new RegExp(`<(input|select|textarea)\\b[^>]*\\bname="${name}"[^>]*>`).exec(form)
  if (tag?.[1] === 'select') {
    const options = form.slice(tag.index).split('</select>')[0] ?? ''
    return [[...options.matchAll(/<option[^>]*value="([^"]+)"/g)].at(-1)?.[1] ?? '']
  }
  const type = /\btype="(\w+)"/.exec(tag?.[0] ?? '')?.[1]
  if (type === 'checkbox' || type === 'radio') return [/\bvalue="([^"]*)"/.exec(tag?.[0] ?? '')?.[1] ?? 'on']
  if (type === 'hidden') return ['']
  const byType: Record<string, string> = { date: '2026-12-20', time: '10:30', number: '3', url: 'https://www.example.org/said' }
  return [byType[type ?? ''] ?? 'Said before']
}

const marked = (html: string) => [...html.matchAll(/<[^>]*\bname="([^"]*)"[^>]*aria-invalid="true"/g)].map(([, name = '']) => name)

/** Fills in on the page what is empty there, as far as it is taken. */
async function fillIn(session: Session, action: string, form: string, names: readonly string[]): Promise<void> {
  const filled: Fields = new Map([...fieldsOf(form)].filter(([name]) => name !== 'as-shown'))
  for (const name of names) if (filled.has(name) && !filled.get(name)?.[0]) filled.set(name, sample(form, name))
  for (let go = 0; go < 4; go++) {
    const sent = Object.fromEntries([...filled].flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])))
    const answer = await session.post(action, sent)
    if (answer.status !== 422) return
    const shown = fieldsOf(form)
    for (const name of marked(await answer.text())) filled.set(name, shown.get(name) ?? [])
  }
}

/** What a program sends that says all that a form says. */
const asProgram = (fields: Fields, shape: z.ZodRawShape) =>
  Object.fromEntries(
    [...fields].flatMap(([name, values]) => {
      if (!(name in shape)) return []
      return [[name, values.length === 0 ? false : values.length > 1 ? values : values[0] === '' ? null : values[0]]]
    }),
  )

/** What a form says, but for the marks of its version. */
const said = (form: string) => [...fieldsOf(form)].filter(([name]) => !/^(?:as-shown|version|seen|revision|was)$/.test(name))

/** All rows there are, without what every change moves on. */
async function rowsNow(): Promise<Map<string, string[]>> {
  const { rows: tables } = await sql<{ name: string; moves: string[] }>`
    select c.table_name as name, array_agg(c.column_name::text) filter (where c.column_name ~ '(^id|_at|version|revision|sequence|_by)$') as moves
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.table_name !~ '^(search_|job|rate_window|session|journal|kysely|site_change|shown_change|api_token|file_text|outbox|letter)'
    group by c.table_name order by 1`.execute(world.db)
  const all = sql.join(
    tables.map(
      ({ name, moves }) => sql`select ${name}::text as name, (to_jsonb(t) - ${moves ?? []}::text[])::text as row from ${sql.table(name)} t`,
    ),
    sql` union all `,
  )
  const { rows } = await sql<{ name: string; row: string }>`${all}`.execute(world.db)
  return new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, all]) => [name, all.map(({ row }) => row)]))
}

/** Rows of before that are not there any more. */
async function goneSince(before: Map<string, string[]>): Promise<string[]> {
  const now = await rowsNow()
  return [...before].flatMap(([name, rows]) => {
    const left = new Map<string, number>()
    for (const row of now.get(name) ?? []) left.set(row, (left.get(row) ?? 0) + 1)
    return rows
      .filter((row) => {
        const count = left.get(row) ?? 0
        left.set(row, count - 1)
        return count <= 0
      })
      .map((row) => `${name} ${row}`)
  })
}

describe('what a program leaves out stays', () => {
  for (const { path, name, shape } of acts) {
    const kept = keeps(shape)
    if (kept.length === 0 || elsewhere.includes(name)) continue
    test(name, async () => {
      const row = access[`POST ${path}`]
      if (!row) throw new Error('It has no row in the access table.')
      await world.db.deleteFrom('rateWindow').execute()
      await row.renew?.(world)
      const action = row.path(world)
      const session = await world.as(people[roleOf(path)])
      const found = await findForm(session, name, action, kept)
      if (!found) throw new Error('No page has its form.')
      const needed = Object.keys(shape).filter((one) => !(shape[one] as z.ZodType).safeParse(undefined).success)
      await fillIn(session, action, found.form, [...kept, ...needed])
      const send = async (form: string, left: readonly string[]) => {
        const all = asProgram(fieldsOf(form), shape)
        for (const field of left) delete all[field]
        const answer = await session.ask('POST', `/api/v1/acts${action}`, all)
        expect([answer.status, answer.status === 200 ? '' : await answer.text()], `without ${left}`).toEqual([200, ''])
        return formAt(session, found.page, action, kept)
      }
      let form = await send(await formAt(session, found.page, action, kept), [])
      const [before, rows] = [said(form), await rowsNow()]
      for (const left of [...kept.filter((one) => fieldsOf(form).has(one)).map((one) => [one]), kept]) {
        form = await send(form, left)
        expect(said(form), `without ${left}`).toEqual(before)
      }
      expect(await goneSince(rows)).toEqual([])
    })
  }
})

// Forms that do not show what is there, and operations of the API.
const sent: [RoleName, string, Record<string, unknown>, string[]][] = [
  ['ada', 'POST /acts/organisations/2/stage', { productId: 1, stage: 'live' }, ['stage']],
  ['carla', 'POST /acts/requests/views?group=lectio', { name: 'Mine', query: '?kind=idea', shared: true }, ['query', 'shared']],
  [
    'carla',
    'POST /acts/topics?group=lectio',
    { name: 'T', description: 'D', ownerId: 1, closed: true, topicId: 1 },
    ['description', 'ownerId', 'closed'],
  ],
  ['carla', 'POST /acts/commitments/capacity', { productId: 1, year: 2026, points: 40, note: 'Agreed.' }, ['note']],
  [
    'carla',
    'POST /acts/show-and-tell/rollover-in-a-weekend/recording',
    { url: 'https://video.example/1', length: '21:40', chapters: '0:00 Why' },
    ['url', 'length', 'chapters'],
  ],
  ['carla', 'POST /acts/news/issues/1/items', { items: [1] }, ['items']],
  ['carla', 'POST /acts/news/a-draft/ready', { ready: true }, ['ready']],
  ['carla', 'POST /acts/reports/lectio-2026/publish', { public: true }, ['public']],
  [
    'ada',
    'PUT /organisations/2',
    { name: 'Susi’s', kind: 'institution', country: 'PT', website: 'https://susi.example', ror: '05gq02987', domains: ['susi.example'] },
    ['country', 'website', 'ror', 'domains'],
  ],
  ['carla', 'PUT /charter/drafts/2', { preamble: 'We agree.', note: 'First.' }, ['preamble', 'note']],
  [
    'carla',
    'PATCH /correspondence/lectio-coordinator/1',
    { state: 'waiting', ownerId: 1, answerBy: '2026-11-30', about: '/requests/1' },
    ['ownerId', 'answerBy', 'about'],
  ],
  ['carla', 'PUT /charter/measures/1', { kind: 'existence', subject: 'founding', graceDays: 3 }, ['graceDays']],
  ['carla', 'PUT /meetings/2026-12-10/answer', { answer: 'tentative', comment: 'From ten.' }, ['comment']],
  [
    'carla',
    'PUT /events/sister-conference-2026/answer',
    { answer: 'coming', fromOn: '2026-12-02', toOn: '2026-12-02', reason: 'By train.' },
    ['fromOn', 'toOn', 'reason'],
  ],
]

const answer = async (address: string, said: Record<string, unknown>) => {
  const sent = await (await world.as(world.maria)).ask('PUT', `/api/v1${address}/answer`, said)
  expect([sent.status, await sent.text()]).toEqual([204, ''])
}

describe('an answer', () => {
  test('to a date poll stays for each time that is not named; null takes one back, an empty list all of them', async () => {
    const slots = await world.db
      .selectFrom('datePollSlot')
      .innerJoin('datePoll', 'datePoll.id', 'pollId')
      .select('datePollSlot.id')
      .where('slug', '=', 'extra')
      .orderBy('datePollSlot.id')
      .execute()
    const [a = 0, b = 0] = slots.map(({ id }) => id)
    const said = async () => {
      const { personId } = world.maria
      const answers = await world.db.selectFrom('datePollAnswer').select(['slotId', 'answer']).where('personId', '=', personId).execute()
      const asked = await world.db.selectFrom('datePollInvitation').select('comment').where('personId', '=', personId).execute()
      return [answers.toSorted((x, y) => x.slotId - y.slotId).map(({ answer }) => answer), asked.at(-1)?.comment]
    }
    const one = [{ slotId: a, answer: 'yes' }]
    await answer('/polls/extra', { answers: [...one, { slotId: b, answer: 'maybe' }], comment: 'Before noon.' })
    expect(await said()).toEqual([['yes', 'maybe'], 'Before noon.'])
    await answer('/polls/extra', { answers: one })
    await answer('/polls/extra', {})
    expect(await said()).toEqual([['yes', 'maybe'], 'Before noon.'])
    await answer('/polls/extra', { answers: [{ slotId: a, answer: null }], comment: null })
    expect(await said()).toEqual([['maybe'], ''])
    await answer('/polls/extra', { answers: [], comment: 'Not at all.' })
    expect(await said()).toEqual([[], 'Not at all.'])
  })

  test('to an invitation, and to an event, loses what is sent empty', async () => {
    const { personId } = world.maria
    const own = async () => [
      await world.db
        .selectFrom('meetingInvitation')
        .select('comment')
        .where('personId', '=', personId)
        .where('comment', '!=', '')
        .execute(),
      await world.db
        .selectFrom('eventParticipation')
        .select(['fromOn', 'toOn', 'reason'])
        .where('personId', '=', personId)
        .executeTakeFirst(),
    ]
    const [day, event, meeting] = ['2026-12-02', '/events/sister-conference-2026', '/meetings/2026-12-10']
    await answer(meeting, { answer: 'accepted', comment: 'From ten.' })
    await answer(event, { answer: 'coming', fromOn: day, toOn: day, reason: 'By train.' })
    expect(await own()).toEqual([[{ comment: 'From ten.' }], { fromOn: day, toOn: day, reason: 'By train.' }])
    await answer(meeting, { answer: 'declined', comment: '' })
    await answer(event, { answer: 'coming', fromOn: null, toOn: null, reason: null })
    expect(await own()).toEqual([[], { fromOn: null, toOn: null, reason: '' }])
  })
})

describe('what is left out stays, of what is sent without a form', () => {
  beforeAll(async () => {
    const report = await world.db.selectFrom('report').select(['id', 'title']).where('slug', '=', 'lectio-2026').executeTakeFirstOrThrow()
    const edition = { reportId: report.id, number: 1, title: report.title, sections: '[]', figures: '{}', finalAt: world.clock.now }
    await world.db.insertInto('reportEdition').values(edition).execute()
    const draft = { title: 'A draft', text: 'T', language: 'en', visibility: 'group', embargoZone: 'UTC' }
    await (await world.as(world.carla)).ask('POST', '/api/v1/acts/news', draft)
    await world.db.updateTable('talkSpeaker').set({ consent: 'given' }).execute()
  })
  for (const [role, address, all, optional] of sent)
    test(address, async () => {
      const session = await world.as(people[role])
      const [method = '', path = ''] = address.split(' ')
      const send = async (left: readonly string[]) => {
        const body = Object.fromEntries(Object.entries(all).filter(([name]) => !left.includes(name)))
        const answer = await session.ask(method, `/api/v1${path}`, body)
        expect([answer.status < 300, answer.status < 300 ? '' : await answer.text()], `without ${left}`).toEqual([true, ''])
      }
      await send([])
      const rows = await rowsNow()
      for (const left of [...optional.map((one) => [one]), optional]) {
        await send(left)
        expect(await goneSince(rows), `without ${left}`).toEqual([])
      }
    })
})
