export { isOpen, kindNames, narrower, openStages, severityNames, stageNames, visibilities } from './core/rules.ts'
export { alikeThings, shownFrom } from './similar-rules.ts'
export { regionOf, sizeOf } from './support/rules.ts'
