/**
 * What is there, with what was said of it in its place. What was left out stays as it is.
 * @param said what is undefined in it was left out
 */
export const withSaid = <Facts extends object>(present: Facts, said: { [Name in keyof Facts]?: Facts[Name] | undefined }): Facts => ({
  ...present,
  ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
})
