import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { buildThreads, type ThreadOptions } from './thread.ts'
import { type Claim, chooseParent, claimsOf, compareClaims, cutsOf } from './thread-claims.ts'
import { nodesOf, type ThreadInput, type ThreadNode } from './thread-tree.ts'

let serial = 0
const mail = (messageId: string, references: string[] = [], rest: Partial<ThreadInput> = {}): ThreadInput => ({
  messageId,
  inReplyTo: null,
  references,
  subject: '',
  date: null,
  id: serial++,
  ...rest,
})

/** `a(b c(d))`; a ghost's id is in brackets. */
const draw = (nodes: readonly ThreadNode[]): string =>
  nodes
    .map(
      ({ messageId, message, children }) => (message ? messageId : `[${messageId ?? ''}]`) + (children.length ? `(${draw(children)})` : ''),
    )
    .join(' ')
const tree = (messages: ThreadInput[], options?: ThreadOptions) => draw(buildThreads(messages, options))
const day = (n: number) => ({ date: new Date(Date.UTC(2026, 0, n)) })

describe('who answers whom', () => {
  test('an answer stands below the last message it refers to', () => {
    expect(tree([mail('a'), mail('b', ['a']), mail('c', ['a', 'b'])])).toBe('a(b(c))')
  })
  test('In-Reply-To names the parent, whatever References end with', () => {
    expect(tree([mail('a'), mail('b', ['a']), mail('c', ['a'], { inReplyTo: 'b' }), mail('d', [], { inReplyTo: 'a' })])).toBe('a(b(c) d)')
    expect(chooseParent(mail('x', ['b', 'a', 'root'], { inReplyTo: 'b' }))).toBe('b')
  })
  test('what people typed at a prompt for a Message-ID is none', () => {
    expect(chooseParent(mail('x', ['a@b', 'yes'], { inReplyTo: 'y' }))).toBe('a@b')
  })
  test('a mail that refers to itself only starts a thread', () => {
    expect(chooseParent(mail('a', ['a'], { inReplyTo: 'a' }))).toBeNull()
  })
  test('of hundreds of references the first and the nearest count', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `r${i}`)
    const claims = claimsOf(mail('x', ids))
    expect(claims).toHaveLength(100)
    expect(claims[0]).toMatchObject({ child: 'x', parent: 'r4999', own: true })
    expect(claims[1]).toMatchObject({ child: 'r4901', parent: 'r0' })
  })
  test('siblings stand in the order of their dates', () => {
    expect(tree([mail('a', [], day(1)), mail('b', ['a'], day(4)), mail('c', ['a'], day(2)), mail('d', ['a'])])).toBe('a(c b d)')
  })
})

describe('a message that nobody has', () => {
  test('holds its answers together, and stands below what they refer to before it', () => {
    expect(tree([mail('c', ['a', 'b']), mail('d', ['a', 'b'])])).toBe('[a]([b](c d))')
    expect(tree([mail('c', ['a', 'b']), mail('d', ['a', 'b'])], { ghosts: 'needed' })).toBe('[b](c d)')
  })
  test('is believed to stand where the longest list of references puts it', () => {
    expect(tree([mail('x', ['a', 'g']), mail('y', ['a', 'b', 'g'])])).toBe('[a]([b]([g](x y)))')
  })
  test('takes its own place when it arrives, whatever others said about it', () => {
    expect(tree([mail('x', ['a', 'g']), mail('y', ['a', 'b', 'g']), mail('g', ['b'])])).toBe('[a]([b](g(x y)))')
  })
  test('is left out where nothing hangs on it', () => {
    expect(tree([mail('b'), mail('c', ['a', 'b'])])).toBe('b(c)')
  })
  test('that only one answer remembers makes way for it, where only needed ones are shown', () => {
    expect(tree([mail('a'), mail('c', ['a', 'b'])], { ghosts: 'needed' })).toBe('a(c)')
  })
})

