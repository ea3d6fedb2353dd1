import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { filterWords } from '../../../../shared/tools/service-map/filter-words'
import { filtered, fundingsIn, type MapFilter, noFilter, populationsIn, soundFilter } from '../../../../shared/tools/service-map/selectors'
import { adult, basin, basinText, college, human, imported, mapIn, offer } from './support'

describe('a filter', () => {
  function smallMap() {
    const doc = new Y.Doc()
    offer(doc, college, 'Certificates', { populations: ['veterans'], funding: ['pell', 'perkins'] })
    offer(doc, adult, 'GED', { populations: ['universal'], stageId: 'stage_hear' })
    offer(doc, college, 'Job club', { stageId: 'stage_hired' })
    offer(doc, human, 'Vouchers', { populations: ['tanf'], funding: ['tanf-funds'], stageId: 'stage_stay' })
    return mapIn(doc)
  }
  const left = (filter: Partial<MapFilter>) => {
    const map = smallMap()
    const shown = filtered(map, { ...noFilter, ...filter })
    return { services: shown.services.map(({ label }) => label), shown, words: filterWords(map, shown, { ...noFilter, ...filter }) }
  }

  it('[SERVICES-17] leaves one stage or one partner', () => {
    expect(left({ stage: 'stage_learn' })).toMatchObject({ services: ['Certificates'], shown: { stages: [{ id: 'stage_learn' }] } })
    const { services, shown } = left({ partner: human.id })
    expect(services).toEqual(['Vouchers'])
    expect(shown.parties).toEqual([human])
    expect(shown.stages).toHaveLength(6)
  })

  it('[SERVICES-17] leaves what is for one population, with what is for anyone or does not say, and says where nothing is', () => {
    const { services, words } = left({ population: 'veterans' })
    expect(services.sort()).toEqual(['Certificates', 'GED', 'Job club'])
    expect(words).toBe('3 services for veterans. Nothing at “Intake and assess”, “Stay enrolled” and “Move up”.')
  })

  it('[SERVICES-17] leaves what one source of money pays for', () => {
    expect(left({ funding: 'pell' })).toMatchObject({ services: ['Certificates'] })
    expect(left({ funding: 'pell', stage: 'stage_stay' }).words).toBe('0 services at “Stay enrolled”, paid by Pell grants.')
  })

  it('[SERVICES-17] forgets a stage or partner that left the map meanwhile', () => {
    const map = smallMap()
    const kept = { ...noFilter, stage: 'stage_learn', partner: human.id, population: 'tanf' }
    expect(soundFilter(map, kept)).toBe(kept)
    expect(soundFilter(map, { ...kept, stage: 'stage_gone', partner: 'partner_gone' })).toEqual({ ...noFilter, population: 'tanf' })
  })

  it('[SERVICES-17] offers every population and source that the map names', () => {
    const map = mapIn(imported(basinText(), new Y.Doc(), basin), basin)
    expect([...populationsIn(map)].sort()).toEqual(['adult-learners', 'english-learners', 'incumbent', 'tanf', 'tribal'])
    expect(fundingsIn(map)).toContain('wioa-indian')
  })
})
