import { program } from '../../actor.ts'
import { appoint, foundGroup } from '../../charter/actions.ts'
import type { Tx } from '../../db/connect.ts'
import type { Ground } from '../../ground.ts'
import { keepMail } from '../../inbound/actions.ts'
import { sortMails } from '../../inbound/jobs.ts'
import { openList, subscribe } from '../../list/actions.ts'
import { addOrganisation, affiliate, ensurePerson } from '../../people/actions.ts'
import { messages } from './messages.ts'
import { institutions, people } from './people.ts'
import { loadApplicants, loadRegister } from './register.ts'

/** Founds the group with its people; answers with the list's id. */
async function loadPeople(tx: Tx, at: Date): Promise<void> {
  const actor = { ...program(at), via: 'cli' as const }
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
  const organisationIds = new Map<string, number>()
  for (const institution of institutions)
    organisationIds.set(institution.name, await addOrganisation(tx, actor, { ...institution, kind: 'institution' }))
  for (const person of people) {
    const { personId, addressId } = await ensurePerson(tx, actor, { ...person, verified: true })
    const organisationId = organisationIds.get(person.institution)
    if (organisationId !== undefined) await affiliate(tx, actor, { personId, organisationId, fromOn: '2022-01-01' })
    if (person.role) await appoint(tx, actor, { personId, groupId, ...person.role })
    if (person.administrator) await appoint(tx, actor, { personId, role: 'administrator', fromOn: '2022-01-01' })
    await subscribe(tx, actor, { listId, groupId, personId, addressId })
  }
}

/** Loads the demo group: its people, then its mail by the way of every mail. Nobody outside is written to: there is no relay. */
export async function loadDemo({ context }: Ground): Promise<void> {
  await context.write((tx) => loadPeople(tx, context.now()))
  await context.write((tx) => loadRegister(tx, context.now()))
  await context.write((tx) => loadApplicants(tx, context.now()))
  for (const raw of messages(context.now()))
    await context.write((tx) => keepMail(tx, { raw, mailFrom: '', rcptTo: [`lectio-l@${context.site.mailDomain}`], via: 'cli' }))
  while ((await sortMails(context)) > 0);
}
