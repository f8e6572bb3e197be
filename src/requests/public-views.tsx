import { Form, Hidden } from '../lib/ui/form.tsx'
import { Heading, Submit, Titled } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { findFollower } from './comments-queries.ts'
import { requestPath } from './parts.tsx'

const t = textsOf('requests', 'publicViews')

/** The page behind the link that ends following; the link alone ends nothing. */
export function FollowPage(props: { follower: NonNullable<Awaited<ReturnType<typeof findFollower>>>; token: string; ended?: boolean }) {
  const { follower, token, ended } = props
  if (ended) return <Heading title={t.noLongerFollowRequest} lead={follower.title} />
  return (
    <Titled title={t.stopFollowingThisRequest} lead={<a href={requestPath(follower.requestId)}>{follower.title}</a>}>
      <Form action={`/requests/follow/${token}`}>
        <Hidden name="following" value="no" />
        <Submit kind="primary">{t.stopFollowing}</Submit>
      </Form>
    </Titled>
  )
}
