// Each rule says why, so that who breaks one learns it here. docs/contributing/borders.md is the longer story.
const edges = 'http|smtp|jobs|cli'
const libraries = 'mail|ui|tally|sheet|print|similar|identity|pickle|zip|reading'
const inDomain = '^src/(files|webhooks|people|charter|journal|inbound|outbox|bounces|moving|office|search|report|privacy|archive|list|documents|ballots|meetings|talks|events|requests|vendor|news|site)/'
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule('no-cycles', 'Two modules that need each other are one module, or need a third.', { path: '^src' }, { circular: true }),
    rule('edges-are-edges', 'Nothing inside knows how it was called.', { path: '^src', pathNot: `^src/((${edges})/|main\\.ts)` }, { path: `^src/(${edges})/` }),
    rule('doors', 'Another domain is entered by its rules, queries or actions; its tabs (nav.tsx) lead to its pages.', { path: inDomain }, { path: inDomain, pathNot: ['^src/$1/', '/(rules|queries|actions)\\.ts$', '/nav\\.tsx$'] }),
    rule('rules-are-pure', 'rules.ts decides and does nothing.', { path: `${inDomain}rules\\.ts$` }, { pathNot: ['/rules\\.ts$', '^(node:)?crypto$', '^src/(errors|actor|policy)\\.ts$', '^src/db/schema\\.ts$'] }),
    rule('letters-are-pure', 'mails.ts writes a letter; its caller reads and sends.', { path: `${inDomain}mails\\.ts$` }, { path: '/(queries|actions|jobs)\\.ts$|node_modules' }),
    rule('queries-do-not-write', 'A query never calls an action.', { path: '/queries\\.ts$' }, { path: '/(actions|jobs|pages|mails)\\.tsx?$' }),
    rule('sql-lives-in-queries-and-actions', 'Only src/db, queries and actions speak Kysely.', { path: '^src', pathNot: ['^src/db/', '/(queries|actions)\\.ts$'] }, { path: 'node_modules/(kysely|pg)/' }),
    rule('libraries-know-no-domain', 'Libraries could be published tomorrow.', { path: `^src/(${libraries})/` }, { path: inDomain }),
    rule('mail-knows-no-database', 'src/mail reads and writes mail, nothing else.', { path: '^src/mail/' }, { path: '^src/(?!mail/)' }),
    rule('mail-tools-stay-in-mail', 'One place parses and one place sends.', { path: '^src', pathNot: '^src/(mail|smtp)/' }, { path: 'node_modules/(nodemailer|postal-mime|mailauth|smtp-server)/' }),
    rule('tokens-open-at-the-gate', 'A reply address is opened by the gate, which asks who wrote; a link by its page. Nobody else opens a token.', { path: '^src', pathNot: ['^src/inbound/gate/actions\\.ts$', '/pages\\.tsx$', '\\.test\\.ts$'] }, { path: '^src/token-open\\.ts$' }),
    rule('tokens-are-sealed-in-one-place', 'What stands in a token is known to those who seal and open it.', { path: '^src', pathNot: '^src/token(-open|\\.test)?\\.ts$' }, { path: '^src/token-bytes\\.ts$' }),
    rule('web-tools-stay-in-pages', 'Only http, ui and pages know of HTTP.', { path: '^src', pathNot: ['^src/(http|ui)/', '/(pages|api)\\.tsx?$'] }, { path: 'node_modules/hono/' }),
    rule('no-test-in-src', 'Shipped code never reaches into the tests.', { path: '^src', pathNot: '\\.test\\.tsx?$' }, { path: '^test/|\\.test\\.tsx?$|node_modules/vitest' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
