interface Standing {
  name: string
  closedAt: Date | null
  communities: readonly string[]
}

/** The groups that stand for a site: those that work, or all where none does. */
export function standingGroups<T extends Pick<Standing, 'closedAt'>>(groups: readonly T[]): readonly T[] {
  const working = groups.filter(({ closedAt }) => closedAt === null)
  return working.length > 0 ? working : groups
}

/** The user groups of some groups, each once. */
export const userGroupsOf = (groups: readonly Pick<Standing, 'communities'>[]): string[] => [
  ...new Set(groups.flatMap(({ communities }) => communities)),
]

// More names than these are no name.
const mostNames = 3

/**
 * What a site is called: by the name that it was given; without one by its group, or by the user groups that share it.
 * @param given the name of its own; empty for none
 */
export function nameOfSite(given: string, groups: readonly Standing[]): string {
  if (given) return given
  const standing = standingGroups(groups)
  if (standing.length < 2) return standing[0]?.name ?? 'Rapport'
  const names = userGroupsOf(standing)
  return names.length > 0 && names.length <= mostNames ? names.join(' · ') : 'Rapport'
}
