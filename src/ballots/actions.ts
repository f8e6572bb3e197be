export { changeBallot, createBallot, openBallot } from './core/actions.ts'
export { setFirstCosts } from './cycles/actions.ts'
export { linkWish } from './wishes/actions.ts'
