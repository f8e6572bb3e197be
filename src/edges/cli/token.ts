import { parseArgs } from 'node:util'
import { visitor } from '../../actor.ts'
import { readConfig } from '../../config.ts'
import { openGround } from '../../ground.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { makeToken } from '../../people/tokens-actions.ts'
import { isScope, mostDays, type Scope, scopes } from '../../people/tokens-rules.ts'
import { Usage } from './inspect.ts'

const usage = `token needs an address: rapport token EMAIL [--scope ${scopes.join(',')}] [--days 90] [--name NAME]`

interface Wanted {
  email: string
  scopes: Scope[]
  days: number
  name: string
}

/**
 * Reads the arguments of `rapport token`; scopes may be given in one option or in several.
 * @throws Usage naming what is wrong
 */
export function readTokenArguments(args: string[]): Wanted {
  let parsed: { values: { scope?: string[]; days?: string; name?: string }; positionals: string[] }
  try {
    const options = { scope: { type: 'string', multiple: true }, days: { type: 'string' }, name: { type: 'string' } } as const
    parsed = parseArgs({ args, options, allowPositionals: true })
  } catch {
    throw new Usage(usage)
  }
  const [email, ...more] = parsed.positionals
  if (email === undefined || more.length > 0) throw new Usage(usage)
  const words = (parsed.values.scope ?? ['read']).flatMap((value) => value.split(','))
  const unknown = words.find((word) => !isScope(word))
  if (unknown !== undefined) throw new Usage(`--scope has "${unknown}"; expected some of ${scopes.join(',')}`)
  const days = Number(parsed.values.days ?? 90)
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw new Usage(`--days is "${parsed.values.days}"; expected 1 to ${mostDays}`)
  return { email, scopes: words.filter(isScope), days, name: parsed.values.name ?? 'rapport token' }
}

/** `rapport token EMAIL [--scope S] [--days N] [--name NAME]`: makes a token for a person and prints it once, as JSON. */
export async function token(args: string[]): Promise<number> {
  const { email, ...wanted } = readTokenArguments(args)
  const config = readConfig()
  const quiet = config.logLevel === 'info' ? { ...config, logLevel: 'warn' as const } : config
  const ground = await openGround(quiet, { connections: 2, share: true })
  try {
    const { db, write } = ground.context
    const person = await findPersonByEmail(db, email)
    if (!person) throw new Usage(`no person has the address ${email}`)
    const made = await write((tx) => makeToken(tx, visitor(new Date(), 'cli'), { personId: person.id, ...wanted }))
    process.stdout.write(
      `${JSON.stringify({ token: made.token, id: made.id, person: person.name, scopes: wanted.scopes, expiresAt: made.expiresAt })}\n`,
    )
    return 0
  } finally {
    await ground.close()
  }
}
