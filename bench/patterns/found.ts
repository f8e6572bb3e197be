import { globSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { sourceOf } from '../functions/types.ts'

// Every regular expression of the program: what is written as one is read from the syntax trees, what is put together from words is noted while
// its module begins.

export interface Found {
  source: string
  flags: string
  place: string
}

/** Commands of who runs the program: what they read is its own pages, whose texts hold no tags, or the place's own folders. */
const ownPages = /^src\/edges\/cli\//
const isTest = /\.test\.tsx?$|\.d\.ts$/

function literalsIn(file: string, root: string): Found[] {
  const source = sourceOf(join(root, file))
  const found: Found[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
      // What splits looks for all of them.
      const call = node.parent
      const all = ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'split'
      const flags = node.text.slice(end + 1)
      found.push({ source: node.text.slice(1, end), flags: all && !flags.includes('g') ? `${flags}g` : flags, place: `${file}:${line}` })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The patterns that are written in the sources whose path has this part. */
export const findLiterals = (root: string, part: string): Found[] =>
  globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !isTest.test(file) && !ownPages.test(file) && file.includes(part))
    .toSorted()
    .flatMap((file) => literalsIn(file, root))

/** Notes the patterns that modules below this folder put together, until it is told to end. */
export function noteMade(root: string): { made: Found[]; end: () => void } {
  const Native = globalThis.RegExp
  const made: Found[] = []
  const depth = Error.stackTraceLimit
  Error.stackTraceLimit = 3
  const own = new Native(String.raw`${root.replaceAll(/[^\w/]/g, '\\$&')}/((?:src|dist|locale)/[^:)]+:\d+)`)
  const note = (pattern: RegExp): RegExp => {
    const place = own.exec(new Error('where').stack ?? '')?.[1]
    if (place) made.push({ source: pattern.source, flags: pattern.flags, place })
    return pattern
  }
  globalThis.RegExp = new Proxy(Native, {
    construct: (_, given: [string, string]) => note(new Native(...given)),
    apply: (_, __, given: [string, string]) => note(new Native(...given)),
  })
  const end = () => {
    globalThis.RegExp = Native
    Error.stackTraceLimit = depth
  }
  return { made, end }
}
