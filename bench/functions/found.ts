import { globSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { holdsText, type Shape, shapeOf, sourceOf } from './types.ts'

/** What may open, send or write something when it is called, and what never sees a byte from outside. */
const leftOut =
  /^src\/(?:locale\/tool|edges\/(?:cli|jobs|http\/(?:server|api)|smtp\/(?:server|socket))|main|config|lib\/(?:db|print|reading\/(?:worker|within|bounded)|mail\/(?:smtp-|relay|parse-worker|parse-pool|dns)))/
/** Elsewhere, what is awaited is a database, a worker, a disk or somebody else's machine. */
const awaited = /^src\/(?:lib\/(?:mail|pickle|zip|sheet\/parse|reading\/words)|files\/type)/

export type Kind = 'text' | 'bytes' | 'lines' | 'mail' | 'object'
export interface Parameter {
  kind: Kind | undefined
  type: string
  shape: Shape
  optional: boolean
}
export interface Found {
  file: string
  name: string
  isAsync: boolean
  parameters: Parameter[]
}

function kindOf(type: string, shape: Shape): Kind | undefined {
  if (/^(?:string \| )?(?:Buffer|Uint8Array)(?: \| (?:string|null|undefined))?$/.test(type)) return 'bytes'
  if (/\bParsedMessage\b/.test(type)) return 'mail'
  if (shape.kind === 'text') return 'text'
  if (shape.kind === 'texts') return 'lines'
  return holdsText(shape) ? 'object' : undefined
}

function parameterOf(one: ts.ParameterDeclaration): Parameter {
  const type = one.type?.getText() ?? ''
  const shape: Shape = one.type ? shapeOf(one.type) : { kind: 'other', type }
  return { kind: kindOf(type, shape), type, shape, optional: Boolean(one.questionToken ?? one.initializer ?? one.dotDotDotToken) }
}

const isAsync = (node: ts.FunctionLikeDeclaration): boolean =>
  Boolean(node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) || (node.type?.getText() ?? '').includes('Promise')

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** The exported functions of a module. */
function* functionsIn(file: string, root: string): Generator<Found> {
  const made = (name: string, node: ts.FunctionDeclaration | ts.ArrowFunction): Found => ({
    file,
    name,
    isAsync: isAsync(node),
    parameters: node.parameters.map(parameterOf),
  })
  for (const statement of sourceOf(join(root, file)).statements) {
    if (!isExported(statement)) continue
    if (ts.isFunctionDeclaration(statement) && statement.name) yield made(statement.name.text, statement)
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations)
      if (initializer && ts.isArrowFunction(initializer) && ts.isIdentifier(name)) yield made(name.text, initializer)
  }
}

/** Every function in src that is given a text, bytes, lines, a parsed mail or an object with texts in it. */
export const findFunctions = (root: string, part: string): Found[] =>
  globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.ts$|\.d\.ts$/.test(file) && !leftOut.test(file) && file.includes(part))
    .toSorted()
    .flatMap((file) => [...functionsIn(file, root)])
    .filter(({ file, isAsync, parameters }) => (!isAsync || awaited.test(file)) && parameters.some(({ kind }) => kind !== undefined))
