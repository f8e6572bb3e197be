import fc from 'fast-check'

// Each run tries the same cases, so that what fails here fails everywhere. RAPPORT_SEED takes another number, or `random` to look for what
// no run has tried.
const asked = process.env.RAPPORT_SEED
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked ?? 20_261_128) })
