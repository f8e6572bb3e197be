import { NotFound } from '../../errors.ts'
import { formatNumber } from '../../lib/ui/format.ts'
import { showRun, undoPages } from '../../lib/ui/imports/pages.tsx'
import type { Importer } from '../../lib/ui/imports/run.ts'
import { sheetPages } from '../../lib/ui/imports/sheets.tsx'
import { Runs } from '../../lib/ui/imports/views.tsx'
import { languageNow } from '../../lib/ui/language.ts'
import { type C, idOf } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { sheetsOf } from '../../people/actions.ts'
import { mayAppoint } from '../../policy.ts'
import { getGroup, whyNotUndoStep } from '../queries.ts'
import { applyRoster } from './actions.ts'
import { rosterFields } from './cells-rules.ts'
import { exportRoster, planRosterTable } from './queries.ts'
import { undoRoster } from './undo-actions.ts'
import { findRosterImport, getRosterImport, listRosterImports, planRosterUndo } from './undo-queries.ts'

const t = textsOf('groups', 'rosterImport')

type Found = Awaited<ReturnType<typeof getRosterImport>>

async function groupOf(c: C) {
  const group = await getGroup(c.var.db, c.req.param('group') ?? '')
  if (!mayAppoint(c.var.actor, group.id)) throw new NotFound(refusals.noSuchGroup)
  return { ...group, groupId: group.id }
}

type Group = Awaited<ReturnType<typeof groupOf>>

const lineOf = (
  { slug }: Group,
  { id, filename, by, appliedAt, undoneAt }: Pick<Found, 'id' | 'filename' | 'by' | 'appliedAt' | 'undoneAt'>,
) => ({
  ...{ source: filename, href: `/roster/${slug}/import/${id}`, by, at: appliedAt },
  state: undoneAt ? ('undone' as const) : ('done' as const),
})

const runOf = (group: Group, found: Found) => ({
  ...{ ...found, ...lineOf(group, found), group },
  home: { href: `/roster/${group.slug}/import`, label: t.importedRosters },
  counts: [
    { what: t.termsAdded, count: found.outcome.added ?? 0 },
    { what: t.termsEnded, count: found.outcome.ended ?? 0 },
    { what: t.rowsWithoutChanges, count: found.outcome.unchanged ?? 0 },
    { what: t.newPeople, count: found.outcome.people ?? 0 },
  ],
})

const importer: Importer<ReturnType<typeof runOf>> = {
  path: '/roster/:group/import/:sheet',
  one: 'file',
  get: async (c) => {
    const group = await groupOf(c)
    return runOf(group, await getRosterImport(c.var.db, group.id, idOf(c, 'sheet')))
  },
  undo: {
    act: ['undoRosterImport', 'Undo the import of a roster'],
    lead: ({ group: { name } }) => t.undo.lead({ name }),
    whyNot: (c, { group }) => whyNotUndoStep(c.var.db, group.id, 'roster'),
    plan: (c, { id }) => planRosterUndo(c.var.db, id),
    run: ({ var: { write, actor } }, { id, group }) => write((tx) => undoRoster(tx, actor, group.id, id)),
  },
}

/** The roster of a group from a spreadsheet, and as one. */
export const rosterImportPages = sheetPages({
  path: '/roster/:group/import',
  what: 'a roster',
  called: 'Roster',
  title: () => t.title,
  lead: () => t.lead,
  fields: rosterFields,
  store: sheetsOf('roster'),
  into: groupOf,
  meta: ({ name }) => name,
  before: async (c, group) => <Runs runs={(await listRosterImports(c.var.db, group.id)).map((one) => lineOf(group, one))} />,
  applied: async (c, group) => {
    const found = await findRosterImport(c.var.db, group.id, idOf(c, 'sheet'))
    return found && showRun(c, importer, runOf(group, found))
  },
  plan: (db, actor, { id }, table, mapping) => planRosterTable(db, actor, id, table, mapping),
  apply: (tx, actor, { id }, { table, mapping, ...from }) => applyRoster(tx, actor, id, { table, mapping }, from),
  done: ({ slug }, { added = 0, ended = 0 }) => [
    `/roster/${slug}/edit`,
    t.termsAddedTermsEnded({ added: formatNumber(languageNow(), added), ended: formatNumber(languageNow(), ended) }),
  ],
  current: async (db, actor, { id, slug, name }) => ({
    file: `${slug}-roster`,
    sheet: 'Roster',
    title: t.rosterOf({ name }),
    ...(await exportRoster(db, actor, id)),
  }),
}).route('/', undoPages(importer))
