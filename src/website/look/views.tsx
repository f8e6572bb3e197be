import { Check, Choices, Field, Form, TextArea } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, FormSection, Heading, Section, Split, State, Submit, Tabs } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Look } from './queries.ts'
import {
  accentsOf,
  contrastOf,
  logoPath,
  type MenuLine,
  type MenuTarget,
  type MenuTargets,
  type Names,
  shownLines,
  spareParts,
  writeMenu,
} from './rules.ts'

const t = textsOf('website', 'look')

/** What a keeper of the site goes between. */
export const SiteTabs = ({ current }: { current: 'look' | 'menu' | 'pages' | 'figures' | 'embed' }) => (
  <Tabs
    label={t.publicWebsite}
    items={[
      { href: '/site/look', label: t.look, current: current === 'look' },
      { href: '/site/menu', label: t.menu, current: current === 'menu' },
      { href: '/site/pages', label: t.pages, current: current === 'pages' },
      { href: '/site/figures', label: t.figures, current: current === 'figures' },
      { href: '/site/embed', label: t.embed, current: current === 'embed' },
    ]}
  />
)

function Sample({ look }: { look: Look }) {
  const accents = accentsOf(look)
  if (!accents) return <p class="soft">{t.noColourChosenPagesUse}</p>
  return (
    <figure class="stack">
      <svg class="plot" viewBox="0 0 240 60" role="img" aria-label={t.sample(accents)}>
        <rect x="0" y="0" width="118" height="40" rx="6" fill={accents.light} />
        <rect x="122" y="0" width="118" height="40" rx="6" fill={accents.dark} />
        <text x="0" y="56">
          {t.light}
        </text>
        <text x="122" y="56">
          {t.dark}
        </text>
      </svg>
      <figcaption class="meta">
        {t.contrastToThePageLightDark({
          light: contrastOf(accents.light, 'light').toFixed(1),
          dark: contrastOf(accents.dark, 'dark').toFixed(1),
        })}
      </figcaption>
    </figure>
  )
}

/** How the site looks to the world. */
export const LookPage = ({ look }: { look: Look }) => (
  <>
    <Heading title={t.publicWebsite} lead={t.whatEverybodySeesSignedInOr} actions={<Button href="/">{t.lookAtIt}</Button>}>
      <SiteTabs current="look" />
    </Heading>
    <Split
      aside={
        <Section title={t.colourNow}>
          <Sample look={look} />
        </Section>
      }
    >
      <Form
        action="/site/look"
        multipart
        values={{
          name: look.name,
          tagline: look.tagline,
          accent: look.accent,
          accentDark: look.accentDark,
          imprint: look.imprint,
        }}
      >
        <Field name="name" label={t.nameOfTheWebsite} hint={t.emptyTheNameOfTheGroup} maxlength={120} optional />
        <Field name="tagline" label={t.firstSentenceOfHome} hint={t.keepSentenceShortHomeShows} maxlength={200} optional />
        <Field name="accent" label={t.colour} hint={t.ofLinksAndButtonsLike1b5e4b} short optional />
        <Field name="accentDark" label={t.colourOnDarkPages} hint={t.leaveEmptyUseLighterShade} short optional />
        {look.logoId !== null && (
          <>
            <img class="logo" src={logoPath(look.logoId)} alt={t.currentLogo} />
            <Check name="noLogo" label={t.removeLogo} />
          </>
        )}
        <Field
          name="logo"
          type="file"
          label={look.logoId === null ? t.logo : t.anotherLogo}
          hint={t.pngJpegOrWebpAtMost}
          accept="image/png,image/jpeg,image/webp"
          optional
        />
        <TextArea name="imprint" label={t.imprint} hint={t.sayWhoResponsibleWebsite} optional />
        <Submit kind="primary">{t.save}</Submit>
      </Form>
    </Split>
  </>
)

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
            act={one.inMenu ? <State mood="good">{t.inTheMenu}</State> : undefined}
          />
        ))}
      </Things>
    </Section>
  )
}

/** What the menu of public pages leads to. */
export function MenuPage(props: { menu: readonly MenuLine[]; names: Names; targets: MenuTargets; unused: readonly string[] }) {
  const { menu, names, targets, unused } = props
  const lines = shownLines(menu, unused)
  return (
    <>
      <Heading title={t.publicWebsite} lead={t.menuTopEveryPublicPage}>
        <SiteTabs current="menu" />
      </Heading>
      <Split
        aside={
          <>
            <Targets title={t.pagesOfRapport} hint={t.theseHaveANameInEvery} targets={targets.places} />
            <Targets title={t.extraPages} hint={t.writeNameBeforeAddress} targets={targets.own} />
            <Targets title={t.elsewhere} hint={t.otherLinksMenu} targets={targets.elsewhere} />
          </>
        }
      >
        <Form action="/site/menu" values={{ menu: writeMenu(lines, names) }}>
          <TextArea name="menu" label={t.menu} hint={t.writeOneLineEachLink} rows={10} optional />
          <Submit kind="primary">{t.saveMenu}</Submit>
        </Form>
        <FormSection title={t.parts} action="/site/parts" id="parts" values={{ used: spareParts.filter((part) => !unused.includes(part)) }}>
          <Choices
            name="used"
            label={t.partsUsed}
            hint={t.partsHint}
            many
            optional
            options={spareParts.map((value) => ({ value, label: value === 'calls' ? t.volunteers : names[value] }))}
          />
          <Submit>{t.saveParts}</Submit>
        </FormSection>
      </Split>
    </>
  )
}
