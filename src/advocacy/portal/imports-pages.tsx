import { runPages } from '../../lib/ui/imports/pages.tsx'
import type { Importer } from '../../lib/ui/imports/run.ts'
import { Panel, PostButton } from '../../lib/ui/parts.tsx'
import { act, done, idOf } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { confirmImport, undoImport } from './imports-actions.ts'
import { getPortalImport, planUndo, readTaken } from './imports-queries.ts'

const t = textsOf('advocacy', 'portal')

type Found = Awaited<ReturnType<typeof getPortalImport>>

/** An import in a list of them. */
export const lineOf = ({
  id,
  source,
  by,
  at,
  undoneAt,
  confirmedAt,
}: Pick<Found, 'id' | 'source' | 'by' | 'at' | 'undoneAt' | 'confirmedAt'>) => ({
  ...{ source: source || t.imports.pasted, href: `/answers/portal/imports/${id}`, by, at },
  state: undoneAt ? ('undone' as const) : confirmedAt ? ('confirmed' as const) : ('done' as const),
})

const runOf = (found: Found) => ({
  ...{ ...found, ...lineOf(found) },
  home: { href: `/answers/portal?group=${found.slug}`, label: t.title },
  counts: [
    { what: t.imports.entries, count: found.fresh },
    { what: t.imports.changes, count: found.changed },
    { what: t.imports.retold, count: found.retold },
    { what: t.imports.asBefore, count: found.known },
  ],
})

const importer: Importer<ReturnType<typeof runOf>> = {
  path: '/answers/portal/imports/:run',
  one: 'file',
  get: async (c) => runOf(await getPortalImport(c.var.db, c.var.actor, idOf(c, 'run'))),
  more: (_, { state, href }) =>
    state === 'done' && (
      <Panel title={t.imports.right}>
        <p>{t.imports.untilConfirmed}</p>
        <PostButton action={`${href}/confirm`}>{t.imports.confirm}</PostButton>
      </Panel>
    ),
  undo: {
    act: ['undoPortalImport', 'Undo an import of the vendor’s portal'],
    lead: () => t.imports.undoLead,
    whyNot: (_, { state }) => (state === 'confirmed' ? t.imports.confirmed : undefined),
    plan: async (c, { id }) => planUndo(await readTaken(c.var.db, id)),
    run: ({ var: { write, actor } }, { id }) => write((tx) => undoImport(tx, actor, id)),
  },
}

/** What somebody brought of the vendor's portal, each with its way back. */
export const portalImportPages = runPages(importer).post(
  '/answers/portal/imports/:run/confirm',
  act('work', 'confirmPortalImport', 'Confirm an import of the vendor’s portal'),
  async (c) => {
    const id = idOf(c, 'run')
    await c.var.write((tx) => confirmImport(tx, c.var.actor, id))
    return done(c, `/answers/portal/imports/${id}`, t.imports.nowConfirmed)
  },
)
