export { eraseContent, keepFile } from './core/actions.ts'
export { bringFile, cancelUpload, dropFile, takeUpload } from './uploads-actions.ts'
