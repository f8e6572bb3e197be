import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

// Steps of a larger act, whose line is written with it, and what is of no interest to anybody but its person.
const without = [
  'src/advocacy/desk/demand-actions.ts dropDraft',
  'src/advocacy/desk/demand-actions.ts reviewDraft',
  'src/advocacy/desk/demand-actions.ts saveDraft',
  'src/advocacy/answers/old-actions.ts keepOldAnswers',
  'src/advocacy/commitments/actions.ts suggest',
  'src/advocacy/portal/actions.ts keepTyped',
  'src/archive/import/actions.ts beginImport',
  'src/archive/import/undo-actions.ts beginMailUndo',
  'src/archive/threading/actions.ts chooseThread',
  'src/ballots/elections/actions.ts moveDays',
  'src/ballots/papers/actions.ts saveDraft',
  'src/charter/clauses/actions.ts touch',
  'src/correspondence/actions.ts keepExchangeMail',
  'src/correspondence/undo-actions.ts beginMailbox',
  'src/documents/importing/actions.ts addImportFile',
  'src/documents/importing/actions.ts bringFolder',
  'src/documents/importing/actions.ts openImport',
  'src/files/texts-actions.ts takeTextFiles',
  'src/files/uploads-actions.ts addPiece',
  'src/files/uploads-actions.ts beginUpload',
  'src/files/uploads-actions.ts finishUpload',
  'src/files/uploads-actions.ts holdUploads',
  'src/files/uploads-actions.ts takeUpload',
  'src/groups/core/actions.ts endYesterday',
  'src/imports/actions.ts takeHeld',
  'src/imports/uploads/actions.ts addFiles',
  'src/imports/uploads/actions.ts keepUpload',
  'src/list/import-actions.ts bringApplicant',
  'src/list/import-actions.ts bringBan',
  'src/list/import-actions.ts bringHeld',
  'src/list/import-actions.ts bringSender',
  'src/list/import-actions.ts takeOff',
  'src/list/notices/actions.ts prefaceWelcome',
  'src/list/writing/actions.ts sendLater',
  'src/today/calendar-actions.ts revokeAddress',
  'src/meetings/core/actions.ts insertMeeting',
  'src/meetings/invitees-actions.ts carryInvitees',
  'src/meetings/invitees-actions.ts revokeInvitee',
  'src/meetings/minutes/actions.ts saveLine',
  'src/meetings/minutes/actions.ts settleConflict',
  'src/news/actions.ts makeOwnPage',
  'src/news/actions.ts rewriteOwnPage',
  'src/outbox/choices-actions.ts mute',
  'src/people/actions.ts addInstitutions',
  'src/people/actions.ts addPeople',
  'src/people/actions.ts hideHint',
  'src/people/affiliations/actions.ts claimAddress',
  'src/people/affiliations/actions.ts withdrawClaim',
  'src/people/drafts-actions.ts dropDraft',
  'src/people/drafts-actions.ts returnDraft',
  'src/people/proposals/actions.ts askForTool',
  'src/people/sheets-actions.ts noteSheet',
  'src/people/sheets-actions.ts settleSheet',
  'src/people/ways-in/actions.ts verifyAddress',
  'src/requests/actions.ts setFollowing',
  'src/requests/board/actions.ts removeView',
  'src/requests/board/actions.ts saveView',
  'src/requests/imports/insert-actions.ts insertPortion',
  'src/requests/record/actions.ts setRequestNumbers',
  'src/webhooks/actions.ts sendAgain',
  'src/webhooks/actions.ts testHook',
]

interface Act {
  file: string
  name: string
  text: string
  isExported: boolean
  /** Whom it calls, of its own file and of those that it imports: file and name. */
  calls: string[]
}

interface Source {
  file: string
  tree: ts.SourceFile
  /** By the name that it has here: the file and name of what is imported, or passed on, from another. */
  brought: Map<string, string>
}

function readSource(file: string): Source {
  const tree = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  const brought = new Map<string, string>()
  for (const statement of tree.statements) {
    const from = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined
    if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) continue
    const bound = ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : (statement as ts.ExportDeclaration).exportClause
    if (!bound || !(ts.isNamedImports(bound) || ts.isNamedExports(bound))) continue
    for (const { name, propertyName } of bound.elements)
      brought.set(name.text, `${join(dirname(file), from.text)} ${(propertyName ?? name).text}`)
  }
  return { file, tree, brought }
}

/** Where something is declared that may have been passed on by a front door. */
function declaredIn(sources: ReadonlyMap<string, Source>, at: string): string {
  const [file = '', name = ''] = at.split(' ')
  const further = sources.get(file)?.brought.get(name)
  return further === undefined ? at : declaredIn(sources, further)
}

function* actsIn({ file, tree, brought }: Source, sources: ReadonlyMap<string, Source>): Generator<Act> {
  const own = new Set([...tree.text.matchAll(/^(?:export )?(?:async )?(?:function\*?|const) (\w+)/gm)].map(([, name = '']) => name))
  for (const statement of tree.statements) {
    const declared = ts.isFunctionDeclaration(statement)
      ? [statement]
      : ts.isVariableStatement(statement)
        ? statement.declarationList.declarations
        : []
    for (const one of declared) {
      const text = one.getText(tree)
      // What is declared within it is part of its text.
      const calls = [...text.matchAll(/(?<![.\w]|function )(\w+)\(/g)].flatMap(([, name = '']) =>
        own.has(name) ? [`${file} ${name}`] : brought.has(name) ? [declaredIn(sources, brought.get(name) as string)] : [],
      )
      yield { file, name: one.name?.getText(tree) ?? '', text, isExported: statement.getText(tree).startsWith('export '), calls }
    }
  }
}

test('whatever somebody changes leaves a line in the journal', () => {
  const sources = new Map(globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => [file, readSource(file)]))
  const all = [...sources.values()].flatMap((source) => [...actsIn(source, sources)])
  const telling = new Set(['record', 'recordAll', 'recordOf', 'recorderOf'].map((name) => `src/journal/actions.ts ${name}`))
  for (let before = 0; before < telling.size; ) {
    before = telling.size
    for (const { file, name, calls } of all) if (calls.some((called) => telling.has(called))) telling.add(`${file} ${name}`)
  }
  const acts = all.filter(
    ({ file, isExported, text }) =>
      file.endsWith('actions.ts') &&
      !file.startsWith('src/journal/') &&
      isExported &&
      /\btx: Tx,\s*actor: Actor\b/.test(text) &&
      /\b(?:insertInto|updateTable|deleteFrom|insert into|update|delete from)\b/.test(text),
  )
  expect(acts.length).toBeGreaterThan(350)
  const silent = acts.filter(({ file, name }) => !telling.has(`${file} ${name}`)).map(({ file, name }) => `${file} ${name}`)
  expect(silent.toSorted()).toEqual(without.toSorted())
})
