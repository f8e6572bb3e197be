import { readFileSync } from 'node:fs'
import type { Config } from '../../config.ts'
import type { Provider } from './statement.ts'

/** The providers that the environment names, under the short names `oidc` and `saml`. */
export function providersOf({ oidc, saml }: Pick<Config, 'oidc' | 'saml'>, readPem: (text: string) => string[]): Provider[] {
  const providers: Provider[] = []
  if (oidc) providers.push({ ...oidc, slug: 'oidc', kind: 'oidc', enabled: true, certificates: [] })
  if (saml) {
    const { certificate, ...said } = saml
    providers.push({ ...said, slug: 'saml', kind: 'saml', enabled: true, certificates: readPem(readFileSync(certificate, 'utf8')) })
  }
  return providers
}
