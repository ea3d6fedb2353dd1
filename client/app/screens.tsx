import type { ComponentType } from 'react'
import { lazy } from 'react'

const files = import.meta.glob<Record<string, ComponentType<never>>>('./{home,new,join,invite,people}/*.tsx')

function screen<Props extends object>(path: string, name: string): ComponentType<Props> {
  return lazy(async () => ({ default: ((await files[path]?.())?.[name] ?? (() => null)) as ComponentType<Props> }))
}

export const HomePage = screen<object>('./home/HomePage.tsx', 'HomePage')
export const NewWorkshopPage = screen<object>('./new/NewWorkshopPage.tsx', 'NewWorkshopPage')
export const JoinPage = screen<{ code?: string; workshopId?: string; linkKey?: string; onSeated?: () => void }>(
  './join/JoinPage.tsx',
  'JoinPage',
)
export const InviteDialog = screen<{ open: boolean; onClose: () => void }>('./invite/InviteDialog.tsx', 'InviteDialog')
export const PeoplePanel = screen<object>('./people/PeoplePanel.tsx', 'PeoplePanel')
