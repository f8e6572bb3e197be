import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFurnishedWorld } from './access/furnished.ts'
import { access } from './access/table.ts'
import { bareLiterals } from './bare-literals.ts'
import { runtimeWords } from './intl-words.ts'
import { pageOf, piecesOf, writer } from './pieces.ts'
import { long, speakPseudo } from './pseudo.ts'
import type { Person, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeFurnishedWorld()
  speakPseudo()
})
afterAll(() => world.end())

/** Names and formats: they are the same in every language. */
const alike = new Set(
  'Rapport|Webhooks|OpenID Connect|SAML|WordPress|Show and Tell|Atom|JSON|JSON Feed|PDF|DOCX|Markdown|CSV|XLSX|ZIP|ICS|HTML|EML|mbox|Message-ID|Phragmén|Schulze|UTC|iCalendar|SHA-256|Enter|Esc'.split(
    '|',
  ),
)

/** Fields of a charter are filled in in the language of their clause. */
const inTheClausesLanguage =
  /founded on a date not recorded yet|^every 2 months|^a roster$|The group meets every 2 months|The group has a roster/

const isReceipt = /^\w{4}-\w{4}-\w{4}$/

/**
 * What stands on a page and came neither from a message, nor from the runtime, nor from a person. A word of a message bears accents and a
 * dot at its end; whatever a message was told stands between such words.
 */
function bareIn(html: string, isWritten: (piece: string) => boolean, runtime: ReadonlySet<string>): string[] {
  // Code is no language, and the help that a title leads to is a page of its own, which a language has or lacks.
  const said = html.replaceAll(/<a class="ask"[^>]*>[^<]*<\/a>|<(code|pre|kbd)\b[^>]*>[^<]*<\/\1>/g, ' ')
  const parts = piecesOf(said, long).flatMap((piece) =>
    isWritten(piece) ? [] : piece.split(/\[|\]|[\p{L}’'-]*·+| [–>] |, |; |: |\(|\)|“|”|"/u),
  )
  const left = parts
    .filter((part) => !isWritten(part.trim()))
    .map((part) => part.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((part) => /\p{L}{3}/u.test(part) && !/[@/_]|\w\.\w|=/.test(part) && !isReceipt.test(part) && !alike.has(part))
    .filter((part) => !isWritten(part) && !inTheClausesLanguage.test(part))
    .filter((part) => part.split(/[^\p{L}\p{M}]+/u).some((word) => word.length > 2 && !runtime.has(word.toLowerCase())))
  return [...new Set(left)]
}

// Each page once, as the first of these who may see it.
const readers = ['visitor', 'carla', 'ada', 'susi', 'vera', 'lena', 'stella', 'maria'] as const

// Names that are filled in, addresses of a menu, words in other languages, and what this world wrote in parts. It may only become less.
const mostBare = 50

test('no page of the access table says anything that is not a message, but for what is known', async () => {
  const isWritten = await writer(world)
  const runtime = runtimeWords(long)
  await world.db.updateTable('person').set({ locale: long }).execute()
  const browsers = new Map<string, Awaited<ReturnType<World['as']>>>()
  for (const name of readers)
    browsers.set(name, await world.as(name === 'visitor' ? undefined : (world as unknown as Record<string, Person>)[name]))
  const left = new Map<string, string>()
  let asked = 0
  for (const [address, row] of Object.entries(access)) {
    const name = readers.find((one) => (row.expect[one] ?? row.expect.others) === 200)
    if (!address.startsWith('GET ') || address.includes('/api/') || !name) continue
    await row.renew?.(world)
    const page = await pageOf(world, browsers.get(name) as never, row.path(world), long)
    if (page?.status !== 200) continue
    asked += 1
    expect({ address, said: /<html lang="([\w-]+)"/.exec(page.html)?.[1] }).toEqual({ address, said: long })
    for (const part of bareIn(page.html, isWritten, runtime)) left.set(part, left.get(part) ?? address)
  }
  expect(asked).toBeGreaterThan(200)
  if (left.size > mostBare || process.env.RAPPORT_WORST)
    process.stdout.write(
      `${[...left]
        .map(([part, address]) => `${part}  (${address})`)
        .sort()
        .join('\n')}\n${left.size} bare\n`,
    )
  expect(left.size).toBeLessThanOrEqual(mostBare)
})

test('no view has a text of its own, whatever it is shown for', () => {
  // The name of a place, the scopes of OpenID Connect, and a header of mail.
  const known = [
    'src/list/moderation-rules/views.tsx: X-Spam-Flag',
    'src/people/guests/views.tsx: openid profile email roles',
    'src/talks/pages.tsx: Show and Tell',
  ]
  expect(bareLiterals(join(import.meta.dirname, '..'))).toEqual(known)
})
