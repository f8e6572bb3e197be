#!/usr/bin/env node
// Writes the types of the client (clients/typescript/schema.d.ts) from the API's description. Reads the build.
import { writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import { describeApi } from '../dist/edges/http/api.js'

const types = astToString(await openapiTS(describeApi('')))
writeFileSync(
  new URL('../clients/typescript/schema.d.ts', import.meta.url),
  `// Written by \`npm run client\` from the API's description; never by hand.\n\n${types}`,
)
