import { type DocumentPart, documentParts, type OutlineSection } from '../../../shared/doc/outline'
import { fetchedParts, offeredParts, partLabels, partNote } from '../../../shared/tools/document/parts'
import type { DocumentChoice } from '../../../shared/tools/document/schema'
import { Tick } from './Tick'

interface PartPickerProps {
  /** The whole document, whatever is chosen. */
  readonly sections: readonly OutlineSection[]
  readonly choice: DocumentChoice
  readonly onChange: (choice: DocumentChoice) => void
}

/** Which parts go in, with what stands in each, and whether people are named. */
export function PartPicker({ sections, choice, onChange }: PartPickerProps) {
  function toggle(part: DocumentPart, isIn: boolean) {
    onChange({ ...choice, parts: documentParts.filter((each) => (each === part ? isIn : choice.parts.includes(each))) })
  }

  return (
    <>
      <fieldset className="document-ticks">
        <legend className="h">What goes in</legend>
        {offeredParts(sections).map((part) => (
          <Tick
            key={part}
            label={partLabels[part]}
            note={partNote(sections, part) ?? (fetchedParts.includes(part) && !choice.parts.includes(part) ? '' : 'empty')}
            checked={choice.parts.includes(part)}
            onChange={(isIn) => toggle(part, isIn)}
          />
        ))}
      </fieldset>
      <hr className="hr" />
      <fieldset className="document-ticks">
        <legend className="vh">People</legend>
        <Tick label="Contributor names" checked={choice.names} onChange={(names) => onChange({ ...choice, names })} />
        <Tick
          label="Reservations, concerns and dissent"
          checked={choice.reservations}
          onChange={(reservations) => onChange({ ...choice, reservations })}
        />
      </fieldset>
      <p className="fine">Secret votes never show who chose what, whatever you choose here.</p>
    </>
  )
}
