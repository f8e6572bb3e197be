import { expect, test } from 'vitest'
import { type Candidate, chooseHost, climb, type Evidence, mayApproveAlone, provedBy, whyNotVouch } from './rules.ts'

const northfield: Candidate = {
  domain: 'northfield.example',
  id: 1,
  name: 'Northfield',
  kind: 'institution',
  contract: true,
  communityIds: [7],
}
const its = { ...northfield, domain: 'lib.northfield.example' }
const library: Candidate = { ...northfield, domain: 'lib.northfield.example', id: 2, name: 'Northfield Library' }
const without = { ...northfield, contract: false }
const vendor: Candidate = { ...northfield, id: 3, kind: 'vendor', contract: false }
const evidence: Evidence = {
  confirmed: true,
  domain: 'northfield.example',
  freeMail: false,
  studentsChecked: true,
  candidates: [northfield],
  vouchedFor: [],
  statedBy: [],
  stated: [],
  staffPages: 0,
  rejectedBefore: false,
}

test.each([
  ['all is known', {}, 'proved recognised proved open', 'recognised'],
  ['a colleague vouches', { vouchedFor: [1] }, 'proved recognised proved proved', 'vouched recognised'],
  ['their institution’s sign-on says so', { statedBy: [1] }, 'proved recognised proved proved', 'vouched recognised'],
  ['another institution’s sign-on says so', { statedBy: [9] }, 'proved recognised proved person', 'recognised'],
  ['somebody elsewhere vouches', { vouchedFor: [9] }, 'proved recognised proved person', 'recognised'],
  ['their address is not confirmed', { confirmed: false, vouchedFor: [1] }, 'open recognised proved proved', ''],
  ['two parts of one institution fit', { candidates: [its, northfield] }, 'proved recognised proved open', 'recognised'],
  ['two organisations fit', { candidates: [library, northfield], vouchedFor: [2] }, 'proved several person proved', ''],
  ['the domain is unknown', { candidates: [], staffPages: 1 }, 'proved unknown open person', ''],
  ['there is no contract today', { candidates: [without], vouchedFor: [1] }, 'proved recognised open proved', ''],
  ['they work for the vendor', { candidates: [vendor], vouchedFor: [3] }, 'proved recognised proved proved', 'vouched recognised'],
  ['it is free mail', { freeMail: true, candidates: [], vouchedFor: [1] }, 'proved free open person', ''],
  [
    'it is free mail, and their institution says so',
    { freeMail: true, candidates: [], statedBy: [1], stated: [northfield] },
    'proved stated proved proved',
    'vouched recognised',
  ],
  ['an institution without contract says so', { candidates: [], statedBy: [1], stated: [without] }, 'proved stated open proved', ''],
  ['address and sign-on name two', { statedBy: [2], stated: [library] }, 'proved several person person', ''],
  ['two sign-ons name two', { statedBy: [1, 2], stated: [northfield, library] }, 'proved several person proved', ''],
  ['it looks like a student’s', { domain: 'stud.northfield.example', vouchedFor: [1] }, 'proved student person proved', ''],
  [
    'nobody asks about students',
    { studentsChecked: false, domain: 'stud.northfield.example', vouchedFor: [1] },
    'proved recognised proved proved',
    'vouched recognised',
  ],
  ['they were rejected before', { rejectedBefore: true, vouchedFor: [1] }, 'proved recognised proved proved', ''],
] as [string, Partial<Evidence>, string, string][])('where %s, the rungs are %3$s', (_, change, rungs, alone) => {
  const given = { ...evidence, ...change }
  const ladder = climb(given)
  expect(`${ladder.address} ${ladder.reading} ${ladder.contract} ${ladder.staff}`).toBe(rungs)
  expect((['never', 'vouched', 'recognised'] as const).filter((policy) => mayApproveAlone(policy, ladder, given)).join(' ')).toBe(alone)
})

test('what was proved is kept in words, a staff page only when a person accepted it', () => {
  expect(provedBy(climb({ ...evidence, vouchedFor: [1] }), evidence)).toEqual(['address', 'domain', 'contract', 'vouch'])
  expect(provedBy(climb({ ...evidence, candidates: [], staffPages: 1 }), evidence, { staffPage: true })).toEqual(['address', 'staff_page'])
})

test.each([
  ['a colleague', { personId: 2, verified: true, organisationIds: [1] }, undefined],
  ['nobody we know', undefined, /do not know this person/],
  ['a colleague who has not confirmed their address', { personId: 2, verified: false, organisationIds: [1] }, /do not know this person/],
  ['the applicant at their second address', { personId: 5, verified: true, organisationIds: [1] }, /their own workplace/],
  ['somebody who works elsewhere', { personId: 2, verified: true, organisationIds: [8] }, /do not know that this person works/],
  ['somebody who works nowhere', { personId: 2, verified: true, organisationIds: [] }, /do not know that this person works/],
])('a vouch by %s', (_, voucher, refusal) => {
  const said = whyNotVouch(voucher, 5, [1])
  refusal ? expect(said).toMatch(refusal) : expect(said).toBeUndefined()
})

test('for an unknown domain anybody who works somewhere may vouch, and a person decides what it is worth', () => {
  expect(whyNotVouch({ personId: 2, verified: true, organisationIds: [8] }, 5, [])).toBeUndefined()
  expect(whyNotVouch({ personId: 2, verified: true, organisationIds: [] }, 5, [])).toMatch(/do not know where/)
})

test.each([
  ['the only host', [7], undefined, 7],
  ['the host that the institution is a member of', [6, 7], northfield, 7],
  ['a person’s choice, where it is a member of both', [6, 7], { communityIds: [6, 7] }, undefined],
  ['a person’s choice, where it is a member of none', [6, 7], undefined, undefined],
  ['nobody, where nobody hosts', [], undefined, undefined],
])('who answers for the data is %s', (_, hosts, candidate, host) => expect(chooseHost(hosts, candidate)).toBe(host))
