import type { SVGProps } from 'react'
import { createElement } from 'react'

interface IconData {
  readonly name: string
  /** Width and height of the drawing. */
  readonly size: number
  /** Elements with their attributes and keys. */
  readonly node: readonly (readonly [string, Readonly<Record<string, string>>])[]
}

/** A line icon as this product uses it: drawn in the colour of the words beside it, and silent unless it is named. */
// biome-ignore lint/style/noDefaultExport: it stands in for a module that has one
export default function plainIcon({ name, size, node }: IconData) {
  function Icon({ className = '', ...props }: SVGProps<SVGSVGElement>) {
    return createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: `0 0 ${size} ${size}`,
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        className: `lucide lucide-${name} ${className}`,
        'aria-hidden': !('aria-label' in props) || undefined,
        ...props,
      },
      node.map(([tag, attributes]) => createElement(tag, attributes)),
    )
  }
  return Icon
}
