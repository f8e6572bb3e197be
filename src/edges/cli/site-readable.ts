import { type Actor, program } from '../../actor.ts'
import type { Site } from '../../config.ts'
import { listGroups } from '../../groups/queries.ts'
import { exportRoster } from '../../groups/roster-import/queries.ts'
import type { SiteFile } from '../../imports/site-queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import { writeCsv } from '../../lib/sheet/write.ts'
import { feedOf } from '../../meetings/calendar.ts'
import { listAllMeetings } from '../../meetings/queries.ts'
import { exportRegister } from '../../people/register/queries.ts'

/** What other programs read: the calendar of all meetings, the register and the rosters as tables. */
export async function* readableFiles(db: Db, site: Site, now: Date): AsyncGenerator<SiteFile> {
  const actor: Actor = { ...program(now), via: 'cli', grants: [{ role: 'administrator', groupId: null, communityId: null }] }
  yield { name: 'meetings.ics', content: await feedOf(db, site, { name: 'Rapport', meetings: await listAllMeetings(db) }, actor) }
  const register = await exportRegister(db, actor)
  yield { name: 'register.csv', content: writeCsv(register.titles, register.rows) }
  for (const { id, slug } of await listGroups(db)) {
    const { titles, rows } = await exportRoster(db, actor, id)
    yield { name: `groups/${slug}/roster.csv`, content: writeCsv(titles, rows) }
  }
}
