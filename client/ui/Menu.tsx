import type { LucideIcon } from 'lucide-react'
import { Ellipsis } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { classNames } from './class-names'

export interface MenuItem {
  readonly label: ReactNode
  readonly Icon?: LucideIcon
  /** Small words at the right end, for example `6 notes`. */
  readonly hint?: string | undefined
  readonly onSelect: () => void
  readonly disabledReason?: string | undefined
  readonly danger?: boolean
  /** The present choice among several. */
  readonly checked?: boolean
}

interface MenuProps {
  /** Name of the button and of the menu. */
  readonly label: string
  readonly Icon?: LucideIcon
  readonly items: readonly MenuItem[]
  /** What the button shows; without it the icon alone. */
  readonly children?: ReactNode
  readonly className?: string
  readonly small?: boolean
}

/** A button with a list of actions; arrows move, Home, End and first letters jump, Escape closes. */
export function Menu({ label, Icon = Ellipsis, items, children, className, small }: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const listId = useId()

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? (children ? 'btn sm' : classNames('icon', small && 'sm'))}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-label={children ? undefined : label}
        title={children ? undefined : label}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {children ?? <Icon className="i" aria-hidden />}
      </button>
      {open && button.current ? (
        <MenuList id={listId} label={label} items={items} anchor={button.current} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

interface MenuListProps {
  readonly id?: string
  readonly label: string
  readonly items: readonly MenuItem[]
  /** What the list stands beside, and what has the focus again afterwards. */
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

/** The open list of a menu, for owners that share one list among many buttons. */
export function MenuList({ id, label, items, anchor, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)
  const closing = useRef(onClose)
  closing.current = onClose

  useLayoutEffect(() => {
    if (!list.current) return
    list.current.showPopover?.()
    placeBeside(list.current, anchor)
    itemsOf(list.current)[0]?.focus()
  }, [anchor])

  useEffect(() => {
    function closeOutside(event: Event) {
      const inside = event.target instanceof Node && (list.current?.contains(event.target) || anchor.contains(event.target))
      if (!inside) closing.current()
    }
    // The tail of a scroll that brought the button into view must not take the list away again.
    function stayBeside(event: Event) {
      if (!list.current || list.current.contains(event.target as Node)) return
      if (inWindow(anchor)) placeBeside(list.current, anchor)
      else closing.current()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('scroll', stayBeside, true)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('scroll', stayBeside, true)
    }
  }, [anchor])

  function close() {
    onClose()
    anchor.focus()
  }

  function choose(item: MenuItem) {
    if (item.disabledReason) return
    close()
    item.onSelect()
  }

  return (
    <div
      ref={list}
      id={id}
      role="menu"
      aria-label={label}
      className="menu"
      popover="manual"
      tabIndex={-1}
      onKeyDown={(event) => moveWithin(event, close, onClose)}
    >
      {items.map((item, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat and the list is rebuilt whole
          key={index}
          type="button"
          {...(item.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': item.checked })}
          tabIndex={-1}
          className={classNames('mi', item.danger && 'danger', item.checked && 'is')}
          aria-disabled={item.disabledReason ? true : undefined}
          title={item.disabledReason}
          onClick={() => choose(item)}
        >
          {item.Icon ? <item.Icon className="i" aria-hidden /> : null}
          <span>{item.label}</span>
          {item.disabledReason || item.hint ? <span className="fine">{item.disabledReason ?? item.hint}</span> : null}
        </button>
      ))}
    </div>
  )
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.mi')]
}

function moveWithin(event: KeyboardEvent<HTMLDivElement>, close: () => void, leave: () => void): void {
  const items = itemsOf(event.currentTarget)
  const at = items.indexOf(document.activeElement as HTMLElement) // -1 when it is none of them
  const last = items.length - 1
  const next = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key]
  event.stopPropagation()
  if (next !== undefined) {
    event.preventDefault()
    items[next]?.focus()
  } else if (event.key === 'Escape') {
    event.preventDefault()
    close()
  } else if (event.key === 'Tab') {
    leave()
  } else if (event.key.length === 1 && event.key !== ' ') {
    const letter = event.key.toLowerCase()
    const ordered = [...items.slice(at + 1), ...items.slice(0, at + 1)]
    ordered.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus()
  }
}

function inWindow(anchor: HTMLElement): boolean {
  const { top, bottom } = anchor.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** Under the button, or above it where there is no room; never past the window's edge. */
function placeBeside(list: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = list
  const below = at.bottom + 4
  const top = below + height > window.innerHeight - 8 ? Math.max(8, at.top - height - 4) : below
  const left = Math.max(8, Math.min(at.right - width < 8 ? at.left : at.right - width, window.innerWidth - width - 8))
  list.style.top = `${top}px`
  list.style.left = `${left}px`
}
