import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WaitingLine } from './waiting-line.ts'

const to = (address: string) => ({ to: address })

test('who came first goes first, and who is put back goes before all', () => {
  const line = new WaitingLine()
  const [a, b, c] = [to('a@x'), to('b@x'), to('c@x')]
  for (const item of [a, b, c]) line.add(item)
  expect(line.next()).toBe(a)
  line.putBack(a)
  expect([line.next(), line.next(), line.next(), line.next()]).toEqual([a, b, c, undefined])
})

test('a domain with its number under way is passed over until one is settled', () => {
  const line = new WaitingLine(1)
  const [a, b, c] = [to('a@X.example'), to('b@x.example'), to('c@y.example')]
  for (const item of [a, b, c]) line.add(item)
  expect([line.next(), line.next(), line.next()]).toEqual([a, c, undefined])
  expect([line.length, line.ready]).toEqual([1, 0])
  line.release(a)
  expect(line.next()).toBe(b)
})

test('whatever happens, nobody is lost, nobody goes twice, and no domain has more than its number under way', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), domain: fc.constantFrom('x', 'y', 'z') }),
    fc.record({ do: fc.constantFrom('next' as const, 'release' as const, 'putBack' as const), domain: fc.constant('') }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), fc.constantFrom(1, 2, undefined), (steps, perDomain) => {
      const line = new WaitingLine<{ to: string }>(perDomain)
      const all = new Set<{ to: string }>()
      const underWay = new Set<{ to: string }>()
      const settled = new Set<{ to: string }>()
      for (const { do: action, domain } of steps) {
        const [oldest] = underWay
        if (action === 'add') {
          const item = to(`a@${domain}`)
          all.add(item)
          line.add(item)
        } else if (action === 'next') {
          const item = line.next()
          if (!item) continue
          expect(underWay.has(item) || settled.has(item)).toBe(false)
          underWay.add(item)
        } else if (oldest) {
          underWay.delete(oldest)
          if (action === 'putBack') line.putBack(oldest)
          else {
            line.release(oldest)
            settled.add(oldest)
          }
        }
        expect(line.length).toBe(all.size - underWay.size - settled.size)
        for (const name of ['x', 'y', 'z']) {
          const now = [...underWay].filter((item) => item.to.endsWith(name)).length
          expect(now).toBeLessThanOrEqual(perDomain ?? Number.POSITIVE_INFINITY)
        }
      }
      expect(new Set([...line.takeAll(), ...underWay, ...settled])).toEqual(all)
      expect(line.length).toBe(0)
    }),
  )
})

test('what left the line is not held by it', async () => {
  const line = new WaitingLine<{ to: string; content: Uint8Array }>()
  const sent = Array.from({ length: 3 }, (_, i) => {
    const item = { to: `reader${i}@library.example`, content: new Uint8Array(1024) }
    line.add(item)
    return new WeakRef(item)
  })
  for (let i = 0; i < 3; i++) line.next()
  await new Promise((resolve) => setImmediate(resolve))
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  expect(sent.map((item) => item.deref())).toEqual([undefined, undefined, undefined])
})
