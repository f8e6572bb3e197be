import { sql } from 'kysely'
import type { Tx } from '../../lib/db/connect.ts'
import { type Document, forgetDocuments, indexDocuments } from '../../search/actions.ts'

interface Row {
  id: number
  title: string
  body: string
  at: Date
  hidden: boolean
}

const documentOf = (kind: 'person' | 'organisation', { id, title, body, at, hidden }: Row): Document => ({
  kind,
  subjectId: id,
  audience: kind === 'organisation' ? 'accounts' : hidden ? 'register' : 'people',
  at,
  author: '',
  title,
  body,
  // Names are found as they are written.
  language: 'und',
})

const atOnce = 500

/**
 * Makes people and organisations findable: by name, institution, roles and what somebody says of themselves; organisations by their names,
 * domains and country. What is there already as it should be is not written.
 * @param day whose roles and institutions count
 */
export async function indexPeople(tx: Tx, day: string): Promise<void> {
  const people = await sql<Row>`
    select p.id, p.name as title, p.created_at as at, not p.profile_shown as hidden, concat_ws(' ', p.about,
      (select string_agg(distinct o.name, ' ') from affiliation f join organisation o on o.id = f.organisation_id
        where f.person_id = p.id and (f.to_on is null or f.to_on >= ${day}::date)),
      (select string_agg(distinct replace(a.role::text, '_', ' ') || ' ' || coalesce(g.name, ''), ' ') from appointment a
        left join working_group g on g.id = a.group_id where a.person_id = p.id and a.role <> 'administrator'
          and a.from_on <= ${day}::date and (a.to_on is null or a.to_on >= ${day}::date))) as body
    from person p where p.erased_at is null order by p.id`.execute(tx)
  const organisations = await sql<Row>`
    select o.id, o.name as title, o.created_at as at, false as hidden, concat_ws(' ', replace(o.kind::text, '_', ' '), o.country, o.website,
      (select string_agg(d.domain, ' ') from organisation_domain d where d.organisation_id = o.id)) as body
    from organisation o order by o.id`.execute(tx)
  await replace(tx, 'person', people.rows)
  await replace(tx, 'organisation', organisations.rows)
}

async function replace(tx: Tx, kind: 'person' | 'organisation', rows: Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce)
    await indexDocuments(
      tx,
      rows.slice(at, at + atOnce).map((row) => documentOf(kind, row)),
    )
  const there = await tx.selectFrom('searchDocument').select('subjectId').where('kind', '=', kind).execute()
  const known = new Set(rows.map(({ id }) => id))
  await forgetDocuments(
    tx,
    kind,
    there.map(({ subjectId }) => subjectId).filter((id) => !known.has(id)),
  )
}
