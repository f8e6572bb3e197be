import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommandMail, isPauseMisread, readCommand, readCommands, readThreadLine, threadLine } from './rules.ts'

test.each([
  ['subscribe', { verb: 'subscribe' }],
  ['SUBSCRIBE digest', { verb: 'subscribe', receiving: 'mime_digest' }],
  ['subscribe digest=plain', { verb: 'subscribe', receiving: 'plain_digest' }],
  ['subscribe Maria Oduya', { verb: 'subscribe' }],
  ['join.', { verb: 'subscribe' }],
  ['signoff lectio-l', { verb: 'unsubscribe' }],
  ['set digest mime', { verb: 'receive', receiving: 'mime_digest' }],
  ['set digest plain', { verb: 'receive', receiving: 'plain_digest' }],
  ['set digest weekly', { verb: 'receive', receiving: 'weekly' }],
  ['set digest off', { verb: 'receive', receiving: 'each' }],
  ['set delivery off', { verb: 'receive', receiving: 'none' }],
  ['set pause until 2026-12-01', { verb: 'pause', until: '2026-12-01' }],
  ['set pause until 10 January 2027', { verb: 'pause', until: '2027-01-10' }],
  ['Pause bis zum 10. Januar 2027', { verb: 'pause', until: '2027-01-10' }],
  ['holiday until 10.1.2027.', { verb: 'pause', until: '2027-01-10' }],
  ['vacaciones hasta 10 de enero de 2027', { verb: 'pause', until: '2027-01-10' }],
  ['set vacation 2027-01-10', { verb: 'pause', until: '2027-01-10' }],
  ['set pause off', { verb: 'pause', until: null }],
  ['set own off', { verb: 'own', on: false }],
  ['set copies off', { verb: 'addressed', on: false }],
  ['set topics followed', { verb: 'topics', only: true }],
  ['follow #Rollover', { verb: 'topic', topic: 'rollover', choice: 'follow' }],
  ['mute lti', { verb: 'topic', topic: 'lti', choice: 'mute' }],
  ['unmute #lti', { verb: 'topic', topic: 'lti', choice: null }],
  ['mute', { verb: 'thread', choice: 'mute', messageIds: [] }],
  ['Follow.', { verb: 'thread', choice: 'follow', messageIds: [] }],
  ['unmute', { verb: 'thread', choice: null, messageIds: [] }],
  ['set nomail', { verb: 'receive', receiving: 'none' }],
  ['set digest', { verb: 'receive', receiving: 'mime_digest' }],
  ['show', { verb: 'settings' }],
  ['Abmelden bitte', { verb: 'unsubscribe' }],
  ['désabonnement', { verb: 'unsubscribe' }],
  ['Baja', { verb: 'unsubscribe' }],
  ['Hilfe!', { verb: 'help' }],
  ['set digest daily', { verb: 'receive', receiving: 'mime_digest' }],
  ['info', { verb: 'info' }],
  ['quit', { verb: 'end' }],
])('%s', (line, command) => {
  expect(readCommand(line)).toEqual(command)
})

test.each(['', 'set digest sometimes', 'set pause tomorrow', 'mute #12', 'mute this please', 'help me with rollover', 'Dear all,', 'set'])(
  '%s is none',
  (line) => {
    expect(readCommand(line)).toBeUndefined()
  },
)

test('a pause whose day cannot be read is known as one', () => {
  expect(['set pause tomorrow', 'pause', 'Urlaub bis Montag'].map(isPauseMisread)).toEqual([true, true, true])
  expect(['set pause until 2027-01-10', 'pause off', 'set digest often', 'tomorrow'].map(isPauseMisread)).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('the name of the list may stand behind a command, as LISTSERV and Sympa have it', () => {
  expect(readCommand('SET Lectio-L NOMAIL', 'lectio-l')).toEqual({ verb: 'receive', receiving: 'none' })
  expect(readCommand('set lectio-l digest plain', 'lectio-l')).toEqual({ verb: 'receive', receiving: 'plain_digest' })
  expect(readCommand('query lectio-l', 'lectio-l')).toEqual({ verb: 'settings' })
  expect(readCommand('set other-l nomail', 'lectio-l')).toBeUndefined()
})

test('a line keeps the thread that it is about, with its Message-IDs as they are', () => {
  const messageIds = ['One@Susi.example', 'two@x']
  for (const choice of ['follow', 'mute', null] as const)
    expect(readThreadLine(threadLine(choice, messageIds))).toEqual({ verb: 'thread', choice, messageIds })
  for (const line of ['mute', 'mute #lti', 'set own off', 'mute <a@b> please']) expect(readThreadLine(line)).toBeUndefined()
})

describe('a mail of commands', () => {
  test('its subject and its lines, up to the end', () => {
    expect(readCommands('set own off', 'mute #lti\n\nend\nunsubscribe').map(({ line }) => line)).toEqual(['set own off', 'mute #lti'])
  })
  test('a signature and what is quoted are no commands', () => {
    expect(readCommands('', '> unsubscribe\nhelp\n--\nunsubscribe').map(({ line }) => line)).toEqual(['help'])
  })
  test('a line that is not understood is reported, a letter is not taken for commands', () => {
    expect(readCommands('', 'set colour green\nhelp').map(({ command }) => command)).toEqual([undefined, { verb: 'help' }])
    expect(readCommands('A question', 'Dear owners,\nhow does this work?\nMaria')).toEqual([])
  })
  test('below a subject that asks for all, a greeting is no misspelt command', () => {
    expect(readCommands('unsubscribe', 'Thank you\nMaria').map(({ line }) => line)).toEqual(['unsubscribe'])
  })
  test('a subject that ends a mail of commands takes none of it away', () => {
    expect(readCommands('Stop', 'Hello\nunsubscribe').map(({ command }) => command?.verb)).toEqual([undefined, 'unsubscribe'])
  })
  test('no mail asks for more than ten things', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom('help', 'mute #a1', 'info', 'x', 'follow #bc', 'set own on')), (subject, lines) => {
        expect(readCommands(subject, lines.join('\n')).length).toBeLessThanOrEqual(11)
      }),
    )
  })
})

test.each([
  ['unsubscribe', '', true],
  ['A question', 'unsubscribe', true],
  ['Lectio', 'Please remove me from this list.', true],
  ['abmelden', 'Danke', true],
  ['Disiscrivermi', 'Per favore', true],
  ['', "Désabonner s'il vous plaît", true],
  ['', 'set digest plain', true],
  ['How do I unsubscribe a student from a list?', 'In Lectio, I mean.', false],
  ['Help', '', true],
  ['Help', 'We cannot roll over since Monday.', false],
  ['help', 'We cannot roll over.\nSince Monday.\nAll lists.\nEven the old ones.\nAnd the new ones.\nAll of them.\nNothing works.', false],
  ['Rollover', 'Has anybody tried it?', false],
])('%s / %s is meant for the machine: %s', (subject, text, expected) => {
  expect(isCommandMail(subject, text)).toBe(expected)
})
