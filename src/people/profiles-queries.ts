import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { containing } from '../lib/db/like.ts'
import { type Db, readPage } from '../lib/db/rows.ts'
import type { Role } from '../lib/db/schema.ts'
import { statement } from '../lib/db/statement.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayKeepRegister, mayMeetPeople } from '../policy.ts'
import { todayOf } from '../time.ts'
import { listAffiliationsOf, listServiceOf } from './affiliations/queries.ts'

const t = textsOf('people', 'profiles')

export interface PeopleFilter {
  search?: string
  role?: Role
  /** Only those who are on a list today. */
  subscribed?: boolean
}

/**
 * The people of the site by name, a page at a time; for those who keep the register.
 * @throws NotFound to others
 */
export async function listPeople(db: Db, actor: Actor, { search, role, subscribed }: PeopleFilter = {}, { page = 1, limit = 50 } = {}) {
  if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const day = todayOf(actor)
  let base = db.selectFrom('person').where('person.erasedAt', 'is', null)
  if (search)
    base = base.where(
      sql<boolean>`(unaccent(lower(person.name)) like unaccent(${containing(search)})
        or exists (select from address a where a.person_id = person.id and a.email like ${containing(search)})
        or person.id in (select a.person_id from affiliation a join organisation o on o.id = a.organisation_id
          where a.to_on is null and unaccent(lower(o.name)) like unaccent(${containing(search)})))`,
    )
  if (role)
    base = base.where(
      sql<boolean>`person.id in (select p.person_id from shared_appointment p where p.role = ${role}::role
        and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date))`,
    )
  if (subscribed) base = base.where(sql<boolean>`person.id in (select s.person_id from shared_subscription s where s.ended_at is null)`)
  const { rows: people, ...counts } = await readPage(
    base
      .select(['person.id', 'person.name'])
      .select(
        sql<string | null>`(select o.name from affiliation a join organisation o on o.id = a.organisation_id
        where a.person_id = person.id and a.to_on is null order by a.id desc limit 1)`.as('organisation'),
      )
      .select(
        sql<string[]>`array(select distinct p.role::text from shared_appointment p where p.person_id = person.id
        and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date))`.as('roles'),
      )
      .select(
        sql<number>`(select count(*)::int from shared_subscription s where s.person_id = person.id and s.ended_at is null)`.as('lists'),
      )
      .orderBy('person.name')
      .orderBy('person.id'),
    { page, limit },
  )
  return { people, ...counts }
}

interface Asking {
  ids: readonly number[]
  self: number
  keeps: boolean
  meets: boolean
}

const named = statement((db, { ids, self, keeps, meets }: Asking) =>
  db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids}::bigint[])`)
    .where('erasedAt', 'is', null)
    .where('name', '<>', '')
    .where(sql<boolean>`(${keeps}::boolean or id = ${self}::bigint or (${meets}::boolean and profile_shown))`)
    .orderBy('name'),
)

/** Those of some people whose profile this person may open, by name. */
export async function listNamed(db: Db, actor: Actor, ids: readonly number[]): Promise<{ id: number; name: string }[]> {
  if (ids.length === 0) return []
  return named(db, { ids, self: actor.personId ?? 0, keeps: mayKeepRegister(actor), meets: mayMeetPeople(actor) })
}

/**
 * One person as others who belong to a list or a group may see them: name, institution, roles and what they say of themselves; no address.
 * Who shows no profile is seen by themselves and by those who keep the register alone.
 * @throws NotFound
 */
export async function getProfile(db: Db, actor: Actor, id: number) {
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'about', 'profileShown', 'worksFrom', 'worksTo'])
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
  const own = person !== undefined && person.id === actor.personId
  const seen = own || mayKeepRegister(actor) || (mayMeetPeople(actor) && person?.profileShown === true)
  if (!person || !seen) throw new NotFound(t.personNotFound)
  const [service, affiliations] = await Promise.all([listServiceOf(db, id), listAffiliationsOf(db, id)])
  const day = todayOf(actor)
  return {
    ...person,
    own,
    // The site's administration is nobody's service to a group.
    service: service.filter((one) => one.role !== 'administrator' || own),
    affiliations: affiliations.filter((one) => own || one.toOn === null || one.toOn >= day),
  }
}
