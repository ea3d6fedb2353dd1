import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** Families in the order in which a character is sought in them. Arabic is Vazirmatn: its text reads back as it was written. */
export const fontFamilies = ['Noto Sans', 'Vazirmatn', 'Noto Emoji'] as const

const files = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  '@expo-google-fonts/noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf',
  '@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf',
]

/** How many of the files decide what can be set: one of each family; the other cuts hold the same characters. */
export const decidingFonts = 3

/** A file of an installed package, found from source and from the built server alike. */
export function packageFile(path: string): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(path))
}

/** The TrueType files of all families, the deciding ones first. */
export function loadFontFiles(): Promise<Uint8Array[]> {
  return Promise.all(files.map(packageFile))
}
