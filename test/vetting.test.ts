import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, program } from '../src/actor.ts'
import { consequences } from '../src/edges/consequences.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { confirmAffiliation } from '../src/people/affiliations/actions.ts'
import { addContract, addMembership, nameReferent, saveOrganisation } from '../src/people/organisations/actions.ts'
import { adoptTemplate } from './charter.ts'
import { lettersTo, linkTo } from './letters.ts'
import { mail } from './mail.ts'
import { carriedOut } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let keeper: Actor
let northfield: number
let nora: Person

beforeAll(async () => {
  world = await makeWorld({ alone: true })
  keeper = { ...program(world.clock.now), grants: [{ role: 'administrator', groupId: null, communityId: null }] }
  nora = await world.addPerson('Nora', { email: 'nora@northfield.example' })
  northfield = await addInstitution('Northfield', ['northfield.example'])
  await world.write((tx) => confirmAffiliation(tx, keeper, { personId: nora.personId, organisationId: northfield, basis: 'address' }))
})
afterAll(() => world.end())

const addInstitution = (name: string, domains: string[], contract = true) =>
  world.write(async (tx) => {
    const id = await saveOrganisation(tx, keeper, undefined, { name, kind: 'institution', domains })
    if (contract) await addContract(tx, keeper, id, { productId: 1, fromOn: '2020-01-01' })
    await addMembership(tx, keeper, id, { communityId: world.group.communityId, fromOn: '2020-01-01' })
    return id
  })

