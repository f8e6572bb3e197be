export { countHeld, type LookedAt, listFiles, lookAt, readFileBytes } from './core/queries.ts'
export { countScans } from './scan/queries.ts'
export { findReadyUpload, findUploaded, findUploadedFile } from './uploads-queries.ts'
