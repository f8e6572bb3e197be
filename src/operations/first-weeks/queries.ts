import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { hasReceived } from '../../archive/queries.ts'
import { missing, NotFound } from '../../errors.ts'
import { listOpenGroups } from '../../groups/queries.ts'
import { type Db, orNoId } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { countInvited } from '../../list/queries.ts'
import { countPublishedOf } from '../../news/queries.ts'
import { hasSent } from '../../outbox/queries.ts'
import { countContractedFor, countVotingFor } from '../../people/queries.ts'
import {
  mayAdminister,
  mayAppoint,
  mayCollate,
  mayKeepDesk,
  mayKeepRegister,
  mayKeepSite,
  mayLead,
  mayReadDesk,
  mayWriteNews,
} from '../../policy.ts'
import { todayOf } from '../../time.ts'
import type { Waiting } from '../../waiting.ts'
import { isLeft, ofTheSite, type StepFacts, type StepKey, type StepState, stateOf, stepKeys, stepWords } from './rules.ts'
import { readSheets, type Sheet } from './sheets-queries.ts'
import { firstWeeksWaiting } from './waiting-words.ts'

const t = textsOf('operations', 'firstWeeks')

/** A step of a group as it stands. */
export interface Step {
  key: StepKey
  title: string
  why: string
  button: string
  /** The page that does it; none where it is another's work. */
  href: string | undefined
  facts: StepFacts
  sheet: Sheet
  state: StepState
  reason: string
  by: string | null
  at: Date | null
}

// Facts of a step, one after the other; what there is nothing of is not said.
const said = (...facts: (string | false)[]): string => facts.filter(Boolean).join(' · ')

interface Record {
  list: string | null
  messages: number
  imported: number
  quarantined: number
  members: number
  terms: number
  sheet: { filename: string } | null
  desk: { name: string; role: Role } | null
  letters: number
  documents: number
  requests: number
  skipped: number
  charter: number | null
  meeting: string | null
  meetings: number
  ballot: number | null
  addresses: number
  look: boolean
}

/** What the record says of a group's first weeks. */
async function readRecord(db: Db, groupId: number): Promise<Record> {
  const { rows } = await sql<Record>`select
    (select name from shared_list list where group_id = ${groupId} order by id limit 1) as list,
    (select count(*) from shared_message m join shared_list l on l.id = m.list_id where l.group_id = ${groupId}) as messages,
    (select coalesce(sum(case when i.undo_begun_at is null then i.imported + i.repaired else i.undo_left end), 0)::bigint from shared_mail_import i
      join shared_list l on l.id = i.list_id where l.group_id = ${groupId}) as imported,
    (select coalesce(sum(i.quarantined), 0)::bigint from shared_mail_import i join shared_list l on l.id = i.list_id
      where l.group_id = ${groupId} and i.undo_begun_at is null) as quarantined,
    (select count(*) from shared_subscription s join shared_list l on l.id = s.list_id where l.group_id = ${groupId} and s.ended_at is null) as members,
    (select count(*) from shared_appointment appointment where group_id = ${groupId} and role <> 'vendor_guest') as terms,
    (select json_build_object('filename', filename) from sheet_import
      where group_id = ${groupId} and kind = 'roster' and applied_at is not null and undone_at is null order by id desc limit 1) as sheet,
    (select json_build_object('name', name, 'role', role) from shared_role_address role_address where group_id = ${groupId} and closed_at is null order by (role = 'coordinator') desc, id limit 1) as desk,
    (select count(*) from shared_correspondence_mail c join shared_role_address a on a.id = c.address_id where a.group_id = ${groupId} and c.imported) as letters,
    (select count(*) from shared_document document where group_id = ${groupId}) as documents,
    (select coalesce(sum(taken), 0)::bigint from request_import where group_id = ${groupId} and undone_at is null) as requests,
    (select coalesce(sum(skipped), 0)::bigint from request_import where group_id = ${groupId} and undone_at is null) as skipped,
    (select max(number) from charter_version where group_id = ${groupId} and adopted_at is not null) as charter,
    (select m.slug from shared_meeting m join shared_meeting_host h on h.meeting_id = m.id where h.group_id = ${groupId} and m.state <> 'cancelled' order by m.starts_at limit 1) as meeting,
    (select count(*) from shared_meeting m join shared_meeting_host h on h.meeting_id = m.id where h.group_id = ${groupId} and m.state <> 'cancelled') as meetings,
    (select id from shared_ballot ballot where group_id = ${groupId} and rehearsal_of is null and state in ('open', 'closed', 'counted') order by id limit 1) as ballot,
    (select count(*) from shared_role_address role_address where group_id = ${groupId} and closed_at is null) as addresses,
    exists (select from site_look where name <> '' or accent <> '' or logo_id is not null) as look`.execute(db)
  if (!rows[0]) throw new NotFound(refusals.noSuchGroup)
  return rows[0]
}

type Facts = StepFacts & { href: string | undefined }
type Asked = { actor: Actor; group: { id: number; slug: string } }

