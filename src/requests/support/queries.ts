import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Db, findRow, idsOf, orNoId } from '../../lib/db/rows.ts'
import type { ProductStage, RequestStage, SupportStrength } from '../../lib/db/schema.ts'
import type { Supported } from '../../offers.ts'
import { listOrganisationsOf, listReferents } from '../../people/queries.ts'
import { utcDay } from '../../time.ts'
import { titlesFor } from '../asked-queries.ts'
import { readsSupport, visibleTo } from '../core/queries.ts'
import { openStages, stageNames } from '../core/rules.ts'
import { strengthNames } from './rules.ts'

interface Supporter {
  organisationId: number
  organisation: string
  country: string | null
  peopleServed: number | null
  strength: SupportStrength
  reason: string
  since: Date
  affirmedAt: Date
  confirmedBy: string | null
  /** The request that it was said of: this one, or one that is merged into it. */
  saidOfId: number
  stage: ProductStage | null
  voices: number
}

/** The institutions that stand behind a request and what is merged into it, the strongest first; each once. */
export async function listSupporters(db: Db, requestId: number): Promise<Supporter[]> {
  const { rows } = await sql<Supporter>`
    select s.organisation_id, o.name as organisation, o.country, o.people_served, s.strength, s.reason, s.since, s.affirmed_at, c.name as confirmed_by,
      s.said_of_id, (select u.stage from product_use u where u.organisation_id = o.id and u.product_id = g.product_id) as stage,
      (select count(*) from support_voice v where v.request_id = s.said_of_id and v.organisation_id = o.id and v.ended_at is null) as voices
    from request r join shared_working_group g on g.id = r.group_id
    join standing_support s on s.family_id = r.root_id and s.request_id = r.id
    join shared_organisation o on o.id = s.organisation_id left join shared_person c on c.id = s.confirmed_by
    where r.id = ${requestId} order by s.strength, o.name, o.id`.execute(db)
  return rows
}

/** The institutions that somebody speaks for today: where they work, and those they are referent of. */
export async function listInstitutionsOf(db: Db, personId: number, on: Date) {
  const ids = await listOrganisationsOf(db, personId, on)
  return db
    .selectFrom('sharedOrganisation as organisation')
    .select(['id', 'name'])
    .where('id', 'in', orNoId(ids))
    .where('kind', '=', 'institution')
    .orderBy('name')
    .execute()
}

const questions = (db: Db) =>
  db
    .selectFrom('supportQuestion')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'supportQuestion.organisationId')
    .leftJoin('affirmation', 'affirmation.id', 'supportQuestion.affirmationId')
    .leftJoin('support', 'support.id', 'supportQuestion.supportId')
    .leftJoin('request', 'request.id', 'support.requestId')
    .leftJoin('sharedPerson as sayer', 'sayer.id', 'support.saidBy')
    .select(['supportQuestion.id', 'organisation.name as organisation', 'affirmation.name as affirmation'])
    .select(['affirmation.closesOn', 'request.id as requestId', 'request.title as request', 'sayer.name as sayer'])

/** A question of a letter, with what it is about. */
export const findQuestion = (db: Db, id: number) =>
  questions(db)
    .selectAll('supportQuestion')
    .select(['affirmation.closedAt', 'affirmation.groupId as affirmationGroupId'])
    .select(['support.state', 'support.strength', 'support.reason'])
    .where('supportQuestion.id', '=', id)
    .executeTakeFirst()

/** Questions about their institution's support that somebody has not answered and still may: those of institutions they speak for today. */
export async function listOpenQuestions(db: Db, personId: number, on: Date) {
  const asked = await questions(db)
    .select(['supportQuestion.organisationId', 'supportQuestion.supportId'])
    .where('supportQuestion.personId', '=', personId)
    .where('supportQuestion.answeredAt', 'is', null)
    .where((e) =>
      e.or([e.and([e('affirmation.id', 'is not', null), e('affirmation.closedAt', 'is', null)]), e('support.state', '=', 'proposed')]),
    )
    .orderBy('supportQuestion.id')
    .execute()
  const open: typeof asked = []
  for (const one of asked) if (await mayAnswer(db, personId, one, on)) open.push(one)
  // As their letters say it: what they speak for may be about what they do not read.
  const about = open.flatMap(({ requestId: id, request: title }) => (id === null || title === null ? [] : [{ id, title }]))
  const titles = await titlesFor(db, personId, about, on)
  return open.map((one) => ({ ...one, request: one.requestId === null ? null : (titles.get(one.requestId) ?? '') }))
}

