import { visitor } from '../../actor.ts'
import { record } from '../../journal/actions.ts'
import { withGround } from './ground.ts'
import { Usage } from './inspect.ts'
import { say } from './open.ts'

/** `rapport sign-in EMAIL`: prints a link that signs this person in, for the first administrator, who cannot get mail yet. */
export async function signIn(args: string[]): Promise<number> {
  const [email, ...more] = args
  if (email === undefined || more.length > 0) throw new Usage('sign-in needs one address: rapport sign-in EMAIL')
  return withGround(async (ground) => {
    const made = await ground.context.auth.createCode(email)
    if (!made) throw new Usage(`no person has the address ${email}`)
    const actor = visitor(new Date(), 'cli')
    await ground.database.write((tx) => record(tx, actor, { action: 'person.sign-in-link', subject: `person:${made.personId}` }))
    say(`${ground.config.baseUrl}/sign-in/code?${new URLSearchParams({ email: email.toLowerCase(), code: made.key })}`)
    return 0
  }, 2)
}
