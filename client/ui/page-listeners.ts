import { installPrintHeader } from './print-header'
import { holdSecondClicks } from './second-click'

/** What every screen needs of the page as a whole, and none before it is drawn. */
export function listenToPage(): void {
  installPrintHeader()
  holdSecondClicks(document)
}
