import { Banner } from '../../../ui/Banner'
import { Mark } from '../../../ui/Mark'
import './row.css'
import { RowForm } from './RowForm'
import { useRowPage } from './use-row-page'

interface RowPageProps {
  readonly workshopId: string
  readonly linkKey: string
}

/** What one partner says of itself, opened by its private link, without a seat in the workshop. */
export function RowPage({ workshopId, linkKey }: RowPageProps) {
  const { page, refusal, save } = useRowPage(workshopId, linkKey)
  return (
    <main className="row-page">
      <title>Your row · Convene</title>
      <p className="mark">
        <Mark />
        <span>Convene</span>
      </p>
      {page ? (
        <>
          <h1 className="voice row-title">{page.name}</h1>
          <p className="meta">
            What you say here stands in the list of partners of “{page.workshopTitle}”. Everybody in the workshop can read it.
          </p>
          {page.isLocked ? (
            <Banner tone="info">The list of partners is locked just now. You can read your row, and change it later.</Banner>
          ) : null}
          <RowForm page={page} onSave={save} />
        </>
      ) : (
        <>
          <h1 className="voice row-title">Your row</h1>
          {refusal ? <Banner tone="bad">{refusal}</Banner> : <p className="meta">Opening…</p>}
        </>
      )}
    </main>
  )
}
