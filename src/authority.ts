import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { Site } from './config.ts'
import { loadActor, namesOfRoles } from './groups/queries.ts'
import { takeTurn } from './lib/db/limit.ts'
import type { Db, Write } from './lib/db/rows.ts'
import type { Authority, Claims } from './lib/identity/authority.ts'
import type { Outward } from './lib/outward.ts'
import { NotRead, readOutward } from './lib/outward-read.ts'
import { consumeArtefact, dropArtefact, endAgreement, keepArtefact, keepDocument, keepSigningKey } from './people/guests/actions.ts'
import { areIntroductionsOpen, findArtefact, findClient, findDocument, listSigningKeys } from './people/guests/queries.ts'
import { documentHolds, doorScopes, isDocument, readDocument } from './people/guests/rules.ts'
import { listOpeners } from './people/ways-in/queries.ts'

/** What it is opened with. */
export interface Ground {
  db: Db
  write: Write
  site: Site
  now: () => Date
  /** How what programs say of themselves is read; without it none is known by the address of that. */
  outward?: Outward
}

/** Of what a program says of itself, in bytes and milliseconds. */
const documentBounds = { most: 16_384, milliseconds: 5_000 }
/** So many are read in an hour, and of one place. */
const documents = { all: 100, place: 10 }

/** Reads what a program says of itself at the address that it is known by, where programs may introduce themselves; what was read today counts. */
async function readClient({ db, write, now, outward }: Ground, client: string): Promise<void> {
  if (!outward || !isDocument(client) || !(await areIntroductionsOpen(db))) return
  const [at, known] = [now(), await findDocument(db, client)]
  if (known?.removedAt || (known?.readAt && at.getTime() - known.readAt.getTime() < documentHolds)) return
  const { host } = new URL(client)
  for (const [what, most] of [
    [`of:${host}`, documents.place],
    ['all', documents.all],
  ] as const)
    if (!(await takeTurn(db, `oauth:document:${what}`, most, 3_600, at))) return
  try {
    const read = await readOutward(client, { etag: '', modified: '' }, { ...documentBounds, now: at }, outward)
    const said = read.fresh ? readDocument(client, read.body.toString('utf8')) : undefined
    if (said) await write((tx) => keepDocument(tx, at, client, said))
  } catch (error) {
    if (!(error instanceof NotRead)) throw error
  }
}

/** Who somebody is today, as other sites are told it: their name, their address, and the roles that they hold on this day. */
export async function claimsOf(db: Db, sub: string, at: Date): Promise<Claims | undefined> {
  const actor = /^\d{1,15}$/.test(sub) ? await loadActor(db, Number(sub), at, 'api') : undefined
  if (!actor || actor.personId === null) return undefined
  const [opener, roles] = [(await listOpeners(db, actor.personId, at))[0], await namesOfRoles(db, actor)]
  return {
    sub,
    name: actor.name,
    preferred_username: `person-${sub}`,
    // One that waits to be confirmed by the others is nobody's yet.
    ...(opener === undefined ? {} : { email: opener.email, email_verified: true }),
    roles: roles.map(({ group, role }) => `${group}:${role}`),
    groups: [...new Set(roles.map(({ group }) => group))],
  }
}

async function keysOf({ db, write, site, now }: Ground) {
  const kept = await listSigningKeys(db, site.secret)
  if (kept.length > 0) return kept
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2_048 })
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }
  await write((tx) => keepSigningKey(tx, site.secret, key, now()))
  return listSigningKeys(db, site.secret)
}

async function open(ground: Ground): Promise<Authority> {
  const { db, write, site, now } = ground
  // It is loaded when the first asks: most processes are never asked.
  const [{ createAuthority }, keys] = await Promise.all([import('./lib/identity/authority.ts'), keysOf(ground)])
  return createAuthority({
    issuer: site.baseUrl,
    door: `${site.baseUrl}/mcp`,
    doorScopes,
    cookieKey: `${site.secret} oauth`,
    keys,
    account: (sub) => claimsOf(db, sub, now()),
    store: {
      keep: (kind, id, payload, seconds) =>
        write((tx) => {
          const at = now()
          return keepArtefact(tx, site.secret, { kind, id, payload, until: new Date(at.getTime() + seconds * 1_000), at })
        }),
      find: (kind, id) => findArtefact(db, site.secret, { kind, id, at: now() }),
      consume: (kind, id) => write((tx) => consumeArtefact(tx, { kind, id, at: now() })),
      drop: (kind, id) => write((tx) => dropArtefact(tx, kind, id)),
      end: (agreement) => write((tx) => endAgreement(tx, now(), agreement)),
      async findClient(client) {
        await readClient(ground, client)
        return findClient(db, client)
      },
    },
  })
}

/** The office that says who somebody is, opened when the first asks; what failed is tried again by the next. */
export function authorityOf(ground: Ground): () => Promise<Authority> {
  let opened: Promise<Authority> | undefined
  return () => {
    opened ??= open(ground).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
}
