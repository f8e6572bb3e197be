import {
  type CallToolResult,
  type ElicitRequestFormParams,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
  type Tool,
} from '@modelcontextprotocol/server'

/** What the protocol's own suite asks of a server that it tries: tools, prompts and resources by the names that it calls them. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const sound = 'UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAAAAA=='
const text = (words: string): CallToolResult => ({ content: [{ type: 'text', text: words }] })
const image = { type: 'image', data: dot, mimeType: 'image/png' } as const
const wait = () => new Promise((go) => setTimeout(go, 50))

type Answer = CallToolResult | InputRequiredResult
type Call = (args: Record<string, unknown>, context: ServerContext) => Answer | Promise<Answer>

/** Asks the caller's person, and says what came. */
const elicits =
  (requestedSchema: ElicitRequestFormParams['requestedSchema']): Call =>
  ({ message = 'Please say.' }, { mcpReq }) => {
    const said = inputResponse(mcpReq.inputResponses, 'person')
    if (said.kind === 'elicit') return text(`User response: action=${said.action}, content=${JSON.stringify(said.content)}`)
    return inputRequired({ inputRequests: { person: inputRequired.elicit({ message: String(message), requestedSchema }) } })
  }

const [three, titled] = [
  ['option1', 'option2', 'option3'],
  ['value1', 'value2', 'value3'].map((value, i) => ({ const: value, title: `Choice ${i + 1}` })),
]

const fields = { type: 'object', properties: {} } as const
const calls: Record<string, Call> = {
  test_simple_text: () => text('This is a simple text response for testing.'),
  test_image_content: () => ({ content: [image] }),
  test_audio_content: () => ({ content: [{ type: 'audio', data: sound, mimeType: 'audio/wav' }] }),
  test_embedded_resource: () => ({
    content: [
      {
        type: 'resource',
        resource: { uri: 'test://embedded-resource', mimeType: 'text/plain', text: 'This is an embedded resource content.' },
      },
    ],
  }),
  test_multiple_content_types: () => ({
    content: [
      { type: 'text', text: 'Multiple content types test:' },
      image,
      {
        type: 'resource',
        resource: { uri: 'test://mixed-content-resource', mimeType: 'application/json', text: '{"test":"data","value":123}' },
      },
    ],
  }),
  async test_tool_with_logging(_, { mcpReq }) {
    for (const said of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      await mcpReq.log('info', said)
      await wait()
    }
    return text('Logged.')
  },
  test_error_handling: () => ({ ...text('This tool intentionally returns an error for testing'), isError: true }),
  async test_tool_with_progress(_, { mcpReq }) {
    const progressToken = mcpReq._meta?.progressToken
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } })
      await wait()
    }
    return text('Done.')
  },
  json_schema_2020_12_tool: () => text('Called.'),
  test_reconnection: () => text('Reconnected.'),
  test_sampling({ prompt }, { mcpReq }) {
    const said = inputResponse(mcpReq.inputResponses, 'model')
    if (said.kind === 'sampling') return text(`LLM response: ${JSON.stringify(said.result.content)}`)
    const messages = [{ role: 'user' as const, content: { type: 'text' as const, text: String(prompt) } }]
    return inputRequired({ inputRequests: { model: inputRequired.createMessage({ messages, maxTokens: 100 }) } })
  },
  test_elicitation: elicits({
    type: 'object',
    properties: { username: { type: 'string' }, email: { type: 'string' } },
    required: ['username', 'email'],
  }),
  test_elicitation_sep1034_defaults: elicits({
    type: 'object',
    properties: {
      name: { type: 'string', default: 'John Doe' },
      age: { type: 'integer', default: 30 },
      score: { type: 'number', default: 95.5 },
      status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
      verified: { type: 'boolean', default: true },
    },
  }),
  test_elicitation_sep1330_enums: elicits({
    type: 'object',
    properties: {
      untitledSingle: { type: 'string', enum: three },
      titledSingle: { type: 'string', oneOf: titled },
      legacyEnum: { type: 'string', enum: ['opt1', 'opt2', 'opt3'], enumNames: ['Option One', 'Option Two', 'Option Three'] },
      untitledMulti: { type: 'array', items: { type: 'string', enum: three } },
      titledMulti: { type: 'array', items: { anyOf: titled } },
    },
  }),
}

