import { showFigures } from '../../../advocacy/relationship/actions.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { setLook, setMenu } from '../../../website/look/actions.ts'
import { addOwnPage } from '../../../website/own-pages/actions.ts'
import { actAs } from './hand.ts'

const join = `Whoever works at a library with a contract for Lectio is welcome, and so are people of Quillon, its affiliates and its resellers.

## In three steps

1. Open the page of [Lectio-L](/lists/lectio-l) and leave your address.
2. Confirm it from the mail that you get.
3. A moderator looks at it, most often on the same day.

## What it costs

Nothing. We ask that you answer somebody else now and then.

## More than reading

[Show and Tell](/show-and-tell) takes twenty minutes of your time and no polish. The [working group](/roster) meets every two months; guests are
welcome at public meetings, and seats that are vacant are shown.
`

const contact = `Write to the list first: somebody else has had your question.

- For the group: the [coordinator and deputy](/roster).
- For what the product should do: [bring a request](/requests), with the case of your library behind it.
- For what we keep about you: the [privacy page](/privacy).
`

const about = `Since 2016 the Lectio Working Group has been the voice of the libraries that use Lectio. We are librarians and developers, elected or
appointed for two years, and belong to Library Systems Users International. The vendor is our partner and not among us.

- [The charter](/charter) says what we are for, and how far we keep it.
- [Our meetings](/meetings) have minutes that everybody can read.
- [The vendor’s answers](/answers) are public, the unwelcome ones too.
`

/** The pages of the public site, its colour and its menu, and that everybody may see how it stands with the vendor. */
export async function loadSite(tx: Tx, now: Date): Promise<void> {
  const actor = await actAs(tx, 'ines.albrecht@oldharbour.example', now)
  const page = { language: 'en', published: true }
  await addOwnPage(tx, actor, { ...page, slug: 'about', title: 'About us', text: about })
  await addOwnPage(tx, actor, { ...page, slug: 'how-to-join', title: 'How to join', text: join })
  await addOwnPage(tx, actor, { ...page, slug: 'contact', title: 'Contact', text: contact })
  await addOwnPage(tx, actor, {
    ...page,
    published: false,
    slug: 'ten-years',
    title: 'Ten years of the working group',
    text: 'What we asked for in 2016, and what became of it. *Bruno collects pictures.*',
  })
  await setLook(tx, actor, {
    name: '',
    tagline: '',
    accent: '#1d5c63',
    accentDark: '',
    imprint:
      'Library Systems Users International, 1 Old Harbour, Lisbon. The coordinator of the Lectio Working Group answers for these pages.',
  })
  const places = ['charter', 'roster', 'meetings', 'show-and-tell', 'documents', 'news', 'requests', 'lists'].map((name) => `/${name}`)
  await setMenu(tx, actor, [...places, 'How to join | /pages/how-to-join'].join('\n'))
  for (const { role, groupId } of actor.grants) if (role === 'coordinator' && groupId !== null) await showFigures(tx, actor, groupId, true)
}
