import { program } from '../../../actor.ts'
import { packRaw, storeMessages, storeRaws } from '../../../archive/actions.ts'
import { type Arrival, keepMails } from '../../../archive/inbound-actions.ts'
import type { Ground } from '../../../ground.ts'
import { appoint, foundGroup } from '../../../groups/actions.ts'
import { listGroups } from '../../../groups/queries.ts'
import { chainJournal } from '../../../journal/actions.ts'
import { withoutWaiting } from '../../../lib/db/connect.ts'
import { enqueue } from '../../../lib/db/enqueue.ts'
import { insertRow, type Tx } from '../../../lib/db/rows.ts'
import { readMessage } from '../../../lib/mail/parse.ts'
import { pluck } from '../../../lib/pluck.ts'
import { openList, subscribe } from '../../../list/actions.ts'
import { digestsNow } from '../../../list/digests/jobs.ts'
import { findListsByName, findWriters } from '../../../list/queries.ts'
import { addOrganisation, affiliate, ensurePerson } from '../../../people/actions.ts'
import { toMessage } from '../../mailroom/digest.ts'
import { sortMails } from '../../mailroom/jobs.ts'
import { loadBallots } from './ballots.ts'
import { loadCharter } from './charter.ts'
import { loadDocuments } from './documents.ts'
import { loadEvents } from './events.ts'
import { lifeMails, loadModeration, loadWishes } from './list-life.ts'
import { loadMeetings } from './meetings.ts'
import { type DemoMail, groupMails, listMails, strangeMails } from './messages.ts'
import { loadNews } from './news.ts'
import { lettersToCoordinator, loadOffice } from './office.ts'
import { institutions, people } from './people.ts'
import { loadApplicants, loadRegister } from './register.ts'
import { loadReports } from './reports.ts'
import { loadRequests } from './requests.ts'
import { loadSite } from './site.ts'
import { loadTalks } from './talks.ts'
import { loadParked, loadUndelivered } from './undelivered.ts'
import { loadVendor } from './vendor.ts'
import { loadWaysIn } from './ways-in.ts'
import { loadWebhooks } from './webhooks.ts'

const batch = 100
const hour = 3_600_000
/** The day on which the site begins: before the first of what was said in three years. */
const openingOf = (now: Date) => new Date(now.getTime() - 1_100 * 24 * hour)

/** Founds the group with its lists and people before the first of their mails; they have joined one after another. */
async function loadPeople(tx: Tx, now: Date): Promise<void> {
  const actor = { ...program(openingOf(now)), via: 'cli' as const }
  // Its members are libraries of universities; what is founded after it begins with the same settings.
  await insertRow(tx.insertInto('community'), {
    slug: 'lsui',
    name: 'Library Systems Users International',
    memberNoun: 'library',
    usesDirectories: true,
    checksStudents: true,
  })
  const { groupId, communityId } = await foundGroup(tx, actor, {
    community: { slug: 'lsui', name: 'Library Systems Users International' },
    vendor: 'Quillon',
    product: 'Lectio',
    group: {
      slug: 'lectio',
      name: 'Lectio Working Group',
      tagline: 'Libraries that use Lectio, speaking with one voice',
      foundedOn: '2016-09-01',
    },
  })
  const listId = await openList(tx, actor, {
    groupId,
    communityIds: [communityId],
    name: 'lectio-l',
    title: 'Lectio-L',
    description: 'For everyone who works with Lectio reading lists: ask, answer, share what works.',
    archive: 'public',
    joinPolicy: 'vetted',
  })
  const groupListId = await openList(tx, actor, {
    groupId,
    communityIds: [communityId],
    name: 'lectio-wg',
    title: 'Lectio-WG',
    description: 'The working group among itself: chores, drafts, people.',
    archive: 'group',
    joinPolicy: 'closed',
  })
  const organisationIds = new Map<string, number>()
  for (const institution of institutions)
    organisationIds.set(institution.name, await addOrganisation(tx, actor, { ...institution, kind: 'institution' }))
  for (const [place, person] of people.entries()) {
    const { personId, addressId } = await ensurePerson(tx, actor, { ...person, verified: true })
    const organisationId = organisationIds.get(person.institution)
    if (organisationId !== undefined) await affiliate(tx, actor, { personId, organisationId, fromOn: '2022-01-01' })
    if (person.role) await appoint(tx, actor, { personId, groupId, ...person.role })
    if (person.administrator) await appoint(tx, actor, { personId, role: 'administrator', fromOn: '2022-01-01' })
    const joined = { ...actor, at: new Date(now.getTime() - (1_095 - place * 24) * 24 * hour) }
    await subscribe(tx, joined, { listId, groupId, personId, addressId })
    if (person.role) await subscribe(tx, joined, { listId: groupListId, groupId, personId, addressId })
  }
}

