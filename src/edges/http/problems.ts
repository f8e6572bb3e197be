// The kinds of refusal of the API (RFC 9457), each with an address of its own that says what it means. In English, as the description is.

interface ProblemKind {
  status: number
  title: string
  /** What happened. */
  means: string
  /** What the program does about it. */
  next: string
}

/** Every kind, by the last part of its address: `/api/problems/not-found`. */
export const problemKinds = {
  'bad-request': {
    status: 400,
    title: 'The request cannot be read',
    means: 'The body is not JSON, or a header has a value that it cannot have.',
    next: 'Send what the description of the operation says, with content-type application/json.',
  },
  'no-token': {
    status: 401,
    title: 'A token is needed',
    means: 'The request has no token, or one that has ended. Without a token, nothing says whether the thing exists.',
    next: 'Make a token at /me/tokens and send it as a bearer token.',
  },
  'insufficient-scope': {
    status: 403,
    title: 'The token lacks a scope',
    means: 'The token is valid, but not made for this. The header www-authenticate names the scope that is missing.',
    next: 'Make a token with that scope.',
  },
  'not-allowed': {
    status: 403,
    title: 'Not allowed',
    means: 'The thing exists and you can see it. You cannot do this to it, or not now; `detail` says why.',
    next: 'Nothing changes by trying again. Ask someone whose role allows it.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    means: 'The thing does not exist, or you cannot see it.',
    next: 'Check the address. Look in the list that the thing belongs to.',
  },
  conflict: {
    status: 409,
    title: 'Something changed in the meantime',
    means: 'The thing is not in the state that the request expects, or it exists already; `detail` says what it is now.',
    next: 'Read the thing again, then decide.',
  },
  'precondition-failed': {
    status: 412,
    title: 'Someone changed it first',
    means: 'The header if-match names a version that is not the present one.',
    next: 'Read the thing again and send its new etag.',
  },
  'too-large': {
    status: 413,
    title: 'Too large',
    means: 'The body is larger than the site takes.',
    next: 'Send less at a time.',
  },
  invalid: {
    status: 422,
    title: 'Some fields cannot be taken',
    means: 'The request can be read, but its values do not fit. `errors` names each field and what is wrong with it. Nothing was changed.',
    next: 'Correct the fields and send it again.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    means: 'The token, or the network without a token, has asked more often than the headers ratelimit-policy and ratelimit say.',
    next: 'Wait as many seconds as retry-after says.',
  },
  internal: {
    status: 500,
    title: 'Our mistake',
    means: 'Something went wrong on the site. Nothing was changed. The mistake is in its log.',
    next: 'Try again later. Tell the administrators the value of x-request-id.',
  },
  unavailable: {
    status: 503,
    title: 'Not available just now',
    means: 'The database does not answer.',
    next: 'Try again after as many seconds as retry-after says.',
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemName = keyof typeof problemKinds

/** The kind of a refusal: the one that the refusal itself names, else the first of its status; what has no kind of its own is unreadable. */
export function problemOf(status: number, named?: ProblemName): ProblemName {
  if (named) return named
  const names = Object.keys(problemKinds) as ProblemName[]
  if (status === 403) return 'not-allowed'
  return names.find((name) => problemKinds[name].status === status) ?? (status < 500 ? 'bad-request' : 'internal')
}