/** What an institution says anew is said by who speaks for it; what its people say is confirmed by its referents alone. */
async function mayAnswer(
  db: Db,
  personId: number,
  { organisationId, supportId }: { organisationId: number; supportId: number | null },
  on: Date,
): Promise<boolean> {
  const speakers =
    supportId === null ? await listSpeakers(db, organisationId, undefined, on) : idsOf(await listReferents(db, [organisationId], on))
  return speakers.includes(personId)
}

/** What stands in a group, of requests that still ask for something. */
const standing = (db: Db, groupId: number) =>
  db
    .selectFrom('support')
    .innerJoin('request', 'request.id', 'support.requestId')
    .where('request.groupId', '=', groupId)
    .where('support.state', '=', 'standing')
    .where('request.stage', 'not in', ['accepted', 'set_aside'])

/** What an institution stands behind in a group, of requests that still ask for something. */
export const listSupportOf = (db: Db, groupId: number, organisationId: number) =>
  standing(db, groupId)
    .select(['support.id', 'support.strength', 'support.affirmationId', 'request.id as requestId', 'request.title'])
    .where('support.organisationId', '=', organisationId)
    .orderBy('support.strength')
    .orderBy('request.id')
    .execute()

/** The institutions that support something in a group, for who reads that there. */
export const listSupporting = (db: Db, groupId: number) =>
  db
    .selectFrom('sharedOrganisation as organisation')
    .select(['organisation.id', 'organisation.name'])
    .where(sql<boolean>`organisation.id in (select s.organisation_id from support s join request r on r.id = s.request_id
      where r.group_id = ${groupId} and s.state = 'standing' and s.strength <> 'not_for_us')`)
    .orderBy('organisation.name')
    .execute()

/** How many of each group are shown where an institution's stand beside other things. */
const mostSupported = 6

/** What an institution supports, by group, as far as this person reads it: the first few and how many, what is open first, of that the strongest. */
export async function listSupported(db: Db, actor: Actor, organisationId: number): Promise<Supported[]> {
  const { rows } = await sql<{
    id: number
    title: string
    stage: RequestStage
    strength: SupportStrength
    slug: string
    name: string
    count: number
  }>`
    select * from (
      select request.id, request.title, request.stage, s.strength, g.slug, g.name, count(*) over of_group as count,
        row_number() over (of_group order by request.stage = any(${[...openStages]}::request_stage[]) desc, s.strength, request.id desc) as place
      from request join standing_support s on s.request_id = request.id join shared_working_group g on g.id = request.group_id
      where s.organisation_id = ${organisationId} and s.strength <> 'not_for_us' and ${visibleTo(actor, 'request')} and ${readsSupport(actor)}
      window of_group as (partition by request.group_id)
    ) supported where place <= ${mostSupported} order by name, slug, place`.execute(db)
  return [...Map.groupBy(rows, ({ slug }) => slug)].flatMap(([slug, [first, ...others]]) =>
    first === undefined
      ? []
      : [
          {
            group: first.name,
            count: first.count,
            href: `/requests?${new URLSearchParams({ group: slug, institution: String(organisationId) })}`,
            requests: [first, ...others].map(({ id, title, stage, strength }) => ({
              title,
              href: `/requests/${id}`,
              strength: strengthNames[strength],
              stage: stageNames[stage],
            })),
          },
        ],
  )
}

/** Institutions with support to affirm in a group. */
export const listAffirming = (db: Db, groupId: number, before: Date) =>
  standing(db, groupId)
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'support.organisationId')
    .select(['organisation.id', 'organisation.name'])
    .distinct()
    .where('support.affirmedAt', '<', before)
    .orderBy('organisation.name')
    .execute()

/** Who speaks for an institution in letters: its referents, else those who work there and raised their voice. */
export async function listSpeakers(db: Db, organisationId: number, requestId: number | undefined, on: Date) {
  const referents = idsOf(await listReferents(db, [organisationId], on))
  if (referents.length > 0) return referents
  const rows = await db
    .selectFrom('supportVoice')
    .select('personId')
    .distinct()
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .where(sql<boolean>`exists (select from shared_affiliation a where a.person_id = support_voice.person_id and a.organisation_id = support_voice.organisation_id
      and a.suspended_at is null and (a.to_on is null or a.to_on >= ${utcDay(on)}::date))`)
    .$if(requestId !== undefined, (query) => query.where('requestId', '=', requestId ?? 0))
    .execute()
  return rows.map(({ personId }) => personId)
}

