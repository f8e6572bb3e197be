import { Form, Hidden } from '../lib/ui/form.tsx'
import { Button, Heading } from '../lib/ui/parts.tsx'
import type { findFollower } from './comments/queries.ts'
import { requestPath } from './parts.tsx'

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
  if (!follower) return <Heading title="This link is out of date." />
  if (ended) return <Heading title="You hear no more of it." lead={follower.title} />
  return (
    <>
      <Heading title="Hear no more of it?" lead={<a href={requestPath(follower.requestId)}>{follower.title}</a>} />
      <Form action={`/requests/follow/${token}`}>
        <Hidden name="following" value="no" />
        <div class="row">
          <Button kind="primary">Stop these mails</Button>
        </div>
      </Form>
    </>
  )
}
