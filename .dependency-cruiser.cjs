// Each rule says why, so that who breaks one learns it here.
// The domains, lowest first: what stands later may use what stands earlier.
const domains = [
  'journal', 'search', 'archive', 'outbox', 'people', 'groups', 'files', 'list', 'documents', 'requests', 'charter', 'ballots', 'meetings',
  'advocacy', 'talks', 'events', 'correspondence', 'news', 'reports', 'privacy', 'webhooks', 'imports', 'operations', 'website', 'today',
]
const inDomain = `^src/(${domains.join('|')})/`
// What is in the mailroom waits to be sorted; it is an edge that still has rules, queries and actions of its own.
const mailroomDoor = '^src/edges/mailroom/(rules|queries|actions)\\.ts$'
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** For each domain, what stands above it. */
const onlyDownwards = domains.slice(0, -1).map((domain, at) =>
  rule('only-downwards', `A domain uses those below it; ${domain} stands below what it enters here. Upwards goes an event, or what a nameplate offers.`, { path: `^src/${domain}/` }, { path: `^src/(${domains.slice(at + 1).join('|')})/` }),
)

module.exports = {
  forbidden: [
    rule('no-cycles', 'Two modules that need each other are one module, or need a third.', { path: '^src' }, { circular: true }),
    rule('libraries-know-no-nameplate', 'What a library needs is handed to it.', { path: '^src/lib/' }, { path: '^src/nameplate\\.ts$' }),
    rule('edges-are-edges', 'Nothing inside knows how it was called.', { path: '^src', pathNot: '^src/(edges/|main\\.ts)' }, { path: '^src/edges/', pathNot: mailroomDoor }),
    rule('nameplates', 'A nameplate is read by the list of domains, and that list by the edges.', { path: '^src', pathNot: '^src/(domains\\.ts|edges/)' }, { path: '^src/([a-z]+/domain|domains)\\.ts$' }),
    rule('doors', 'Another domain is entered by the three files at its top, which name what it offers; its tabs (nav.tsx) lead to its pages.', { path: inDomain }, { path: inDomain, pathNot: ['^src/$1/', '^src/[a-z]+/(rules|queries|actions|nav)\\.tsx?$'] }),
    ...onlyDownwards,
    rule('rules-are-pure', 'rules.ts decides and does nothing; it knows the words that it refuses with.', { path: `${inDomain}.*rules\\.ts$` }, { pathNot: ['[/-]rules\\.ts$', '^(node:)?crypto$', '^src/(errors|actor|policy|signed|time|waiting|letter-subjects)\\.ts$', '^src/lib/ui/(words|kept|language|format|zone-names|zone-cities|alike)\\.tsx?$', '^src/lib/(similar/|ui/member-)', '^src/lib/(fold|typed-day|web-address|ui/waits)\\.ts$', '^src/lib/mail/(find-words|file-types|is-address|mail-fault)\\.ts$', '[/-](refusals|words)\\.ts$', '^src/lib/db/schema\\.ts$'] }),
    rule('letters-are-pure', 'mails.ts writes a letter; its caller reads and sends.', { path: `${inDomain}.*mails\\.ts$` }, { path: '[/-](queries|actions|jobs)\\.ts$|node_modules', dependencyTypesNot: ['type-only'] }),
    rule('queries-do-not-write', 'A query never calls an action.', { path: '[/-]queries\\.ts$' }, { path: '[/-](actions|jobs|pages|mails)\\.tsx?$' }),
    rule('sql-lives-in-queries-and-actions', 'Only src/lib/db, queries and actions speak Kysely.', { path: '^src', pathNot: ['^src/lib/db/', '[/-](queries|actions)\\.ts$'] }, { path: 'node_modules/(kysely|pg)/' }),
    rule('libraries-know-no-domain', 'Libraries could be published tomorrow.', { path: '^src/lib/' }, { path: `${inDomain}|^src/edges/` }),
    rule('foreign-files-are-read-in-the-worker', 'What reads a file from outside is called by its name in reading/bounded.ts, with bounds; only such readers know each other.', { path: '^src', pathNot: '^src/(lib/(reading|sheet|pickle)|imports/mailman2)/|^src/lib/(unzip|zip|zip-lay-out)\\.ts$|^src/files/type\\.ts$|^src/news/imports/wxr\\.ts$|\\.test\\.ts$' }, { path: '^src/lib/(sheet/parse|pickle/read|zip-lay-out)\\.ts$|node_modules/(unpdf|mammoth|csv-parse|file-type|sax)/', dependencyTypesNot: ['type-only'] }),
    rule('mail-knows-no-database', 'src/lib/mail reads and writes mail, nothing else.', { path: '^src/lib/mail/' }, { path: '^src/(?!lib/mail/)' }),
    rule('mail-tools-stay-in-mail', 'One place parses and one place sends.', { path: '^src', pathNot: '^src/(lib/mail|edges/smtp)/' }, { path: 'node_modules/(nodemailer|postal-mime|mailauth|smtp-server)/' }),
    rule('tokens-open-at-the-gate', 'A reply address is opened by the gate, which asks who wrote; a link by its page. Nobody else opens a token.', { path: '^src', pathNot: ['^src/edges/mailroom/gate/actions\\.ts$', '[/-]pages\\.tsx$', '\\.test\\.ts$'] }, { path: '^src/lib/token/open\\.ts$' }),
    rule('tokens-are-sealed-in-one-place', 'What stands in a token is known to those who seal and open it.', { path: '^src', pathNot: '^src/lib/token/' }, { path: '^src/lib/token/bytes\\.ts$' }),
    rule('answers-come-from-the-gate', 'An answer by mail is what the gate has let through; others know its type alone.', { path: '^src', pathNot: '^src/answer\\.ts$' }, { path: '^src/answer\\.ts$', dependencyTypesNot: ['type-only'] }),
    rule('web-tools-stay-in-pages', 'Only http, ui and pages know of HTTP.', { path: '^src', pathNot: ['^src/(edges/http|lib/ui)/', '^src/nameplate\\.ts$', '[/-](pages|api)\\.tsx?$'] }, { path: 'node_modules/hono/' }),
    rule('translators-tools-stay-out', 'What writes types and PO files is for those who work on the words; it is not compiled.', { path: '^src' }, { path: '^locale/' }),
    rule('no-test-in-src', 'Shipped code never reaches into the tests.', { path: '^src', pathNot: '\\.test\\.tsx?$' }, { path: '^test/|\\.test\\.tsx?$|node_modules/vitest' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
