const ofLists = new Set(['mailman', 'members'])
const ofTheRegister = new Set(['institutions', 'register', 'roster', 'correspondence'])

/**
 * `rapport import site|mbox|mailman|members|institutions|register|roster|correspondence|wordpress|portal|documents`: brings in what there is
 * elsewhere, and ends with a balance sheet. Nobody is mailed. `rapport import undo` takes an import into a list back.
 */
export const importCommand = async (args: string[]): Promise<number> => {
  const [kind = ''] = args
  if (kind === 'site') return (await import('../site-import-site.ts')).importSiteCommand(args.slice(1))
  if (ofLists.has(kind)) return (await import('./list.ts')).importList(args)
  if (ofTheRegister.has(kind)) return (await import('./register.ts')).importRegisterCommand(args)
  if (kind === 'undo') return (await import('./undo.ts')).undoCommand(args)
  if (kind === 'wordpress') return (await import('./wordpress.ts')).importWordpress(args)
  if (kind === 'portal') return (await import('./portal.ts')).importPortal(args)
  if (kind === 'documents') return (await import('./documents.ts')).importDocuments(args)
  return (await import('../import.ts')).importMail(args)
}
