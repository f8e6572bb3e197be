import { describe, expect, test } from 'vitest'
import { blindSet, fourthBlindSet } from '../../bench/likeness-sets.ts'
import { fromParts, toParts } from '../../src/lib/similar/packed.ts'
import { type Entry, SimilarIndex } from '../../src/lib/similar/similar.ts'
import { isSure } from '../../src/lib/similar/why.ts'
import { namesIn } from '../../src/lib/similar/words.ts'
import { shownFrom } from '../../src/requests/rules.ts'
import { readGold } from './gold.ts'

const indexOf = (entries: Entry[], synonyms: string[][] = []): SimilarIndex => {
  const index = new SimilarIndex(synonyms)
  for (const entry of entries) index.put(entry)
  return index
}

test('finds the same need among the first five in the project’s own set, in at least 93 of 100 cases', () => {
  const { posts, likes, groups } = readGold()
  expect(posts.length).toBeGreaterThanOrEqual(145)
  expect(groups).toBeGreaterThanOrEqual(60)
  const index = indexOf(posts)
  const shares = posts.map((post) => {
    const wanted = likes.get(post.id) ?? []
    const found = index.find(post, { limit: 5 }).map(({ id }) => id)
    return wanted.filter((id) => found.includes(id)).length / wanted.length
  })
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.93)
})

test('is sure of none that is about something else, and of many that are the same need', () => {
  const { posts, likes } = readGold()
  const sure = { right: 0, wrong: [] as string[] }
  for (const post of posts) {
    const same = likes.get(post.id) ?? []
    // Once with the others that are the same, once as the first who asks.
    for (const left of [[], same]) {
      const index = indexOf(posts.filter(({ id }) => id !== post.id && !left.includes(id)))
      for (const one of index.find(post, { limit: 3 }).filter(isSure))
        if (same.includes(one.id)) sure.right++
        else sure.wrong.push(`${post.title} (${one.id})`)
    }
  }
  expect(sure.wrong).toEqual([])
  expect(sure.right).toBeGreaterThanOrEqual(60)
})

test.each([
  ['posts whose writer did not know it', blindSet(), 0.92],
  ['posts of a writer who came when all was settled', fourthBlindSet(), 0.8],
])('finds what other languages say of the same need: %s', (_what, { entries, cases }, least) => {
  expect(entries.length).toBeGreaterThanOrEqual(300)
  const languages = new Map(entries.map(({ id, language }) => [id, language]))
  const index = indexOf(entries)
  const shares = cases.flatMap(({ query, wanted }) => {
    const others = wanted.filter((id) => languages.get(id) !== query.language)
    const found = index.find(query, { limit: 5 }).map(({ id }) => id)
    return others.length === 0 ? [] : [others.filter((id) => found.includes(id)).length / Math.min(5, others.length)]
  })
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(least)
})

test('shows what is told in wholly different words, and says so', () => {
  const index = indexOf(fourthBlindSet().entries)
  const found = index.find(
    {
      id: 0,
      title: 'Nach dem Semesterwechsel alles von Hand',
      text: 'Wir müssen Hunderte Semesterapparate einzeln wieder auf vollständig setzen.',
    },
    { atLeast: shownFrom },
  )
  expect(found.length).toBeGreaterThan(0)
  expect(found.some(({ why }) => why.some(({ kind }) => kind === 'sense'))).toBe(true)
})

test('suggests something to at most one of ten whose need nobody has told of yet', () => {
  const { posts, likes } = readGold()
  const alarmed = posts.filter((post) => {
    const same = likes.get(post.id) ?? []
    return indexOf(posts.filter(({ id }) => !same.includes(id))).find(post, { atLeast: shownFrom }).length > 0
  })
  expect(alarmed.length / posts.length).toBeLessThanOrEqual(0.1)
})

test('is the same whether texts came at once or changed again and again', () => {
  const { posts } = readGold()
  const often = indexOf(posts)
  for (let round = 0; round < 5; round++) for (const post of posts) often.put(post)
  const [once, other] = [indexOf(posts), posts[7] as Entry]
  const idsOf = (index: SimilarIndex) => index.find(other, { limit: 5 }).map(({ id }) => id)
  expect(idsOf(often)).toEqual(idsOf(once))
  expect(often.size).toBe(posts.length)
})

describe('a name', () => {
  test.each<[string, string[]]>([
    ['In Safari the LTI 1.3 launch fails on an iPad, and with Moodle (Canvas too).', ['lti', 'ipad', 'safari', 'moodle', 'canvas']],
    ['PRINTING is bad. Lists are long. We want more.', []],
  ])('is told from a word by how it is written: %s', (text, names) => {
    expect([...namesIn({ title: 'Reorder Citations By Keyboard', text }, 'en')].sort()).toEqual(names.sort())
  })

  test('is none of the nouns of German', () => {
    expect([...namesIn({ title: 'Listen', text: 'Beim Drucken fehlt der Abschnitt mit LTI.' }, 'de')]).toEqual(['lti'])
  })

  test('comes first among the reasons', () => {
    const index = indexOf([{ id: 1, title: 'Blank page', text: 'The launch by LTI shows a blank page in Safari.', language: 'en' }])
    const [first] = index.find({ id: 0, title: 'Blank launch', text: 'With LTI the launch in Safari is blank.', language: 'en' })
    expect(first?.why[0]).toEqual({ kind: 'names', names: expect.arrayContaining(['LTI', 'Safari']) })
  })
})

