import { NotFound } from '../errors.ts'
import { sayThing } from '../lib/ui/history-things.ts'
import { History } from '../lib/ui/history-view.tsx'
import { Pager } from '../lib/ui/lists.tsx'
import { Titled } from '../lib/ui/parts.tsx'
import { pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayAdminister } from '../policy.ts'
import { sayOutside } from './outside-rules.ts'
import { getHistory } from './queries.ts'

const t = textsOf('journal', 'pages')

/** What happened to a thing, whatever thing it is: `/history/list:3`. */
export const journalPages = pages().get('/history/:subject', async (c) => {
  const { db, actor, gathered } = c.var
  const subject = c.req.param('subject')
  const before = Number(c.req.query('before')) || undefined
  const { lines, older, outside } = await getHistory(db, actor, subject, before)
  if (lines.length === 0 && outside.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  const title = sayThing(subject)
  return c.var.page(
    t.historyOf({ title }),
    <Titled title={t.historyOf({ title })} lead={t.activityLogNewestFirst}>
      {lines.length > 0 && <History lines={lines} verbs={gathered.verbs} />}
      {outside.map((file) => (
        <p class="hint">{mayAdminister(actor) ? sayOutside.inPlace({ ...file }) : sayOutside.inFile({ ...file })}</p>
      ))}
      <Pager older={older === undefined ? undefined : `?before=${older}`} first={before !== undefined && `/history/${subject}`} />
    </Titled>,
  )
})
