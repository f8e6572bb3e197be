import { Tabs } from './parts.tsx'

type Row = Parameters<typeof Tabs>[0]

/** Tabs, and below them those inside the one that is open. */
export const TabRows = ({ rows }: { rows: Row[] }) => (
  <>
    {rows.map((row) => (
      <Tabs label={row.label} items={row.items} />
    ))}
  </>
)

/** Tabs, and below them, small, what is seldom asked for. */
export const TabsAndSeldom = ({ row, seldom }: { row: Row; seldom: Row['items'] }) => (
  <>
    <Tabs label={row.label} items={row.items} />
    {seldom.length > 0 && (
      <p class="row meta">
        {seldom.map(({ href, label, current }) => (
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </p>
    )}
  </>
)
