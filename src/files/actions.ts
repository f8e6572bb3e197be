export { eraseContent, keepFile } from './core-actions.ts'
export { bringIntoText, dropTextFiles, takeTextFiles } from './texts-actions.ts'
export { bringFile, cancelUpload, dropFile, holdUploads, takeUpload } from './uploads-actions.ts'
