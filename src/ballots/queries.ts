export { type Ballot, findBallot, getBallot, listBallots, listElectorate, listOptions, listVoters, seenBy } from './core/queries.ts'
export { listAreasUsed } from './papers/queries.ts'
export { findVotedOn, getCount } from './results/queries.ts'
