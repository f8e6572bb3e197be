/** Takes one step after another, each from where the one before ended, until one says that nothing is left; no transaction holds them all. */
export async function inSteps(step: (after: number) => Promise<number | undefined>): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined; ) after = await step(after)
}
