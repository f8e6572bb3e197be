import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/connect.ts'
import { formatDay } from '../lib/ui/format.ts'
import { groupsOf, isHerself } from '../policy.ts'
import { oneByOne, type Waiting } from '../waiting.ts'
import { listMergesReady } from './merging-queries.ts'
import { listOpenSameHere } from './same-here/queries.ts'
import { listOpenQuestions } from './support/queries.ts'
import { requestsWaiting } from './today-waiting-words.ts'

/**
 * What waits for this person in their groups: messages that read like a user case, drafts, merges that can be carried out; and their own
 * drafts.
 */
export async function listRequestTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  const groups = actor.vendorSide ? [] : groupsOf(actor)
  const { rows } = await sql<{ suggestions: number; drafts: number; own: number; mine: number | null }>`
    select (select count(*) from case_suggestion s join list l on l.id = s.list_id where s.verdict = 'open' and l.group_id = any(${groups}::bigint[])
        and not exists (select from user_case_source u where u.message_id = s.message_id)) as suggestions,
      (select count(*) from user_case c where c.state = 'draft' and c.group_id = any(${groups}::bigint[])) as drafts,
      (select count(*) from user_case c where c.state <> 'withdrawn' and c.consent in ('unasked', 'asked') and c.author_id = ${actor.personId ?? 0}) as own,
      (select min(c.id) from user_case c where c.state <> 'withdrawn' and c.consent in ('unasked', 'asked') and c.author_id = ${actor.personId ?? 0}) as mine`.execute(
    db,
  )
  const { suggestions = 0, drafts = 0, own = 0, mine } = rows[0] ?? {}
  const merges = groups.length === 0 ? [] : await listMergesReady(db, groups, actor.at)
  const words = requestsWaiting(actor.locale)
  const asked = isHerself(actor) ? await listOpenQuestions(db, actor.personId) : []
  const same = isHerself(actor) ? await listOpenSameHere(db, actor) : []
  return [
    ...same.map(({ id, institution, title, requestId }) => ({
      ...words.sameHere({ institution, title }),
      href: `/requests/${requestId}`,
      question: { what: 'sameHere', id, normal: 'yes' } as const,
    })),
    ...asked.map(({ id, organisation, affirmation, request, requestId, sayer, closesOn }) =>
      request === null
        ? {
            ...words.affirm({
              institution: organisation,
              name: affirmation ?? '',
              day: formatDay({ locale: actor.locale }, closesOn ?? ''),
            }),
            href: '/requests',
            until: closesOn === null ? undefined : new Date(`${closesOn}T23:59:59Z`),
            primary: true,
            question: { what: 'affirm', id, normal: 'yes' } as const,
          }
        : {
            ...words.support({ institution: organisation, title: request, who: sayer }),
            href: `/requests/${requestId}`,
            primary: true,
            question: { what: 'support', id, normal: 'yes' } as const,
          },
    ),
    suggestions > 0 && { ...words.suggestions({ count: suggestions }), href: '/cases/queue' },
    drafts > 0 && { ...words.drafts({ count: drafts }), href: '/cases?state=draft' },
    ...oneByOne(
      merges,
      ({ id, source, target }) => ({
        ...words.merges({ count: 1, source, target }),
        href: `/merges/${id}`,
        question: { what: 'merge', id, normal: 'yes' } as const,
      }),
      (count) => ({ ...words.merges({ count, source: '', target: '' }), href: '/merges' }),
    ),
    own > 0 && { ...words.own({ count: own }), href: `/cases/${mine}` },
  ].filter((task) => task !== false)
}
