/** What a working agreement is, for a group that has not begun one. */
export function AgreementGuide() {
  return (
    <section className="drafts-guide" aria-labelledby="drafts-agreement-h">
      <header>
        <h2 className="h" id="drafts-agreement-h">
          What a working agreement is
        </h2>
        <p className="meta">
          A text that partners sign: who works together and on what, who does what, what each gives, how decisions are taken, and how it is
          changed or ended.
        </p>
      </header>
      <p className="meta">
        “Put it together” fills an outline with what this workshop holds already. What is still open stays marked in the text, and everybody
        can change the words before they are adopted and signed.
      </p>
      <p className="meta">A few promises on how you treat one another are an agreement too: begin an empty one for these.</p>
    </section>
  )
}
