import { program } from '../../src/actor.ts'
import { addDocument } from '../../src/documents/actions.ts'
import { approveVersion } from '../../src/documents/keeping-actions.ts'
import { keepFile } from '../../src/files/actions.ts'
import { loadActor } from '../../src/groups/queries.ts'
import type { Visibility } from '../../src/lib/db/schema.ts'
import type { Access, Row } from '../access.ts'
import type { World } from '../world.ts'
import { documentsImportAgain, kept } from './kept-things.ts'

const signIn = 303
/** Those of the group, and administrators. */
const inside = (status: number) => ({ maria: status, modesto: status, carla: status, ada: status, lena: status })
/** Those who lead it. */
const keepers = (status: number) => ({ carla: status, ada: status })

const facts = {
  category: 'key',
  ownerRole: 'coordinator',
  datedOn: '2026-01-10',
  reviewMonths: null,
  reviewOn: null,
  keepMonths: null,
} as const

/** An inner paper, one for everybody, and one that is a file. */
export async function fileDocuments(world: World): Promise<void> {
  const { group, clock, db, write, carla } = world
  const actor = program(clock.now)
  const of = { ...facts, groupId: group.groupId, communityId: null }
  await write((tx) => addDocument(tx, actor, { ...of, title: 'Inner', visibility: 'group' as Visibility, content: { body: 'Within.' } }))
  await write((tx) => addDocument(tx, actor, { ...of, title: 'Terms', visibility: 'public' as Visibility, content: { body: 'For all.' } }))
  await write(async (tx) => {
    const file = await keepFile(tx, { name: 'a.txt', type: 'text/plain', content: Buffer.from('A file'), personId: null, at: clock.now })
    return addDocument(tx, actor, {
      ...of,
      title: 'Paper',
      visibility: 'subscribers' as Visibility,
      content: { fileId: file.id, words: 'A file' },
    })
  })
  const leader = await loadActor(db, carla.personId, clock.now, 'web')
  if (!leader) throw new Error('Carla is not there.')
  for (const slug of ['terms', 'paper']) await write((tx) => approveVersion(tx, leader, slug, { number: 1, way: 'role' }))
}

const get = (path: string, expect: Partial<Row['expect']>): Row => ({
  path: () => path,
  expect: { visitor: signIn, others: 404, ...expect },
})
const post = (path: string, form: Record<string, string>, expect: Partial<Row['expect']>): Row => ({
  path: () => path,
  form,
  expect: { others: 404, ...expect },
})

/** The import of a folder that stands there as it is before each asks. */
const importing = (method: 'GET' | 'POST', rest: string, expect: Partial<Row['expect']>, state: 'shown' | 'done' = 'done'): Row => ({
  path: () => `/documents/imports/${kept.documents}${rest}`,
  renew: (world) => documentsImportAgain(world, state),
  expect: { ...(method === 'GET' ? { visitor: signIn } : {}), others: 404, ...expect },
})

/** The API takes JSON. */
const ask = (path: string, body: object, expect: Row['expect']): Row => ({ path: () => path, form: body as Record<string, string>, expect })

