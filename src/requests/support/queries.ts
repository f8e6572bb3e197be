import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { ProductStage, SupportStrength } from '../../db/schema.ts'

export interface Supporter {
  organisationId: number
  organisation: string
  country: string | null
  students: number | null
  strength: SupportStrength
  reason: string
  since: Date
  affirmedAt: Date
  confirmedBy: string | null
  supportId: number
  /** The request that it was said of: this one, or one that is merged into it. */
  saidOfId: number
  stage: ProductStage | null
  voices: number
}

/** The institutions that stand behind a request and what is merged into it, the strongest first; each once. */
export async function listSupporters(db: Db, requestId: number): Promise<Supporter[]> {
  const { rows } = await sql<Supporter>`
    select s.organisation_id, o.name as organisation, o.country, o.students, s.strength, s.reason, s.since, s.affirmed_at, c.name as confirmed_by,
      s.support_id, s.said_of_id,
      (select u.stage from product_use u where u.organisation_id = o.id and u.product_id = g.product_id) as stage,
      (select count(*) from support_voice v where v.request_id = s.said_of_id and v.organisation_id = o.id and v.ended_at is null) as voices
    from request r join working_group g on g.id = r.group_id
    join standing_support s on s.family_id = r.root_id and s.request_id = r.id
    join organisation o on o.id = s.organisation_id left join person c on c.id = s.confirmed_by
    where r.id = ${requestId} order by s.strength, o.name, o.id`.execute(db)
  return rows
}