describe('messages that answer each other', () => {
  test('stand below the one with the fewest references, then the earliest', () => {
    expect(tree([mail('b', ['a', 'c']), mail('c', ['b'])])).toBe('c(b)')
    expect(tree([mail('l12', [], { inReplyTo: 'l21', ...day(1) }), mail('l21', [], { inReplyTo: 'l12', ...day(2) })])).toBe('l12(l21)')
  })
  test('in a ring of three are all shown', () => {
    expect(tree([mail('a', ['c']), mail('b', ['a']), mail('c', ['b'])])).toBe('c(a(b))')
  })
})

describe('two messages with one Message-ID', () => {
  test('the earlier one keeps the answers, the other stands beside it', () => {
    const later = mail('b', ['a'], { ...day(3), subject: 'later' })
    const earlier = mail('b', ['a'], { ...day(2), subject: 'earlier' })
    const roots = buildThreads([later, mail('a', [], day(1)), mail('c', ['b'], day(4)), earlier])
    expect(draw(roots)).toBe('a(b(c) b)')
    expect(roots[0]!.children.map((node) => node.message?.subject)).toEqual(['earlier', 'later'])
  })
})

describe('one subject', () => {
  const [may, june] = [mail('a', [], { subject: 'Minutes', ...day(1) }), mail('b', [], { subject: 'minutes', ...day(2) })]
  const answer = mail('c', [], { subject: 'AW: [list] Minutes', ...day(3) })
  test('does not join threads in the archive', () => {
    expect(tree([answer, june, may])).toBe('a b c')
  })
  test('joins the threads of a mailbox as IMAP does', () => {
    expect(tree([answer, june, may], { bySubject: 'rfc5256' })).toBe('[](a b c)')
    expect(tree([answer, may], { bySubject: 'rfc5256' })).toBe('a(c)')
    expect(
      tree([mail('x', ['g'], { subject: 'Re: Minutes' }), mail('y', ['g'], { subject: 'Re: Minutes' }), may], { bySubject: 'rfc5256' }),
    ).toBe('[g](a x y)')
    expect(tree([mail('x'), mail('y')], { bySubject: 'rfc5256' })).toBe('x y')
  })
})

// A small world, so that messages refer to each other, to ghosts and in circles all the time.
const id = fc.constantFrom(...'abcdefgh')
const messages = fc
  .array(
    fc.record({
      messageId: id,
      inReplyTo: fc.option(id),
      references: fc.array(id, { maxLength: 6 }),
      subject: fc.constantFrom('', 'x', 'Re: x', 'Fwd: y', 'y'),
      date: fc.option(fc.integer({ min: 1, max: 4 }).map((n) => new Date(n * 86_400_000))),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((message, i): ThreadInput => ({ ...message, id: i })))
const options = fc.record({
  bySubject: fc.constantFrom<NonNullable<ThreadOptions['bySubject']>[]>('never', 'rfc5256'),
  ghosts: fc.constantFrom<NonNullable<ThreadOptions['ghosts']>[]>('all', 'needed'),
})
const shuffled = messages.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))

/** The parents that the rules give, worked out in the plainest way: every claim about a node looked at, the strongest taken. */
function plainParents(list: ThreadInput[]): Map<string, string | null> {
  const all = list.flatMap((message) => claimsOf(message))
  const best = new Map<string, Claim>()
  for (const { child } of all) best.set(child, all.filter((claim) => claim.child === child).toSorted(compareClaims)[0]!)
  const cuts = new Set<string>()
  for (const start of best.keys()) {
    const path = [start]
    for (let at = best.get(start)!.parent; at !== null && !path.includes(at); at = best.get(at)?.parent ?? null) path.push(at)
    if (best.get(path.at(-1)!)?.parent !== start) continue
    const [cut] = path
      .map((node) => best.get(node)!)
      .toSorted((a, b) => a.depth - b.depth || (a.at === b.at ? 0 : a.at - b.at) || (a.child < b.child ? 1 : -1))
    cuts.add(cut!.child)
  }
  return new Map([...best].map(([child, claim]) => [child, cuts.has(child) ? null : claim.parent]))
}

