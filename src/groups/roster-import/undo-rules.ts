/** What a term says, as it is kept to be compared. */
export const termOf = (row: {
  personId: number
  role: string
  fromOn: string | null
  toOn: string | null
  byYear: boolean
  toUnknown: boolean
  how: string
  organisationId: number | null
}) => {
  const { personId, role, fromOn, toOn, byYear, toUnknown, how, organisationId } = row
  return { personId, role, fromOn, toOn, byYear, toUnknown, how, organisationId }
}
