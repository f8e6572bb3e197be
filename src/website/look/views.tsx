import { Check, Field, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Heading, Section, Split, State, Tabs } from '../../lib/ui/parts.tsx'
import { siteWords } from '../words.ts'
import type { Look } from './queries.ts'
import { accentsOf, contrastOf, logoPath, type MenuLine, type MenuTarget, type MenuTargets, usualLines, writeMenu } from './rules.ts'

/** What a keeper of the site goes between. */
export const SiteTabs = ({ current }: { current: 'look' | 'menu' | 'pages' | 'figures' | 'embed' }) => (
  <Tabs
    label="The public site"
    items={[
      { href: '/site/look', label: 'Look', current: current === 'look' },
      { href: '/site/menu', label: 'Menu', current: current === 'menu' },
      { href: '/site/pages', label: 'Pages', current: current === 'pages' },
      { href: '/site/figures', label: 'Figures', current: current === 'figures' },
      { href: '/site/embed', label: 'Embed', current: current === 'embed' },
    ]}
  />
)

function Sample({ look }: { look: Look }) {
  const accents = accentsOf(look)
  if (!accents) return <p class="soft">Nothing is chosen: the pages are in the green of Rapport.</p>
  return (
    <figure class="stack">
      <svg class="plot" viewBox="0 0 240 60" role="img" aria-label={`On light pages ${accents.light}, on dark pages ${accents.dark}`}>
        <rect x="0" y="0" width="118" height="40" rx="6" fill={accents.light} />
        <rect x="122" y="0" width="118" height="40" rx="6" fill={accents.dark} />
        <text x="0" y="56">
          light
        </text>
        <text x="122" y="56">
          dark
        </text>
      </svg>
      <figcaption class="meta">
        Contrast to the page: {contrastOf(accents.light, 'light').toFixed(1)} light, {contrastOf(accents.dark, 'dark').toFixed(1)} dark; 4.5
        is needed.
      </figcaption>
    </figure>
  )
}

/** How the site looks to the world. */
export function LookPage({ look, refused }: { look: Look; refused?: Refused | undefined }) {
  return (
    <>
      <Heading title="The public site" lead="What everybody sees, signed in or not." actions={<Button href="/">Look at it</Button>}>
        <SiteTabs current="look" />
      </Heading>
      <Split
        aside={
          <Section title="Colour now">
            <Sample look={look} />
          </Section>
        }
      >
        <Form
          action="/site/look"
          refused={refused}
          multipart
          values={{
            name: look.name,
            tagline: look.tagline,
            accent: look.accent,
            accentDark: look.accentDark,
            imprint: look.imprint,
          }}
        >
          <Field name="name" label="Name of the site" hint="Empty: the name of the group." maxlength={120} optional />
          <Field name="tagline" label="First sentence of the first page" hint="Short; it is set very large." maxlength={200} optional />
          <Field name="accent" label="Colour" hint="Of links and buttons, like #1b5e4b. Empty: the green of Rapport." short optional />
          <Field name="accentDark" label="Colour on dark pages" hint="Empty: the same, made lighter." short optional />
          {look.logoId !== null && (
            <>
              <img class="logo" src={logoPath(look.logoId)} alt="The logo now" />
              <Check name="noLogo" label="Take the logo away" />
            </>
          )}
          <Field
            name="logo"
            type="file"
            label={look.logoId === null ? 'Logo' : 'Another logo'}
            hint="PNG, JPEG or WebP, at most 512 KB. It stands beside the name, 40 pixels high."
            accept="image/png,image/jpeg,image/webp"
            optional
          />
          <TextArea name="imprint" label="Imprint" hint="Who answers for this site, in Markdown. Many countries ask for it." optional />
          <div class="row">
            <Button kind="primary">Save</Button>
          </div>
        </Form>
      </Split>
    </>
  )
}

function Targets({ title, hint, targets }: { title: string; hint: string; targets: MenuTarget[] }) {
  if (targets.length === 0) return null
  return (
    <Section title={title}>
      <p class="meta">{hint}</p>
      <Things label={title}>
        {targets.map((one) => (
          <Thing
            title={one.title}
            href={one.path}
            meta={<span class="break">{one.path}</span>}
            act={one.inMenu ? <State mood="good">In the menu</State> : undefined}
          />
        ))}
      </Things>
    </Section>
  )
}

/** What the menu of public pages leads to. */
export function MenuPage({ menu, targets, refused }: { menu: readonly MenuLine[]; targets: MenuTargets; refused?: Refused | undefined }) {
  const lines = menu.length > 0 ? menu : usualLines
  return (
    <>
      <Heading title="The public site" lead="The line of places above every public page.">
        <SiteTabs current="menu" />
      </Heading>
      <Split
        aside={
          <>
            <Targets
              title="Places of this site"
              hint="These have a name in every language; the address alone is enough."
              targets={targets.places}
            />
            <Targets title="Your own pages" hint="Each with the name that you write before its address." targets={targets.own} />
            <Targets title="Elsewhere" hint="What the menu leads to besides." targets={targets.elsewhere} />
          </>
        }
      >
        <Form action="/site/menu" refused={refused} values={{ menu: writeMenu(lines, siteWords('en').places) }}>
          <TextArea
            name="menu"
            label="Menu"
            hint="A line each: its name | its address. A place of this site under its usual name is shown in each reader’s language. Empty: the usual places again."
            rows={10}
            optional
          />
          <div class="row">
            <Button kind="primary">Save the menu</Button>
          </div>
        </Form>
      </Split>
    </>
  )
}
