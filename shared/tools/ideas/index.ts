import type { ToolDefinition } from '../tool'
import { ideasCatchUpWords } from './catch-up'
import { check } from './check'
import { clusters, ideaModes, ideas, prompts } from './collections'
import { contract } from './contract'
import { problem } from './problems'
import { describe, options, outline, progress } from './reading'
import { source, sources, unrevealedSources } from './sources'

/** Notes on one prompt, sorted into named clusters. */
export const ideasTool: ToolDefinition = {
  id: 'ideas',
  label: 'Ideas',
  board: [ideas, clusters, prompts],
  record: [ideaModes],
  private: [ideas],
  contract,
  problems: problem.table,
  outline,
  progress,
  describe,
  options,
  sources,
  unrevealedSources,
  source,
  catchUp: ideasCatchUpWords,
  check,
}
