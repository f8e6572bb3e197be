import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

// Steps of a larger act, whose line is written with it, and what is of no interest to anybody but its person.
const without = [
  'src/advocacy/desk/demand-actions.ts dropDraft',
  'src/advocacy/desk/demand-actions.ts reviewDraft',
  'src/advocacy/desk/demand-actions.ts saveDraft',
  'src/advocacy/portal/actions.ts keepTyped',
  'src/archive/import/actions.ts beginImport',
  'src/archive/import/undo-actions.ts beginMailUndo',
  'src/archive/threading/actions.ts chooseThread',
  'src/ballots/papers/actions.ts saveDraft',
  'src/charter/clauses/actions.ts touch',
  'src/correspondence/actions.ts keepExchangeMail',
  'src/correspondence/undo-actions.ts beginMailbox',
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
  'src/requests/record/actions.ts setRequestNumbers',
  'src/webhooks/actions.ts sendAgain',
  'src/webhooks/actions.ts testHook',
]

interface Act {
  file: string
  name: string
  text: string
  isExported: boolean
  /** Whom it calls, by name, and whether that is declared in the same file. */
  calls: { name: string; here: boolean }[]
}

function* actsIn(file: string): Generator<Act> {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  const own = new Set([...source.text.matchAll(/^(?:export )?(?:async )?(?:function\*?|const) (\w+)/gm)].map(([, name = '']) => name))
  for (const statement of source.statements) {
    const declared = ts.isFunctionDeclaration(statement)
      ? [statement]
      : ts.isVariableStatement(statement)
        ? statement.declarationList.declarations
        : []
    for (const one of declared) {
      const text = one.getText(source)
      const calls = [...text.matchAll(/(?<![.\w]|function )(\w+)\(/g)].map(([, name = '']) => ({ name, here: own.has(name) }))
      yield { file, name: one.name?.getText(source) ?? '', text, isExported: statement.getText(source).startsWith('export '), calls }
    }
  }
}

test('whatever somebody changes leaves a line in the journal', () => {
  const all = globSync('src/**/*.ts', { cwd: root }).flatMap((file) => [...actsIn(file)])
  // By file and name: what another file calls the same is not meant, unless it is exported.
  const telling = new Set(['record', 'recordAll', 'recordOf', 'recorderOf'])
  for (let before = 0; before < telling.size; ) {
    before = telling.size
    for (const { file, name, isExported, calls } of all) {
      if (!calls.some((called) => telling.has(called.here ? `${file} ${called.name}` : called.name))) continue
      telling.add(`${file} ${name}`)
      if (isExported) telling.add(name)
    }
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
