import { visitor } from '../../actor.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { makeToken } from '../../people/tokens-actions.ts'
import { isScope, mostDays, type Scope, scopes } from '../../people/tokens-rules.ts'
import { withGround } from './ground.ts'
import { readArguments, Usage } from './inspect.ts'
import { say } from './open.ts'

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
  const options = { scope: { type: 'string', multiple: true }, days: { type: 'string' }, name: { type: 'string' } } as const
  const { values, positionals } = readArguments(args, options, () => usage)
  const [email, ...more] = positionals
  if (email === undefined || more.length > 0) throw new Usage(usage)
  const words = (values.scope ?? ['read']).flatMap((value) => value.split(','))
  const unknown = words.find((word) => !isScope(word))
  if (unknown !== undefined) throw new Usage(`--scope has "${unknown}"; expected some of ${scopes.join(',')}`)
  const days = Number(values.days ?? 90)
  if (!Number.isInteger(days) || days < 1 || days > mostDays) throw new Usage(`--days is "${values.days}"; expected 1 to ${mostDays}`)
  return { email, scopes: words.filter(isScope), days, name: values.name ?? 'rapport token' }
}

/** `rapport token EMAIL [--scope S] [--days N] [--name NAME]`: makes a token for a person and prints it once, as JSON. */
export async function token(args: string[]): Promise<number> {
  const { email, ...wanted } = readTokenArguments(args)
  return withGround(async ({ context: { db, write } }) => {
    const person = await findPersonByEmail(db, email)
    if (!person) throw new Usage(`no person has the address ${email}`)
    const made = await write((tx) => makeToken(tx, visitor(new Date(), 'cli'), { personId: person.id, ...wanted }))
    say(JSON.stringify({ token: made.token, id: made.id, person: person.name, scopes: wanted.scopes, expiresAt: made.expiresAt }))
    return 0
  }, 2)
}
