const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/**
 * The month of a volume of pipermail (`2016-May`, `2016-May.txt.gz`, `Week-of-Mon-20160502`) as YYYY-MM.
 * @returns undefined where it is of no single month
 */
export function readVolumeName(volume: string): string | undefined {
  const name = volume.toLowerCase().replace(/\.(?:txt|html)(?:\.gz)?$/, '')
  const [, year, word = ''] = /^(\d{4})-([a-z]+)$/.exec(name) ?? []
  const month = months.indexOf(word) + 1
  if (year && month > 0) return `${year}-${String(month).padStart(2, '0')}`
  const [, y, m] = /^(?:week-of-mon-)?(\d{4})(0[1-9]|1[0-2])\d\d$/.exec(name) ?? []
  return y && m ? `${y}-${m}` : undefined
}
