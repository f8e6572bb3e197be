import { Form, Hidden } from '../lib/ui/form.tsx'
import { Button, Heading } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { findFollower } from './comments-queries.ts'
import { requestPath } from './parts.tsx'

const t = textsOf('requests', 'publicViews')

/** The page behind the link that ends following; the link alone ends nothing. */
export function FollowPage({
  follower,
  token,
  ended,
}: {
  follower?: Awaited<ReturnType<typeof findFollower>>
  token: string
  ended?: boolean
}) {
  if (!follower) return <Heading title={t.linkHasExpired} />
  if (ended) return <Heading title={t.noLongerFollowRequest} lead={follower.title} />
  return (
    <>
      <Heading title={t.stopFollowingThisRequest} lead={<a href={requestPath(follower.requestId)}>{follower.title}</a>} />
      <Form action={`/requests/follow/${token}`}>
        <Hidden name="following" value="no" />
        <div class="row">
          <Button kind="primary">{t.stopFollowing}</Button>
        </div>
      </Form>
    </>
  )
}
