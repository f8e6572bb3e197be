import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

// What a parameter holds, as far as its written type says so. No type is inferred: this would take longer than all the measurements.

const sources = new Map<string, ts.SourceFile>()

/** The syntax tree of a file, read once. */
export function sourceOf(file: string): ts.SourceFile {
  const known = sources.get(file)
  if (known) return known
  const made = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  sources.set(file, made)
  return made
}

/** Text, a list of texts, an object by its fields, a list of such, or something else, by its type. */
export type Shape =
  | { kind: 'text' | 'texts' }
  | { kind: 'object' | 'objects'; fields: Record<string, Shape> }
  | { kind: 'other'; type: string }

const isText = /^(?:string|string \| (?:null|undefined)|(?:null|undefined) \| string)$/
const isTexts = /^(?:readonly )?string\[\]$/
/** No text from outside: the site's own. */
const ownAddress = /^baseUrl$/
/** An object within an object within a list is as deep as is looked. */
const deepest = 3

type Declared = ts.InterfaceDeclaration | ts.TypeAliasDeclaration

/** Where a name of a type is declared: here, or in the file that it is imported from. */
function declarationOf(name: string, source: ts.SourceFile): Declared | undefined {
  for (const statement of source.statements) {
    if ((ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) && statement.name.text === name) return statement
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const { namedBindings } = statement.importClause ?? {}
    const { text: from } = statement.moduleSpecifier
    if (!from.startsWith('.') || !from.endsWith('.ts') || !namedBindings || !ts.isNamedImports(namedBindings)) continue
    const imported = namedBindings.elements.find((one) => one.name.text === name)
    if (imported) return declarationOf((imported.propertyName ?? imported.name).text, sourceOf(join(dirname(source.fileName), from)))
  }
  return undefined
}

function fieldsIn(members: ts.NodeArray<ts.TypeElement>, depth: number): Record<string, Shape> {
  const fields: Record<string, Shape> = {}
  for (const one of members)
    if (ts.isPropertySignature(one) && one.type && ts.isIdentifier(one.name))
      fields[one.name.text] = ownAddress.test(one.name.text) ? { kind: 'other', type: 'Address' } : shapeOf(one.type, depth + 1)
  return fields
}

/** `Pick<Mail, 'text'>`: the names that it is about. */
const namesIn = (type: ts.TypeNode | undefined): Set<string> => new Set(type?.getText().match(/(?<=')[^']*(?=')/g))

function referred(type: ts.TypeReferenceNode, depth: number): Record<string, Shape> {
  const name = type.typeName.getText()
  const [first, second] = type.typeArguments ?? []
  if (first && /^(?:Pick|Omit|Partial|Required|Readonly)$/.test(name)) {
    const [fields, names] = [Object.entries(fieldsOf(first, depth)), namesIn(second)]
    return Object.fromEntries(second ? fields.filter(([field]) => names.has(field) === (name === 'Pick')) : fields)
  }
  const declared = declarationOf(name, type.getSourceFile())
  if (!declared) return {}
  if (ts.isTypeAliasDeclaration(declared)) return fieldsOf(declared.type, depth)
  const inherited = (declared.heritageClauses ?? []).flatMap(({ types }) => [...types])
  const above = inherited.map((one) => {
    const parent = declarationOf(one.expression.getText(), declared.getSourceFile())
    return parent && ts.isInterfaceDeclaration(parent) ? fieldsIn(parent.members, depth) : {}
  })
  return Object.assign({}, ...above, fieldsIn(declared.members, depth))
}

function fieldsOf(type: ts.TypeNode, depth: number): Record<string, Shape> {
  if (depth > deepest) return {}
  if (ts.isTypeLiteralNode(type)) return fieldsIn(type.members, depth)
  if (ts.isIntersectionTypeNode(type)) return Object.assign({}, ...type.types.map((one) => fieldsOf(one, depth)))
  if (ts.isUnionTypeNode(type)) return type.types.map((one) => fieldsOf(one, depth)).find((one) => Object.keys(one).length > 0) ?? {}
  return ts.isTypeReferenceNode(type) ? referred(type, depth) : {}
}

function elementOf(type: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isTypeOperatorNode(type)) return elementOf(type.type)
  return ts.isArrayTypeNode(type) ? type.elementType : undefined
}

/** What a type holds. */
export function shapeOf(type: ts.TypeNode, depth = 0): Shape {
  const text = type.getText()
  if (isText.test(text)) return { kind: 'text' }
  if (isTexts.test(text)) return { kind: 'texts' }
  const element = elementOf(type)
  const fields = fieldsOf(element && ts.isParenthesizedTypeNode(element) ? element.type : (element ?? type), depth)
  return Object.keys(fields).length === 0 ? { kind: 'other', type: text } : { kind: element ? 'objects' : 'object', fields }
}

/** Is there a text anywhere in it? */
export const holdsText = (shape: Shape): boolean =>
  'fields' in shape ? Object.values(shape.fields).some(holdsText) : shape.kind !== 'other'
