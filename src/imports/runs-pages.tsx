import { NotAllowed, NotFound } from '../errors.ts'
import { whyNotUndoStep } from '../groups/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { formatNumber } from '../lib/ui/format.ts'
import { runPages, showRun } from '../lib/ui/imports/pages.tsx'
import type { Importer, RunState } from '../lib/ui/imports/run.ts'
import { languageNow } from '../lib/ui/language.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { getModeratedList } from '../list/queries.ts'
import { mayOwn } from '../policy.ts'
import { countSettled, getAnyImport, getImport, type Import, keyOf, listImports, mayUndo, readParts } from './runs-queries.ts'
import { BroughtParts, ImportsPage } from './runs-views.tsx'
import { beginUndo, undoSoon } from './undo-actions.ts'
import { planUndo } from './undo-queries.ts'

const t = textsOf('imports', 'runs')

const programs: Record<Import['program'], string> = t.programs

function stateOf({ undoBegunAt, undoneAt, endedAt, error }: Import): RunState {
  if (undoneAt) return 'undone'
  if (undoBegunAt) return 'undoing'
  if (endedAt) return 'done'
  return error ? 'stopped' : 'unended'
}

const mostNamed = 3

/** What an import is called by its files: of many, like the months of an archive, the first, the last and how many there are. */
function calledBy(source: string): string {
  const names = source.split(', ')
  return names.length > mostNamed ? `${names[0]} … ${names.at(-1)} (${formatNumber(languageNow(), names.length)})` : source
}

const lineOf = (brought: Import) => ({
  ...{
    source: calledBy(brought.source),
    href: `/lists/${brought.listName}/imports/${keyOf(brought)}`,
    by: brought.by,
    at: brought.begunAt,
  },
  ...{ state: stateOf(brought), note: brought.program === 'file' && brought.withMail ? t.mailboxes : programs[brought.program] },
})

async function runOf(db: Db, brought: Import) {
  const { listName, listTitle, undone, undoneAt, undoneBy, error } = brought
  const line = lineOf(brought)
  const { settled: value, left } = line.state === 'undoing' ? await countSettled(db, brought) : { settled: 0, left: 0 }
  const of = value + left
  const text = of === 0 ? t.importStartsMoment : t.ofMail({ value: formatNumber(languageNow(), value), of })
  return {
    ...{ ...line, brought, undone, undoneAt, undoneByName: undoneBy, error, counts: [], progress: { text, value, of } },
    home: { href: `/lists/${listName}/imports`, label: t.importsInto({ listTitle }) },
    result: { href: `/lists/${listName}/threads`, label: t.readArchive },
  }
}

const importer: Importer<Awaited<ReturnType<typeof runOf>>> = {
  path: '/lists/:list/imports/:run',
  one: 'import',
  get: async ({ req, var: { db, actor } }) => runOf(db, await getImport(db, actor, req.param('list') ?? '', req.param('run') ?? '')),
  more: async ({ var: { db } }, { brought, state }) => state !== 'undoing' && <BroughtParts parts={await readParts(db, brought)} />,
  watched: true,
  undo: {
    act: ['undoListImport', 'Undo an import into a list'],
    scope: 'moderate',
    lead: ({ brought: { listTitle } }) => t.undoLead({ listTitle }),
    whyNot: ({ var: { db, actor } }, { brought }) =>
      mayUndo(actor, brought) ? whyNotUndoStep(db, brought.groupId, 'list') : t.onlyAdministrators,
    plan: ({ var: { db } }, { brought }) => planUndo(db, brought),
    run: async ({ var: { write, actor } }, { brought }) => {
      if (!mayUndo(actor, brought)) throw new NotAllowed(t.onlyAdministrators)
      await write(async (tx) => {
        await beginUndo(tx, actor, brought)
        await undoSoon(tx, brought)
      })
      return { said: t.importBeingUndone }
    },
  },
}

/** What an import brought, where it is known by its key alone. */
export const showImport = async (c: Parameters<typeof showRun>[0], key: string): Promise<Response> =>
  showRun(c, importer, await runOf(c.var.db, await getAnyImport(c.var.db, key)))

/** What was brought into a list, each with its balance and the way back. */
export const importsPages = runPages(importer).get('/lists/:list/imports', async (c) => {
  const { db, actor } = c.var
  const list = await getModeratedList(db, actor, c.req.param('list'))
  if (!mayOwn(actor, list)) throw new NotFound(refusals.noSuchList)
  const runs = (await listImports(db, list.id)).map(lineOf)
  return c.var.page(t.importInto({ title: list.title }), <ImportsPage {...{ list, runs }} />)
})
