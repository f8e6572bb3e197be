const byChance = { from: 5, to: 25, usual: 0.1, asMany: 3 }

/** Of few texts fewer come near by chance: from a hundred on it is as hard to stand out as it was measured. */
export const easeOf = (size: number): number => 0.7 + 0.3 * Math.min(1, Math.log(Math.max(1, size)) / Math.log(100))

/** The mean of what comes after the first five, which may be its likes; of a few texts, what it is elsewhere counts as well. */
export function expectedOf(scores: number[]): number {
  const { from, to, usual, asMany } = byChance
  const after = scores.sort((a, b) => b - a).slice(from, to)
  return (after.reduce((sum, score) => sum + score, 0) + usual * asMany) / (after.length + asMany)
}