/** Archives what was said before, as an import does: nobody gets a copy of it again. */
async function archive({ context }: Ground, name: string, mails: DemoMail[]): Promise<void> {
  for (let at = 0; at < mails.length; at += batch) {
    const part = mails.slice(at, at + batch)
    await context.write(async (tx) => {
      const [list] = await findListsByName(tx, [name])
      if (!list) throw new Error(`The demo has no list ${name}`)
      const rawIds = await storeRaws(tx, await Promise.all(part.map(({ raw }) => packRaw(raw))))
      const writers = await findWriters(tx, list.id, pluck(part, 'from'))
      const messages = part.map(({ raw, at: receivedAt, from }, i) =>
        toMessage({ raw, rawId: rawIds[i] as number, receivedAt, via: 'cli' }, readMessage(raw), writers.get(from)?.personId ?? null),
      )
      await storeMessages(tx, list, messages)
    })
  }
}

/** The same ground, where a commit does not wait for the disk: the last one, which does, brings all before it there. */
const inHaste = ({ context, ...ground }: Ground): Ground => ({ ...ground, context: { ...context, write: withoutWaiting(context.write) } })

/**
 * Loads the demo group: its people, what they said in three years, and the newest thread and what is held by the way of every
 * mail. Nobody outside is written to: there is no relay.
 */
export async function loadDemo(given: Ground): Promise<void> {
  const ground = inHaste(given)
  const { context } = ground
  const { mailDomain } = context.site
  const now = context.now()
  await context.write((tx) => loadPeople(tx, now))
  await context.write((tx) => loadRegister(tx, openingOf(now)))
  const mails = listMails(now, mailDomain)
  const isOld = (mail: DemoMail) => now.getTime() - mail.at.getTime() > 36 * hour
  await archive(ground, 'lectio-l', mails.filter(isOld))
  await archive(ground, 'lectio-wg', groupMails(now, mailDomain))
  await loadUndelivered(ground)
  await context.write((tx) => loadApplicants(tx, now))
  await context.write((tx) => loadWishes(tx, now))
  await context.write((tx) => loadOffice(tx, context.site, now))
  const to = [`lectio-l@${mailDomain}`]
  const fresh: Arrival[] = [
    ...lettersToCoordinator(mailDomain, now).map((raw) => ({
      raw,
      mailFrom: 'letters@quillon.example',
      rcptTo: [`lectio-coordinator@${mailDomain}`],
      via: 'cli' as const,
    })),
    ...mails.filter((mail) => !isOld(mail)).map(({ raw, from }) => ({ raw, mailFrom: from, rcptTo: to, via: 'cli' as const })),
    // From a network that Northfield does not send from (RFC 5737).
    ...strangeMails(now, mailDomain).map(({ raw, from }) => ({
      raw,
      mailFrom: from,
      rcptTo: to,
      via: 'mail' as const,
      peer: '203.0.113.7',
      helo: 'mail.example',
    })),
  ]
  await context.write((tx) => keepMails(tx, [...fresh, ...lifeMails(now, mailDomain)]))
  while ((await sortMails(context)) > 0);
  await loadParked(ground, mailDomain)
  await loadRequests(ground)
  await context.write(async (tx) => {
    for (const group of await listGroups(tx)) await loadVendor(tx, now, group.id)
  })
  await context.write((tx) => loadModeration(tx, now, mailDomain))
  await digestsNow(context)
  await context.write((tx) => loadMeetings(tx, now))
  await context.write((tx) => loadTalks(tx, now))
  await context.write((tx) => loadEvents(tx, now))
  await context.write((tx) => loadCharter(tx, now))
  await context.write((tx) => loadDocuments(tx, now))
  await context.write((tx) => loadSite(tx, now))
  await loadBallots(ground)
  const [group] = await listGroups(context.db)
  if (group) await loadNews(ground, group.id)
  await context.write((tx) => loadReports(tx, now))
  await context.write((tx) => loadWebhooks(tx, now, context.site.secret))
  await context.write((tx) => loadWaysIn(tx, now))
  await context.write((tx) => enqueue(tx, 'search.words'))
  await context.write((tx) => enqueue(tx, 'people.index'))
  // Who was elected is invited to what is to come.
  await context.write((tx) => enqueue(tx, 'meetings.keepUp'))
  // What happened long ago does not wait for its chain since then.
  while ((await given.context.write((tx) => chainJournal(tx))) > 0);
}
