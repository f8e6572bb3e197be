import type { Access } from '../access.ts'
import { programme, sectionAgain } from './kept-programme.ts'

const signIn = 303
const token = 401
const draft = '/reports/lectio-2026'
const final = '/reports/lectio-2025'
const api = '/api/v1'
/** Those who lead the group, and administrators. */
const writers = (status: number) => ({ carla: status, ada: status })
/** The group reads its drafts. */
const inside = (status: number) => ({ maria: status, modesto: status, lena: status, ...writers(status) })

export const reportAccess: Access = {
  'GET /reports': { path: () => '/reports', expect: { others: 200 } },
  'GET /reports/new': { path: () => '/reports/new', expect: { visitor: signIn, ...writers(200), bruno: 200, others: 404 } },
  'POST /reports': { path: () => '/reports', form: {}, expect: { ...writers(422), bruno: 422, others: 404 } },
  'GET /reports/:report': { path: () => draft, expect: { visitor: signIn, ...inside(200), others: 404 } },
  'GET /reports/:report/figures': { path: () => `${final}/figures`, expect: { others: 200 } },
  'GET /reports/:report/report.pdf': { path: () => `${final}/report.pdf`, expect: { others: 200 } },
  'GET /reports/:report/report.docx': { path: () => `${draft}/report.docx`, expect: { visitor: signIn, ...inside(200), others: 404 } },
  'GET /reports/:report/edit': { path: () => `${draft}/edit`, expect: { visitor: signIn, ...writers(200), others: 404 } },
  'POST /reports/:report/title': { path: () => `${draft}/title`, form: {}, expect: { ...writers(422), others: 404 } },
  'POST /reports/:report/sections': { path: () => `${draft}/sections`, form: {}, expect: { ...writers(422), others: 404 } },
  'POST /reports/:report/sections/:section': {
    path: () => `${draft}/sections/${programme.section}`,
    renew: (world) => sectionAgain(world, 'lectio-2026'),
    form: { title: 'Anew', version: 'x' },
    expect: { ...writers(422), others: 404 },
  },
  'POST /reports/:report/sections/:section/move': {
    path: () => `${draft}/sections/${programme.section}/move`,
    renew: (world) => sectionAgain(world, 'lectio-2026'),
    form: { to: 'x' },
    expect: { ...writers(422), others: 404 },
  },
  'POST /reports/:report/sections/:section/remove': {
    path: () => `${draft}/sections/${programme.section}/remove`,
    renew: (world) => sectionAgain(world, 'lectio-2026'),
    form: {},
    expect: { ...writers(303), others: 404 },
  },
  'POST /reports/:report/freeze': { path: () => `${final}/freeze`, form: {}, expect: { ...writers(409), others: 404 } },
  'POST /reports/:report/thaw': { path: () => `${draft}/thaw`, form: {}, expect: { ...writers(409), others: 404 } },
  'POST /reports/:report/approve': {
    path: () => `${draft}/approve`,
    form: { decisionId: '999999' },
    expect: { ...writers(422), others: 404 },
  },
  'POST /reports/:report/reopen': { path: () => `${draft}/reopen`, form: {}, expect: { ...writers(409), others: 404 } },
  'POST /reports/:report/publish': { path: () => `${draft}/publish`, form: {}, expect: { ...writers(409), others: 404 } },
  'GET /overview': { path: () => '/overview', expect: { visitor: signIn, lena: 200, stella: 200, ada: 200, others: 404 } },
  'GET /api/v1/overview': { path: () => `${api}/overview`, expect: { visitor: token, lena: 200, stella: 200, ada: 200, others: 404 } },
  'GET /api/v1/reports': { path: () => `${api}/reports`, expect: { others: 200 } },
  'POST /api/v1/groups/:group/reports': {
    path: () => `${api}/groups/lectio/reports`,
    form: { fromOn: '2026-02-01', toOn: '2026-01-01' },
    expect: { visitor: token, ...writers(422), others: 404 },
  },
  'GET /api/v1/reports/:report': { path: () => `${api}${draft}`, expect: { visitor: token, ...inside(200), others: 404 } },
  'GET /api/v1/reports/:report/figures': { path: () => `${api}${final}/figures`, expect: { others: 200 } },
  'PUT /api/v1/reports/:report/frozen': {
    path: () => `${api}${final}/frozen`,
    expect: { visitor: token, ...writers(409), others: 404 },
  },
  'POST /api/v1/reports/:report/approval': {
    path: () => `${api}${final}/approval`,
    form: {},
    expect: { visitor: token, others: 422 },
  },
}