/** Asks on the public page and confirms the address by the mail's button. */
async function ask(email: string, name: string, more: Record<string, string> = {}): Promise<{ id: number; card: string }> {
  const visitor = await world.as()
  await visitor.post('/lists/lectio-l/join', { email, name, ...more })
  await world.settle()
  await visitor.post(await linkTo(world, email, 'list.confirm-join', '/confirm/'))
  await world.settle()
  const row = await world.db
    .selectFrom('subscriptionRequest')
    .select('id')
    .where('email', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return { id: row.id, card: `/lists/lectio-l/requests/${row.id}` }
}

const requestRow = (id: number) => world.db.selectFrom('subscriptionRequest').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const see = async (path: string, person?: Person) => (await (await world.as(person)).get(path)).text()
/** Decides, and does not wait. */
async function decide(card: string, form: Record<string, string>, person = world.modesto): Promise<Response> {
  const answer = await (await world.as(person)).post(card, form)
  if (answer.status === 303 && form.decision !== 'ask') expect(await carriedOut(world, person)).toBe(303)
  return answer
}
const applicationOf = (email: string) => linkTo(world, email, 'list.request-waits', '/applications/')

describe('a librarian of a known institution', () => {
  test('who asks twice has one application, with what was said both times', async () => {
    const visitor = await world.as()
    const twice = { email: 'twice@northfield.example', name: 'Tara' }
    await visitor.post('/lists/lectio-l/join', twice)
    await visitor.post('/lists/lectio-l/join', { ...twice, occupation: 'Trainer', note: 'I run the pilot.' })
    await world.settle()
    const mails = await lettersTo(world, twice.email, 'list.confirm-join')
    expect(mails).toHaveLength(2)
    for (const { text } of mails) {
      const shown = await (await visitor.post(/http:\/\/rapport\.test(\/confirm\/\S+)/.exec(text)?.[1] ?? '')).text()
      expect(shown).toContain('View my application')
      await world.settle()
    }
    // Asked once more, the mail says how the application stands.
    await visitor.post('/lists/lectio-l/join', twice)
    await world.settle()
    expect(await lettersTo(world, twice.email, 'list.confirm-join')).toHaveLength(2)
    expect(await lettersTo(world, twice.email, 'list.request-waits')).toHaveLength(2)
    const waiting = await world.db
      .selectFrom('subscriptionRequest')
      .select(['id', 'name', 'occupation'])
      .where('email', '=', twice.email)
      .where('state', '=', 'waiting')
      .execute()
    expect(waiting).toMatchObject([{ name: 'Tara', occupation: 'Trainer' }])
    expect(await see(`/lists/lectio-l/requests/${waiting[0]?.id}`, world.modesto)).toContain('I run the pilot.')
    await world.db.updateTable('subscriptionRequest').set({ state: 'expired' }).where('email', '=', twice.email).execute()
  })

  test('is let in by an approver with one button, from a card that shows the rungs', async () => {
    const { id, card } = await ask('lara@northfield.example', 'Lara')
    expect(await linkTo(world, world.modesto.email, 'list.join-moderators', '/lists/')).toBe(card)
    const told = await lettersTo(world, world.modesto.email, 'list.join-moderators')
    expect(told.at(-1)?.text).toContain('The address lara@northfield.example is confirmed.')
    const page = await see(card, world.modesto)
    for (const said of [
      'northfield.example belongs to Northfield',
      'Contract in force today',
      'The applicant answered an email at this address.',
    ])
      expect(page).toContain(said)
    expect((await decide(card, { decision: 'accept', organisationId: String(northfield) })).status).toBe(303)
    const row = await requestRow(id)
    expect(row).toMatchObject({ state: 'approved', proved: ['address', 'domain', 'contract'], organisationId: northfield })
    expect(row.hostId).toBe(world.group.communityId)
    await world.settle()
    expect(await lettersTo(world, 'lara@northfield.example', 'list.welcome')).toHaveLength(1)
    const affiliation = await world.db
      .selectFrom('affiliation')
      .innerJoin('address', 'address.personId', 'affiliation.personId')
      .select(['affiliation.organisationId', 'affiliation.basis', 'affiliation.confirmedAt'])
      .where('address.email', '=', 'lara@northfield.example')
      .execute()
    expect(affiliation).toEqual([{ organisationId: northfield, basis: 'address domain contract', confirmedAt: world.clock.now }])
    // Who comes second is told so.
    expect((await decide(card, { decision: 'reject', reason: 'No.' })).status).toBe(409)
  })

  test('sees where her request stands, adds evidence, and a colleague vouches from her own address', async () => {
    const { id, card } = await ask('lotte@northfield.example', 'Lotte')
    const application = await applicationOf('lotte@northfield.example')
    const visitor = await world.as()
    expect(await see(application)).toContain('The moderators decide on your application')
    const added = await visitor.post(application, {
      staffPage: 'https://www.northfield.example/staff/lotte',
      note: 'I started in May.',
      colleague: nora.email,
    })
    expect(added.status).toBe(303)
    await world.settle()
    const vouch = await linkTo(world, nora.email, 'list.vouch-asked', '/vouch/')
    // Looking at the link answers nothing: scanners of mail do it too.
    expect(await see(vouch)).toContain('Does Lotte work with you?')
    expect(await see(card, world.modesto)).toContain('not answered yet')
    expect((await visitor.post(vouch, { answer: 'yes' })).status).toBe(200)
    expect((await visitor.post(vouch, { answer: 'no' })).status).toBe(409)
    const page = await see(card, world.modesto)
    for (const said of ['Workplace confirmed by Nora, Northfield', 'https://www.northfield.example/staff/lotte', 'I started in May.'])
      expect(page).toContain(said)
    await decide(card, { decision: 'accept', organisationId: String(northfield), staffPageRead: 'on' })
    // The evidence goes, what it proved stays.
    expect(await world.db.selectFrom('requestEvidence').selectAll().where('requestId', '=', id).execute()).toEqual([])
    expect((await requestRow(id)).proved).toEqual(['address', 'domain', 'contract', 'vouch', 'staff_page'])
    expect(await see(application)).toContain('Approved. You have joined the list.')
    expect((await visitor.get(vouch)).status).toBe(404)
  })

  test('who was checked by hand is kept as that, and asks for no second yes', async () => {
    await world.db.deleteFrom('organisationDomain').where('domain', '=', 'hand.example').execute()
    const { id, card } = await ask('hanna@hand.example', 'Hanna')
    await world.db.updateTable('subscriptionRequest').set({ institution: 'Northfield' }).where('id', '=', id).execute()
    const before = await see(card, world.modesto)
    expect(before).toContain('name="checkedByHand"')
    const form = { decision: 'accept', organisationId: String(northfield) }
    expect(await (await decide(card, form)).text()).toContain('You record the workplace without evidence.')
    expect((await decide(card, { ...form, checkedByHand: 'on' })).status).toBe(303)
    expect((await requestRow(id)).proved).toEqual(['address', 'by_hand'])
    expect(await see(card, world.modesto)).toMatch(/Proved<\/dt><dd[^>]*>address, checked by hand/)
  })

  test('is asked for more, and rejected only with a reason that she receives', async () => {
    const { card } = await ask('lilo@northfield.example', 'Lilo')
    expect((await decide(card, { decision: 'ask' })).status).toBe(422)
    expect((await decide(card, { decision: 'ask', reason: 'In which department are you?' })).status).toBe(303)
    await world.settle()
    expect((await lettersTo(world, 'lilo@northfield.example', 'list.more-asked'))[0]?.text).toContain('In which department')
    // Their question stands in the place of the word that there is nothing to do.
    const asked = await see(await applicationOf('lilo@northfield.example'))
    expect(asked).toContain('Question from the moderators: In which department are you?')
    expect(asked).not.toContain('The moderators decide on your application')
    expect(await (await decide(card, { decision: 'reject' })).text()).toContain('The applicant will read it.')
    await decide(card, { decision: 'reject', reason: 'You told us that you have left.' })
    await world.settle()
    expect((await lettersTo(world, 'lilo@northfield.example', 'list.request-rejected'))[0]?.text).toContain('you have left')
    const confirmed = await see(await linkTo(world, 'lilo@northfield.example', 'list.confirm-join', '/confirm/'))
    expect(confirmed).toContain('did not accept this application')
    expect(confirmed).not.toContain('Welcome')
    // Her mail program shows all that she is told on the way as one conversation.
    const told = (await world.postbox()).filter((one) => one.email === 'lilo@northfield.example' && one.kind?.startsWith('list.'))
    const begun = told.map(({ bytes }) => readMessage(bytes ?? Buffer.alloc(0)).references)
    expect([told.length > 3, new Set(begun.flat())]).toEqual([true, new Set(['joining.lectio-l@lists.localhost'])])
    // Next time the card tells of it.
    const again = await ask('lilo@northfield.example', 'Lilo')
    expect(await see(again.card, world.modesto)).toContain('You told us that you have left.')
  })
})

test('an applicant says at once where she works and what shows it; her answer reaches the card and who asked, and what nothing shows is asked once more', async () => {
  const email = 'lore@mail.example'
  const join = (form: Record<string, string>) => visitor.post('/lists/lectio-l/join', { email, name: 'Lore', ...form })
  const visitor = await world.as()
  const bad = await join({ colleague: email })
  expect(bad.status).toBe(422)
  expect(await bad.text()).toContain('Lore')
  const given = {
    institution: 'northfield',
    occupation: 'Librarian',
    staffPage: 'https://www.northfield.example/staff',
    colleague: nora.email,
  }
  expect((await join({ ...given, note: 'I look after <b>reading lists</b>.' })).status).toBe(200)
  await world.settle()
  // Nobody is asked before the address is confirmed.
  const asked = await lettersTo(world, nora.email, 'list.vouch-asked')
  const confirmed = await visitor.post(await linkTo(world, email, 'list.confirm-join', '/confirm/'))
  const path = /href="(\/applications\/[^"]+)"/.exec(await confirmed.text())?.[1] ?? ''
  await world.settle()
  expect(await lettersTo(world, nora.email, 'list.vouch-asked')).toHaveLength(asked.length + 1)
  const { id } = await world.db.selectFrom('subscriptionRequest').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  const card = `/lists/lectio-l/requests/${id}`
  const shown = await see(card, world.modesto)
  for (const said of ['northfield', 'Librarian', 'https://www.northfield.example/staff', 'reading lists', 'not answered yet'])
    expect(shown).toContain(said)

  // A question is answered by mail, then on the page; each stands on the card and goes to who asked, and to nobody else.
  await decide(card, { decision: 'ask', reason: 'Since when are you there?' })
  await world.settle()
  const question = (await world.postbox()).filter((one) => one.kind === 'list.more-asked' && one.email === email).at(-1)
  const to = readMessage(question?.bytes ?? Buffer.alloc(0)).replyTo[0]?.address ?? ''
  const answer = (from: string, text: string) =>
    acceptMail(world.write, { raw: mail({ from, to, subject: 'Re: question', text }), mailFrom: from, rcptTo: [to], via: 'mail' })
  await answer('else@elsewhere.example', 'Not hers.')
  await answer(email, 'Since May.\n\n> Since when are you there?')
  await world.settle()
  expect((await visitor.post(path, { answer: 'In the main library.' })).status).toBe(303)
  await world.settle()
  const page = await see(card, world.modesto)
  for (const said of ['The applicant answers: Since May.', 'The applicant answers: In the main library.']) expect(page).toContain(said)
  expect(page).not.toContain('Not hers.')
  const told = await lettersTo(world, world.modesto.email, 'list.applicant-answered')
  expect(told.map(({ text }) => /Since May|main library/.exec(text)?.[0])).toEqual(['Since May', 'main library'])
  expect(await lettersTo(world, world.carla.email, 'list.applicant-answered')).toEqual([])

  // What she says herself proves nothing: it is asked once more, with what she could not do.
  const without = await decide(card, { decision: 'accept' })
  expect([without.status, (await without.text()).includes('cannot vote')]).toEqual([422, true])
  const unproven = await decide(card, { decision: 'accept', organisationId: String(northfield) })
  expect([unproven.status, (await unproven.text()).includes('Nothing shows that the person works there')]).toEqual([422, true])
  expect((await decide(card, { decision: 'accept', organisationId: String(northfield), sure: 'on' })).status).toBe(303)
  await world.settle()
  const [welcome] = await lettersTo(world, email, 'list.welcome')
  for (const link of [
    '/me/subscriptions',
    '/lists/lectio-l/threads',
    '/roster?group=lectio',
    '/meetings?group=lectio',
    'lectio-l-unsubscribe@',
  ])
    expect(welcome?.text).toContain(link)
  // Accepted, she belongs to her institution; nothing of what she gave is kept.
  const works = await world.db
    .selectFrom('affiliation')
    .innerJoin('address', 'address.personId', 'affiliation.personId')
    .select('affiliation.organisationId')
    .where('address.email', '=', email)
    .execute()
  expect(works).toEqual([{ organisationId: northfield }])
  expect(await world.db.selectFrom('requestEvidence').select('id').where('requestId', '=', id).execute()).toEqual([])
  expect((await visitor.post(path, { answer: 'Too late.' })).status).toBe(409)
})

