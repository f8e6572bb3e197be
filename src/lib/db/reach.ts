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
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return undefined
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string }
    if (comesYet.has(code)) return undefined
    return `${meanings[code] ?? 'no answer from'} ${client.host}:${client.port} (${message || code})`
  } finally {
    void client.end().catch(() => {})
  }
}
