import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

/** What a view says by these is for programs, not for people. */
const unread =
  /^(?:class|href|action|name|id|type|hx-|data-|rel|method|role|autocomplete|style|sizes|viewBox|d|fill|kind|mood|target|inputmode|pattern|content|media|enctype|transform|points|for|src|key|lang)/

const textOf = (node: ts.Node): string | undefined =>
  ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
    : ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)
      ? node.text
      : undefined

/** What is handed to a function, compared or looked up is no text of the page by itself. */
const isForPrograms = (node: ts.Node): boolean =>
  ts.isCallExpression(node) ||
  ts.isTypeNode(node) ||
  ts.isImportDeclaration(node) ||
  ts.isTaggedTemplateExpression(node) ||
  ts.isElementAccessExpression(node) ||
  ts.isCaseClause(node) ||
  (ts.isBinaryExpression(node) && /^[=!]==?$/.test(node.operatorToken.getText())) ||
  ((ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) && unread.test(node.name.getText()))

/** Does it stand in the markup itself, where a page shows it? */
function isShown(literal: ts.Node): boolean {
  let inMarkup = ts.isJsxText(literal)
  for (let node = literal.parent; node && !ts.isFunctionLike(node); node = node.parent) {
    if (isForPrograms(node)) return false
    inMarkup ||= ts.isJsxExpression(node) || ts.isJsxAttribute(node)
  }
  return inMarkup
}

function* literalsIn(file: string, root: string): Generator<string> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const nodes: ts.Node[] = [source]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const text = textOf(node)?.trim() ?? ''
    if (/[A-Za-z]{3}/.test(text) && (/ |^[A-Z(]/.test(text) || ts.isJsxText(node)) && isShown(node))
      yield `${relative(root, file)}: ${text.replaceAll(/\s+/g, ' ')}`
    ts.forEachChild(node, (child) => void nodes.push(child))
  }
}

/** Texts that stand in the markup of a view and are no messages, each with its file. */
export const bareLiterals = (root: string): string[] =>
  globSync('src/**/*.tsx', { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .toSorted()
    .flatMap((file) => [...literalsIn(join(root, file), root)])
