import { type Answer, type Connection, createDevice, type Device } from '../../../../support/server'

/** Somebody with a phone and a laptop. */
export interface TwoDeviceVoter {
  readonly id: string
  readonly name: string
  readonly devices: readonly [Device, Device]
}

/** A workshop that is about to be attacked. */
export interface Scene {
  readonly origin: string
  readonly workshopId: string
  readonly joinCode: string
  readonly host: Device
}

/** Opens a workshop on a server in another process. */
export async function openScene(origin: string): Promise<Scene> {
  const host = createDevice(origin)
  const agenda = { steps: [{ title: 'What do we see?', minutes: 10, tool: 'ideas' }] }
  const { status, body } = await host.post('/api/workshops', { title: 'Under attack', agenda, host: { name: 'Hanna Host' } })
  if (status !== 201) throw new Error(`the workshop was not opened: ${JSON.stringify(body)}`)
  return { origin, workshopId: body.workshopId, joinCode: body.joinCode, host }
}

/** Lets somebody in by the code, then on a second device by their return link. */
export async function letInTwice(scene: Scene, name: string, connections?: Set<Connection>): Promise<TwoDeviceVoter> {
  const at = `/api/workshops/${scene.workshopId}`
  const [phone, laptop] = [createDevice(scene.origin, connections), createDevice(scene.origin, connections)]
  const joined = await phone.post(`${at}/join`, { code: scene.joinCode, name, organisation: `Organisation ${name.length % 5}` })
  const came = await laptop.post(`${at}/session`, { key: keyOf(joined.body.returnLink) })
  if (joined.status !== 201 || came.status !== 200) throw new Error(`${name} was not let in: ${JSON.stringify([joined.body, came.body])}`)
  return { id: String(joined.body.participantId), name, devices: [phone, laptop] }
}

/** The secret of a link, which stands only in its fragment. */
export function keyOf(link: unknown): string {
  return String(link).split('#k=')[1] ?? ''
}

/** What links answer that are used up, were replaced, or never were. */
export async function tryUsedLinks(scene: Scene, { devices: [phone] }: TwoDeviceVoter): Promise<readonly Answer[]> {
  const at = `/api/workshops/${scene.workshopId}`
  const first = (await phone.post(`${at}/session/return-link`)).body.returnLink
  await phone.post(`${at}/session/return-link`)
  const once = (await scene.host.post(`${at}/links`, { role: 'contributor', uses: 1 })).body.url
  const take = () => createDevice(scene.origin).post(`${at}/join`, { key: keyOf(once), name: 'Once' })
  const taken = await take()
  if (taken.status !== 201) throw new Error(`a link for one did not work once: ${JSON.stringify(taken.body)}`)
  return [
    await take(),
    await createDevice(scene.origin).post(`${at}/session`, { key: keyOf(first) }),
    await createDevice(scene.origin).post(`${at}/session`, { key: 'A'.repeat(keyOf(first).length) }),
  ]
}