test('who left by themselves comes back without an application; whom a moderator removed asks again', async () => {
  const susi = await world.as(world.susi)
  const own = world.db.selectFrom('subscription').select('id').where('personId', '=', world.susi.personId).orderBy('id', 'desc')
  const { id } = await own.executeTakeFirstOrThrow()
  expect((await susi.post(`/me/subscriptions/${id}/end`)).status).toBe(303)
  expect(await see('/lists/lectio-l', world.susi)).toContain('You can join again without a new application.')
  expect((await susi.post('/lists/lectio-l/subscribe')).status).toBe(303)
  const joined = await see('/lists/lectio-l', world.susi)
  expect(joined).toContain('You are on this list.')
  // They know how one joins.
  expect(joined).not.toContain('How to join')
  // Who uses mail alone, or is signed out, confirms the address as everybody does.
  await susi.post(`/me/subscriptions/${(await own.executeTakeFirstOrThrow()).id}/end`)
  const back = await ask(world.susi.email, 'Susi')
  expect(await requestRow(back.id)).toMatchObject({ state: 'approved' })
  expect(await see('/lists/lectio-l', world.susi)).toContain('You are on this list.')
  const again = await own.executeTakeFirstOrThrow()
  const end = (endedHow: 'owner' | 'page', endedAt: Date) =>
    world.db.updateTable('subscription').set({ endedAt, endedHow }).where('id', '=', again.id).execute()
  for (const [how, days] of [
    ['owner', 1],
    ['page', 31],
  ] as const) {
    await end(how, new Date(world.clock.now.getTime() - days * 86_400_000))
    expect(await see('/lists/lectio-l', world.susi)).toContain('Apply to join')
    expect((await susi.post('/lists/lectio-l/subscribe')).status).toBe(403)
  }
  // Who decides sees that she is no stranger.
  const { card } = await ask(world.susi.email, 'Susi')
  const shown = await see(card, world.modesto)
  expect(shown).toContain('Left this list on')
  await end('owner', world.clock.now)
  expect(await see(card, world.modesto)).toContain('Removed from this list on')
  await decide(card, { decision: 'reject', reason: 'A test.' })
  await world.db.updateTable('subscription').set({ endedAt: null, endedHow: null }).where('id', '=', again.id).execute()
})

