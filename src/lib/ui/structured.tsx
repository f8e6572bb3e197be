import { raw } from 'hono/html'

/** Facts about a page in the words of schema.org. It is data: nothing runs, so the policy of the pages has nothing to allow. */
export const AboutThis = ({ about }: { about: object }) => (
  <script type="application/ld+json">
    {raw(JSON.stringify({ '@context': 'https://schema.org', ...about }).replaceAll('<', '\\u003c'))}
  </script>
)
