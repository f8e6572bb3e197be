import { type Actor, program } from '../../../actor.ts'
import { addClause, adopt, changeClause, changeDraft, removeClause, startDraft } from '../../../charter/clauses/actions.ts'
import { getCharterGroup, listClauses } from '../../../charter/clauses/queries.ts'
import { attest, shareFinding, waive } from '../../../charter/findings/actions.ts'
import { attachMeasure } from '../../../charter/measures/actions.ts'
import { measures } from '../../../charter/measures/rules.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { findPersonByEmail } from '../../../people/queries.ts'
import { dayOf } from './hand.ts'

/** The charter that the group gave itself in 2016, changed twice since, with what excuses and attests its clauses. */
export async function loadCharter(tx: Tx, at: Date): Promise<void> {
  const ines = await findPersonByEmail(tx, 'ines.albrecht@oldharbour.example')
  const actor: Actor = {
    ...program(at),
    via: 'cli',
    personId: ines?.id ?? null,
    grants: [{ role: 'administrator', groupId: null, communityId: null }],
  }
  const group = await getCharterGroup(tx, actor)
  const idOf = async (draft: number, number: string) => {
    const clause = (await listClauses(tx, [draft])).find((one) => one.number === number)
    if (!clause) throw new Error(`The demo's charter lacks ${number}.`)
    return clause
  }

  const first = await startDraft(tx, actor, group, { from: 'template' })
  for (const number of ['O7', 'W2', 'R6']) await removeClause(tx, actor, first, (await idOf(first, number)).id)
  const m1 = await idOf(first, 'M1')
  await changeClause(tx, actor, first, m1.id, {
    number: 'M1',
    kind: 'meeting',
    text: 'The group meets every three months by teleconference.',
  })
  await changeDraft(tx, actor, first, { preamble: 'Terms of reference of the {{group}} of {{user-groups}}.', note: '' })
  await adopt(tx, actor, first, {
    inForceOn: '2016-10-12',
    reviewOn: null,
    decisionText: 'The terms of reference of the Lectio Working Group are adopted.',
    decidedOn: '2016-10-05',
  })

  const second = await startDraft(tx, actor, group, { from: 'in_force' })
  const talks = await addClause(tx, actor, second, { number: 'O7', kind: 'duty', text: 'The group holds Show and Tell sessions.' })
  await attachMeasure(tx, actor, talks, measures.perYear('talks', 3))
  const shared = await addClause(tx, actor, second, { number: 'R6', kind: 'role', text: 'Other roles are less formal and may be shared.' })
  await attachMeasure(tx, actor, shared, measures.there('roster'))
  await changeDraft(tx, actor, second, {
    preamble: 'Terms of reference of the {{group}} of {{user-groups}}.',
    note: 'Show and Tell sessions, which members had held for two years, become a duty. Roles may be shared.',
  })
  await adopt(tx, actor, second, {
    inForceOn: '2020-11-01',
    reviewOn: null,
    decisionText: 'The charter takes up Show and Tell, and lets members share roles.',
    decidedOn: '2020-10-20',
  })

  const third = await startDraft(tx, actor, group, { from: 'in_force' })
  await changeClause(tx, actor, third, (await idOf(third, 'M1')).id, {
    number: 'M1',
    kind: 'meeting',
    text: 'The group meets {{cadence}} by teleconference. Minutes are kept and approved.',
  })
  const past = await addClause(tx, actor, third, { number: 'W2', kind: 'web', text: 'Past members are listed with their terms.' })
  await attachMeasure(tx, actor, past, measures.there('past_members'))
  await changeDraft(tx, actor, third, {
    preamble:
      'The {{group}} works for everyone who uses {{product}} in a library, on behalf of {{user-groups}}. This charter says what it is for, what it does and who does it. It has {{members}} today.',
    note: 'The group meets every two months instead of every three, approves its minutes, and keeps the names of those who served before.',
  })
  await adopt(tx, actor, third, {
    inForceOn: '2025-02-01',
    reviewOn: dayOf(at, 48),
    decisionText: 'The group meets every two months; minutes are approved; past members are listed.',
    decidedOn: '2025-01-23',
  })

  const lineOf = async (number: string) => (await idOf(third, number)).lineId
  for (const [number, title, days, link] of [
    ['A3', 'Two members spoke at the vendor’s spring conference', -190, 'https://conference.quillon.example/spring/lectio-lists'],
    ['A3', 'Questions of the group in the vendor’s roadmap session', -63, 'https://conference.quillon.example/autumn/roadmap'],
    ['O3', 'A stand of the working group at the annual meeting of users', -75, 'https://lsui.example/annual-meeting/programme'],
    ['O2', 'A page on rollover in the newsletter of the user group', -140, 'https://lsui.example/news-in-brief/41'],
    ['O2', 'The results of the first round in the newsletter', -52, 'https://lsui.example/news-in-brief/43'],
  ] as const)
    await attest(tx, actor, await lineOf(number), { onDay: dayOf(at, days), title, link })
  await waive(tx, actor, await lineOf('R5'), {
    fromOn: dayOf(at, -120),
    toOn: dayOf(at, 150),
    reason: 'Nobody travels this year: the user groups meet online until the spring.',
    decisionText: 'Attendance in person is waived until the user groups meet in one place again.',
    decidedOn: dayOf(at, -126),
  })
  for (const number of ['M1', 'L4', 'W1', 'W2']) await shareFinding(tx, actor, await lineOf(number), 'public')
  for (const number of ['R1', 'R2', 'R4', 'O6']) await shareFinding(tx, actor, await lineOf(number), 'steering')
}
