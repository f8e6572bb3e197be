declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Kept {
    save(seconds?: number): Promise<string>
  }
  export interface Interaction extends Kept {
    uid: string
    exp: number
    returnTo: string
    params: { client_id: string; scope?: string; redirect_uri: string }
    result?: object
  }
  interface Grant extends Kept {
    addOIDCScope(scope: string): void
    addResourceScope(resource: string, scope: string): void
    rejectResourceScope(resource: string, scope: string): void
  }
  export const errors: Record<'InvalidGrant' | 'InvalidTarget', new (why?: string) => Error>
  /** As much of it as is used; the package brings no types. */
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it.
  export default class Provider {
    constructor(issuer: string, configuration: object)
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
    on(event: string, listener: (context: { req: IncomingMessage }, error: Error) => void): void
    Client: { prototype: { clientSecret: string; compareClientSecret(shown: string): boolean } }
    Grant: new (
      facts: object,
    ) => Grant
  }
}
