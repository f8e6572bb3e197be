import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptMail } from '../src/inbound/actions.ts'
import { apiAccess } from './access/api.ts'
import { ballotsAccess } from './access/ballots.ts'
import { bouncesAccess } from './access/bounces.ts'
import { groundAccess } from './access/ground.ts'
import { meetingAccess } from './access/meetings.ts'
import { movingAccess } from './access/moving.ts'
import { officeAccess } from './access/office.ts'
import { peopleAccess } from './access/people.ts'
import { privacyAccess } from './access/privacy.ts'
import { requestsAccess } from './access/requests.ts'
import { signInAccess } from './access/sign-in.ts'
import { vendorAccess } from './access/vendor.ts'
import { type Access, roles } from './access.ts'
import { openBallots } from './ballots.ts'
import { openDesk } from './desk.ts'
import { mail } from './mail.ts'
import { fillRequests } from './requests-world.ts'
import { makeWorld, type World } from './world.ts'

/** Every address × every role. A domain adds its rows in a file of its own beside ground.ts. */
const access: Access = {
  ...groundAccess,
  ...apiAccess,
  ...ballotsAccess,
  ...bouncesAccess,
  ...peopleAccess,
  ...requestsAccess,
  ...signInAccess,
  ...privacyAccess,
  ...officeAccess,
  ...meetingAccess,
  ...movingAccess,
  ...vendorAccess,
}

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await openDesk(world)
  await openBallots(world)
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Hello',
    id: 'first@maria.example',
    text: 'Hello all',
    attachment: { name: 'a.txt', content: 'An attachment' },
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  await fillRequests(world)
})
afterAll(() => world.end())

test('every address of the app stands in the table, and nothing else', () => {
  const routes = world.app.routes.filter((route) => route.method !== 'ALL').map((route) => `${route.method} ${route.path}`)
  expect([...new Set(routes)].filter((route) => !(route in access))).toEqual([])
  expect(Object.keys(access).filter((row) => !routes.includes(row))).toEqual([])
})

describe('who gets what', () => {
  for (const [address, row] of Object.entries(access)) {
    test(address, async () => {
      const [method = ''] = address.split(' ')
      const got: Record<string, number> = {}
      const wanted: Record<string, number> = {}
      for (const role of roles) {
        const browser = await world.as(role === 'visitor' ? undefined : world[role])
        const response = await browser.request(method, row.path(world), method === 'GET' ? undefined : row.form, row.headers)
        got[role] = response.status
        wanted[role] = row.expect[role] ?? row.expect.others
        // Being sent to sign-in is the only redirect a visitor gets from a page that is not hers.
        if (method === 'GET' && role === 'visitor' && response.status === 303)
          expect(response.headers.get('location')).toMatch(/^\/sign-in\?next=/)
      }
      expect(got).toEqual(wanted)
    })
  }
})
