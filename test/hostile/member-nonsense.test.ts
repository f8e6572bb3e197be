import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { listForms } from '../../src/edges/http/acts.ts'
import { pages } from '../../src/edges/http/addresses.ts'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { access } from '../access/table.ts'
import { type RoleName, type Row, roles } from '../access.ts'
import { atDesk, byTurns } from '../turns.ts'
import type { Person, World } from '../world.ts'

// Whoever may open an address sends it what no form of ours would.
let world: World
let people: Record<RoleName, Person | undefined>
beforeAll(async () => {
  const furnished = await makeFurnishedWorld()
  world = furnished
  people = { visitor: undefined, ...furnished }
})
afterAll(() => world.end())

// Each is sent as all fields at once; alone, in some of the fields.
const turns = atDesk ? 6 : 3

const nonsense = {
  empty: '',
  NUL: 'a\u0000b',
  'too long': 'x'.repeat(300_000),
  'a number beyond all numbers': '9'.repeat(30),
  'less than nothing': '-1',
}

/** Who gets furthest: the first who is not told that there is nothing. */
const insiderOf = ({ expect: wanted }: Row): RoleName => {
  const statusOf = (role: RoleName) => wanted[role] ?? wanted.others
  const inside = roles.filter((role) => role !== 'visitor' && statusOf(role) !== 404 && statusOf(role) !== 403)
  return inside.find((role) => role === 'carla') ?? inside[0] ?? 'carla'
}

const browsers = new Map<RoleName, Awaited<ReturnType<World['as']>>>()
async function browserOf(role: RoleName, address: string) {
  if (/\/(?:sign-|acting|me\b|set-up|confirm)/.test(address)) return world.as(people[role])
  const kept = browsers.get(role) ?? (await world.as(people[role]))
  browsers.set(role, kept)
  return kept
}

/** What a refusal of the API says; one of JSON-RPC or OAuth (RFC 6749) says it in a message, without a full stop. */
function wordsIn(said: object): string {
  if ('error_description' in said) return `${said.error_description}.`
  return 'jsonrpc' in said && 'error' in said ? `${(said.error as { message: string }).message}.` : Object.values(said).join(' ')
}

/** Where a page says what is wrong with a form: in one alone, and in sight. */
function misplaced(page: string): string | undefined {
  const folds: boolean[] = []
  let said = 0
  for (const [, what, attributes = ''] of page.matchAll(/<(\/?details|div class="note late problems")([^>]*)>/g)) {
    if (what === 'details') folds.push(/ open\b/.test(attributes))
    else if (what === '/details') folds.pop()
    else if (folds.includes(false)) return 'what is wrong is folded away'
    else if (++said > 1) return 'what is wrong stands in several forms'
  }
  return undefined
}

/** What came of it, unless it was taken or refused in words. */
async function fault(response: Response): Promise<string | undefined> {
  if (response.status >= 500) return String(response.status)
  if (response.status < 400) return undefined
  const said = await response.text()
  const json = response.headers.get('content-type')?.includes('json')
  const place = json ? undefined : misplaced(said)
  if (place !== undefined) return place
  const words = json ? wordsIn(JSON.parse(said) as object) : said.replaceAll(/<head>[\s\S]*<\/head>|<[^>]*>/g, ' ')
  return /\p{L}{2}.*[.?!]/su.test(words) ? undefined : `${response.status} without a word: ${said.slice(0, 200)}`
}

const fieldsOf = (form: z.ZodType | undefined): string[] => (form instanceof z.ZodObject ? Object.keys(form.shape) : [])
const declared = new Map(listForms(pages).map(({ path, act }) => [`POST ${path}`, fieldsOf(act?.form)]))
const rows = Object.entries(access)

describe('nonsense in a field is refused in words', () => {
  for (const [address, row] of rows.filter(([one]) => !one.startsWith('GET')))
    test(address, async () => {
      const faults: string[] = []
      const [method = ''] = address.split(' ')
      const names = [...new Set([...(declared.get(address) ?? []), ...Object.keys(row.form ?? {})])]
      const role = insiderOf(row)
      let touched = true
      for (const [turn, [what, value]] of Object.entries(nonsense).entries()) {
        const all = Object.fromEntries(names.map((name) => [name, value]))
        // One that is refused for all its fields is asked with each alone as well.
        const forms =
          what === 'empty'
            ? [all, {}]
            : [all, ...byTurns(names, turn + address.length, turns).map((name) => ({ ...row.form, [name]: value }))]
        for (const form of forms) {
          await world.db.deleteFrom('rateWindow').execute()
          if (touched) await row.renew?.(world)
          const answer = await (await browserOf(role, address)).request(method, row.path(world), form as Record<string, string>)
          touched = answer.status < 400
          const found = await fault(answer)
          if (found !== undefined) faults.push(`${role}, ${what} in ${Object.keys(form)}: ${found}`)
        }
      }
      expect(faults).toEqual([])
    })
})

describe('nonsense in an address is refused in words', () => {
  const parts = ['-1', '9'.repeat(30), '%00', '%ff', "'", 'x'.repeat(3_000)]
  for (const [address, row] of rows.filter(([one]) => one.includes(':')))
    test(address, async () => {
      const faults: string[] = []
      const [method = '', pattern = ''] = address.split(' ')
      const role = insiderOf(row)
      await row.renew?.(world)
      const segments = (row.path(world).split('?')[0] ?? '').split('/')
      const named = pattern.split('/')
      for (const [i, name] of named.entries())
        if (name.startsWith(':') && named.length === segments.length)
          for (const part of byTurns(parts, i + address.length, turns)) {
            await world.db.deleteFrom('rateWindow').execute()
            const path = segments.map((segment, at) => (at === i ? part : segment)).join('/')
            const found = await fault(await (await browserOf(role, address)).request(method, path, method === 'GET' ? undefined : row.form))
            if (found !== undefined) faults.push(`${role} ${path.slice(0, 100)}: ${found}`)
          }
      expect(faults).toEqual([])
    })

  const lists = ['requests', 'stories', 'topics', 'meetings', 'decisions', 'ballots', 'answers', 'commitments', 'show-and-tell', 'roster']
  test.each([...lists, 'events', 'news', 'documents', 'reports', 'charter', 'relationship'])(
    '/%s knows no group of such a name',
    async (path) => {
      // What was typed into forms above may have become one.
      const named = world.db.selectFrom('workingGroup').select('slug').unionAll(world.db.selectFrom('community').select('slug'))
      const groups = new Set((await named.execute()).map(({ slug }) => slug))
      for (const role of ['visitor', 'susi', 'carla', 'ada'] as const)
        for (const part of parts.filter((one) => !groups.has(one))) {
          await world.db.deleteFrom('rateWindow').execute()
          const answer = await (await browserOf(role, path)).get(`/${path}?group=${part}`)
          expect([role, part.slice(0, 40), answer.status]).toEqual([role, part.slice(0, 40), 404])
        }
    },
  )
})
