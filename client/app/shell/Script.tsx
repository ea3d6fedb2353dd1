/** What a facilitator reads to themselves. */
export function Script({ text }: { readonly text: string }) {
  return (
    <div className="script">
      <h3 className="h">Your script</h3>
      <p className="fine">Only facilitators see this.</p>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}
