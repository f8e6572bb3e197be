export { countHeld, type LookedAt, listFiles, lookAt, readContent, readFileBytes } from './core-queries.ts'
export { countScans } from './scan/queries.ts'
export { countPlaces, oneOutside } from './store-queries.ts'
export { findReadyUpload, findUploaded, findUploadedFile } from './uploads-queries.ts'