/**
 * Where the old mailbox and the old requests are brought. Correspondence is read by those who hold the role, requests are brought by the
 * group that collates them: whoever else looks on is led nowhere.
 */
function waysOf({ desk }: Record, { actor, group: { id, slug } }: Asked) {
  const requests = mayCollate(actor, id) ? `/requests/import?group=${slug}` : undefined
  if (desk === null) return { requests, mailbox: mayKeepDesk(actor, { groupId: id, communityId: null }) ? '/role-addresses' : undefined }
  const reads = mayReadDesk(actor, { role: desk.role, groupId: id, communityId: null })
  return { requests, mailbox: reads ? `/correspondence/${desk.name}/imports` : undefined }
}

/** Settings and old messages are brought by administrators; who owns the list alone brings its people. */
function wayToImport(actor: Actor, list: string | null): string | undefined {
  if (mayAdminister(actor)) return list ? `/admin/import?list=${list}` : '/admin/import'
  return list ? `/lists/${list}/import` : undefined
}

/** What was brought from elsewhere. */
function broughtOf(record: Record, asked: Asked) {
  const { list } = record
  const { slug } = asked.group
  const { mailbox, requests } = waysOf(record, asked)
  return {
    list: {
      done:
        record.imported > 0
          ? said(
              t.done.list({ mails: record.imported, subscribers: record.members }),
              record.quarantined > 0 && t.done.notProcessed({ count: record.quarantined }),
            )
          : undefined,
      evidence: list ? `/lists/${list}/imports` : undefined,
      href: wayToImport(asked.actor, list),
    },
    roster: {
      // Whoever founded the group has a term from the start.
      done:
        record.sheet === null && record.terms < 2
          ? undefined
          : said(t.done.roster({ terms: record.terms }), record.sheet !== null && t.done.file({ filename: record.sheet.filename })),
      evidence: record.sheet === null ? `/roster/${slug}/edit` : `/roster/${slug}/import`,
      href: `/roster/${slug}/edit`,
    },
    mailbox: {
      done: record.letters > 0 ? t.done.mailbox({ letters: record.letters }) : undefined,
      evidence: record.desk === null ? undefined : mailbox,
      href: mailbox,
    },
    documents: {
      done: record.documents > 0 ? t.done.documents({ documents: record.documents }) : undefined,
      evidence: '/documents',
      href: `/documents/imports?group=${slug}`,
    },
    requests: {
      done:
        record.requests > 0
          ? said(t.done.requests({ requests: record.requests }), record.skipped > 0 && t.done.skippedRows({ count: record.skipped }))
          : undefined,
      evidence: requests,
      href: requests,
    },
  } satisfies Partial<{ [key in StepKey]: Facts }>
}

/** Mail that comes and goes: on a site of several groups the first has seen to it. */
async function emailOf(db: Db, actor: Actor): Promise<Facts> {
  if (!mayAdminister(actor) || !actor.soleGroup) return { done: undefined, href: undefined }
  const mails = (await hasReceived(db)) && (await hasSent(db))
  return { done: mails ? t.done.email : undefined, evidence: '/admin/doctor', href: '/admin/doctor' }
}

/** What the group needs before its work: who may vote, who is written to, how it looks, who is asked in. */
async function setOf(db: Db, record: Record, { actor, group }: Asked) {
  const [institutions, voting, news, invited] = await Promise.all([
    countContractedFor(db, group.id, todayOf(actor)),
    countVotingFor(db, group.id, todayOf(actor)),
    countPublishedOf(db, group.id),
    countInvited(db, group.id),
  ])
  const address = record.list && `/lists/${record.list}/invitations`
  return {
    email: await emailOf(db, actor),
    institutions: {
      done: institutions > 0 ? said(t.done.institutions({ institutions }), t.done.canVote({ n: voting })) : undefined,
      evidence: '/organisations',
      href: mayKeepRegister(actor) ? '/organisations' : undefined,
    },
    roles: {
      done: record.addresses > 0 ? t.done.roles({ addresses: record.addresses }) : undefined,
      evidence: '/role-addresses',
      href: mayKeepDesk(actor, { groupId: group.id, communityId: null }) ? '/role-addresses' : undefined,
    },
    look: { done: record.look ? t.done.look : undefined, evidence: '/', href: mayKeepSite(actor) ? '/site/look' : undefined },
    news: {
      done: news > 0 ? t.done.news({ news }) : undefined,
      evidence: '/news',
      href: mayWriteNews(actor, group.id) ? `/news/new?group=${group.slug}` : undefined,
    },
    invite: {
      done: invited > 0 ? t.done.invite({ invited }) : undefined,
      ...(address ? { evidence: address } : {}),
      href: address ?? undefined,
    },
  } satisfies Partial<{ [key in StepKey]: Facts }>
}

