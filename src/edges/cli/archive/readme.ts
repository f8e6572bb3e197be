import type { ArchiveFacts } from './sign.ts'

/** What an archive says of itself to whoever finds it. */
export const readme = ({ address, createdAt, audience, pages, downloads }: ArchiveFacts): string =>
  `${address} as of ${createdAt}, as ${audience === 'public' ? 'everybody' : `the audience ${audience}`} could read it: ${pages} pages, ${downloads} files to download.

Open index.html in a browser. You need no server; any web server can offer the folder as it is.

index.html, */*.html   pages; page.html shows the packed ones, search.html searches
pages/, search/        packs: threads of lists, the roster after each change, the search index
files/                 attachments, documents, ballots and their bundles, pictures
assets/                style, fonts and scripts
addresses.txt          which address of the site became which file, for a server that redirects old links
manifest.json          the size and SHA-256 of each file, and links of the journal's hash chain
manifest.sig           its Ed25519 signature
verify-archive.py      python3 verify-archive.py FOLDER checks what is intact; --unpack OUT writes the packed pages as plain HTML

A pack is a script in UTF-16 that calls archive.pack(NAME, LENGTH, "TEXT"). Each character of TEXT minus 0x3000 is fifteen bits, the highest
first. The first LENGTH bytes are a compressed text in UTF-8 (raw deflate, RFC 1951). pages/N.js has one page per line, in JSON (title, lang,
dir, main); page.html?N.L shows line L. search/words-N.js has one word per line with the numbers of its pages in base 36, each as the step from
the one before. search/docs-N.js has title, file, day and beginning of each page.

Not included: forms, what people read after signing in${audience === 'public' ? '' : ' outside this audience'}, the help, feeds, and HTML parts of mails (their text is included).
`
