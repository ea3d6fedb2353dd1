import { breakdownsOf, type GroupedBallot } from '../../../../shared/tools/votes/breakdown'
import type { Affiliation } from '../../../../shared/tools/votes/partition'
import { standingsOf } from '../../../../shared/tools/votes/required'
import type { Breakdown, ConstituencyStanding, NamedAnswer, Round } from '../../../../shared/tools/votes/schema'
import { electorate } from '../../../../shared/tools/votes/selectors'
import type { Participant } from '../../../../shared/workshop/schema'

/** A resonance check told apart by group while it runs: its answers are there by name from the start. */
export function liveBreakdowns(check: Round, answers: readonly NamedAnswer[], people: readonly Participant[]): readonly Breakdown[] {
  return breakdownsOf({ ...check, secret: false }, ballotsOf(answers, people), [])
}

/** How those stand who must agree, as things are now. */
export function liveStandings(
  { method, rule, ...check }: Round,
  answers: readonly NamedAnswer[],
  people: readonly Participant[],
): readonly ConstituencyStanding[] {
  if (method !== 'resonance') return []
  return standingsOf({ method, rule, secret: false }, ballotsOf(answers, people), electorate(people, check), [])
}

function ballotsOf(answers: readonly NamedAnswer[], people: readonly Participant[]): readonly GroupedBallot[] {
  const byId = new Map<string, Affiliation>(people.map((person) => [person.id, person]))
  return answers.map(({ participantId, answer }) => {
    const { organisation, sector, level } = byId.get(participantId) ?? {}
    return { organisation, sector, level, answer }
  })
}