test('an index that was kept and caught up says what one says that was made anew', async () => {
  const { posts } = readGold()
  const whole = posts.map(
    (post, at): Entry => ({ ...post, area: at % 3 ? 'Lists' : null, ...(at % 9 ? {} : { numbers: [`CAS-${at}`], threads: [at] }) }),
  )
  const synonyms = [['rollover', 'copy to the next year']]
  const before = indexOf(
    whole.slice(0, -20).map((entry, at) => (at % 10 ? entry : { ...entry, text: 'Something else was said before.' })),
    synonyms,
  )
  before.put({ id: 9_999, title: 'Gone since', text: 'A request that nobody keeps' })
  // It was asked, and has lost some, before it was kept; and it is kept once more.
  before.find(whole[3] as Entry)
  before.remove((whole[5] as Entry).id)
  const kept = SimilarIndex.of(await fromParts(await toParts(before.pack())), synonyms)
  const index = SimilarIndex.of(await fromParts(await toParts(kept.pack())), synonyms)
  index.remove(9_999)
  for (const [at, entry] of whole.entries()) if (at % 10 === 0 || at === 5 || at >= whole.length - 20) index.put(entry)
  const anew = indexOf(whole, synonyms)
  expect(index.size).toBe(anew.size)
  const said = (one: SimilarIndex, query: Entry) =>
    one
      .find({ ...query, id: 0 }, { limit: 8 })
      .map(({ id, likeness, why }) => ({ id, likeness: likeness.toFixed(4), why }))
      .toSorted((a, b) => b.likeness.localeCompare(a.likeness) || a.id - b.id)
  for (const query of whole.slice(0, 60)) expect(said(index, query)).toEqual(said(anew, query))
})

describe('a suggestion', () => {
  const base: Entry[] = [
    {
      id: 1,
      title: 'Broken links',
      text: 'A report of broken links for each department.',
      language: 'en',
      area: 'Links',
      numbers: ['00412345'],
      threads: [7],
    },
    { id: 2, title: 'Purchase requests', text: 'They should carry the number of students.', language: 'en' },
    { id: 3, title: 'Literaturlisten drucken', text: 'Der Ausdruck schneidet Anmerkungen ab.', language: 'de' },
    { id: 4, title: 'Nothing of all this', text: 'Copyright permissions end without a warning.', language: 'en' },
  ]
  test.each<[string, Omit<Entry, 'id'>, number, string[], string[][]?]>([
    ['the same words in other forms', { title: 'Reporting a broken link', text: '' }, 1, ['words']],
    ['a slip of the keys', { title: 'Brokken linsk for a deprtment', text: '' }, 1, ['spelling']],
    [
      'a part of a compound',
      { title: 'Literatur drucken', text: 'Eine Anmerkung ist abgeschnitten', language: 'de' },
      3,
      ['words', 'synonyms'],
    ],
    ['what another language calls it', { title: 'Warnung, bevor eine Genehmigung endet', text: '', language: 'de' }, 4, ['synonyms']],
    ['a synonym of the group', { title: 'Dead URLs', text: '' }, 1, ['synonyms'], [['dead urls', 'broken links']]],
    ['the same support case', { title: 'Something else', text: '', numbers: ['004-12345'] }, 1, ['number']],
    ['the same area and thread as well', { title: 'Broken', text: '', area: 'Links', threads: [7] }, 1, ['thread', 'words', 'area']],
  ])('says why: %s', (_name, query, wanted, kinds, synonyms = []) => {
    const [first] = indexOf(base, synonyms).find({ ...query, id: 0 })
    expect([first?.id, first?.why.map(({ kind }) => kind)]).toEqual([wanted, expect.arrayContaining(kinds)])
  })

  test('comes of what the author says, never of what she quotes or how she signs', () => {
    const text =
      'I agree.\n\nOn Friday Maria wrote:\n> A report of broken links for each department, please.\n\n-- \nBroken Links Department'
    expect(indexOf(base).find({ id: 0, title: '', text, mail: true })).toEqual([])
    expect(indexOf(base).find({ id: 0, title: '', text })[0]?.id).toBe(1)
  })

  test('is never the thing itself, and goes with what is taken out', () => {
    const index = indexOf(base)
    expect(index.find(base[0] as Entry).map(({ id }) => id)).not.toContain(1)
    index.remove(1)
    expect(index.size).toBe(3)
    expect(index.find({ ...(base[0] as Entry), id: 0 }).map(({ id }) => id)).not.toContain(1)
    index.put({ id: 2, title: 'Broken links', text: '', language: 'en' })
    expect(index.find({ id: 0, title: 'Broken links', text: '' })[0]?.id).toBe(2)
  })
})
