import type { Actor } from '../actor.ts'
import { Invalid } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { insertOne, type Tx, updateOne } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { withSaid } from '../lib/with-said.ts'
import { lockDraft } from './actions.ts'
import { getSection, listSections, type Report } from './queries.ts'
import { type Section, whyNotText } from './rules.ts'

const t = textsOf('reports', 'actions')

const touch = (tx: Tx, actor: Actor, report: Report) => updateOne(tx.updateTable('report'), report.id, { changedAt: actor.at })

function refuseText({ title, body }: Pick<Section, 'title' | 'body'>): void {
  const refusal = whyNotText(title, body)
  if (refusal) throw new Invalid(refusal, { body: refusal })
}

/** Adds a section of one's own at the end. @throws Invalid where it names a figure that there is not */
export async function addSection(tx: Tx, actor: Actor, slug: string, section: Section): Promise<number> {
  const report = await lockDraft(tx, actor, slug)
  refuseText(section)
  const sections = await listSections(tx, report.id)
  const id = await insertOne(tx.insertInto('reportSection'), {
    ...section,
    reportId: report.id,
    position: (sections.at(-1)?.position ?? 0) + 1,
  })
  await touch(tx, actor, report)
  await recordOf(tx, actor, 'report.section-added', report, { title: section.title })
  return id
}

/**
 * Changes a section; what is left out stays.
 * @throws Invalid where it names a figure that there is not, or somebody has changed it since it was read
 */
export async function saveSection(
  tx: Tx,
  actor: Actor,
  slug: string,
  id: number,
  { version, ...said }: Partial<Section> & { version: number },
) {
  const report = await lockDraft(tx, actor, slug)
  const found = await getSection(tx, report.id, id)
  const { title, body, internal, leftOut } = withSaid<Section>(found, said)
  const section = { title, body, internal, leftOut }
  refuseText(section)
  if (found.version !== version) {
    throw new Invalid(t.sectionChanged, { body: t.sectionChanged })
  }
  await updateOne(tx.updateTable('reportSection'), id, { ...section, version: version + 1 })
  await touch(tx, actor, report)
  await recordOf(tx, actor, 'report.section-changed', report, { title: section.title })
}

/** Moves a section one place up or down. */
export async function moveSection(tx: Tx, actor: Actor, slug: string, id: number, to: 'up' | 'down'): Promise<void> {
  const report = await lockDraft(tx, actor, slug)
  await getSection(tx, report.id, id)
  const sections = await listSections(tx, report.id)
  const at = sections.findIndex((one) => one.id === id)
  const other = to === 'up' ? at - 1 : at + 1
  const [mine, theirs] = [sections[at], sections[other]]
  if (!mine || !theirs) return
  sections[at] = theirs
  sections[other] = mine
  for (const [place, one] of sections.entries())
    if (one.position !== place + 1) await updateOne(tx.updateTable('reportSection'), one.id, { position: place + 1 })
  await touch(tx, actor, report)
  await recordOf(tx, actor, 'report.section-moved', report, { section: id, to })
}

/** Removes a section for good. */
export async function removeSection(tx: Tx, actor: Actor, slug: string, id: number): Promise<void> {
  const report = await lockDraft(tx, actor, slug)
  const { title } = await getSection(tx, report.id, id)
  await tx.deleteFrom('reportSection').where('id', '=', id).execute()
  await touch(tx, actor, report)
  await recordOf(tx, actor, 'report.section-removed', report, { title })
}
