import * as z from 'zod'
import type { MailAction } from '../../lib/db/schema.ts'
import { line } from '../../lib/ui/forms.ts'
import { type C, doneIf, moderatorAct, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { mayOwn } from '../../policy.ts'
import { changeList } from '../settings/actions.ts'
import { getOwnedList } from '../settings/queries.ts'
import { getChain, tryChain } from './queries.ts'
import { hasNumber, isAlwaysOn, type Rule, type RuleKind, ruleKinds } from './rules.ts'
import { RulesPage } from './views.tsx'

const t = textsOf('list', 'moderationRules')

/** With `kind0`, `place0`, `action0`, `on0` and so on for each rule. */
const RulesForm = z
  .object({ do: z.enum(['save', 'try', 'reset']).default('save'), newField: line(100).optional(), newPattern: line(1_000).optional() })
  .catchall(line(1_000).optional())
const mostRules = 60

/** The rules as they stand in the form, in the order of the places that were typed. */
function readRules(typed: Record<string, string | string[] | undefined>): Rule[] {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name].trim() : '')
  const rules: { place: number; rule: Rule }[] = []
  for (let at = 0; at < mostRules; at++) {
    const kind = ruleKinds.find((one) => one === text(`kind${at}`))
    if (!kind || (kind === 'header' && text(`pattern${at}`) === '')) continue
    rules.push({ place: Number(text(`place${at}`)) || at + 1, rule: readRule(kind, at, text) })
  }
  // Of two at the same place the one that was moved there stands first.
  const moved = (one: { place: number; rule: Rule }) => rules.indexOf(one) + 1 !== one.place
  const sorted = rules.toSorted((a, b) => a.place - b.place || Number(moved(b)) - Number(moved(a))).map(({ rule }) => rule)
  const pattern = text('newPattern')
  if (pattern !== '') {
    const before = sorted.findIndex(({ kind }) => kind === 'automatic')
    const rule: Rule = { kind: 'header', action: 'hold', on: true, field: text('newField') || 'Subject', pattern }
    sorted.splice(before < 0 ? sorted.length : before, 0, rule)
  }
  return sorted
}

function readRule(kind: RuleKind, at: number, text: (name: string) => string): Rule {
  const action = kind === 'writer' ? 'accept' : (text(`action${at}`) as MailAction)
  return {
    kind,
    action,
    on: isAlwaysOn(kind) || text(`on${at}`) === 'on',
    ...(hasNumber(kind) ? { number: Number(text(`number${at}`)) } : {}),
    ...(kind === 'attachments'
      ? {
          types: text(`types${at}`)
            .toLowerCase()
            .split(/[\s,;]+/)
            .filter(Boolean),
        }
      : {}),
    ...(kind === 'header' ? { field: text(`field${at}`), pattern: text(`pattern${at}`) } : {}),
  }
}

const listOf = (c: C): string => c.req.param('list') ?? ''

/** The rules that decide about mail: read by moderators, changed and tried by owners. */
export const chainPages = pages()
  .get('/lists/:list/rules', async (c) => {
    const { db, actor, site } = c.var
    const { list, chain, own } = await getChain(db, actor, listOf(c))
    const tried = c.req.query('try') === undefined ? undefined : await tryChain(db, actor, list.name, site.mailDomain, chain)
    return c.var.page(t.rulesOf({ title: list.title }), <RulesPage {...{ list, chain, own, tried }} mayChange={mayOwn(actor, list)} />)
  })
  .post('/lists/:list/rules', moderatorAct('setListRules', 'Change or try the rules for mail', RulesForm), async (c) => {
    const { db, write, actor, site } = c.var
    const list = await getOwnedList(db, actor, listOf(c))
    const show = async (rules: Rule[], tried?: Awaited<ReturnType<typeof tryChain>>) =>
      c.var.page(
        t.rulesOf({ title: list.title }),
        <RulesPage list={list} chain={rules} own={list.rules !== null} mayChange tried={tried} />,
      )
    return refusable(c, () => show(readRules(c.var.refused?.typed ?? {}))).take(RulesForm, async (typed) => {
      if (typed.do === 'reset') {
        const changed = await write((tx) => changeList(tx, actor, list.name, { rules: null }))
        return doneIf(c, changed, `/lists/${list.name}/rules`, t.defaultRulesRestored)
      }
      const rules = readRules(typed)
      if (typed.do === 'try') return show(rules, await tryChain(db, actor, list.name, site.mailDomain, rules))
      const changed = await write((tx) => changeList(tx, actor, list.name, { rules }))
      return doneIf(c, changed, `/lists/${list.name}/rules`, t.saved)
    })
  })
