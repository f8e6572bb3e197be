import { fstatSync } from 'node:fs'
import { type Logger, pino, stdSerializers } from 'pino'

export interface LogChoice {
  logLevel: string
  /** Undefined: text on a terminal and under journald, JSON elsewhere. */
  logFormat?: 'text' | 'json'
}

/** An error for the log, without what PostgreSQL tells of rows: their values are people's. */
const plainError = (error: Error) => {
  const { detail: _, where: __, query: ___, parameters: ____, ...rest } = stdSerializers.err(error) as Record<string, unknown>
  return rest
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? (/[\s"]/.test(value) ? JSON.stringify(value) : value) : JSON.stringify(value)

/** A line of JSON as a person reads it: when, how grave, what, and the rest as NAME=VALUE; the stack of an error stands below. */
export function asText(line: string): string {
  const { level, time, msg, err, ...more } = JSON.parse(line) as Record<string, unknown>
  const { message, stack, type: _, ...facts } = (err ?? {}) as Record<string, unknown>
  const told = [msg, err === undefined ? undefined : message].filter((one) => one !== undefined && one !== '').join(': ')
  const rest = Object.entries({ ...more, ...facts }).map(([name, value]) => ` ${name}=${shown(value)}`)
  const below = typeof stack === 'string' ? stack.split('\n').filter((one) => /^\s+at /.test(one)) : []
  return `${[`${new Date(time as number).toISOString()} ${pino.levels.labels[level as number]?.padEnd(5)} ${told}${rest.join('')}`, ...below].join('\n')}\n`
}

/**
 * The log of a process.
 * @param to where it goes: standard output, or standard error of commands whose output is read
 */
export function createLog({ logLevel, logFormat }: LogChoice, to: NodeJS.WriteStream = process.stdout): Logger {
  const options = { level: logLevel, base: null, serializers: { err: plainError } }
  const fd = to === process.stderr ? 2 : 1
  if (logFormat ? logFormat === 'text' : to.isTTY || isJournal(fd))
    return pino(options, { write: (line: string) => void to.write(asText(line)) })
  return pino(options, pino.destination({ dest: fd, sync: true }))
}

/** systemd says in JOURNAL_STREAM which stream is the journal's; what was redirected since is none. */
function isJournal(fd: number): boolean {
  // biome-ignore lint/style/noProcessEnv: no setting; it says where the output goes.
  const named = process.env.JOURNAL_STREAM
  if (!named) return false
  const { dev, ino } = fstatSync(fd)
  return named === `${dev}:${ino}`
}
