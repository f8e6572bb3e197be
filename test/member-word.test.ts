import { resolve } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keptOf, sayKept } from '../src/lib/ui/kept.ts'
import { withMemberWord } from '../src/lib/ui/member-word.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import { listLetterKinds } from './letter-kinds.ts'
import { lettersTo } from './letters.ts'
import { walkedLanguages } from './untranslated.ts'
import { decode, type Walked, walk } from './walk.ts'
import type { Person, World } from './world.ts'

let world: World & { stella: Person }
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  await world.db.updateTable('person').set({ locale: 'en' }).execute()
})

const path = '/user-groups/lsui'
const save = async (form: Record<string, string>, person = world.ada) => (await world.as(person)).post(path, { do: 'save', ...form })
const languages = ['en', ...walkedLanguages] as const
const usual = { en: /\binstitution/i, de: /einrichtung/i, fr: /\binstitution/i, es: /\binstituci/i, it: /\bistituzion/i }

/** What a page says, without what is only in its code. */
const wordsOf = (html: string): string =>
  decode(
    html
      .replace(/<head>.*?<\/head>/s, ' ')
      .replaceAll(/<(?:"[^"]*"|[^>"])* (?:aria-label|title|placeholder)="([^"]*)"(?:"[^"]*"|[^>"])*>/g, ' $1 ')
      .replaceAll(/<[^>]*>/g, ' '),
  ).replaceAll(/\s+/g, ' ')

/** All that people wrote, and what was written for them when they did. */
async function written(): Promise<string> {
  const { rows } = await sql<{ tbl: string; col: string }>`
    select c.table_name as tbl, c.column_name as col from information_schema.columns c
      join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema and t.table_type = 'BASE TABLE'
      where c.table_schema = 'public' and c.data_type = 'text'`.execute(world.db)
  const texts: string[] = []
  for (const { tbl, col } of rows) {
    const found = await sql<{
      said: string
    }>`select distinct ${sql.ref(col)} as said from ${sql.table(tbl)} where ${sql.ref(col)} ~* 'institution|einrichtung|instituci|istituzion'`.execute(
      world.db,
    )
    texts.push(...found.rows.map(({ said }) => said.replaceAll(/\s+/g, ' ')))
  }
  return texts.join('\n')
}

// Lines of the history, and what is known of tables, are English yet. Programs and the columns of files say institution whatever members are
// called, and the page on which they are given another name offers it. The help is written for every group, and so are the names of its sections beside titles.
const formal =
  /^GET \/(?:api|help|history|admin\/privacy|me\/(?:data|privacy|history)|privacy|roster\/:group\/import|requests\/import|user-groups)\b/

/** Where a page says institution in words that nobody wrote: some of what stands around it. */
function saidIn({ address, html }: Walked, language: (typeof languages)[number], content: string): string[] {
  if (formal.test(address)) return []
  const words = wordsOf(html.replaceAll(/<a class="ask"[^>]*>[^<]*<\/a>/g, '').replaceAll(/<aside class="hint"[\s\S]*?<\/aside>/g, ''))
  return [...words.matchAll(new RegExp(usual[language], 'gi'))].flatMap(({ index }) => {
    const around = words.slice(Math.max(0, index - 12), index + 24).trim()
    const inner = words.slice(words.lastIndexOf(' ', index - 2) + 1, index + 14).trim()
    return content.includes(inner) ? [] : [`${address}: ${around}`]
  })
}

describe('with another word', () => {
  test('pages say it wherever they said institution, in each language', async () => {
    const before = (await walk(world, 'en')).filter(({ html }) => usual.en.test(wordsOf(html)))
    expect(before.length).toBeGreaterThan(15)
    expect((await save({ noun: 'library' })).status).toBe(303)
    const content = await written()
    for (const language of languages) {
      const pages = await walk(world, language)
      expect({ language, left: pages.flatMap((page) => saidIn(page, language, content)) }).toEqual({ language, left: [] })
      const word = { en: /librar/i, de: /bibliothek/i, fr: /bibliothèque/i, es: /biblioteca/i, it: /bibliotec/i }[language]
      expect(pages.filter(({ html }) => word.test(wordsOf(html))).length).toBeGreaterThan(15)
    }
  })

  test('visitors meet it on pages that are kept ready for them, at once', async () => {
    await save({ noun: 'institution' })
    const visitor = await world.as()
    const home = async () => wordsOf(await (await visitor.get('/')).text())
    const said = await home()
    await save({ noun: 'company' })
    expect(await home()).toBe(said.replaceAll(/\binstitution(s?)\b/g, (_, s) => (s ? 'companies' : 'company')))
  })

  test('letters say it', async () => {
    await save({ noun: 'school' })
    const kind = 'people.where-do-you-work'
    const asked = await (await world.as(world.ada)).post('/affiliations/basis/ask')
    expect(asked.status).toBe(303)
    await world.settle()
    const letters = (await world.postbox()).filter((one) => one.kind === kind)
    expect(letters.length).toBeGreaterThan(0)
    const [letter] = await lettersTo(world, letters[0]?.email ?? '', kind)
    expect(letter?.text).toContain('enter your school')
  })

  describe('no kind of letter says institution', () => {
    test.each(listLetterKinds().map((kind) => [`${kind.file} ${kind.name}`, kind] as const))('%s', async (_, { file, name, facts }) => {
      const module = await import(/* @vite-ignore */ resolve(file))
      const said = (told: unknown[]): string =>
        withMemberWord({ noun: 'school', own: {} }, () => {
          const { subject, text } = module[name](...told) as { subject: string; text: string }
          return `${subject}\n${text}`
        })
      fc.assert(
        fc.property(facts, (told) => {
          for (const language of languages) expect(said(told)).not.toMatch(usual[language])
        }),
        { numRuns: 10 },
      )
    })
  })
})

test('what is kept to be said later says the word of the day on which it is read', () => {
  const kept = keptOf('groups', 'hows')('named')
  expect(kept).toBe('{"say":"groups.hows.named"}')
  expect([sayKept(kept, 'en'), withMemberWord({ noun: 'company', own: {} }, () => sayKept(kept, 'de'))]).toEqual([
    'named by the institution',
    'von dem Unternehmen benannt',
  ])
})

describe('the settings of a user group', () => {
  test('are changed by its steering committee, and stand in its history', async () => {
    expect((await save({ noun: 'hospital' }, world.stella)).status).toBe(303)
    const stella = await world.as(world.stella)
    const page = await (await stella.get(path)).text()
    expect(page).toMatch(/<option value="hospital" selected/)
    expect(wordsOf(page)).toContain('Personen aus einem Krankenhaus mit Vertrag.')
    const { id } = await world.db.selectFrom('community').select('id').where('slug', '=', 'lsui').executeTakeFirstOrThrow()
    expect(wordsOf(await (await stella.get(`/history/user-group:${id}`)).text())).toContain('Stella changed the settings of the user group')
    expect((await save({ noun: 'site' }, world.carla)).status).toBe(404)
  })

  test('show sentences with a word before it is kept, and say beside the field what is wrong with it', async () => {
    const ada = await world.as(world.ada)
    const own = { noun: 'own', one_de: 'Betrieb', many_de: 'Betriebe', gender_de: 'm', one_en: 'plant', many_en: 'plants' }
    const tried = wordsOf(await (await ada.post(path, { ...own, do: 'preview' })).text())
    for (const said of [
      'Your plant supports this request.',
      'Personen aus einem Betrieb mit Vertrag.',
      'Votre institution soutient cette demande.',
    ])
      expect(tried).toContain(said)
    expect(
      (await world.db.selectFrom('community').select('memberWords').where('slug', '=', 'lsui').executeTakeFirst())?.memberWords,
    ).toEqual({})
    const refused = await ada.post(path, { ...own, gender_de: '', many_en: '{name}', do: 'save' })
    expect(refused.status).toBe(422)
    const text = wordsOf(await refused.text())
    expect(text).toContain('Choose the gender of the word.')
    expect(text).toContain('Use letters, spaces and hyphens only.')
    expect((await ada.post(path, { ...own, do: 'save' })).status).toBe(303)
    await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.ada.personId).execute()
    expect(wordsOf(await (await ada.get('/organisations')).text())).toContain('Mitgliedsbetriebe')
  })

  test('a program changes them by the act', async () => {
    const answer = await (await world.as(world.ada)).ask('POST', `/api/v1/acts${path}`, { noun: 'company' })
    expect(answer.status).toBe(200)
    expect((await world.db.selectFrom('community').select('memberNoun').where('slug', '=', 'lsui').executeTakeFirst())?.memberNoun).toBe(
      'company',
    )
  })

  test('another user group with another word: what they share says institution', async () => {
    const other = { slug: 'others', name: 'Others', memberNoun: 'school' }
    await world.db.insertInto('community').values(other).execute()
    const page = wordsOf(await (await (await world.as(world.ada)).get(path)).text())
    expect(page).toContain('The user groups of this site use different words.')
    expect(wordsOf(await (await (await world.as(world.ada)).get('/organisations')).text())).toContain('Member institutions')
  })
})
