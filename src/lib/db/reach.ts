import pg from 'pg'

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

/** Why nothing can be asked of the server of this URL, without its password; undefined where it answers. */
export async function connectionProblem(url: string): Promise<string | undefined> {
  const refusal = await askServer(url, patience)
  if (!refusal || comesYet.has(refusal.code ?? '')) return undefined
  const { code = '', message, where } = refusal
  return `${meanings[code] ?? 'no answer from'} ${where} (${message || code})`
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
