/** How many letters must be typed, left out, changed or swapped with their neighbour to make one of the other. */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same, swapped))
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}

/** The name that somebody meant who typed this one; undefined where none is near. */
export function closest(typed: string, names: readonly string[]): string | undefined {
  const near = names.map((name) => ({ name, far: distance(typed, name) })).toSorted((a, b) => a.far - b.far)[0]
  return near && near.far <= Math.max(2, Math.floor(typed.length / 4)) ? near.name : undefined
}
