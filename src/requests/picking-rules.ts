/** What somebody typed to find a request by: its number, or words that all must be in it. */
export function wordsIn(typed: string): { number?: number; parts: string[] } {
  const text = typed.trim().slice(0, 200)
  const [, number] = /^#?(\d{1,9})$/.exec(text) ?? []
  if (number) return { number: Number(number), parts: [] }
  return {
    parts:
      text
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu)
        ?.slice(0, 8) ?? [],
  }
}
