import { domains } from '../domains.ts'
import type { Gathered } from '../gathered.ts'
import { declarationOf } from '../lib/ui/web.tsx'
import { nameOf, type OfferedTool, type Tool } from '../tool.ts'
import { mailroomLetters } from './mailroom/rules.ts'

/** What domains bring to the page of somebody's settings. */
export const settingsParts = domains.flatMap(({ settings }) => settings ?? [])

/** A tool with the address of its form. @throws for a form that is no page's, or that is its person's alone */
function offered(tool: Tool): OfferedTool {
  if ('reads' in tool) return tool
  const routes = domains.flatMap(({ pages = [] }) => pages.flatMap((page) => page.routes))
  const path = routes.find(({ method, handler }) => method === 'POST' && handler === (tool.form as unknown))?.path
  const whose = declarationOf(tool.form)?.whose
  if (path === undefined || whose === undefined || whose === 'person') throw new Error(`${nameOf(tool)} drafts no form`)
  return { ...tool, path: tool.ofGroup ? `${path}?group=:group` : path }
}

/** What all domains sign, for those who read no nameplate. */
export const gathered: Gathered = {
  keepers: domains.flatMap(({ belongings }) => belongings ?? []),
  finders: domains.flatMap(({ finders }) => finders ?? []),
  verbs: Object.assign({}, ...domains.map(({ verbs }) => verbs)),
  happenings: domains.flatMap(({ happenings }) => happenings ?? []),
  named: domains.flatMap(({ named }) => named ?? []),
  waiting: domains.flatMap(({ waiting }) => waiting ?? []),
  deciders: Object.assign({}, ...domains.map(({ deciders }) => deciders)),
  texts: domains.flatMap(({ texts }) => texts ?? []),
  tools: domains.flatMap(({ tools }) => tools ?? []).map(offered),
  letters: Object.assign({}, mailroomLetters, ...domains.map(({ letters }) => letters)),
  due: Object.assign({}, ...domains.map(({ due }) => due)),
}
