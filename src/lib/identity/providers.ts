import { readFileSync } from 'node:fs'
import type { Config } from '../../config.ts'
import type { Provider } from './statement.ts'

/** The providers that the environment names, under the short names `oidc` and `saml`. */
export function providersOf({ oidc, saml }: Pick<Config, 'oidc' | 'saml'>, readPem: (text: string) => string[]): Provider[] {
  return [
    ...(oidc ? [{ ...oidc, slug: 'oidc', kind: 'oidc' as const, enabled: true, certificates: [] }] : []),
    ...(saml
      ? [
          {
            slug: 'saml',
            kind: 'saml' as const,
            enabled: true,
            label: saml.label,
            issuer: saml.issuer,
            client: saml.client,
            certificates: readPem(readFileSync(saml.certificate, 'utf8')),
            domains: saml.domains,
          },
        ]
      : []),
  ]
}
