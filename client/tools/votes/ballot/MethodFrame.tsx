import { BallotFrame, type BallotFrameProps } from './BallotFrame'
import './ballots.css'
import { meaningInWords, taskInWords } from '../words'

/** The frame of a ballot that is loaded when a round has it, with the words of its method. */
export function MethodFrame(frame: Omit<BallotFrameProps, 'task' | 'meaning'>) {
  return <BallotFrame {...frame} task={taskInWords(frame.round)} meaning={meaningInWords(frame.round)} />
}
