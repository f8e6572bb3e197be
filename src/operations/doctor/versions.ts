import { daysSince, knownOn, lacking, type Program } from '../watch/versions.ts'
import { type Finding, findingsOf } from './finding.ts'

const say = findingsOf('versions')
const names: Record<Program, string> = { node: 'Node.js', postgres: 'PostgreSQL' }
const oldAfter = 120

/** Whether Node.js and PostgreSQL are as new as this program knows, and how old what it knows is. */
export function checkVersions(running: Partial<Record<Program, string>>, now: Date): Finding[] {
  const findings = (Object.entries(running) as [Program, string][]).map(([program, version]) => {
    const lacks = lacking(program, version)
    if (!lacks) return say.ok(`${names[program]} ${version} runs; no newer one was known on ${knownOn}.`)
    const days = daysSince(lacks.since, now)
    return say.note(
      `${names[program]} ${version} runs; ${lacks.newest} is out, and what this one lacks for ${days === 1 ? 'a day' : `${days} days`}.`,
      'docs/operators/patching.md says how to bring it up to date.',
    )
  })
  const age = daysSince(knownOn, now)
  if (age > oldAfter)
    findings.push(
      say.note(`This Rapport was released ${age} days ago and knows of nothing newer.`, 'See whether there is a newer Rapport.'),
    )
  return findings
}
