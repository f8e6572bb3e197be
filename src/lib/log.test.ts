import { pino } from 'pino'
import { expect, test } from 'vitest'
import { asText } from './log.ts'

test('a line for people has the time, the level by its name, what happened and what belongs to it; an error its stack below', () => {
  const lines: string[] = []
  const log = pino({ base: null, timestamp: () => ',"time":1795898413030' }, { write: (line: string) => void lines.push(asText(line)) })
  log.info({ url: 'http://127.0.0.1:8080', roles: ['web'], name: 'two words' }, 'web')
  log.error({ err: Object.assign(new Error('gone'), { code: '57P01' }) }, 'a connection broke')
  expect(lines[0]).toBe('2026-11-28T20:40:13.030Z info  web url=http://127.0.0.1:8080 roles=["web"] name="two words"\n')
  expect(lines[1]).toMatch(/^2026-11-28T20:40:13\.030Z error a connection broke: gone code=57P01\n\s+at .*\n/)
})
