import type { Write } from './rows.ts'

// 40: a deadlock was ended, or two could not be put in an order; 23505: the row is there by now; 23503: what it belongs to is gone.
const overtaken = /^(?:40...|23503|23505)$/

// Of several who wait for one another one is let through each time.
const tries = 4

/**
 * The same as a `Write`, where who was overtaken begins anew: what the other one wrote is found then, and said in the words of the domain. Of what
 * failed nothing is left, so an act must not count on what it did before, and what it is given can be read more than once.
 */
export const againWhereOvertaken =
  (write: Write): Write =>
  async (act) => {
    for (let left = tries - 1; ; left--)
      try {
        return await write(act)
      } catch (error) {
        if (left === 0 || !overtaken.test(String((error as { code?: unknown }).code))) throw error
      }
  }
