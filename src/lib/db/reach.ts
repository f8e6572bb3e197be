import pg from 'pg'
import { serversOf } from './servers.ts'

const patience = 5_000
/** The server says that it starts or recovers: it is there, and who asks again is answered. */
const comesYet = new Set(['57P03', '53300'])
const meanings: Record<string, string> = {
  ECONNREFUSED: 'no PostgreSQL listens at',
  ENOTFOUND: 'there is no host of this name:',
  EAI_AGAIN: 'the name server has no answer for',
  ENOENT: 'there is no socket at',
  '28P01': 'the user or the password is wrong at',
  '28000': 'the server does not let this user in at',
  '3D000': 'there is no such database at',
}

/** Why nothing can be asked of the servers of this URL, without its password; undefined where one answers. */
export async function connectionProblem(url: string): Promise<string | undefined> {
  const refusals = await Promise.all(serversOf(url).urls.map((one) => askServer(one, patience)))
  if (refusals.some((refusal) => !refusal || comesYet.has(refusal.code ?? ''))) return undefined
  return refusals.map((refusal) => (refusal ? inWords(refusal) : '')).join('; ')
}

/** Is it the way to a server that fails, and not what the server says? It may be another one tomorrow. */
export const isOutOfReach = ({ code = '' }: { code?: string }): boolean => !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('08')

const inWords = ({ code = '', message, where }: Error & { code?: string; where: string }): string =>
  `${meanings[code] ?? 'no answer from'} ${where} (${message || code})`

/** Why a replica of this URL will never be read from; undefined where it answers, or may later. */
export async function replicaProblem(url: string): Promise<string | undefined> {
  const refusal = await askServer(url, patience)
  if (!refusal || comesYet.has(refusal.code ?? '') || isOutOfReach(refusal)) return undefined
  return inWords(refusal)
}

/** Asks the server of this URL one thing; what it, or the way to it, says instead of an answer, within so many milliseconds. */
export async function askServer(url: string, within: number): Promise<(Error & { code?: string; where: string }) | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: within, query_timeout: within })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return undefined
  } catch (error) {
    return Object.assign(error as Error & { code?: string }, { where: `${client.host}:${client.port}` })
  } finally {
    void client.end().catch(() => {})
  }
}
