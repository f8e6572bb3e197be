/**
 * `rapport export site FILE.zip|FOLDER` takes all of Rapport out, `rapport export archive FOLDER` what is read without a server, `rapport export
 * list LIST --to FOLDER` one list.
 */
export const exportCommand = async ([what, ...args]: string[]): Promise<number> => {
  if (what === 'site') return (await import('./site-export-site.ts')).exportSiteCommand(args)
  if (what === 'archive') return (await import('./archive/command.ts')).exportArchiveCommand(args)
  return (await import('./export-list.ts')).exportListCommand([what ?? '', ...args])
}
