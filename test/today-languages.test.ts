import { globSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { locales } from '../src/lib/ui/format.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import type { World } from './world.ts'

interface Said {
  title: string
  meta: string
  button: string
}
type Catalogue = (locale: string) => Record<string, (facts: object) => Said>

const files = globSync('src/**/*waiting-words.ts')

/** Every kind of what may wait, as its catalogue says it in a language; each fact is `value`. */
async function kindsIn(locale: string, value: number): Promise<[string, Said][]> {
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ `../${file}`)))
  const catalogues = modules.flatMap((one) => Object.values<Catalogue>(one))
  const facts = new Proxy({}, { get: () => value })
  return catalogues.flatMap((words) => Object.entries(words(locale)).map(([kind, say]): [string, Said] => [kind, say(facts)]))
}

// Spelt alike in both languages.
const cognates = ['1 · 1 clause', '2 · 2 clauses']

const letters = (text: unknown) => String(text).replaceAll(/[^\p{L}]/gu, '')

test('every kind of what waits has words of its own in each language', async () => {
  const english = await kindsIn('en', 2)
  expect(english.length).toBeGreaterThan(40)
  for (const locale of ['de', 'fr', 'es', 'it']) {
    for (const value of [1, 2]) {
      const measure = new Map(await kindsIn('en', value))
      for (const [kind, said] of await kindsIn(locale, value)) {
        const en = measure.get(kind)
        const same = (['title', 'meta', 'button'] as const).filter(
          (part) => letters(en?.[part]) && en?.[part] === said[part] && !cognates.includes(said[part]),
        )
        expect({ kind, locale, same }).toEqual({ kind, locale, same: [] })
      }
    }
  }
})

const mailsOf = async (world: World) =>
  (await world.postbox())
    .filter((mail) => mail.kind === 'site.week')
    .map(({ email, bytes }) => ({
      email,
      text: (bytes ?? Buffer.alloc(0))
        .toString('utf8')
        .replaceAll('=\r\n', '')
        .replaceAll(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8')),
    }))

test('the page and the weekly mail say each entry in the language of the reader', async () => {
  const world = await makeFurnishedWorld()
  onTestFinished(() => world.end())
  const { carla, maria, ada, lena, stella, vera } = world
  const people = { carla, maria, ada, lena, stella, vera }
  const seen = new Set<string>()
  for (const [name, person] of Object.entries(people)) {
    const browser = await world.as(person)
    const said: Record<string, Said[]> = {}
    for (const locale of locales) {
      await world.db.deleteFrom('rateWindow').execute()
      expect((await browser.ask('PATCH', '/api/v1/me', { locale })).status).toBeLessThan(300)
      const { items } = (await (await browser.ask('GET', '/api/v1/me/today')).json()) as { items: (Said & { path: string })[] }
      said[locale] = items
      const page = await (await browser.get('/today')).text()
      expect(page).toContain(`<html lang="${locale}"`)
      for (const { path } of items) expect(page).toContain(`href="${path.replaceAll('&', '&amp;')}"`)
    }
    for (const locale of ['de', 'fr', 'es', 'it']) {
      const english = said.en ?? []
      expect(said[locale]).toHaveLength(english.length)
      for (const [place, { title }] of english.entries()) {
        seen.add(title)
        expect({ name, locale, title: said[locale]?.[place]?.title }).not.toEqual({ name, locale, title })
      }
    }
    // The mails below speak the last language that was set: half of the people read German, the others French.
    const locale = name < 'd' ? 'de' : 'fr'
    await browser.ask('PATCH', '/api/v1/me', { locale })
    await browser.ask('PUT', '/api/v1/me/today/mail', { weekly: true })
  }
  expect(seen.size).toBeGreaterThan(10)
  world.clock.now = new Date('2026-10-19T09:00:00Z')
  await world.write((tx) => enqueue(tx, 'today.beginWeek'))
  await world.settle()
  // The others read English.
  const mails = (await mailsOf(world)).filter(({ email }) => Object.values(people).some((person) => person.email === email))
  expect(mails.map(({ email }) => email)).toEqual(expect.arrayContaining(['carla@carla.example', 'maria@maria.example']))
  for (const { email, text } of mails) {
    const english = [...seen].filter((title) => text.includes(`. ${title}`))
    expect({ email, english }).toEqual({ email, english: [] })
  }
})
