#!/usr/bin/env node
// For HEALTHCHECK: is the Rapport in this container ready? Ends with 1 if not.
const [port = '8080'] = [process.env.RAPPORT_HEALTH, process.env.RAPPORT_HTTP].flatMap((at) => /:(\d+)$/.exec(at ?? '')?.[1] ?? [])
fetch(`http://127.0.0.1:${port}/readyz`).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
)