/** What was begun here. */
const begunOf = (record: Record, slug: string) =>
  ({
    charter: {
      done: record.charter === null ? undefined : t.done.charter({ version: record.charter }),
      evidence: record.charter === null ? undefined : `/groups/${slug}/charter/${record.charter}`,
      href: `/groups/${slug}/charter`,
    },
    meeting: {
      done: record.meetings > 0 ? t.done.meetings({ meetings: record.meetings }) : undefined,
      evidence: record.meeting ? `/meetings/${record.meeting}` : undefined,
      href: `/meetings/new?group=${slug}`,
    },
    ballot: {
      done: record.ballot === null ? undefined : t.done.ballot,
      evidence: record.ballot === null ? undefined : `/ballots/${record.ballot}`,
      href: `/cycles/new?group=${slug}`,
    },
  }) satisfies Partial<{ [key in StepKey]: Facts }>

/** What is done on another's page is undone there as well. */
const sheetFor = ({ undo, ...sheet }: Sheet = { counts: [] }, href: string | undefined): Sheet =>
  undo === undefined || href === undefined ? sheet : { ...sheet, undo }

/** Where the steps of a group are. */
export const firstWeeksPath = ({ slug }: { slug: string }): string => `/first-weeks?group=${slug}`

/** The steps of a group, each as the record says it. Who asks has made sure that they may be seen. */
async function listSteps(db: Db, actor: Actor, group: { id: number; slug: string }): Promise<Step[]> {
  const read = await readRecord(db, group.id)
  const sheets = await readSheets(db, group, actor.at)
  const asked = { actor, group }
  const facts: { [key in StepKey]: Facts } = { ...broughtOf(read, asked), ...(await setOf(db, read, asked)), ...begunOf(read, group.slug) }
  const settled = await db
    .selectFrom('firstStep')
    .leftJoin('sharedPerson as person', 'person.id', 'firstStep.personId')
    .select(['firstStep.step', 'firstStep.verdict', 'firstStep.reason', 'firstStep.at', 'person.name as by'])
    .where('groupId', '=', group.id)
    .execute()
  const asksFor = stepKeys.filter((key) => !ofTheSite.includes(key) || facts[key].href !== undefined)
  return asksFor.map((key) => {
    const verdict = settled.find((one) => one.step === key)
    const { href, ...found } = facts[key]
    return {
      key,
      ...stepWords[key],
      // What the button leads to takes messages from administrators alone.
      ...(key === 'list' && !mayAdminister(actor) ? { why: t.subscribersAlone } : {}),
      href,
      facts: found,
      sheet: sheetFor(sheets?.[key], href),
      state: stateOf(found, verdict?.verdict),
      reason: verdict?.reason ?? '',
      by: verdict?.by ?? null,
      at: verdict?.at ?? null,
    }
  })
}

/** The groups whose first weeks somebody sees to: those that they lead, and all for an administrator. */
async function listSeenTo(db: Db, actor: Actor) {
  const groups = (await listOpenGroups(db)).filter((group) => mayAppoint(actor, group.id))
  if (groups.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return groups
}

/**
 * The steps of all groups that somebody sees to.
 * @throws NotFound
 */
export const listFirstWeeks = async (db: Db, actor: Actor) =>
  Promise.all((await listSeenTo(db, actor)).map(async (group) => ({ group, steps: await listSteps(db, actor, group) })))

/**
 * The steps of a group that they see to, with the others; of the one that was founded last where none is named.
 * @throws NotFound
 */
export async function getFirstWeeks(db: Db, actor: Actor, slug?: string) {
  const groups = await listSeenTo(db, actor)
  const newest = Math.max(...groups.map(({ id }) => id))
  const group = groups.find((one) => (slug === undefined ? one.id === newest : one.slug === slug)) ?? missing(t.stepNotFound)
  return { groups, group, steps: await listSteps(db, actor, group) }
}

/**
 * One step of a group that they see to.
 * @throws NotFound
 */
export async function getStep(db: Db, actor: Actor, slug: string, key: string) {
  const { group, steps } = await getFirstWeeks(db, actor, slug)
  const step = steps.find((one) => one.key === key) ?? missing(t.stepNotFound)
  return { group, step }
}

// A group that is older is not in its first weeks, whatever it never did here.
const monthsLong = 6

/** What Today shows of the first weeks of groups that they lead: one line, until every step is settled. */
export async function listFirstWeeksWaiting(db: Db, actor: Actor): Promise<Waiting[]> {
  const led = actor.grants.flatMap(({ groupId }) => (groupId !== null && mayLead(actor, groupId) ? [groupId] : []))
  const young = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['id', 'slug', 'name'])
    .where('id', 'in', orNoId(led))
    .where('closedAt', 'is', null)
    .where('createdAt', '>', new Date(actor.at.getTime() - monthsLong * 30 * 86_400_000))
    .orderBy('id')
    .execute()
  const entries = await Promise.all(
    young.map(async (group) => {
      const left = (await listSteps(db, actor, group)).filter(({ state }) => isLeft(state))
      // What is to be done comes before what was done and waits for a look.
      const next = left.find(({ state }) => state === 'open') ?? left[0]
      return next
        ? [
            {
              ...firstWeeksWaiting(actor.locale).firstWeeks({ group: group.name, left: left.length, next: next.key }),
              href: firstWeeksPath(group),
            },
          ]
        : []
    }),
  )
  return entries.flat()
}
