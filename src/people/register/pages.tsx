import type { Consequences } from '../../consequences.ts'
import { NotFound } from '../../errors.ts'
import { rowsBy } from '../../lib/sheet/rules.ts'
import { writeCsv } from '../../lib/sheet/write.ts'
import { sendFile } from '../../lib/ui/download.ts'
import { formatNumber } from '../../lib/ui/format.ts'
import { sheetPages } from '../../lib/ui/imports/sheets.tsx'
import { languageNow } from '../../lib/ui/language.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepRegister } from '../../policy.ts'
import { sheetsOf } from '../sheets-actions.ts'
import { applyRegister } from './actions.ts'
import { registerFields } from './file-rules.ts'
import { exportRegister, planTable } from './queries.ts'

const t = textsOf('people', 'register')

/** The register from a spreadsheet, and as one. */
export const registerPages = sheetPages<{ groupId?: number; consequences: readonly Consequences[] }>({
  path: '/organisations/import',
  what: 'organisations',
  called: 'Organisations',
  title: () => t.title,
  lead: () => t.lead,
  fields: registerFields,
  store: sheetsOf('register'),
  into: async ({ var: { actor, consequences } }) => {
    if (!mayKeepRegister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    return { consequences }
  },
  plan: (db, actor, _, table, mapping) => planTable(db, actor, table, mapping),
  apply: (tx, actor, { consequences }, { table, mapping, ...how }) =>
    applyRegister(tx, actor, consequences, rowsBy(registerFields, table, mapping), how),
  done: (_, { added = 0, changed = 0 }) => [
    '/organisations',
    t.addedChanged({ added: formatNumber(languageNow(), added), changed: formatNumber(languageNow(), changed) }),
  ],
  current: async (db, actor) => ({
    file: 'register',
    sheet: 'Register',
    title: t.directoryOfOrganisations,
    ...(await exportRegister(db, actor)),
  }),
}).get('/organisations/export.csv', async (c) => {
  const { titles, rows } = await exportRegister(c.var.db, c.var.actor)
  return sendFile(c, { name: 'register.csv', type: 'text/csv; charset=utf-8' }, Buffer.from(writeCsv(titles, rows)))
})