describe('any messages in any order', () => {
  test('give the same trees', () => {
    fc.assert(
      fc.property(shuffled, options, ([list, other], how) => {
        expect(draw(buildThreads(other, how))).toBe(draw(buildThreads(list, how)))
      }),
      { numRuns: 1000 },
    )
  })
  test('stand in the trees exactly once each', () => {
    fc.assert(
      fc.property(messages, options, (list, how) => {
        const found = nodesOf(buildThreads(list, how)).flatMap((node) => node.message ?? [])
        expect(found.map((message) => message.id).toSorted((a, b) => Number(a) - Number(b))).toEqual(list.map((message) => message.id))
      }),
      { numRuns: 1000 },
    )
  })
  test('never go round in circles, and no ghost hangs without a message', () => {
    fc.assert(
      fc.property(messages, options, (list, how) => {
        const nodes = nodesOf(buildThreads(list, how))
        expect(new Set(nodes).size).toBe(nodes.length)
        for (const node of nodes) expect(node.message !== null || node.children.length > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
  test('have the parents that the rules say, and only ghosts between', () => {
    fc.assert(
      fc.property(messages, (list) => {
        const parents = plainParents(list)
        const seen = new Set<string>()
        for (const parent of nodesOf(buildThreads(list)).toSorted((a, b) => a.rank - b.rank))
          for (const { messageId, message } of parent.children) {
            const first = message === list.toSorted(byDate).find((other) => other.messageId === messageId)
            if (message === null || first) expect([messageId, parents.get(messageId!)]).toEqual([messageId, parent.messageId])
            if (first) seen.add(messageId!)
          }
        for (const [child, parent] of parents)
          if (list.some((message) => message.messageId === child)) expect(seen.has(child)).toBe(parent !== null)
      }),
      { numRuns: 1000 },
    )
  })
  test('arriving one by one, keep what an archive stores equal to what a rebuild gives', () => {
    fc.assert(
      fc.property(shuffled, ([list, arriving]) => {
        const stored = new Map<string, Claim>()
        for (const [i, message] of arriving.entries()) {
          for (const claim of claimsOf(message)) {
            const held = stored.get(claim.child)
            if (!held || compareClaims(claim, held) < 0) stored.set(claim.child, claim)
          }
          const cuts = cutsOf(stored)
          const parents = new Map([...stored].map(([child, { parent }]) => [child, cuts.has(child) ? null : parent]))
          expect(parents).toEqual(plainParents(arriving.slice(0, i + 1)))
        }
        expect(stored.size).toBe(plainParents(list).size)
      }),
      { numRuns: 500 },
    )
  })
  test('that hang together by references are the messages of one thread: no tree reaches beyond them', () => {
    fc.assert(
      fc.property(messages, (list) => {
        const group = new Map<string, string>()
        const find = (at: string): string => (group.has(at) ? find(group.get(at)!) : at)
        for (const { messageId, references, inReplyTo } of list)
          for (const ref of [...references, ...(inReplyTo ? [inReplyTo] : [])])
            if (find(ref) !== find(messageId)) group.set(find(ref), find(messageId))
        for (const root of buildThreads(list)) expect(new Set(nodesOf([root]).map((node) => find(node.messageId!))).size).toBe(1)
        const threads = Map.groupBy(list, (message) => find(message.messageId))
        const apart = [...threads.values()].flatMap((thread) => buildThreads(thread))
        expect(apart.map((root) => draw([root])).toSorted()).toEqual(
          buildThreads(list)
            .map((root) => draw([root]))
            .toSorted(),
        )
      }),
      { numRuns: 500 },
    )
  })
})

function byDate(a: ThreadInput, b: ThreadInput): number {
  const time = (message: ThreadInput) => message.date?.getTime() ?? Number.MAX_SAFE_INTEGER
  return time(a) - time(b) || Number(a.id) - Number(b.id)
}

test('a thread of 200,000 answers to answers is built, not deeper than the stack', () => {
  const chain = Array.from({ length: 200_000 }, (_, i) => mail(`m${i}`, i ? [`m${i - 1}`] : []))
  const roots = buildThreads(chain.reverse(), { ghosts: 'needed' })
  expect(nodesOf(roots)).toHaveLength(200_000)
})

test('a thread of answers to answers is built in time that grows as it is long', () =>
  expectLinear(50_000, (length) =>
    buildThreads(Array.from({ length }, (_, i) => mail(`m${i}`, i ? [`m${i - 1}`] : [])).reverse(), { ghosts: 'needed' }),
  ))
