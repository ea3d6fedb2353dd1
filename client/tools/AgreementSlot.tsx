import type { ComponentType } from 'react'
import { lazy, Suspense } from 'react'
import { useTools } from '../app/tools-context'
import type { ClientTool, ComposedTextProps, ComposeProps } from './client-tool'

interface Parts {
  readonly ComposeDialog: ComponentType<ComposeProps>
  readonly BeforeSigning: ComponentType<ComposedTextProps>
}

const parts = new WeakMap<ClientTool, Parts>()

/** Begins a working agreement from what the workshop holds, by whichever tool puts one together. */
export function ComposeSlot(props: ComposeProps) {
  const ComposeDialog = useParts()?.ComposeDialog
  return ComposeDialog ? (
    <Suspense fallback={null}>
      <ComposeDialog {...props} />
    </Suspense>
  ) : null
}

/** What is missing in an agreement before people sign it. */
export function SigningSlot(props: ComposedTextProps) {
  const BeforeSigning = useParts()?.BeforeSigning
  return BeforeSigning ? (
    <Suspense fallback={null}>
      <BeforeSigning {...props} />
    </Suspense>
  ) : null
}

function useParts(): Parts | undefined {
  const tool = Object.values(useTools()).find(({ loadAgreement }) => loadAgreement)
  return tool && partsOf(tool)
}

function partsOf(tool: ClientTool): Parts {
  const known = parts.get(tool)
  if (known) return known
  const { loadAgreement } = tool
  const part = <Name extends keyof Parts>(name: Name) =>
    lazy(async () => ({ default: loadAgreement ? (await loadAgreement())[name] : nothing }) as { default: Parts[Name] })
  const made = { ComposeDialog: part('ComposeDialog'), BeforeSigning: part('BeforeSigning') }
  parts.set(tool, made)
  return made
}

function nothing(): null {
  return null
}
