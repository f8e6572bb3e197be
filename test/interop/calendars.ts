import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { run } from './programs.ts'

/** Between these two days a calendar is looked at. */
const from = '2026-10-01'
const days = '120'

const khalSettings = (home: string, folder: string, zone: string) =>
  [
    '[calendars]',
    '[[own]]',
    `path = ${join(home, folder)}`,
    '[sqlite]',
    `path = ${join(home, `${folder}.db`)}`,
    '[locale]',
    `local_timezone = ${zone}`,
    `default_timezone = ${zone}`,
    'timeformat = %H:%M',
    'dateformat = %Y-%m-%d',
    'longdateformat = %Y-%m-%d',
    'datetimeformat = %Y-%m-%d %H:%M',
    'longdatetimeformat = %Y-%m-%d %H:%M',
    '',
  ].join('\n')

const linesOf = (output: string): string[] =>
  output
    .split('\n')
    .filter((line) => /^\d{4}-/.test(line))
    .map((line) => line.trim().replace(/ CONFIRMED$/, ''))
    .sort()

/** The files for calendar programs in a letter. */
export const calendarFiles = (letter: Buffer): string[] => {
  const files = readMessage(letter).attachments.filter(({ type }) => type === 'text/calendar')
  // The part beside the text and the attachment say the same.
  return [...new Set(files.map(({ content }) => Buffer.from(content).toString('utf8')))]
}

/** One person's calendar programs, in her zone: what each shows is a line for each entry, `2026-10-23 17:00 Autumn meeting`. */
export function openCalendars(zone: string) {
  const home = mkdtempSync(join(tmpdir(), 'rapport-calendar-'))
  const env = { HOME: home, XDG_CONFIG_HOME: home, TZ: zone, LC_ALL: 'C.UTF-8' }
  const taken: string[] = []
  for (const folder of ['mailed', 'fed']) {
    mkdirSync(join(home, folder))
    writeFileSync(join(home, `${folder}.conf`), khalSettings(home, folder, zone))
  }
  const khal = async (folder: 'mailed' | 'fed'): Promise<string[]> => {
    const format = '{start-date} {start-time} {title} {status}'
    const args = ['-c', join(home, `${folder}.conf`), 'list', '--format', format, '--day-format', '', from, `${days}d`]
    return linesOf((await run('khal', args, { env })).output)
  }
  return {
    /** Opens what came by mail. */
    async take(letters: Buffer[]): Promise<void> {
      for (const text of letters.flatMap(calendarFiles)) {
        const file = join(home, `${taken.length}.ics`)
        writeFileSync(file, text)
        taken.push(file)
        const { code, output } = await run('khal', ['-c', join(home, 'mailed.conf'), 'import', '--batch', '-a', 'own', file], { env })
        if (code !== 0) throw new Error(`khal, vdirsyncer: ${output}`)
      }
    },
    /** What khal has from the mails; a cancelled entry says so. */
    khal: () => khal('mailed'),
    /** What python-icalendar has from the mails. */
    async python(): Promise<string[]> {
      const { output } = await run('/usr/bin/python3', [join(import.meta.dirname, 'calendars.py'), zone, ...taken])
      return JSON.parse(output)
    },
    /** What vdirsyncer fetches from her own address, as khal shows it. */
    async vdirsyncer(url: string): Promise<string[]> {
      const settings = [
        '[general]',
        `status_path = "${join(home, 'status')}"`,
        '[pair feed]',
        'a = "own"',
        'b = "web"',
        'collections = null',
        'conflict_resolution = "b wins"',
        '[storage own]',
        'type = "filesystem"',
        `path = "${join(home, 'fed')}"`,
        'fileext = ".ics"',
        '[storage web]',
        'type = "http"',
        `url = "${url}"`,
        '',
      ]
      writeFileSync(join(home, 'sync.conf'), settings.join('\n'))
      // A feed from which everything has gone is believed only when asked to.
      for (const step of [['discover'], ['sync', '--force-delete']]) {
        const { code, output } = await run('vdirsyncer', ['-c', join(home, 'sync.conf'), ...step], { env })
        if (code !== 0) throw new Error(`khal, vdirsyncer: ${output}`)
      }
      return khal('fed')
    },
    /** What calcurse makes of a feed. */
    async calcurse(feed: string): Promise<string[]> {
      const folder = mkdtempSync(join(home, 'calcurse-'))
      const file = join(folder, 'feed.ics')
      writeFileSync(file, feed)
      await run('calcurse', ['-D', folder, '-i', file], { env })
      const shown = ['--input-datefmt', '4', '--from', from, '--days', days, '--format-apt', '%(start:%Y-%m-%d %H:%M) %m\n']
      return linesOf((await run('calcurse', ['-D', folder, '-Q', ...shown], { env })).output)
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}
