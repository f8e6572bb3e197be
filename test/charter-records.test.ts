import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SubjectName, subjects } from '../src/charter/measures/rules.ts'
import { listEvidence } from '../src/charter/records-queries.ts'
import { inLanguage } from '../src/lib/ui/language.ts'
import { makeDemoWorld } from './demo-world.ts'
import { actorOf } from './requests-world.ts'

let demo: Awaited<ReturnType<typeof makeDemoWorld>>
beforeAll(async () => {
  demo = await makeDemoWorld()
})
afterAll(() => demo.end())

/** The titles of the newest records of each subject that has some, as the coordinator reads them. */
async function titlesIn(locale: 'en' | 'de'): Promise<Map<SubjectName, string[]>> {
  const { groupId, ...person } = await demo.db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.personId')
    .innerJoin('address', 'address.personId', 'person.id')
    .select(['appointment.groupId', 'person.id as personId', 'person.name', 'address.email', 'address.id as addressId'])
    .where('role', '=', 'coordinator')
    .orderBy('appointment.fromOn', 'desc')
    .executeTakeFirstOrThrow()
  const actor = await actorOf(demo as never, person)
  const found = new Map<SubjectName, string[]>()
  for (const subject of Object.keys(subjects) as SubjectName[]) {
    const measure = { subject, kind: 'count' as never, role: subject === 'seats' ? 'member' : null, seriesId: null } as never
    const { evidence } = await inLanguage(locale, () => listEvidence(demo.db, actor, groupId as number, { measure, lineId: 0 }))
    if (evidence.length > 0)
      found.set(
        subject,
        evidence.map(({ title }) => title),
      )
  }
  return found
}

test('records of each subject are read, and what we say of them is in the language of their reader', async () => {
  const [english, german] = [await titlesIn('en'), await titlesIn('de')]
  expect(english.size).toBeGreaterThan(25)
  for (const titles of english.values()) for (const title of titles) expect(title).not.toMatch(/^\s*$|\[object|undefined|null/)
  const said = ['present', 'documents', 'newcomers', 'members_at_stage', 'with_basis', 'roster', 'public_pages', 'list_hosts'] as const
  for (const subject of said) {
    const [own = [], theirs = []] = [english.get(subject), german.get(subject)]
    expect([subject, own.length]).toEqual([subject, theirs.length])
    expect(
      theirs.some((title) => !own.includes(title)),
      `${subject}: ${own[0]} / ${theirs[0]}`,
    ).toBe(true)
  }
  expect(english.get('present')?.join('\n')).toMatch(/: (?:present|came late|absent)/)
  expect(german.get('present')?.join('\n')).toMatch(/: (?:anwesend|verspätet|entschuldigt|abwesend)/)
})
