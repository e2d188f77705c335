/** What is opened for filling. */
export type FormSource =
  | { readonly kind: 'new'; readonly code: string }
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'draft'; readonly id: string }

export interface FormPageProps {
  readonly source: FormSource
  /** Leaves the form; what was typed stays as a draft. */
  readonly onClose: () => void
}

/** One form on the screen, as on paper. */
export function FormPage(_props: FormPageProps) {
  return null
}
