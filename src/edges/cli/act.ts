import { visitor } from '../../actor.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { makeToken, revokeToken } from '../../people/tokens-actions.ts'
import { scopes } from '../../people/tokens-rules.ts'
import { createApp } from '../http/app.tsx'
import { withGround } from './ground.ts'
import { readArguments, Usage } from './inspect.ts'
import { say } from './open.ts'

const usage =
  'act needs the address of a form, a person and fields: rapport act /admin/products/new --as EMAIL product=Examina vendor=Quillon'

interface Wanted {
  path: string
  as: string
  fields: Record<string, string | string[]>
}

/**
 * Reads the arguments of `rapport act`; a field that stands twice has several values.
 * @throws Usage naming what is wrong
 */
export function readActArguments(args: string[]): Wanted {
  const { values, positionals } = readArguments(args, { as: { type: 'string' } }, () => usage)
  const [path = '', ...pairs] = positionals
  if (!path.startsWith('/') || values.as === undefined) throw new Usage(usage)
  const wrong = pairs.find((pair) => !/^[A-Za-z][\w-]*=/.test(pair))
  if (wrong !== undefined) throw new Usage(`"${wrong}" is not a field; expected NAME=VALUE`)
  const fields: Record<string, string | string[]> = {}
  for (const pair of pairs) {
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(pair.indexOf('=') + 1)
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return { path, as: values.as, fields }
}

/**
 * `rapport act ADDRESS --as EMAIL [NAME=VALUE …]`: does what a form of the pages does, as this person may, and prints the answer as JSON. Ends
 * with 1 where it was refused. Whoever runs the machine is who may use it: the token that it takes ends with the command.
 */
export async function act(args: string[]): Promise<number> {
  const { path, as, fields } = readActArguments(args)
  return withGround(async (ground) => {
    const { db, write } = ground.context
    const person = await findPersonByEmail(db, as)
    if (!person) throw new Usage(`no person has the address ${as}`)
    const actor = visitor(new Date(), 'cli')
    const token = await write((tx) => makeToken(tx, actor, { personId: person.id, name: 'rapport act', scopes: [...scopes], days: 1 }))
    try {
      const answer = await createApp(ground).request(`${ground.config.baseUrl}/api/v1/acts${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(fields),
      })
      say(await answer.text())
      return answer.ok ? 0 : 1
    } finally {
      await write((tx) => revokeToken(tx, { ...actor, at: new Date(), personId: person.id }, token.id))
    }
  }, 3)
}
