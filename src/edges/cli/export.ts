/** `rapport export site FILE.zip|FOLDER` takes all of Rapport out, `rapport export list LIST --to FOLDER` one list. */
export const exportCommand = async (args: string[]): Promise<number> =>
  args[0] === 'site'
    ? (await import('./site-export-site.ts')).exportSiteCommand(args.slice(1))
    : (await import('./export-list.ts')).exportListCommand(args)
