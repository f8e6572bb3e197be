export { changeBallot, createBallot, openBallot } from './core/actions.ts'
export { setFirstCosts } from './cycles/actions.ts'
export { takeSheet } from './replies-actions.ts'
export { linkWish } from './wishes/actions.ts'
