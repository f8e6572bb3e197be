import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { idsOf } from '../../lib/db/rows.ts'
import { renderPdf } from '../../lib/print/pdf.ts'
import { sendFile } from '../../lib/ui/download.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { State } from '../../lib/ui/parts.tsx'
import { type C, idOf, pages } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { groupsOf, mayKeepCharter, mayReadFinding } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { assess, readableTo } from '../findings/queries.ts'
import { moods } from '../findings/rules.ts'
import { readFieldFacts } from './fields-queries.ts'
import { markdownOf, printCharter } from './files.ts'
import {
  type CharterGroup,
  type Clause,
  findInForce,
  getCharterGroup,
  getVersion,
  listCharterGroups,
  listClauses,
  listInForce,
  listVersions,
  type Version,
} from './queries.ts'
import { CharterActions, CharterPage, ChartersPage, ComparePage, NoCharterPage } from './views.tsx'

const findingWords = textsOf('charter', 'findings')
const charterWords = textsOf('charter', 'clauses')

/** The states that this reader may see, beside the clauses of the version in force. */
async function besideOf(c: C, group: CharterGroup, version: Version, clauses: readonly Clause[]) {
  // Most readers may see no finding, and nothing is looked up for them.
  if (!clauses.some(({ readers }) => mayReadFinding(c.var.actor, group, readers))) return undefined
  const found = await assess(c.var.db, group, c.var.actor.at)
  if (found?.version.id !== version.id) return undefined
  const seen = new Map(readableTo(c.var.actor, group, found.clauses).map((one) => [one.clause.id, one]))
  if (seen.size === 0) return undefined
  return (clause: Clause) => {
    const one = seen.get(clause.id)
    return (
      one && (
        <a href={`/charter/clauses/${clause.lineId}`} aria-label={`${clause.number}: ${findingWords.states[one.state]}`}>
          <State mood={moods[one.state]}>{findingWords.states[one.state]}</State>
        </a>
      )
    )
  }
}

/** Does the tab beside the charter lead to the status of this very group? Then no button does. */
const hasTab = (actor: Actor, group: CharterGroup): boolean => groupsOf(actor)[0] === group.id

async function showVersion(c: C, group: CharterGroup, version: Version | undefined) {
  const { db, actor } = c.var
  const mayKeep = mayKeepCharter(actor, group.id)
  if (!version) return c.var.page(charterWords.of({ group: group.name }), <NoCharterPage group={group} mayKeep={mayKeep} />)
  const clauses = await listClauses(db, [version.id])
  const [versions, facts, beside] = await Promise.all([
    listVersions(db, group.id),
    readFieldFacts(db, group, actor.at, actor),
    besideOf(c, group, version, clauses),
  ])
  return c.var.page(
    charterWords.of({ group: group.name }),
    <CharterPage
      {...{ group, version, versions, clauses, facts, beside }}
      today={todayOf(c.var.actor)}
      actions={<CharterActions group={group} mayKeep={mayKeep} reads={beside !== undefined && !hasTab(actor, group)} />}
    />,
  )
}

/** The charter of a group as it is in force. */
export const showCharter = async (c: C, group: CharterGroup) =>
  showVersion(c, group, await findInForce(c.var.db, group.id, todayOf(c.var.actor)))

async function editionOf(c: C) {
  const { db, actor } = c.var
  const group = await getCharterGroup(db, actor, c.req.param('group'))
  const version = await getVersion(db, group.id, idOf(c, 'number'))
  const [clauses, facts] = await Promise.all([listClauses(db, [version.id]), readFieldFacts(db, group, actor.at, actor)])
  const { locale, zone, at } = actor
  return { edition: { group, version, clauses, facts }, place: { locale: locale as Locale, zone, now: at } }
}

const nameOf = ({ group, version }: { group: CharterGroup; version: Version }, extension: string): string =>
  `charter-${group.slug}-${version.number}.${extension}`

/** The charter of a group for everyone: the version in force, those before, side by side, and as files. */
export const charterPages = pages()
  .get('/charter', async (c) => {
    const { db, actor } = c.var
    const groups = await listCharterGroups(db)
    const slug = c.req.query('group')
    if (slug === undefined && groups.length > 1) {
      const ids = idsOf(groups)
      const inForce = new Map((await listInForce(db, ids, todayOf(actor))).map((version) => [version.groupId, version]))
      const title = charterWords.groups
      return c.var.page(title, <ChartersPage groups={groups} inForce={inForce} />)
    }
    const group = await getCharterGroup(db, actor, slug)
    return showCharter(c, group)
  })
  .get('/groups/:group/charter', async (c) => {
    const group = await getCharterGroup(c.var.db, c.var.actor, c.req.param('group'))
    return showCharter(c, group)
  })
  .get('/groups/:group/charter/:number', async (c) => {
    const group = await getCharterGroup(c.var.db, c.var.actor, c.req.param('group'))
    return showVersion(c, group, await getVersion(c.var.db, group.id, idOf(c, 'number')))
  })
  .get('/groups/:group/charter/:number/compare', async (c) => {
    const { db, actor } = c.var
    const group = await getCharterGroup(db, actor, c.req.param('group'))
    const [a, b] = [await getVersion(db, group.id, idOf(c, 'number')), await getVersion(db, group.id, Number(c.req.query('with')) || 0)]
    const [older, newer] = a.number < b.number ? [a, b] : [b, a]
    return c.var.page(
      charterWords.compared({ a: older.number, b: newer.number }),
      <ComparePage
        {...{ group, older, newer }}
        before={await listClauses(db, [older.id])}
        after={await listClauses(db, [newer.id])}
        facts={await readFieldFacts(db, group, actor.at, actor)}
      />,
    )
  })
  .get('/groups/:group/charter/:number/:file', async (c) => {
    const { edition, place } = await editionOf(c)
    switch (c.req.param('file')) {
      case 'charter.pdf':
        return sendFile(c, { name: nameOf(edition, 'pdf'), type: 'application/pdf' }, renderPdf(printCharter(edition, place)))
      case 'charter.docx':
        return sendFile(
          c,
          { name: nameOf(edition, 'docx'), type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
          await (await import('../../lib/print/docx.ts')).renderDocx(printCharter(edition, place)),
        )
      case 'charter.md':
        return sendFile(c, { name: nameOf(edition, 'md'), type: 'text/markdown; charset=utf-8' }, Buffer.from(markdownOf(edition)))
      default:
        throw new NotFound(refusals.thereIsNoSuchFile)
    }
  })
