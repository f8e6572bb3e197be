export { eraseContent, keepFile } from './core/actions.ts'
export { cancelUpload, dropFile, takeUpload } from './uploads-actions.ts'
