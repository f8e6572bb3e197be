import { sealKeys } from '../../lib/token/seal.ts'
import type { TaskContext } from '../../task.ts'
import { findWriters } from '../core/queries.ts'
import { send } from '../jobs.ts'
import { dataPage, endOf, letter } from '../mails.ts'
import { findCommandMail } from './queries.ts'
import { shownLine } from './rules.ts'

const day = 86_400_000

/** Answers a mail of commands with what became of each. */
export async function commandResults(
  { listId, email, results, misread }: { listId: number; email: string; results: string; misread?: boolean },
  context: TaskContext,
): Promise<void> {
  const writer = (await findWriters(context.db, listId, [email])).get(email)
  await send(context, listId, (list) =>
    letter(
      'command-results',
      list,
      { name: writer?.name ?? '', email, locale: writer?.locale ?? list.language ?? 'en' },
      // Who asks for their data in words of their own is understood by nobody here.
      { results, data: misread ? dataPage(list) : '' },
      // It says to answer with a command; its owners are no program.
      { replyTo: `${list.name}-request@${list.mailDomain}` },
    ),
  )
}

/** Asks a member whether the settings that came by mail are theirs. */
export async function confirmCommands({ commandId }: { commandId: number }, context: TaskContext): Promise<void> {
  const asked = await findCommandMail(context.db, commandId)
  if (!asked || asked.doneAt !== null) return
  const until = new Date(context.now().getTime() + 7 * day)
  const keys = sealKeys(context.site.secret, 'command', commandId, until)
  await send(context, asked.listId, (list) =>
    letter(
      'confirm-commands',
      list,
      asked,
      {
        commands: asked.commands.map(shownLine).join('\n'),
        link: `${context.site.baseUrl}/commands/${keys.link}`,
        until: endOf(list, asked, until),
      },
      { replyTo: `reply+${keys.reply}@${list.mailDomain}` },
    ),
  )
}
