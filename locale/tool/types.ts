import type { Tree } from '../../src/lib/ui/message.ts'
import { argumentsOf, maybeNumber } from './read.ts'

const keyOf = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`)

function typeOf(text: string): string {
  const facts = argumentsOf(text)
  if (facts.size === 0) return 'string'
  const said = [...facts.values()].includes('Tag') ? 'Child[]' : 'string'
  return `(facts: { ${[...facts].map(([name, type]) => `${keyOf(name)}${type === 'Maybe' || type === maybeNumber ? '?' : ''}: ${type}`).join('; ')} }) => ${said}`
}

function linesOf(tree: Tree, indent: string): string[] {
  return Object.entries(tree).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [`${indent}${keyOf(name)}: ${typeOf(text)}`]
      : [`${indent}${keyOf(name)}: {`, ...linesOf(text, `${indent}  `), `${indent}}`],
  )
}

/** The types of all messages, from English: what src/lib/ui/messages.ts must be. */
export function typesOf(english: Tree): string {
  const body = linesOf(english, '  ')
  const used = ['Child', 'Maybe', 'Moment', 'Tag', 'Text'].filter((type) => body.some((line) => new RegExp(`\\b${type}\\b`).test(line)))
  return [
    '// Written by `npm run locale` from locale/en; do not edit.',
    ...(used.length > 0 ? [`import type { ${used.join(', ')} } from '../../src/lib/ui/message.ts'`] : []),
    '',
    '/** Every message: by domain, place and names, with what it says. */',
    'export interface Messages {',
    ...body,
    '}',
    '',
  ].join('\n')
}
