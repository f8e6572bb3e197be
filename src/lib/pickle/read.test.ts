import { describe, expect, it, test } from 'vitest'
import { readPickles } from './read.ts'
import { PickleError, PickleObject } from './value.ts'

const allow = (name: string) =>
  name === 'Mailman.Bouncer._BounceInfo' || name === 'copy_reg._reconstructor' || name === '__builtin__.object'
const read = (text: string) => readPickles(Buffer.from(text, 'latin1'), { allow })
const refusal = (text: string, options = {}) => {
  try {
    readPickles(Buffer.from(text, 'latin1'), { allow, ...options })
  } catch (error) {
    if (error instanceof PickleError) return error.message
    throw error
  }
  return 'nothing was refused'
}

describe('values as Python 2 wrote them', () => {
  it.each<[string, string, unknown]>([
    ['none', 'N.', null],
    ['the booleans of protocol 0', '(I01\nI00\nt.', [true, false]],
    ['integers', '(I-7\nJ\xff\xff\xff\xffK\x07M\x01\x01l.', [-7, -1, 7, 257]],
    ['long integers', '(L12345678901234567890L\n\x8a\x01\xff\x8a\x00l.', [12345678901234567890n, -1, 0]],
    ['numbers without end', '(Finf\nF-nan\nl.', [null, null]],
    ['fractions', '(F1.5\nG\x3f\xf8\x00\x00\x00\x00\x00\x00l.', [1.5, 1.5]],
    ['byte strings of each kind', `(S'a\\xe9\\n\\'"'\nT\x01\x00\x00\x00\xe9U\x01\xe9l.`, ['a\xe9\n\'"', '\xe9', '\xe9']],
    ['Unicode', '(VStra\\u00dfe\nX\x03\x00\x00\x00a\xc3\xa9l.', ['Straße', 'aé']],
    ['tuples', '(\x80\x02)K\x01\x85K\x01K\x02\x86K\x01K\x02K\x03\x87l.', [[], [1], [1, 2], [1, 2, 3]]],
    ['a list that is filled later', ']q\x00(K\x01K\x02eK\x03a.', [1, 2, 3]],
  ])('%s', (_, text, value) => {
    expect(read(text)).toEqual([value])
  })

  it('values as Python 3 wrote them', () => {
    const frame = '\x80\x04\x95\x18\x00\x00\x00\x00\x00\x00\x00'
    expect(read(`${frame}}\x94(\x8c\x01a\x94\x8c\x02\xc3\xa9\x94h\x01C\x01\xe9\x94\x8f\x94(K\x01K\x02\x90(K\x03\x91u.`)).toEqual([
      new Map<unknown, unknown>([
        ['a', 'é'],
        ['a', 'é'],
      ])
        .set('a', '\xe9')
        .set([1, 2], [3]),
    ])
    const [object] = read('\x8c\x0fMailman.Bouncer\x8c\x0b_BounceInfo\x93)\x81}\x8c\x05scoreK\x05sb.')
    expect(object).toMatchObject({ className: 'Mailman.Bouncer._BounceInfo', state: new Map([['score', 5]]) })
    expect(readPickles(Buffer.from('c_codecs\nencode\n(VJ\\u00fcrgen\nVlatin1\ntR.'), { allow: () => true })).toEqual(['Jürgen'])
  })

  it('dictionaries, and what is remembered', () => {
    expect(read("(dp0\nS'a'\np1\nK\x01sg1\nK\x02s.")).toEqual([new Map([['a', 2]])])
    expect(read('}(U\x01aK\x01U\x01bK\x02u.')).toEqual([
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    ])
  })

  it('instances as data, with their class’s name', () => {
    const old = "(iMailman.Bouncer\n_BounceInfo\n(dS'score'\nF1.0\nsb."
    const fresh =
      'ccopy_reg\n_reconstructor\n(cMailman.Bouncer\n_BounceInfo\nc__builtin__\nobject\nNtR(dU\x05scoreG\x3f\xf0\x00\x00\x00\x00\x00\x00sb.'
    for (const [object] of [read(old), read(fresh)]) {
      expect(object).toBeInstanceOf(PickleObject)
      expect(object).toMatchObject({ className: 'Mailman.Bouncer._BounceInfo', state: new Map([['score', 1]]) })
    }
  })

  it('several pickles in one file', () => {
    expect(read('K\x01.K\x02.')).toEqual([1, 2])
  })

  it('a list that contains itself', () => {
    const [list] = read(']q\x00h\x00a.') as [unknown[]]
    expect(list[0]).toBe(list)
  })
})

describe('hostile and broken files', () => {
  it.each([
    ['a call of os.system', "cos\nsystem\n(S'touch /tmp/owned'\ntR.", 'The file names os.system'],
    ['the same through another opcode', "(ios\nsystem\nS'true'\n.", 'The file names os.system'],
    ['eval', "c__builtin__\neval\n(S'1'\ntR.", 'The file names __builtin__.eval'],
    ['a reference to outside', 'Pfile\n.', 'refers to something outside'],
    ['deep nesting', '('.repeat(100_000), 'is nested more than'],
    ['endless steps', `${'N0'.repeat(2_000)}N.`, 'more than 1,000 values'],
    ['a text longer than the file', 'T\xff\xff\xff\x7fab', 'ends too early'],
    ['a text of negative length', 'T\xff\xff\xff\xffab', 'ends too early'],
    ['a number of two thousand million bytes', '\x8b\xff\xff\xff\x7f', 'is damaged at byte'],
    ['a decimal number without end', `L${'9'.repeat(10_000)}\n.`, 'is damaged at byte'],
    ['a memory that is not there', 'j\xff\xff\xff\x7f.', 'is damaged at byte'],
    ['an empty stack', 'a.', 'is damaged at byte'],
    ['a list without its beginning', 'l.', 'is damaged at byte'],
    ['entries of what is no dictionary', 'NK\x01K\x02s.', 'is damaged at byte'],
    ['a state of what is no instance', 'N(db.', 'is damaged at byte'],
    ['protocol 6', '\x80\x06N.', 'protocol 6'],
    ['a buffer beside the file', '\x80\x05\x97.', 'refers to something outside'],
    ['a text of 2^64 bytes', `\x8d${'\xff'.repeat(8)}a.`, 'ends too early'],
    ['a call of os.system by protocol 4', '\x8c\x02os\x8c\x06system\x93N\x85R.', 'The file names os.system'],
    ['a class named by a number', 'K\x01K\x02\x93.', 'is damaged at byte'],
    ['a ZIP file', 'PK\x03\x04', 'refers to something outside'],
    ['no file', '', 'The file is empty.'],
    ['HTML', '<html>', 'another kind of file'],
  ])('%s ends with a sentence', (name, text, sentence) => {
    expect(refusal(text, name === 'endless steps' ? { mostSteps: 1_000 } : {})).toContain(sentence)
  })

  test('a huge index of the memo costs one entry', () => {
    expect(read('Nr\xff\xff\xff\xff0j\xff\xff\xff\xff.')).toEqual([null])
  })

  test('a name of the prototype is a name like any other', () => {
    expect(read("(dS'__proto__'\nK\x01s.")).toEqual([new Map([['__proto__', 1]])])
    expect(refusal('cconstructor\nprototype\n.')).toContain('The file names constructor.prototype')
  })

  test('lists in lists, a hundred thousand deep, are read without recursion', () => {
    expect(read(`${']'.repeat(100_000)}${'a'.repeat(99_999)}.`)).toHaveLength(1)
  })
})
