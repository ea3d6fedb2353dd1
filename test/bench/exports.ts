import { ApiPerson } from '../../e2e/support/api-person'
import { keyOf } from '../../e2e/support/open-workshop'
import { ServerProcess } from '../../e2e/support/server-process'
import type { Figure } from './figures'

const formats = ['docx', 'pdf', 'md', 'html', 'json'] as const

/** How long the five exports of the filled sample workshop take, one after another, the first use of each engine included. */
export async function measureExports(): Promise<Figure[]> {
  const demo = await ServerProcess.start({ args: ['--demo'] })
  try {
    const hostLink = /\S+\/w\/(ws_[\w-]+)\S*#k=\S+/.exec(demo.output)
    const workshopId = hostLink?.[1] ?? ''
    const host = await ApiPerson.enter(demo.origin, workshopId, keyOf(hostLink?.[0] ?? ''))
    const figures: Figure[] = []
    let total = 0
    for (const format of formats) {
      const started = performance.now()
      const answer = await host.workshop('GET', `/document.${format}`)
      const took = performance.now() - started
      if (answer.status !== 200) throw new Error(`${format}: ${JSON.stringify(answer.body)}`)
      total += took
      figures.push({ what: `document.${format}`, measured: `${took.toFixed(0)} ms`, target: '', met: true })
    }
    return [...figures, { what: 'all five together', measured: `${(total / 1000).toFixed(2)} s`, target: '< 5 s', met: total < 5000 }]
  } finally {
    await demo.stop()
  }
}
