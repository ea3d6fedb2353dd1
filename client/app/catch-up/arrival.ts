let arrivedIn: string | undefined

/** Notes that this page was entered by a link that is somebody's own: what waits for them is offered first. */
export function arrivedByOwnLink(workshopId: string): void {
  arrivedIn = workshopId
}

/** Whether this page came in that way. */
export function cameByOwnLink(workshopId: string): boolean {
  return arrivedIn === workshopId
}