test('the page of a list says who may join in the words of the charter, and what is suggested is nobody’s register', async () => {
  await adoptTemplate(world)
  const page = await see('/lists/lectio-l')
  expect(page).toContain('Customers of Quillon can join')
  expect(page).toContain('/groups/lectio/charter')
  const offers = await see('/lists/lectio-l/institutions?q=northfield')
  expect(offers).not.toContain('Northfield')
  expect(await see('/lists/lectio-l/institutions')).not.toContain('<li')
})

test('two approvers see who is looking', async () => {
  const { card } = await ask('liv@northfield.example', 'Liv')
  await (await world.as(world.modesto)).post(`${card}/claim`, { take: 'yes' })
  expect(await see('/lists/lectio-l/requests', world.carla)).toContain('Assigned to Modesto')
  expect(await see(card, world.carla)).toContain('Assigned to Modesto.')
  await (await world.as(world.carla)).post(`${card}/claim`, { take: 'no' })
  expect(await see(card, world.carla)).toContain('Assign application to me')
})

test('an unknown domain is a normal path: the register grows, and the card knows it', async () => {
  const { card } = await ask('mio@lagoon.example', 'Mio')
  expect(await see(card, world.carla)).toContain('The directory has no organisation with lagoon.example')
  const lagoon = await addInstitution('Lagoon College', ['lagoon.example'])
  expect(await see(card, world.carla)).toContain('lagoon.example belongs to Lagoon College')
  expect((await decide(card, { decision: 'accept', organisationId: String(northfield) })).status).toBe(422)
  expect((await decide(card, { decision: 'accept', organisationId: String(lagoon) })).status).toBe(303)
})

