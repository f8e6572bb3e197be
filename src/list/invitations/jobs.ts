import { sealKeys } from '../../lib/token/seal.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { send } from '../jobs.ts'
import { endOf, letter, welcome } from '../mails.ts'
import { findInvitation } from './queries.ts'
import { lastsUntil } from './rules.ts'

/** Writes an invitation; answering the letter accepts. */
export async function invitation({ invitationId }: { invitationId: number }, context: TaskContext): Promise<void> {
  const asked = await findInvitation(context.db, invitationId)
  if (asked?.state !== 'waiting') return
  const until = lastsUntil(asked)
  const keys = sealKeys(context.site.secret, 'invitation', invitationId, until)
  const to = { name: asked.name, email: asked.email, locale: asked.language }
  const facts = {
    inviter: asked.inviter ?? asked.title,
    words: asked.words,
    description: asked.description,
    link: `${context.site.baseUrl}/invitations/${keys.link}`,
  }
  await send(context, asked.listId, (list) =>
    letter(
      'invitation',
      list,
      to,
      { ...facts, group: list.group, until: endOf(list, to, until) },
      { replyTo: `reply+${keys.reply}@${list.mailDomain}` },
    ),
  )
}

/** Welcomes somebody who has accepted. */
export async function welcomeInvited({ invitationId }: { invitationId: number }, context: TaskContext): Promise<void> {
  const asked = await findInvitation(context.db, invitationId)
  if (asked?.state !== 'accepted') return
  const person = await findPersonByEmail(context.db, asked.email)
  const locale = person?.locale ?? asked.language
  await send(context, asked.listId, (list) => welcome(list, { name: asked.name, email: asked.email, locale }), asked.email)
}