/** A person as a letter needs them; undefined for who has no address. */
export async function findRecipient(db: Db, personId: number) {
  return db
    .selectFrom('sharedPerson as person')
    .innerJoin('sharedAddress as address', 'address.personId', 'person.id')
    .select(['person.id as personId', 'person.name', 'person.locale', 'address.email'])
    .select(sql<string>`coalesce(person.zone, home_zone('{}'))`.as('zone'))
    .where('person.id', '=', personId)
    .where('person.erasedAt', 'is', null)
    .orderBy(sql`address.verified_at is null`)
    .orderBy('address.id')
    .executeTakeFirst()
}

/** What this person has said of a request, and what their institutions say. */
export async function findOwnVoice(db: Db, requestId: number, personId: number) {
  return findRow(db.selectFrom('supportVoice'), { requestId, personId, endedAt: null }, ['strength', 'reason', 'organisationId'])
}

/** Support that waits for its referent, or is history, for the request's page. */
export const listOtherSupport = (db: Db, requestId: number) =>
  db
    .selectFrom('support')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'support.organisationId')
    .select(['organisation.name as organisation', 'support.strength', 'support.state'])
    .where('requestId', '=', requestId)
    .where('state', 'in', ['proposed', 'history'])
    .orderBy('support.since', 'desc')
    .execute()

/** How many institutions stood behind a request at the end of each month since it began, and how many said "must". */
export async function countSupportOverTime(db: Db, requestId: number, rootId: number, until: Date) {
  const { rows } = await sql<{ month: string; supporters: number; musts: number }>`
    with spans as (
      select s.organisation_id, s.strength, s.since, s.ended_at from support s join request r on r.id = s.request_id
      where r.root_id = ${rootId} and (r.id = ${requestId} or ${requestId} = ${rootId}) and s.state <> 'proposed' and s.strength <> 'not_for_us'
    ), bounds as (select date_trunc('month', min(since)) as first from spans)
    select to_char(m, 'YYYY-MM') as month,
      (select count(distinct organisation_id) from spans where since < m + interval '1 month' and (ended_at is null or ended_at >= m + interval '1 month')) as supporters,
      (select count(distinct organisation_id) from spans where strength = 'must' and since < m + interval '1 month' and (ended_at is null or ended_at >= m + interval '1 month')) as musts
    from bounds, generate_series(greatest(first, date_trunc('month', ${until}::timestamptz) - interval '59 months'), date_trunc('month', ${until}::timestamptz), interval '1 month') m
    order by m`.execute(db)
  return rows
}

/** The consortia that institutions belong to on a day. */
export async function listConsortia(db: Db, organisationIds: number[], on: Date): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('belonging')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'belonging.parentId')
    .select(['belonging.organisationId as id', 'organisation.name'])
    .where('belonging.organisationId', 'in', orNoId(organisationIds))
    .where('organisation.kind', '=', 'consortium')
    .where(sql<boolean>`${on}::date between coalesce(belonging.from_on, '-infinity') and coalesce(belonging.to_on, 'infinity')`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** A word of an institution by id, with the request that it is about. */
export const findSupport = (db: Db, supportId: number) =>
  db
    .selectFrom('support')
    .innerJoin('request', 'request.id', 'support.requestId')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'support.organisationId')
    .select(['support.state', 'support.strength', 'support.reason', 'support.organisationId', 'support.requestId'])
    .select(['request.groupId', 'request.title', 'organisation.name as organisation'])
    .where('support.id', '=', supportId)
    .executeTakeFirst()

/** A time in which support is affirmed anew, by id. */
export const findAffirmation = (db: Db, id: number) => db.selectFrom('affirmation').selectAll().where('id', '=', id).executeTakeFirst()

/** The affirmations of a group, newest first, with how many were asked and have answered. */
export const listAffirmations = (db: Db, groupId: number) =>
  db
    .selectFrom('affirmation')
    .leftJoin('supportQuestion', 'supportQuestion.affirmationId', 'affirmation.id')
    .selectAll('affirmation')
    .select(sql<number>`count(distinct organisation_id)`.as('asked'))
    .select(sql<number>`count(distinct organisation_id) filter (where answered_at is not null)`.as('answered'))
    .where('groupId', '=', groupId)
    .groupBy('affirmation.id')
    .orderBy('openedAt', 'desc')
    .execute()