test('the longest registered domain is nearest, and several are shown, not guessed', async () => {
  await addInstitution('Northfield Medical Library', ['med.northfield.example'])
  const { card } = await ask('mara@lib.med.northfield.example', 'Mara')
  const page = await see(card, world.modesto)
  expect(page).toContain('Northfield Medical Library (med.northfield.example), Northfield (northfield.example)')
})

test('nobody vouches for herself with a second address, and a stranger’s word is not asked for', async () => {
  const { card } = await ask(world.otto.email, 'Otto')
  await world.write((tx) =>
    tx
      .insertInto('address')
      .values({ personId: world.otto.personId, email: 'otto@northfield.example', verifiedAt: world.clock.now })
      .execute(),
  )
  const application = await applicationOf(world.otto.email)
  const visitor = await world.as()
  const refused = await visitor.post(application, { colleague: 'otto@northfield.example' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('not your own')
  // Known or not, the applicant is told the same.
  expect((await visitor.post(application, { colleague: 'nobody@nowhere.example' })).status).toBe(303)
  expect((await visitor.post(application, { colleague: world.modesto.email })).status).toBe(303)
  await world.settle()
  expect(await lettersTo(world, world.modesto.email, 'list.vouch-asked')).toEqual([])
  expect(await see(card, world.modesto)).toContain('so we did not ask')
})

describe('what a list lets in by itself', () => {
  const setPolicy = async (approval: string) => (await world.as(world.carla)).post('/lists/lectio-l/approval', { approval })

  const checkStudents = (checksStudents: boolean) => world.db.updateTable('community').set({ checksStudents }).execute()

  test('is who is recognised, never a student, free mail or somebody of a place without contract', async () => {
    await setPolicy('recognised')
    await checkStudents(true)
    await addInstitution('Contractless', ['without.example'], false)
    const states: Record<string, string> = {}
    for (const email of ['rosa@northfield.example', 'rita@stud.northfield.example', 'ruth@gmail.com', 'rio@without.example'])
      states[email] = (await requestRow((await ask(email, 'R')).id)).state
    expect(states).toEqual({
      'rosa@northfield.example': 'approved',
      'rita@stud.northfield.example': 'waiting',
      'ruth@gmail.com': 'waiting',
      'rio@without.example': 'waiting',
    })
    // Where no user group asks about students, nobody's address looks like one of theirs.
    await checkStudents(false)
    expect((await requestRow((await ask('raul@stud.northfield.example', 'R')).id)).state).toBe('approved')
  })

  test('or only who is vouched for, by the referent whom an approver asks', async () => {
    await setPolicy('vouched')
    const referent = await world.addPerson('Rosalind', { email: 'rosalind@elsewhere.example' })
    await world.write((tx) =>
      nameReferent(tx, keeper, consequences, northfield, {
        email: referent.email,
        communityId: world.group.communityId,
        standIn: false,
        fromOn: '2026-01-01',
      }),
    )
    const { id, card } = await ask('tess@northfield.example', 'Tess')
    expect((await requestRow(id)).state).toBe('waiting')
    expect(await see(card, world.modesto)).toContain('Ask referent Rosalind (Northfield')
    await (await world.as(world.modesto)).post(`${card}/referents/${referent.personId}`)
    await world.settle()
    await (await world.as()).post(await linkTo(world, referent.email, 'list.vouch-asked', '/vouch/'), { answer: 'yes' })
    expect(await requestRow(id)).toMatchObject({ state: 'approved', decidedBy: null })
    // Whom moderators have blocked while they waited, a colleague’s word lets in no more.
    const blocked = await ask('uwe@northfield.example', 'Uwe')
    await (await world.as(world.modesto)).post(`${blocked.card}/referents/${referent.personId}`)
    await world.settle()
    await (await world.as(world.modesto)).post('/lists/lectio-l/bans', { kind: 'address', value: 'uwe@northfield.example', reason: 'x' })
    await (await world.as()).post(await linkTo(world, referent.email, 'list.vouch-asked', '/vouch/'), { answer: 'yes' })
    expect((await requestRow(blocked.id)).state).toBe('waiting')
    await setPolicy('never')
  })
})

test('a list of two hosts has approvers of both, and each says who answers for the data', async () => {
  const { id: sister } = await world.write((tx) =>
    tx.insertInto('community').values({ slug: 'northern', name: 'Northern Users' }).returning('id').executeTakeFirstOrThrow(),
  )
  await world.write((tx) => tx.insertInto('listCommunity').values({ listId: world.listId, communityId: sister }).execute())
  const stella = await world.addPerson('Stella')
  await world.write((tx) =>
    tx
      .insertInto('appointment')
      .values({ personId: stella.personId, role: 'steering', communityId: sister, fromOn: '2026-01-01' })
      .execute(),
  )
  const { id, card } = await ask('una@nowhere-known.example', 'Una')
  // Somebody moderates and is told at once; she finds it in what waits for her, and so in the letter of her week.
  expect(await lettersTo(world, stella.email, 'list.join-moderators')).toHaveLength(0)
  expect(await (await (await world.as(stella)).get('/today')).text()).toContain('Una wants to join')
  expect(await (await decide(card, { decision: 'accept' })).text()).toContain(
    'Choose the user group that is responsible for the person’s data',
  )
  // A steering member decides for her own user group alone.
  const other = await decide(card, { decision: 'accept', hostId: String(world.group.communityId) }, stella)
  expect(other.status).toBe(422)
  expect((await decide(card, { decision: 'accept', hostId: String(sister), sure: 'on' }, stella)).status).toBe(303)
  expect(await requestRow(id)).toMatchObject({ state: 'approved', hostId: sister })
  expect(await see(await applicationOf('una@nowhere-known.example'))).toContain('Northern Users')
})

test('what a stranger says of herself chooses nothing, and makes her nobody’s staff unasked where no contract is on record', async () => {
  await world.db.deleteFrom('contract').execute()
  const { id, card } = await ask('stranger@gmail.com', 'Stranger', { institution: 'Northfield', occupation: 'Librarian' })
  const page = await see(card, world.modesto)
  expect(page).toContain(`<option value="${northfield}">Northfield</option>`)
  const accept = { decision: 'accept', hostId: String(world.group.communityId) }
  const named = await decide(card, { ...accept, organisationId: String(northfield) })
  expect([named.status, (await named.text()).includes('Nothing shows that the person works there')]).toEqual([422, true])
  // That she belongs to none is nothing to ask about: nobody would lack anything.
  expect((await decide(card, accept)).status).toBe(303)
  expect(await requestRow(id)).toMatchObject({ state: 'approved', organisationId: null })
})

test('a form to join that is refused stays open where the fault is, and its address leads back to the list', async () => {
  const visitor = await world.as()
  const refused = await visitor.post('/lists/lectio-l/join', { email: 'new@elsewhere.example', staffPage: 'elsewhere.example/staff' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/<details class="fold" open="">\s*<summary>Show that you work there/)
  const back = await visitor.get('/lists/lectio-l/join?lang=de')
  expect([back.status, back.headers.get('location')]).toEqual([302, '/lists/lectio-l?lang=de'])
})

test('an applicant who opens the link of the email again finds the way to her application', async () => {
  await ask('nell@northfield.example', 'Nell')
  expect(await see(await linkTo(world, 'nell@northfield.example', 'list.confirm-join', '/confirm/'))).toContain('View my application')
})

test('who is signed in and applies with an address that is theirs confirms nothing by mail; any other address does', async () => {
  const paula = await world.addPerson('Paula')
  const hers = await world.as(paula)
  const answer = await hers.post('/lists/lectio-l/join', { email: paula.email.toUpperCase(), name: 'Paula', occupation: 'Librarian' })
  expect(await answer.text()).toContain('/applications/')
  await hers.post('/lists/lectio-l/join', { email: 'paula@elsewhere.example', name: 'Paula' })
  await world.settle()
  expect(await lettersTo(world, paula.email, 'list.confirm-join')).toEqual([])
  expect(await lettersTo(world, 'paula@elsewhere.example', 'list.confirm-join')).toHaveLength(1)
  const asked = await world.db
    .selectFrom('subscriptionRequest')
    .select(['email', 'state'])
    .where('email', 'like', 'paula@%')
    .orderBy('id')
    .execute()
  expect(asked).toEqual([
    { email: paula.email, state: 'waiting' },
    { email: 'paula@elsewhere.example', state: 'unconfirmed' },
  ])
  // Who is on the list already asks for nothing by sending the form.
  await (await world.as(world.maria)).post('/lists/lectio-l/join', { email: world.maria.email, name: 'Maria' })
  await world.settle()
  expect(await world.db.selectFrom('subscriptionRequest').select('state').where('email', '=', world.maria.email).execute()).toEqual([
    { state: 'unconfirmed' },
  ])
})