const schemas: Record<string, Tool['inputSchema']> = {
  json_schema_2020_12_tool: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: { address: { type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } } } },
    properties: { name: { type: 'string' }, address: { $ref: '#/$defs/address' } },
    additionalProperties: false,
  },
}

const prompts: Record<string, { arguments?: string[]; messages(args: Record<string, string>): object[] }> = {
  test_simple_prompt: { messages: () => [{ type: 'text', text: 'This is a simple prompt for testing.' }] },
  test_prompt_with_arguments: {
    arguments: ['arg1', 'arg2'],
    messages: ({ arg1, arg2 }) => [{ type: 'text', text: `Prompt with arguments: arg1='${arg1}', arg2='${arg2}'` }],
  },
  test_prompt_with_embedded_resource: {
    arguments: ['resourceUri'],
    messages: ({ resourceUri }) => [
      { type: 'resource', resource: { uri: resourceUri, mimeType: 'text/plain', text: 'Embedded resource content for testing.' } },
      { type: 'text', text: 'Please process the embedded resource above.' },
    ],
  },
  test_prompt_with_image: { messages: () => [image, { type: 'text', text: 'Please analyze the image above.' }] },
}

const resources = {
  'test://static-text': { mimeType: 'text/plain', text: 'This is the content of the static text resource.' },
  'test://static-binary': { mimeType: 'image/png', blob: dot },
  'test://watched-resource': { mimeType: 'text/plain', text: 'Watched.' },
} as const

const nothing = (): never => {
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'There is none.')
}

/** The server of one message. */
export function conformingServer(): Server {
  const capabilities = { tools: {}, prompts: {}, resources: { subscribe: true }, logging: {}, completions: {} }
  const server = new Server({ name: 'conformance', version: '1' }, { capabilities })
  server.setRequestHandler('tools/list', () => ({
    tools: Object.keys(calls).map((name) => ({ name, description: `Tests ${name}.`, inputSchema: schemas[name] ?? fields })),
  }))
  server.setRequestHandler('tools/call', ({ params }, context) => (calls[params.name] ?? nothing)(params.arguments ?? {}, context))
  server.setRequestHandler('prompts/list', () => ({
    prompts: Object.entries(prompts).map(([name, one]) => ({
      name,
      description: `Tests ${name}.`,
      arguments: (one.arguments ?? []).map((argument) => ({ name: argument, description: 'An argument.', required: true })),
    })),
  }))
  server.setRequestHandler('prompts/get', ({ params }) => {
    const contents = (prompts[params.name]?.messages ?? nothing)(params.arguments ?? {})
    return { messages: contents.map((content) => ({ role: 'user' as const, content: content as typeof image })) }
  })
  server.setRequestHandler('resources/list', () => ({
    resources: Object.entries(resources).map(([uri, { mimeType }]) => ({ uri, name: uri, description: `Tests ${uri}.`, mimeType })),
  }))
  server.setRequestHandler('resources/templates/list', () => ({
    resourceTemplates: [{ uriTemplate: 'test://template/{id}/data', name: 'template', description: 'Tests a template.' }],
  }))
  server.setRequestHandler('resources/read', ({ params: { uri } }) => {
    const [, id] = /^test:\/\/template\/([^/]+)\/data$/.exec(uri) ?? []
    if (id !== undefined) {
      const data = JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` })
      return { contents: [{ uri, mimeType: 'application/json', text: data }] }
    }
    const found = Object.entries(resources).find(([one]) => one === uri)?.[1] ?? nothing()
    return { contents: [{ uri, ...found }] }
  })
  server.setRequestHandler('resources/subscribe', () => ({}))
  server.setRequestHandler('resources/unsubscribe', () => ({}))
  server.setRequestHandler('completion/complete', () => ({ completion: { values: ['paris', 'park'], total: 2, hasMore: false } }))
  return server
}
