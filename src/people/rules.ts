export { answeredBefore, lastAsk, roleNames, roleNamesIn, staleBefore } from './affiliations/rules.ts'
export { longestDraft } from './drafts-rules.ts'
export { isCurrent, isFreeMail, kindNames, sayDay, stageNames, stages, whyNotPeriod } from './organisations/rules.ts'
export { looksLikeStudents } from './workplaces/rules.ts'
