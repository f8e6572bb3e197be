import { sendLetter } from '../../outbox/actions.ts'
import { findSiteName } from '../../outbox/queries.ts'
import { findEmailOf, findPerson } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { utcDay } from '../../time.ts'
import { findDeskHolders, findHolders } from '../queries.ts'
import { noteNotice } from './actions.ts'
import { seated, termEnds } from './mails.ts'
import { findTerm, listEnding } from './queries.ts'
import { announcedRoles, decideNotice, toldRoles } from './rules.ts'

/** Whoever holds a role from now on is told so; not for a term that is over, or still to come, or ended again meanwhile. */
export async function tellSeated({ appointmentId }: { appointmentId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const held = await findTerm(db, appointmentId, utcDay(now()))
  const role = toldRoles.find((one) => one === held?.role)
  const [person, email] = held ? await Promise.all([findPerson(db, held.personId), findEmailOf(db, held.personId)]) : []
  if (!held || !role || !person || !email) return
  const group = held.group ?? (await findSiteName(db))
  await write((tx) => sendLetter(tx, site, now(), seated({ ...person, email }, { ...held, role, group }, `${site.baseUrl}/today`)))
}

/** Announces terms that end in 90, 60 and 30 days to their holder and to those who lead the group, of a steering committee to its members; each notice once. */
export async function announceTerms(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  const today = utcDay(now())
  for (const ending of await listEnding(db, today)) {
    const days = decideNotice(ending, ending.sent, today)
    const role = announcedRoles.find((one) => one === ending.role)
    const { toOn, groupId, communityId } = ending
    if (days === undefined || role === undefined || toOn === null) continue
    const email = await findEmailOf(db, ending.personId)
    const holder = email ? [{ id: ending.personId, name: ending.name, locale: ending.locale, email }] : []
    const leaders =
      groupId === null
        ? await findDeskHolders(db, { role: 'steering', groupId, communityId }, now())
        : await findHolders(db, groupId, ['coordinator', 'deputy'], now())
    const recipients = new Map([...leaders, ...holder].map((one) => [one.id, one]))
    await write(async (tx) => {
      if (!(await noteNotice(tx, now(), { id: ending.id, toOn }, days))) return
      for (const to of recipients.values())
        await sendLetter(tx, site, now(), termEnds(to, { ...ending, role, toOn }, `${site.baseUrl}/roster`))
    })
  }
}
