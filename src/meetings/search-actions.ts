import { textFilesFound } from '../files/queries.ts'
import { idsOf, type Tx } from '../lib/db/rows.ts'
import { formatDate, type Locale, locales } from '../lib/ui/format.ts'
import { wordsOf } from '../lib/ui/words.ts'
import { communityAudience } from '../policy.ts'
import { forgetDocuments, indexDocuments } from '../search/actions.ts'
import { findMeeting, hostIds } from './core/queries.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

/** Whose a meeting is: its first group, or its user group. */
function ownersOf({ hosts }: Pick<Found, 'hosts'>): { inside: string; groupId: number | undefined } {
  const { groupIds, communityIds } = hostIds(hosts)
  const [groupId] = groupIds
  return { groupId, inside: groupId === undefined ? communityAudience(communityIds[0] ?? 0, 'group') : `group:${groupId}` }
}

const common = { author: '', language: 'en' }

const minutesIn = wordsOf('meetings', 'minutes')

/** Its day, in a language. */
const dayOf = ({ zone, startsAt }: Pick<Found, 'zone' | 'startsAt'>, locale: Locale): string =>
  formatDate({ locale, zone, now: startsAt }, startsAt, 'full')

/** Lets a meeting that is planned or has been be found by its name, its day, who meets, and what of its agenda everybody may read. */
export async function indexMeeting(tx: Tx, id: number): Promise<void> {
  const meeting = await findMeeting(tx, id)
  if (!meeting || meeting.state === 'cancelled') return forgetDocuments(tx, 'meeting', [id])
  const items = await tx
    .selectFrom('agendaItem')
    .select(['title', 'note'])
    .where('meetingId', '=', id)
    .where('internal', '=', false)
    .where('state', 'not in', ['proposed', 'dropped'])
    .orderBy('position')
    .execute()
  const { inside, groupId } = ownersOf(meeting)
  await indexDocuments(tx, [
    {
      ...common,
      kind: 'meeting',
      subjectId: id,
      audience: meeting.public ? 'public' : inside,
      ...(groupId === undefined ? {} : { groupId }),
      at: meeting.startsAt,
      title: meeting.title,
      body: [dayOf(meeting, 'en'), meeting.hosts.map(({ name }) => name).join(', '), ...items.flatMap(({ title, note }) => [title, note])]
        .filter(Boolean)
        .join('\n\n'),
      also: locales.map((locale) => dayOf(meeting, locale)).join('\n\n'),
      markdown: true,
    },
  ])
}

/**
 * Lets approved minutes be found: what is public by everybody, what stays inside by those at the table alone.
 * @returns the group that they belong to
 */
export async function indexMinutes(tx: Tx, id: number, { text, publicText, inside }: { text: string; publicText: string; inside: string }) {
  const meeting = await findMeeting(tx, id)
  if (!meeting) return undefined
  const { groupId, inside: audience } = ownersOf(meeting)
  const document = {
    ...common,
    subjectId: id,
    ...(groupId === undefined ? {} : { groupId }),
    at: meeting.startsAt,
    title: meeting.title,
    markdown: true,
  }
  const lines = await tx.selectFrom('minuteLine').select('id').where('meetingId', '=', id).execute()
  const saying = async (body: string) => ({
    body,
    // All minutes of a series have one title: what they are looked for by is what was spoken of.
    heads: Array.from(body.matchAll(/^## (.+)$/gm), ([, head = '']) => head),
    // Whoever reads the words has the files that stand among them.
    files: await textFilesFound(
      tx,
      body,
      idsOf(lines).map((line) => `line:${line}`),
    ),
  })
  const open = meeting.public ? { audience: 'public', ...(await saying(publicText)) } : { audience, ...(await saying(text)) }
  // Whoever looks for minutes says that they are, and of which day.
  const also = locales.map((locale) => `${minutesIn(locale).heading}, ${dayOf(meeting, locale)}`).join('\n\n')
  await indexDocuments(tx, [
    { ...document, kind: 'minutes', also, ...open },
    ...(meeting.public && inside ? [{ ...document, kind: 'minutes-inside', audience, ...(await saying(inside)) }] : []),
  ])
  return groupId
}