export const documentsAccess: Access = {
  'GET /documents': get('/documents', { visitor: 200, others: 200 }),
  'GET /documents/new': get('/documents/new', { ...inside(200), bruno: 200, stella: 200 }),
  'GET /documents/export.zip': get('/documents/export.zip', { visitor: 200, others: 200 }),
  'POST /documents': post('/documents', {}, { ...inside(422), bruno: 422, stella: 422 }),
  'GET /documents/:document': get('/documents/inner', inside(200)),
  'GET /documents/:document/v/:version': get('/documents/terms/v/1', { visitor: 200, others: 200 }),
  'GET /documents/:document/v/:version/document.pdf': get('/documents/inner/v/1/document.pdf', inside(200)),
  'GET /documents/:document/v/:version/document.docx': get('/documents/terms/v/1/document.docx', { visitor: 200, others: 200 }),
  'GET /documents/:document/v/:version/document.md': get('/documents/inner/v/1/document.md', inside(200)),
  'GET /documents/:document/v/:version/file': get('/documents/paper/v/1/file', { ...inside(200), susi: 200 }),
  'GET /documents/:document/export.zip': get('/documents/inner/export.zip', inside(200)),
  'GET /documents/:document/compare': get('/documents/inner/compare', inside(200)),
  'GET /documents/:document/edit': get('/documents/terms/edit', inside(200)),
  'POST /documents/:document/versions': post('/documents/terms/versions', {}, inside(422)),
  'GET /documents/:document/approve': get('/documents/inner/approve', keepers(200)),
  'POST /documents/:document/approve': post('/documents/inner/approve', {}, keepers(422)),
  'GET /documents/:document/review': get('/documents/terms/review', keepers(200)),
  'POST /documents/:document/review': post('/documents/terms/review', { nextOn: '1999-01-01' }, keepers(422)),
  'GET /documents/:document/settings': get('/documents/terms/settings', keepers(200)),
  'POST /documents/:document/settings': post('/documents/terms/settings', {}, keepers(422)),
  'GET /documents/:document/state': get('/documents/terms/state', keepers(200)),
  'POST /documents/:document/state': post('/documents/terms/state', {}, keepers(422)),
  'GET /documents/:document/removal': get('/documents/terms/removal', keepers(200)),
  'POST /documents/:document/keep': post('/documents/terms/keep', {}, keepers(422)),
  'POST /documents/:document/remove': post('/documents/terms/remove', {}, keepers(422)),

  'GET /documents/imports': get('/documents/imports', { ...keepers(200), bruno: 200 }),
  'POST /documents/imports': post('/documents/imports', {}, { ...keepers(422), bruno: 422 }),
  'GET /documents/imports/:run': importing('GET', '', keepers(200)),
  'GET /documents/imports/:run/progress': importing('GET', '/progress', keepers(200)),
  'POST /documents/imports/:run/confirm': importing('POST', '/confirm', keepers(303), 'shown'),
  'POST /documents/imports/:run/again': importing('POST', '/again', keepers(409)),
  'GET /documents/imports/:run/undo': importing('GET', '/undo', keepers(200)),
  'POST /documents/imports/:run/undo': importing('POST', '/undo', keepers(303)),
  'GET /uploads/new': get('/uploads/new', { others: 200 }),
  'POST /uploads': post('/uploads', { name: 'a.pdf', size: '0' }, { visitor: 404, others: 422 }),
  'POST /uploads/form': post('/uploads/form', {}, { visitor: 404, others: 422 }),
  'GET /uploads/:upload': get('/uploads/none', {}),
  'GET /files/:key/:name': get('/files/none/dot.png', { visitor: 404 }),
  'GET /uploads/:upload/picture': get('/uploads/none/picture', {}),
  'PUT /uploads/:upload/:offset': post('/uploads/none/0', {}, {}),
  'POST /uploads/:upload/finish': post('/uploads/none/finish', {}, {}),
  'POST /uploads/:upload/cancel': post('/uploads/none/cancel', {}, {}),
  'GET /api/v1/documents': get('/api/v1/documents', { visitor: 401, others: 200 }),
  'GET /api/v1/documents/:document': get('/api/v1/documents/inner', { visitor: 401, ...inside(200) }),
  'GET /api/v1/documents/:document/versions/:version': get('/api/v1/documents/paper/versions/1', {
    visitor: 401,
    ...inside(200),
    susi: 200,
  }),
  'POST /api/v1/documents/:document/versions': ask('/api/v1/documents/inner/versions', { base: 1 }, { visitor: 401, others: 422 }),
  'POST /api/v1/documents/:document/versions/:version/approval': ask(
    '/api/v1/documents/terms/versions/9/approval',
    {},
    { visitor: 401, maria: 403, modesto: 403, lena: 403, others: 404 },
  ),
  'POST /api/v1/documents/:document/review': ask(
    '/api/v1/documents/inner/review',
    { nextOn: '1999-01-01' },
    { visitor: 401, ...keepers(422), maria: 403, modesto: 403, lena: 403, others: 404 },
  ),
}
