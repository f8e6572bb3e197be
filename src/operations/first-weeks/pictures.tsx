import type { StepKey } from './rules.ts'

/** What a step gives, drawn in a few lines. */
const lines: Record<StepKey, string> = {
  email: 'M4 5h24v14H4zM4 5l12 8L28 5',
  list: 'M4 6h24M4 12h24M4 18h16M26 15l4 3-4 3',
  roster:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM23 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 21c0-4 3-6 6-6s6 2 6 6M17 21c0-4 3-6 6-6s6 2 6 6',
  institutions: 'M4 9l12-6 12 6M6 9v10M13 9v10M19 9v10M26 9v10M3 21h26',
  roles: 'M3 5h18v13H3zM3 5l9 7 9-7M25 8a3 3 0 1 1 0 6M25 14v7M25 18h3',
  charter: 'M7 3h18v18H7zM11 8l2 2 3-4M18 8h4M11 15l2 2 3-4M18 15h4',
  documents: 'M11 3h14v15H11zM7 6v15h14M14 8h8M14 12h8',
  mailbox: 'M5 20V10a5 5 0 0 1 10 0v10zM15 20h12V10a5 5 0 0 0-5-5H10M21 10h3',
  requests: 'M4 4h24v7H4zM4 14h24v7H4zM8 7.500h10M8 17.500h14',
  look: 'M16 3a9 9 0 1 0 0 18c2 0 2-2 1-3s0-3 2-3h3a4 4 0 0 0 3-4c0-5-4-8-9-8zM11 10h.1M16 7h.1M21 10h.1',
  meeting: 'M5 5h22v16H5zM5 10h22M11 2v5M21 2v5M10 14h3M15 14h3M20 14h3M10 18h3',
  news: 'M4 4h20v17H6a2 2 0 0 1-2-2zM24 9h4v10a2 2 0 0 1-2 2h-2M8 8h12M8 12h5M8 16h5M16 12h4v5h-4z',
  invite: 'M3 12L29 3 20 21l-5-7zM15 14L29 3M15 14v7l3-4',
  ballot: 'M4 12h24v9H4zM10 12V3h12v9M13 7l2 2 4-4M12 16h8',
}

/** Beside the name of a step, which says it in words. */
export const StepPicture = ({ step }: { step: StepKey }) => (
  <svg
    class="step-picture"
    viewBox="0 0 32 24"
    width="32"
    height="24"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
  >
    <path d={lines[step]} stroke-linecap="round" stroke-linejoin="round" />
  </svg>
)
