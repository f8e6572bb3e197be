/** `rapport import mbox|mailman|members`: brings in what lists elsewhere have, and ends with a balance sheet. Nobody is mailed. */
export const importCommand = async (args: string[]): Promise<number> =>
  args[0] === 'mailman' || args[0] === 'members'
    ? (await import('./list.ts')).importList(args)
    : (await import('../import.ts')).importMail(args)
