import { readMessage } from '../../src/lib/mail/parse.ts'
import type { World } from './clock.ts'
import { formsOf } from './page.ts'

/** What somebody does who is nobody yet: asks on the public page, and follows the link of the letter. */
export function visitorForms(world: World) {
  return {
    read: formsOf,
    async join(email: string, name: string) {
      const answer = await (await world.as()).post('/lists/lectio-l/join', { email, name })
      if (answer.status >= 400) throw new Error(`nobody can join: ${answer.status}`)
    },
    async confirm(email: string) {
      const row = await world.db
        .selectFrom('delivery')
        .innerJoin('letter', 'letter.id', 'delivery.letterId')
        .select(['letter.bytes', 'letter.sealed'])
        .where('delivery.email', '=', email)
        .where('letter.kind', '=', 'list.confirm-join')
        .orderBy('delivery.id', 'desc')
        .executeTakeFirst()
      if (!row) return
      const text = readMessage(world.open(row as { bytes: Buffer; sealed: boolean })).text ?? ''
      const [, path = ''] = /http:\/\/rapport\.test(\/confirm\/\S+)/.exec(text) ?? []
      if (path) await (await world.as()).post(path)
    },
  }
}
