import type { Arrival } from '../../../archive/inbound-actions.ts'
import { loadActor } from '../../../groups/queries.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { ban } from '../../../list/bans/actions.ts'
import { invite } from '../../../list/invitations/actions.ts'
import { claimHeld, noteHeld } from '../../../list/moderation/claims-actions.ts'
import { listHeld } from '../../../list/moderation/queries.ts'
import { findListsByName, findWriters } from '../../../list/queries.ts'
import { changeReceiving, chooseTopic, type ReceivingChange } from '../../../list/receiving/actions.ts'
import { rawMail } from './hand.ts'

const [hour, day] = [3_600_000, 86_400_000]

/** How some subscribers receive the list, and which topics they follow or mute. */
const receiving: [email: string, change: ReceivingChange, topics?: Record<string, 'follow' | 'mute'>][] = [
  ['maren.oduya@northfield.example', { receiving: 'each', whenAddressed: false }, { rollover: 'follow', lti: 'mute' }],
  ['h.dunbar@strathearn.example', { receiving: 'mime_digest' }],
  ['lena.hartwig@lindental.example', { receiving: 'plain_digest' }],
  ['camille.roux@saint-aubin.example', { receiving: 'plain_digest' }],
  ['giulia.ferrante@valdora.example', { receiving: 'weekly' }],
  ['kofi.mensah@voltaplains.example', { onlyTopics: true }, { copyright: 'follow', rollover: 'follow' }],
  ['rachel.stein@lakeontario.example', { receiving: 'none' }],
]

/** Sets the wishes of some subscribers, before the newest mail comes. */
export async function loadWishes(tx: Tx, now: Date): Promise<void> {
  const [list] = await findListsByName(tx, ['lectio-l'])
  if (!list) return
  const emails = receiving.map(([email]) => email)
  const people = await findWriters(tx, list.id, emails)
  for (const [email, change, topics = {}] of receiving) {
    const person = people.get(email)
    const actor = person && (await loadActor(tx, person.personId, now, 'web'))
    if (!actor || !person.subscriptionId) continue
    const pausedUntil = email.startsWith('kofi') ? { pausedUntil: new Date(now.getTime() + 9 * day) } : {}
    await changeReceiving(tx, actor, person.subscriptionId, { ...change, ...pausedUntil })
    for (const [topic, choice] of Object.entries(topics))
      await chooseTopic(tx, actor, { id: person.subscriptionId, listId: list.id, groupId: list.groupId }, topic, choice)
  }
}

interface Written {
  from: string
  subject: string
  text: string
  id: string
  to?: string
  headers?: string[]
  file?: { name: string; content: string }
}

/** The newest posts with topics, and mail that the rules of the list hold for their own reasons. */
const written: Written[] = [
  {
    from: 'Dev Malhotra <dev.malhotra@fenland.example>',
    subject: 'Checklist for a quiet January #rollover',
    text: 'Hello all,\n\nthis is the order in which we roll over, so that nobody works in January: archive what nobody opened for two years, then copy, then fix links, and only then tell the instructors. It took us three evenings for 420 lists.\n\nDev',
    id: 'checklist@mail.fenland.example',
  },
  {
    from: 'Yael Brenner <yael.brenner@carmelridge.example>',
    subject: 'Deep links after the Moodle upgrade #lti',
    text: 'Has anybody seen deep links to a section lose their section after Moodle 5? The tool opens, the list opens, but always at the top.\n\nYael',
    id: 'deep-links@mail.carmelridge.example',
  },
  {
    from: 'Harriet Cole <harriet.cole@fenland.example>',
    subject: 'unsubscribe',
    text: 'unsubscribe',
    id: 'a-command@mail.fenland.example',
  },
  {
    from: 'Marcus Tully <marcus.tully@pacificcrest.example>',
    subject: 'Survey on open textbooks, please forward',
    text: 'Dear all,\n\nwe ask libraries in twelve countries how they mark open textbooks in reading lists. It takes six minutes.\n\nMarcus',
    id: 'a-survey@mail.pacificcrest.example',
    to: Array.from({ length: 34 }, (_, i) => `library${i + 1}@survey-contacts.example`).join(', '),
  },
  {
    from: 'Elliot Park <elliot.park@lakeontario.example>',
    subject: 'Our macro for cleaning up citations',
    text: 'As promised at the Show and Tell: the script that we use. Have your IT people look at it first.\n\nElliot',
    id: 'a-script@mail.lakeontario.example',
    file: { name: 'clean-citations.vbs', content: "' Trims the titles of citations in the open workbook.\n" },
  },
  {
    from: 'Prize Desk <desk@great-prizes.example>',
    subject: 'You have been selected',
    text: 'Congratulations. Reply with your library card number.',
    id: 'a-prize@great-prizes.example',
    headers: ['X-Spam-Flag: YES', 'X-Spam-Status: Yes, score=14.2 required=5.0'],
  },
]

/** These mails as they come in at the door. */
export const lifeMails = (now: Date, mailDomain: string): Arrival[] =>
  written.map(({ from, subject, text, id, to, headers = [], file }, place) => {
    const body = file
      ? `--limit\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--limit\nContent-Type: text/vbscript; name="${file.name}"\nContent-Disposition: attachment; filename="${file.name}"\n\n${file.content}\n--limit--\n`
      : `${text}\n`
    const list = `lectio-l@${mailDomain}`
    const at = new Date(now.getTime() - (9 - place) * hour)
    const head = { from, to: to ? `${list},\n ${to.replaceAll(', ', ',\n ')}` : list, subject, at, id }
    const type = `Content-Type: ${file ? 'multipart/mixed; boundary=limit' : 'text/plain; charset=utf-8'}`
    const mailFrom = /<(.*)>/.exec(from)?.[1] ?? ''
    return { raw: rawMail(head, 'MIME-Version: 1.0', type, ...headers, '', body), mailFrom, rcptTo: [list], via: 'cli' as const }
  })

/** What moderators have done already: a claim with a word to colleagues, a ban, two invitations. */
export async function loadModeration(tx: Tx, now: Date, mailDomain: string): Promise<void> {
  const [list] = await findListsByName(tx, ['lectio-l'])
  const jun = list && (await findWriters(tx, list.id, ['jun.takeda@minato.example'])).get('jun.takeda@minato.example')
  const actor = jun && (await loadActor(tx, jun.personId, now, 'web'))
  if (!list || !actor) return
  const { held } = await listHeld(tx, list.id)
  const survey = held.find(({ subject }) => subject.startsWith('Survey'))
  if (survey) {
    await claimHeld(tx, actor, list.name, survey.id, true)
    await noteHeld(tx, actor, list.name, survey.id, 'I ask Marcus to post it to us alone, with the link.')
  }
  await ban(tx, actor, list.name, {
    kind: 'domain',
    value: 'great-prizes.example',
    reason: 'Nothing but advertisements since spring.',
    until: null,
    everywhere: false,
  })
  await invite(tx, actor, list.name, {
    text: 'Ingrid Solheim <ingrid.solheim@fjellvik.example>\nPaulo Teixeira <p.teixeira@monteclaro.example>',
    words: 'You asked at the conference where people talk about rollover: here.',
    mailDomain,
  })
}
