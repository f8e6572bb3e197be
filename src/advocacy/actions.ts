export { showFigures } from './relationship/actions.ts'
