import { visitor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { openToken } from '../../lib/token/open.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { Button, Titled } from '../../lib/ui/parts.tsx'
import { type C, onlyPages, pages } from '../../lib/ui/web.tsx'
import { refusals } from '../../lib/ui/words.ts'
import { confirmCommands } from './actions.ts'
import { findCommandMail } from './queries.ts'
import { shownLine } from './rules.ts'
import { commandWords } from './words.ts'

type Commands = NonNullable<Awaited<ReturnType<typeof findCommandMail>>>

function CommandsPage({ asked, locale }: { asked: Commands; locale: Locale }) {
  const words = commandWords(locale)
  if (asked.doneAt !== null)
    return (
      <Titled title={words.changed}>
        <p>
          <a href={`/me/subscriptions/${asked.subscriptionId}`}>{asked.title}</a>
        </p>
      </Titled>
    )
  return (
    <Titled title={words.title({ list: asked.title })} lead={asked.email}>
      <ul>
        {asked.commands.map((line) => (
          <li>{shownLine(line)}</li>
        ))}
      </ul>
      <form method="post">
        <Button kind="primary">{words.yes}</Button>
      </form>
    </Titled>
  )
}

function show(c: C, asked: Commands | undefined) {
  // Who has left the list has no settings there.
  if (!asked || asked.endedAt !== null) throw new NotFound(refusals.thisLinkIsOutOfDate)
  return c.var.page(asked.title, <CommandsPage asked={asked} locale={c.var.actor.locale} />, { kind: 'bare' })
}

/** Settings that came by mail and wait for a word of the member: looking changes nothing. */
export const commandPages = pages()
  .get('/commands/:token', async (c) => {
    const { db, actor, site } = c.var
    const id = openToken(site.secret, 'command', c.req.param('token'), actor.at)
    const asked = id === undefined ? undefined : await findCommandMail(db, id)
    return show(c, asked)
  })
  .post('/commands/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { write, actor, site } = c.var
    const id = openToken(site.secret, 'command', c.req.param('token'), actor.at)
    const asked = id === undefined ? undefined : await write((tx) => confirmCommands(tx, visitor(actor.at), id))
    return show(c, asked)
  })
