import { type Db, idsOf } from '../../lib/db/rows.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { listReadable, listSpeakers } from '../../requests/queries.ts'
import type { TaskContext } from '../../task.ts'
import { utcDay } from '../../time.ts'
import { findReader } from '../core/queries.ts'
import { noteTold } from './touched-actions.ts'
import { type ForInstitution, releaseTouches } from './touched-mails.ts'
import { findReleaseToTell, listTouchedBy } from './touched-queries.ts'
import { type Touched, testsFirst } from './touched-rules.ts'

/** Who speaks for an institution hears what a release touches of it: each person one letter for all institutions that are theirs. */
export async function tellOfRelease({ releaseId }: { releaseId: number }, context: TaskContext): Promise<void> {
  const { db, write, site, now } = context
  const release = await findReleaseToTell(db, releaseId)
  if (!release) return
  const byPerson = new Map<number, Touched[]>()
  for (const one of await listTouchedBy(db, release, now()))
    for (const personId of await listSpeakers(db, one.organisationId, undefined, now()))
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), one])
  const before = release.onDay === null || release.onDay > utcDay(now())
  for (const [personId, theirs] of byPerson) {
    const reader = await findReader(db, personId, now())
    if (!reader) continue
    const readable = await readableOf(db, reader.actor, theirs)
    await write(async (tx) => {
      const fresh: ForInstitution[] = []
      for (const one of theirs)
        if (await noteTold(tx, releaseId, one.organisationId, personId, now()))
          fresh.push({ ...one, ...readable(one), tests: before && testsFirst(one) })
      if (fresh.length === 0) return
      const told = { ...release, comesOn: release.onDay, before, baseUrl: site.baseUrl }
      await sendLetter(tx, site, now(), releaseTouches(reader.to, told, fresh))
    })
  }
}

/** What of an institution's requests a person may read: the others are not named to them. */
async function readableOf(db: Db, reader: Parameters<typeof listReadable>[1], touched: Touched[]) {
  const ids = touched.flatMap(({ requests, concerns }) => idsOf([...requests, ...concerns]))
  const readable = new Set(await listReadable(db, reader, ids))
  return ({ requests, concerns }: Touched) => ({
    requests: requests.filter(({ id }) => readable.has(id)),
    concerns: concerns.filter(({ id }) => readable.has(id)),
  })
}
