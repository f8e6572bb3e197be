import { formatDay } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { daysSince, knownOn, lacking, type Program } from '../watch/versions.ts'
import { type Finding, findingsOf, found } from './finding.ts'

const say = findingsOf('versions')
const names: Record<Program, string> = { node: 'Node.js', postgres: 'PostgreSQL' }
const oldAfter = 120

/** Whether Node.js and PostgreSQL are as new as this program knows, and how old what it knows is. */
export function checkVersions(running: Partial<Record<Program, string>>, now: Date): Finding[] {
  const dayOf = (day: string) => formatDay({ locale: languageNow() }, day)
  const findings = (Object.entries(running) as [Program, string][]).map(([name, version]) => {
    const program = names[name]
    const lacks = lacking(name, version)
    if (!lacks) return say.ok(found.versions.newest({ program, version, day: dayOf(knownOn) }))
    return say.note(
      found.versions.old({ program, version, day: dayOf(lacks.since), days: daysSince(lacks.since, now) }),
      found.versions.oldTodo({ newest: lacks.newest }),
    )
  })
  const age = daysSince(knownOn, now)
  if (age > oldAfter) findings.push(say.note(found.versions.ours({ days: age }), found.versions.oursTodo))
  return findings
}
