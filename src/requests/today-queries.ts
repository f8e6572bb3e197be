import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { groupsOf, isHerself } from '../policy.ts'
import { oneByOne, type Waiting } from '../waiting.ts'
import { listMergesReady } from './merging-queries.ts'
import { listOpenSameHere } from './same-here/queries.ts'
import { listOpenQuestions } from './support/queries.ts'
import { requestsWaiting } from './today-waiting-words.ts'

/** How many messages read like a user case, and how many drafts of cases wait, group by group. */
const countWaiting = async (db: Db, groups: readonly number[]) =>
  (
    await sql<{ id: number; slug: string; name: string; suggestions: number; drafts: number }>`
      select g.id, g.slug, g.name,
        (select count(*) from case_suggestion s join shared_list l on l.id = s.list_id where s.verdict = 'open' and l.group_id = g.id
          and not exists (select from user_case_source u where u.message_id = s.message_id)) as suggestions,
        (select count(*) from user_case c where c.state = 'draft' and c.group_id = g.id) as drafts
      from shared_working_group g where g.id = any(${groups}::bigint[]) order by g.id`.execute(db)
  ).rows

/**
 * What waits for this person in their groups: messages that read like a user case, drafts, merges that can be carried out; and their own
 * drafts.
 */
export async function listRequestTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  const groups = actor.vendorSide ? [] : groupsOf(actor)
  const waiting = groups.length === 0 ? [] : await countWaiting(db, groups)
  const { rows } = await sql<{ own: number; mine: number | null }>`select count(*) as own, min(c.id) as mine from user_case c
    where c.state <> 'withdrawn' and c.consent in ('unasked', 'asked') and c.author_id = ${actor.personId ?? 0}`.execute(db)
  const { own = 0, mine } = rows[0] ?? {}
  const merges = groups.length === 0 ? [] : await listMergesReady(db, groups, actor.at)
  const words = requestsWaiting(actor.locale)
  // Of several groups each leads to its own.
  const told = (one: Waiting, { slug, name }: { slug: string; name: string }): Waiting =>
    groups.length < 2
      ? one
      : {
          ...one,
          whose: name,
          href: `${one.href}${one.href.includes('?') ? '&' : '?'}group=${slug}`,
        }
  const asked = isHerself(actor) ? await listOpenQuestions(db, actor.personId, actor.at) : []
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
            ...words.affirm({ institution: organisation, name: affirmation ?? '' }),
            href: `/support/questions/${id}`,
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
    ...waiting.flatMap(({ suggestions, ...group }) =>
      suggestions > 0 ? told({ ...words.suggestions({ count: suggestions }), href: '/cases/queue' }, group) : [],
    ),
    ...waiting.flatMap(({ drafts, ...group }) =>
      drafts > 0 ? told({ ...words.drafts({ count: drafts }), href: '/cases?state=draft' }, group) : [],
    ),
    ...waiting.flatMap((group) =>
      oneByOne(
        merges.filter(({ groupId }) => groupId === group.id),
        ({ id, source, target }) => ({
          ...words.merges({ count: 1, source, target }),
          href: `/merges/${id}`,
          whose: group.name,
          question: { what: 'merge', id, normal: 'yes' } as const,
        }),
        (count) => told({ ...words.merges({ count, source: '', target: '' }), href: '/merges' }, group),
      ),
    ),
    own > 0 && { ...words.own({ count: own }), href: `/cases/${mine}` },
  ].filter((task) => task !== false)
}
