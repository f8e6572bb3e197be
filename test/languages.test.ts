import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales } from '../src/lib/ui/format.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import { access } from './access/table.ts'
import { type Page, pageOf, piecesOf, writer } from './pieces.ts'
import type { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world.end())

/** Names, formats, and words that both languages spell alike; the month in the English title of an issue of the newsletter. */
const alike = new Set(
  'Option|Problem|Webhooks|OpenID Connect|SAML|Administration|Redaktion|Liste|Region|Portal|Agenda|Show and Tell|For programs|News in Brief|Rapport|Atom|JSON|JSON Feed|PDF|DOCX|Markdown|CSV|ZIP|ICS|HTML|Message-ID|Name|Person|Version|Versionen|Quorum|Status|Region|Dokument|Phragmén|Schulze|UTC|E-Mail|Newsletter|Website|Links|Enter|Esc|iCalendar|.pb|SHA-256|Workshop|Navigation|Text|Format|April|August|September|November|October|Jan|Feb|Apr|Aug|Nov|Sep'.split(
    '|',
  ),
)

/** Fields of a charter are filled in in the language of their clause. */
const inTheClausesLanguage = /founded on a date not recorded yet|^every 2 months$|^a roster$/

const isReceipt = /^\w{4}-\w{4}-\w{4}$/

/** What a page says in German that it says word for word in English, and that nobody wrote: our words that were not translated. */
async function untranslatedIn(english: Page, german: Page, isWritten: (piece: string) => boolean): Promise<string[]> {
  const measure = new Set(piecesOf(english.html, 'en'))
  const left = piecesOf(german.html, 'de')
    .filter((piece) => measure.has(piece))
    .flatMap((piece) => (isWritten(piece) ? [] : piece.split(/ [·–>] |, |; |: |\(|\)|“|”|"/)))
    .filter((part) => !isWritten(part) && !isReceipt.test(part) && !inTheClausesLanguage.test(part))
    .map((part) => part.replaceAll(/^[\s·,.#:\d]+|[\s·,.:\d]+$|\bUTC$/g, ''))
    .filter((part) => /\p{L}{3}/u.test(part) && !/[@/_]|\w\.\w|=/.test(part) && !alike.has(part) && !isWritten(part))
  return [...new Set(left)]
}

test('every page for everybody is whole in the language of who reads it', async () => {
  const isWritten = await writer(world)
  const visitor = await world.as()
  const leftovers: Record<string, string[]> = {}
  let asked = 0
  for (const [address, row] of Object.entries(access)) {
    if (!address.startsWith('GET ') || (row.expect.visitor ?? row.expect.others) !== 200) continue
    const path = row.path(world)
    const english = await pageOf(world, visitor, path, 'en')
    if (!english) continue
    asked += 1
    for (const language of locales) {
      const page = await pageOf(world, visitor, path, language)
      const said = /<html lang="(\w+)"/.exec(page?.html ?? '')?.[1]
      expect({ address, status: page?.status, said }).toEqual({ address, status: 200, said: language })
    }
    const german = await pageOf(world, visitor, path, 'de')
    const left = german ? await untranslatedIn(english, german, isWritten) : []
    if (left.length > 0) leftovers[`${address} (${path})`] = left
  }
  expect(asked).toBeGreaterThan(40)
  expect(leftovers).toEqual({})
})
