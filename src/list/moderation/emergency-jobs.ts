import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { addressed, type Letter } from '../../outbox/rules.ts'
import type { TaskContext } from '../../task.ts'
import { findKeepers, findSender } from '../core/queries.ts'
import type { Sender } from '../mails.ts'
import { listWords } from '../words.ts'

const words = wordsOf('list', 'emergency')

interface Emergency {
  on: boolean
  /** Who said so. */
  by: string
}

function emergencyLetter(list: Sender, to: { id: number; name: string; email: string; locale: string }, { on, by }: Emergency): Letter {
  const locale = to.locale as Locale
  const said = words(locale).letters[on ? 'begun' : 'ended']
  const { greeting, sign } = listWords(locale)
  const text = said.text({ by, list: list.title, link: `${list.baseUrl}/lists/${list.name}/held` })
  return {
    kind: 'list.emergency',
    ...addressed(to),
    listId: list.id,
    group: list.group,
    from: { name: list.group, email: `${list.name}-owner@${list.mailDomain}` },
    subject: said.subject({ list: list.title }),
    text: `${greeting({ name: to.name })}\n\n${text}\n\n${sign({ list: list.title })}\n`,
  }
}

/** Tells everybody else who looks after a list, those who lead its group among them, that all waits there, or no longer does. */
export async function emergency(
  { listId, personId, ...said }: Emergency & { listId: number; personId: number | null },
  context: TaskContext,
) {
  const { write, site, now } = context
  await write(async (tx) => {
    const list = { ...(await findSender(tx, listId)), ...site }
    for (const keeper of await findKeepers(tx, list, now()))
      if (keeper.id !== personId) await sendLetter(tx, site, now(), emergencyLetter(list, keeper, said))
  })
}
