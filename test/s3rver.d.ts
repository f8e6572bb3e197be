declare module 's3rver' {
  /** A server that speaks S3, on a folder; it does not look at signatures of version 4. */
  class S3rver {
    constructor(options: { address: string; port: number; silent: boolean; directory: string; configureBuckets: { name: string }[] })
    run(): Promise<{ address: string; port: number }>
    close(): Promise<void>
  }
  export = S3rver
}
