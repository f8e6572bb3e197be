import type { Access } from '../access.ts'

const signIn = 303
const message = '/lists/lectio-l/m/first%40maria.example'

/** What is taken out for good, and what people ask of those who keep their data. */
export const privacyAccess: Access = {
  'GET /lists/:list/m/:id/remove': { path: () => `${message}/remove`, expect: { visitor: signIn, carla: 200, ada: 200, others: 404 } },
  'POST /lists/:list/m/:id/remove': {
    path: () => `${message}/remove`,
    form: { kind: 'words', words: 'Hello all', reason: 'A test' },
    expect: { carla: 200, ada: 200, others: 404 },
  },
}
