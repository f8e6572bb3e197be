import { daysSince, knownOn, lacking, type Program } from '../watch/versions.ts'
import { type Finding, findingsOf } from './finding.ts'

const say = findingsOf('versions')
const names: Record<Program, string> = { node: 'Node.js', postgres: 'PostgreSQL' }
const oldAfter = 120

/** Whether Node.js and PostgreSQL are as new as this program knows, and how old what it knows is. */
export function checkVersions(running: Partial<Record<Program, string>>, now: Date): Finding[] {
  const findings = (Object.entries(running) as [Program, string][]).map(([program, version]) => {
    const lacks = lacking(program, version)
    if (!lacks) return say.ok(`${names[program]} ${version}: no newer version was known on ${knownOn}.`)
    const days = daysSince(lacks.since, now)
    return say.note(
      `${names[program]} ${version} has been out of date since ${lacks.since}, for ${days === 1 ? 'a day' : `${days} days`}.`,
      `Update it to ${lacks.newest}: see docs/operators/patching.md.`,
    )
  })
  const age = daysSince(knownOn, now)
  if (age > oldAfter)
    findings.push(say.note(`This version of Rapport was released ${age} days ago.`, 'Check whether there is a newer version.'))
  return findings
}
